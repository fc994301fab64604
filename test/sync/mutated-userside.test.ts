/**
 * Whole runs against a UserSide whose answers are wrong in some way, each followed by one in which it tells the truth.
 * None ends with a bug or never, none marks anybody who is in the billing, none creates a subscriber twice, and the
 * sound run finds everything as it should be.
 *
 * `USM_MUTATIONS` says how many, `USM_SEED` which: the seed is printed.
 */
import { afterAll, describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { SILENT } from '../../src/model/logger.ts'
import { Problems } from '../../src/model/problem.ts'
import { evolve } from '../../src/sandbox/evolve.ts'
import { deepReply } from '../../src/sandbox/excessive-replies.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import type { Settings } from '../../src/sandbox/userside/run-log.ts'
import type { Snapshot } from '../../src/sandbox/userside/snapshot.ts'
import { createUserside } from '../../src/userside/client.ts'
import { type Damage, damage, damaged, type Twist, twist, twisted } from '../billing/mutations.ts'
import { exitCode } from './ending.ts'
import { startWorld, type World } from './world.ts'

const RUNS = Number(process.env['USM_MUTATIONS'] ?? 2000)
const SEED = Number(process.env['USM_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
/** What a mutated answer has left behind is forgotten after so many. */
const RUNS_A_WORLD = 60
const TIME_LIMIT_MS = 900_000

/** The ways in which UserSide may be set; each asks other questions. */
const SETTINGS: readonly (readonly [string, Partial<Settings>])[] = [
  ['compare_house', {}],
  [
    'compare_house, short names, unix times',
    { address_compare_format: 1, is_customer_activity_timestamp: 1 },
  ],
  ['step by step', { is_new_house_billing_compare: 0 }],
  ['step by step, unix times', { is_new_house_billing_compare: 0, is_customer_activity_timestamp: 1 }],
]

/** Calls as often as they do harm: the list of subscribers most of all. */
const CALLS = [
  ...Array<string>(8).fill('get_user_list'),
  ...Array<string>(3).fill('get_user_crc_billing_list'),
  ...Array<string>(3).fill('get_tariff_list'),
  ...Array<string>(3).fill('address/compare_house'),
  ...Array<string>(2).fill('usm_billing/get_settings'),
  'get_system_information',
  'usm_billing/set_start_info',
  'get_services_list',
  'get_user_group_list',
  'get_user_tags',
  'get_city_list',
  'get_street_list',
  'get_house_list',
  'address/get_house',
  'customer/group_add',
  'customer/group_edit',
  'tariff/group_edit',
] as const

interface Mutation {
  readonly call: string
  readonly way:
    | Damage
    | Twist
    | { readonly kind: 'deep' }
    | { readonly kind: 'value'; readonly at: number; readonly text: string }
    | { readonly kind: 'member'; readonly at: number; readonly text: string; readonly name: string }
    | { readonly kind: 'status'; readonly status: number }
  /** Asked again, UserSide answers as it should. */
  readonly isOnce: boolean
}

/** Values in the place of numbers and texts that no reader of JSON in this program could have written. */
const ODD_VALUES = [
  '1700000000000000',
  '-1',
  '1e400',
  '8640000000001',
  '"275760-09-13"',
  '"-0001-11-30"',
  '0.1e-7',
  '007',
  '4294967295',
  '"&#039;&#x1F600;&amp;amp;"',
  '"\\u0000\\ud800"',
  '[[[[]]]]',
  '{"__proto__":{"erp_id":1}}',
  '{"":{"":[]}}',
  'true',
  'null',
] as const

/** Members of a subscriber's record that others hang on. */
const MEMBERS = [
  'userside_id',
  'date_activity_inet_unix',
  'date_activity_inet',
  'date_connect',
  'date',
  'parent_id',
  'state_id',
  'house_id',
  'ip',
  'id',
  'is_in_billing',
] as const

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

const anywhere: fc.Arbitrary<Mutation> = fc.record({
  call: fc.constantFrom(...CALLS),
  way: fc.oneof(
    { weight: 5, arbitrary: twist },
    { weight: 4, arbitrary: damage },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('value' as const),
        at: share,
        text: fc.constantFrom(...ODD_VALUES),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'deep' as const }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('status' as const),
        status: fc.constantFrom(204, 304, 400, 401, 403, 404, 413, 429, 500, 502, 503, 504),
      }),
    },
  ),
  isOnce: fc.boolean(),
})

