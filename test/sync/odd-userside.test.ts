/**
 * A UserSide that behaves otherwise than it is known to (`contracts/userside-api.md` §12): six runs in a row create
 * nothing twice and mark nobody, what cannot be settled is said, and when it behaves again the next run converges.
 */
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import type { Oddities } from '../../src/sandbox/userside/oddities.ts'
import type { SyncOptions } from '../../src/sync/fields/options.ts'
import type { Wire } from './plain-billing.ts'
import { KOVAL } from './scenes.ts'
import { expectSettled, startPlainWorld, startWorld, type World, type WorldRun } from './world.ts'

const OPTIONS: Partial<SyncOptions> = { additionalFields: new Map([['1', '61']]) }

const RUNS = 6
const STEP_BY_STEP = { is_new_house_billing_compare: 0 }

function exitCodeOf({ plan, problems }: WorldRun): number {
  if (plan.brakes.length > 0) return 7
  return problems.isPartial ? 3 : 0
}

/** Most accepted creates of one thing. */
function mostCreates({ userside }: World): number {
  return Math.max(0, ...userside.accepted.values())
}

function markedAbsent({ userside }: World): string[] {
  return Object.entries(userside.snapshot().subscribers)
    .filter(([, { isInBilling }]) => isInBilling === false)
    .map(([id]) => id)
}

function behave({ userside }: World): void {
  for (const key of Object.keys(userside.oddities)) Reflect.deleteProperty(userside.oddities, key)
}

interface Case {
  readonly title: string
  readonly oddities: Oddities
  readonly settings?: { readonly is_new_house_billing_compare: number }
  /** It behaves until the first import is done. */
  readonly isLater?: boolean
  /** What the runs end with, from the second odd one on. */
  readonly ends: readonly number[]
  /** Codes of which one at least is said by the last of the runs. */
  readonly says: readonly string[]
  /** Accepted creates of one thing: one, or two where a later run tries once more. */
  readonly most?: number
}

const CASES: readonly Case[] = [
  ...(['empty', 'null', 'half', 'by-erp-id'] as const).map(
    (userList): Case => ({
      title: `its list is ${userList} after the first import`,
      oddities: { userList },
      isLater: true,
      ends: [7],
      says: ['list-guard'],
    }),
  ),
  ...(['half', 'empty'] as const).map(
    (userList): Case => ({
      title: `its list is ${userList} from the first import on`,
      oddities: { userList },
      ends: [3, 7],
      says: ['create-not-shown', 'list-guard'],
      most: 2,
    }),
  ),
  ...(
    [
      ['subscribers', /group_add/],
      ['tariffs', /tariff\/add/],
      ['groups', /add_group/],
      ['tags', /add_tag/],
      ['services', /service\/add/],
    ] as const
  ).map(
    ([what, calls]): Case => ({
      title: `it answers creates of ${what} with 504 and is still at work`,
      oddities: { late: { calls } },
      ends: [3],
      says: ['create-unanswered'],
    }),
  ),
  ...(['add_city', 'add_street', 'add_house'] as const).map(
    (call): Case => ({
      title: `it answers ${call} with 504 and is still at work`,
      oddities: { late: { calls: new RegExp(call) } },
      settings: STEP_BY_STEP,
      ends: [3],
      says: ['create-unanswered'],
    }),
  ),
  {
    title: 'it makes the hashes of its houses over another text',
    oddities: { areHousesHashedOtherwise: true },
    settings: STEP_BY_STEP,
    ends: [3, 7],
    says: ['houses-not-created', 'create-not-shown', 'create-guard'],
  },
  ...(['another', 'same'] as const).map(
    (blockIgnored): Case => ({
      title: `it ignores the block of a house and gives ${blockIgnored === 'same' ? 'the one that has none' : 'another one'}`,
      oddities: { blockIgnored },
      settings: STEP_BY_STEP,
      ends: [0],
      says: blockIgnored === 'same' ? [] : ['renamed-by-userside'],
      most: 2,
    }),
  ),
  ...(['group', 'tag', 'service'] as const).map(
    (kind): Case => ({
      title: `it shortens the names of what is a ${kind}`,
      oddities: { rename: { [kind]: (name: string) => name.slice(0, 2) } },
      ends: [0],
      says: ['renamed-by-userside'],
    }),
  ),
  ...(['city', 'street'] as const).map(
    (kind): Case => ({
      title: `it calls what is a ${kind} otherwise`,
      oddities: { rename: { [kind]: (name: string) => `${name}.` } },
      settings: STEP_BY_STEP,
      ends: [0],
      // Its houses are found by their own names; what becomes of a new one is below.
      says: [],
    }),
  ),
  {
    title: 'it shortens the names of tariffs',
    oddities: { rename: { tariff: (name: string) => name.slice(0, 2) } },
    ends: [0],
    says: ['not-accepted'],
  },
  {
    title: 'it shows additional fields under another name and child accounts in their parents',
    oddities: { customerData: { ids: 'all' }, nestedChildren: 'short' },
    ends: [0],
    says: [],
  },
  {
    title: 'it calls a few subscribers otherwise after the first import',
    oddities: { rename: { subscriber: (id) => (id.includes('15') ? `1_${id}` : id) } },
    isLater: true,
    ends: [3],
    says: ['create-not-shown'],
  },
  {
    title: 'it shows a few subscribers without their ids after the first import',
    oddities: { rename: { subscriber: (id) => (id.includes('15') ? '' : id) } },
    isLater: true,
    ends: [3],
    says: ['create-not-shown'],
  },
  {
    title: 'it shows a few of its own ids for two subscribers each',
    oddities: { shownIds: (erpId) => (erpId.endsWith('7') ? String(Number(erpId) + 1) : erpId) },
    isLater: true,
    ends: [3],
    says: ['userside-id-twice'],
  },
  {
    title: 'it shows one activity in microseconds',
    oddities: { microseconds: ['s0', 'u0', '0'] },
    ends: [0, 3],
    says: [],
  },
]

