/** The whole state of the ERP in the billing's ids and in names, so that two ERPs can be compared. */
import type { Zone } from '../../model/zone.ts'
import { activityTexts } from './customer-printer.ts'
import type { Erp } from './erp.ts'
import type { CustomerRow } from './erp-rows.ts'

export interface Snapshot {
  readonly tariffs: Readonly<Record<string, Record<string, string | number | boolean>>>
  /** Full names of all houses, sorted. */
  readonly houses: readonly string[]
  readonly groups: readonly string[]
  readonly tags: readonly string[]
  /** Costs by name. */
  readonly services: Readonly<Record<string, string>>
  readonly subscribers: Readonly<Record<string, SubscriberSnapshot>>
  /** Ids that more than one subscriber of the ERP carries. */
  readonly duplicates: readonly string[]
  readonly messages: readonly string[]
}

export type SubscriberSnapshot = Readonly<Record<string, unknown>>

/**
 * @param by `id`: subscribers and tariffs under the billing's ids. `name`: under logins and tariff names, which are
 * the same whatever product the billing is.
 */
export function takeSnapshot(erp: Erp, by: 'id' | 'name', zone: Zone): Snapshot {
  const rows = erp.customers
    .filter((row) => !row.isLead)
    .sort((one, other) => compare(one.billingId, other.billingId))
  const tariffRows = [...erp.tariffs.values()].sort((one, other) => compare(one.billingId, other.billingId))
  return {
    tariffs: record(
      tariffRows.map((row) => [
        by === 'id' ? row.billingId : row.name,
        {
          name: row.name,
          payment: String(Number(row.payment)),
          paymentInterval: row.paymentInterval,
          speedRx: row.speedRx,
          speedTx: row.speedTx,
          traffic: row.traffic,
          isInBilling: row.isInBilling,
        },
      ]),
    ),
    houses: [...erp.houses.keys()].map((id) => houseText(erp, id)).sort(),
    groups: [...erp.groups.values()].map((row) => row.name).sort(),
    tags: [...erp.tags.values()].map((row) => row.name).sort(),
    services: record([...erp.services.values()].map((row) => [row.name, String(Number(row.cost))])),
    subscribers: record(
      rows.map((row) => [by === 'id' ? row.billingId : row.login, subscriber(erp, row, by, zone)]),
    ),
    duplicates: rows.filter((row) => erp.customerOf(row.billingId) !== row).map((row) => row.billingId),
    messages: erp.messages
      .map(
        (row) => `${row.billingMessageId} ${erp.customer(row.customerId)?.billingId} ${row.date} ${row.text}`,
      )
      .sort(),
  }
}

function subscriber(erp: Erp, row: CustomerRow, by: 'id' | 'name', zone: Zone): SubscriberSnapshot {
  const tariff = (id: string): string => (by === 'id' ? id : (erp.tariffOf(id)?.name ?? id))
  const parent = erp.customer(row.parentId)
  return {
    name: row.name,
    login: row.login,
    accountNumber: row.accountNumber,
    comment: row.comment,
    password: row.password,
    balance: row.balance,
    credit: row.credit,
    discount: Number(row.discount),
    isCorporate: row.isCorporate,
    isDisabled: row.isDisabled,
    isInBilling: row.isInBilling,
    parent: (by === 'id' ? parent?.billingId : parent?.login) ?? '',
    connectedOn: row.connectedOn.slice(0, 10),
    agreementNumber: row.agreementNumber,
    agreementDate: row.agreementDate,
    tariffs: row.tariffs.map(tariff).sort(),
    nextTariff: row.nextTariff === undefined ? '' : `${tariff(row.nextTariff.id)}|${row.nextTariff.date}`,
    trafficUp: row.trafficUp,
    trafficDown: row.trafficDown,
    activity: activityTexts(row.activity, zone).local,
    phones: row.phones.filter((number) => number !== ''),
    email: row.email,
    house: row.houseId === '' ? '' : houseText(erp, row.houseId),
    apartment: row.apartment,
    floor: row.floor,
    entrance: row.entrance,
    devices: row.devices.map((device) => `${device.ip},${device.mac}`).sort(),
    stateId: row.stateId,
    additionalData: record([...row.additionalData].sort(([one], [other]) => compare(one, other))),
    groups: [...row.groups].map((id) => erp.groups.get(id)?.name ?? id).sort(),
    tags: [...row.tags.keys()].map((id) => erp.tags.get(id)?.name ?? id).sort(),
    services: record(
      [...row.services].map(([id, held]) => [
        erp.services.get(id)?.name ?? id,
        `${Number(held.cost)} ${held.comment}`.trim(),
      ]),
    ),
  }
}

function houseText(erp: Erp, id: string): string {
  const house = erp.houses.get(id)
  if (house === undefined) return `unknown ${id}`
  return erp.fullName(house).join(' | ')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Without a prototype, so that `__proto__` is a key like any other; sorted by key. */
function record<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  const made: Record<string, T> = Object.create(null)
  for (const [key, value] of [...entries].sort(([one], [other]) => compare(one, other))) made[key] = value
  return made
}
