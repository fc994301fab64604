/** A plan as a flat list of changes, for `plan`, its `--json` and whoever wants to look before. Pure. */
import { formatDecimal } from '../../model/decimal.ts'
import type { EntityKind } from '../../model/journal.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { houseText } from '../addresses/addresses.ts'
import { IN_BILLING, type SubscriberChange } from '../compare/diff.ts'
import { fieldChange } from '../compare/field-change.ts'
import { subscriberName } from '../fields/name.ts'
import { firstDifferences } from './first-differences.ts'
import type { Plan } from './plan.ts'
import { firstTariffEdit, type TariffEdit, tariffName } from './tariffs.ts'

/** One value that a run would change. Secrets read `***`. */
export interface PlannedChange {
  readonly entity: EntityKind
  /** Id in the billing; the name, where there is no id. */
  readonly id: string
  readonly field: string
  readonly from: string
  readonly to: string
}

/** Every change of a plan, one after another: a first import has millions. */
export function* plannedChanges(plan: Plan): Generator<PlannedChange> {
  yield* tariffChanges(plan)
  yield* houseChanges(plan)
  yield* catalogueChanges(plan)
  for (const subscriber of plan.creates) yield* newSubscriber(subscriber, plan)
  for (const change of plan.comparison.changes) yield* subscriberChanges(change, plan)
  for (const change of plan.absent) yield* subscriberChanges(change, plan)
  for (const { message, text } of plan.messages) {
    yield { entity: 'message', id: message.id, field: 'created', from: '', to: text }
  }
}

function* tariffChanges({ tariffs }: Plan): Generator<PlannedChange> {
  for (const tariff of tariffs?.add ?? []) {
    yield { entity: 'tariff', id: tariff.id, field: 'created', from: '', to: tariffName(tariff) }
    yield* editChanges(tariff.id, firstTariffEdit(tariff))
  }
  for (const edit of tariffs?.edits ?? []) yield* editChanges(edit.tariff.billingId, edit)
}

function* editChanges(id: string, edit: TariffEdit | undefined): Generator<PlannedChange> {
  for (const { field, from, to } of edit?.changes ?? []) yield { entity: 'tariff', id, field, from, to }
}

function* houseChanges({ houses, context }: Plan): Generator<PlannedChange> {
  if (houses === undefined) return
  if (!context.options.isAddressCreationDisabled) {
    for (const house of houses.missing) {
      const { id, name } = house
      yield { entity: 'house', id, field: 'created', from: '', to: houseText(house) }
      // Step by step a house is created without its postcode, which follows.
      if (!context.settings.isCompareHouse && name.postcode !== '') {
        yield { entity: 'house', id, field: 'postcode', from: '', to: name.postcode }
      }
    }
  }
  for (const { houseId, patch } of houses.touchUps) {
    for (const [field, to] of Object.entries(patch))
      yield { entity: 'house', id: houseId, field, from: '', to }
  }
}

function* catalogueChanges({ catalogue }: Plan): Generator<PlannedChange> {
  for (const name of catalogue.groups)
    yield { entity: 'group', id: name, field: 'created', from: '', to: name }
  for (const name of catalogue.tags) yield { entity: 'tag', id: name, field: 'created', from: '', to: name }
  for (const name of catalogue.services)
    yield { entity: 'service', id: name, field: 'created', from: '', to: name }
  for (const { name, from, to } of catalogue.prices) {
    yield {
      entity: 'service',
      id: name,
      field: 'cost',
      from: formatDecimal(from, 2),
      to: formatDecimal(to, 2),
    }
  }
}

function* newSubscriber(subscriber: Subscriber, plan: Plan): Generator<PlannedChange> {
  const { id } = subscriber
  yield { entity: 'subscriber', id, field: 'created', from: '', to: subscriberName(subscriber) }
  const change = firstDifferences(subscriber, plan)
  if (change !== undefined) yield* subscriberChanges(change, plan)
}

function* subscriberChanges(change: SubscriberChange, { context }: Plan): Generator<PlannedChange> {
  const { id, action } = change
  if (action === 'absent') yield { entity: 'subscriber', id, field: IN_BILLING, from: '1', to: '0' }
  if (action === 'return') yield { entity: 'subscriber', id, field: IN_BILLING, from: '0', to: '1' }
  for (const delta of change.deltas) {
    const { field, from, to } = fieldChange(delta, context)
    yield { entity: 'subscriber', id, field, from, to }
  }
}
