/** Sends changes of subscribers in lots: full edits first, then each hot field on its own (§6). */
import { sendInLots } from '../../userside/lots.ts'
import { type CustomerPatch, HOT_KEYS, LOT_SIZES, type WriteResult } from '../../userside/userside.ts'
import type { SyncContext } from '../context.ts'
import type { Delta } from '../field.ts'
import { AdditionalFields, type FieldRefusal } from './additional-fields.ts'
import { type HotKey, type HotPart, journalEntry, type OutgoingChange, type OutgoingPart } from './patch.ts'
import type { Tally } from './tally.ts'
import { journalled, letOthersBy, reportRefused, type Writer } from './writer.ts'

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
  readonly of: (outgoing: OutgoingChange) => OutgoingPart
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
  await sendPart('Writing subscribers', full, { isHot: false, of: (outgoing) => outgoing.full })
  for (const key of HOT_KEYS) {
    const hot = changes.filter((outgoing) => outgoing.hot.patch[key] !== undefined)
    await sendPart(`Writing ${HOT_TITLES[key]}`, hot, { isHot: true, of: ({ hot }) => hotPart(hot, key) })
  }
  return lost

  async function sendPart(title: string, changes: readonly OutgoingChange[], part: Part): Promise<void> {
    if (changes.length === 0) return
    writer.narrator.step(title, changes.length)
    const outcomes = await sendInLots(new Map(changes.map((change) => [change, change])), {
      size: part.isHot ? LOT_SIZES.hotEdits : LOT_SIZES.edits,
      concurrency: writer.lotsAtATime,
      send: async (lot) => {
        const patches = patchesOf(lot.keys(), part)
        await letOthersBy()
        const result = await additionalFields.send(patches, edit, refusal)
        // A refused lot comes again in halves.
        if (result.kind !== 'refused' || lot.size === 1) writer.narrator.advance(lot.size)
        return result
      },
    })
    for (const [{ change }, outcome] of outcomes) {
      if (outcome.kind === 'lost') lost.set(change.id, outcome.message)
      else if (outcome.kind === 'refused') refuse(change.id, outcome.message)
    }

    async function edit(
      lot: ReadonlyMap<OutgoingChange, CustomerPatch>,
      carried: 'all' | 'rest' | 'additional',
    ): Promise<WriteResult> {
      const isCarried = ({ field }: Delta): boolean =>
        carried === 'all' || (field.name === 'additionalData') === (carried === 'additional')
      const sent = Array.from(lot.keys(), (outgoing) => {
        return { outgoing, deltas: part.of(outgoing).deltas.filter(isCarried) }
      })
      const isHot = part.isHot || carried === 'additional'
      const entries = sent
        .map(({ outgoing: { change }, deltas }) => journalEntry(change, deltas, context, isHot))
        .filter(({ fields }) => fields.length > 0)
      const patches = new Map(Array.from(lot, ([{ change }, patch]) => [change.erpId, patch]))
      await letOthersBy()
      const result = await journalled(writer, entries, () =>
        writer.userside.editCustomers(patches, { hot: part.isHot }),
      )
      writer.onSent?.({ lot, isHot: part.isHot, isWhole: carried === 'all', kind: result.kind })
      if (result.kind === 'done') {
        for (const { outgoing, deltas } of sent) {
          tally.wrote(outgoing.change, deltas)
          if (carried === 'all') outgoing.letGo()
        }
      }
      return result
    }
  }

  /** What is sent of each. Of some nothing is left: what they refer to could not be created. */
  function patchesOf(lot: Iterable<OutgoingChange>, part: Part): Map<OutgoingChange, CustomerPatch> {
    const patches = new Map<OutgoingChange, CustomerPatch>()
    for (const outgoing of lot) {
      const { patch } = part.of(outgoing)
      if (Object.keys(patch).length > 0) patches.set(outgoing, patch)
    }
    return patches
  }

  /** A record is refused once, however many requests it takes. */
  function refuse(id: string, message: string): void {
    if (!tally.failed.has(id)) reportRefused(writer, id, message)
    tally.failed.add(id)
  }
}

/** One hot field, with the difference that is noted with it. */
function hotPart({ patch, byMember }: HotPart, key: HotKey): OutgoingPart {
  const delta = byMember.get(key)
  const deltas = delta === undefined ? [] : [delta]
  return { patch: { [key satisfies HotKey]: patch[key] }, deltas, isAll: true }
}
