/**
 * What is hot of a subscriber's record: it has changed in most of them when ten minutes have passed, and in most of
 * those nothing else has. It is read of every record in every run, of most nothing but it.
 */
import type { Passing } from '../../json/records.ts'
import { readDateTime } from '../../model/date.ts'
import { readCounter, readDecimal } from '../../model/decimal.ts'
import type { FieldName } from '../../model/policy.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { UNREADABLE } from '../../model/unreadable.ts'
import { memberOf } from './plain.ts'
import type { UnreadableValues } from './unreadable-values.ts'

/** The hot members of a record, as the wire has them. */
export interface HotMembers {
  readonly balance?: unknown
  readonly date_activity?: unknown
  readonly traffic?: unknown
}

/** What the model makes of them. */
export type HotValues = Pick<Subscriber, 'balance' | 'activeAt' | 'trafficUp' | 'trafficDown'>

/** By what a record is known again: by anything but its hot members and the counters of uBilling (§3, T26). */
export const PASSING: Passing = {
  values: ['balance', 'date_activity', 'traffic'],
  counted: ['additional_data'],
}

/** The members whose values came beside a text, in the order of {@link PASSING}. */
export function hotMembers(passing: readonly unknown[]): HotMembers {
  return { balance: passing[0], date_activity: passing[1], traffic: passing[2] }
}

/** @param values is told which of them cannot be read */
export function readHotValues(
  { balance, date_activity, traffic }: HotMembers,
  values: UnreadableValues<FieldName>,
): HotValues {
  const units = values.take('balance', readDecimal(balance, 2), balance, undefined)
  const activeAt = values.take('activity', readDateTime(date_activity), date_activity, '')
  const { up, down } = readCounters(traffic, values)
  return { balance: units, activeAt, trafficUp: up, trafficDown: down }
}

const HOT_FIELDS: ReadonlySet<FieldName> = new Set(['balance', 'activity', 'traffic'])

/** True when one of them could not be read. */
export function isHotUnreadable({ unreadable }: Pick<Subscriber, 'unreadable'>): boolean {
  return unreadable?.some(({ field }) => HOT_FIELDS.has(field)) ?? false
}

/** Both of a month; read in a loop, for of the same code twice over the engine makes twice as much. */
function readCounters(traffic: unknown, values: UnreadableValues<FieldName>): { up: string; down: string } {
  const month = memberOf(traffic, 'month')
  const counters = { up: '', down: '' }
  for (const direction of DIRECTIONS) {
    const sent = memberOf(month, direction)
    counters[direction] = values.take('traffic', readCounter(sent), sent === UNREADABLE ? traffic : sent, '0')
  }
  return counters
}

const DIRECTIONS = ['up', 'down'] as const
