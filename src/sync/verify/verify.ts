/**
 * Verification: totals of both sides, completeness of every field, and what differs by the comparison a run makes.
 * Pure: it listens to a comparison, then gives its result.
 */
import type { Holder } from '../../model/customer.ts'
import { itemsOf } from '../../model/directory.ts'
import type { ComparisonInput } from '../compare/compare.ts'
import { IN_BILLING } from '../compare/diff.ts'
import { fieldChange } from '../compare/field-change.ts'
import { aboveLicence } from '../decide/licence.ts'
import type { Plan } from '../decide/plan.ts'
import { plannedChanges } from '../decide/planned-changes.ts'
import { stateName } from '../fields/state.ts'
import { canonicalTariffId } from '../fields/tariffs.ts'
import { billingTally, type Completeness, completenessOf } from './completeness.ts'
import { type Duplicate, DuplicateFinder } from './duplicates.ts'
import { type LeftAlone, LeftAloneFinder } from './left-alone.ts'
import { Tally, UNKNOWN_STATE } from './tally.ts'

/** A number both sides tell. */
export interface Total {
  readonly kind: 'subscribers' | 'state' | 'balance' | 'credit' | 'tariff' | 'houses'
  /** Which state or tariff; empty where there is one only. */
  readonly name: string
  /** Minor units for amounts; `undefined`: the billing does not tell. */
  readonly billing: number | undefined
  readonly userside: number
}

/** Subscribers that differ in a field. */
export interface Mismatch {
  readonly field: string
  readonly count: number
  /** Secrets read `***`. */
  readonly sample: readonly { readonly id: string; readonly from: string; readonly to: string }[]
}

/** Some subscribers, a few of them by id. */
export interface CountedIds {
  readonly count: number
  readonly sample: readonly string[]
}

export interface Verification {
  readonly totals: readonly Total[]
  readonly completeness: readonly Completeness[]
  /** Subscribers that differ in any field. */
  readonly differing: number
  readonly mismatches: readonly Mismatch[]
  /** In the billing, not in UserSide. */
  readonly missing: CountedIds
  /** In the billing by UserSide, but not by the billing. */
  readonly absent: CountedIds
  readonly duplicates: readonly Duplicate[]
  readonly licence: {
    /** 0: none. */
    readonly limit: number
    readonly active: number
    /** Subscribers there is no room for, or more than there should be. */
    readonly over: number
  }
  /** Left out of all numbers: not managed by the filter, unreadable, or a further record of somebody. */
  readonly unmanaged: number
  /** Fields that differ and are left. */
  readonly left: readonly LeftAlone[]
  /** True when a run would change something, or something is wrong that no run can mend. */
  readonly isToDo: boolean
  /** True when there is nothing to do, and no number differs. */
  readonly isEqual: boolean
}

export type Verifier = Required<Pick<ComparisonInput, 'onPair' | 'onOrphan' | 'onDuplicate'>> & {
  /** Told of everybody UserSide has, before {@link verification} is asked. */
  onHolder(holder: Holder): void
  /** To be asked when the plan is made. */
  verification(plan: Plan): Verification
}

const SAMPLE = 5

/** A verifier listens to one comparison. @param isWhole name all who are missing or gone, not a few of them */
export function createVerifier({ isWhole = false }: { readonly isWhole?: boolean } = {}): Verifier {
  const left = new LeftAloneFinder()
  const userside = new Tally()
  const duplicates = new DuplicateFinder()
  return {
    onPair(subscriber, customer, { context, isManaged }) {
      if (!customer.isInBilling) return
      duplicates.add(customer)
      if (!isManaged(subscriber)) return
      userside.addCustomer(customer, context)
      left.add(subscriber, customer, context)
    },
    onOrphan(customer, { context }) {
      if (!customer.isInBilling) return
      duplicates.add(customer)
      userside.addCustomer(customer, context)
    },
    onDuplicate: (customer) => duplicates.addSurplus(customer),
    onHolder: (holder) => duplicates.addHolder(holder),
    verification: (plan) => verify(plan, { userside, duplicates, left, isWhole }),
  }
}

interface Found {
  readonly userside: Tally
  readonly duplicates: DuplicateFinder
  readonly left: LeftAloneFinder
  readonly isWhole: boolean
}