async function begin({ oddities, settings, isLater }: Case, size = 40): Promise<World> {
  const world = await startWorld(
    { population: generatePopulation({ size, seed: 11 }) },
    { settings: { ...settings }, ...(isLater ? {} : { oddities }) },
  )
  if (isLater) {
    await world.run(OPTIONS)
    Object.assign(world.userside.oddities, oddities)
  }
  return world
}

describe.each(CASES)('UserSide: $title', (one) => {
  test('six runs create nothing twice and mark nobody', async () => {
    const world = await begin(one)
    const held: number[] = []
    let said: readonly string[] = []
    for (let run = 0; run < RUNS; run += 1) {
      // A run that was told to create somebody does not hide behind what is remembered.
      world.memory.mistrustMemory()
      const result = await world.run(OPTIONS)
      if (run > 0) held.push(exitCodeOf(result))
      said = result.problems.list().map(({ code }) => code)
    }
    if (one.says.length > 0) expect(said.filter((code) => one.says.includes(code))).not.toEqual([])
    expect(held.filter((code) => !one.ends.includes(code))).toEqual([])
    expect(mostCreates(world)).toBeLessThanOrEqual(one.most ?? 1)
    expect(markedAbsent(world)).toEqual([])
    expect(world.userside.violations).toEqual([])
    await world.stop()
  }, 60_000)

  test('when it behaves again the next run converges by itself', async () => {
    const world = await begin(one)
    for (let run = 0; run < 2; run += 1) await world.run(OPTIONS)
    behave(world)
    world.userside.carryOutLate()
    world.memory.mistrustMemory()
    world.passMinutes(11)
    await world.run(OPTIONS)
    expect(mostCreates(world)).toBeLessThanOrEqual(one.most ?? 1)
    expect(markedAbsent(world)).toEqual([])
    await expectSettled(world, OPTIONS)
    await world.stop()
  }, 60_000)
})

describe('one of its own ids shown for two subscribers', () => {
  test('is written to for neither of them', async () => {
    const population = generatePopulation({ size: 12, seed: 11 })
    const world = await startWorld({ population })
    const shown = new Set<string>()
    await world.run(OPTIONS)
    world.userside.oddities.shownIds = (erpId) => {
      shown.add(erpId)
      return erpId
    }
    await world.run({ ...OPTIONS, isFull: true })
    const [first = '', second = ''] = shown
    world.userside.oddities.shownIds = (erpId) => (erpId === first ? second : erpId)
    const subscribers = population.subscribers.map((each) => ({ ...each, comment: 'changed' }))
    world.billing.setPopulation({ ...population, subscribers })
    await world.run({ ...OPTIONS, isFull: true })
    const comments = Object.values(world.userside.snapshot().subscribers).map(({ comment }) => comment)
    expect(comments.filter((comment) => comment === 'changed').length).toBe(10)
    await world.stop()
  })
})

const FULL = { ...OPTIONS, isFull: true }

/** A dozen subscribers, imported. */
async function imported() {
  const population = generatePopulation({ size: 12, seed: 11 })
  const world = await startWorld({ population })
  await world.run(OPTIONS)
  return { population, world }
}

