/** All subscribers against all records of the ERP, one record at a time, so that only differences are held. */
import type { Customer } from '../model/customer.ts'
import type { Narrator } from '../model/narrator.ts'
import type { Subscriber } from '../model/subscriber.ts'
import { decodeEntities } from '../model/text.ts'
import type { SyncContext } from './context.ts'
import { absentChange, diffSubscriber, type IsUnaccepted, type SubscriberChange } from './diff.ts'
import type { IsManaged } from './filter.ts'
import { createMatcher, normalisedId } from './match.ts'

/** What comparing gave. */
export interface Comparison {
  /** Records of subscribers that are in the billing and differ. */
  readonly changes: SubscriberChange[]
  /** Records that are in billing by the ERP, but not by the billing. */
  readonly absent: SubscriberChange[]
  /** Managed subscribers the ERP does not have, parents before their children. */
  readonly missing: Subscriber[]
  readonly unchanged: number
  readonly unmanaged: number
  /** Records of the ERP, and those of them that are in billing and active. */
  readonly records: number
  readonly present: number
  readonly active: number
}

export interface ComparisonInput {
  readonly subscribers: ReadonlyMap<string, Subscriber>
  readonly setAside: ReadonlySet<string>
  /** `context.erpIds` is filled while the records pass. */
  readonly context: SyncContext
  readonly erpIds: Map<string, string>
  readonly isManaged: IsManaged
  readonly isUnaccepted: IsUnaccepted
  readonly narrator: Narrator
  /** Told of every pair, for `verify` and for what is remembered. */
  readonly onPair?: (subscriber: Subscriber, customer: Customer) => void
  readonly onOrphan?: (customer: Customer) => void
}

/**
 * Passes the ERP's records by. A child waits until its parent's id is known, which is after the last record.
 * @throws UsersideError when the list breaks off
 */
export async function compareAll(
  customers: AsyncIterable<Customer>,
  input: ComparisonInput,
): Promise<Comparison> {
  const { subscribers, context, erpIds, isManaged } = input
  const matcher = createMatcher(subscribers)
  const changes: SubscriberChange[] = []
  const absent: SubscriberChange[] = []
  const children: (readonly [Subscriber, Customer])[] = []
  let unchanged = 0
  let unmanaged = 0
  let records = 0
  let present = 0
  let active = 0

  const compare = (subscriber: Subscriber, customer: Customer): void => {
    const change = diffSubscriber(subscriber, customer, context, input.isUnaccepted)
    if (change === undefined) unchanged += 1
    else changes.push(change)
  }
  const pair = (subscriber: Subscriber, customer: Customer): void => {
    erpIds.set(subscriber.id, customer.erpId)
    input.onPair?.(subscriber, customer)
    if (!isManaged(subscriber)) {
      unmanaged += 1
      if (customer.isInBilling && !customer.isFormer) active += 1
      return
    }
    if (!subscriber.isFormer) active += 1
    if (subscriber.parentId === '') compare(subscriber, customer)
    else children.push([subscriber, customer])
  }

  for await (const customer of customers) {
    records += 1
    input.narrator.advance(1)
    if (customer.isInBilling) present += 1
    const subscriber = matcher.match(customer)
    if (subscriber !== undefined) pair(subscriber, customer)
  }
  for (const { customer, subscriber } of matcher.settle()) {
    if (subscriber !== undefined) pair(subscriber, customer)
    else if (isSetAside(customer.key, input.setAside)) unmanaged += 1
    else {
      input.onOrphan?.(customer)
      if (customer.isInBilling) absent.push(absentChange(customer))
    }
  }
  for (const [subscriber, customer] of children) compare(subscriber, customer)

  const missing = [...subscribers.values()].filter(({ id }) => !matcher.matched.has(id))
  unmanaged += missing.filter((subscriber) => !isManaged(subscriber)).length
  return {
    changes,
    absent,
    missing: missing.filter(isManaged),
    unchanged,
    unmanaged,
    records,
    present,
    active,
  }
}

/** A record whose subscriber could not be read is neither edited nor absent. */
function isSetAside(key: string, setAside: ReadonlySet<string>): boolean {
  if (setAside.size === 0) return false
  const id = decodeEntities(key)
  return setAside.has(key) || setAside.has(id) || [...setAside].some((aside) => normalisedId(aside) === id)
}
