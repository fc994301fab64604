/** Populations of any size from a seed. */
import {
  FLOORS,
  GIVEN_NAMES,
  HOSTILE_COMMENTS,
  HOSTILE_LOGINS,
  HOSTILE_NAMES,
  STREET_NAMES,
  SURNAMES,
  TYPED_HOUSES,
} from './invented.ts'
import type {
  Population,
  PopulationDistrict,
  PopulationHouse,
  PopulationState,
  PopulationStreet,
  PopulationSubscriber,
  PopulationTariff,
} from './population.ts'
import { type Random, seededRandom } from './random.ts'

export interface GenerateOptions {
  /** Number of subscribers. */
  readonly size: number
  /** The same seed gives the same population. Default 1. */
  readonly seed?: number
  /** Odd logins, names, comments and house numbers among the ordinary ones. Default true. */
  readonly isHostile?: boolean
  /**
   * Also what not every product can say: several tariffs and addresses, child accounts, former subscribers,
   * companies, discounts. Default false: then every dialect can print all of it.
   */
  readonly isRich?: boolean
}

/** A new population; the same options give the same one. */
export function generatePopulation(options: GenerateOptions): Population {
  const random = seededRandom(options.seed ?? 1)
  const isHostile = options.isHostile ?? true
  const districts = makeDistricts(options.isRich ?? false)
  const streets = makeStreets(options.size, districts)
  const population: Population = {
    now: '2026-11-23 12:00:00',
    offsetMinutes: 120,
    cities: [
      { id: 1, name: 'Київ' },
      { id: 2, name: 'Біла Церква' },
      { id: 3, name: isHostile ? 'Кам`янець-Подільський' : 'Львів' },
      { id: 4, name: isHostile ? "Слов'янськ" : 'Одеса' },
    ],
    districts,
    streets,
    houses: makeHouses(random, streets, options.size, isHostile),
    tariffs: makeTariffs(isHostile),
    groups: LABELS,
    tags: LABELS,
    services: [
      { id: 1, name: 'Статична IP', cost: '50' },
      { id: 2, name: 'Антивірус', cost: '25.5' },
      { id: 3, name: 'TV', cost: '99' },
    ],
    fields: [
      { id: 1, name: 'Паспорт' },
      { id: 2, name: 'Примітка монтажника' },
      { id: 3, name: 'Порт OLT / ONU' },
    ],
    subscribers: [],
    messages: [],
  }
  const maker = new SubscriberMaker(random, population, isHostile, options.isRich ?? false)
  const subscribers = Array.from({ length: options.size }, () => maker.make())
  return { ...population, subscribers, messages: makeMessages(subscribers) }
}

const LABELS = [
  { id: 1, name: 'VIP' },
  { id: 2, name: 'Боржник' },
  { id: 3, name: 'Юр. особа' },
  { id: 4, name: 'Пільга "ветеран"' },
  { id: 5, name: 'Оптика' },
  { id: 6, name: "Об'єднаний рахунок / A+B" },
]

function makeTariffs(isHostile: boolean): PopulationTariff[] {
  const speeds = { speedDown: 102_400, speedUp: 51_200, includedTraffic: -1 }
  return [
    { id: 10, name: 'Базовий-50', fee: '150', intervalDays: 30, ...speeds },
    { id: 11, name: 'Turbo 100', fee: '220.5', intervalDays: 30, ...speeds, speedUp: 102_400 },
    { id: 12, name: isHostile ? "Сім'я+" : 'Сімейний', fee: '180', intervalDays: 30, ...speeds },
    { id: 13, name: 'Day-7', fee: '7.25', intervalDays: 1, ...speeds, includedTraffic: 10_240 },
    { id: 14, name: isHostile ? 'Юр. "200" / <b>' : 'Юридичний', fee: '999.99', intervalDays: 30, ...speeds },
    { id: 15, name: isHostile ? '10' : 'Десятка', fee: '10', intervalDays: 1, ...speeds },
  ]
}

