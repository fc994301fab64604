/** The nested parts of a subscriber, each from whatever shape it came in (§5.6). */
import { eachItem, fieldOf, idOf, idOfItem, isNothing, isRecord, items, textOf } from '../../json/shapes.ts'
import { emailAddresses, phoneNumbers } from '../../model/contact.ts'
import { firstOfNextMonth, readDateTime, readDay } from '../../model/date.ts'
import { type IpMac, parseMac, readIp } from '../../model/network.ts'
import type { FieldName } from '../../model/policy.ts'
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
  TARIFF_MARKS,
} from './marks.ts'
import { flag, isContainer, lined, plain, price, unlessZero } from './plain.ts'
import type { SharedTexts } from './shared-texts.ts'
import type { UnreadableValues } from './unreadable-values.ts'

/** Most subscribers lack most lists: they share one empty one. */
const NONE: readonly never[] = []
const NO_FIELDS: ReadonlyMap<string, string> = new Map()

/** uBilling's name for no tariff (T12). */
const NO_TARIFF = '*_NO_TARIFF_*'

/** Notes fields of a subscriber that cannot be read. */
type Values = UnreadableValues<FieldName>

/** Gives the id of the tariff with this name. */
export type TariffIdOf = (name: string) => string

export interface Tariffs {
  readonly current: readonly string[]
  readonly next: NextTariff | undefined
}

/**
 * The tariffs in force, and the change that is ordered. One without a date, or with a date before today, starts on the
 * first of next month: uBilling dates what is ordered in December to the November before (T11).
 * @param today the billing's day, `YYYY-MM-DD`
 */
export function tariffsOf(tariff: unknown, today: string, values: Values, tariffIdOf: TariffIdOf): Tariffs {
  if (!isMapOf(tariff, ['current', 'new'])) {
    values.note('tariffs', tariff)
    values.note('nextTariff', tariff)
    return { current: NONE, next: undefined }
  }
  const current: string[] = []
  eachTariff(fieldOf(tariff, 'current'), tariffIdOf, (id) => current.push(id))
  let next: NextTariff | undefined
  eachTariff(fieldOf(tariff, 'new'), tariffIdOf, (id, item) => {
    if (next !== undefined) return
    const sent = fieldOf(item, 'date_start')
    const day = values.take('nextTariff', readDay(sent), sent, '')
    next = { id, startDate: day < today ? firstOfNextMonth(today) : day }
  })
  return { current: listOf(current), next }
}

/** True for nothing, and for a map with any of these members. */
function isMapOf(value: unknown, members: readonly string[]): boolean {
  if (isNothing(value)) return true
  if (Array.isArray(value)) return value.length === 0
  if (!isRecord(value)) return false
  return members.some((name) => Object.hasOwn(value, name)) || Object.keys(value).length === 0
}

/** False for what billings have in the place of a tariff. */
export function isTariff(id: string): boolean {
  return id !== '' && id !== NO_TARIFF
}

/** One that is told by its name alone is found by it: its place in a list is no id (T40). */
function eachTariff(list: unknown, tariffIdOf: TariffIdOf, visit: (id: string, item: unknown) => void): void {
  eachItem(list, TARIFF_MARKS, (item, key) => {
    const name = isTold(fieldOf(item, 'id')) ? '' : plain(fieldOf(item, 'name'))
    const isKeyed = key !== '' && !Array.isArray(list)
    const id = name === '' || isKeyed ? idOfItem(key, item) : tariffIdOf(name)
    if (isTariff(id)) visit(id, item)
  })
}

/** The first with a number, else the first (T41). */
export function agreementOf(agreement: unknown, values: Values): { number: string; date: string } {
  const all = items(agreement, AGREEMENT_MARKS)
  const numberOf = (item: unknown): unknown => (isRecord(item) ? item.number : item)
  const item = all.find((each) => idOf(numberOf(each)) !== '') ?? all[0]
  const date = fieldOf(item, 'date')
  return {
    number: plain(values.scalar('agreementNumber', numberOf(item))),
    date: values.take('agreementDate', readDay(date), date, ''),
  }
}

/** The fields an address comes to: where it cannot be read, all of them are left alone. */
const ADDRESS_FIELDS = ['house', 'apartment', 'floor', 'entrance'] as const

/** The address of connection, else the first; none without a house (T20). */
export function addressOf(address: unknown, shared: SharedTexts, values: Values): Address | undefined {
  const all = items(address, ADDRESS_MARKS)
  const item = all.find((each) => fieldOf(each, 'type') === 'connect') ?? all[0]
  const house = fieldOf(item, 'house_id')
  if ((item !== undefined && !isRecord(item)) || isContainer(house)) {
    for (const field of ADDRESS_FIELDS) values.note(field, item)
    return undefined
  }
  const houseId = idOf(house)
  if (houseId === '' || houseId === '0') return undefined
  return {
    houseId: shared.text(houseId),
    apartment: shared.text(apartmentOf(fieldOf(item, 'apartment'), values)),
    floor: shared.text(unlessZero(values.scalar('floor', fieldOf(item, 'floor')))),
    entrance: shared.text(unlessZero(values.scalar('entrance', fieldOf(item, 'entrance')))),
  }
}

