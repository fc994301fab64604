/**
 * The universal billing API's own shapes (universal-billing-api.md §5), from which every product but uBilling
 * departs only in words: how it writes ids, dates, money, addresses of the network, and what it leaves out.
 */
import {
  houseParts,
  type Population,
  type PopulationHouse,
  type PopulationState,
  type PopulationSubscriber,
  type PopulationTariff,
} from '../population.ts'
import { tariffsById, type Window } from './dialect.ts'
import { printDirectory, printTree, type Tree, type TreePrinter } from './tree.ts'

/** How a product writes values. */
export interface Wording {
  readonly printer: TreePrinter
  /** The body of `get_system_information`. */
  system(population: Population): Tree
  readonly states: readonly (readonly [id: number, name: string, functional: PopulationState])[]
  tariffId(tariff: PopulationTariff): Tree
  money(amount: string): Tree
  /** A day or a date-time; `""` is none. */
  date(text: string): Tree | undefined
  ip(ip: number): Tree
  mac(mac: string): string
  /** What the product makes of its own fields: additions, omissions, other shapes. */
  subscriber(record: Record, subscriber: PopulationSubscriber, population: Population): Tree
  house(record: Record, house: PopulationHouse, population: Population): Tree
  tariff(record: Record, tariff: PopulationTariff): Tree
  /** Methods the product has, beside the ones every product here has. */
  readonly methods: ReadonlySet<string>
  /** What a list without rows looks like in `get_user_list`. */
  readonly emptyList: string
}

/** A record on its way out; members may be put, replaced or dropped. */
export type Record = { [key: string]: Tree | undefined }

/** The wording of the specification's own example. */
export const SPECIFIED: Omit<Wording, 'printer' | 'system'> = {
  states: [
    [5, 'Активний', 'work'],
    [1, 'Борг', 'nomoney'],
    [2, 'Пауза', 'pause'],
    [3, 'Відключений', 'disable'],
    [4, 'Новий', 'new'],
  ],
  tariffId: (tariff) => tariff.id,
  money: (amount) => amount,
  date: (text) => (text === '' ? undefined : text),
  ip: (ip) => ip,
  mac: (mac) => mac,
  subscriber: (record) => record,
  house: (record) => record,
  tariff: (record) => record,
  methods: new Set([
    'get_api_information',
    'get_services_list',
    'get_user_tags',
    'get_user_additional_data_type_list',
    'get_city_district_list',
    'get_user_messages',
  ]),
  emptyList: '{}',
}

/** Prints a method's body; `undefined` when the product does not have it. */
export function printUniversal(
  method: string,
  population: Population,
  wording: Wording,
  window: Window,
): Iterable<string> | undefined {
  const { printer } = wording
  const directory = <T>(items: readonly T[], id: (item: T) => Tree, record: (item: T) => Tree) => {
    const rows = items.slice(window.offset, window.offset + window.rows)
    return printDirectory(
      entriesOf(rows, (item) => String(id(item)), record),
      printer,
    )
  }
  const named = (items: Population['groups']) => directory(items, numberOf, ({ id, name }) => ({ id, name }))
  if (!ALWAYS.has(method) && !wording.methods.has(method)) return undefined
  switch (method) {
    case 'get_system_information':
      return [printTree(wording.system(population), printer)]
    case 'get_api_information':
      return [printTree({ version: '1.5', date: '06.10.2017' }, printer)]
    case 'get_tariff_list':
      return directory(population.tariffs, wording.tariffId, (tariff) => tariffTree(tariff, wording))
    case 'get_services_list':
      return directory(population.services, numberOf, ({ id, name, cost }) => ({
        id,
        name,
        cost: wording.money(cost),
      }))
    case 'get_user_state_list':
      return directory(
        wording.states,
        ([id]) => id,
        ([id, name, functional]) => ({ id, name, functional }),
      )
    case 'get_user_group_list':
      return named(population.groups)
    case 'get_user_tags':
      return named(population.tags)
    case 'get_user_additional_data_type_list':
      return named(population.fields)
    case 'get_city_list':
      return named(population.cities)
    case 'get_city_district_list':
      return directory(population.districts, numberOf, ({ id, cityId, name }) => ({
        id,
        city_id: cityId,
        name,
      }))
    case 'get_street_list':
      return directory(population.streets, numberOf, (street) => ({
        id: street.id,
        city_id: street.cityId,
        name: street.name,
        type_name: street.type,
        full_name: `${street.type} ${street.name}`,
      }))
    case 'get_house_list':
      return directory(population.houses, numberOf, (house) => houseTree(house, population, wording))
    case 'get_user_messages':
      return directory(population.messages, numberOf, (message) => ({
        id: message.id,
        user_id: message.uid,
        msg_date: message.date,
        subject: message.subject,
        text: message.text,
      }))
    case 'get_user_list': {
      if (population.subscribers.length === 0) return [wording.emptyList]
      const tariffs = tariffsById(population)
      return directory(
        population.subscribers,
        (subscriber) => subscriber.uid,
        (subscriber) => subscriberTree(subscriber, population, tariffs, wording),
      )
    }
    default:
      return undefined
  }
}

const ALWAYS = new Set([
  'get_system_information',
  'get_tariff_list',
  'get_user_state_list',
  'get_user_group_list',
  'get_user_list',
  'get_city_list',
  'get_street_list',
  'get_house_list',
])

