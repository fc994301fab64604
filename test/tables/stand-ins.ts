/** The stand-ins of billings: who lives in them, and what of it UserSide is told. */
import { expect } from 'bun:test'
import type { TableDatabase, TablesOptions } from '../../src/billing/tables/options.ts'
import type { Population, PopulationSubscriber } from '../../src/sandbox/population.ts'
import { abillsTables } from '../../src/sandbox/tables/abills.ts'
import { HOME_QUERIES, homeTables } from '../../src/sandbox/tables/home.ts'
import { mikbillTables } from '../../src/sandbox/tables/mikbill.ts'
import { nodenyTables } from '../../src/sandbox/tables/nodeny.ts'
import type { Table } from '../../src/sandbox/tables/table-set.ts'
import { ubillingTables } from '../../src/sandbox/tables/ubilling.ts'
import { utm5Tables } from '../../src/sandbox/tables/utm5.ts'
import type { Snapshot, SubscriberSnapshot } from '../../src/sandbox/userside/snapshot.ts'
import { expectSettled, policies, startWorld } from '../sync/world.ts'
import { clockOf, presentPopulation, startTableWorld } from './table-world.ts'

export interface StandIn {
  readonly name: TablesOptions['name']
  readonly population: () => Population
  readonly tables: (population: Population) => Table[]
  readonly database?: Partial<TableDatabase>
  /** What is not exported of a subscriber, by the names of the snapshot. */
  readonly left: readonly string[]
  /** What is not exported of a tariff. */
  readonly leftOfTariffs?: readonly string[]
  /** Messages are read too. */
  readonly hasMessages?: boolean
  /** What a real MySQL server has more than SQLite. */
  readonly onServer?: Partial<StandIn>
  readonly engine?: string
}

/** What tables can say: uid is the id, floors and entrances are numbers, one group, one tag of the same. */
export function sayable(
  change: (subscriber: PopulationSubscriber) => Partial<PopulationSubscriber> = () => ({}),
) {
  return (): Population => {
    const population = presentPopulation({ size: 60, seed: 11 })
    const subscribers = population.subscribers.map((subscriber): PopulationSubscriber => {
      const plain = {
        ...subscriber,
        agreementDate: subscriber.agreementNumber === '' ? '' : subscriber.agreementDate,
        // The generator makes minutes that no clock has.
        activeAt: subscriber.activeAt.replace(/:[6-9](\d):/, ':1$1:'),
        // Rounded as a column of money keeps it.
        balance: Number(subscriber.balance).toFixed(2),
        address: subscriber.address && {
          ...subscriber.address,
          floor: /^\d+$/.test(subscriber.address.floor) ? subscriber.address.floor : '',
        },
      }
      return { ...plain, ...change(plain) }
    })
    return { ...population, subscribers }
  }
}

const accountIsUid = ({ uid }: PopulationSubscriber): Partial<PopulationSubscriber> => ({
  accountNumber: String(uid),
})

/** As uBilling sees it: a debt makes the state, a tag the service, the login the account. */
export function ubillingPopulation(): Population {
  const population = sayable()()
  const services = [
    { id: 11, name: population.tags[0]?.name ?? '', cost: '50' },
    { id: 12, name: population.tags[1]?.name ?? '', cost: '25.5' },
  ]
  const subscribers = population.subscribers.map((subscriber) => ({
    ...subscriber,
    accountNumber: String(Bun.hash.crc32(subscriber.login)),
    balance: subscriber.state === 'nomoney' ? '-500.00' : '12.50',
    services: services
      .filter((_, index) => subscriber.tags.includes(index + 1))
      .map(({ id, cost }) => ({ id, cost, comment: '' })),
  }))
  return { ...population, services, subscribers }
}

