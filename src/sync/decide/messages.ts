/** Which messages of the billing go on to the ERP, and as what text (`contracts/userside-api.md` §8). Pure. */
import type { Message } from '../../model/catalogue.ts'
import { itemsOf } from '../../model/directory.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { plainText } from '../../model/text.ts'
import type { IsManaged } from '../compare/filter.ts'
import type { Source } from '../read/source.ts'

export interface PlannedMessage {
  readonly message: Message
  readonly subscriber: Subscriber
  /** As the ERP shows it: a line break is `<br>`. */
  readonly text: string
}

/** Messages of managed subscribers above the ERP's highest id, oldest first. One without a text or date is none. */
export function planMessages(
  { messages, subscribers }: Pick<Source, 'messages' | 'subscribers'>,
  lastMessageId: string,
  isManaged: IsManaged,
): PlannedMessage[] {
  const last = messageNumber(lastMessageId)
  const planned: PlannedMessage[] = []
  for (const message of itemsOf(messages).values()) {
    const subscriber = subscribers.subscribers.get(message.subscriberId)
    const text = messageText(message)
    if (subscriber === undefined || !isManaged(subscriber) || text === '' || message.date === '') continue
    if (/^\d+$/.test(message.id) && messageNumber(message.id) > last)
      planned.push({ message, subscriber, text })
  }
  return planned.sort((left, right) =>
    messageNumber(left.message.id) < messageNumber(right.message.id) ? -1 : 1,
  )
}

/** Message ids are numbers of any size. */
export function messageNumber(id: string): bigint {
  return /^\d+$/.test(id) ? BigInt(id) : 0n
}

function messageText({ subject, text }: Message): string {
  const lines = [subject, ...text.split('\n')].map(plainText)
  return lines.join('<br>').replace(/^(?:<br>)+|(?:<br>)+$/g, '')
}