/** As typed; the number alone is what is left of it when everything but digits is dropped. */
function apartmentOf(apartment: unknown, values: Values): string {
  if (!isRecord(apartment))
    return unlessZero(isEmptyList(apartment) ? '' : values.scalar('apartment', apartment))
  const part = (name: string): string => plain(values.scalar('apartment', fieldOf(apartment, name)))
  const typed = part('full_name')
  return unlessZero(typed === '' ? part('number') + part('block') : typed)
}

export function phonesOf(phone: unknown, values: Values): readonly string[] {
  const entries = contacts(phone, PHONE_MARKS, 'number', (sent) => values.scalar('phones', sent))
  return listOf(phoneNumbers(entries, (text) => values.note('phones', text)))
}

export function emailsOf(email: unknown, values: Values): readonly string[] {
  return listOf(
    emailAddresses(contacts(email, EMAIL_MARKS, 'address', (sent) => values.scalar('email', sent))),
  )
}

function contacts(
  value: unknown,
  marks: readonly string[],
  name: string,
  scalar: (value: unknown) => unknown,
): { text: string; main: boolean }[] {
  const found: { text: string; main: boolean }[] = []
  eachItem(value, marks, (item) => {
    const text = textOf(scalar(isRecord(item) ? fieldOf(item, name) : item))
    if (text !== '') found.push({ text, main: flag(fieldOf(item, 'flag_main')) === true })
  })
  return found
}

/** Below this a key is a running number, not an address. */
const LARGEST_COUNTER = 65_535

/** Addresses by IP, devices without one by MAC, none twice (T14, T15, T16). */
export function ipMacsOf(value: unknown, values: Values): readonly IpMac[] {
  const found: IpMac[] = []
  eachItem(value, IP_MARKS, (item, key) => {
    const mac = parseMac(fieldOf(item, 'mac'))
    const sent = ipSent(key, item)
    note(found, values.take('ipMac', readIp(sent), sent, undefined), mac)
    const local = fieldOf(item, 'local_ip')
    const second = values.take('ipMac', readIp(local), local, undefined)
    if (second !== undefined) note(found, second, '')
  })
  return listOf(found)
}

/** An IP is told by the entry itself, else by its key, which may be a running number or a MAC as well. */
function ipSent(key: string, item: unknown): unknown {
  if (!isRecord(item)) return item
  const own = fieldOf(item, 'ip')
  if (own !== undefined && own !== null && own !== '') return own
  const isCounter = /^\d+$/.test(key) && Number(key) <= LARGEST_COUNTER
  return /^-?\d+$|[.:]/.test(key) && !isCounter && parseMac(key) === '' ? key : undefined
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

export function tagsOf(tag: unknown, values: Values): readonly TagMark[] {
  const marks: TagMark[] = []
  eachItem(tag, ID_MARKS, (item, key) => {
    const id = idOfItem(key, item)
    if (id === '' || marks.some((mark) => mark.id === id)) return
    const sent = fieldOf(item, 'date_add')
    marks.push({ id, addedAt: values.take('tags', readDateTime(sent), sent, '') })
  })
  return listOf(marks)
}

/** A map by service of what is held of it: a list, or before uBilling 0.9.9 one bare element (T25). */
export function servicesOf(service: unknown, values: Values): readonly SubscribedService[] {
  const held: SubscribedService[] = []
  eachItem(service, NO_MARKS, (value, key) => {
    eachItem(value, SERVICE_MARKS, (item) => {
      const id = idOf(fieldOf(item, 'id')) || key.trim()
      if (id === '') return
      const cost = fieldOf(item, 'cost')
      held.push({
        id,
        cost: values.take('services', price(cost, 2), cost, undefined),
        comment: plain(values.scalar('services', fieldOf(item, 'comment'))),
      })
    })
  })
  return listOf(held)
}

/** By the field's id; the keys it comes under are counters and mean nothing (T26). Of several the last wins. */
export function additionalDataOf(
  value: unknown,
  values: Values,
  onField: (id: string) => void,
): ReadonlyMap<string, string> {
  if (isNothing(value)) return NO_FIELDS
  const fields = new Map<string, string>()
  eachItem(value, FIELD_MARKS, (item) => {
    const id = idOf(fieldOf(item, 'id'))
    const content = fieldOf(item, 'value')
    if (id === '' || content === undefined || content === null) return
    onField(id)
    fields.set(id, lined(values.scalar('additionalData', content)))
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

function isTold(value: unknown): boolean {
  return value !== undefined && value !== null
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function listOf<T>(items: T[]): readonly T[] {
  return items.length === 0 ? NONE : items
}