/** The same; one of them has left since. */
async function oneGone() {
  const { population, world } = await imported()
  const gone = population.subscribers[3]
  const others = population.subscribers.filter((each) => each !== gone)
  world.billing.setPopulation({ ...population, subscribers: others })
  await world.run(FULL)
  return { population, world, others, first: gone?.login ?? '', last: others.at(-1)?.login ?? '' }
}

/** By the comment it is seen whose data a record holds. */
function commented(subscribers: Population['subscribers']): Population['subscribers'] {
  return subscribers.map((each) => ({ ...each, comment: `of ${each.login}` }))
}

describe('an id of the billing shown for two of its records', () => {
  test('is that of the record it was shown for before, whichever comes first', async () => {
    const { population, world } = await imported()
    const logins = population.subscribers.map(({ login }) => login)
    const subscribers = commented(population.subscribers)
    world.billing.setPopulation({ ...population, subscribers })
    const [first = '', last = ''] = [logins.at(0), logins.at(-1)]
    world.userside.oddities.rename = { subscriber: (id) => (id === first ? last : id) }
    await world.run(FULL)
    const held = world.userside.snapshot().subscribers
    expect(Object.entries(held).map(([login, { comment }]) => [login, comment])).toEqual(
      Object.keys(held).map((login) => [
        login,
        login === first ? population.subscribers[0]?.comment : `of ${login}`,
      ]),
    )
    expect(Object.values(held).map(({ isInBilling }) => isInBilling)).toEqual(logins.map(() => true))
    expect(world.userside.snapshot().duplicates).toEqual([])
    world.userside.oddities.rename = undefined
    await world.run(FULL)
    expect(world.userside.snapshot().subscribers[first]?.['comment']).toBe(`of ${first}`)
    expect((await world.run(FULL)).writes).toBe(0)
    await world.stop()
  })

  test.each(['full', 'light'] as const)(
    'is not that of a record of somebody who is not shown (%s)',
    async (kind) => {
      const { population, world } = await imported()
      const subscribers = commented(population.subscribers)
      world.billing.setPopulation({ ...population, subscribers })
      const logins = population.subscribers.map(({ login }) => login)
      const [first = '', last = ''] = [logins.at(0), logins.at(-1)]
      const before = world.userside.snapshot().subscribers
      world.userside.oddities.rename = {
        subscriber: (id) => (id === first ? last : id === last ? 'somebody_else' : id),
      }
      for (let run = 0; run < 3; run += 1) {
        const { problems } = await world.run({ ...OPTIONS, isFull: run === 0 || kind === 'full' })
        expect(problems.list().map(({ code }) => code)).toContain('create-not-shown')
        const held = world.userside.snapshot().subscribers
        expect(held[first]).toEqual(before[first])
        expect(held[last]).toEqual(before[last])
        expect(held[logins[1] ?? '']?.['comment']).toBe(`of ${logins[1]}`)
        expect(Object.keys(held).toSorted()).toEqual(logins.toSorted())
      }
      world.userside.oddities.rename = undefined
      await world.run(FULL)
      const comments = Object.entries(world.userside.snapshot().subscribers).map(([, { comment }]) => comment)
      expect(comments.toSorted()).toEqual(logins.map((login) => `of ${login}`).toSorted())
      expect((await world.run(FULL)).writes).toBe(0)
      await world.stop()
    },
  )

  test.each(['full', 'light'] as const)(
    'is not that of a record of somebody who is gone (%s)',
    async (kind) => {
      const { population, world, others, first, last } = await oneGone()
      const before = world.userside.snapshot().subscribers
      expect(before[first]?.['isInBilling']).toBe(false)
      world.billing.setPopulation({ ...population, subscribers: commented(others) })
      // The record of who has left stands under the id of somebody whose own is not shown.
      world.userside.oddities.rename = {
        subscriber: (id) => (id === first ? last : id === last ? 'somebody_else' : id),
      }
      for (let run = 0; run < 3; run += 1) {
        const { problems } = await world.run({ ...OPTIONS, isFull: run === 0 || kind === 'full' })
        expect(problems.list()).toContainEqual(
          expect.objectContaining({ code: 'userside-record-of-another', sample: [last], partial: true }),
        )
        const held = world.userside.snapshot().subscribers
        expect(held[first]).toEqual(before[first])
        expect(held[last]).toEqual(before[last])
        expect(Object.keys(held).toSorted()).toEqual(Object.keys(before).toSorted())
      }
      world.userside.oddities.rename = undefined
      await world.run(FULL)
      expect(world.userside.snapshot().subscribers[last]?.['comment']).toBe(`of ${last}`)
      expect((await world.run(FULL)).writes).toBe(0)
      await world.stop()
    },
  )

  test('is that of the record of somebody who is gone where two lists have shown it, and its own nowhere', async () => {
    const { world, first, last } = await oneGone()
    // In UserSide the two records were made one: that of who has left, under the id of the other.
    const merged = world.ledger.find('subscriber', first)?.erpId ?? ''
    const erased = world.ledger.find('subscriber', last)?.erpId ?? ''
    world.userside.oddities.shownIds = (erpId) => (erpId === erased ? merged : erpId)
    world.userside.oddities.rename = { subscriber: (id) => (id === first ? '' : id) }
    const codes: string[][] = []
    for (let run = 0; run < 3; run += 1) {
      const { problems } = await world.run(FULL)
      codes.push(problems.list().flatMap(({ code, partial }) => (partial ? [code] : [])))
    }
    expect(codes).toEqual([['userside-record-of-another'], [], []])
    expect(world.userside.snapshot().duplicates).toEqual([])
    await world.stop()
  })

  test('is that of a record nobody knew where the one it had is gone', async () => {
    const { population, world } = await imported()
    const [first] = population.subscribers
    if (first === undefined) throw new Error('nobody')
    // UserSide has made another record of the subscriber.
    const other = 50_000
    world.userside.oddities.shownIds = (erpId) =>
      erpId === world.ledger.find('subscriber', first.login)?.erpId ? String(other) : erpId
    const { problems } = await world.run(FULL)
    expect(problems.list().filter(({ partial }) => partial)).toEqual([])
    await world.stop()
  })
})

