/** All subscribers against all records of the ERP, one record at a time, so that only differences are held. */
import type { Customer } from '../../model/customer.ts'
import type { Logger } from '../../model/logger.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { digestOf } from '../../model/subscriber-digest.ts'
import { decodeEntities } from '../../model/text.ts'
import { isUnreadable } from '../../model/unreadable.ts'
import type { Userside } from '../../userside/userside.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Field } from '../fields/field.ts'
import type { Accept } from './acceptance.ts'
import { absentChange, diffSubscriber, fieldsOf, isFullChange, type SubscriberChange } from './diff.ts'
import type { IsManaged } from './filter.ts'
import { HotChange, isHotDifferent } from './hot-change.ts'
import { createMatcher, type IsHeldOtherwise, idsOf, normalisedId } from './match.ts'
import { NewRecordChange } from './new-record.ts'
import type { Selection } from './selection.ts'

/** What comparing gave. */
export interface Comparison {
  /** Records of subscribers that are in the billing and differ. */
  readonly changes: readonly SubscriberChange[]
  /** Records that are in billing by the ERP, but not by the billing. */
  readonly absent: SubscriberChange[]
  /** Managed subscribers the ERP does not have, parents before their children. */
  readonly missing: Subscriber[]
  /** Ids of subscribers of whom it was known that they agree in everything that is not hot. */
  readonly known: ReadonlySet<string>
  readonly unchanged: number
  readonly unmanaged: number
  /** Records that are somebody's of the billing. */
  readonly matched: number
  /** Records of the ERP, and those of them that are in billing. */
  readonly records: number
  readonly present: number
  /** Records that count for the licence once the changes are written, and those that `absent` takes away from it. */
  readonly active: number
  readonly leaving: number
  /** How many records hold a value in a field; only of records that were compared in it. */
  readonly holders: ReadonlyMap<Field, number>
  /** How many records were left alone because it cannot be told whose they are. */
  readonly doubtful: number
  /** How many fewer these are than is remembered, where they are fewer. */
  readonly vanished?: ReadonlyMap<Field, number>
}

export interface ComparisonInput {
  readonly subscribers: ReadonlyMap<string, Subscriber>
  readonly setAside: ReadonlySet<string>
  /** `context.erpIds` is filled while the records pass. */
  readonly context: SyncContext
  readonly erpIds: Map<string, string>
  /** `context.awaited` likewise, once all have passed. */
  readonly awaited: Set<string>
  readonly isManaged: IsManaged
  /** Left out, everybody is in the run. */
  readonly selection?: Pick<Selection, 'isIn' | 'gone'> | undefined
  /** Asked once of all that differ. */
  readonly accept: Accept
  /** The managed ones among the records were just created: what they lack is worked out when it is sent. */
  readonly isNew?: boolean
  /** False for who has to be looked at by every run, whatever is known. */
  readonly isUnremarkable: (subscriber: Subscriber) => boolean
  readonly logger: Logger
  readonly withPasswords: boolean
  /** Told that records begin to pass. They may begin anew, when what was remembered turned out to be in doubt. */
  readonly onBegin?: () => void
  /** Told of every record, under the id in the billing that it is taken for. */
  readonly onShown?:
    | ((id: string, customer: Customer, subscriber: Subscriber | undefined) => void)
    | undefined
  /** Told the ERP's id of every record without an id in the billing. */
  readonly onNameless?: (erpId: string) => void
  /** Which of several records with the id of one subscriber is its own. */
  readonly isHeldOtherwise?: IsHeldOtherwise
  /** Once all have passed: true for a record that is not that of the subscriber whose id it has. */
  readonly isSomebodyElses?: (erpId: string, id: string) => boolean
  /** Told of every record, whosever it is. */
  readonly onRecord?: ((customer: Customer) => void) | undefined
  /** Told of every record that was found to agree with its unremarkable subscriber in everything that is not hot. */
  readonly onAgreed?: ((subscriber: Subscriber, customer: Customer) => void) | undefined
  /** Told of every record of a subscriber who has one already. */
  readonly onDuplicate?: (customer: Customer) => void
  /** Told of every pair, for `verify` and for what is remembered. */
  readonly onPair?: (subscriber: Subscriber, customer: Customer, input: ComparisonInput) => void
  /** Told of every record whose subscriber the billing does not have. */
  readonly onOrphan?: (customer: Customer, input: ComparisonInput) => void
}

