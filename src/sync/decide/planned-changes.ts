/** A plan as a flat list of changes, for `plan`, its `--json` and whoever wants to look before. Pure. */
import { formatDecimal } from '../../model/decimal.ts'
import type { EntityKind } from '../../model/journal.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { houseText } from '../addresses/addresses.ts'
import { IN_BILLING, type SubscriberChange } from '../compare/diff.ts'
import { fieldChange } from '../compare/field-change.ts'
import type { SyncContext } from '../fields/context.ts'
import { subscriberName } from '../fields/name.ts'
import { firstDifferences } from './first-differences.ts'
import { LEAD } from './leads.ts'
import type { Plan } from './plan.ts'
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
}

/** Its line with `--json`: a promise to scripts. */
export function plannedJson({ entity, id, field, from, to }: PlannedChange): object {
  return { type: 'change', entity, id, field, from, to }
}

/** Every change of a plan, one after another: a first import has millions. */
export function* plannedChanges(plan: Plan): Generator<PlannedChange> {
  yield* tariffChanges(plan)
  yield* houseChanges(plan)
  yield* catalogueChanges(plan)
  for (const subscriber of plan.creates) yield* newSubscriber(subscriber, plan)
  for (const { subscriber } of plan.conversions)
    yield changed(
      { entity: 'subscriber', id: subscriber.id, kind: 'change' },
      { field: LEAD, from: '1', to: '0' },
    )
  for (const change of plan.comparison.changes) yield* plannedSubscriberChange(change, plan.context)
  for (const change of plan.absent) yield* plannedSubscriberChange(change, plan.context)
  for (const { message, text } of plan.messages) yield created('message', message.id, text)
}

/** What subscribers are called, by their ids; `""` for one of whom it is not known. */
export function subscriberNames({ source, comparison, absent }: Plan): (id: string) => string {
  const gone = new Map([...comparison.absent, ...absent].map(({ id, name = '' }) => [id, name]))
  return (id) => {
    const subscriber = source.subscribers.subscribers.get(id)
    return subscriber === undefined ? (gone.get(id) ?? '') : subscriberName(subscriber)
  }
}

/** Something that is brought into being. */
function created(entity: EntityKind, id: string, name: string): PlannedChange {
  return { kind: 'create', isMark: true, entity, id, field: 'created', from: '', to: name }
}

/** A field of something. */
function changed(
  { entity, id, kind }: Pick<PlannedChange, 'entity' | 'id' | 'kind'>,
  { field, from, to }: Pick<PlannedChange, 'field' | 'from' | 'to'>,
): PlannedChange {
  return { kind, isMark: field === IN_BILLING, entity, id, field, from, to }
}

function* tariffChanges({ tariffs }: Plan): Generator<PlannedChange> {
  for (const tariff of tariffs?.add ?? []) {
    yield created('tariff', tariff.id, tariffName(tariff))
    yield* editChanges(tariff.id, 'create', firstTariffEdit(tariff))
  }
  for (const edit of tariffs?.edits ?? []) yield* plannedTariffEdit(edit)
}

/** The changes of one edit of a tariff. */
export function plannedTariffEdit(edit: TariffEdit): PlannedChange[] {
  return [...editChanges(edit.tariff.billingId, TARIFF_KINDS[edit.kind], edit)]
}

const TARIFF_KINDS = { update: 'change', retire: 'gone', return: 'return' } as const

function* editChanges(id: string, kind: PlannedKind, edit: TariffEdit | undefined): Generator<PlannedChange> {
  for (const change of edit?.changes ?? []) yield changed({ entity: 'tariff', id, kind }, change)
}

function* houseChanges({ houses, context }: Plan): Generator<PlannedChange> {
  if (houses === undefined) return
  if (!context.options.isAddressCreationDisabled) {
    for (const house of houses.missing) {
      const { id, name } = house
      yield created('house', id, houseText(house))
      // Step by step a house is created without its postcode, which follows.
      if (!context.settings.isCompareHouse && name.postcode !== '') {
        const postcode = { field: 'postcode', from: '', to: name.postcode }
        yield changed({ entity: 'house', id, kind: 'create' }, postcode)
      }
    }
  }
  for (const { houseId: id, patch } of houses.touchUps) {
    for (const [field, to] of Object.entries(patch))
      yield changed({ entity: 'house', id, kind: 'change' }, { field, from: '', to })
  }
}

function* catalogueChanges({ catalogue }: Plan): Generator<PlannedChange> {
  for (const name of catalogue.groups) yield created('group', name, name)
  for (const name of catalogue.tags) yield created('tag', name, name)
  for (const name of catalogue.services) yield created('service', name, name)
  for (const { name, from, to } of catalogue.prices) {
    const cost = { field: 'cost', from: formatDecimal(from, 2), to: formatDecimal(to, 2) }
    yield changed({ entity: 'service', id: name, kind: 'change' }, cost)
  }
}

function* newSubscriber(subscriber: Subscriber, plan: Plan): Generator<PlannedChange> {
  yield created('subscriber', subscriber.id, subscriberName(subscriber))
  const change = firstDifferences(subscriber, plan)
  if (change !== undefined) yield* plannedSubscriberChange(change, plan.context, 'create')
}

const SUBSCRIBER_KINDS = { create: 'create', update: 'change', absent: 'gone', return: 'return' } as const

/** The changes of one subscriber. */
export function* plannedSubscriberChange(
  change: SubscriberChange,
  context: SyncContext,
  kind: PlannedKind = SUBSCRIBER_KINDS[change.action],
): Generator<PlannedChange> {
  const { id, action } = change
  const record = { entity: 'subscriber', id, kind } as const
  if (action === 'absent') yield changed(record, { field: IN_BILLING, from: '1', to: '0' })
  if (action === 'return') yield changed(record, { field: IN_BILLING, from: '0', to: '1' })
  for (const delta of change.deltas) yield changed(record, fieldChange(delta, context))
}
