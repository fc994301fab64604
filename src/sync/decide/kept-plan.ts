/**
 * A plan that was kept, and what of it still holds: of the plan that is made anew exactly that is left. Pure.
 */
import type { FieldValue } from '../../model/journal.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { SubscriberChange } from '../compare/diff.ts'
import { type Delta, isSame } from '../fields/field.ts'
import { canonicalTariffId } from '../fields/tariffs.ts'
import { firstDifferences } from './first-differences.ts'
import type { Plan } from './plan.ts'
import {
  type PlannedChange,
  plannedCatalogue,
  plannedDelta,
  plannedHouse,
  plannedMark,
  plannedMessage,
  plannedNewSubscriber,
  plannedNewTariff,
  plannedTariffEdit,
  plannedTouchUp,
} from './planned-changes.ts'

/** A change as it is kept. */
export type KeptChange = Pick<
  PlannedChange,
  'entity' | 'id' | 'field' | 'before' | 'after' | 'from' | 'to' | 'digest'
>

/** A kept change that does not hold any more, and what would be done instead; nothing would when that is left out. */
export interface OutdatedChange {
  readonly kept: KeptChange
  readonly now: PlannedChange | undefined
}

/** What is left of a plan, and what was kept and is not in it. */
export interface Narrowed {
  readonly plan: Plan
  readonly outdated: readonly OutdatedChange[]
}

/** Leaves of a plan what was kept: the same change of the same value of the same record. */
export function keepOnly(plan: Plan, changes: Iterable<KeptChange>): Narrowed {
  const kept = new Kept(changes)
  const all = (planned: readonly PlannedChange[]): boolean => kept.holdAll(planned)
  const { context, tariffs, houses, catalogue } = plan

  const adds = (tariffs?.add ?? []).filter((tariff) => all(plannedNewTariff(tariff)))
  const edits = (tariffs?.edits ?? []).filter((edit) => all(plannedTariffEdit(edit)))
  const meant = new Set([
    ...adds.map(({ id }) => canonicalTariffId(id)),
    ...edits.map(({ tariff }) => canonicalTariffId(tariff.billingId)),
  ])
  const missing = (houses?.missing ?? []).filter((house) => all(plannedHouse(house, context)))
  const creates = plan.creates.filter((subscriber) => kept.holds(plannedNewSubscriber(subscriber)))
  for (const subscriber of creates) noteFirst(subscriber, plan, kept)
  const changesLeft = plan.comparison.changes.flatMap((change) => narrowed(change, plan, kept) ?? [])
  const named = (kind: 'groups' | 'tags' | 'services'): readonly string[] =>
    catalogue[kind].filter((name) => all(plannedCatalogue(kind, name)))

  return {
    plan: {
      ...plan,
      tariffs: tariffs && {
        ...tariffs,
        add: adds,
        edits,
        held: [...tariffs.held, ...without(tariffs.add, adds)],
      },
      needs: { ...plan.needs, isTariff: (id) => meant.has(id) },
      houses: houses && {
        ...houses,
        missing,
        held: [...houses.held, ...without(houses.missing, missing)],
        touchUps: houses.touchUps.filter((touchUp) => all(plannedTouchUp(touchUp))),
      },
      catalogue: {
        groups: named('groups'),
        tags: named('tags'),
        services: named('services'),
        prices: catalogue.prices.filter((price) => all(plannedCatalogue('prices', price))),
      },
      creates,
      conversions: plan.conversions.filter(({ subscriber }) =>
        kept.holds(plannedMark(subscriber.id, 'lead')),
      ),
      comparison: { ...plan.comparison, changes: changesLeft },
      absent: plan.absent.filter(({ id }) => kept.holds(plannedMark(id, 'gone'))),
      messages: plan.messages.filter((message) => kept.holds(plannedMessage(message))),
      onlyOf: (change) => onlyKept(change, plan, kept),
    },
    get outdated() {
      return kept.outdated()
    },
  }
}

