/** A record of `get_user_list` as a {@link Customer}: every field may be missing, every list may be a map (§6). */
import { fieldOf, idOf, isNothing, isRecord, textOf } from '../json/shapes.ts'
import { emailAddresses, phoneDigits } from '../model/contact.ts'
import type { Customer, CustomerAddress, HeldService } from '../model/customer.ts'
import { parseDateTime, parseDay } from '../model/date.ts'
import { integerText, parseDecimal } from '../model/decimal.ts'
import { type IpMac, parseIp, parseMac } from '../model/network.ts'
import type { NextTariff } from '../model/subscriber.ts'
import {
  decoded,
  eachMember,
  erpIdOf,
  flagOf,
  itemsOf,
  membersOf,
  numberOf,
  referenceOf,
  unitsOf,
} from './values.ts'

/** Phone slots of the ERP: `phone0` to `phone4`. */
const PHONE_SLOT = /^[0-4]$/
/** By these an item is known where its list is missing around it. */
const AGREEMENT_MARKS = ['number', 'date']
const ADDRESS_MARKS = ['house_id', 'apartment']
const EMAIL_MARKS = ['address']
const SERVICE_MARKS = ['cost', 'comment']

/** Most subscribers lack most collections: they share empty ones. */
const NONE: readonly never[] = []
const NO_DATA: ReadonlyMap<string, string> = new Map()
const NO_SERVICES: ReadonlyMap<string, HeldService> = new Map()

/**
 * Reads one record.
 * @param key its key: the subscriber's id in the billing, as the ERP returns it
 * @returns `undefined` when it carries no id of the ERP, without which it cannot be edited
 */
export function readCustomer(key: string, record: unknown): Customer | undefined {
  const erpId = erpIdOf(record)
  if (erpId === '' || !isRecord(record)) return undefined
  const agreement = itemsOf(record.agreement, AGREEMENT_MARKS)[0]
  const month = fieldOf(record.traffic, 'month')
  return {
    key,
    erpId,
    isInBilling: flagOf(record.is_in_billing, true),
    login: decoded(record.login),
    fullName: decoded(record.full_name),
    accountNumber: decoded(record.account_number),
    comment: decoded(record.comment),
    balance: unitsOf(record.balance, 2),
    credit: unitsOf(record.credit, 2),
    discount: unitsOf(record.discount, 2),
    isCorporate: flagOf(record.flag_corporate),
    isFormer: flagOf(record.is_disable),
    parentErpId: referenceOf(record.parent_id),
    stateId: idOf(record.state_id) || '0',
    connectedOn: parseDay(record.date_connect),
    activeAt: parseDateTime(record.date_activity_inet ?? record.date_activity),
    activeAtUnix: numberOf(record.date_activity_inet_unix),
    agreementNumber: decoded(fieldOf(agreement, 'number')),
    agreementDate: parseDay(fieldOf(agreement, 'date')),
    tariffs: tariffIds(fieldOf(record.tariff, 'current')),
    nextTariff: readNextTariff(fieldOf(record.tariff, 'new')),
    trafficUp: integerText(fieldOf(month, 'up')),
    trafficDown: integerText(fieldOf(month, 'down')),
    phones: readPhones(record.phone),
    emails: readEmails(record.email),
    address: readAddress(itemsOf(record.address, ADDRESS_MARKS)[0]),
    ipMacs: readIpMacs(record.ip_mac),
    additionalData: readAdditionalData(record.additional_data),
    groupIds: heldIds(record.group),
    tagIds: heldIds(record.tag),
    services: readServices(record.service),
    password: decoded(record.password),
  }
}

function tariffIds(list: unknown): readonly string[] {
  const ids: string[] = []
  eachTariff(list, (id) => ids.push(decoded(id)))
  return listOf(ids)
}

function readNextTariff(list: unknown): NextTariff | undefined {
  let next: NextTariff | undefined
  eachTariff(list, (id, item) => {
    next ??= { id: decoded(id), startDate: parseDay(fieldOf(item, 'date_start')) }
  })
  return next
}

