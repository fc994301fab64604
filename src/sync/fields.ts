/**
 * The field table: one row for each field of a subscriber. `diff`, `apply`, `verify`, `plan`, the report and the
 * documentation all read it; adding a field is adding a row. A row's policy and flag are in `model/policy.ts`.
 *
 * Values are canonical plain JSON: amounts in minor units, dates as text, collections ordered, so that the same
 * value is the same JSON on both sides and from run to run.
 */

import { fromUnix, toUnix } from '../model/date.ts'
import { formatDecimal } from '../model/decimal.ts'
import { FIELD_NAMES, type FieldName } from '../model/policy.ts'
import { flowingText } from '../model/text.ts'
import { additionalDataField } from './collections/additional-data.ts'
import { type IpMacPair, patchIpMacs, reachIpMacs, showIpMacs, toPairs } from './collections/ip-macs.ts'
import {
  isSameServices,
  patchGroups,
  patchServices,
  patchTags,
  reachIds,
  reachServices,
  type ServiceValue,
  type TagValue,
  toSet,
} from './collections/memberships.ts'
import { isSamePhones, patchPhones, reachPhones } from './collections/phones.ts'
import {
  canonicalTariffId,
  canonicalTariffIds,
  patchNextTariff,
  patchTariffs,
  reachTariffs,
} from './collections/tariffs.ts'
import { type Field, type Row, row } from './field.ts'
import { addressPart, flag, houseField, money, text } from './kinds.ts'
import { subscriberName } from './name.ts'
import { cabinetPassword } from './password.ts'
import { type Creations, reference, shownId } from './reference.ts'
import { erpState, stateName } from './state.ts'

