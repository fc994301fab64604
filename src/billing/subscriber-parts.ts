/** The nested parts of a subscriber, each from whatever shape it came in (§5.6). */
import { entries, fieldOf, idOf, isNothing, isRecord, items, textOf } from '../json/shapes.ts'
import { emailAddresses, phoneNumbers } from '../model/contact.ts'
import { firstOfNextMonth, parseDateTime, parseDay } from '../model/date.ts'
import { parseDecimal } from '../model/decimal.ts'
import { type IpMac, parseIp, parseMac } from '../model/network.ts'
import type { Address, NextTariff, SubscribedService, TagMark } from '../model/subscriber.ts'
import {
  ADDRESS_MARKS,
  AGREEMENT_MARKS,
  EMAIL_MARKS,
  FIELD_MARKS,
  IP_MARKS,
  PHONE_MARKS,
  SERVICE_MARKS,
} from './marks.ts'
import { flag, plain, unlessZero } from './plain.ts'

/** Most subscribers lack most lists: they share one empty one. */
const NONE: readonly never[] = []
const NO_FIELDS: ReadonlyMap<string, string> = new Map()

/** uBilling's name for no tariff (T12). */
const NO_TARIFF = '*_NO_TARIFF_*'

export function currentTariffs(tariff: unknown): readonly string[] {
  return idsOf(fieldOf(tariff, 'current'), isTariff)
}

/**
 * The change that is ordered. One without a date, or with a date before today, starts on the first of next month:
 * uBilling dates what is ordered in December to the November before (T11).
 * @param today the billing's day, `YYYY-MM-DD`
 */
export function nextTariff(tariff: unknown, today: string): NextTariff | undefined {
  const ordered = entries(fieldOf(tariff, 'new')).find(([id]) => isTariff(id))
  if (ordered === undefined) return undefined
  const [id, item] = ordered
  const day = parseDay(fieldOf(item, 'date_start'))
  return { id, startDate: day < today ? firstOfNextMonth(today) : day }
}

function isTariff(id: string): boolean {
  return id !== '' && id !== NO_TARIFF
}

export function firstAgreement(agreement: unknown): { number: string; date: string } {
  const [item] = items(agreement, AGREEMENT_MARKS)
  return {
    number: plain(isRecord(item) ? item.number : item),
    date: parseDay(fieldOf(item, 'date')),
  }
}

/** The address of connection, else the first; none without a house (T20). */
export function addressOf(address: unknown): Address | undefined {
  const all = items(address, ADDRESS_MARKS)
  const item = all.find((each) => fieldOf(each, 'type') === 'connect') ?? all[0]
  const houseId = idOf(fieldOf(item, 'house_id'))
  if (houseId === '' || houseId === '0') return undefined
  return {
    houseId,
    apartment: apartmentOf(fieldOf(item, 'apartment')),
    floor: unlessZero(fieldOf(item, 'floor')),
    entrance: unlessZero(fieldOf(item, 'entrance')),
  }
}

/** As typed; the number alone is what is left of it when everything but digits is dropped. */
function apartmentOf(apartment: unknown): string {
  if (!isRecord(apartment)) return unlessZero(apartment)
  const typed = plain(apartment.full_name)
  return unlessZero(typed === '' ? plain(apartment.number) + plain(apartment.block) : typed)
}

export function phonesOf(phone: unknown): readonly string[] {
  return listOf(phoneNumbers(contacts(phone, PHONE_MARKS, 'number')))
}

export function emailsOf(email: unknown): readonly string[] {
  return listOf(emailAddresses(contacts(email, EMAIL_MARKS, 'address')))
}

function contacts(value: unknown, marks: readonly string[], name: string): { text: string; main: boolean }[] {
  return items(value, marks).map((item) => ({
    text: textOf(isRecord(item) ? item[name] : item),
    main: flag(fieldOf(item, 'flag_main')) === true,
  }))
}

/** Below this a key is a running number, not an address. */
const LARGEST_COUNTER = 65_535