/** The differences a new subscriber was foreseen to have. */
function noteFirst(subscriber: Subscriber, plan: Plan, kept: Kept): void {
  const change = firstDifferences(subscriber, plan)
  for (const delta of change?.deltas ?? [])
    kept.holds(plannedDelta(subscriber.id, 'create', delta, plan.context))
}

/** Those of a change's values that were kept; a mark that was not takes the whole change with it. */
function narrowed(change: SubscriberChange, { context }: Plan, kept: Kept): SubscriberChange | undefined {
  const { id, action } = change
  if (action === 'return' && !kept.holds(plannedMark(id, 'return'))) {
    for (const delta of change.deltas) kept.misses(plannedDelta(id, 'return', delta, context))
    return undefined
  }
  const deltas = change.deltas.filter((delta) => kept.holds(plannedDelta(id, 'change', delta, context)))
  return deltas.length === 0 && action === 'update' ? undefined : plain(change, deltas)
}

/** The same of a record that was just created, in which UserSide may hold anything: what is written to it counts. */
function onlyKept(change: SubscriberChange, { context }: Plan, kept: Kept): SubscriberChange {
  const isKept = (delta: Delta): boolean => kept.endsIn(plannedDelta(change.id, 'create', delta, context))
  return plain(change, change.deltas.filter(isKept))
}

function plain(
  { id, key, erpId, action, subscriber }: SubscriberChange,
  deltas: readonly Delta[],
): SubscriberChange {
  return { id, key, erpId, action, subscriber, deltas, isWhole: false }
}

/** The kept changes, and which of them were met again. */
class Kept {
  readonly #byPlace = new Map<string, KeptChange>()
  readonly #met = new Set<string>()
  readonly #now = new Map<string, PlannedChange>()

  constructor(changes: Iterable<KeptChange>) {
    for (const change of changes) this.#byPlace.set(placeOf(change), change)
  }

  /** True when the same was kept. */
  holds(change: PlannedChange): boolean {
    const place = placeOf(change)
    const kept = this.#byPlace.get(place)
    if (kept === undefined) return false
    if (
      isAlike(kept, change, 'before', 'from') &&
      isAlike(kept, change, 'after', 'to') &&
      kept.digest === change.digest
    ) {
      this.#met.add(place)
      return true
    }
    this.#now.set(place, change)
    return false
  }

  /** All or nothing: what only makes sense together. */
  holdAll(changes: readonly PlannedChange[]): boolean {
    const isWhole = changes.every((change) => this.holds(change))
    if (!isWhole) for (const change of changes) this.misses(change)
    return isWhole
  }

  /** It is not done, whatever was kept. */
  misses(change: PlannedChange): void {
    const place = placeOf(change)
    this.#met.delete(place)
    this.#now.set(place, change)
  }

  /** True when the value to be written is the one that was kept. */
  endsIn(change: PlannedChange): boolean {
    const place = placeOf(change)
    const kept = this.#byPlace.get(place)
    return kept !== undefined && this.#met.has(place) && isAlike(kept, change, 'after', 'to')
  }

  outdated(): OutdatedChange[] {
    return [...this.#byPlace].flatMap(([place, kept]) =>
      this.#met.has(place) ? [] : [{ kept, now: this.#now.get(place) }],
    )
  }
}

function placeOf({ entity, id, field }: Pick<KeptChange, 'entity' | 'id' | 'field'>): string {
  return `${entity} ${field} ${id}`
}

/** The same value; or what reads the same, where a thing that was to be created has got its id meanwhile. */
function isAlike(
  kept: KeptChange,
  now: KeptChange,
  value: 'before' | 'after',
  shown: 'from' | 'to',
): boolean {
  const one: FieldValue = kept[value]
  return isSame(one, now[value]) || (kept[shown] !== '' && kept[shown] === now[shown])
}

function without<T>(all: readonly T[], some: readonly T[]): T[] {
  const left = new Set(some)
  return all.filter((one) => !left.has(one))
}