const inRecord: fc.Arbitrary<Mutation> = fc.record({
  call: fc.constant('get_user_list'),
  way: fc.record({
    kind: fc.constant('member' as const),
    at: share,
    text: fc.oneof(fc.constant('1700000000000000'), fc.constantFrom(...ODD_VALUES)),
    name: fc.constantFrom(...MEMBERS),
  }),
  isOnce: fc.boolean(),
})

const mutation = fc.oneof({ weight: 3, arbitrary: anywhere }, { weight: 2, arbitrary: inRecord })

const DEEP = Buffer.concat(deepReply(100_000).body)

function mutated(
  body: Uint8Array,
  way: Exclude<Mutation['way'], { kind: 'status' }>,
): Uint8Array<ArrayBuffer> {
  if (way.kind === 'deep') return Uint8Array.from(DEEP)
  if (way.kind === 'value' || way.kind === 'member') {
    const member = way.kind === 'member' ? `"${way.name}":` : '[:,[]'
    return withValue(new TextDecoder().decode(body), member, way.at, way.text)
  }
  if ('at' in way) return damaged(body, way)
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body))
    return new TextEncoder().encode(JSON.stringify(twisted(json, way)))
  } catch {
    return Uint8Array.from(body)
  }
}

/** One of the values of a JSON text that stand behind such, keys excepted, replaced. */
function withValue(text: string, before: string, at: number, value: string): Uint8Array<ArrayBuffer> {
  const scalar = new RegExp(`(?<=${before})(?:"(?:[^"\\\\]|\\\\.)*"|-?\\d[\\d.eE+-]*)(?=[,\\]}])`, 'g')
  const places = [...text.matchAll(scalar)]
  const place = places[Math.floor(at * places.length)]
  if (place === undefined) return new TextEncoder().encode(text)
  const changed = text.slice(0, place.index) + value + text.slice(place.index + place[0].length)
  return new TextEncoder().encode(changed)
}

/** A way to UserSide on which answers are changed, and the lists of subscribers that came by it. */
function mutating(mutations: readonly Mutation[]): {
  readonly fetch: typeof fetch
  readonly lists: string[]
} {
  const lists: string[] = []
  const asked = new Map<string, number>()
  const change = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url, init)
    const form = new URLSearchParams(init.method === 'POST' ? String(init.body) : new URL(url).search)
    const call = form.get('request') ?? `${form.get('cat')}/${form.get('action')}`
    const wrong = mutations.find((each) => each.call === call)
    const times = asked.get(call) ?? 0
    asked.set(call, times + 1)
    if (wrong === undefined || (wrong.isOnce && times > 0)) return response
    const body = new Uint8Array(await response.arrayBuffer())
    const headers = { date: response.headers.get('date') ?? '' }
    if (wrong.way.kind === 'status') return new Response(null, { status: wrong.way.status, headers })
    const changed = mutated(body, wrong.way)
    if (call === 'get_user_list') lists.push(new TextDecoder().decode(changed))
    return new Response(changed, { headers })
  }
  return { fetch: change as typeof fetch, lists }
}

function run(world: World, isFull: boolean, change: typeof fetch) {
  const problems = new Problems()
  const userside = createUserside({
    url: world.userside.url,
    apiKey: world.userside.apiKey,
    billingId: 1,
    http: { timeoutSec: 20, retries: 2, concurrency: 2 },
    logger: SILENT,
    report: problems.report.bind(problems),
    sleep: async () => {},
    fetch: change,
  })
  return world.run({ isFull }, { userside, problems })
}

