/** Sends changes of subscribers in lots: full edits first, then each hot field on its own (§6). */
import type { RecordChange } from '../../model/journal.ts'
import { sendInLots } from '../../userside/lots.ts'
import { type CustomerPatch, LOT_SIZES, type WriteResult } from '../../userside/userside.ts'
import { isFullChange, type SubscriberChange } from '../compare/diff.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta } from '../fields/field.ts'
import type { Creations } from '../fields/reference.ts'
import { AdditionalFields, type FieldRefusal, type SendLot } from './additional-fields.ts'
import { noteGiven } from './given.ts'
import { sendHot } from './hot-lots.ts'
import { journalEntry, OutgoingChange } from './patch.ts'
import type { Tally } from './tally.ts'
import { journalled, lotsInHand, reportRefused, type Writer } from './writer.ts'

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
  changes: readonly SubscriberChange[],
  creations: Creations,
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
  await sendFull(changes.filter(isFullChange).map((change) => new OutgoingChange(change, context, creations)))
  await sendHot(writer, context, changes, tally, {
    lost: ({ id }, message) => lost.set(id, message),
    refused: ({ id }, message) => refuse(id, message),
  })
  return lost

  async function sendFull(records: readonly OutgoingChange[]): Promise<void> {
    if (records.length === 0) return
    writer.logger.step('Writing subscribers', records.length)
    const failures = await sendInLots(records, {
      size: LOT_SIZES.edits,
      concurrency: lotsInHand(writer),
      send: async (lot) => {
        const patches = patchesOf(lot)
        const batch = batchOf(patches.keys(), 'all')
        const edit: SendLot = (some, carried) =>
          send(some, carried, some === patches ? batch : batchOf(some.keys(), carried))
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
  }

  async function send(
    lot: ReadonlyMap<OutgoingChange, CustomerPatch>,
    carried: Carried,
    { sent, entries }: Batch,
  ): Promise<WriteResult> {
    const patches = new Map(Array.from(lot, ([{ change }, patch]) => [change.erpId, patch]))
    const result = await journalled(writer, entries, () =>
      writer.userside.editCustomers(patches, { hot: false }),
    )
    writer.onSent?.({ isHot: false, lot, isWhole: carried === 'all', kind: result.kind })
    if (result.kind === 'done') {
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

  /** What is sent of each. Of some nothing is left: what they refer to could not be created. */
  function patchesOf(lot: readonly OutgoingChange[]): ReadonlyMap<OutgoingChange, CustomerPatch> {
    const patches = new Map<OutgoingChange, CustomerPatch>()
    for (const outgoing of lot) {
      const { patch } = outgoing.full
      if (Object.keys(patch).length > 0) patches.set(outgoing, patch)
    }
    return patches
  }

  /** What is noted of each. */
  function batchOf(lot: Iterable<OutgoingChange>, carried: Carried): Batch {
    const batch: Batch = { sent: [], entries: [] }
    for (const outgoing of lot) {
      const all = outgoing.full.deltas
      const isCarried = ({ field }: Delta): boolean =>
        (field.name === 'additionalData') === (carried === 'additional')
      const deltas = carried === 'all' ? all : all.filter(isCarried)
      batch.sent.push({ outgoing, deltas })
      const entry = journalEntry(outgoing.change, deltas, context, carried === 'additional')
      if (entry.fields.length > 0) batch.entries.push(entry)
    }
    return batch
  }

  /** A record is refused once, however many requests it takes. */
  function refuse(id: string, message: string): void {
    if (!tally.failed.has(id)) reportRefused(writer, { entity: 'subscriber', id }, message)
    tally.failed.add(id)
  }
}
