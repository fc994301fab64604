/**
 * Digests by which a run knows that nothing has happened. Where a subscriber and everything that comparing depends on
 * are what they were when the subscriber was found to agree with its record, it agrees with it still: all that is to be
 * compared is what is hot.
 */
import { createHash } from 'node:crypto'
import type { Named } from '../../model/catalogue.ts'
import { type Directory, itemsOf } from '../../model/directory.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { HousePlan } from '../houses.ts'
import type { Source } from '../source.ts'
import type { Target } from '../target.ts'

/** Digits a number holds exactly. */
const BITS = 53

/** Digest of everything of a subscriber that is not hot; never 0. A password is not part of it. */
export function digestOf(subscriber: Subscriber): number {
  const text = JSON.stringify([
    subscriber.login,
    subscriber.fullName,
    subscriber.accountNumber,
    subscriber.comment,
    subscriber.credit,
    subscriber.discount,
    subscriber.isCorporate,
    subscriber.isFormer,
    subscriber.connectedOn,
    subscriber.agreementNumber,
    subscriber.agreementDate,
    subscriber.tariffs,
    subscriber.nextTariff,
    subscriber.phones,
    subscriber.emails,
    subscriber.address,
    subscriber.ipMacs,
    subscriber.stateId,
    [...subscriber.additionalData],
    subscriber.groups,
    subscriber.tags,
    subscriber.services,
  ])
  return Number(BigInt.asUintN(BITS, Bun.hash.wyhash(text))) || 1
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
