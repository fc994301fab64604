/** A record of `get_user_list` as a {@link Customer}: every field may be missing, every list may be a map (§6). */
import { fieldOf, idOf, isNothing, isRecord, textOf } from '../json/shapes.ts'
import { emailAddresses, phoneDigits } from '../model/contact.ts'
import type { Customer, CustomerAddress, HeldService } from '../model/customer.ts'
import { parseDateTime, parseDay } from '../model/date.ts'
import { integerText, parseDecimal } from '../model/decimal.ts'
import { type IpMac, parseIp, parseMac } from '../model/network.ts'
import type { NextTariff } from '../model/subscriber.ts'
import { decoded, erpIdOf, flagOf, itemsOf, membersOf, numberOf, referenceOf, unitsOf } from './values.ts'

/** Phone slots of the ERP: `phone0` to `phone4`. */
const PHONE_SLOT = /^[0-4]$/
/** By these an item is known where its list is missing around it. */
const AGREEMENT_MARKS = ['number', 'date']
const ADDRESS_MARKS = ['house_id', 'apartment']
const EMAIL_MARKS = ['address']
const SERVICE_MARKS = ['cost', 'comment']

/**
 * Reads one record.
 * @param key its key: the subscriber's id in the billing, as the ERP returns it
 * @returns `undefined` when it carries no id of the ERP, without which it cannot be edited
 */
export function readCustomer(key: string, record: unknown): Customer | undefined {
  const erpId = erpIdOf(record)
  if (erpId === '') return undefined
  const field = (name: string): unknown => fieldOf(record, name)
  const [agreement] = itemsOf(field('agreement'), AGREEMENT_MARKS)
  const [address] = itemsOf(field('address'), ADDRESS_MARKS)
  const tariff = field('tariff')
  const month = fieldOf(field('traffic'), 'month')
  return {
    key,
    erpId,
    isInBilling: flagOf(field('is_in_billing'), true),
    login: decoded(field('login')),
    fullName: decoded(field('full_name')),
    accountNumber: decoded(field('account_number')),
    comment: decoded(field('comment')),
    balance: unitsOf(field('balance'), 2),
    credit: unitsOf(field('credit'), 2),
    discount: unitsOf(field('discount'), 2),
    isCorporate: flagOf(field('flag_corporate')),
    isFormer: flagOf(field('is_disable')),
    parentErpId: referenceOf(field('parent_id')),
    stateId: idOf(field('state_id')) || '0',
    connectedOn: parseDay(field('date_connect')),
    activeAt: parseDateTime(field('date_activity_inet') ?? field('date_activity')),
    activeAtUnix: numberOf(field('date_activity_inet_unix')),
    agreementNumber: decoded(fieldOf(agreement, 'number')),
    agreementDate: parseDay(fieldOf(agreement, 'date')),
    tariffs: tariffIds(fieldOf(tariff, 'current')),
    nextTariff: readNextTariff(fieldOf(tariff, 'new')),
    trafficUp: integerText(fieldOf(month, 'up')),
    trafficDown: integerText(fieldOf(month, 'down')),
    phones: readPhones(field('phone')),
    emails: readEmails(field('email')),
    address: readAddress(address),
    ipMacs: readIpMacs(field('ip_mac')),
    additionalData: readAdditionalData(field('additional_data')),
    groupIds: heldIds(field('group')),
    tagIds: heldIds(field('tag')),
    services: readServices(field('service')),
    password: decoded(field('password')),
  }
}

function tariffIds(list: unknown): string[] {
  return tariffItems(list).map(([id]) => decoded(id))
}

function readNextTariff(list: unknown): NextTariff | undefined {
  const [next] = tariffItems(list)
  return next && { id: decoded(next[0]), startDate: parseDay(fieldOf(next[1], 'date_start')) }
}