/** Visits items with the ids they name: an empty one names none, and a place in a list is no id. */
function eachTariff(list: unknown, visit: (id: string, item: unknown) => void): void {
  const isBare = isRecord(list) && Object.hasOwn(list, 'id') && !isRecord(list.id)
  const idOfItem = (item: unknown, key: string): string => {
    if (!isRecord(item)) return idOf(item)
    if (Object.hasOwn(item, 'id')) return idOf(item.id)
    return Array.isArray(list) || isBare ? '' : key
  }
  eachMember(isBare ? [list] : list, (item, key) => {
    const id = idOfItem(item, key)
    if (id !== '') visit(id, item)
  })
}

/** A slot is a position in the list; a list with holes comes as a map of positions. */
function readPhones(list: unknown): readonly string[] {
  const items = Array.isArray(list) ? list : inSlots(membersOf(list))
  return items.length === 0
    ? NONE
    : Array.from(items, (item) => phoneDigits(textOf(fieldOf(item, 'number') ?? item)))
}

function inSlots(members: readonly [key: string, item: unknown][]): unknown[] {
  if (!members.every(([key]) => PHONE_SLOT.test(key))) return members.map(([, item]) => item)
  const slots: unknown[] = []
  for (const [slot, item] of members) slots[Number(slot)] = item
  return slots
}

function readEmails(list: unknown): readonly string[] {
  const items = itemsOf(list, EMAIL_MARKS)
  if (items.length === 0) return NONE
  return emailAddresses(
    items.map((item) => ({ text: textOf(fieldOf(item, 'address') ?? item), main: false })),
  )
}

function readAddress(address: unknown): CustomerAddress {
  const apartment = fieldOf(address, 'apartment')
  const number = decoded(isRecord(apartment) ? apartment.number : apartment)
  return {
    houseId: referenceOf(fieldOf(address, 'house_id')),
    apartment: number === '0' ? '' : number,
    floor: decoded(fieldOf(address, 'floor')),
    entrance: referenceOf(fieldOf(address, 'entrance')),
  }
}

/** An entry's own `ip` counts before its key; -1, 0 and empty mean a device that has none. */
function readIpMacs(map: unknown): readonly IpMac[] {
  const ipMacs: IpMac[] = []
  eachMember(map, (item, key) => {
    const own = fieldOf(item, 'ip')
    const ip = isNothing(own) ? ipOfKey(key) : parseIp(own)
    const mac = parseMac(fieldOf(item, 'mac'))
    if (ip !== undefined || mac !== '') ipMacs.push({ ip, mac })
  })
  return listOf(ipMacs)
}

/** A small key is the position in a list, not an address. */
function ipOfKey(key: string): number | undefined {
  const ip = parseIp(key)
  return ip !== undefined && ip > 0xffff ? ip : undefined
}

function readAdditionalData(map: unknown): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  eachMember(map, (item, key) => {
    const id = idOf(fieldOf(item, 'id')) || key
    values.set(id, decoded(isRecord(item) ? item.value : item))
  })
  return values.size === 0 ? NO_DATA : values
}

/** Ids of groups or tags: the map's keys, whatever stands under them; of a list, the items or their `id`. */
function heldIds(value: unknown): readonly string[] {
  const idOfMember = (item: unknown, key: string): string => {
    if (isRecord(item)) return referenceOf(item.id) || referenceOf(key)
    return referenceOf(Array.isArray(value) ? item : key)
  }
  const ids: string[] = []
  eachMember(value, (item, key) => {
    const id = idOfMember(item, key)
    if (id !== '' && !ids.includes(id)) ids.push(id)
  })
  return listOf(ids)
}

/** A service is held once: of several elements the first gives cost and comment (§7). */
function readServices(map: unknown): ReadonlyMap<string, HeldService> {
  const services = new Map<string, HeldService>()
  eachMember(map, (list, key) => {
    const first = itemsOf(list, SERVICE_MARKS)[0]
    if (isNothing(first)) return
    const cost = fieldOf(first, 'cost') ?? (isRecord(first) ? undefined : first)
    services.set(key, { cost: parseDecimal(cost, 2), comment: decoded(fieldOf(first, 'comment')) })
  })
  return services.size === 0 ? NO_SERVICES : services
}

function listOf<T>(items: T[]): readonly T[] {
  return items.length === 0 ? NONE : items
}