/** Addresses by IP, devices without one by MAC, none twice (T14, T15, T16). */
export function ipMacsOf(value: unknown): readonly IpMac[] {
  if (isNothing(value)) return NONE
  const found: IpMac[] = []
  for (const [key, item] of ipEntries(value)) {
    const mac = parseMac(fieldOf(item, 'mac'))
    note(found, ipOf(key, item), mac)
    const second = parseIp(fieldOf(item, 'local_ip'))
    if (second !== undefined) note(found, second, '')
  }
  return listOf(found)
}

function ipEntries(value: unknown): [key: string, item: unknown][] {
  if (typeof value !== 'object' || value === null) return [['', value]]
  if (isRecord(value) && items(value, IP_MARKS)[0] === value) return [['', value]]
  return Object.entries(value)
}

function ipOf(key: string, item: unknown): number | undefined {
  if (!isRecord(item)) return parseIp(item)
  const own = item.ip
  if (own !== undefined && own !== null && own !== '') return parseIp(own)
  return /^\d+$/.test(key) && Number(key) > LARGEST_COUNTER ? parseIp(key) : undefined
}

/** An address counts once, with the first MAC it comes with. */
function note(found: IpMac[], ip: number | undefined, mac: string): void {
  if (ip === undefined && mac === '') return
  const known = found.findIndex((other) => (ip === undefined ? isDevice(other, mac) : other.ip === ip))
  if (known < 0) found.push({ ip, mac })
  else if (found[known]?.mac === '') found[known] = { ip, mac }
}

function isDevice(other: IpMac, mac: string): boolean {
  return other.ip === undefined && other.mac === mac
}

/** @param isZeroNone the billing's `0` says that there is no group */
export function groupsOf(group: unknown, isZeroNone: boolean): readonly string[] {
  const ids = idsOf(group, (id) => id !== '' && !(isZeroNone && id === '0'))
  return ids.length > 1 ? [...new Set(ids)] : ids
}

export function tagsOf(tag: unknown): readonly TagMark[] {
  const marks: TagMark[] = []
  for (const [id, item] of entries(tag)) {
    if (id !== '' && !marks.some((mark) => mark.id === id))
      marks.push({ id, addedAt: parseDateTime(fieldOf(item, 'date_add')) })
  }
  return listOf(marks)
}

/** A map by service of what is held of it: a list, or before uBilling 0.9.9 one bare element (T25). */
export function servicesOf(service: unknown): readonly SubscribedService[] {
  if (isNothing(service) || typeof service !== 'object') return NONE
  const held: SubscribedService[] = []
  for (const [key, value] of Object.entries(service as object)) {
    if (isNothing(value)) continue
    for (const item of items(value, SERVICE_MARKS)) {
      const id = idOf(fieldOf(item, 'id')) || key.trim()
      if (id === '') continue
      held.push({
        id,
        cost: parseDecimal(fieldOf(item, 'cost'), 2),
        comment: plain(fieldOf(item, 'comment')),
      })
    }
  }
  return listOf(held)
}

/** By the field's id; the keys it comes under are counters and mean nothing (T26). Of several the last wins. */
export function additionalDataOf(value: unknown, onField: (id: string) => void): ReadonlyMap<string, string> {
  if (isNothing(value)) return NO_FIELDS
  const fields = new Map<string, string>()
  for (const item of items(value, FIELD_MARKS)) {
    const id = idOf(fieldOf(item, 'id'))
    const content = fieldOf(item, 'value')
    if (id === '' || content === undefined || content === null) continue
    onField(id)
    fields.set(id, plain(content))
  }
  return fields.size === 0 ? NO_FIELDS : fields
}

function idsOf(value: unknown, isWanted: (id: string) => boolean): readonly string[] {
  const ids: string[] = []
  for (const [id] of entries(value)) if (isWanted(id)) ids.push(id)
  return listOf(ids)
}

function listOf<T>(items: T[]): readonly T[] {
  return items.length === 0 ? NONE : items
}
