/** By which two readings of a subscriber are known to say the same. */
import { Hash } from './hash.ts'
import { memoize } from './memoize.ts'
import type { Subscriber } from './subscriber.ts'

const hash = new Hash()

/** Digest of everything of a subscriber that is not hot; never 0. A password is not part of it. */
export function digestOf(subscriber: Subscriber): number {
  return subscriber.digest ?? computedOnce(subscriber)
}

/** One is asked for it when it is read, and again when it is found to agree. */
const computedOnce = memoize(computeDigest)

function computeDigest(subscriber: Subscriber): number {
  const { address, nextTariff } = subscriber
  hash
    .add(subscriber.login)
    .add(subscriber.fullName)
    .add(subscriber.accountNumber)
    .add(subscriber.comment)
    .add(subscriber.credit)
    .add(subscriber.discount)
    .add(subscriber.isCorporate)
    .add(subscriber.isFormer)
    .add(subscriber.connectedOn)
    .add(subscriber.agreementNumber)
    .add(subscriber.agreementDate)
    .add(subscriber.stateId)
    .add(nextTariff?.id)
    .add(nextTariff?.startDate)
    .add(address?.houseId)
    .add(address?.apartment)
    .add(address?.floor)
    .add(address?.entrance)
    .addAll(subscriber.tariffs)
    .addAll(subscriber.phones)
    .addAll(subscriber.emails)
    .addAll(subscriber.groups)
    .add(subscriber.ipMacs.length)
  for (const { ip, mac } of subscriber.ipMacs) hash.add(ip).add(mac)
  hash.add(subscriber.tags.length)
  for (const { id, addedAt } of subscriber.tags) hash.add(id).add(addedAt)
  hash.add(subscriber.services.length)
  for (const { id, cost, comment } of subscriber.services) hash.add(id).add(cost).add(comment)
  hash.add(subscriber.additionalData.size)
  for (const [id, value] of subscriber.additionalData) hash.add(id).add(value)
  // What cannot be read is not what is empty: when it becomes that, there is something to compare again.
  for (const { field } of subscriber.unreadable ?? []) hash.add(field)
  return hash.take() || 1
}
