/** Sends changes of subscribers in lots: full edits first, then each hot field on its own (§6). */
import { sendInLots } from '../../userside/lots.ts'
import { type CustomerPatch, HOT_KEYS, LOT_SIZES, type WriteResult } from '../../userside/userside.ts'
import type { SyncContext } from '../context.ts'
import type { Delta } from '../field.ts'
import { AdditionalFields, type FieldRefusal } from './additional-fields.ts'
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

/** Sends the full edits, then each hot field on its own; gives the subscribers whose answers were lost. */
export async function sendChanges(
  writer: Writer,
  context: SyncContext,
  changes: readonly OutgoingChange[],
  tally: Tally,
): Promise<Map<string, string>> {
  const lost = new Map<string, string>()
  const unsent = new Set<OutgoingChange>()
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
    onNothing: (change) => void unsent.add(change),
  }
  const full = changes.filter((change) => Object.keys(change.full).length > 0)
  if (full.length > 0) writer.narrator.step('Writing subscribers', full.length)
  const isFullPart = ({ field }: Delta): boolean => !field.isHot
  await sendPart(full, (change) => change.full, LOT_SIZES.edits, false, isFullPart)
  for (const key of HOT_KEYS) {
    const hot = changes.filter((change) => change.hot[key] !== undefined)
    if (hot.length === 0) continue
    writer.narrator.step(`Writing ${HOT_TITLES[key]}`, hot.length)
    // A field that travels in two requests is one write: it is noted with the first of them.
    const isHotPart = ({ field, after, before }: Delta): boolean =>
      field.isHot && Object.keys(field.patch(after, before, context))[0] === key
    await sendPart(
      hot,
      (change) => ({ [key satisfies HotKey]: change.hot[key] }),
      LOT_SIZES.hotEdits,
      true,
      isHotPart,
    )
  }
  return lost

  async function sendPart(
    part: readonly OutgoingChange[],
    patchOf: (change: OutgoingChange) => CustomerPatch,
    size: number,
    hot: boolean,
    isPart: (delta: Delta) => boolean,
  ): Promise<void> {
    const outcomes = await sendInLots(new Map(part.map((change) => [change, patchOf(change)])), {
      size,
      concurrency: writer.lotsAtATime,
      send: async (lot) => {
        const result = await additionalFields.send(lot, edit, refusal)
        // A refused lot comes again in halves.
        if (result.kind !== 'refused' || lot.size === 1) writer.narrator.advance(lot.size)
        return result
      },
    })
    for (const [outgoing, outcome] of outcomes) {
      const { change, deltas } = outgoing
      if (outcome.kind === 'lost') lost.set(change.id, outcome.message)
      else if (outcome.kind === 'refused') refuse(change.id, outcome.message)
      else if (!unsent.has(outgoing)) tally.wrote(change, deltas.filter(isPart))
    }

    async function edit(
      lot: ReadonlyMap<OutgoingChange, CustomerPatch>,
      carried: 'all' | 'rest' | 'additional',
    ): Promise<WriteResult> {
      const isCarried = (delta: Delta): boolean =>
        isPart(delta) &&
        (carried === 'all' || (delta.field.name === 'additionalData') === (carried === 'additional'))
      const entries = [...lot.keys()]
        .map((change) => journalEntry(change, context, isCarried, hot || carried === 'additional'))
        .filter(({ fields }) => fields.length > 0)
      const patches = new Map([...lot].map(([{ change }, patch]) => [change.erpId, patch]))
      const result = await journalled(writer, entries, () => writer.userside.editCustomers(patches, { hot }))
      writer.onSent?.({ lot, isHot: hot, isWhole: carried === 'all', kind: result.kind })
      return result
    }
  }

  /** A record is refused once, however many requests it takes. */
  function refuse(id: string, message: string): void {
    if (!tally.failed.has(id)) reportRefused(writer, id, message)
    tally.failed.add(id)
  }
}
