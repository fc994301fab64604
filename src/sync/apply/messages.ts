/** Hands subscribers' new messages to the ERP (§8). */
import { toUnixIn } from '../../model/zone.ts'
import type { Settings } from '../../userside/userside.ts'
import { messageNumber, type PlannedMessage } from '../decide/messages.ts'
import type { Plan } from '../decide/plan.ts'
import { changeOnce, type Writer } from './writer.ts'

/**
 * Sends the planned messages. A lost answer is resolved by asking for the ERP's highest id again. Those of subscribers
 * the ERP has not got after all are skipped.
 */
export async function applyMessages(
  writer: Writer,
  plan: Plan,
  readSettings: () => Promise<Settings>,
): Promise<number> {
  let sent = 0
  for (const planned of plan.messages) {
    const erpId = plan.erpIds.get(planned.subscriber.id)
    if (erpId !== undefined && (await sendMessage(writer, plan, planned, erpId, readSettings))) sent += 1
  }
  return sent
}

async function sendMessage(
  writer: Writer,
  plan: Plan,
  { message, text }: PlannedMessage,
  erpId: string,
  readSettings: () => Promise<Settings>,
): Promise<boolean> {
  return changeOnce(
    writer,
    { entity: 'message', id: message.id, erpId, action: 'create', fields: [] },
    () =>
      writer.userside.addMessage({
        billingMessageId: message.id,
        customerErpId: erpId,
        unixTime: toUnixIn(message.date, plan.context.billingZone),
        text,
      }),
    async () => messageNumber((await readSettings()).lastMessageId) >= messageNumber(message.id),
  )
}
