/** The texts of a notification, and the summary that goes with it. */
import type { Problem } from '../../model/problem.ts'
import { type Redact, toJson } from '../../model/redaction.ts'
import { type Summary, toldSummary } from '../../model/summary.ts'
import { cutText, printable } from '../../model/text.ts'
import { ENGLISH, type Speaker } from '../../text/speaker.ts'
import { undoneProblems } from '../outcome.ts'
import { exampleText } from '../summary-text.ts'
import type { Message } from './channel.ts'
import { type News, undoneOf } from './news.ts'
import {
  adviceOf,
  namesText,
  newsText,
  overText,
  type Place,
  sinceText,
  titleOf,
  undoneText,
} from './sentences.ts'

export interface Tone {
  readonly host: string
  readonly redact: Redact
  /** English when left out. */
  readonly speaker?: Speaker
}

/** Subscribers named in a notification: it goes through other people's servers. */
const MOST_NAMES = 3
const MOST_NAME = 60
/** A longer sentence quotes an answer. */
const MOST_SENTENCE = 600
const MOST_PROBLEMS = 5

/** What is told of a run. */
export function messageOf(news: News, summary: Summary, { host, redact, speaker = ENGLISH }: Tone): Message {
  const place: Place = { billingId: summary.billingId, host }
  const clean = (text: string): string => redact(cutText(printable(text), MOST_SENTENCE))
  const title = clean(titleOf(place, newsText(news.kind, summary.outcome, speaker), speaker))
  const lines = news.kind === 'well' ? wellLines(news, speaker) : badLines(news, summary, speaker)
  const text = lines
    .map(clean)
    .filter((line) => line !== '')
    .join('\n')
  const { kind, since, lasted } = news
  const told = toldSummary({ ...summary, problems: firstNamed(summary.problems) })
  const notification = { kind, since, lastedMs: lasted, host, title, text }
  return { kind, title, text, data: JSON.parse(toJson({ ...told, notification }, redact)) }
}

/** What `notify --test` sends. */
export function testMessage(
  { billingId }: Pick<Place, 'billingId'>,
  { host, speaker = ENGLISH }: Tone,
): Message {
  const title = titleOf({ billingId, host }, speaker.say('this is a test'), speaker)
  const text = speaker.say(
    'This is a test of "usm-billing notify --test". Who reads it is told when the runs go wrong, and when they are well again.',
  )
  const notification = { kind: 'test', host, title, text }
  return { kind: 'test', title, text, data: { type: 'test', billingId, notification } }
}

function badLines({ kind, since, lasted }: News, summary: Summary, speaker: Speaker): string[] {
  const { outcome, error, problems, startedAt } = summary
  const undone = firstNamed(undoneProblems(problems))
  const { undone: count } = undoneOf(problems)
  const names = undone.flatMap(({ sample }) => sample.map((name) => exampleText(name, speaker)))
  return [
    ...(error === undefined ? [] : [speaker.retell(error)]),
    ...(count === 0 || outcome === 'guard' ? [] : [undoneText(count, speaker)]),
    ...undone
      .slice(0, MOST_PROBLEMS)
      .map((problem) => `${problem.code}, ${problem.count}: ${speaker.retell(problem.text)}`),
    ...(names.length === 0 ? [] : [namesText(names, names.length === count, speaker)]),
    speaker.say('The run began at {1}.', speaker.dateTime(new Date(startedAt))),
    ...(kind === 'bad' ? [] : [sinceText(new Date(since), lasted, speaker)]),
    adviceOf(outcome, speaker),
  ]
}

function wellLines({ since, lasted }: News, speaker: Speaker): string[] {
  return [overText(new Date(since), lasted, speaker)]
}

/** The same problems with no more examples than may be named, those that left something undone first. */
function firstNamed(problems: readonly Problem[]): Problem[] {
  let room = MOST_NAMES
  const named = new Map<Problem, string[]>()
  for (const problem of [...problems].sort((one, other) => Number(other.partial) - Number(one.partial))) {
    const sample = problem.sample.slice(0, room).map((name) => cutText(printable(name), MOST_NAME))
    room -= sample.length
    named.set(problem, sample)
  }
  return problems.map((problem) => ({ ...problem, sample: named.get(problem) ?? [] }))
}
