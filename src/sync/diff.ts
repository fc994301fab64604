/** One subscriber against its record in the ERP: what would be written. Pure. */
import type { Customer } from '../model/customer.ts'
import type { FieldValue } from '../model/journal.ts'
import type { Subscriber } from '../model/subscriber.ts'
import type { SyncContext } from './context.ts'
import type { Delta, Field } from './field.ts'
import { FIELDS } from './fields.ts'

/** The values of `isInBilling`, a field of the mirror itself: no policy, no row of the table. */
export const IN_BILLING = 'inBilling'

/** What is to be done to one record of the ERP. */
export interface SubscriberChange {
  readonly id: string
  readonly erpId: string
  readonly action: 'create' | 'update' | 'absent' | 'return'
  /** The source record; none for a subscriber that is gone. */
  readonly subscriber: Subscriber | undefined
  readonly deltas: readonly Delta[]
}

/** Whether a difference was written twice already and came back unchanged (§10). */
export type IsUnaccepted = (
  subscriberId: string,
  field: Field,
  before: FieldValue,
  after: FieldValue,
) => boolean

/** The change of a record that is in the billing; `undefined` when there is none. */
export function diffSubscriber(
  subscriber: Subscriber,
  customer: Customer,
  context: SyncContext,
  isUnaccepted: IsUnaccepted,
): SubscriberChange | undefined {
  const deltas: Delta[] = []
  for (const field of FIELDS) {
    const delta = field.compare(subscriber, customer, context)
    if (delta !== undefined && !isUnaccepted(subscriber.id, field, delta.before, delta.after))
      deltas.push(delta)
  }
  if (deltas.length === 0 && customer.isInBilling) return undefined
  return {
    id: subscriber.id,
    erpId: customer.erpId,
    action: customer.isInBilling ? 'update' : 'return',
    subscriber,
    deltas,
  }
}

/** The change of a record whose subscriber is gone from the billing: flagged, never deleted. */
export function absentChange(customer: Customer): SubscriberChange {
  return { id: customer.key, erpId: customer.erpId, action: 'absent', subscriber: undefined, deltas: [] }
}