/** One without a name in every city; in a rich population two of the first city have names. */
function makeDistricts(isRich: boolean): PopulationDistrict[] {
  const plain = [1, 2, 3, 4].map((cityId) => ({ id: 50 + cityId, cityId, name: '' }))
  if (!isRich) return plain
  return [{ id: 51, cityId: 1, name: 'Поділ' }, { id: 55, cityId: 1, name: 'Оболонь' }, ...plain.slice(1)]
}

function makeStreets(size: number, districts: readonly PopulationDistrict[]): PopulationStreet[] {
  const count = Math.max(districts.length, Math.ceil(size / 200))
  return Array.from({ length: count }, (_, index) => {
    const district = districts[index % districts.length]
    return {
      id: index + 1,
      cityId: district?.cityId ?? 1,
      districtId: district?.id ?? 51,
      type: 'вул.',
      name: streetName(index),
    }
  })
}

function streetName(index: number): string {
  const round = Math.floor(index / STREET_NAMES.length)
  const name = STREET_NAMES[index % STREET_NAMES.length] ?? ''
  return round === 0 ? name : `${name} ${round + 1}`
}

function makeHouses(
  random: Random,
  streets: readonly PopulationStreet[],
  size: number,
  isHostile: boolean,
): PopulationHouse[] {
  const count = Math.max(6, Math.ceil(size / 20))
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / streets.length)
    const odd = isHostile && turn < TYPED_HOUSES.length && index % 3 === 0
    return {
      id: index + 1,
      streetId: (index % streets.length) + 1,
      typed: odd ? (TYPED_HOUSES[turn] ?? '1') : String(200 + turn),
      postcode: random.oneIn(3) ? `0${random.digits(4)}` : '',
      floors: random.oneIn(2) ? String(1 + random.int(16)) : '',
      entrances: random.oneIn(2) ? String(1 + random.int(8)) : '',
    }
  })
}

const STATES = ['work', 'work', 'work', 'work', 'nomoney', 'pause', 'disable'] as const

class SubscriberMaker {
  #made = 0

  constructor(
    private readonly random: Random,
    private readonly population: Population,
    private readonly isHostile: boolean,
    private readonly isRich: boolean,
  ) {}

  make(): PopulationSubscriber {
    const { random, isRich } = this
    const index = this.#made++
    const serial = index + 1
    const active = day(random, 2026, 10, 30)
    const subscriber: PopulationSubscriber = {
      uid: 1000 + serial,
      login: this.#login(index),
      fullName: this.#hostileOr(HOSTILE_NAMES, 9) ?? `${random.pick(SURNAMES)} ${random.pick(GIVEN_NAMES)}`,
      isCorporate: isRich && random.oneIn(8),
      isFormer: isRich && random.oneIn(40),
      accountNumber: String(1000 + serial),
      comment: this.#hostileOr(HOSTILE_COMMENTS, 9) ?? (random.oneIn(3) ? 'постійний клієнт' : ''),
      balance: amount(random),
      credit: random.pick(['0', '0', '50', '100']),
      discount: isRich && random.oneIn(5) ? String(5 * (1 + random.int(6))) : '0',
      state: random.pick<PopulationState>(STATES),
      connectedAt: random.oneIn(10) ? '' : `${day(random, 2019, 1, 365)} 00:00:00`,
      activeAt: random.oneIn(5) ? '' : `${active} 12:${Number(random.digits(1)) % 6}1:09`,
      agreementNumber: random.oneIn(12) ? '' : random.oneIn(3) ? `Д-${serial}/24` : String(200_000 + serial),
      agreementDate: random.oneIn(6) ? '' : day(random, 2019, 1, 365),
      tariffs: this.#tariffs(),
      nextTariff: random.oneIn(15) ? { tariffId: 10 + random.int(5), startDate: '2026-12-01' } : undefined,
      trafficUp: random.digits(11),
      trafficDown: random.digits(12),
      phones: random.oneIn(8) ? [] : this.#phones(),
      emails: random.oneIn(3) ? [`client${serial}@example.net`] : [],
      address: random.oneIn(15) ? undefined : this.#address(),
      devices: this.#devices(serial),
      groups: [],
      tags: [],
      services: random.oneIn(6) ? [this.#service()] : [],
      fields: random.oneIn(2) ? [{ id: 1 + random.int(3), value: `СТ ${random.digits(6)}` }] : [],
      password: `pw${random.digits(6)}`,
      children: [],
    }
    const labels = random.oneIn(3) ? [1 + random.int(6)] : []
    const children = isRich && random.oneIn(25) ? [this.#child(subscriber)] : []
    return { ...subscriber, groups: labels, tags: labels, children }
  }

  #login(index: number): string {
    const odd = this.isHostile ? HOSTILE_LOGINS[index] : undefined
    return odd ?? (index % 7 === 6 ? String(100_000 + index) : `user${index + 1}_${this.random.digits(3)}`)
  }

  #hostileOr(list: readonly [string, ...string[]], oneIn: number): string | undefined {
    return this.isHostile && this.random.oneIn(oneIn) ? this.random.pick(list) : undefined
  }

