/**
 * Digests by which a run knows that nothing has happened. Where a subscriber and everything that comparing depends on
 * are what they were when the subscriber was found to agree with its record, it agrees with it still: all that is to be
 * compared is what is hot.
 */
import { createHash } from 'node:crypto'
import type { Named } from '../../model/catalogue.ts'
import type { Customer } from '../../model/customer.ts'
import { type Directory, itemsOf } from '../../model/directory.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { HousePlan } from '../houses.ts'
import type { Source } from '../source.ts'
import type { Target } from '../target.ts'
import { Hash } from './hash.ts'

const hash = new Hash()

/** Digest of everything of a subscriber that is not hot; never 0. A password is not part of it. */
export function digestOf(subscriber: Subscriber): number {
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
  return hash.take() || 1
}

/** What stands beside a record in the memory. */
export interface RecordMarks {
  readonly crc: string
  readonly agreed: number
}

/** Digest of a record as it is remembered; never 0. */
export function recordDigest(customer: Customer, { crc, agreed }: RecordMarks): number {
  const { address, nextTariff } = customer
  hash
    .add(crc)
    .add(agreed)
    .add(customer.erpId)
    .add(customer.isInBilling)
    .add(customer.isFormer)
    .add(customer.login)
    .add(customer.fullName)
    .add(customer.accountNumber)
    .add(customer.comment)
    .add(customer.credit)
    .add(customer.discount)
    .add(customer.isCorporate)
    .add(customer.parentErpId)
    .add(customer.stateId)
    .add(customer.connectedOn)
    .add(customer.agreementNumber)
    .add(customer.agreementDate)
    .add(nextTariff?.id)
    .add(nextTariff?.startDate)
    .add(address.houseId)
    .add(address.apartment)
    .add(address.floor)
    .add(address.entrance)
    .addAll(customer.tariffs)
    .addAll(customer.phones)
    .addAll(customer.emails)
    .addAll(customer.groupIds)
    .addAll(customer.tagIds)
    .add(customer.ipMacs.length)
  for (const { ip, mac } of customer.ipMacs) hash.add(ip).add(mac)
  hash.add(customer.services.size)
  for (const [id, { cost, comment }] of customer.services) hash.add(id).add(cost).add(comment)
  hash.add(customer.additionalData.size)
  for (const [id, value] of customer.additionalData) hash.add(id).add(value)
  return hash.take() || 1
}

/** Digest of what the lists of both sides say, and where the houses stand. */
export function contextDigest(source: Source, target: Target, houses: HousePlan | undefined): string {
  const { parts, additionalFields } = source.subscribers.exported
  const namesOf = (list: Directory<Named>): unknown =>
    list.state === 'available' && [...list.items.values()].map(({ id, name }) => [id, name])
  const said = [
    [...parts].sort(),
    [...additionalFields].sort(),
    [source.tariffs, source.groups, source.tags, source.services].map(namesOf),
    source.states.state === 'available' && [...source.states.items],
    [target.groups, target.tags, target.services].map((list) => [
      list.state,
      [...itemsOf(list).values()].map(({ erpId, name }) => [erpId, name]),
    ]),
    houses && [[...houses.erpIds], houses.missing.map(({ id }) => id)],
  ]
  return createHash('md5').update(JSON.stringify(said)).digest('hex')
}
