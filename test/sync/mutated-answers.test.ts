/**
 * Whole runs against a billing whose answers are wrong in some way, each followed by one against a sound billing. None
 * ends with a bug or never, none takes a subscriber for gone that the answer still names or that cannot be read, none
 * creates anything twice, and the sound run finds everything as it should be.
 *
 * `USM_MUTATIONS` says how many, `USM_SEED` which: the seed is printed.
 */
import { afterAll, describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { DialectName } from '../../src/billing/universal/dialects/dialect.ts'
import { createBilling } from '../../src/billing/universal/universal-billing.ts'
import { SILENT } from '../../src/model/logger.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { type Damage, damage, damaged, type Twist, twist, twisted } from '../billing/mutations.ts'
import { exitCode } from './ending.ts'
import { startWorld, type World } from './world.ts'

const RUNS = Number(process.env['USM_MUTATIONS'] ?? 2000)
const SEED = Number(process.env['USM_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
/** What a mutated answer has left in UserSide is forgotten after so many. */
const RUNS_A_WORLD = 60
const TIME_LIMIT_MS = 900_000

const DIALECTS = ['ubilling', 'abills', 'mikbill', 'generic'] as const satisfies readonly DialectName[]

/** An answer as it goes over the wire. */
interface Answer {
  readonly status: number
  readonly body: Uint8Array<ArrayBuffer>
}

type Answers = ReadonlyMap<string, Answer>

interface Mutation {
  /** Which method; the list of subscribers as often as all others together. */
  readonly method: number
  readonly way:
    | Damage
    | Twist
    | { readonly kind: 'status'; readonly status: number }
    | { readonly kind: 'breaks' }
  /** Asked again, the billing answers as it should. */
  readonly isOnce: boolean
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  method: fc.nat(),
  way: fc.oneof(
    { weight: 5, arbitrary: twist },
    { weight: 5, arbitrary: damage },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('status' as const),
        status: fc.constantFrom(204, 304, 400, 401, 403, 404, 429, 500, 502, 503),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'breaks' as const }) },
  ),
  isOnce: fc.boolean(),
})

/** A world that has met its billing, and what that said. */
interface Settled {
  readonly world: World
  readonly answers: Answers
  readonly ids: readonly string[]
  readonly balances: ReadonlyMap<string, string>
}

const SUBSCRIBERS = 9

async function settle(dialect: (typeof DIALECTS)[number], seed: number): Promise<Settled> {
  const population = generatePopulation({ size: SUBSCRIBERS, seed })
  const world = await startWorld(
    { population, dialect, isGzip: false },
    {
      now: () => new Date('2026-11-23T10:00:00Z'),
      settings: { is_new_house_billing_compare: (seed % 2) as 0 | 1 },
    },
  )
  const answers = new Map<string, Answer>()
  const keep = async (url: string, init?: RequestInit): Promise<Response> => {
    const response = await fetch(url, init)
    const body = new Uint8Array(await response.arrayBuffer())
    answers.set(methodOf(url), { status: response.status, body })
    return new Response(body, response)
  }
  await world.run({}, { billing: clientFor(world, keep) })
  const rows = world.userside.erp.customers
  return {
    world,
    answers,
    ids: rows.map(({ billingId }) => billingId),
    balances: new Map(rows.map(({ billingId, balance }) => [billingId, balance])),
  }
}

function clientFor(world: World, answer: (url: string, init?: RequestInit) => Promise<Response>) {
  return createBilling({
    url: world.billing.url,
    protocol: 'standart',
    dialect: 'auto',
    http: { timeoutSec: 20, retries: 2 },
    withPasswords: false,
    withMessages: false,
    logger: SILENT,
    report: () => {},
    sleep: async () => {},
    fetch: answer as typeof fetch,
  })
}

function methodOf(url: string): string {
  return new URL(url).searchParams.get('request') ?? ''
}

/** A billing that gives these answers, without a network between: its own tests have that. */
function answering(answers: Answers, mutations: ReadonlyMap<string, Mutation>) {
  const asked = new Map<string, number>()
  const given = new Map<string, Uint8Array>()
  const answer = async (url: string): Promise<Response> => {
    const method = methodOf(url)
    const times = asked.get(method) ?? 0
    asked.set(method, times + 1)
    const { status, body } = answers.get(method) ?? { status: 400, body: new Uint8Array() }
    const wrong = mutations.get(method)
    const date = { date: 'Mon, 23 Nov 2026 10:00:00 GMT' }
    if (wrong === undefined || (wrong.isOnce && times > 0)) {
      given.set(method, body)
      return new Response(body, { status, headers: date })
    }
    if (wrong.way.kind === 'status') return new Response(null, { status: wrong.way.status, headers: date })
    if (wrong.way.kind === 'breaks') return new Response(breaking(body), { status, headers: date })
    const bytes = mutated(body, wrong.way)
    given.set(method, bytes)
    return new Response(bytes, { status, headers: date })
  }
  return { answer, given }
}

