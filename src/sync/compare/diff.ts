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
  /** What UserSide calls a subscriber that is gone. */
  readonly name?: string
  readonly deltas: readonly Delta[]
  /** Those of them that are hot, the others, and whether there are others, where each is known without all of them. */
  readonly hotDeltas?: readonly Delta[]
  readonly fullDeltas?: readonly Delta[]
  readonly isFull?: boolean
  /** Nothing that differs was left out as not accepted. */
  readonly isWhole: boolean
}

/**
 * The change of a record that is in the billing; `undefined` when there is nothing to write.
 * @param fields to compare by; all that count in this run when left out
 * @param holders where it is counted how many records hold a value in each field, save hot ones
 */
export function diffSubscriber(
  subscriber: Subscriber,
  customer: Customer,
  context: SyncContext,
  fields: readonly Field[] = fieldsOf(context).all,
  holders?: Map<Field, number>,
): SubscriberChange | undefined {
  const { key, erpId, isInBilling } = customer
  // What is hot is never remembered as written: every run is told it anew.
  const held = (field: Field): FieldValue => {
    if (field.isHot) return field.have(customer, context)
    // What was written may be `null`: no next tariff.
    const written = customer.written?.get(field.name)
    const value = written === undefined ? field.have(customer, context) : written
    if (holders !== undefined && !field.isEmpty(value)) holders.set(field, (holders.get(field) ?? 0) + 1)
    return value
  }
  const deltas = diffFields(subscriber, held, context, fields)
  if (deltas.length === 0 && isInBilling) return undefined
  const action = isInBilling ? 'update' : 'return'
  return { id: subscriber.id, key, erpId, action, subscriber, deltas, isWhole: true }
}

/** The differences in some fields. @param held what UserSide holds of each */
export function diffFields(
  subscriber: Subscriber,
  held: (field: Field) => FieldValue,
  context: SyncContext,
  fields: readonly Field[],
): readonly Delta[] {
  let deltas: Delta[] | undefined
  for (const field of fields) {
    const delta = field.compare(subscriber, held, context)
    if (delta === undefined) continue
    deltas ??= []
    deltas.push(delta)
  }
  return deltas ?? NO_DELTAS
}

/** Nearly all records differ in nothing. */
const NO_DELTAS: readonly Delta[] = []

/** True when there is more to write than what is hot. */
export function isFullChange(change: SubscriberChange): boolean {
  // Differences that are hot are worked out only when they are asked for.
  return change.isFull ?? (change.action !== 'update' || change.deltas.some(({ field }) => !field.isHot))
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
  const { key, erpId, fullName: name } = customer
  return { id: key, key, erpId, action: 'absent', subscriber: undefined, name, deltas: [], isWhole: false }
}