function verify(plan: Plan, { userside, duplicates: finder, left, isWhole }: Found): Verification {
  const { source, comparison, target } = plan
  const billing = billingTally(plan)
  const duplicates = finder.found(source.subscribers.subscribers.values())
  const over = plan.overLicence + aboveLicence(target.settings.rowLimit, comparison.active)
  const isLeftOver = comparison.absent.length > 0 || over > 0 || duplicates.length > 0
  const isToDo = isLeftOver || plannedChanges(plan).next().done !== true
  const numbers = totals(plan, billing, userside)
  const some = (ids: readonly string[]): CountedIds => ({
    count: ids.length,
    sample: isWhole ? ids : ids.slice(0, SAMPLE),
  })
  return {
    totals: numbers,
    completeness: completenessOf(plan, billing, userside),
    differing: comparison.changes.length,
    mismatches: mismatches(plan),
    missing: some(comparison.missing.map(({ id }) => id)),
    absent: some(comparison.absent.map(({ id }) => id)),
    duplicates,
    licence: { limit: target.settings.rowLimit, active: comparison.active, over },
    unmanaged: comparison.unmanaged,
    left: left.found(plan),
    isToDo,
    isEqual: !isToDo && !numbers.some(differs),
  }
}

/** A number both sides tell, and tell otherwise. */
function differs({ billing, userside }: Pick<Total, 'billing' | 'userside'>): boolean {
  return billing !== undefined && billing !== userside
}

function totals(plan: Plan, billing: Tally, userside: Tally): Total[] {
  const { context, source, target, houses } = plan
  const told = (part: 'balance' | 'credit'): boolean => context.exported.parts.has(part)
  const tariffNames = new Map(
    [...target.tariffs.values(), ...itemsOf(source.tariffs).values()].map((tariff) => [
      canonicalTariffId('billingId' in tariff ? tariff.billingId : tariff.id),
      tariff.name,
    ]),
  )
  return [
    { kind: 'subscribers', name: '', billing: billing.subscribers, userside: userside.subscribers },
    ...each('state', billing.byState, userside.byState, (id) =>
      id === UNKNOWN_STATE ? 'not listed by the billing' : stateName(id, context.states),
    ),
    ...each('tariff', billing.byTariff, userside.byTariff, (id) => tariffNames.get(id) || id),
    {
      kind: 'balance',
      name: '',
      billing: told('balance') ? billing.balance : undefined,
      userside: userside.balance,
    },
    {
      kind: 'credit',
      name: '',
      billing: told('credit') ? billing.credit : undefined,
      userside: userside.credit,
    },
    { kind: 'houses', name: 'lived in', billing: billing.houses.size, userside: userside.houses.size },
    ...(houses === undefined
      ? []
      : [
          {
            kind: 'houses' as const,
            name: 'listed by the billing',
            billing: houses.erpIds.size + houses.missing.length,
            userside: houses.erpIds.size,
          },
        ]),
  ]
}

function each(
  kind: Total['kind'],
  billing: ReadonlyMap<string, number>,
  userside: ReadonlyMap<string, number>,
  nameOf: (id: string) => string,
): Total[] {
  const ids = [...new Set([...billing.keys(), ...userside.keys()])].sort()
  return ids.map((id) => ({
    kind,
    name: nameOf(id),
    billing: billing.get(id) ?? 0,
    userside: userside.get(id) ?? 0,
  }))
}

function mismatches({ comparison, context }: Plan): Mismatch[] {
  const byField = new Map<string, { count: number; sample: { id: string; from: string; to: string }[] }>()
  const note = (field: string, id: string, show: () => { from: string; to: string }): void => {
    const mismatch = byField.get(field) ?? { count: 0, sample: [] }
    byField.set(field, mismatch)
    mismatch.count += 1
    if (mismatch.sample.length >= SAMPLE) return
    const { from, to } = show()
    mismatch.sample.push({ id, from, to })
  }
  for (const { id, action, deltas } of comparison.changes) {
    if (action === 'return') note(IN_BILLING, id, () => ({ from: '0', to: '1' }))
    for (const delta of deltas) note(delta.field.name, id, () => fieldChange(delta, context))
  }
  return [...byField]
    .map(([field, mismatch]) => ({ field, ...mismatch }))
    .sort((one, other) => other.count - one.count)
}
