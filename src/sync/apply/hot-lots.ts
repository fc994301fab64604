/**
 * Sends what is hot: one field a request, in large lots (`contracts/userside-api.md` §6). In a busy hour most subscribers
 * have new values, so these stand in columns, and of each nothing is made that does not go out.
 */

import type { RecordChange } from '../../model/journal.ts'
import type { FieldName } from '../../model/policy.ts'
import { sendInLots } from '../../userside/lots.ts'
import { type CustomerPatch, HOT_KEYS, LOT_SIZES } from '../../userside/userside.ts'
import type { SubscriberChange } from '../compare/diff.ts'
import { type HotKey, type HotValue, hotDigest, hotPatches } from '../compare/hot-values.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta } from '../fields/field.ts'
import { journalEntry } from './patch.ts'
import type { Tally } from './tally.ts'
import { journalled, lotsInHand, type Writer } from './writer.ts'

/** The step of each that is written in a request of its own, in the words of the field. */
const TITLES: Readonly<Record<HotKey, string>> = {
  balance: 'Writing balances',
  traffic_up: 'Writing upload traffic',
  traffic_down: 'Writing download traffic',
  date_activity_inet: 'Writing activity',
  date_activity_inet_unix: 'Writing activity',
}

/** All values of one member, each with its change. */
interface Column {
  readonly field: FieldName
  readonly changes: SubscriberChange[]
  readonly values: HotValue[]
  readonly digests: number[]
  /** The difference is counted with this value: one that travels as two is one write, and goes with the first. */
  readonly isCounted: boolean[]
  /** By place, the difference, where it is counted and the journal keeps it: of most it does not. */
  readonly deltas: Map<number, Delta>
}

/** Told of the records that did not go through. */
export interface HotFailures {
  lost(change: SubscriberChange, message: string): void
  refused(change: SubscriberChange, message: string): void
}

export async function sendHot(
  writer: Writer,
  context: SyncContext,
  changes: readonly SubscriberChange[],
  tally: Tally,
  failures: HotFailures,
): Promise<void> {
  const keeps = (field: string): boolean => writer.journal.keeps(field)
  for (const [member, column] of columnsOf(changes, context, keeps))
    await sendColumn(writer, context, member, column, tally, failures)
}

/** All that is hot of some changes, in the order in which it is sent. */
function columnsOf(
  changes: readonly SubscriberChange[],
  context: SyncContext,
  keeps: (field: string) => boolean,
): readonly (readonly [HotKey, Column])[] {
  const columns = new Map<HotKey, Column>()
  for (const change of changes) {
    for (const delta of change.hotDeltas ?? change.deltas) {
      const { field } = delta
      if (!field.isHot) continue
      const patches = hotPatches(delta, context)
      let isCounted = true
      for (const member of HOT_KEYS) {
        const value = patches.wanted[member]
        if (value === undefined) continue
        let column = columns.get(member)
        if (column === undefined) {
          column = newColumn(field.name)
          columns.set(member, column)
        }
        column.changes.push(change)
        column.values.push(value)
        column.digests.push(hotDigest(change.id, member, patches))
        column.isCounted.push(isCounted)
        if (isCounted && keeps(field.name)) column.deltas.set(column.changes.length - 1, delta)
        isCounted = false
      }
    }
  }
  return HOT_KEYS.flatMap((member) => {
    const column = columns.get(member)
    return column === undefined ? [] : [[member, column] as const]
  })
}

function newColumn(field: FieldName): Column {
  return { field, changes: [], values: [], digests: [], isCounted: [], deltas: new Map() }
}

async function sendColumn(
  writer: Writer,
  context: SyncContext,
  member: HotKey,
  column: Column,
  tally: Tally,
  { lost, refused }: HotFailures,
): Promise<void> {
  const { field, changes, values, digests, isCounted, deltas } = column
  writer.logger.step(TITLES[member], changes.length)
  const failures = await sendInLots([...changes.keys()], {
    size: LOT_SIZES.hotEdits,
    concurrency: lotsInHand(writer),
    send: async (places) => {
      const patches = new Map<string, CustomerPatch>()
      const entries: RecordChange[] = []
      for (const place of places) {
        const change = changes[place]
        const delta = deltas.get(place)
        if (change === undefined) continue
        patches.set(change.erpId, { [member]: values[place] })
        if (delta !== undefined) entries.push(journalEntry(change, [delta], context, true))
      }
      const lot = places.flatMap((place) => changes[place] ?? [])
      const count = places.filter((place) => isCounted[place]).length
      const result = await journalled(
        writer,
        entries,
        () => writer.userside.editCustomers(patches, { hot: true }),
        { field, count, digests: places.flatMap((place) => digests[place] ?? []) },
      )
      writer.onSent?.({ isHot: true, lot, patches, kind: result.kind })
      if (result.kind === 'done') tally.wroteHot(lot, field, count)
      // A refused lot comes again in halves.
      if (result.kind !== 'refused' || places.length === 1) writer.logger.advance(places.length)
      return result
    },
  })
  for (const [place, { kind, message }] of failures) {
    const change = changes[place]
    if (change !== undefined) (kind === 'lost' ? lost : refused)(change, message)
  }
}
