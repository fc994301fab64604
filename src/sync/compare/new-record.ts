/** What a record that was just created lacks. */
import type { Customer } from '../../model/customer.ts'
import type { FieldValue } from '../../model/journal.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta, Field } from '../fields/field.ts'
import { diffFields, fieldsOf, type SubscriberChange } from './diff.ts'

/**
 * Nearly everything: of thousands of new records the differences would be most of what a run holds. So they are worked
 * out when they are asked for, each time anew; by then others are on their way to UserSide, and nobody waits.
 */
export class NewRecordChange implements SubscriberChange {
  readonly subscriber: Subscriber
  /** Of a record that was just created nothing was ever written in vain. */
  readonly isWhole = true
  readonly isFull: boolean
  readonly #customer: Customer
  readonly #context: SyncContext

  constructor(subscriber: Subscriber, customer: Customer, context: SyncContext) {
    this.subscriber = subscriber
    this.#customer = customer
    this.#context = context
    const held = (field: Field): FieldValue => field.have(customer, context)
    const isAnything = (field: Field): boolean => field.compare(subscriber, held, context) !== undefined
    this.isFull = this.action !== 'update' || fieldsOf(context).full.some(isAnything)
  }

  get id(): string {
    return this.subscriber.id
  }

  get key(): string {
    return this.#customer.key
  }

  get erpId(): string {
    return this.#customer.erpId
  }

  get action(): SubscriberChange['action'] {
    return this.#customer.isInBilling ? 'update' : 'return'
  }

  get deltas(): readonly Delta[] {
    return this.#differences(fieldsOf(this.#context).all)
  }

  get hotDeltas(): readonly Delta[] {
    return this.#differences(fieldsOf(this.#context).hot)
  }

  get fullDeltas(): readonly Delta[] {
    return this.#differences(fieldsOf(this.#context).full)
  }

  #differences(fields: readonly Field[]): readonly Delta[] {
    const held = (field: Field): FieldValue => field.have(this.#customer, this.#context)
    return diffFields(this.subscriber, held, this.#context, fields)
  }
}
