/**
 * From the rows of a subscriber to the record that the tolerant readers read, in the universal API's own shape. A cell
 * that is NULL, and a column that is not selected, leave their member out: what no record carries is not exported.
 */
import type { WireRecord } from '../../../json/shapes.ts'
import type { Exportable } from '../../../model/subscriber.ts'
import { type SideQuery, TABLE_QUERIES } from '../../../model/table-queries.ts'
import type { Look } from '../../records/exported.ts'
import type { OffsetAt } from '../servers/zone.ts'
import type { Cell, RawRow, ReadRawCell } from '../source.ts'
import { CellReader, type Get } from './cell-reader.ts'

/** A side list of a subscriber, with its columns but the owner's. */
export interface SideShape {
  readonly query: SideQuery
  readonly columns: readonly string[]
}

export interface ShapeOptions {
  readonly columns: readonly string[]
  readonly sides: readonly SideShape[]
  readonly offsetAt: OffsetAt
  /** The states are the six words of the protocol. */
  readonly isStateWord: boolean
  /** Gives the id of the house a row's address means; `undefined` where the column `house` tells it. */
  readonly houseOf?: ((row: RawRow) => Cell) | undefined
  readonly read: ReadRawCell
}

/** What changes from minute to minute: a subscriber is known again by anything else. */
export const PASSING_COLUMNS: readonly string[] = ['balance', 'active', 'traffic_up', 'traffic_down']

/** What an address is told by that is a text: thousands live in the same house. */
const PLACE_COLUMNS: readonly string[] = ['city', 'street', 'house_number', 'house_block']

/** Columns of subscribers in the order in which their cells are written down. */
export interface Arrangement {
  readonly columns: readonly string[]
  /** So many of them, the first ones, tell the house. */
  readonly places: number
  /** So many of them, the first ones, are not passing. */
  readonly lasting: number
}

export function arranged(columns: readonly string[]): Arrangement {
  const places = columns.filter((column) => PLACE_COLUMNS.includes(column))
  const passing = columns.filter((column) => PASSING_COLUMNS.includes(column))
  const others = columns.filter((column) => !places.includes(column) && !passing.includes(column))
  const lasting = [...places, ...others]
  return { columns: [...lasting, ...passing], places: places.length, lasting: lasting.length }
}

/** How what a source exports is told from such a record, where that differs from the universal API. */
export const TABLE_LOOKS: Readonly<Partial<Record<Exportable, Look>>> = {
  // A tariff without the word on the next one says nothing about it.
  nextTariff: (record) => memberOf(record.tariff, 'new'),
  tariff: (record) => memberOf(record.tariff, 'current'),
  parent: (record) => record.parent_id,
}

export class SubscriberShape {
  /** Where the id stands in a row. */
  readonly idAt: number
  readonly #options: ShapeOptions
  readonly #main: CellReader
  /** They are read of everybody in every run. */
  readonly #passing: Readonly<Record<'balance' | 'active' | 'up' | 'down', (row: RawRow) => Cell>>
  readonly #sides: readonly (readonly [query: SideQuery, reader: CellReader])[]

  constructor(options: ShapeOptions) {
    const { columns, sides, offsetAt, read } = options
    this.#options = options
    this.idAt = columns.indexOf('id')
    this.#main = new CellReader(columns, TABLE_QUERIES.subscribers.columns, offsetAt, read)
    this.#passing = {
      balance: this.#main.reader('balance'),
      active: this.#main.reader('active'),
      up: this.#main.reader('traffic_up'),
      down: this.#main.reader('traffic_down'),
    }
    this.#sides = sides.map(({ query, columns: own }) => [
      query,
      new CellReader(own, TABLE_QUERIES[query].columns, offsetAt, read),
    ])
  }

  /** What the passing cells say, in the order of `PASSING`. */
  passing(row: RawRow): readonly unknown[] {
    const { balance, active, up, down } = this.#passing
    return [balance(row), active(row), trafficOf(up(row), down(row))]
  }

  /** Notes the house of a row that is not read. */
  noteAddress(row: RawRow): void {
    this.#options.houseOf?.(row)
  }

  /**
   * The record of a subscriber.
   * @param sides rows of the side lists, in the order they were given in; no rows: nothing of that list
   */
  record(row: RawRow, sides: readonly (readonly RawRow[])[]): WireRecord {
    const { houseOf, isStateWord } = this.#options
    const get: Get = this.#main.of(row)
    const lists = new Lists()
    this.#sides.forEach(([query, reader], at) => {
      for (const each of sides[at] ?? []) lists.add(query, reader.of(each))
    })
    const house = houseOf === undefined ? get('house') : houseOf(row)
    return compact({
      id: get('id'),
      parent_id: get('parent'),
      login: get('login'),
      full_name: get('name'),
      account_number: get('account'),
      comment: get('comment'),
      balance: get('balance'),
      credit: get('credit'),
      discount: get('discount'),
      flag_corporate: get('corporate'),
      is_disable: get('former'),
      date_connect: get('connected'),
      date_activity: get('active'),
      password: get('password'),
      state_id: isStateWord ? (get('state')?.trim().toLowerCase() ?? null) : get('state'),
      agreement: lists.of('agreements', agreementOf(get)),
      tariff: tariffOf(get, lists),
      traffic: trafficOf(get('traffic_up'), get('traffic_down')),
      phone: lists.of('phones', phoneOf(get('phone'), '1'), phoneOf(get('phone2'), '0')),
      email: lists.of('emails', emailOf(get('email'))),
      ip_mac: lists.of('ips', deviceOf(get('ip'), get('mac'))),
      group: lists.of('subscriber_groups', referenceOf(get('group'))),
      tag: lists.of('subscriber_tags'),
      service: servicesOf(lists),
      additional_data: lists.of('additional_values'),
      // An apartment without a house is nowhere.
      address: house === null ? null : [addressOf(get, house)],
    })
  }
}

