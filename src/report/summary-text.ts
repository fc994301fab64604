/** The summary of a run in a few lines for people. */
import type { Refusal } from '../model/journal.ts'
import type { Problem } from '../model/problem.ts'
import type { Outcome, Summary } from '../model/summary.ts'
import { printable } from '../model/text.ts'
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import type { Phrase } from '../text/uk.ts'

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
  error: 'Stopped by an unexpected error',
} as const satisfies Readonly<Record<Outcome, Phrase>>

function headline(
  { outcome, firstRun, error, durationMs, subscribers, tariffs }: Summary,
  speaker: Speaker,
): string {
  const isQuiet = outcome === 'ok' && !hasChanges({ subscribers, tariffs })
  const what = isQuiet ? 'Done: both sides agree, nothing was written' : HEADLINES[outcome]
  const first = firstRun ? ` (${speaker.say('first import')})` : ''
  const why = error === undefined ? '' : `: ${speaker.retell(error).replace(/\.$/, '')}`
  return `${speaker.say(what)}${first}${why}. ${speaker.say('It took {1}.', speaker.duration(durationMs))}`
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
  const told = sentence(speaker.retell(text))
  const examples = sample.length === 0 ? '' : ` ${speaker.say('For example: {1}.', sample.join(', '))}`
  return `${kind} (${code}, ${speaker.number(count)}): ${told}${examples}`
}

/** `tariff 12: The name is taken` */
export function refusalLine({ entity, id, message }: Refusal): string {
  return `${entity} ${printable(id)}: ${printable(message)}`
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
