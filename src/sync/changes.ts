/** A plan as a flat list of changes, for `plan`, its `--json` and whoever wants to look before. Pure. */

import type { Tariff } from '../model/catalogue.ts'
import type { Customer } from '../model/customer.ts'
import { formatDecimal, shortDecimal } from '../model/decimal.ts'
import type { EntityKind } from '../model/journal.ts'
import type { Subscriber } from '../model/subscriber.ts'
import { numberText } from './addresses.ts'
import { fieldChange } from './apply/patch.ts'
import { diffSubscriber, IN_BILLING, type SubscriberChange } from './diff.ts'
import type { Plan } from './plan.ts'
import { tariffName } from './tariffs.ts'

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
}

function* tariffChanges({ tariffs }: Plan): Generator<PlannedChange> {
  for (const tariff of tariffs?.add ?? []) {
    for (const [field, to] of Object.entries(tariffValues(tariff))) {
      if (to !== '') yield { entity: 'tariff', id: tariff.id, field, from: '', to }
    }
  }
  for (const { tariff, changes } of tariffs?.edits ?? []) {
    for (const { field, from, to } of changes)
      yield { entity: 'tariff', id: tariff.billingId, field, from, to }
  }
}

function tariffValues(tariff: Tariff): Readonly<Record<string, string>> {
  const { fee, intervalDays, speedDown, speedUp, includedTraffic } = tariff
  return {
    name: tariffName(tariff),
    fee: fee === undefined ? '' : `${shortDecimal(fee, 5)} / ${intervalDays ?? 30} d`,
    speedDown: String(speedDown ?? ''),
    speedUp: String(speedUp ?? ''),
    includedTraffic: String(includedTraffic ?? ''),
  }
}

function* houseChanges({ houses, context }: Plan): Generator<PlannedChange> {
  if (houses === undefined) return
  if (!context.options.isAddressCreationDisabled) {
    for (const { id, name } of houses.missing) {
      const to = [name.city, name.street, numberText(name)].filter((part) => part !== '').join(', ')
      yield { entity: 'house', id, field: 'name', from: '', to }
    }
  }
  for (const { houseId, patch } of houses.touchUps) {
    for (const [field, to] of Object.entries(patch))
      yield { entity: 'house', id: houseId, field, from: '', to }
  }
}

function* catalogueChanges({ catalogue }: Plan): Generator<PlannedChange> {
  for (const name of catalogue.groups) yield { entity: 'group', id: name, field: 'name', from: '', to: name }
  for (const name of catalogue.tags) yield { entity: 'tag', id: name, field: 'name', from: '', to: name }
  for (const name of catalogue.services)
    yield { entity: 'service', id: name, field: 'name', from: '', to: name }
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
  yield {
    entity: 'subscriber',
    id: subscriber.id,
    field: 'created',
    from: '',
    to: subscriber.fullName || subscriber.id,
  }
  const change = diffSubscriber(subscriber, newCustomer(subscriber.id), plan.context, () => false)
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

/** A record the ERP has just created: nothing in it yet. */
function newCustomer(key: string): Customer {
  return {
    key,
    erpId: '',
    isInBilling: true,
    login: '',
    fullName: '',
    accountNumber: '',
    comment: '',
    balance: 0,
    credit: 0,
    discount: 0,
    isCorporate: false,
    isFormer: false,
    parentErpId: '',
    stateId: '',
    connectedOn: '',
    activeAt: '',
    activeAtUnix: 0,
    agreementNumber: '',
    agreementDate: '',
    tariffs: [],
    nextTariff: undefined,
    trafficUp: '0',
    trafficDown: '0',
    phones: [],
    emails: [],
    address: { houseId: '', apartment: '', floor: '', entrance: '' },
    ipMacs: [],
    additionalData: new Map(),
    groupIds: [],
    tagIds: [],
    services: new Map(),
    password: '',
  }
}
