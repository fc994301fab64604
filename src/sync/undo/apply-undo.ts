/** Carries out an undo of tariffs and subscribers. Whatever else a run created stays, and is reported. */

import { sendChanges } from '../apply/edits.ts'
import { type SubscriberResult, Tally } from '../apply/tally.ts'
import { editTariffs } from '../apply/tariffs.ts'
import { ROUNDS, reportLost, stopIfAsked, type Writer } from '../apply/writer.ts'
import type { SyncContext } from '../fields/context.ts'
import { Creations } from '../fields/reference.ts'
import {
  footprints,
  type PastChanges,
  planSubscriberUndo,
  planTariffUndo,
  reportStaying,
} from './plan-undo.ts'

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
  changes: PastChanges,
): Promise<UndoResult> {
  const edits = await planTariffUndo(writer.userside, footprints(changes(), 'tariff'), writer.report)
  await editTariffs(writer, edits, new Set())
  const subscribers = footprints(changes(), 'subscriber')
  reportStaying(changes, writer.report)
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
  return { tariffs: edits.length, subscribers: tally.result(), skipped }
}