const numberOf = (item: { readonly id: number }): number => item.id

function* entriesOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  record: (item: T) => Tree,
): Generator<readonly [string, Tree]> {
  for (const item of items) yield [keyOf(item), record(item)]
}

function tariffTree(tariff: PopulationTariff, wording: Wording): Tree {
  const record: Record = {
    id: wording.tariffId(tariff),
    name: tariff.name,
    payment: wording.money(tariff.fee),
    payment_interval: tariff.intervalDays,
    speed: { up: tariff.speedUp, down: tariff.speedDown },
    traffic: tariff.includedTraffic,
    service_type: 0,
  }
  return wording.tariff(record, tariff)
}

function houseTree(house: PopulationHouse, population: Population, wording: Wording): Tree {
  const street = population.streets.find((each) => each.id === house.streetId)
  const parts = houseParts(house.typed)
  const record: Record = {
    id: house.id,
    street_id: house.streetId,
    city_district_id: street?.districtId,
    number: parts.number,
    block: unlessEmpty(parts.block),
    full_name: `${street?.name ?? ''} ${house.typed}`,
    postcode: unlessEmpty(house.postcode),
    floor: unlessEmpty(house.floors),
    entrance: unlessEmpty(house.entrances),
  }
  return wording.house(record, house, population)
}

function subscriberTree(
  subscriber: PopulationSubscriber,
  population: Population,
  tariffs: ReadonlyMap<number, PopulationTariff>,
  wording: Wording,
): Tree {
  const { address, nextTariff } = subscriber
  const tariffIds = subscriber.tariffs.flatMap((id) => tariffs.get(id) ?? []).map(wording.tariffId)
  const next = nextTariff && tariffs.get(nextTariff.tariffId)
  const record: Record = {
    id: subscriber.uid,
    login: subscriber.login,
    full_name: unlessEmpty(subscriber.fullName),
    flag_corporate: subscriber.isCorporate ? 1 : 0,
    is_disable: subscriber.isFormer ? 1 : undefined,
    tariff: {
      current: tariffIds.map((id) => ({ id })),
      new: next && [{ id: wording.tariffId(next), date_start: wording.date(nextTariff.startDate) }],
    },
    agreement:
      subscriber.agreementNumber === ''
        ? undefined
        : [{ number: subscriber.agreementNumber, date: wording.date(subscriber.agreementDate) }],
    account_number: unlessEmpty(subscriber.accountNumber),
    group: mapOf(subscriber.groups, (id) => ({ id })),
    tag: mapOf(subscriber.tags, (id) => ({ id })),
    comment: unlessEmpty(subscriber.comment),
    balance: wording.money(subscriber.balance),
    credit: wording.money(subscriber.credit),
    discount: wording.money(subscriber.discount),
    state_id: stateId(subscriber, wording),
    date_connect: wording.date(subscriber.connectedAt),
    date_activity: wording.date(subscriber.activeAt),
    traffic: { month: { up: Number(subscriber.trafficUp), down: Number(subscriber.trafficDown) } },
    address: address && [
      {
        type: 'connect',
        house_id: address.houseId,
        entrance: unlessEmpty(address.entrance),
        floor: unlessEmpty(address.floor),
        apartment: { full_name: address.apartment, number: address.apartment.replace(/\D/g, '') },
      },
    ],
    phone: unlessNone(
      subscriber.phones.map((number, index) => ({
        number,
        flag_main: index === subscriber.phones.length - 1 ? 1 : 0,
      })),
    ),
    email: unlessNone(
      subscriber.emails.map((each, index) => ({ address: each, flag_main: index === 0 ? 1 : 0 })),
    ),
    ip_mac: mapOf(subscriber.devices, ({ ip, mac }) => ({
      ip: wording.ip(ip),
      mac: mac === '' ? undefined : wording.mac(mac),
    })),
    service:
      subscriber.services.length === 0
        ? undefined
        : new Map(
            subscriber.services.map(({ id, cost, comment }) => [
              String(id),
              [{ cost: wording.money(cost), comment: unlessEmpty(comment) }],
            ]),
          ),
    additional_data: unlessNone(subscriber.fields.map(({ id, value }) => ({ id, value }))),
    password: subscriber.password,
    account:
      subscriber.children.length === 0
        ? undefined
        : new Map(
            subscriber.children.map((child) => [
              String(child.uid),
              subscriberTree(child, population, tariffs, wording),
            ]),
          ),
  }
  return wording.subscriber(record, subscriber, population)
}

/** A subscriber without a tariff is not activated, whatever else it is. */
function stateId(subscriber: PopulationSubscriber, wording: Pick<Wording, 'states'>): number {
  const functional = subscriber.tariffs.length === 0 ? 'new' : subscriber.state
  return wording.states.find(([, , word]) => word === functional)?.[0] ?? 0
}

function mapOf<T extends number | PopulationSubscriber['devices'][number]>(
  items: readonly T[],
  record: (item: T) => Tree,
): ReadonlyMap<string, Tree> | undefined {
  if (items.length === 0) return undefined
  return new Map(items.map((item) => [String(typeof item === 'number' ? item : item.ip), record(item)]))
}

function unlessEmpty(text: string): string | undefined {
  return text === '' ? undefined : text
}

function unlessNone(list: readonly Tree[]): readonly Tree[] | undefined {
  return list.length === 0 ? undefined : list
}
