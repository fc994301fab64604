/** Sends changes of subscribers in lots: full edits first, then each hot field on its own (§6). */
import type { RecordChange } from '../../model/journal.ts'
import { sendInLots } from '../../userside/lots.ts'
import { type CustomerPatch, HOT_KEYS, LOT_SIZES, type WriteResult } from '../../userside/userside.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta } from '../fields/field.ts'
import { AdditionalFields, type FieldRefusal, type SendLot } from './additional-fields.ts'
import { noteGiven } from './given.ts'
import { type HotKey, journalEntry, type OutgoingChange } from './patch.ts'
import type { Tally } from './tally.ts'
import { journalled, reportRefused, type Writer } from './writer.ts'

/** What is written in a request of its own, in the words of the field. */
const HOT_TITLES: Readonly<Record<HotKey, string>> = {
  balance: 'balances',
  traffic_up: 'upload traffic',
  traffic_down: 'download traffic',
  date_activity_inet: 'activity',
  date_activity_inet_unix: 'activity',
}

/** What travels together of a change: all but the hot fields, or one of these. */
interface Part {
  readonly isHot: boolean
  readonly patchOf: (outgoing: OutgoingChange) => CustomerPatch
  /** The differences that are noted with it. */
  readonly deltasOf: (outgoing: OutgoingChange) => readonly Delta[]
}

const FULL: Part = { isHot: false, patchOf: ({ full }) => full.patch, deltasOf: ({ full }) => full.deltas }

function hotPart(key: HotKey): Part {
  return {
    isHot: true,
    patchOf: ({ hot }) => ({ [key]: hot.patch[key] }),
    deltasOf: ({ hot }) => {
      const delta = hot.deltas[hot.members.indexOf(key)]
      return delta === undefined ? [] : [delta]
    },
  }
}

/** Which fields of its records a request carries. */
type Carried = Parameters<SendLot>[1]

/** What a request carries: the differences of each record, and how they are noted. */
interface Batch {
  readonly sent: { readonly outgoing: OutgoingChange; readonly deltas: readonly Delta[] }[]
  readonly entries: RecordChange[]
}

/** Sends the full edits, then each hot field on its own; gives the subscribers whose answers were lost. */
export async function sendChanges(
  writer: Writer,
  context: SyncContext,
  changes: readonly OutgoingChange[],
  tally: Tally,
): Promise<Map<string, string>> {
  const lost = new Map<string, string>()
  const additionalFields = new AdditionalFields()
  const refusal: FieldRefusal = {
    onField: (id, message) =>
      writer.report({
        code: 'additional-field-refused',
        example: `field ${id}: ${message}`,
        text: 'UserSide refuses additional fields, whoever has them; check the ids in "additionalDataMerge". Everything else was written.',
        partial: true,
      }),
    onRecord: ({ change }, message) => refuse(change.id, message),
  }
  const full = changes.filter(({ isFull }) => isFull)
  await sendPart('Writing subscribers', full, FULL)
  for (const key of HOT_KEYS) {
    const hot = changes.filter((outgoing) => outgoing.hot.patch[key] !== undefined)
    await sendPart(`Writing ${HOT_TITLES[key]}`, hot, hotPart(key))
  }
  return lost

  async function sendPart(title: string, records: readonly OutgoingChange[], part: Part): Promise<void> {
    if (records.length === 0) return
    writer.logger.step(title, records.length)
    const failures = await sendInLots(records, {
      size: part.isHot ? LOT_SIZES.hotEdits : LOT_SIZES.edits,
      concurrency: writer.lotsAtATime,
      send: async (lot) => {
        const { patches, batch } = makeReady(lot, part)
        const edit: SendLot = (some, carried) =>
          send(some, carried, some === patches ? batch : batchOf(some.keys(), part, carried))
        const result = await additionalFields.send(patches, edit, refusal)
        // A refused lot comes again in halves.
        if (result.kind !== 'refused' || lot.length === 1) writer.logger.advance(lot.length)
        return result
      },
    })
    for (const [{ change }, { kind, message }] of failures) {
      if (kind === 'lost') lost.set(change.id, message)
      else refuse(change.id, message)
    }

    async function send(
      lot: ReadonlyMap<OutgoingChange, CustomerPatch>,
      carried: Carried,
      { sent, entries }: Batch,
    ): Promise<WriteResult> {
      const patches = new Map(Array.from(lot, ([{ change }, patch]) => [change.erpId, patch]))
      const result = await journalled(writer, entries, () =>
        writer.userside.editCustomers(patches, { hot: part.isHot }),
      )
      writer.onSent?.({ lot, isHot: part.isHot, isWhole: carried === 'all', kind: result.kind })
      if (result.kind === 'done') {
        if (!part.isHot)
          noteGiven(
            writer.ledger,
            sent.map(({ outgoing, deltas }) => ({ subscriberId: outgoing.change.id, deltas })),
          )
        for (const { outgoing, deltas } of sent) {
          tally.wrote(outgoing.change, deltas)
          if (carried === 'all') outgoing.letGo()
        }
      }
      return result
    }
  }

  /** What is sent of each, and noted of it. Of some nothing is left: what they refer to could not be created. */
  function makeReady(
    lot: readonly OutgoingChange[],
    part: Part,
  ): { readonly patches: ReadonlyMap<OutgoingChange, CustomerPatch>; readonly batch: Batch } {
    const patches = new Map<OutgoingChange, CustomerPatch>()
    const batch: Batch = { sent: [], entries: [] }
    for (const outgoing of lot) {
      const patch = part.patchOf(outgoing)
      if (Object.keys(patch).length === 0) continue
      patches.set(outgoing, patch)
      pack(batch, outgoing, part, 'all')
    }
    return { patches, batch }
  }

  function batchOf(lot: Iterable<OutgoingChange>, part: Part, carried: Carried): Batch {
    const batch: Batch = { sent: [], entries: [] }
    for (const outgoing of lot) pack(batch, outgoing, part, carried)
    return batch
  }

  function pack({ sent, entries }: Batch, outgoing: OutgoingChange, part: Part, carried: Carried): void {
    const all = part.deltasOf(outgoing)
    const isCarried = ({ field }: Delta): boolean =>
      (field.name === 'additionalData') === (carried === 'additional')
    const deltas = carried === 'all' ? all : all.filter(isCarried)
    sent.push({ outgoing, deltas })
    const entry = journalEntry(outgoing.change, deltas, context, part.isHot || carried === 'additional')
    if (entry.fields.length > 0) entries.push(entry)
  }

  /** A record is refused once, however many requests it takes. */
  function refuse(id: string, message: string): void {
    if (!tally.failed.has(id)) reportRefused(writer, id, message)
    tally.failed.add(id)
  }
}