const TABLE = {
  name: text({
    title: 'Full name',
    exportedAs: 'fullName',
    // A subscriber without a name is called by its login, as it was when it was created (§11.4); the login is no
    // name that could win over one.
    want: subscriberName,
    have: (customer) => customer.fullName,
    policyFor: ({ fullName }, policy) => (fullName === '' && policy !== 'mirror' ? 'ignore' : policy),
    key: 'name',
  }),
  login: text({
    title: 'Login',
    exportedAs: 'login',
    want: (subscriber) => subscriber.login,
    have: (customer) => customer.login,
    key: 'login',
  }),
  accountNumber: text({
    title: 'Account number',
    exportedAs: 'accountNumber',
    want: (subscriber) => subscriber.accountNumber,
    have: (customer) => customer.accountNumber,
    key: 'account_number',
  }),
  comment: text({
    title: 'Notes',
    exportedAs: 'comment',
    want: (subscriber) => subscriber.comment,
    have: (customer) => customer.comment,
    key: 'comment',
  }),
  balance: money({
    title: 'Balance',
    exportedAs: 'balance',
    isHot: true,
    want: (subscriber) => subscriber.balance,
    have: (customer) => customer.balance,
    patch: (units) => ({ balance: formatDecimal(units, 2) }),
  }),
  credit: money({
    title: 'Credit',
    exportedAs: 'credit',
    want: (subscriber) => subscriber.credit,
    have: (customer) => customer.credit,
    patch: (units) => ({ credit: formatDecimal(units, 2) }),
  }),
  discount: money({
    title: 'Discount, %',
    exportedAs: 'discount',
    want: (subscriber) => subscriber.discount,
    have: (customer) => customer.discount,
    patch: (units) => ({ discount: units / 100 }),
  }),
  corporate: flag({
    title: 'Company',
    exportedAs: 'corporate',
    want: (subscriber) => subscriber.isCorporate,
    have: (customer) => customer.isCorporate,
    key: 'flag_corporate',
  }),
  former: flag({
    title: 'Former subscriber',
    exportedAs: 'former',
    want: (subscriber) => subscriber.isFormer,
    have: (customer) => customer.isFormer,
    key: 'is_disable',
  }),
  password: row<string>({
    title: 'Cabinet password',
    exportedAs: 'password',
    isSecret: true,
    // An empty password would open the cabinet to everybody.
    isNeverEmptied: true,
    want: ({ password }, { settings, options }) => cabinetPassword(password, settings, options),
    have: (customer) => customer.password,
    isEmpty: isBlank,
    patch: (password) => ({ password }),
    show: () => '***',
  }),
  dateConnect: text({
    title: 'Connected on',
    exportedAs: 'connectedOn',
    isNeverEmptied: true,
    want: (subscriber) => subscriber.connectedOn,
    have: (customer) => customer.connectedOn,
    key: 'date_connect',
  }),
  agreementNumber: text({
    title: 'Agreement number',
    exportedAs: 'agreementNumber',
    isNeverEmptied: true,
    want: (subscriber) => subscriber.agreementNumber,
    have: (customer) => customer.agreementNumber,
    key: 'agreement_number',
  }),
  agreementDate: text({
    title: 'Agreement date',
    exportedAs: 'agreementDate',
    isNeverEmptied: true,
    want: (subscriber) => subscriber.agreementDate,
    have: (customer) => customer.agreementDate,
    key: 'agreement_date',
  }),
  tariffs: row<readonly string[]>({
    title: 'Tariffs',
    exportedAs: 'tariff',
    want: ({ tariffs }, { tariffIds }) => tariffIds && canonicalTariffIds(tariffs),
    have: ({ tariffs }) => canonicalTariffIds(tariffs),
    isEmpty: (ids) => ids.length === 0,
    reach: (want, have, { tariffIds }) => reachTariffs(want, have, (id) => tariffIds?.has(id) ?? false),
    resolve: (ids, creations) => ids.filter((id) => creations.hasTariff(id)),
    patch: (after, before, { tariffWireIds }) => {
      const wireId = (id: string): string => tariffWireIds.get(id) ?? id
      return patchTariffs(after.map(wireId), before.map(wireId))
    },
    show: (ids) => ids.join(', '),
  }),
  nextTariff: row<{ readonly id: string; readonly startDate: string } | null>({
    title: 'Next tariff',
    // A cancelled change is an absent one: the tariffs say whether the billing tells at all (§11.9).
    exportedAs: 'tariff',
    want: ({ nextTariff }, { tariffIds }) => {
      if (tariffIds === undefined) return undefined
      if (nextTariff === undefined) return null
      const id = canonicalTariffId(nextTariff.id)
      return tariffIds.has(id) ? { id, startDate: nextTariff.startDate } : undefined
    },
    have: ({ nextTariff }) => (nextTariff && { ...nextTariff, id: canonicalTariffId(nextTariff.id) }) || null,
    isEmpty: (next) => next === null,
    isEqual: (after, before) =>
      after === null || before === null
        ? after === before
        : after.id.toLowerCase() === before.id.toLowerCase() &&
          (before.startDate === '' || before.startDate === after.startDate),
    resolve: (next, creations) => (next === null || creations.hasTariff(next.id) ? next : undefined),
    patch: (next, _, { tariffWireIds }) =>
      patchNextTariff(next && { ...next, id: tariffWireIds.get(next.id) ?? next.id }),
    show: (next) => (next === null ? '' : `${next.id} from ${next.startDate}`),
  }),
  traffic: row<readonly [string, string]>({
    title: 'Traffic of the month, bytes up / down',
    exportedAs: 'traffic',
    isHot: true,
    want: ({ trafficUp, trafficDown }, { settings, isTrafficDue }) =>
      settings.isUpdateTraffic && isTrafficDue ? [trafficUp, trafficDown] : undefined,
    have: ({ trafficUp, trafficDown }) => [trafficUp, trafficDown],
    isEmpty: ([up, down]) => up === '0' && down === '0',
    patch: ([up, down], [heldUp, heldDown]) => ({
      ...(up !== heldUp && { traffic_up: up }),
      ...(down !== heldDown && { traffic_down: down }),
    }),
    show: ([up, down]) => `${up} / ${down}`,
  }),
  activity: row<string | number>({
    title: 'Last internet activity',
    exportedAs: 'activeAt',
    isHot: true,
    isNeverEmptied: true,
    // Unix seconds when the ERP asks for them, else the billing's local text; 0 and "" are never.
    want: ({ activeAt }, { settings, billingOffsetMinutes }) => {
      if (!settings.isActivityTimestamp) return activeAt
      return activeAt === '' ? 0 : toUnix(activeAt, billingOffsetMinutes)
    },
    have: (customer, { settings }) =>
      settings.isActivityTimestamp ? customer.activeAtUnix : customer.activeAt,
    isEmpty: (moment) => moment === '' || moment === 0,
    patch: (moment) =>
      typeof moment === 'number' ? { date_activity_inet_unix: moment } : { date_activity_inet: moment },
    show: (moment, { billingOffsetMinutes }) =>
      typeof moment === 'string' ? moment : moment === 0 ? '' : fromUnix(moment, billingOffsetMinutes),
  }),
  phones: row<readonly string[]>({
    title: 'Phones',
    exportedAs: 'phones',
    want: ({ phones }) => phones,
    have: ({ phones }) => phones,
    isEmpty: (numbers) => numbers.every(isBlank),
    reach: (want, have, _, policy) => reachPhones(want, have, policy),
    isEqual: isSamePhones,
    patch: patchPhones,
    show: (numbers) => numbers.filter((number) => number !== '').join(', '),
  }),
  email: text({
    title: 'E-mail',
    exportedAs: 'emails',
    isNeverEmptied: true,
    want: (subscriber) => subscriber.emails.join(', '),
    have: (customer) => customer.emails.join(', '),
    key: 'email',
  }),
  house: houseField('House'),
  apartment: addressPart({
    title: 'Apartment',
    exportedAs: 'apartment',
    want: (address) => address.apartment,
    have: (address) => address.apartment,
    patch: (apartment) => ({ apartment_number: apartment }),
  }),
  floor: addressPart({
    title: 'Floor',
    exportedAs: 'floor',
    want: (address) => address.floor,
    have: (address) => address.floor,
    patch: (floor) => ({ floor }),
  }),
  entrance: addressPart({
    title: 'Entrance',
    exportedAs: 'entrance',
    // The ERP keeps a number: an entrance called "А" stays as it is there, and the run says so.
    want: ({ entrance }) => (/^\d*$/.test(entrance) ? entrance.replace(/^0+/, '') : undefined),
    have: ({ entrance }) => entrance.replace(/^0+/, ''),
    patch: (entrance) => ({ entrance: Number(entrance) }),
  }),
  ipMac: row<readonly IpMacPair[]>({
    title: 'IP and MAC addresses',
    exportedAs: 'ipMac',
    want: ({ ipMacs }) => toPairs(ipMacs),
    have: ({ ipMacs }) => toPairs(ipMacs),
    isEmpty: (pairs) => pairs.length === 0,
    reach: (want, have, { settings, options }, policy) =>
      reachIpMacs(want, have, {
        isMacUpdated: settings.isUpdateMac,
        protectedIps: options.protectedIps,
        policy,
      }),
    patch: patchIpMacs,
    show: showIpMacs,
  }),
  state: row<string>({
    title: 'State in the billing',
    exportedAs: 'state',
    want: ({ stateId }, { states }) => {
      const state = states?.get(stateId)
      return state && erpState(state)
    },
    have: ({ stateId }) => stateId || '0',
    // State 0 is a state: only its absence is empty. A new record of the ERP has none, which reads as 0.
    isEmpty: isBlank,
    isUnset: (stateId) => stateId === '0',
    patch: (stateId) => ({ state_id: stateId }),
    show: (stateId, { states }) => stateName(stateId, states),
  }),
  additionalData: additionalDataField,
  groups: row<readonly string[]>({
    title: 'Groups',
    exportedAs: 'groups',
    // A billing without groups may still have the one every subscriber is put in.
    comparedWith: 'always',
    want: ({ groups }, { groups: link, exported, alwaysGroupErpId }) => {
      if (link === undefined || !(exported.parts.has('groups') || alwaysGroupErpId)) return undefined
      const ids = groups.flatMap((id) => link.erpIdOf(id) ?? [])
      return toSet(alwaysGroupErpId === '' ? ids : [...ids, alwaysGroupErpId])
    },
    have: ({ groupIds }) => toSet(groupIds),
    isEmpty: (ids) => ids.length === 0,
    reach: (want, have, { groups: link, exported, options }) =>
      link === undefined || !exported.parts.has('groups')
        ? toSet([...have, ...want])
        : reachIds(want, have, link, !options.isForeignGroupRemoved),
    resolve: resolveIds,
    patch: patchGroups,
    show: (ids, { groups: link }) => ids.map((id) => link?.nameOf(id) ?? id).join(', '),
  }),
  tags: row<TagValue>({
    title: 'Tags',
    exportedAs: 'tags',
    want: ({ tags }, { tags: link }) =>
      link &&
      byKey(
        tags.flatMap(({ id, addedAt }) => {
          const erpId = link.erpIdOf(id)
          return erpId === undefined ? [] : [[erpId, addedAt] as const]
        }),
      ),
    have: ({ tagIds }) => byKey(tagIds.map((id) => [id, ''] as const)),
    isEmpty: (tags) => Object.keys(tags).length === 0,
    reach: (want, have, { tags: link }) =>
      link === undefined
        ? have
        : byKey(
            reachIds(Object.keys(want), Object.keys(have), link, true).map(
              (id) => [id, want[id] ?? ''] as const,
            ),
          ),
    // The date a tag was given is told once, when it is added; the ERP does not return it.
    isEqual: (after, before) => Object.keys(after).join() === Object.keys(before).join(),
    resolve: resolveKeys,
    patch: patchTags,
    show: (tags, { tags: link }) =>
      Object.keys(tags)
        .map((id) => link?.nameOf(id) ?? id)
        .join(', '),
  }),
  services: row<ServiceValue>({
    title: 'Services',
    exportedAs: 'services',
    want: ({ services }, { services: link }) =>
      link &&
      byKey(
        // Of several elements of one service the first counts, so it is set last.
        [...services].reverse().flatMap(({ id, cost, comment }) => {
          const erpId = link.erpIdOf(id)
          return erpId === undefined
            ? []
            : [[erpId, { cost: cost ?? null, comment: flowingText(comment) }] as const]
        }),
      ),
    have: ({ services }) =>
      byKey(
        [...services].map(
          ([id, { cost, comment }]) => [id, { cost: cost ?? null, comment: flowingText(comment) }] as const,
        ),
      ),
    isEmpty: (services) => Object.keys(services).length === 0,
    reach: (want, have, { services: link }, policy) =>
      link === undefined ? have : reachServices(want, have, link, policy),
    isEqual: isSameServices,
    resolve: resolveKeys,
    patch: patchServices,
    show: (services, { services: link }) =>
      Object.entries(services)
        .map(
          ([id, { cost }]) => `${link?.nameOf(id) ?? id}${cost === null ? '' : ` ${formatDecimal(cost, 2)}`}`,
        )
        .join(', '),
  }),
  parent: row<string>({
    title: 'Parent account',
    exportedAs: 'parent',
    // Who is no child in the billing may have been given a parent by hand.
    want: ({ parentId }, { erpIds, awaited }) => {
      if (parentId === '') return undefined
      return erpIds.get(parentId) ?? (awaited.has(parentId) ? reference('subscriber', parentId) : undefined)
    },
    have: ({ parentErpId }) => parentErpId,
    isEmpty: isBlank,
    resolve: (parentErpId, creations) => creations.erpIdOf(parentErpId),
    patch: (parentErpId) => ({ parent_id: parentErpId }),
    show: shownId,
  }),
} satisfies Record<FieldName, Row>

