/** Carries out an undo of tariffs and subscribers. Whatever else a run created stays, and is reported. */

import type { RecordChange } from '../../model/journal.ts'
import { REFUSED } from '../addresses/houses.ts'
import { sendChanges } from '../apply/edits.ts'
import { type SubscriberResult, Tally } from '../apply/tally.ts'
import { editTariffs } from '../apply/tariffs.ts'
import { ROUNDS, reportLost, stopIfAsked, type Writer } from '../apply/writer.ts'
import { restoreTariff, type TariffEdit } from '../decide/tariffs.ts'
import type { SyncContext } from '../fields/context.ts'
import { Creations } from '../fields/reference.ts'
import { footprints, planSubscriberUndo } from './plan-undo.ts'

export interface UndoResult {
  readonly tariffs: number
  readonly subscribers: SubscriberResult
  /** Values left as they are. */
  readonly skipped: number
}

/** @param changes the run's changes, walked through once for each kind of record */
export async function applyUndo(
  writer: Writer,
  context: SyncContext,
  changes: () => Iterable<RecordChange & { readonly settlement: string }>,
): Promise<UndoResult> {
  const tariffs = await undoTariffs(writer, footprints(changes(), 'tariff'))
  const subscribers = footprints(changes(), 'subscriber')
  for (const entity of ['house', 'group', 'tag', 'service', 'message'] as const) {
    for (const { id, fields } of footprints(changes(), entity).values()) {
      // A note of what UserSide refused changed nothing there.
      if (fields.has(REFUSED)) continue
      writer.report({
        code: 'undo-stays',
        example: `${entity} ${id}`,
        text: 'Houses, groups, tags, services and messages a run created or changed stay in UserSide.',
      })
    }
  }
  const tally = new Tally()
  let skipped = 0
  for (let round = 0; round < ROUNDS && subscribers.size > 0; round++) {
    stopIfAsked(writer.signal)
    writer.logger.step('Reading UserSide')
    const customers = writer.userside.customers({ withPasswords: false })
    // What was skipped is told once, not once a round.
    const report = round === 0 ? writer.report : () => {}
    const plan = await planSubscriberUndo(customers, subscribers, context, report)
    if (round === 0) skipped = plan.skipped
    const lost = await sendChanges(writer, context, plan.changes, new Creations(), tally)
    if (lost.size === 0) break
    if (round + 1 === ROUNDS) for (const [id, message] of lost) reportLost(writer, id, message)
  }
  return { tariffs, subscribers: tally.result(), skipped }
}

async function undoTariffs(writer: Writer, run: ReturnType<typeof footprints>): Promise<number> {
  if (run.size === 0) return 0
  const held = new Map(
    [...(await writer.userside.tariffs()).values()].map((tariff) => [tariff.billingId, tariff]),
  )
  const edits: TariffEdit[] = []
  for (const step of run.values()) {
    const tariff = held.get(step.id)
    if (tariff === undefined || tariff.erpId === '') continue
    const created = [{ field: 'inBilling', before: 0, after: 1, from: '0', to: '1' }]
    const { edit, skipped } = restoreTariff(tariff, step.isCreated ? created : [...step.fields.values()])
    if (edit !== undefined) edits.push(edit)
    for (const field of skipped) {
      writer.report({
        code: 'undo-changed',
        example: `tariff ${step.id} ${field}`,
        text: 'Values were changed in UserSide since that run; they are left as they are.',
      })
    }
  }
  await editTariffs(writer, edits, new Set())
  return edits.length
}
