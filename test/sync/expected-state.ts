/**
 * What UserSide ought to hold after a run, told from what it held before and from the population alone. An
 * independent statement of the contract (`userside-api.md` §4–§8, §11): it shares no code with the program.
 */
import {
  houseParts,
  type Population,
  type PopulationSubscriber,
  type PopulationTariff,
} from '../../src/sandbox/population.ts'
import type { Snapshot } from '../../src/sandbox/userside/snapshot.ts'

/** How the billing that prints the population differs from one that says everything. */
export interface Product {
  readonly subscriberId: (subscriber: PopulationSubscriber) => string
  readonly tariffId: (tariff: PopulationTariff) => string
  /** uBilling: one tariff, one device, no companies, discounts, former subscribers, children, districts, postcodes. */
  readonly isPoor: boolean
}

export interface Rules {
  readonly product: Product
  /** `false`: houses are created step by step, which knows no parts of a city. */
  readonly isCompareHouse: boolean
  /** UserSide's field by the billing's. */
  readonly fields: ReadonlyMap<number, string>
  readonly withPasswords: boolean
  /** Slots of each subscriber before the run: the snapshot tells only numbers. */
  readonly slots: (billingId: string) => readonly string[]
  /** Highest message UserSide has. */
  readonly lastMessageId: number
}

/** One subscriber as the snapshot has it. */
interface Held {
  name: string
  login: string
  accountNumber: string
  comment: string
  password: string
  balance: string
  credit: string
  discount: number
  isCorporate: boolean
  isDisabled: boolean
  isInBilling: boolean
  parent: string
  connectedOn: string
  agreementNumber: string
  agreementDate: string
  tariffs: string[]
  nextTariff: string
  trafficUp: string
  trafficDown: string
  activity: string
  phones: string[]
  email: string
  house: string
  apartment: string
  floor: string
  entrance: string
  devices: string[]
  stateId: string
  additionalData: Record<string, string>
  groups: string[]
  tags: string[]
  services: Record<string, string>
}

/** A subscriber with its id in the billing and its parent's. */
interface Account {
  readonly id: string
  readonly parentId: string
  readonly subscriber: PopulationSubscriber
}

/** The snapshot after a run over this population. */
export function expectedAfter(before: Snapshot, population: Population, rules: Rules): Snapshot {
  const accounts = accountsOf(population, rules.product)
  const present = new Set(accounts.map(({ id }) => id))
  const subscribers = record<Record<string, unknown>>()
  for (const [id, held] of Object.entries(before.subscribers)) {
    // A record under `0` may be nobody's (§6): it is never marked.
    const isGone = !present.has(id) && accounts.length > 0 && id !== '0'
    subscribers[id] = isGone ? { ...held, isInBilling: false } : held
  }
  const town = new Town(before, population, rules)
  const exports = exportsOf(accounts, rules.product)
  for (const account of accounts) {
    const held = subscribers[account.id] as Held | undefined
    subscribers[account.id] = { ...told(account, held, population, rules, exports, town) }
  }
  const used = accounts.map(({ subscriber }) => subscriber)
  const names = (items: Population['groups'], ids: readonly number[]): string[] =>
    items.filter(({ id }) => ids.includes(id)).map(({ name }) => plain(name))
  return {
    tariffs: tariffsAfter(before, population, rules.product),
    houses: town.all(),
    groups: union(
      before.groups,
      names(
        population.groups,
        used.flatMap(({ groups }) => groups),
      ),
    ),
    tags: union(
      before.tags,
      names(
        population.tags,
        used.flatMap(({ tags }) => tags),
      ),
    ),
    services: servicesAfter(before, population, used),
    subscribers: sorted(subscribers),
    duplicates: [],
    messages: messagesAfter(before, population, rules),
  }
}

function accountsOf(population: Population, { subscriberId, isPoor }: Product): Account[] {
  const parents = population.subscribers.map((subscriber) => ({
    id: subscriberId(subscriber),
    parentId: '',
    subscriber,
  }))
  if (isPoor) return parents
  const children = parents.flatMap(({ id, subscriber }) =>
    subscriber.children.map((child) => ({
      id: `${id}_${subscriberId(child)}`,
      parentId: id,
      subscriber: child,
    })),
  )
  return [...parents, ...children]
}

/** Fields that some record carries; the others are left alone. */
type Part =
  | 'name'
  | 'account'
  | 'comment'
  | 'former'
  | 'connected'
  | 'activity'
  | 'agreement'
  | 'agreementDate'
type Collection =
  | 'phones'
  | 'emails'
  | 'address'
  | 'floor'
  | 'entrance'
  | 'devices'
  | 'groups'
  | 'tags'
  | 'services'

