/** The summary of a run in a few lines for people. */
import type { Refusal } from '../model/journal.ts'
import type { Problem } from '../model/problem.ts'
import type { Outcome, Summary } from '../model/summary.ts'
import { printable } from '../model/text.ts'
import { counted, formatBytes, formatCount, formatDuration } from './quantity.ts'

/**
 * A short account of a run: how it ended, what was read, what was changed, what went wrong. Counts of nothing are left
 * out, so that a quiet run takes two lines.
 */
export function summaryText(summary: Summary): string {
  const lines = [headline(summary), reading(summary)]
  lines.push(...changes(summary), ...fieldLine(summary))
  for (const problem of summary.problems) lines.push(problemText(problem))
  return lines.filter((line) => line !== '').join('\n')
}

const HEADLINES: Readonly<Record<Outcome, string>> = {
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
}

function headline({ outcome, firstRun, error, durationMs, subscribers, tariffs }: Summary): string {
  const isQuiet = outcome === 'ok' && !hasChanges({ subscribers, tariffs })
  const what = isQuiet ? 'Done: both sides agree, nothing was written' : HEADLINES[outcome]
  const first = firstRun ? ' (first import)' : ''
  const why = error === undefined ? '' : `: ${error.replace(/\.$/, '')}`
  return `${what}${first}${why}. It took ${formatDuration(durationMs)}.`
}

function hasChanges({ subscribers, tariffs }: Pick<Summary, 'subscribers' | 'tariffs'>): boolean {
  const { created, updated, absent, returned } = subscribers
  return created + updated + absent + returned + tariffs.created + tariffs.updated + tariffs.retired > 0
}

function reading({ billing, userside }: Summary): string {
  if (billing.requests === 0) return ''
  const name = [billing.name || 'Billing', billing.version].filter((part) => part !== '').join(' ')
  const read = `${name}: ${counted(billing.subscribers, 'subscriber')} in ${counted(billing.requests, 'request')}, ${formatBytes(billing.bytes)}.`
  const writes = userside.writes === 0 ? 'no write' : counted(userside.writes, 'write')
  const retries = userside.retries === 0 ? '' : `, ${counted(userside.retries, 'retry', 'retries')}`
  return `${read} UserSide: ${counted(userside.reads, 'read')}, ${writes}${retries}.`
}

function changes({ tariffs, addresses, subscribers }: Summary): string[] {
  return [
    tallied('Tariffs', {
      created: tariffs.created,
      updated: tariffs.updated,
      'no longer in the billing': tariffs.retired,
    }),
    tallied('Houses', { created: addresses.created, 'not matched': addresses.failed }),
    tallied('Subscribers', {
      created: subscribers.created,
      updated: subscribers.updated,
      'marked as not in billing': subscribers.absent,
      'back in the billing': subscribers.returned,
      failed: subscribers.failed,
      'not managed (filter)': subscribers.unmanaged,
    }),
  ].filter((line) => line !== '')
}

function tallied(title: string, counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${formatCount(count)} ${what}`)
  return parts.length === 0 ? '' : `${title}: ${parts.join(', ')}.`
}

function fieldLine({ fields }: Summary): string[] {
  const parts = Object.entries(fields)
    .filter(([, count]) => count > 0)
    .sort(([, one], [, other]) => other - one)
    .map(([field, count]) => `${field} ${formatCount(count)}`)
  return parts.length === 0 ? [] : [`Changed by field: ${parts.join(', ')}.`]
}

/** `Warning (house-dangling, 3): … For example: petrenko.` */
export function problemText({ code, count, sample, text, partial }: Problem): string {
  const examples = sample.length === 0 ? '' : ` For example: ${sample.join(', ')}.`
  return `${partial ? 'Left undone' : 'Warning'} (${code}, ${formatCount(count)}): ${sentence(text)}${examples}`
}

/** `tariff 12: The name is taken` */
export function refusalLine({ entity, id, message }: Refusal): string {
  return `${entity} ${printable(id)}: ${printable(message)}`
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}
