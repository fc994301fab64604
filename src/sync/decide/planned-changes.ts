/** A plan as a flat list of changes, for `plan`, its `--json` and whoever wants to look before. Pure. */
import type { Tariff } from '../../model/catalogue.ts'
import { formatDecimal } from '../../model/decimal.ts'
import type { EntityKind, FieldChange, FieldValue } from '../../model/journal.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { houseText, type WantedHouse } from '../addresses/addresses.ts'
import type { HouseTouchUp } from '../addresses/houses.ts'
import { IN_BILLING, type SubscriberChange } from '../compare/diff.ts'
import { fieldChange } from '../compare/field-change.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta } from '../fields/field.ts'
import { subscriberName } from '../fields/name.ts'
import { firstDifferences } from './first-differences.ts'
import { LEAD } from './leads.ts'
import type { PlannedMessage } from './messages.ts'
import type { Plan } from './plan.ts'
import type { CataloguePlan } from './prepare.ts'
import { firstTariffEdit, type TariffEdit, tariffName } from './tariffs.ts'

/** What becomes of a record; `gone` and `return`: it is marked as not in the billing, or not any more. */
export type PlannedKind = 'create' | 'change' | 'gone' | 'return'

/** One value that a run would change. Secrets read `***`. The changes of one record follow one another. */
export interface PlannedChange {
  readonly kind: PlannedKind
  /** It says what becomes of the record, and is no field of it. */
  readonly isMark: boolean
  readonly entity: EntityKind
  /** Id in the billing; the name, where there is no id. */
  readonly id: string
  readonly field: string
  readonly from: string
  readonly to: string
  /** The same as values; of a secret nothing but an opaque, keyed digest. */
  readonly before: FieldValue
  readonly after: FieldValue
  readonly digest?: string
}

/** Its line with `--json`: a promise to scripts. */
export function plannedJson({
  entity,
  id,
  field,
  from,
  to,
}: Pick<PlannedChange, 'entity' | 'id' | 'field' | 'from' | 'to'>): object {
  return { type: 'change', entity, id, field, from, to }
}

/** Every change of a plan, one after another: a first import has millions. */
export function* plannedChanges(plan: Plan): Generator<PlannedChange> {
  const { tariffs, houses, catalogue, context } = plan
  for (const tariff of tariffs?.add ?? []) yield* plannedNewTariff(tariff)
  for (const edit of tariffs?.edits ?? []) yield* plannedTariffEdit(edit)
  if (!context.options.isAddressCreationDisabled)
    for (const house of houses?.missing ?? []) yield* plannedHouse(house, context)
  for (const touchUp of houses?.touchUps ?? []) yield* plannedTouchUp(touchUp)
  for (const kind of ['groups', 'tags', 'services'] as const)
    for (const name of catalogue[kind]) yield* plannedCatalogue(kind, name)
  for (const price of catalogue.prices) yield* plannedCatalogue('prices', price)
  for (const subscriber of plan.creates) {
    yield plannedNewSubscriber(subscriber)
    const change = firstDifferences(subscriber, plan)
    if (change !== undefined) yield* plannedSubscriberChange(change, context, 'create')
  }
  for (const { subscriber } of plan.conversions) yield plannedMark(subscriber.id, 'lead')
  for (const change of plan.comparison.changes) yield* plannedSubscriberChange(change, context)
  for (const change of plan.absent) yield* plannedSubscriberChange(change, context)
  for (const message of plan.messages) yield plannedMessage(message)
}

/** What subscribers are called, by their ids; `""` for one of whom it is not known. */
export function subscriberNames({ source, comparison, absent }: Plan): (id: string) => string {
  const gone = new Map([...comparison.absent, ...absent].map(({ id, name = '' }) => [id, name]))
  return (id) => {
    const subscriber = source.subscribers.subscribers.get(id)
    return subscriber === undefined ? (gone.get(id) ?? '') : subscriberName(subscriber)
  }
}

/** A tariff to be added, with the values it will be given. */
export function plannedNewTariff(tariff: Tariff): PlannedChange[] {
  const name = created('tariff', tariff.id, tariffName(tariff))
  const { changes = [] } = firstTariffEdit(tariff) ?? {}
  const record = { entity: 'tariff', id: tariff.id, kind: 'create' } as const
  return [name, ...changes.map((change) => changed(record, change))]
}

