/** Subscribers UserSide holds more often than the billing: the same agreement, login or account under several ids. */
import type { Customer } from '../../model/customer.ts'
import type { FieldName } from '../../model/policy.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { plainText } from '../../model/text.ts'

/** What is meant to be one subscriber's alone. */
const KEYS = ['login', 'agreementNumber', 'accountNumber'] as const satisfies readonly FieldName[]
type Key = (typeof KEYS)[number]

export interface Duplicate {
  readonly field: Key
  readonly value: string
  /** Ids in the billing, as UserSide knows them. */
  readonly ids: readonly string[]
}

export class DuplicateFinder {
  /** Most values have one holder, and there are as many as subscribers: a list is made only for the second. */
  readonly #holders: Readonly<Record<Key, Map<string, string | string[]>>> = {
    login: new Map(),
    agreementNumber: new Map(),
    accountNumber: new Map(),
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
    if (several.length === 0) return []
    const counts = new Map<string, number>()
    for (const subscriber of subscribers) {
      if (subscriber.parentId !== '') continue
      for (const field of KEYS) {
        const name = nameOf(field, plainText(subscriber[field]))
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    }
    return several.filter(({ field, value, ids }) => ids.length > (counts.get(nameOf(field, value)) ?? 0))
  }
}

function nameOf(field: Key, value: string): string {
  return `${field} ${value}`
}
