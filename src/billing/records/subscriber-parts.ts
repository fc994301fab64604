/** The nested parts of a subscriber, each from whatever shape it came in (§5.6). */
import {
  eachItem,
  entries,
  fieldOf,
  idOf,
  idOfItem,
  isNothing,
  isRecord,
  items,
  textOf,
} from '../../json/shapes.ts'
import { emailAddresses, phoneNumbers } from '../../model/contact.ts'
import { firstOfNextMonth, parseDateTime, parseDay } from '../../model/date.ts'
import { parseDecimal } from '../../model/decimal.ts'
import { type IpMac, parseIp, parseMac } from '../../model/network.ts'
import type { Address, NextTariff, SubscribedService, TagMark } from '../../model/subscriber.ts'
import {
  ADDRESS_MARKS,
  AGREEMENT_MARKS,
  EMAIL_MARKS,
  FIELD_MARKS,
  ID_MARKS,
  IP_MARKS,
  NO_MARKS,
  PHONE_MARKS,
  SERVICE_MARKS,
} from './marks.ts'
import { flag, lined, plain, unlessZero } from './plain.ts'
import type { SharedTexts } from './shared-texts.ts'

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
export function addressOf(address: unknown, shared: SharedTexts): Address | undefined {
  const all = items(address, ADDRESS_MARKS)
  const item = all.find((each) => fieldOf(each, 'type') === 'connect') ?? all[0]
  const houseId = idOf(fieldOf(item, 'house_id'))
  if (houseId === '' || houseId === '0') return undefined
  return {
    houseId: shared.text(houseId),
    apartment: shared.text(apartmentOf(fieldOf(item, 'apartment'))),
    floor: shared.text(unlessZero(fieldOf(item, 'floor'))),
    entrance: shared.text(unlessZero(fieldOf(item, 'entrance'))),
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
  const found: { text: string; main: boolean }[] = []
  eachItem(value, marks, (item) => {
    const text = textOf(isRecord(item) ? item[name] : item)
    if (text !== '') found.push({ text, main: flag(fieldOf(item, 'flag_main')) === true })
  })
  return found
}

/** Below this a key is a running number, not an address. */
const LARGEST_COUNTER = 65_535

/** Addresses by IP, devices without one by MAC, none twice (T14, T15, T16). */
export function ipMacsOf(value: unknown): readonly IpMac[] {
  const found: IpMac[] = []
  eachItem(value, IP_MARKS, (item, key) => {
    note(found, ipOf(key, item), parseMac(fieldOf(item, 'mac')))
    const second = parseIp(fieldOf(item, 'local_ip'))
    if (second !== undefined) note(found, second, '')
  })
  return listOf(found)
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
  eachItem(tag, ID_MARKS, (item, key) => {
    const id = idOfItem(key, item)
    if (id !== '' && !marks.some((mark) => mark.id === id))
      marks.push({ id, addedAt: parseDateTime(fieldOf(item, 'date_add')) })
  })
  return listOf(marks)
}

/** A map by service of what is held of it: a list, or before uBilling 0.9.9 one bare element (T25). */
export function servicesOf(service: unknown): readonly SubscribedService[] {
  const held: SubscribedService[] = []
  eachItem(service, NO_MARKS, (value, key) => {
    eachItem(value, SERVICE_MARKS, (item) => {
      const id = idOf(fieldOf(item, 'id')) || key.trim()
      if (id === '') return
      const comment = plain(fieldOf(item, 'comment'))
      held.push({ id, cost: parseDecimal(fieldOf(item, 'cost'), 2), comment })
    })
  })
  return listOf(held)
}

/** By the field's id; the keys it comes under are counters and mean nothing (T26). Of several the last wins. */
export function additionalDataOf(value: unknown, onField: (id: string) => void): ReadonlyMap<string, string> {
  if (isNothing(value)) return NO_FIELDS
  const fields = new Map<string, string>()
  eachItem(value, FIELD_MARKS, (item) => {
    const id = idOf(fieldOf(item, 'id'))
    const content = fieldOf(item, 'value')
    if (id === '' || content === undefined || content === null) return
    onField(id)
    fields.set(id, lined(content))
  })
  return fields.size === 0 ? NO_FIELDS : fields
}

function idsOf(value: unknown, isWanted: (id: string) => boolean): readonly string[] {
  const ids: string[] = []
  eachItem(value, ID_MARKS, (item, key) => {
    const id = idOfItem(key, item)
    if (isWanted(id)) ids.push(id)
  })
  return listOf(ids)
}

function listOf<T>(items: T[]): readonly T[] {
  return items.length === 0 ? NONE : items
}