/** The changes of one edit of a tariff. */
export function plannedTariffEdit({ tariff, kind, changes }: TariffEdit): PlannedChange[] {
  const record = { entity: 'tariff', id: tariff.billingId, kind: TARIFF_KINDS[kind] } as const
  return changes.map((change) => changed(record, change))
}

const TARIFF_KINDS = { update: 'change', retire: 'gone', return: 'return' } as const

/** A house to be created. */
export function plannedHouse(
  house: WantedHouse,
  { settings }: Pick<SyncContext, 'settings'>,
): PlannedChange[] {
  const { id, name } = house
  const made = created('house', id, houseText(house))
  // Step by step a house is created without its postcode, which follows.
  return settings.isCompareHouse || name.postcode === ''
    ? [made]
    : [made, changed({ entity: 'house', id, kind: 'create' }, filled('postcode', name.postcode))]
}

/** What is filled in of a house UserSide has. */
export function plannedTouchUp({ houseId: id, patch }: HouseTouchUp): PlannedChange[] {
  return Object.entries(patch).map(([field, to]) =>
    changed({ entity: 'house', id, kind: 'change' }, filled(field, to)),
  )
}

/** A name to be created, or the list price of a service. */
export function plannedCatalogue<Kind extends keyof CataloguePlan>(
  kind: Kind,
  item: CataloguePlan[Kind][number],
): PlannedChange[] {
  if (typeof item === 'string') return [created(NAMED[kind], item, item)]
  const { name, from, to } = item
  const values = { before: from, after: to, from: formatDecimal(from, 2), to: formatDecimal(to, 2) }
  return [changed({ entity: 'service', id: name, kind: 'change' }, { field: 'cost', ...values })]
}

const NAMED = { groups: 'group', tags: 'tag', services: 'service', prices: 'service' } as const

/** A subscriber to be created by its name. */
export function plannedNewSubscriber(subscriber: Subscriber): PlannedChange {
  return created('subscriber', subscriber.id, subscriberName(subscriber))
}

/** A message to be passed on. */
export function plannedMessage({ message, text }: PlannedMessage): PlannedChange {
  return created('message', message.id, text)
}

/** A subscriber gone or back, or a lead that is made one. */
export function plannedMark(id: string, mark: 'gone' | 'return' | 'lead'): PlannedChange {
  const [before, after] = mark === 'return' ? [0, 1] : [1, 0]
  const values = { before, after, from: String(before), to: String(after) }
  const field = mark === 'lead' ? LEAD : IN_BILLING
  return changed({ entity: 'subscriber', id, kind: mark === 'lead' ? 'change' : mark }, { field, ...values })
}

/** One value of a subscriber. */
export function plannedDelta(
  id: string,
  kind: PlannedKind,
  delta: Delta,
  context: SyncContext,
): PlannedChange {
  return changed({ entity: 'subscriber', id, kind }, fieldChange(delta, context))
}

/** The changes of one subscriber. */
export function* plannedSubscriberChange(
  change: SubscriberChange,
  context: SyncContext,
  kind: PlannedKind = SUBSCRIBER_KINDS[change.action],
): Generator<PlannedChange> {
  const { id, action } = change
  if (action === 'absent') yield plannedMark(id, 'gone')
  if (action === 'return') yield plannedMark(id, 'return')
  for (const delta of change.deltas) yield plannedDelta(id, kind, delta, context)
}

const SUBSCRIBER_KINDS = { create: 'create', update: 'change', absent: 'gone', return: 'return' } as const

/** Something that is brought into being. */
function created(entity: EntityKind, id: string, name: string): PlannedChange {
  const values = { before: '', after: name, from: '', to: name }
  return { kind: 'create', isMark: true, entity, id, field: 'created', ...values }
}

/** A field that is filled in. */
function filled(field: string, to: string): FieldChange {
  return { field, before: '', after: to, from: '', to }
}

/** A field of something. */
function changed(
  { entity, id, kind }: Pick<PlannedChange, 'entity' | 'id' | 'kind'>,
  change: FieldChange,
): PlannedChange {
  return { kind, isMark: change.field === IN_BILLING, entity, id, ...change }
}