/** Under this key stand records without an id in the billing, where the billing has nobody of that name (§6). */
const NOBODY = '0'

/** Telling of each single one would cost more than looking at it. */
const RECORDS_A_TELLING = 100

/** Where the ERP's records come from: from itself, or from memory. */
export interface CustomerSource {
  customers(options: Parameters<Userside['customers']>[0]): AsyncIterable<Customer> | Iterable<Customer>
}

/**
 * Passes the ERP's records by. A child waits until its parent's id is known, which is after the last record.
 * @throws UsersideError when the list breaks off
 */
export async function compareAll(records: CustomerSource, input: ComparisonInput): Promise<Comparison> {
  const { subscribers, setAside, context, erpIds, isManaged, selection, withPasswords } = input
  const isIn = (subscriber: Subscriber): boolean => selection?.isIn(subscriber) ?? true
  input.onBegin?.()
  const matcher = createMatcher(subscribers, input.isHeldOtherwise)
  const changes: SubscriberChange[] = []
  const known = new Set<string>()
  const children: (readonly [Subscriber, Customer])[] = []
  const counts = { unchanged: 0, unmanaged: 0, matched: 0, records: 0, present: 0, active: 0, leaving: 0 }
  const isFormerTold = context.policies.former !== 'ignore' && context.exported.parts.has('former')

  const holders = new Map<Field, number>()
  const hotFields = fieldsOf(context).hot
  const compare = (subscriber: Subscriber, customer: Customer): void => {
    if (input.isNew === true) {
      changes.push(new NewRecordChange(subscriber, customer, context))
      return
    }
    // A child is about its parent's record too, of which no digest of its own tells anything.
    const isAgreeable = subscriber.parentId === ''
    const isKnown = isAgreeable && customer.agreed !== undefined && customer.agreed === digestOf(subscriber)
    if (isKnown) known.add(subscriber.id)
    if (isKnown && customer.isInBilling) {
      compareHot(subscriber, customer)
      return
    }
    const fields = isKnown ? hotFields : undefined
    const change = diffSubscriber(subscriber, customer, context, fields, holders)
    const isHotAtMost = change === undefined || !isFullChange(change)
    if (change === undefined) counts.unchanged += 1
    else changes.push(isHotAtMost ? new HotChange(subscriber, customer, context) : change)
    if (!isKnown && isAgreeable && isHotAtMost && input.isUnremarkable(subscriber))
      input.onAgreed?.(subscriber, customer)
  }
  /** What differs of them is worked out when it is sent. */
  const compareHot = (subscriber: Subscriber, customer: Customer): void => {
    if (isHotDifferent(subscriber, customer, context))
      changes.push(new HotChange(subscriber, customer, context))
    else counts.unchanged += 1
  }
  const leaveAlone = (customer: Customer): void => {
    counts.unmanaged += 1
    counts.active += activeWeight(customer)
  }
  const pair = (subscriber: Subscriber, customer: Customer): void => {
    erpIds.set(subscriber.id, customer.erpId)
    input.onShown?.(subscriber.id, customer, subscriber)
    input.onPair?.(subscriber, customer, input)
    counts.matched += 1
    if (!isIn(subscriber)) {
      counts.active += activeWeight(customer)
      return
    }
    if (!isManaged(subscriber)) {
      leaveAlone(customer)
      return
    }
    const isTold = isFormerTold && !isUnreadable(subscriber, 'former')
    if (!(isTold ? subscriber : customer).isFormer) counts.active += 1
    if (subscriber.parentId === '') compare(subscriber, customer)
    else children.push([subscriber, customer])
  }

  const onUnusable = (key: string): void => matcher.reserve(key)
  const doubtful = new Set<string>()
  const isDoubtful = ({ erpId }: Pick<Customer, 'erpId'>): boolean => doubtful.has(erpId)
  const pass = (customer: Customer): void => {
    counts.records += 1
    input.onRecord?.(customer)
    if (counts.records % RECORDS_A_TELLING === 0) input.logger.advance(RECORDS_A_TELLING)
    if (customer.isInBilling) counts.present += 1
    const subscriber = matcher.match(customer)
    if (subscriber !== undefined) pair(subscriber, customer)
  }
  const customers = records.customers({
    withPasswords,
    onUnusable,
    onDoubtful: (erpId) => doubtful.add(erpId),
    onNameless: (erpId) => input.onNameless?.(erpId),
  })
  // What need not be waited for is not: a promise or two for each of so many records is felt.
  if (Symbol.iterator in customers) for (const customer of customers) pass(customer)
  else for await (const customer of customers) pass(customer)

  input.logger.advance(counts.records % RECORDS_A_TELLING)

  const settled = matcher.settle()
  const unreadable = new Set<string>()
  for (const { customer } of settled) {
    if (idsOf(customer).some((id) => isSetAside(id, setAside))) unreadable.add(customer.erpId)
  }
  const orphans: Customer[] = []
  for (const { customer, subscriber, isDuplicate } of settled) {
    if (isDuplicate) input.onDuplicate?.(customer)
    if (subscriber !== undefined) {
      pair(subscriber, customer)
      continue
    }
    if (!isDuplicate) input.onShown?.(decodeEntities(idsOf(customer)[0] ?? ''), customer, undefined)
    if (customer.key === NOBODY) {
      counts.records -= 1
      if (customer.isInBilling) counts.present -= 1
      continue
    }
    // A child account is read with its parent: who cannot be read may have children still.
    const isUnsure = unreadable.has(customer.erpId) || unreadable.has(customer.parentErpId)
    if (isDuplicate || isUnsure || isDoubtful(customer)) {
      leaveAlone(customer)
    } else {
      input.onOrphan?.(customer, input)
      orphans.push(customer)
    }
  }
  const asked = selection?.gone(orphans)
  const gone = orphans.filter((customer) => asked?.has(customer) !== false)
  const marks = gone.filter(({ isInBilling }) => isInBilling).map(absentChange)
  const unmatched = [...subscribers.values()].filter(
    (subscriber) => !matcher.matched.has(subscriber.id) && isIn(subscriber),
  )
  const missing = unmatched.filter(isManaged)
  counts.unmanaged += unmatched.length - missing.length
  for (const { id } of missing) input.awaited.add(id)
  const { isSomebodyElses } = input
  if (isSomebodyElses !== undefined)
    for (const [id, erpId] of erpIds) if (isSomebodyElses(erpId, id)) doubtful.add(erpId)
  // Whose a doubtful record is nobody knows: nobody is told to be its child either.
  if (doubtful.size > 0) for (const [id, erpId] of erpIds) if (doubtful.has(erpId)) erpIds.delete(id)
  for (const [subscriber, customer] of children) compare(subscriber, customer)
  const sure = doubtful.size === 0 ? changes : changes.filter((change) => !isDoubtful(change))
  const accepted = input.isNew === true ? sure : input.accept(marks.length === 0 ? sure : [...sure, ...marks])
  const absent = accepted.filter(({ action }) => action === 'absent')
  const different = absent.length === 0 ? accepted : accepted.filter(({ action }) => action !== 'absent')
  counts.unmanaged += changes.length - sure.length
  counts.unchanged += sure.length - different.length
  const leaving = new Set(absent.map(({ erpId }) => erpId))
  for (const customer of orphans) {
    if (leaving.has(customer.erpId)) counts.leaving += activeWeight(customer)
    else counts.active += activeWeight(customer)
  }
  return { ...counts, changes: different, absent, missing, known, holders, doubtful: doubtful.size }
}

/** What a record counts for the licence. */
function activeWeight({ isInBilling, isFormer }: Customer): number {
  return isInBilling && !isFormer ? 1 : 0
}

/** A record whose subscriber could not be read is neither edited nor absent. */
function isSetAside(key: string, setAside: ReadonlySet<string>): boolean {
  if (setAside.size === 0) return false
  const id = decodeEntities(key)
  return setAside.has(key) || setAside.has(id) || [...setAside].some((aside) => normalisedId(aside) === id)
}