function exportsOf(
  accounts: readonly Account[],
  { isPoor }: Product,
): (part: Part | Collection | number) => boolean {
  const carries: Record<Part | Collection, (subscriber: PopulationSubscriber) => boolean> = {
    name: ({ fullName }) => fullName !== '',
    account: ({ accountNumber }) => accountNumber !== '',
    comment: ({ comment }) => comment !== '',
    former: ({ isFormer }) => isFormer && !isPoor,
    connected: ({ connectedAt }) => isPoor || connectedAt !== '',
    activity: ({ activeAt }) => activeAt !== '',
    agreement: ({ agreementNumber }) => agreementNumber !== '',
    agreementDate: ({ agreementNumber, agreementDate }) => agreementNumber !== '' && agreementDate !== '',
    phones: ({ phones }) => phones.length > 0,
    emails: ({ emails }) => emails.length > 0,
    address: ({ address }) => address !== undefined,
    floor: ({ address }) => (address?.floor ?? '') !== '',
    entrance: ({ address }) => (address?.entrance ?? '') !== '',
    devices: ({ devices }) => isPoor || devices.length > 0,
    groups: ({ groups }) => groups.length > 0,
    tags: ({ tags }) => tags.length > 0,
    services: ({ services }) => services.length > 0,
  }
  return (part) =>
    accounts.some(({ subscriber }) =>
      typeof part === 'number' ? subscriber.fields.some(({ id }) => id === part) : carries[part](subscriber),
    )
}

function told(
  { id, parentId, subscriber }: Account,
  known: Held | undefined,
  population: Population,
  rules: Rules,
  exports: ReturnType<typeof exportsOf>,
  town: Town,
): Held {
  const { product } = rules
  const held = known ?? { ...NEW, name: nameOf(subscriber) }
  const mirror = <T>(part: Part | Collection, value: T, otherwise: T): T =>
    exports(part) ? value : otherwise
  const unlessEmpty = (value: string, otherwise: string): string => (value === '' ? otherwise : value)
  const house = subscriber.address && town.house(subscriber.address.houseId)
  return {
    ...held,
    isInBilling: true,
    name: mirror('name', nameOf(subscriber), held.name),
    login: plain(subscriber.login),
    accountNumber: mirror('account', plain(subscriber.accountNumber), held.accountNumber),
    comment: mirror('comment', plain(subscriber.comment), held.comment),
    password: rules.withPasswords ? unlessEmpty(subscriber.password, held.password) : held.password,
    balance: cents(subscriber.balance),
    credit: cents(subscriber.credit),
    discount: product.isPoor ? held.discount : Number(subscriber.discount),
    isCorporate: product.isPoor ? held.isCorporate : subscriber.isCorporate,
    isDisabled: mirror('former', subscriber.isFormer, held.isDisabled),
    parent: unlessEmpty(parentId, held.parent),
    connectedOn: unlessEmpty(subscriber.connectedAt.slice(0, 10), held.connectedOn),
    agreementNumber: unlessEmpty(plain(subscriber.agreementNumber), held.agreementNumber),
    agreementDate:
      subscriber.agreementNumber === ''
        ? held.agreementDate
        : unlessEmpty(subscriber.agreementDate, held.agreementDate),
    tariffs: tariffsOf(subscriber, population, product),
    nextTariff: nextTariffOf(subscriber, population, product),
    trafficUp: subscriber.trafficUp,
    trafficDown: subscriber.trafficDown,
    activity: unlessEmpty(momentOf(subscriber), held.activity),
    phones: phonesAfter(subscriber, known === undefined ? [] : rules.slots(id)),
    email: subscriber.emails.length === 0 ? held.email : subscriber.emails.join(', '),
    ...(house === undefined || subscriber.address === undefined
      ? {}
      : {
          house,
          apartment: plain(subscriber.address.apartment),
          floor: unlessEmpty(plain(subscriber.address.floor), held.floor),
          entrance: unlessEmpty(subscriber.address.entrance, held.entrance),
        }),
    devices: mirror('devices', devicesAfter(subscriber, held, product), held.devices),
    stateId: stateOf(subscriber),
    additionalData: fieldsAfter(subscriber, held, rules, exports),
    groups: mirror(
      'groups',
      labelsAfter(subscriber.groups, held.groups, population.groups, true),
      held.groups,
    ),
    tags: mirror('tags', labelsAfter(subscriber.tags, held.tags, population.tags, true), held.tags),
    services: mirror('services', heldServicesAfter(subscriber, held, population), held.services),
  }
}

