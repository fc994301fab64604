/** Subscribers UserSide holds more often than the billing: the same agreement, login or account under several ids. */
import type { Customer, Holder } from '../../model/customer.ts'
import type { FieldName } from '../../model/policy.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { plainText } from '../../model/text.ts'

/** What is meant to be one subscriber's alone. */
const KEYS = ['login', 'agreementNumber', 'accountNumber'] as const satisfies readonly FieldName[]
type Key = (typeof KEYS)[number]

export interface Duplicate {
  /** `id`: the id in the billing itself. */
  readonly field: Key | 'id'
  readonly value: string
  /** Ids in the billing, as UserSide knows them; of an `id` UserSide's own, those that are not kept up. */
  readonly ids: readonly string[]
  /** UserSide's own ids of sales leads that hold it too. */
  readonly leads?: readonly string[]
}

export class DuplicateFinder {
  /** Most values have one holder, and there are as many as subscribers: a list is made only for the second. */
  readonly #holders: Readonly<Record<Key, Map<string, string | string[]>>> = {
    login: new Map(),
    agreementNumber: new Map(),
    accountNumber: new Map(),
  }

  readonly #surplus = new Map<string, string[]>()

  /** UserSide's own ids of everybody who holds an id of the billing, and of the leads with an agreement. */
  readonly #byBillingId = new Map<string, Holder | Holder[]>()
  readonly #leadsByAgreement = new Map<string, string[]>()

  /** Somebody UserSide has, read by its own id: no record hides another one. */
  addHolder(holder: Holder): void {
    const { billingId, agreements, erpId, isLead } = holder
    if (billingId !== '') {
      const known = this.#byBillingId.get(billingId)
      if (known === undefined) this.#byBillingId.set(billingId, holder)
      else this.#byBillingId.set(billingId, [...(Array.isArray(known) ? known : [known]), holder])
    }
    if (!isLead) return
    for (const agreement of agreements.map(plainText))
      this.#leadsByAgreement.set(agreement, [...(this.#leadsByAgreement.get(agreement) ?? []), erpId])
  }

  /** A further record of a subscriber that UserSide has already. */
  addSurplus({ key, erpId }: Customer): void {
    this.#surplus.set(key, [...(this.#surplus.get(key) ?? []), erpId])
  }

  /** A child account shares agreement and account with its parent. */
  add(customer: Customer): void {
    if (customer.parentErpId !== '') return
    for (const key of KEYS) {
      const value = plainText(customer[key])
      if (value === '' || value === '0') continue
      const holders = this.#holders[key]
      const known = holders.get(value)
      if (known === undefined) holders.set(value, customer.key)
      else if (typeof known === 'string') holders.set(value, [known, customer.key])
      else known.push(customer.key)
    }
  }

  /** What UserSide holds more often than the billing does: a billing may have a login twice itself. */
  found(subscribers: Iterable<Subscriber>): Duplicate[] {
    const several = KEYS.flatMap((field) =>
      [...this.#holders[field]].flatMap(([value, ids]) =>
        typeof ids === 'string' ? [] : [{ field, value, ids }],
      ),
    )
    const surplus = [...this.#idsHeldTwice(), ...this.#agreementsOfLeads()]
    if (several.length === 0) return surplus
    const counts = new Map<string, number>()
    for (const subscriber of subscribers) {
      if (subscriber.parentId !== '') continue
      for (const field of KEYS) {
        const name = nameOf(field, plainText(subscriber[field]))
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    }
    const more = several.filter(
      ({ field, value, ids }) => ids.length > (counts.get(nameOf(field, value)) ?? 0),
    )
    const told = new Set(surplus.map(({ field, value }) => nameOf(field, value)))
    return [...surplus, ...more.filter(({ field, value }) => !told.has(nameOf(field, value)))]
  }

  #idsHeldTwice(): Duplicate[] {
    const twice = [...this.#byBillingId].flatMap(([value, holders]): Duplicate[] => {
      if (!Array.isArray(holders) || this.#surplus.has(value)) return []
      return [
        {
          field: 'id',
          value,
          ids: holders.filter(({ isLead }) => !isLead).map(({ erpId }) => erpId),
          leads: holders.filter(({ isLead }) => isLead).map(({ erpId }) => erpId),
        },
      ]
    })
    const known = [...this.#surplus].map(([value, ids]): Duplicate => ({ field: 'id', value, ids }))
    return [...known, ...twice]
  }

  /** A lead with the agreement of somebody else, be it a subscriber or another lead. */
  #agreementsOfLeads(): Duplicate[] {
    return [...this.#leadsByAgreement].flatMap(([value, leads]): Duplicate[] => {
      const holders = this.#holders.agreementNumber.get(value) ?? []
      const ids = typeof holders === 'string' ? [holders] : holders
      return ids.length + leads.length > 1 ? [{ field: 'agreementNumber', value, ids, leads }] : []
    })
  }
}

function nameOf(field: Duplicate['field'], value: string): string {
  return `${field} ${value}`
}
