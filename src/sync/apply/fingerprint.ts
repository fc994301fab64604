/** The hash UserSide keeps of a subscriber's source record (`crc_billing`, §6). */
import { memoize } from '../../model/memoize.ts'
import type { Subscriber } from '../../model/subscriber.ts'

const hasher = new Bun.CryptoHasher('md5')

/** Changes when the canonical record or the way it is hashed changes. */
const VERSION = '1'

/** What stands in the ERP for a subscriber that is gone. */
export const GONE = 'n-a'

/** What stands for a record that no longer is what the billing says: no source record has this hash. */
export const UNKNOWN = hasher.update('unknown').digest('hex')

/**
 * 32 hex digits over the canonical record without balance, activity and traffic. Collections count by content, not
 * by the order or the running counters the billing happens to print (`contracts/universal-billing-api.md` §5.6).
 */
export const fingerprint = memoize(makeFingerprint)

function makeFingerprint(subscriber: Subscriber): string {
  // The password stays out too: a hash of it would be kept where the password must not be.
  const canonical = {
    id: subscriber.id,
    parentId: subscriber.parentId,
    login: subscriber.login,
    fullName: subscriber.fullName,
    accountNumber: subscriber.accountNumber,
    comment: subscriber.comment,
    credit: subscriber.credit,
    discount: subscriber.discount,
    isCorporate: subscriber.isCorporate,
    isFormer: subscriber.isFormer,
    connectedOn: subscriber.connectedOn,
    agreementNumber: subscriber.agreementNumber,
    agreementDate: subscriber.agreementDate,
    tariffs: [...subscriber.tariffs].sort(),
    nextTariff: subscriber.nextTariff,
    phones: subscriber.phones,
    emails: subscriber.emails,
    address: subscriber.address,
    ipMacs: subscriber.ipMacs.map(({ ip, mac }) => `${ip ?? -1},${mac}`).sort(),
    stateId: subscriber.stateId,
    additionalData: [...subscriber.additionalData].sort(byFirst),
    groups: [...subscriber.groups].sort(),
    tags: subscriber.tags.map(({ id }) => id).sort(),
    services: subscriber.services,
  }
  return hasher.update(VERSION).update(JSON.stringify(canonical)).digest('hex')
}

function byFirst([left]: readonly [string, string], [right]: readonly [string, string]): number {
  return left < right ? -1 : 1
}