/** The table, ready for use, in the order of the documentation. */
export const FIELDS: readonly Field[] = FIELD_NAMES.map((name) => TABLE[name](name))

const BY_NAME: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.name, field]))

/** The row of a name, e.g. of one kept in the journal. */
export function fieldNamed(name: string): Field | undefined {
  return BY_NAME.get(name)
}

function isBlank(value: string): boolean {
  return value === ''
}

/** What most subscribers have of most collections: shared, so that it is the same at a glance. */
const NOTHING = Object.freeze({})

/** An object with its keys in order, so that equal sets are equal JSON. */
function byKey<T>(entries: readonly (readonly [string, T])[]): { readonly [key: string]: T } {
  if (entries.length === 0) return NOTHING
  return Object.fromEntries([...new Map(entries)].sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** A membership whose group could not be created is left out; the others are written. */
function resolveIds(ids: readonly string[], creations: Creations): string[] {
  return ids.flatMap((id) => creations.erpIdOf(id) ?? [])
}

function resolveKeys<T>(
  value: { readonly [id: string]: T },
  creations: Creations,
): { readonly [key: string]: T } {
  return byKey(
    Object.entries(value).flatMap(([id, item]) => {
      const erpId = creations.erpIdOf(id)
      return erpId === undefined ? [] : [[erpId, item] as const]
    }),
  )
}
