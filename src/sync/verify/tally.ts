/** The totals of one side, counted while its records are read. */
import type { Customer } from '../../model/customer.ts'
import type { FieldValue } from '../../model/journal.ts'
import type { FieldName } from '../../model/policy.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Field } from '../fields/field.ts'
import { erpState } from '../fields/state.ts'
import { FIELDS } from '../fields/table.ts'
import { canonicalTariffId } from '../fields/tariffs.ts'

/** A state the billing does not list: it has no counterpart in UserSide. */
export const UNKNOWN_STATE = '?'

export class Tally {
  subscribers = 0
  /** Minor units. */
  balance = 0
  credit = 0
  /** By UserSide's state id. */
  readonly byState = new Map<string, number>()
  /** Subscribers by canonical tariff id; one with a tariff twice counts once. */
  readonly byTariff = new Map<string, number>()
  /** Houses somebody lives in, by UserSide's id where it is known. */
  readonly houses = new Set<string>()
  /** Subscribers with something in a field. */
  readonly filled = new Map<FieldName, number>()

  addCustomer(customer: Customer, context: SyncContext): void {
    this.subscribers += 1
    this.balance += customer.balance
    this.credit += customer.credit
    count(this.byState, customer.stateId || '0')
    this.#addTariffs(customer.tariffs)
    if (customer.address.houseId !== '') this.houses.add(customer.address.houseId)
    for (const field of FIELDS) this.#addField(field, field.have(customer, context))
  }

  addSubscriber(subscriber: Subscriber, context: SyncContext): void {
    const { address, balance = 0, credit = 0, stateId, tariffs } = subscriber
    this.subscribers += 1
    this.balance += balance
    this.credit += credit
    const state = context.states?.get(stateId)
    count(this.byState, state === undefined ? UNKNOWN_STATE : erpState(state))
    this.#addTariffs(tariffs)
    if (address !== undefined) {
      this.houses.add(context.resolveHouse?.(address) ?? `billing ${address.houseId}`)
    }
    const asking = askedAll(context)
    for (const field of FIELDS) this.#addField(field, field.want(subscriber, asking))
  }

  /** The share of subscribers with something in the field, 0 to 1; 0 when there are none. */
  share(field: FieldName): number {
    return this.subscribers === 0 ? 0 : (this.filled.get(field) ?? 0) / this.subscribers
  }

  #addTariffs(ids: readonly string[]): void {
    for (const id of new Set(ids.map(canonicalTariffId))) count(this.byTariff, id)
  }

  #addField(field: Field, value: FieldValue | undefined): void {
    if (value !== undefined && !field.isEmpty(value)) count(this.filled, field.name)
  }
}

/** What the billing knows counts, whether or not UserSide wants it in this very run. */
export function askedAll(context: SyncContext): SyncContext {
  return {
    ...context,
    isTrafficDue: true,
    settings: { ...context.settings, isUpdateTraffic: true },
    resolveHouse: context.resolveHouse ?? (({ houseId }) => houseId),
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
