/** Fields in which both sides differ though no run would change that, and why: a number that differs is to be explained. */
import type { Customer } from '../../model/customer.ts'
import type { FieldName } from '../../model/policy.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { Plan } from '../decide/plan.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Field } from '../fields/field.ts'
import { FIELDS } from '../fields/table.ts'
import { askedAll } from './tally.ts'

/** `ignored`, `filled` and `updated` are policies; `kept`: a rule of the field, a guard, or UserSide does not take it. */
export type WhyLeft = 'ignored' | 'filled' | 'updated' | 'kept'

export interface LeftAlone {
  readonly field: FieldName
  readonly why: WhyLeft
  readonly count: number
  readonly sample: readonly string[]
}

const SAMPLE = 5

/** Fields the totals are made of. Others are told of only where the policy ignores them. */
const TOTALLED: ReadonlySet<FieldName> = new Set(['state', 'balance', 'credit', 'tariffs', 'house'])
const ADDRESS: ReadonlySet<FieldName> = new Set(['house', 'apartment', 'floor', 'entrance'])

/** Listens to a comparison. */
export class LeftAloneFinder {
  readonly #differing = new Map<FieldName, Set<string>>()
  #looked:
    | { readonly context: SyncContext; readonly fields: readonly Field[]; readonly asking: SyncContext }
    | undefined

  add(subscriber: Subscriber, customer: Customer, context: SyncContext): void {
    if (this.#looked?.context !== context)
      this.#looked = { context, fields: fieldsOf(context), asking: askedAll(context) }
    const { fields, asking } = this.#looked
    for (const field of fields) {
      const want = field.want(subscriber, asking)
      if (want === undefined || field.isEqual(want, field.have(customer, asking))) continue
      const ids = this.#differing.get(field.name) ?? new Set()
      this.#differing.set(field.name, ids.add(subscriber.id))
    }
  }

  /** What of it the plan would not change. */
  found({ comparison, context }: Pick<Plan, 'comparison' | 'context'>): LeftAlone[] {
    for (const { id, deltas } of comparison.changes)
      for (const { field } of deltas) this.#differing.get(field.name)?.delete(id)
    return [...this.#differing].flatMap(([field, ids]) => {
      if (ids.size === 0) return []
      return [
        { field, why: WHY[context.policies[field]], count: ids.size, sample: [...ids].slice(0, SAMPLE) },
      ]
    })
  }
}

const WHY = { ignore: 'ignored', fill: 'filled', update: 'updated', mirror: 'kept' } as const

function fieldsOf({ policies, resolveHouse }: SyncContext): Field[] {
  return FIELDS.filter(({ name, isSecret }) => {
    // Of a secret nothing was read, and of a house that was not looked for nobody knows which it is.
    if (isSecret || (resolveHouse === undefined && ADDRESS.has(name))) return false
    return policies[name] === 'ignore' || TOTALLED.has(name)
  })
}