const NEW: Held = {
  name: '',
  login: '',
  accountNumber: '',
  comment: '',
  password: '',
  balance: '0.00',
  credit: '0.00',
  discount: 0,
  isCorporate: false,
  isDisabled: false,
  isInBilling: true,
  parent: '',
  connectedOn: '',
  agreementNumber: '',
  agreementDate: '',
  tariffs: [],
  nextTariff: '',
  trafficUp: '0',
  trafficDown: '0',
  activity: '',
  phones: [],
  email: '',
  house: '',
  apartment: '',
  floor: '',
  entrance: '',
  devices: [],
  stateId: '0',
  additionalData: {},
  groups: [],
  tags: [],
  services: {},
}

/** Entities read, white space folded; what no one can type is dropped. */
function plain(text: string): string {
  let read = text
  for (let turn = 0; turn < 5; turn++) {
    read = read
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
  }
  return read.split(/\s+/).filter(Boolean).join(' ')
}

/** A name without backslashes; who has none is called by the login. */
function nameOf({ fullName, login }: PopulationSubscriber): string {
  return plain(fullName.replaceAll('\\', ' ')) || plain(login.replaceAll('\\', ' '))
}

/** A time of day that no clock shows is no time. */
function momentOf({ activeAt }: PopulationSubscriber): string {
  return /:[0-5]\d:[0-5]\d$/.test(activeAt) ? activeAt : ''
}

/** Two places, half away from zero. */
function cents(amount: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount) ?? []
  const kept = BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, '0'))
  const rounded = kept + (Number(fraction[2] ?? 0) >= 5 ? 1n : 0n)
  const text = String(rounded).padStart(3, '0')
  return `${rounded === 0n ? '' : sign}${text.slice(0, -2)}.${text.slice(-2)}`
}

function tariffNamed(population: Population, product: Product, id: number | undefined): string {
  const tariff = population.tariffs.find((each) => each.id === id)
  return tariff === undefined ? '' : product.tariffId(tariff)
}

function tariffsOf({ tariffs }: PopulationSubscriber, population: Population, product: Product): string[] {
  const told = product.isPoor ? tariffs.slice(0, 1) : tariffs
  return told.map((id) => tariffNamed(population, product, id)).sort()
}

function nextTariffOf(
  { nextTariff }: PopulationSubscriber,
  population: Population,
  product: Product,
): string {
  if (nextTariff === undefined) return ''
  return `${tariffNamed(population, product, nextTariff.tariffId)}|${nextTariff.startDate}`
}

/** Five slots: a missing main number takes the first, the others any that holds no wanted number. */
function phonesAfter({ phones }: PopulationSubscriber, held: readonly string[]): string[] {
  const digits = phones.map((number) => number.replace(/\D/g, ''))
  const main = digits.at(-1)
  const wanted = main === undefined ? [] : [...new Set([main, ...digits])]
  const slots = Array.from({ length: 5 }, (_, slot) => held[slot] ?? '')
  if (main !== undefined && !slots.includes(main)) slots[0] = main
  for (const number of wanted) {
    if (slots.includes(number)) continue
    const empty = slots.indexOf('')
    slots[empty >= 0 ? empty : slots.findIndex((each) => !wanted.includes(each))] = number
  }
  return slots.filter((number) => number !== '')
}

/** The billing's addresses; a MAC it does not know stays, devices without an IP stay too. */
function devicesAfter({ devices }: PopulationSubscriber, held: Held, { isPoor }: Product): string[] {
  const told = isPoor ? devices.slice(0, 1) : devices
  const before = held.devices.map((device) => device.split(','))
  const kept = held.devices.filter((device) => device.startsWith('-1,'))
  const wanted = told.map(({ ip, mac }) => {
    const macBefore = before.find(([address]) => address === String(ip))?.[1] ?? ''
    return `${ip},${mac === '' ? macBefore : mac}`
  })
  return [...kept, ...wanted].sort()
}

function stateOf({ tariffs, state }: PopulationSubscriber): string {
  if (tariffs.length === 0) return '0'
  return state === 'work' ? '2' : state === 'pause' ? '1' : '0'
}

function fieldsAfter(
  subscriber: PopulationSubscriber,
  held: Held,
  rules: Rules,
  exports: ReturnType<typeof exportsOf>,
): Record<string, string> {
  const values = { ...held.additionalData }
  for (const [id, erpField] of rules.fields) {
    if (!exports(id)) continue
    const value = plain(subscriber.fields.find((field) => field.id === id)?.value ?? '')
    if (value === '') delete values[erpField]
    else values[erpField] = value
  }
  return sorted(values)
}