describe('a mark that UserSide takes and does not keep', () => {
  test('is sent twice, then told and left', async () => {
    const population = generatePopulation({ size: 12, seed: 11 })
    const subscribers = population.subscribers.slice(0, -1)
    const world = await startWorld({ population }, { ignoresFields: ['is_in_billing'] })
    await world.run(OPTIONS)
    world.billing.setPopulation({ ...population, subscribers })
    const writes: number[] = []
    let said: readonly string[] = []
    for (let run = 0; run < 4; run += 1) {
      world.memory.mistrustMemory()
      const result = await world.run(OPTIONS)
      writes.push(result.writes)
      said = result.problems.list().flatMap(({ code, sample }) => sample.map((each) => `${code} ${each}`))
    }
    expect(writes).toEqual([1, 1, 0, 0])
    expect(said).toContain(`not-accepted ${population.subscribers.at(-1)?.login} inBilling`)
    await world.stop()
  })
})

describe('a run that was killed in the middle', () => {
  test('leaves its creates to UserSide: the next one at once sends none of them again', async () => {
    const world = await startWorld(
      { population: generatePopulation({ size: 40, seed: 11 }) },
      { oddities: { late: { calls: /group_add/ } } },
    )
    // As kill -9 leaves it: the ledger knows that it was sent, and not what became of it.
    const settle = world.ledger.settle
    world.ledger.settle = () => {}
    await world.run(OPTIONS)
    world.ledger.settle = settle
    behave(world)
    const next = await world.run(OPTIONS)
    expect(exitCodeOf(next)).toBe(3)
    expect(next.problems.list().map(({ code }) => code)).toContain('create-unanswered')
    world.userside.carryOutLate()
    await world.run(OPTIONS)
    expect(mostCreates(world)).toBe(1)
    await expectSettled(world, OPTIONS)
    await world.stop()
  })
})

/** A billing of one city and street, with some houses in it. */
function town(houses: Wire): Wire {
  return {
    get_city_list: { 1: { id: 1, name: 'Київ' } },
    get_street_list: { 1: { id: 1, city_id: 1, name: 'Соборна' } },
    get_house_list: houses,
    get_user_list: { koval: { ...KOVAL, address: [{ type: 'connect', house_id: 41 }] } },
  }
}

const house = (id: number, number: string, more: Wire = {}): Wire => ({
  [id]: { id, street_id: 1, number, ...more },
})

describe('a city and a street that UserSide calls otherwise', () => {
  test('are used for a new house under its own ids', async () => {
    const rename = { city: (name: string) => `м. ${name}`, street: (name: string) => `${name} вул.` }
    const world = await startPlainWorld(town(house(41, '1')), {
      settings: STEP_BY_STEP,
      oddities: { rename },
    })
    await world.run()
    world.billing.answers['get_house_list'] = { ...house(41, '1'), ...house(42, '2') }
    const { problems } = await world.run()
    expect(problems.list().find(({ code }) => code === 'renamed-by-userside')?.sample).toEqual([
      'city КИЇВ → м. Київ',
      'street Соборна → Соборна вул.',
    ])
    expect([...world.userside.accepted.values()].every((times) => times === 1)).toBe(true)
    await expectSettled(world)
    await world.stop()
  })
})