function mutated(body: Uint8Array, way: Damage | Twist): Uint8Array<ArrayBuffer> {
  if ('at' in way) return damaged(body, way)
  const json = readLoosely(new TextDecoder().decode(body))
  return json === undefined
    ? Uint8Array.from(body)
    : new TextEncoder().encode(JSON.stringify(twisted(json, way)))
}

/** Half of it arrives, then the connection is gone. */
function breaking(body: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(body.slice(0, body.length / 2))
      controller.error(Object.assign(new Error('gone'), { code: 'ECONNRESET' }))
    },
  })
}

/** Every way of reading a body that the contract allows (§3, T33); the program is not asked. */
function readLoosely(text: string): unknown {
  const quoted = (part: string): string =>
    part.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
      /^-?(?:0\d|\d{16,}$)/.test(token) ? JSON.stringify(token) : token,
    )
  const starts = [0, ...Array.from(text.matchAll(/[\r\n](?=[{[])/g), ({ index }) => index + 1)]
  for (const start of starts) {
    try {
      return JSON.parse(
        quoted(
          text
            .slice(start)
            .replace(/^\uFEFF/, '')
            .trim(),
        ),
      )
    } catch {
      // The next line may be the beginning.
    }
  }
  return undefined
}

/** True when a list says in no way that this subscriber is there. */
function isLeftOut(id: string, body: Uint8Array): boolean {
  const text = new TextDecoder().decode(body)
  if (text.trim() === 'undefined') return true
  const list = readLoosely(text)
  if (typeof list !== 'object' || list === null) return false
  return !Object.entries(list).some(([key, item]) => {
    const own = typeof item === 'object' && item !== null ? (item as { id?: unknown }).id : item
    return String(own ?? key).trim() === id || (typeof item !== 'object' && key.trim() === id)
  })
}

const worlds = new Set<World>()
afterAll(() => Promise.all([...worlds].map((world) => world.stop())))

describe.each(DIALECTS)('answers of %s that are wrong', (dialect) => {
  test(
    `never end a run with a bug, lose nobody and create nothing twice (seed ${SEED})`,
    async () => {
      console.log(`mutated answers of ${dialect}: seed ${SEED}, ${Math.ceil(RUNS / DIALECTS.length)} of them`)
      let count = 0
      let settled: Settled | undefined
      const seen = new Map<number, number>()
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), async (mutations) => {
          if (settled === undefined || count % RUNS_A_WORLD === 0) {
            await settled?.world.stop()
            settled = await settle(dialect, 1 + count / RUNS_A_WORLD)
            worlds.add(settled.world)
          }
          count += 1
          const { world, answers, ids, balances } = settled
          const methods = [...answers.keys()]
          const chosen = mutations.map((each): [string, Mutation] => {
            const method = methods[each.method % (2 * methods.length)] ?? 'get_user_list'
            return [method, each]
          })
          const wrong = answering(answers, new Map(chosen))
          const code = await exitCode(world.run({}, { billing: clientFor(world, wrong.answer) }))
          seen.set(code, (seen.get(code) ?? 0) + 1)
          const list = wrong.given.get('get_user_list') ?? new Uint8Array()
          for (const id of ids) {
            const row = world.userside.erp.customerOf(id)
            if (row?.isInBilling === false) expect([id, isLeftOut(id, list)]).toEqual([id, true])
          }
          const sound = answering(answers, new Map())
          expect(
            await exitCode(world.run({ isFull: true }, { billing: clientFor(world, sound.answer) })),
          ).toBe(0)
          for (const id of ids) {
            const row = world.userside.erp.customerOf(id)
            expect([id, row?.isInBilling, row?.balance]).toEqual([id, true, balances.get(id)])
          }
          expect(world.userside.snapshot().duplicates).toEqual([])
          expect(world.userside.violations).toEqual([])
        }),
        { numRuns: Math.ceil(RUNS / DIALECTS.length), seed: SEED, endOnFailure: true },
      )
      expect([...seen.keys()].toSorted()).toEqual([0, 5])
    },
    TIME_LIMIT_MS,
  )
})