interface Settled {
  readonly world: World
  /** Two states of the billing, by turns, and what UserSide holds of each. */
  readonly states: readonly { readonly population: Population; readonly held: Snapshot['subscribers'] }[]
}

async function settle(settings: Partial<Settings>, seed: number): Promise<Settled> {
  const before = generatePopulation({ size: 9, seed })
  const after = evolve(before, { seed, changes: 9 })
  const world = await startWorld(
    { population: before, isGzip: false },
    { settings, now: () => new Date('2026-11-23T10:00:00Z'), isGzip: false },
  )
  const states: { population: Population; held: Snapshot['subscribers'] }[] = []
  // Twice round, so that nothing of either is new any more.
  for (const population of [before, after, before, after]) {
    world.billing.setPopulation(population)
    await world.run({ isFull: true })
    states.push({ population, held: world.userside.snapshot().subscribers })
  }
  expect(world.userside.violations).toEqual([])
  return { world, states: states.slice(2) }
}

const worlds = new Set<World>()
afterAll(() => Promise.all([...worlds].map((world) => world.stop())))

describe.each(SETTINGS)('answers of UserSide that are wrong (%s)', (title, settings) => {
  const some = Math.ceil(RUNS / SETTINGS.length)
  test(
    `never end a run with a bug, mark nobody who is there and create nobody twice (seed ${SEED})`,
    async () => {
      console.log(`mutated answers of UserSide, ${title}: seed ${SEED}, ${some} of them`)
      let count = 0
      let settled: Settled | undefined
      const seen = new Map<number, number>()
      const mutations = fc.array(mutation, { minLength: 1, maxLength: 2 })
      await fc.assert(
        fc.asyncProperty(mutations, fc.nat({ max: 3 }), async (wrong, kind) => {
          // A light run asks for few lists.
          const isFull = kind > 0
          if (settled === undefined || count % RUNS_A_WORLD === 0) {
            await settled?.world.stop()
            settled = await settle(settings, 1 + count / RUNS_A_WORLD)
            worlds.add(settled.world)
          }
          const { world, states } = settled
          const { population, held } = states[count % 2] ?? { population: undefined, held: {} }
          count += 1
          if (population !== undefined) world.billing.setPopulation(population)
          world.userside.forgetRequests()

          const before = world.userside.snapshot().subscribers
          const way = mutating(wrong)
          const code = await exitCode(run(world, isFull, way.fetch))
          seen.set(code, (seen.get(code) ?? 0) + 1)
          const now = world.userside.snapshot()
          for (const [id, { isInBilling }] of Object.entries(held)) {
            if (isInBilling !== true || before[id]?.['isInBilling'] !== true) continue
            expect([id, now.subscribers[id]?.['isInBilling']]).toEqual([id, true])
          }
          expect(now.duplicates).toEqual([])
          // Of one that is not shown any more a second create is tried, and no third (§12.2).
          const again = world.userside.violations
            .flatMap((each) => /^The subscriber (.*) is created/.exec(each)?.[1] ?? [])
            .filter((id) => way.lists.every((list) => list.includes(JSON.stringify(id))))
          expect(again).toEqual([])

          world.userside.forgetRequests()
          expect(await exitCode(run(world, true, fetch))).toBe(0)
          expect(world.userside.snapshot().subscribers).toEqual(held)
          expect(world.userside.violations).toEqual([])
        }),
        { numRuns: some, seed: SEED, endOnFailure: true },
      )
      for (const [name, times] of settled?.world.userside.accepted ?? [])
        expect([name, times <= 2]).toEqual([name, true])
      expect([...seen.keys()].toSorted()).toEqual([0, 6])
    },
    TIME_LIMIT_MS,
  )
})
