/**
 * Damaged answers: bytes cut, flipped, inserted, repeated in true bodies of every product. Each must come out as data
 * or as a classified error, and never as the news that nobody is left.
 */
import { beforeAll, describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Billing } from '../../../src/billing/billing.ts'
import type { DialectName } from '../../../src/billing/universal/dialects/dialect.ts'
import { createBilling } from '../../../src/billing/universal/universal-billing.ts'
import { BillingError } from '../../../src/model/errors.ts'
import { SILENT } from '../../../src/model/logger.ts'
import { damage, damaged } from '../mutations.ts'
import { type Body, generatedBodies, recordedBodies } from './bodies.ts'

/** Over 10,000 together. */
const RUNS = { subscribers: 7000, directories: 3000, cuts: 2000 }
const TIME_LIMIT_MS = 60_000

/** Bodies that say "nobody" and mean it. */
const NOBODY = /^\s*(?:undefined|\[\s*\]|\{\s*\})\s*$/

/** For a directory also behind notices: an empty one is judged by what refers to it. */
const NOTHING = /(?:^|[\r\n])\s*(?:undefined|null|\[\s*\]|\{\s*\})\s*$/

let bodies: readonly Body[] = []

beforeAll(async () => {
  bodies = [...(await generatedBodies()), ...recordedBodies()]
})

function clientFor(bytes: Uint8Array<ArrayBuffer>, dialect: DialectName): Billing {
  return createBilling({
    url: 'http://127.0.0.1/api?key=K',
    protocol: 'standart',
    dialect,
    http: { timeoutSec: 20, retries: 0 },
    withPasswords: false,
    withMessages: false,
    logger: SILENT,
    report: () => {},
    sleep: async () => {},
    fetch: (async () => new Response(bytes)) as unknown as typeof fetch,
  })
}

function dialectOf({ what }: Body): DialectName {
  const [word] = what.split(' ')
  if (word === 'recorded') return 'ubilling'
  return word === 'userside' || word === 'carbon' ? 'generic' : (word as DialectName)
}

/** What became of it: data, or the kind of the error. Anything else is thrown on. */
async function outcomeOf<T>(reading: Promise<T>): Promise<{ data: T } | { kind: string }> {
  try {
    return { data: await reading }
  } catch (error) {
    if (error instanceof BillingError) return { kind: error.kind }
    throw error
  }
}

const chosen = fc.nat().map((index) => index)

function pick(index: number, method: (name: string) => boolean): Body {
  const fitting = bodies.filter((body) => method(body.method))
  const body = fitting[index % fitting.length]
  if (body === undefined) throw new Error('there is nothing to damage')
  return body
}

describe('a damaged answer is data or a classified error', () => {
  test(
    'the list of subscribers: nobody is lost without an error',
    async () => {
      const whole = new Map<Body, number>()
      for (const body of bodies.filter(({ method }) => method === 'get_user_list')) {
        const { subscribers } = await clientFor(body.bytes, dialectOf(body)).subscribers()
        whole.set(body, subscribers.size)
      }
      expect(Math.min(...whole.values())).toBeGreaterThan(5)
      const seen = new Map<string, number>()
      await fc.assert(
        fc.asyncProperty(chosen, fc.array(damage, { minLength: 1, maxLength: 3 }), async (index, damages) => {
          const body = pick(index, (name) => name === 'get_user_list')
          const bytes = damages.reduce(damaged, Uint8Array.from(body.bytes))
          const outcome = await outcomeOf(clientFor(bytes, dialectOf(body)).subscribers())
          const kind = 'data' in outcome ? 'data' : outcome.kind
          seen.set(kind, (seen.get(kind) ?? 0) + 1)
          if (!('data' in outcome)) return
          const { subscribers, setAside } = outcome.data
          const left = subscribers.size + setAside.size
          if (left === 0) expect(new TextDecoder().decode(bytes)).toMatch(NOBODY)
          // A record may get the id of another, or lose its own; never more than a damage each.
          else expect(left).toBeGreaterThanOrEqual((whole.get(body) ?? 0) - damages.length)
        }),
        { numRuns: RUNS.subscribers },
      )
      expect([...seen.keys()]).toEqual(expect.arrayContaining(['data', 'malformed']))
    },
    TIME_LIMIT_MS,
  )

  test(
    'a directory',
    async () => {
      const readers = {
        get_system_information: (billing: Billing) => billing.system(),
        get_tariff_list: (billing: Billing) => billing.tariffs(),
        get_user_state_list: (billing: Billing) => billing.states(),
        get_street_list: (billing: Billing) => billing.streets(),
        get_house_list: (billing: Billing) => billing.houses(new Map()),
      }
      await fc.assert(
        fc.asyncProperty(chosen, fc.array(damage, { minLength: 1, maxLength: 3 }), async (index, damages) => {
          const body = pick(index, (name) => Object.hasOwn(readers, name))
          const bytes = damages.reduce(damaged, Uint8Array.from(body.bytes))
          const read = readers[body.method as keyof typeof readers]
          const outcome = await outcomeOf<unknown>(read(clientFor(bytes, dialectOf(body))))
          if (isEmptyList(outcome)) expect(new TextDecoder().decode(bytes)).toMatch(NOTHING)
        }),
        { numRuns: RUNS.directories },
      )
    },
    TIME_LIMIT_MS,
  )

  test(
    'a list cut anywhere is never taken for a whole one',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          chosen,
          fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
          async (index, at) => {
            const body = pick(index, (name) => name === 'get_user_list')
            const bytes = Uint8Array.from(
              body.bytes.subarray(0, Math.floor(at * (body.bytes.lastIndexOf(0x7d) + 1))),
            )
            expect(await outcomeOf(clientFor(bytes, dialectOf(body)).subscribers())).toEqual({
              kind: 'malformed',
            })
          },
        ),
        { numRuns: RUNS.cuts },
      )
    },
    TIME_LIMIT_MS,
  )
})

function isEmptyList(outcome: { data: unknown } | { kind: string }): boolean {
  if (!('data' in outcome)) return false
  const { data } = outcome
  return (
    typeof data === 'object' &&
    data !== null &&
    'items' in data &&
    data.items instanceof Map &&
    data.items.size === 0
  )
}
