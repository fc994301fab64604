/** One subscriber against its record in the ERP: what would be written. Pure. */
import type { Customer } from '../../model/customer.ts'
import type { FieldValue } from '../../model/journal.ts'
import { memoize } from '../../model/memoize.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta, Field } from '../fields/field.ts'
import { FIELDS } from '../fields/table.ts'

/** The values of `isInBilling`, a field of the mirror itself: no policy, no row of the table. */
export const IN_BILLING = 'inBilling'

/** What is to be done to one record of the ERP. */
export interface SubscriberChange {
  readonly id: string
  /** Key of the record in UserSide's list: the id, or what became of it there. */
  readonly key: string
  readonly erpId: string
  readonly action: 'create' | 'update' | 'absent' | 'return'
  /** The source record; none for a subscriber that is gone. */
  readonly subscriber: Subscriber | undefined
  readonly deltas: readonly Delta[]
  /** Those of them that are hot, the others, and whether there are others, where each is known without all of them. */
  readonly hotDeltas?: readonly Delta[]
  readonly fullDeltas?: readonly Delta[]
  readonly isFull?: boolean
  /** Nothing that differs was left out as not accepted. */
  readonly isWhole: boolean
}

/** What comparing two records gave. */
export interface Difference {
  /** `undefined` when there is nothing to write. */
  readonly change: SubscriberChange | undefined
  /** Nothing that differs was left out as not accepted. */
  readonly isWhole: boolean
}

export interface ComparingWay {
  readonly fields?: readonly Field[]
  readonly holders?: Map<Field, number>
}

/** Whether a difference was written twice already and came back unchanged (§10). */
export type IsUnaccepted = (
  subscriberId: string,
  field: Field,
  before: FieldValue,
  after: FieldValue,
) => boolean

/**
 * The change of a record that is in the billing.
 * @param way the fields to compare by, all that count in this run when left out; and, where it is counted, how many
 *   records hold a value in each of them
 */
export function diffSubscriber(
  subscriber: Subscriber,
  customer: Customer,
  context: SyncContext,
  isUnaccepted: IsUnaccepted,
  { fields = fieldsOf(context).all, holders }: ComparingWay = {},
): Difference {
  const { key, erpId, isInBilling } = customer
  // What is hot is never remembered as written: every run is told it anew.
  const held = (field: Field): FieldValue => {
    if (field.isHot) return field.have(customer, context)
    const value = customer.written?.get(field.name) ?? field.have(customer, context)
    if (holders !== undefined && !field.isEmpty(value)) holders.set(field, (holders.get(field) ?? 0) + 1)
    return value
  }
  let isWhole = true
  let deltas: Delta[] | undefined
  for (const field of fields) {
    const delta = field.compare(subscriber, held, context)
    if (delta === undefined) continue
    if (isUnaccepted(subscriber.id, field, delta.before, delta.after)) {
      isWhole = false
      continue
    }
    deltas ??= []
    deltas.push(delta)
  }
  if (deltas === undefined && isInBilling) return { change: undefined, isWhole }
  const action = isInBilling ? 'update' : 'return'
  return {
    change: { id: subscriber.id, key, erpId, action, subscriber, deltas: deltas ?? [], isWhole },
    isWhole,
  }
}

/** The rows that count in a run: all of them, and apart those that travel alone and those that travel together. */
export interface ComparedFields {
  readonly all: readonly Field[]
  readonly hot: readonly Field[]
  readonly full: readonly Field[]
}

/** Found once for a run, not once for each of its many records. */
export const fieldsOf = memoize((context: SyncContext): ComparedFields => {
  const all = FIELDS.filter((field) => field.isCompared(context))
  return { all, hot: all.filter(({ isHot }) => isHot), full: all.filter(({ isHot }) => !isHot) }
})

/** The change of a record whose subscriber is gone from the billing: flagged, never deleted. */
export function absentChange(customer: Customer): SubscriberChange {
  const { key, erpId } = customer
  return { id: key, key, erpId, action: 'absent', subscriber: undefined, deltas: [], isWhole: false }
}
