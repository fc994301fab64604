/** How much of every field is filled, on both sides, counted while records are compared. */
import type { FieldName } from '../../model/policy.ts'
import type { ComparisonInput } from '../compare/compare.ts'
import type { Plan } from '../decide/plan.ts'
import { FIELDS } from '../fields/table.ts'
import { Tally } from './tally.ts'

/** Shares from 0 to 1. */
export interface Completeness {
  readonly field: FieldName
  readonly billing: number
  readonly userside: number
}

export type Census = Required<Pick<ComparisonInput, 'onBegin' | 'onPair' | 'onOrphan'>> & {
  /** As the comparison found it; to be asked when the plan is made. */
  completeness(plan: Plan): Completeness[]
}

/** A census listens to the comparison of a run: the part of `verify` that is cheap enough to go along. */
export function createCensus(): Census {
  let userside = new Tally()
  return {
    onBegin: () => {
      userside = new Tally()
    },
    onPair(subscriber, customer, { context, isManaged }) {
      if (customer.isInBilling && isManaged(subscriber)) userside.addCustomer(customer, context)
    },
    onOrphan(customer, { context }) {
      if (customer.isInBilling) userside.addCustomer(customer, context)
    },
    completeness: (plan) => completenessOf(plan, billingTally(plan), userside),
  }
}

/** The managed subscribers of the billing. */
export function billingTally({ source, context, isManaged }: Plan): Tally {
  const tally = new Tally()
  for (const subscriber of source.subscribers.subscribers.values())
    if (isManaged(subscriber)) tally.addSubscriber(subscriber, context)
  return tally
}

/** Of a secret that nobody imports nothing is told. */
export function completenessOf({ context }: Plan, billing: Tally, userside: Tally): Completeness[] {
  return FIELDS.filter(({ name, isSecret }) => !isSecret || context.policies[name] !== 'ignore').map(
    ({ name }) => ({ field: name, billing: billing.share(name), userside: userside.share(name) }),
  )
}
