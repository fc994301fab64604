/** The texts of a notification, and the summary that goes with it. */
import { localDateTime } from '../../model/date.ts'
import type { Problem } from '../../model/problem.ts'
import { type Redact, toJson } from '../../model/redaction.ts'
import { type Summary, toldSummary } from '../../model/summary.ts'
import { cutText, printable } from '../../model/text.ts'
import { undoneProblems } from '../outcome.ts'
import type { Message } from './channel.ts'
import { type News, undoneOf } from './news.ts'
import { ENGLISH, type Place, type Sentences } from './sentences.ts'

export interface Tone {
  readonly host: string
  readonly redact: Redact
  readonly say?: Sentences
}

/** Subscribers named in a notification: it goes through other people's servers. */
const MOST_NAMES = 3
const MOST_NAME = 60
/** A longer sentence quotes an answer. */
const MOST_SENTENCE = 600
const MOST_PROBLEMS = 5

/** What is told of a run. */
export function messageOf(news: News, summary: Summary, { host, redact, say = ENGLISH }: Tone): Message {
  const place: Place = { billingId: summary.billingId, host }
  const clean = (text: string): string => redact(cutText(printable(text), MOST_SENTENCE))
  const title = clean(say.title(place, say.kind(news.kind, say.outcome(summary.outcome))))
  const lines = news.kind === 'well' ? wellLines(news, say) : badLines(news, summary, say)
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
export function testMessage({ billingId }: Pick<Place, 'billingId'>, { host, say = ENGLISH }: Tone): Message {
  const title = say.title({ billingId, host }, say.testTitle)
  const notification = { kind: 'test', host, title, text: say.test }
  return { kind: 'test', title, text: say.test, data: { type: 'test', billingId, notification } }
}

function badLines({ kind, since, lasted }: News, summary: Summary, say: Sentences): string[] {
  const { outcome, error, problems, startedAt } = summary
  const undone = firstNamed(undoneProblems(problems))
  const { undone: count } = undoneOf(problems)
  const names = undone.flatMap(({ sample }) => sample)
  return [
    ...(error === undefined ? [] : [say.reason(error)]),
    ...(count === 0 || outcome === 'guard' ? [] : [say.undone(count)]),
    ...undone
      .slice(0, MOST_PROBLEMS)
      .map((problem) => say.problem(problem.code, problem.count, problem.text)),
    ...(names.length === 0 ? [] : [say.names(names, names.length === count)]),
    say.run(timeOf(startedAt)),
    ...(kind === 'bad' ? [] : [say.since(timeOf(since), lasted)]),
    say.advice(outcome),
  ]
}

function wellLines({ since, lasted }: News, say: Sentences): string[] {
  return [say.lasted(timeOf(since), lasted)]
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

function timeOf(iso: string): string {
  return localDateTime(new Date(iso))
}