/** Items with the ids they name: an empty one names none, and a place in a list is no id. */
function tariffItems(list: unknown): [id: string, item: unknown][] {
  const isBare = isRecord(list) && Object.hasOwn(list, 'id') && !isRecord(list['id'])
  const items = isBare ? [list] : list
  const idOfItem = (key: string, item: unknown): string => {
    if (!isRecord(item)) return idOf(item)
    if (Object.hasOwn(item, 'id')) return idOf(item['id'])
    return Array.isArray(items) ? '' : key
  }
  return membersOf(items).flatMap(([key, item]) => {
    const id = idOfItem(key, item)
    return id === '' ? [] : [[id, item]]
  })
}

/** A slot is a position in the list; a list with holes comes as a map of positions. */
function readPhones(list: unknown): string[] {
  const items = Array.isArray(list) ? list : inSlots(membersOf(list))
  return Array.from(items, (item) => phoneDigits(textOf(fieldOf(item, 'number') ?? item)))
}

function inSlots(members: readonly [key: string, item: unknown][]): unknown[] {
  if (!members.every(([key]) => PHONE_SLOT.test(key))) return members.map(([, item]) => item)
  const slots: unknown[] = []
  for (const [slot, item] of members) slots[Number(slot)] = item
  return slots
}

function readEmails(list: unknown): string[] {
  const items = itemsOf(list, EMAIL_MARKS)
  return emailAddresses(
    items.map((item) => ({ text: textOf(fieldOf(item, 'address') ?? item), main: false })),
  )
}

function readAddress(address: unknown): CustomerAddress {
  const apartment = fieldOf(address, 'apartment')
  const number = decoded(isRecord(apartment) ? fieldOf(apartment, 'number') : apartment)
  return {
    houseId: referenceOf(fieldOf(address, 'house_id')),
    apartment: number === '0' ? '' : number,
    floor: decoded(fieldOf(address, 'floor')),
    entrance: referenceOf(fieldOf(address, 'entrance')),
  }
}

/** An entry's own `ip` counts before its key; -1, 0 and empty mean a device that has none. */
function readIpMacs(map: unknown): IpMac[] {
  const ipMacs: IpMac[] = []
  for (const [key, item] of membersOf(map)) {
    const own = fieldOf(item, 'ip')
    const ip = isNothing(own) ? ipOfKey(key) : parseIp(own)
    const mac = parseMac(fieldOf(item, 'mac'))
    if (ip !== undefined || mac !== '') ipMacs.push({ ip, mac })
  }
  return ipMacs
}

/** A small key is the position in a list, not an address. */
function ipOfKey(key: string): number | undefined {
  const ip = parseIp(key)
  return ip !== undefined && ip > 0xffff ? ip : undefined
}

function readAdditionalData(map: unknown): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [key, item] of membersOf(map)) {
    const id = idOf(fieldOf(item, 'id')) || key
    values.set(id, decoded(isRecord(item) ? fieldOf(item, 'value') : item))
  }
  return values
}

/** Ids of groups or tags: the map's keys, whatever stands under them; of a list, the items or their `id`. */
function heldIds(value: unknown): string[] {
  const ids = membersOf(value).map(([key, item]) => {
    if (isRecord(item)) return referenceOf(fieldOf(item, 'id')) || referenceOf(key)
    return referenceOf(Array.isArray(value) ? item : key)
  })
  return [...new Set(ids)].filter((id) => id !== '')
}

/** A service is held once: of several elements the first gives cost and comment (§7). */
function readServices(map: unknown): ReadonlyMap<string, HeldService> {
  const services = new Map<string, HeldService>()
  for (const [key, list] of membersOf(map)) {
    const [first] = itemsOf(list, SERVICE_MARKS)
    if (isNothing(first)) continue
    const cost = fieldOf(first, 'cost') ?? (isRecord(first) ? undefined : first)
    services.set(key, { cost: parseDecimal(cost, 2), comment: decoded(fieldOf(first, 'comment')) })
  }
  return services
}