/** The billing's labels, and of the ERP's own those the billing has no name for. */
function labelsAfter(
  ids: readonly number[],
  held: readonly string[],
  offered: Population['groups'],
  keepsForeign: boolean,
): string[] {
  const names = new Map(offered.map(({ id, name }) => [id, plain(name)]))
  const own = new Set(names.values())
  const foreign = keepsForeign ? held.filter((name) => !own.has(name)) : []
  return union(
    foreign,
    ids.flatMap((id) => names.get(id) ?? []),
  )
}

function heldServicesAfter(
  { services }: PopulationSubscriber,
  held: Held,
  population: Population,
): Record<string, string> {
  const names = new Map(population.services.map(({ id, name }) => [id, plain(name)]))
  const own = new Set(names.values())
  const after = Object.fromEntries(Object.entries(held.services).filter(([name]) => !own.has(name)))
  for (const { id, cost, comment } of services) {
    const name = names.get(id)
    if (name !== undefined) after[name] = `${Number(cost)} ${plain(comment)}`.trim()
  }
  return sorted(after)
}

function tariffsAfter(before: Snapshot, population: Population, product: Product): Snapshot['tariffs'] {
  const after = record<Snapshot['tariffs'][string]>()
  for (const [id, tariff] of Object.entries(before.tariffs)) after[id] = { ...tariff, isInBilling: false }
  for (const tariff of population.tariffs) {
    after[product.tariffId(tariff)] = {
      name: plain(tariff.name),
      payment: String(Number(tariff.fee)),
      paymentInterval: tariff.intervalDays,
      speedRx: tariff.speedDown,
      speedTx: tariff.speedUp,
      traffic: tariff.includedTraffic,
      isInBilling: true,
    }
  }
  return sorted(after)
}

function servicesAfter(
  before: Snapshot,
  population: Population,
  used: readonly PopulationSubscriber[],
): Record<string, string> {
  const after = { ...before.services }
  for (const { id, name, cost } of population.services) {
    const isUsed = used.some(({ services }) => services.some((service) => service.id === id))
    if (isUsed || plain(name) in after) after[plain(name)] = String(Number(cost))
  }
  return sorted(after)
}

function messagesAfter(
  before: Snapshot,
  population: Population,
  { product, lastMessageId }: Rules,
): string[] {
  const ids = new Map(population.subscribers.map((each) => [each.uid, product.subscriberId(each)]))
  const fresh = population.messages.flatMap(({ id, uid, date, subject, text }) => {
    const owner = ids.get(uid)
    if (owner === undefined || id <= lastMessageId) return []
    const unix = Date.parse(`${date.replace(' ', 'T')}Z`) / 1000 - population.offsetMinutes * 60
    return [`${id} ${owner} ${unix} ${[subject, ...text.split('\n')].map(plain).join('<br>')}`]
  })
  return [...before.messages, ...fresh].sort()
}

/** The houses, whole names by the billing's id. */
class Town {
  readonly #names = new Map<number, string>()
  readonly #all: string[]

  constructor(before: Snapshot, population: Population, { product, isCompareHouse }: Rules) {
    const all = [...before.houses]
    const loose = (name: string): string => {
      const parts = name.toUpperCase().split(' | ')
      // Step by step a house is known by city, street and number alone.
      return (isCompareHouse ? parts : [parts[2], parts[4], parts[5], parts[6]]).join('|')
    }
    const districts = new Map(population.districts.map((district) => [district.id, district.name]))
    const cities = new Map(population.cities.map((city) => [city.id, city.name]))
    for (const house of population.houses) {
      const street = population.streets.find(({ id }) => id === house.streetId)
      if (street === undefined) continue
      const { number, block } = houseParts(house.typed)
      const area = product.isPoor ? '' : plain(districts.get(street.districtId) ?? '')
      const place = [plain(cities.get(street.cityId) ?? ''), isCompareHouse ? area : '', plain(street.name)]
      const name = ['', '', ...place, number, block].join(' | ')
      const known = all.find((each) => loose(each) === loose(name))
      if (known === undefined) all.push(name)
      this.#names.set(house.id, known ?? name)
    }
    this.#all = all.sort()
  }

  house(id: number): string | undefined {
    return this.#names.get(id)
  }

  all(): string[] {
    return this.#all
  }
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])].sort()
}

function record<T>(): Record<string, T> {
  return Object.create(null)
}

function sorted<T>(values: Record<string, T>): Record<string, T> {
  const made = record<T>()
  for (const key of Object.keys(values).sort()) made[key] = values[key] as T
  return made
}
