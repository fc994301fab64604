/** Rows that are alike: texts, amounts, flags and the parts of an address. */
import type { Customer, CustomerAddress } from '../../model/customer.ts'
import { formatDecimal } from '../../model/decimal.ts'
import type { Policy } from '../../model/policy.ts'
import type { Address, Exportable, Subscriber } from '../../model/subscriber.ts'
import { flowingText, isSameText } from '../../model/text.ts'
import type { CustomerPatch } from '../../userside/userside.ts'
import type { SyncContext } from './context.ts'
import { type Row, row } from './field.ts'
import { shownId } from './reference.ts'

/** Members of a patch that hold a text. */
type TextKey = {
  [Key in keyof CustomerPatch]-?: [string] extends [NonNullable<CustomerPatch[Key]>] ? Key : never
}[keyof CustomerPatch]

/** A text: the same when it reads the same, however it is encoded or spaced. */
export function text(spec: {
  title: string
  exportedAs: Exportable
  isNeverEmptied?: boolean
  want(subscriber: Subscriber): string
  have(customer: Customer): string
  policyFor?(subscriber: Subscriber, policy: Policy): Policy
  key: TextKey
}): Row {
  return row<string>({
    title: spec.title,
    exportedAs: spec.exportedAs,
    isNeverEmptied: spec.isNeverEmptied ?? false,
    want: spec.want,
    have: spec.have,
    isEmpty: (value) => value === '',
    isEqual: isSameText,
    ...(spec.policyFor && { policyFor: spec.policyFor }),
    patch: (value) => ({ [spec.key]: flowingText(value) }),
    show: (value) => value,
  })
}

/** An amount in minor units; empty is 0. */
export function money(spec: {
  title: string
  exportedAs: Exportable
  isHot?: boolean
  want(subscriber: Subscriber): number | undefined
  have(customer: Customer): number
  patch(units: number): CustomerPatch
}): Row {
  return row<number>({
    title: spec.title,
    exportedAs: spec.exportedAs,
    isHot: spec.isHot ?? false,
    want: (subscriber) => spec.want(subscriber) ?? 0,
    have: spec.have,
    isEmpty: (units) => units === 0,
    patch: (units) => spec.patch(units),
    show: (units) => formatDecimal(units, 2),
  })
}

/** A yes or no; a record that does not carry it leaves UserSide alone. */
export function flag(spec: {
  title: string
  exportedAs: Exportable
  want(subscriber: Subscriber): boolean | undefined
  have(customer: Customer): boolean
  key: 'flag_corporate' | 'is_disable'
}): Row {
  return row<number>({
    title: spec.title,
    exportedAs: spec.exportedAs,
    want: (subscriber) => {
      const value = spec.want(subscriber)
      return value === undefined ? undefined : Number(value)
    },
    have: (customer) => Number(spec.have(customer)),
    isEmpty: (value) => value === 0,
    patch: (value) => ({ [spec.key]: value === 1 ? 1 : 0 }),
    show: (value) => (value === 1 ? 'yes' : 'no'),
  })
}

/** The house: the ERP's id, or the reference of one about to be created. `0` on the wire clears it. */
export function houseField(title: string): Row {
  return row<string>({
    title,
    exportedAs: 'address',
    isAsked: ({ resolveHouse }) => resolveHouse !== undefined,
    want: ({ address }, { resolveHouse }) => {
      if (resolveHouse === undefined) return undefined
      return address === undefined ? '' : resolveHouse(address)
    },
    have: ({ address }) => address.houseId,
    isEmpty: (houseId) => houseId === '',
    resolve: (houseId, creations) => (houseId === '' ? '' : creations.erpIdOf(houseId)),
    patch: (houseId) => ({ house_id: houseId === '' ? '0' : houseId }),
    show: (houseId, { houseNames }) => houseNames.of(houseId) ?? shownId(houseId),
  })
}

/**
 * Apartment, floor or entrance. They stand and fall with the house: where nobody can tell the house they are left
 * alone; where the subscriber has no address any more they follow the house's policy (§11.8).
 */
export function addressPart(spec: {
  title: string
  exportedAs: 'apartment' | 'floor' | 'entrance'
  want(address: Address): string | undefined
  have(address: CustomerAddress): string
  patch(value: string): CustomerPatch
}): Row {
  return row<string>({
    title: spec.title,
    exportedAs: spec.exportedAs,
    comparedWith: 'address',
    isAsked: ({ resolveHouse }) => resolveHouse !== undefined,
    want: ({ address }, { resolveHouse, exported }) => {
      if (resolveHouse === undefined) return undefined
      if (address === undefined) return ''
      if (!exported.parts.has(spec.exportedAs) || resolveHouse(address) === undefined) return undefined
      return spec.want(address)
    },
    have: ({ address }) => spec.have(address),
    isEmpty: (value) => value === '',
    isEqual: isSameText,
    policyFor: withoutAddressAsHouse,
    patch: (value) => spec.patch(flowingText(value)),
    show: (value) => value,
  })
}

function withoutAddressAsHouse(subscriber: Subscriber, policy: Policy, context: SyncContext): Policy {
  const isBound = subscriber.address === undefined && (policy === 'mirror' || policy === 'update')
  return isBound ? context.policies.house : policy
}
