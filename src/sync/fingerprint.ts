/** The hash UserSide keeps of a subscriber's source record (`crc_billing`, §6). */
import { createHash } from 'node:crypto'
import type { Subscriber } from '../model/subscriber.ts'

/** Changes when the canonical record or the way it is hashed changes. */
const VERSION = '1'

/** What stands in the ERP for a subscriber that is gone. */
export const GONE = 'n-a'

/**
 * 32 hex digits over the canonical record without balance, activity and traffic. Collections count by content, not
 * by the order or the running counters the billing happens to print (`contracts/universal-billing-api.md` §5.6).
 */
export function fingerprint(subscriber: Subscriber): string {
  const { balance, activeAt, trafficUp, trafficDown, password, ...record } = subscriber
  const canonical = {
    ...record,
    // Only whether there is one: the hash is stored, the password is not.
    password: createHash('md5').update(password).digest('hex').slice(0, 2),
    tariffs: [...record.tariffs].sort(),
    additionalData: [...record.additionalData].sort(byFirst),
    groups: [...record.groups].sort(),
    tags: record.tags.map(({ id }) => id).sort(),
    ipMacs: record.ipMacs.map(({ ip, mac }) => `${ip ?? -1},${mac}`).sort(),
  }
  return createHash('md5').update(VERSION).update(JSON.stringify(canonical)).digest('hex')
}

function byFirst([left]: readonly [string, string], [right]: readonly [string, string]): number {
  return left < right ? -1 : 1
}
