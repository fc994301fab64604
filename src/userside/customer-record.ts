/** A record of `get_user_list` as a {@link Customer}: every field may be missing, every list may be a map (§6). */
import { fieldOf, idOf, isNothing, isRecord, textOf, type WireRecord } from '../json/shapes.ts'
import { emailAddresses, phoneDigits } from '../model/contact.ts'
import type { Customer, CustomerAddress, HeldService } from '../model/customer.ts'
import { parseDateTime, parseDay, realUnix } from '../model/date.ts'
import { integerText, parseDecimal } from '../model/decimal.ts'
import { type IpMac, NO_IP, parseIp, parseMac } from '../model/network.ts'
import type { NextTariff } from '../model/subscriber.ts'
import {
  decoded,
  eachMember,
  erpIdOf,
  erpReference,
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

/** What is told of a record beside what it holds. */
export interface RecordRemarks {
  /** A date or time no calendar has stands in this member: it counts as none (§12.8). */
  impossible(member: string): void
  /** The value of an additional field stands in `additional_customer_data`, and only there (§6). */
  additionalCustomerField(id: string): void
}

const NO_REMARKS: RecordRemarks = { impossible() {}, additionalCustomerField() {} }

/**
 * Reads one record.
 * @param key its key: the subscriber's id in the billing, as the ERP returns it
 * @returns `undefined` when it carries no id of the ERP, without which it cannot be edited
 */
export function readCustomer(
  key: string,
  record: unknown,
  remarks: RecordRemarks = NO_REMARKS,
): Customer | undefined {
  const erpId = erpIdOf(record)
  if (erpId === '' || !isRecord(record)) return undefined
  const agreement = itemsOf(record.agreement, AGREEMENT_MARKS)[0]
  const month = fieldOf(record.traffic, 'month')
  const dated = (member: string, value: unknown, parse: (value: unknown) => string): string => {
    const date = parse(value)
    if (date === '' && isImpossible(value)) remarks.impossible(member)
    return date
  }
  const activity = record.date_activity_inet ?? record.date_activity
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
    parentErpId: erpReference(record.parent_id),
    stateId: idOf(record.state_id) || '0',
    connectedOn: dated('date_connect', record.date_connect, parseDay),
    activeAt: dated('date_activity_inet', activity, parseDateTime),
    activeAtUnix: readUnix(record.date_activity_inet_unix, remarks),
    agreementNumber: decoded(fieldOf(agreement, 'number')),
    agreementDate: dated('agreement', fieldOf(agreement, 'date'), parseDay),
    tariffs: tariffIds(fieldOf(record.tariff, 'current')),
    nextTariff: readNextTariff(fieldOf(record.tariff, 'new')),
    trafficUp: integerText(fieldOf(month, 'up')),
    trafficDown: integerText(fieldOf(month, 'down')),
    phones: readPhones(record.phone),
    emails: readEmails(record.email),
    address: readAddress(connectedAddress(itemsOf(record.address, ADDRESS_MARKS))),
    ipMacs: readIpMacs(record.ip_mac),
    additionalData: readAdditionalData(record, remarks),
    groupIds: heldIds(record.group),
    tagIds: heldIds(record.tag),
    services: readServices(record.service),
    password: decoded(record.password),
  }
}

/** Text that is neither a date nor one of the ways to say that there is none: of zeros, of 1970, or of the year 0 as PHP prints it. */
function isImpossible(value: unknown): boolean {
  const text = textOf(value).trim()
  return /[1-9]/.test(text) && !/^1970-0?1-0?1|^0?1\.0?1\.1970|-0001/.test(text)
}

/** PHP's zero date, whatever its zone, as seconds: not a moment, but none. */
const ZERO_DATE_BEFORE = -62_135_596_800

function readUnix(value: unknown, remarks: RecordRemarks): number {
  const told = Math.floor(numberOf(value))
  const unix = realUnix(told)
  if (unix !== told && told >= ZERO_DATE_BEFORE) remarks.impossible('date_activity_inet_unix')
  return unix
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

/** Of several addresses the one where the subscriber is connected counts (§6). */
function connectedAddress(addresses: readonly unknown[]): unknown {
  if (addresses.length <= 1) return addresses[0]
  return addresses.find((address) => textOf(fieldOf(address, 'type')) === 'connect') ?? addresses[0]
}

function readAddress(address: unknown): CustomerAddress {
  const apartment = fieldOf(address, 'apartment')
  const number = decoded(isRecord(apartment) ? apartment.number : apartment)
  return {
    houseId: erpReference(fieldOf(address, 'house_id')),
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
    const named = isNothing(own) ? ipOfKey(key) : parseIp(own)
    const ip = named === NO_IP ? undefined : named
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

function readAdditionalData(
  { additional_data: data, additional_customer_data: customerData }: WireRecord,
  remarks: RecordRemarks,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  eachAdditional(data, (id, value) => values.set(id, value))
  eachAdditional(customerData, (id, value) => {
    if (values.has(id)) return
    values.set(id, value)
    remarks.additionalCustomerField(id)
  })
  return values.size === 0 ? NO_DATA : values
}

function eachAdditional(map: unknown, visit: (id: string, value: string) => void): void {
  eachMember(map, (item, key) =>
    visit(idOf(fieldOf(item, 'id')) || key, decoded(isRecord(item) ? item.value : item)),
  )
}

/** Ids of groups or tags: the map's keys, whatever stands under them; of a list, the items or their `id`. */
function heldIds(value: unknown): readonly string[] {
  const idOfMember = (item: unknown, key: string): string => {
    if (isRecord(item)) return erpReference(item.id) || erpReference(key)
    return erpReference(Array.isArray(value) ? item : key)
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