export const STAND_INS: Readonly<Record<string, StandIn>> = {
  utm5: {
    name: 'utm5',
    population: sayable(({ uid }) => ({
      accountNumber: String(uid + 50_000),
      agreementNumber: String(uid + 50_000),
    })),
    tables: (population) => utm5Tables(population),
    left: ['discount', 'trafficUp', 'trafficDown', 'activity', 'tags', 'services', 'agreementDate'],
    leftOfTariffs: ['speedRx', 'speedTx', 'traffic', 'paymentInterval'],
  },
  'utm5 5.2': {
    name: 'utm5',
    population: sayable(({ uid }) => ({
      accountNumber: String(uid + 50_000),
      agreementNumber: String(uid + 50_000),
    })),
    tables: (population) => utm5Tables(population, { release: '5.2' }),
    left: ['discount', 'trafficUp', 'trafficDown', 'activity', 'tags', 'services', 'agreementDate'],
    leftOfTariffs: ['speedRx', 'speedTx', 'traffic', 'paymentInterval'],
  },
  abills: {
    name: 'abills',
    population: sayable(accountIsUid),
    tables: (population) => abillsTables(population),
    left: ['services', 'additionalData', 'password'],
    leftOfTariffs: ['traffic'],
    hasMessages: true,
  },
  'abills before the Internet module': {
    name: 'abills',
    population: sayable(accountIsUid),
    tables: (population) => abillsTables(population, { module: 'dv' }),
    left: ['services', 'additionalData', 'password'],
    leftOfTariffs: ['traffic'],
    hasMessages: true,
  },
  mikbill: {
    name: 'mikbill',
    population: sayable(accountIsUid),
    tables: (population) => mikbillTables(population),
    left: [
      ...['discount', 'isCorporate', 'trafficUp', 'trafficDown', 'activity', 'nextTariff'],
      ...['groups', 'tags', 'services', 'additionalData', 'agreementDate'],
    ],
    leftOfTariffs: ['traffic', 'paymentInterval'],
  },
  'mikbill in one table': {
    name: 'mikbill',
    population: sayable(accountIsUid),
    tables: (population) => mikbillTables(population, { isOneTable: true }),
    left: [
      ...['discount', 'isCorporate', 'trafficUp', 'trafficDown', 'activity', 'nextTariff'],
      ...['groups', 'tags', 'services', 'additionalData', 'agreementDate'],
    ],
    leftOfTariffs: ['traffic', 'paymentInterval'],
  },
  nodeny: {
    name: 'nodeny',
    population: sayable((subscriber) => ({ state: subscriber.state === 'work' ? 'work' : 'disable' })),
    tables: nodenyTables,
    left: [
      ...['credit', 'isCorporate', 'activity', 'phones', 'email', 'accountNumber', 'connectedOn'],
      ...['house', 'apartment', 'floor', 'entrance', 'tags', 'services', 'additionalData'],
    ],
    leftOfTariffs: ['speedRx', 'speedTx', 'traffic', 'paymentInterval'],
  },
  ubilling: {
    name: 'ubilling',
    population: ubillingPopulation,
    tables: ubillingTables,
    left: ['accountNumber'],
    hasMessages: true,
    engine: 'MyISAM',
    onServer: { left: [] },
  },
  sql: {
    name: 'sql',
    population: sayable(),
    tables: homeTables,
    database: { queries: HOME_QUERIES },
    left: [],
    hasMessages: true,
  },
}

export const OPTIONS = {
  policies: policies({ password: 'mirror' }),
  additionalFields: new Map([
    ['1', '61'],
    ['2', '62'],
  ]),
  isMessageImported: true,
}

/** What the universal API brings, by the products' own words; told once for each population. */
async function byApi(population: Population, isUbilling: boolean): Promise<Snapshot> {
  const world = await startWorld({ population, dialect: isUbilling ? 'ubilling' : 'generic' })
  try {
    await world.run(OPTIONS)
    await expectSettled(world, OPTIONS)
    return world.userside.snapshot('name')
  } finally {
    await world.stop()
  }
}

/** Holds the state that tables bring against that of the API; a second run writes nothing, nobody broke a rule. */
export async function same(standIn: StandIn, population: Population, url: string): Promise<void> {
  const expected = await byApi(population, standIn.name === 'ubilling')
  const { name, database, left, leftOfTariffs = [], hasMessages } = standIn
  const world = await startTableWorld({
    name,
    url,
    ...(database && { database }),
    ...clockOf(population),
  })
  try {
    const { problems } = await world.run(OPTIONS)
    expect(problems.list().filter(({ partial }) => partial)).toEqual([])
    await expectSettled(world, OPTIONS)
    // Light runs know all of it by its rows.
    const light = await world.run(OPTIONS)
    expect(light.writes).toBe(0)
    const state = world.userside.snapshot('name')
    expect(Object.keys(state.subscribers)).toEqual(Object.keys(expected.subscribers))
    for (const [login, subscriber] of Object.entries(state.subscribers))
      expect({ login, ...without(subscriber, left) }).toEqual({
        login,
        ...without(expected.subscribers[login] ?? {}, left),
      })
    for (const [tariff, fields] of Object.entries(state.tariffs))
      expect(without(fields, leftOfTariffs)).toEqual(without(expected.tariffs[tariff] ?? {}, leftOfTariffs))
    if (hasMessages === true) expect(state.messages.length).toBe(expected.messages.length)
  } finally {
    await world.stop()
  }
}

function without(record: SubscriberSnapshot, names: readonly string[]): SubscriberSnapshot {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))
}
