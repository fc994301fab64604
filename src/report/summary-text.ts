/** The summary of a run in a few lines for people. */
import type { Refusal } from '../model/journal.ts'
import type { Problem } from '../model/problem.ts'
import type { Summary } from '../model/summary.ts'
import { asSentence, printable } from '../model/text.ts'
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import type { Phrase } from '../text/uk.ts'
import { type End, endOf } from './outcome.ts'

/**
 * A short account of a run: how it ended, what was read, what was changed, what went wrong. Counts of nothing are left
 * out, so that a quiet run takes two lines.
 */
export function summaryText(summary: Summary, speaker: Speaker = ENGLISH): string {
  const lines = [headline(summary, speaker), reading(summary, speaker)]
  lines.push(...changes(summary, speaker), ...fieldLine(summary, speaker))
  for (const problem of summary.problems) lines.push(problemText(problem, speaker))
  return lines.filter((line) => line !== '').join('\n')
}

const HEADLINES = {
  ok: 'Done',
  changes: 'There are differences',
  partial: 'Done, but some records were left undone; they are tried again in the next run',
  guard: 'Done, save for what a guard has stopped: read its sentence below, it says how to let it pass once',
  locked: 'Another run is at work; nothing was done',
  config: 'The configuration is not valid; nothing was done',
  billing: 'The billing could not be read',
  userside: 'UserSide could not be read or refused to write',
  interrupted: 'Stopped before the end; the next run does the rest',
  usage: 'Wrong command line; nothing was done',
  error: 'Stopped by an unexpected error',
} as const satisfies Readonly<Record<End, Phrase>>

/** Sentences that say themselves which side it was, and that it could not be read. */
const SAYS_IT_ITSELF: Partial<Record<End, RegExp>> = {
  billing: /^(?:Of the|The) billing\b/,
  userside: /^UserSide\b/,
}

function headline(summary: Summary, speaker: Speaker): string {
  const { firstRun, error, durationMs } = summary
  const end = endOf(summary)
  const isQuiet = end === 'ok' && !hasChanges(summary)
  const what = speaker.say(isQuiet ? 'Done: both sides agree, nothing was written' : HEADLINES[end])
  const first = firstRun ? ` (${speaker.say('first import')})` : ''
  const took = speaker.say('It took {1}.', speaker.duration(durationMs))
  if (error === undefined) return `${what}${first}. ${took}`
  const why = asSentence(speaker.retell(error))
  return SAYS_IT_ITSELF[end]?.test(error) ? `${why} ${took}` : `${what}${first}: ${why} ${took}`
}

function hasChanges({ subscribers, tariffs }: Pick<Summary, 'subscribers' | 'tariffs'>): boolean {
  const { created, updated, absent, returned } = subscribers
  return created + updated + absent + returned + tariffs.created + tariffs.updated + tariffs.retired > 0
}

function reading({ billing, userside }: Summary, speaker: Speaker): string {
  if (billing.requests === 0) return ''
  const name = [billing.name || speaker.say('Billing'), billing.version]
    .filter((part) => part !== '')
    .join(' ')
  const read = speaker.say(
    '{1}: {2} in {3}, {4}. ‹summary›',
    name,
    speaker.count(billing.subscribers, '{1} subscriber', '{1} subscribers'),
    speaker.count(billing.requests, '{1} request', '{1} requests'),
    speaker.bytes(billing.bytes),
  )
  const { reads, writes, retries } = userside
  const asked = [
    speaker.count(reads, '{1} read', '{1} reads'),
    writes === 0 ? speaker.say('no write') : speaker.count(writes, '{1} write', '{1} writes'),
    ...(retries === 0 ? [] : [speaker.count(retries, '{1} retry', '{1} retries')]),
  ]
  return `${read} UserSide: ${asked.join(', ')}.`
}

function changes({ tariffs, addresses, subscribers }: Summary, speaker: Speaker): string[] {
  const tallied = (title: Phrase, counts: readonly (readonly [number, Phrase])[]): string => {
    const parts = counts
      .filter(([count]) => count > 0)
      .map(([count, what]) => `${speaker.number(count)} ${speaker.say(what)}`)
    return parts.length === 0 ? '' : `${speaker.say(title)}: ${parts.join(', ')}.`
  }
  return [
    tallied('Tariffs', [
      [tariffs.created, 'created'],
      [tariffs.updated, 'updated'],
      [tariffs.retired, 'no longer in the billing'],
    ]),
    tallied('Houses', [
      [addresses.created, 'created'],
      [addresses.failed, 'not matched'],
    ]),
    tallied('Subscribers', [
      [subscribers.created, 'created'],
      [subscribers.updated, 'updated'],
      [subscribers.absent, 'marked as not in billing'],
      [subscribers.returned, 'back in the billing'],
      [subscribers.failed, 'failed'],
      [subscribers.unmanaged, 'not managed (filter)'],
    ]),
  ].filter((line) => line !== '')
}

function fieldLine({ fields }: Summary, speaker: Speaker): string[] {
  const parts = Object.entries(fields)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([field, count]) => `${field} ${speaker.number(count)}`)
  return parts.length === 0 ? [] : [speaker.say('Changed by field: {1}.', parts.join(', '))]
}

/** `Warning (house-dangling, 3): … For example: petrenko.` */
export function problemText(
  { code, count, sample, text, partial }: Problem,
  speaker: Speaker = ENGLISH,
): string {
  const kind = speaker.say(partial ? 'Left undone' : 'Warning')
  const told = asSentence(speaker.retell(text))
  const examples = sample.length === 0 ? '' : ` ${examplesText(sample, speaker)}`
  return `${kind} (${code}, ${speaker.number(count)}): ${told}${examples}`
}

/** `For example: petrenko, koval.` An example that is a sentence has its full stop already. */
export function examplesText(sample: readonly string[], speaker: Speaker = ENGLISH): string {
  const told = sample.map((one) => exampleText(one, speaker)).join(', ')
  return speaker.say('For example: {1}.', told.replace(/\.$/, ''))
}

const NAMES = /^\S*(?:, \S+)*$/

/** One of whom a problem is about: an id as it is, told where words of the program stand in it. */
export function exampleText(example: string, speaker: Speaker): string {
  // A single word is a name, whatever it means to the program, and so is each of a list of them.
  return NAMES.test(example) ? example : speaker.retell(example)
}

/** `tariff 12: The name is taken` */
export function refusalLine({ entity, id, message }: Refusal, speaker: Speaker = ENGLISH): string {
  return `${speaker.say(entity)} ${printable(id)}: ${printable(message)}`
}