/** What side lists say of a subscriber, in the protocol's shape. */
class Lists {
  readonly #items = new Map<SideQuery, WireRecord[]>()

  add(query: SideQuery, get: Get): void {
    const item = ITEMS[query](get)
    if (item === undefined) return
    const items = this.#items.get(query)
    if (items === undefined) this.#items.set(query, [item])
    else items.push(item)
  }

  /** All of a list, what the subscriber's own columns say first; `null` when there is nothing. */
  of(query: SideQuery, ...own: readonly (WireRecord | undefined)[]): readonly WireRecord[] | null {
    const mine = own.filter((item) => item !== undefined)
    const theirs = this.#items.get(query) ?? []
    return mine.length + theirs.length === 0 ? null : [...mine, ...theirs]
  }
}

const ITEMS: Readonly<Record<SideQuery, (get: Get) => WireRecord | undefined>> = {
  agreements: (get) => ({ number: get('number'), date: get('date') }),
  phones: (get) => phoneOf(get('number'), get('main')),
  emails: (get) => emailOf(get('address'), get('main')),
  ips: (get) => deviceOf(get('ip'), get('mac')),
  subscriber_tariffs: (get) => referenceOf(get('tariff')),
  subscriber_groups: (get) => referenceOf(get('group')),
  // Without an id an item of a list would be taken for the one its place in the list names.
  subscriber_tags: (get) => whereNamed(get('tag'), (id) => ({ id, date_add: get('added') })),
  subscriber_services: (get) =>
    whereNamed(get('service'), (id) => ({ id, cost: get('cost'), comment: get('comment') })),
  additional_values: (get) => whereNamed(get('field'), (id) => ({ id, value: get('value') })),
}

/** A row whose own id is NULL, as an outer join makes them, says nothing. */
function whereNamed(id: Cell, itemOf: (id: string) => WireRecord): WireRecord | undefined {
  return id === null ? undefined : itemOf(id)
}

function agreementOf(get: Get): WireRecord | undefined {
  const number = get('agreement')
  const date = get('agreement_date')
  return number === null && date === null ? undefined : compact({ number, date })
}

/** Next to nothing is said of the next tariff unless its column is there. */
function tariffOf(get: Get, lists: Lists): WireRecord | null {
  const current = lists.of('subscriber_tariffs', referenceOf(get('tariff')))
  const next = get('next_tariff')
  if (current === null && next === null) return null
  return compact({
    current,
    new: next === null ? null : next === '' ? [] : [{ id: next, date_start: get('next_tariff_from') }],
  })
}

function trafficOf(up: Cell, down: Cell): WireRecord | null {
  return up === null && down === null ? null : { month: { up, down } }
}

function phoneOf(number: Cell, main: Cell): WireRecord | undefined {
  return number === null ? undefined : { number, flag_main: main }
}

function emailOf(address: Cell, main: Cell = null): WireRecord | undefined {
  return address === null ? undefined : { address, flag_main: main }
}

function deviceOf(ip: Cell, mac: Cell): WireRecord | undefined {
  return ip === null && mac === null ? undefined : { ip, mac }
}

function referenceOf(id: Cell): WireRecord | undefined {
  return id === null ? undefined : { id }
}

/** By service: the same one twice is two. */
function servicesOf(lists: Lists): WireRecord | null {
  const held = lists.of('subscriber_services')
  return held && Object.groupBy(held, ({ id }) => String(id))
}

function addressOf(get: Get, house: Cell): WireRecord {
  return compact({
    type: 'connect',
    house_id: house,
    apartment: get('apartment'),
    floor: get('floor'),
    entrance: get('entrance'),
  })
}

/** Without the members that are nothing. */
function compact(record: Record<string, unknown>): WireRecord {
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(record)) {
    const value = record[name]
    if (value !== null && value !== undefined) kept[name] = value
  }
  return kept
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
