/**
 * Which record of the ERP is which subscriber: by the exact id in the billing, else by the id as the original module
 * normalised it (`contracts/universal-billing-api.md` §7).
 */
import type { Customer } from '../../model/customer.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { decodeEntities } from '../../model/text.ts'

/** A record that fits no exact id, with the subscriber it stands for under its normalised id, if any. */
export interface HeldBack {
  readonly customer: Customer
  readonly subscriber: Subscriber | undefined
  /** It has a subscriber's exact id, but another record was there before: the ERP holds that subscriber twice. */
  readonly isDuplicate: boolean
}

export interface Matcher {
  /** The subscriber of a record that can be told at once; otherwise the record is held back for `settle`. */
  match(customer: Customer): Subscriber | undefined
  /** Takes a key that is there without a usable record: its subscriber is not missing, yet has no record. */
  reserve(key: string): void
  /** What was held back, now that all records have passed. */
  settle(): readonly HeldBack[]
  /** Ids that have a record. */
  readonly matched: ReadonlySet<string>
}

/** Ids in the billing that a record may have: a child account that stood in its parent may be called so only there. */
export function idsOf({ key, parentKey }: Customer): readonly string[] {
  return parentKey === undefined ? [key] : [`${parentKey}_${key}`, key]
}

/** The original replaced `&` and `+` in ids by `_`. */
export function normalisedId(id: string): string {
  return id.replace(/[&+]/g, '_')
}

/** True where a subscriber is remembered with another record than the one with this id of the ERP. */
export type IsHeldOtherwise = (subscriberId: string, erpId: string) => boolean

/**
 * Matches records one after another, so that they need not be held. Of several records with the id of one subscriber it
 * is the one it is remembered with, else the first.
 */
export function createMatcher(
  subscribers: ReadonlyMap<string, Subscriber>,
  isHeldOtherwise: IsHeldOtherwise = () => false,
): Matcher {
  const byNormalised = new Map<string, Subscriber[]>()
  for (const subscriber of subscribers.values()) {
    const id = normalisedId(subscriber.id)
    if (id !== subscriber.id) byNormalised.set(id, [...(byNormalised.get(id) ?? []), subscriber])
  }
  const matched = new Set<string>()
  const heldBack: Customer[] = []

  /** The ERP may return ids entity-encoded (§11.4). */
  const exact = (key: string): Subscriber | undefined =>
    subscribers.get(key) ?? (key.includes('&') ? subscribers.get(decodeEntities(key)) : undefined)

  const exactOf = (customer: Customer): Subscriber | undefined =>
    customer.parentKey === undefined ? exact(customer.key) : idsOf(customer).map(exact).find(Boolean)

  const claim = (subscriber: Subscriber | undefined): Subscriber | undefined => {
    if (subscriber === undefined || matched.has(subscriber.id)) return undefined
    matched.add(subscriber.id)
    return subscriber
  }

  return {
    matched,
    match(customer) {
      const subscriber = exactOf(customer)
      const isOther = subscriber !== undefined && isHeldOtherwise(subscriber.id, customer.erpId)
      const found = isOther ? undefined : claim(subscriber)
      if (found === undefined) heldBack.push(customer)
      return found
    },
    reserve(key) {
      claim(exact(key))
    },
    settle() {
      return heldBack.splice(0).map((customer) => {
        const own = exactOf(customer)
        // Its subscriber was remembered with another record, which is not there any more.
        const claimed = claim(own)
        if (claimed !== undefined) return { customer, subscriber: claimed, isDuplicate: false }
        const isDuplicate = own !== undefined
        const candidates = isDuplicate
          ? []
          : idsOf(customer).flatMap((id) => byNormalised.get(decodeEntities(id)) ?? [])
        const subscriber = claim(candidates.find((candidate) => !matched.has(candidate.id)))
        return { customer, subscriber, isDuplicate }
      })
    },
  }
}