describe('what a house lacks', () => {
  const lacking = town(house(41, '1', { postcode: '01001', floor: '9', entrance: '4' }))

  test('is sent twice, where UserSide keeps nothing of it; then it is told and left', async () => {
    const world = await startPlainWorld(lacking, {
      settings: STEP_BY_STEP,
      oddities: { isEditHouseIgnored: true },
    })
    for (let run = 0; run < 3; run += 1) await world.run()
    world.userside.forgetRequests()
    const { problems } = await world.run()
    expect(world.userside.requests.filter(({ call }) => call === 'address/edit_house')).toEqual([])
    expect(problems.list().map(({ code }) => code)).toContain('not-accepted')
    await expectSettled(world)
    await world.stop()
  })

  test('is not sent where UserSide does not tell which of its ids is that of the building', async () => {
    const world = await startPlainWorld(lacking, {
      settings: STEP_BY_STEP,
      oddities: { refusedCalls: /get_house$/ },
    })
    const { problems } = await world.run()
    expect(world.userside.requests.filter(({ call }) => call === 'address/edit_house')).toEqual([])
    expect(problems.list().map(({ code }) => code)).toContain('house-unit-unknown')
    await expectSettled(world)
    await world.stop()
  })
})

describe('a house that reads like one UserSide has', () => {
  test('is not made beside it, and nobody is moved to it; written alike, all is well', async () => {
    const world = await startPlainWorld(town(house(41, '12 А')), { settings: STEP_BY_STEP })
    await world.run()
    const before = world.userside.snapshot().subscribers['koval']
    world.billing.answers['get_street_list'] = { 1: { id: 1, city_id: 1, name: 'вул. Cоборна' } }
    world.billing.answers['get_house_list'] = house(43, '12-а')
    world.billing.answers['get_user_list'] = {
      koval: { ...KOVAL, address: [{ type: 'connect', house_id: 43 }] },
    }
    for (let run = 0; run < 3; run += 1) {
      const { problems } = await world.run({ isFull: run === 2 })
      expect(problems.list().map(({ code }) => code)).toContain('similar-house')
      expect(world.userside.snapshot().subscribers['koval']).toEqual(before)
    }
    const made = [...world.userside.accepted.keys()].filter((name) => /^(city|street|house) /.test(name))
    expect(made).toHaveLength(3)
    world.billing.answers['get_street_list'] = { 1: { id: 1, city_id: 1, name: 'Соборна' } }
    world.billing.answers['get_house_list'] = house(43, '12', { block: 'А' })
    await expectSettled(world)
    await world.stop()
  })
})

describe('any UserSide that hides, renames, delays, doubles or forgets a share of what it accepts', () => {
  const shares = fc.record({
    seed: fc.nat(10_000),
    hide: fc.constantFrom(0, 0.1, 0.3),
    rename: fc.constantFrom(0, 0.1, 0.3),
    double: fc.constantFrom(0, 0.1),
    forget: fc.constantFrom(0, 0.1, 0.3),
    delay: fc.constantFrom(0, 0.3),
  })

  test('accepts at most two creates of one thing in ten runs, and nobody who is in the billing is marked', async () => {
    await fc.assert(
      fc.asyncProperty(shares, fc.constantFrom(0, 1), async (chance, compare) => {
        const world = await startWorld(
          { population: generatePopulation({ size: 30, seed: chance.seed }) },
          {
            settings: { is_new_house_billing_compare: compare },
            oddities: { chance },
            onDuplicate: 'duplicate',
          },
        )
        for (let run = 0; run < 10; run += 1) {
          if (run % 2 === 0) world.memory.mistrustMemory()
          await world.run(OPTIONS)
          if (run % 3 === 1) world.userside.carryOutLate()
          world.passMinutes(run % 2 === 0 ? 11 : 1)
        }
        const often = [...world.userside.accepted].filter(([, times]) => times > 2)
        expect(often).toEqual([])
        expect(markedAbsent(world)).toEqual([])
        await world.stop()
      }),
      {
        numRuns: 12,
        // The city was made twice, and each of the two has the street.
        examples: [[{ seed: 7041, hide: 0, rename: 0, double: 0.1, forget: 0.3, delay: 0.3 }, 0]],
      },
    )
  }, 300_000)
})
