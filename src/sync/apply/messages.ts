/** Hands subscribers' new messages to the ERP (§8). */
import type { Message } from '../../model/catalogue.ts'
import { toUnix } from '../../model/date.ts'
import { itemsOf } from '../../model/directory.ts'
import type { Settings } from '../../userside/userside.ts'
import type { Plan } from '../plan.ts'
import { journalled, ROUNDS, reportLost, reportRefused, type Writer } from './writer.ts'

/**
 * Sends messages above the ERP's highest id, oldest first. A lost answer is resolved by asking for that id again.
 * Messages of subscribers the ERP does not have are skipped.
 */
export async function applyMessages(
  writer: Writer,
  plan: Plan,
  readSettings: () => Promise<Settings>,
): Promise<number> {
  const last = numberOf(plan.target.settings.lastMessageId)
  const messages = [...itemsOf(plan.source.messages).values()]
    .filter(({ id, date }) => /^\d+$/.test(id) && numberOf(id) > last && date !== '')
    .sort((left, right) => (numberOf(left.id) < numberOf(right.id) ? -1 : 1))
  let sent = 0
  for (const message of messages) {
    const erpId = plan.erpIds.get(message.subscriberId)
    if (erpId !== undefined && (await sendMessage(writer, plan, message, erpId, readSettings))) sent += 1
  }
  return sent
}

async function sendMessage(
  writer: Writer,
  plan: Plan,
  message: Message,
  erpId: string,
  readSettings: () => Promise<Settings>,
): Promise<boolean> {
  const change = { entity: 'message' as const, id: message.id, erpId, action: 'create' as const, fields: [] }
  let lost = ''
  for (let round = 0; round < ROUNDS; round++) {
    const result = await journalled(writer, [change], () =>
      writer.userside.addMessage({
        billingMessageId: message.id,
        customerErpId: erpId,
        unixTime: toUnix(message.date, plan.context.billingOffsetMinutes),
        text: [message.subject, message.text].filter((part) => part !== '').join('<br>'),
      }),
    )
    if (result.kind === 'done') return true
    if (result.kind === 'refused') {
      reportRefused(writer, `message ${message.id}`, result.message)
      return false
    }
    lost = result.message
    if (numberOf((await readSettings()).lastMessageId) >= numberOf(message.id)) return true
  }
  reportLost(writer, `message ${message.id}`, lost)
  return false
}

/** Message ids are numbers of any size. */
function numberOf(id: string): bigint {
  return /^\d+$/.test(id) ? BigInt(id) : 0n
}
