/** Changes a population as the time between two runs would. */
import { GIVEN_NAMES, HOSTILE_NAMES, SURNAMES } from './invented.ts'
import type { Population, PopulationSubscriber } from './population.ts'
import { type Random, seededRandom } from './random.ts'

export type ChangeKind =
  | 'balance'
  | 'traffic'
  | 'tariff'
  | 'next-tariff'
  | 'name'
  | 'phone'
  | 'address'
  | 'device'
  | 'state'
  | 'comment'
  | 'label'
  | 'service'
  | 'field'
  | 'new'
  | 'gone'
  | 'tariff-fee'
  | 'tariff-new'

export interface EvolveOptions {
  /** The same seed makes the same changes. Default 1. */
  readonly seed?: number
  /** How many changes; one subscriber may meet several. */
  readonly changes: number
  /** Only these. Default: all, balances most of the time. */
  readonly kinds?: readonly [ChangeKind, ...ChangeKind[]]
}

const USUAL: readonly [ChangeKind, ...ChangeKind[]] = [
  'balance',
  'balance',
  'balance',
  'traffic',
  'tariff',
  'next-tariff',
  'name',
  'phone',
  'address',
  'device',
  'state',
  'comment',
  'label',
  'service',
  'field',
  'new',
  'gone',
]

type Draft = { -readonly [Key in keyof Population]: Population[Key] } & {
  subscribers: PopulationSubscriber[]
}

/** A later state of the population; the earlier one is left as it is. */
export function evolve(population: Population, options: EvolveOptions): Population {
  const random = seededRandom((options.seed ?? 1) ^ 0x5bd1e995)
  const draft: Draft = { ...population, subscribers: [...population.subscribers] }
  const kinds = options.kinds ?? USUAL
  let lastUid = population.subscribers.reduce((most, { uid }) => Math.max(most, uid), 1000)
  for (let count = 0; count < options.changes; count += 1) {
    const kind = random.pick(kinds)
    if (kind === 'tariff-fee') changeFee(draft, random)
    else if (kind === 'tariff-new') addTariff(draft, random)
    else if (kind === 'gone') draft.subscribers.splice(random.int(draft.subscribers.length), 1)
    else if (kind === 'new') {
      lastUid += 1
      draft.subscribers.push(newcomer(draft, random, lastUid))
    } else {
      const place = random.int(draft.subscribers.length)
      const subscriber = draft.subscribers[place]
      if (subscriber !== undefined)
        draft.subscribers[place] = { ...subscriber, ...CHANGES[kind](subscriber, random, draft) }
    }
  }
  return draft
}

type Change = (
  subscriber: PopulationSubscriber,
  random: Random,
  population: Population,
) => Partial<PopulationSubscriber>

const CHANGES: Readonly<Record<Exclude<ChangeKind, 'new' | 'gone' | 'tariff-fee' | 'tariff-new'>, Change>> = {
  balance: (_, random) => ({
    balance: `${random.oneIn(3) ? '-' : ''}${random.int(900)}.${random.digits(2)}`,
  }),
  traffic: (_, random) => ({ trafficUp: random.digits(11), trafficDown: random.digits(12) }),
  tariff: (_, random, { tariffs }) => ({ tariffs: oneId(random, tariffs) }),
  'next-tariff': (subscriber, random, { tariffs }) => {
    const [tariffId] = oneId(random, tariffs)
    const isCancelled = subscriber.nextTariff !== undefined || tariffId === undefined
    return { nextTariff: isCancelled ? undefined : { tariffId, startDate: '2026-12-01' } }
  },
  name: (_, random) => ({
    fullName: random.oneIn(3)
      ? random.pick(HOSTILE_NAMES)
      : `${random.pick(SURNAMES)} ${random.pick(GIVEN_NAMES)}`,
  }),
  phone: (_, random) => ({ phones: [`+38099${random.digits(7)}`] }),
  address: (subscriber, random, { houses }) => {
    const [houseId] = oneId(random, houses)
    if (houseId === undefined) return {}
    const { floor = '', entrance = '' } = subscriber.address ?? {}
    return { address: { houseId, apartment: String(1 + random.int(180)), floor, entrance } }
  },
  device: ({ devices, uid }, random) => {
    const ip = devices[0]?.ip ?? 2_886_729_728 + uid
    const mac = `04${random
      .int(2 ** 30)
      .toString(16)
      .padStart(10, '0')}`
    return { devices: [{ ip: random.oneIn(2) ? ip : 2_887_000_000 + uid * 8 + random.int(8), mac }] }
  },
  state: (_, random) => ({ state: random.pick(['work', 'nomoney', 'pause', 'disable']) }),
  comment: (_, random) => ({ comment: random.oneIn(3) ? '' : `зауваження ${random.digits(3)}` }),
  label: (_, random, { groups }) => {
    const labels = random.oneIn(3) ? [] : oneId(random, groups)
    return { groups: labels, tags: labels }
  },
  service: (_, random, { services }) => {
    const offer = services[random.int(services.length)]
    return { services: offer === undefined || random.oneIn(3) ? [] : [{ ...offer, comment: '' }] }
  },
  field: (_, random, { fields }) => {
    const [id] = oneId(random, fields)
    return { fields: id === undefined ? [] : [{ id, value: `АА ${random.digits(6)}` }] }
  },
}

function oneId(random: Random, items: readonly { readonly id: number }[]): number[] {
  const item = items[random.int(items.length)]
  return item === undefined ? [] : [item.id]
}

function newcomer(population: Population, random: Random, uid: number): PopulationSubscriber {
  const template = population.subscribers[random.int(population.subscribers.length)]
  const base: PopulationSubscriber = template ?? NOBODY
  return {
    ...base,
    uid,
    login: `new${uid}_${random.digits(3)}`,
    fullName: `${random.pick(SURNAMES)} ${random.pick(GIVEN_NAMES)}`,
    accountNumber: String(uid),
    agreementNumber: `Н-${uid}`,
    devices: [{ ip: 3_000_000_000 + uid, mac: '' }],
    children: [],
  }
}

const NOBODY: PopulationSubscriber = {
  uid: 0,
  login: '',
  fullName: '',
  isCorporate: false,
  isFormer: false,
  accountNumber: '',
  comment: '',
  balance: '0',
  credit: '0',
  discount: '0',
  state: 'work',
  connectedAt: '',
  activeAt: '',
  agreementNumber: '',
  agreementDate: '',
  tariffs: [],
  nextTariff: undefined,
  trafficUp: '0',
  trafficDown: '0',
  phones: [],
  emails: [],
  address: undefined,
  devices: [],
  groups: [],
  tags: [],
  services: [],
  fields: [],
  password: '',
  children: [],
}

function changeFee(draft: Draft, random: Random): void {
  const place = random.int(draft.tariffs.length)
  draft.tariffs = draft.tariffs.map((tariff, index) =>
    index === place ? { ...tariff, fee: `${100 + random.int(400)}.5` } : tariff,
  )
}

function addTariff(draft: Draft, random: Random): void {
  const id = draft.tariffs.reduce((most, tariff) => Math.max(most, tariff.id), 0) + 1
  const [template] = draft.tariffs
  if (template === undefined) return
  draft.tariffs = [...draft.tariffs, { ...template, id, name: `Новий-${id}-${random.digits(2)}` }]
}
