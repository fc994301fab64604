/** A record of UserSide as it is remembered: a text, and beside it what was written to the record since. */
import type { Customer } from '../../model/customer.ts'
import { IN_BILLING } from '../diff.ts'
import type { HotPart } from './hot-columns.ts'

/** Changes with everything that changes the notation. */
export const RECORD_VERSION = '1'

/** Values of fields, and of `inBilling`, as they were written: UserSide holds them in the place of the record's own. */
export type Written = NonNullable<Customer['written']>

/** In a list, for names of members would be most of the text. The password is not among them, nor is what is hot. */
type Notation = readonly [
  erpId: string,
  flags: readonly [isInBilling: boolean, isCorporate: boolean, isFormer: boolean],
  texts: readonly [login: string, fullName: string, accountNumber: string, comment: string],
  amounts: readonly [credit: number, discount: number],
  parentErpId: string,
  stateId: string,
  connectedOn: string,
  agreement: readonly [number: string, date: string],
  tariffs: readonly string[],
  nextTariff: Customer['nextTariff'] | null,
  phones: readonly string[],
  emails: readonly string[],
  address: readonly [houseId: string, apartment: string, floor: string, entrance: string],
  ipMacs: readonly (readonly [ip: number | null, mac: string])[],
  additionalData: readonly (readonly [id: string, value: string])[],
  groupIds: readonly string[],
  tagIds: readonly string[],
  services: readonly (readonly [id: string, cost: number | null, comment: string])[],
]

/** Writes a record down. */
export function encodeRecord(customer: Customer): string {
  const { address, nextTariff } = customer
  const notation: Notation = [
    customer.erpId,
    [customer.isInBilling, customer.isCorporate, customer.isFormer],
    [customer.login, customer.fullName, customer.accountNumber, customer.comment],
    [customer.credit, customer.discount],
    customer.parentErpId,
    customer.stateId,
    customer.connectedOn,
    [customer.agreementNumber, customer.agreementDate],
    customer.tariffs,
    nextTariff ?? null,
    customer.phones,
    customer.emails,
    [address.houseId, address.apartment, address.floor, address.entrance],
    customer.ipMacs.map(({ ip, mac }) => [ip ?? null, mac] as const),
    [...customer.additionalData],
    customer.groupIds,
    customer.tagIds,
    Array.from(customer.services, ([id, { cost, comment }]) => [id, cost ?? null, comment] as const),
  ]
  return JSON.stringify(notation)
}

/** Reads it again, with what was written to it since and the values that are hot. */
export function decodeRecord(key: string, text: string, written: Written, hot: HotPart): Customer {
  const [
    erpId,
    [isInBilling, isCorporate, isFormer],
    [login, fullName, accountNumber, comment],
    [credit, discount],
    parentErpId,
    stateId,
    connectedOn,
    [agreementNumber, agreementDate],
    tariffs,
    nextTariff,
    phones,
    emails,
    [houseId, apartment, floor, entrance],
    ipMacs,
    additionalData,
    groupIds,
    tagIds,
    services,
  ]: Notation = JSON.parse(text)
  const flag = (name: 'former' | typeof IN_BILLING, read: boolean): boolean => {
    const value = written.get(name)
    return value === undefined ? read : value === 1
  }
  const parent = written.get('parent')
  return {
    key,
    erpId,
    isInBilling: flag(IN_BILLING, isInBilling),
    login,
    fullName,
    accountNumber,
    comment,
    credit,
    discount,
    isCorporate,
    isFormer: flag('former', isFormer),
    parentErpId: typeof parent === 'string' ? parent : parentErpId,
    stateId,
    connectedOn,
    agreementNumber,
    agreementDate,
    tariffs,
    nextTariff: nextTariff ?? undefined,
    phones,
    emails,
    address: { houseId, apartment, floor, entrance },
    ipMacs: ipMacs.map(([ip, mac]) => ({ ip: ip ?? undefined, mac })),
    additionalData: new Map(additionalData),
    groupIds,
    tagIds,
    services: new Map(services.map(([id, cost, note]) => [id, { cost: cost ?? undefined, comment: note }])),
    password: '',
    ...hot,
    written,
  }
}

/** What was written, as a text; `""` nothing. */
export function encodeWritten(written: Written): string {
  return written.size === 0 ? '' : JSON.stringify([...written])
}

export const NOTHING_WRITTEN: Written = new Map()

/** The reverse of {@link encodeWritten}. */
export function decodeWritten(text: string): Written {
  return text === '' ? NOTHING_WRITTEN : new Map(JSON.parse(text))
}