  #tariffs(): number[] {
    const { random, isRich } = this
    if (random.oneIn(20)) return []
    const first = 10 + random.int(6)
    if (!isRich || !random.oneIn(6)) return [first]
    return random.oneIn(2) ? [first, first] : [first, 10 + ((first - 9) % 6)]
  }

  #phones(): string[] {
    const { random } = this
    const mobile = random.pick(['+38067', '067', '(050) '])
    const numbers = [`${mobile}${random.digits(7)}`]
    return random.oneIn(4)
      ? [`044-${random.digits(3)}-${random.digits(2)}-${random.digits(2)}`, ...numbers]
      : numbers
  }

  #address(): PopulationSubscriber['address'] {
    const { random, population } = this
    return {
      houseId: 1 + random.int(population.houses.length),
      apartment: random.oneIn(10)
        ? ''
        : random.oneIn(12)
          ? `${1 + random.int(90)}а`
          : String(1 + random.int(180)),
      floor: random.pick(FLOORS),
      entrance: random.oneIn(3) ? '' : String(1 + random.int(8)),
    }
  }

  #devices(serial: number): PopulationSubscriber['devices'] {
    const { random, isRich } = this
    if (random.oneIn(20)) return []
    const mac = random.oneIn(10) ? '' : `02${(random.int(2 ** 20) + 2 ** 32).toString(16).padStart(10, '0')}`
    const first = { ip: 167_772_160 + serial * 4, mac }
    return isRich && random.oneIn(5) ? [first, { ip: first.ip + 1, mac: '' }] : [first]
  }

  #service(): PopulationSubscriber['services'][number] {
    const service = this.random.pick([
      { id: 1, cost: '50' },
      { id: 2, cost: '25.5' },
      { id: 3, cost: '89.9' },
    ])
    return { ...service, comment: this.random.oneIn(3) ? "з 1-го числа, п'ять каналів" : '' }
  }

  #child(parent: PopulationSubscriber): PopulationSubscriber {
    return {
      ...parent,
      uid: parent.uid + 5_000_000,
      login: `sub${parent.uid}`,
      devices: [],
      accountNumber: '',
    }
  }
}

function amount(random: Random): string {
  if (random.oneIn(10)) return '0'
  const sign = random.oneIn(3) ? '-' : ''
  const noise = random.oneIn(8) ? random.digits(12) : ''
  return `${sign}${random.int(400)}.${random.digits(2)}${noise}`
}

/** A day counted from the first of a month. */
function day(random: Random, year: number, month: number, within: number): string {
  return new Date(Date.UTC(year, month - 1, 1 + random.int(within))).toISOString().slice(0, 10)
}

function makeMessages(subscribers: readonly PopulationSubscriber[]): Population['messages'] {
  return subscribers.slice(0, 5).map((subscriber, index) => ({
    id: index + 1,
    uid: subscriber.uid,
    date: `2026-10-0${index + 1} 12:00:00`,
    subject: `Тікет ${index + 1}`,
    text: `Не працює інтернет "зовсім"\nо'котрій буде майстер?`,
  }))
}
