/** Runs between full comparisons: what they need not ask, what they leave, and when they do not believe. */
import { afterAll, describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { RecalledSubscriber } from '../../../src/billing/records/recalled-subscriber.ts'
import { MemoryDamaged } from '../../../src/model/journal.ts'
import { type ChangeKind, evolve } from '../../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import type { WireForm } from '../../../src/sandbox/userside/wire-form.ts'
import type { SyncOptions } from '../../../src/sync/fields/options.ts'
import { KOVAL, type SceneWorld } from '../scenes.ts'
import {
  expectSettled,
  policies,
  SAFETY,
  startPlainWorld,
  startWorld,
  type World,
  type WorldRun,
} from '../world.ts'

const BIG_LIST = 'module/get_user_list'
const PEOPLE = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [
    `s${index}`,
    {
      ...KOVAL,
      login: `s${index}`,
      comment: 'as ever',
      date_activity: '2026-11-20 10:00:00',
      traffic: { month: { up: 10 + index, down: 20 } },
      tariff: { current: [{ id: 10 }] },
      address: [{ type: 'connect', house_id: 41, apartment: { full_name: '7' } }],
    },
  ]),
)

/** A world in which everybody is known, and the next run would be a light one. */
async function settledWorld(people: object = PEOPLE): Promise<SceneWorld> {
  const world = await startPlainWorld(
    { get_user_list: people },
    { now: () => new Date('2026-11-23T10:00:00Z') },
  )
  await world.run()
  world.userside.forgetRequests()
  return world
}

/** From now on the billing says this of one of them. */
function tell(world: SceneWorld, id: string, record: object): void {
  const people = world.billing.answers['get_user_list'] as Record<string, object>
  world.billing.answers['get_user_list'] = { ...people, [id]: { ...people[id], ...record } }
}

function callsOf({ userside }: SceneWorld): string[] {
  return userside.requests.map(({ call }) => call)
}

function heldOf({ userside }: SceneWorld, id: string): Record<string, unknown> | undefined {
  return userside.snapshot().subscribers[id]
}

describe('a light run', () => {
  test('does not ask for the big list, and finds nothing where nothing changed', async () => {
    const world = await settledWorld()
    const { plan, writes } = await world.run()
    expect(plan.way.kind).toBe('light')
    expect(plan.comparison.unchanged).toBe(12)
    expect(writes).toBe(0)
    expect(callsOf(world)).not.toContain(BIG_LIST)
    await world.stop()
  })

  test('knows that a next tariff was taken back: it is not taken back twice, and written when it is ordered again', async () => {
    const ordered = { tariff: { current: [{ id: 10 }], new: [{ id: 11, date_start: '2026-12-01' }] } }
    const back = { tariff: { current: [{ id: 10 }] } }
    const world = await settledWorld({ ...PEOPLE, s1: { ...PEOPLE['s1'], ...ordered } })
    const next = () => heldOf(world, 's1')?.['nextTariff']
    expect(next()).toBe('11|2026-12-01')
    // As UserSide shows it, not as it was written.
    await world.run({ isFull: true })
    for (const [record, held] of [
      [back, ''],
      [{ ...back, comment: 'another' }, ''],
      [ordered, '11|2026-12-01'],
      [{ ...ordered, comment: 'one more' }, '11|2026-12-01'],
    ] as const) {
      tell(world, 's1', record)
      expect((await world.run()).plan.way.kind).toBe('light')
      expect(next()).toBe(held)
      expect(world.userside.violations).toEqual([])
    }
    await expectSettled(world)
    await world.stop()
  })

  test('measures what changes in many against those who hold a value, from the first import on', async () => {
    const crowd = Array.from({ length: 30 }, (_, index) => [
      `s${index}`,
      { ...KOVAL, login: `s${index}`, comment: 'as ever' },
    ])
    const world = await settledWorld(Object.fromEntries(crowd))
    const safety = { ...SAFETY, maxChangeCount: 2, maxChangePercent: 50 }
    const comment = async (count: number, text: string) => {
      for (let index = 0; index < count; index++) tell(world, `s${index}`, { comment: text })
      const { plan, done } = await world.run({ safety })
      return [plan.way.kind, plan.brakes.map(({ kind }) => kind), done.fields.comment]
    }
    expect(await comment(4, 'one')).toEqual(['light', [], 4])
    expect(await comment(4, 'two')).toEqual(['light', [], 4])
    expect(await comment(5, 'three')).toEqual(['light', [], 5])
    expect(await comment(16, 'four')).toEqual(['full', ['changes'], undefined])
    expect(world.userside.violations).toEqual([])
    await world.stop()
  })

  test('knows from the first import on who agrees, whatever that had to create', async () => {
    const labelled = { group: { 3: { id: 3 } }, tag: { 3: { id: 3 } }, service: { 4: [{ cost: '30' }] } }
    const people = Object.fromEntries(
      Object.entries(PEOPLE).map(([id, one]) => [id, { ...one, ...labelled }]),
    )
    const world = await settledWorld(people)
    expect((await world.run()).plan.comparison.known.size).toBe(12)
    tell(world, 's1', { comment: 'new' })
    expect((await world.run()).plan.comparison.known.size).toBe(11)
    const after = await world.run()
    expect(after.plan.comparison.known.size).toBe(12)
    expect(after.plan.way.kind).toBe('light')
    // Everything is looked at once more by a full comparison, and known again after it.
    expect((await world.run({ isFull: true })).plan.comparison.known.size).toBe(0)
    expect((await world.run()).plan.comparison.known.size).toBe(12)
    await world.stop()
  })

  test('knows who agrees also where the ids of new groups are in another order than their names', async () => {
    const names = Object.fromEntries(['В', 'Б', 'А'].map((name, id) => [id + 1, { id: id + 1, name }]))
    const lists = { get_user_group_list: names, get_user_tags: names }
    const marks = Object.fromEntries(['1', '2', '3'].map((id) => [id, { id }]))
    const people = Object.fromEntries(
      Object.entries(PEOPLE).map(([id, one]) => [id, { ...one, group: marks, tag: marks }]),
    )
    const world = await startPlainWorld(
      { get_user_list: people, ...lists },
      { now: () => new Date('2026-11-23T10:00:00Z') },
    )
    await world.run()
    const { plan } = await world.run()
    expect([plan.way.kind, plan.comparison.unchanged, plan.comparison.known.size]).toEqual(['light', 12, 12])
    await world.stop()
  })

  test('looks again at everybody when a list changed that comparing depends on', async () => {
    const world = await settledWorld()
    const tariffs = world.billing.answers['get_tariff_list'] as object
    world.billing.answers['get_tariff_list'] = { ...tariffs, 77: { id: 77, name: 'Новий' } }
    expect((await world.run()).plan.comparison.known.size).toBe(0)
    expect((await world.run()).plan.comparison.known.size).toBe(12)
    await world.stop()
  })

  test.each(['record', 'written'] as const)(
    'does not stop at a %s that is damaged: everything is compared',
    async (member) => {
      const world = await settledWorld()
      const known = world.memory.records.get('s1')
      if (known !== undefined) world.memory.records.set('s1', { ...known, agreed: 0, [member]: '{broken' })
      tell(world, 's2', { comment: 'new' })
      const { plan } = await world.run()
      expect(plan.way).toEqual({ kind: 'full', reason: 'what is remembered cannot be read' })
      expect(heldOf(world, 's2')).toMatchObject({ comment: 'new' })
      await expectSettled(world)
      await world.stop()
    },
  )

  test('does not stop at a memory that was damaged: everything is compared, and remembered anew', async () => {
    const world = await settledWorld()
    const { memory } = world
    const rememberedRecords = memory.rememberedRecords.bind(memory)
    memory.rememberedRecords = function* () {
      for (const [index, record] of [...rememberedRecords()].entries()) {
        if (index === 7) {
          memory.forgetMemory()
          throw new MemoryDamaged()
        }
        yield record
      }
    }
    tell(world, 's2', { comment: 'new' })
    const { plan } = await world.run()
    expect(plan.way).toEqual({ kind: 'full', reason: 'what is remembered was damaged' })
    expect(heldOf(world, 's2')).toMatchObject({ comment: 'new', isInBilling: true })
    memory.rememberedRecords = rememberedRecords
    expect((await world.run()).plan.way.kind).toBe('light')
    await expectSettled(world)
    await world.stop()
  })

  test('does not believe a memory that has one record twice', async () => {
    const world = await settledWorld()
    const { memory } = world
    const rememberedRecords = memory.rememberedRecords.bind(memory)
    memory.rememberedRecords = () => [...rememberedRecords(), ...[...rememberedRecords()].slice(-1)]
    expect((await world.run()).plan.way).toEqual({ kind: 'full', reason: 'subscribers are remembered twice' })
    memory.rememberedRecords = rememberedRecords
    await expectSettled(world)
    await world.stop()
  })

  test('--full throws away what texts were read as', async () => {
    const world = await settledWorld()
    expect(world.memory.textRows.size).toBe(12)
    await world.run({ isFull: true })
    expect([world.memory.textRows.size, world.memory.textsHeader]).toEqual([0, undefined])
    await world.run()
    expect(world.memory.textRows.size).toBe(12)
    await expectSettled(world)
    await world.stop()
  })

  test('recalls no text in a run that will compare everything anyway', async () => {
    const world = await settledWorld()
    const recalled = async (): Promise<number> =>
      [...(await world.run()).plan.source.subscribers.subscribers.values()].filter(
        (subscriber) => subscriber instanceof RecalledSubscriber,
      ).length
    expect(await recalled()).toBe(12)
    world.memory.mistrustMemory()
    expect(await recalled()).toBe(0)
    expect(await recalled()).toBe(12)
    await world.stop()
  })

  test('says of whom something is to be said every time', async () => {
    const world = await settledWorld({
      ...PEOPLE,
      s3: { ...PEOPLE['s3'], state_id: 99, tariff: { current: [{ id: 555 }] } },
    })
    for (let round = 0; round < 3; round++) {
      const { plan, problems } = await world.run()
      expect([plan.way.kind, plan.comparison.known.has('s3'), plan.comparison.known.size]).toEqual([
        'light',
        false,
        11,
      ])
      expect(problems.list().map(({ code, sample }) => [code, sample])).toEqual(
        expect.arrayContaining([
          ['tariff-unknown', ['s3']],
          ['state-unknown', ['s3']],
        ]),
      )
    }
    await world.stop()
  })

  test('tries again to create a group UserSide refused, though nothing else is to be done', async () => {
    const world = await settledWorld()
    const lists = { get_user_group_list: { 3: { id: 3, name: 'VIP' } } }
    Object.assign(world.billing.answers, lists)
    tell(world, 's1', { group: { 3: { id: 3 } } })
    world.userside.faults.add({ call: 'customer/add_group', kind: 'error-result', times: 2 })
    for (let round = 0; round < 2; round++)
      expect((await world.run()).problems.list().map(({ code }) => code)).toContain('refused')
    expect(heldOf(world, 's1')).toMatchObject({ groups: [] })
    await world.run()
    expect(Object.keys(Object(heldOf(world, 's1')?.['groups']))).toHaveLength(1)
    await expectSettled(world)
    await world.stop()
  })

  test('writes what changed in the billing, and remembers that it did', async () => {
    const world = await settledWorld()
    tell(world, 's1', { full_name: 'Нове Імʼя', tariff: { current: [{ id: 11 }] }, address: [] })
    expect((await world.run()).writes).toBe(1)
    // A name was never edited before: this once it was looked whether UserSide keeps it (see light/kept-fields.ts).
    world.userside.forgetRequests()
    tell(world, 's1', { full_name: 'Ще Одне', tariff: { current: [] } })
    expect((await world.run()).writes).toBe(1)
    expect((await world.run()).writes).toBe(0)
    expect(callsOf(world)).not.toContain(BIG_LIST)
    expect(heldOf(world, 's1')).toMatchObject({ name: 'Ще Одне', tariffs: [] })
    expect(world.journal.lots.at(-1)?.changes[0]?.fields).toMatchObject([
      { field: 'name', before: 'Нове Імʼя', after: 'Ще Одне' },
      { field: 'tariffs', before: ['11'], after: [] },
    ])
    expect(world.userside.violations).toEqual([])
    await world.stop()
  })

  test('writes what is hot where UserSide holds something else, whoever changed it', async () => {
    const world = await settledWorld()
    // The first one finds out how the columns read.
    await world.run()
    tell(world, 's1', { balance: '-3.5' })
    tell(world, 's2', { traffic: { month: { up: 99, down: 20 } } })
    tell(world, 's3', { date_activity: '2026-11-23 09:00:00' })
    world.userside.erp.touch(Object.assign(rowOf(world, 's4'), { balance: '77.00' }))
    const { plan, done } = await world.run()
    expect(plan.way.kind).toBe('light')
    expect(done.fields).toEqual({ balance: 2, traffic: 1, activity: 1 })
    expect(callsOf(world)).not.toContain(BIG_LIST)
    expect(heldOf(world, 's4')).toMatchObject({ balance: '10.00' })
    expect((await world.run()).writes).toBe(0)
    await world.stop()
  })

  test('flags who left the billing, and who came back', async () => {
    const world = await settledWorld()
    const { s5, ...others } = PEOPLE
    world.billing.answers['get_user_list'] = others
    expect((await world.run()).done.subscribers.absent).toBe(1)
    expect(heldOf(world, 's5')).toMatchObject({ isInBilling: false })
    expect((await world.run()).writes).toBe(0)
    world.billing.answers['get_user_list'] = { ...PEOPLE, s5: { ...s5, comment: 'back' } }
    expect((await world.run()).done.subscribers.returned).toBe(1)
    expect(heldOf(world, 's5')).toMatchObject({ isInBilling: true, comment: 'back' })
    expect((await world.run()).writes).toBe(0)
    expect(callsOf(world)).not.toContain(BIG_LIST)
    await world.stop()
  })

  test('leaves what was set by hand to the next full comparison', async () => {
    const world = await settledWorld()
    world.userside.erp.touch(Object.assign(rowOf(world, 's1'), { comment: 'by hand' }))
    const light = await world.run()
    expect([light.plan.way.kind, light.writes]).toEqual(['light', 0])
    const full = await world.run({ isFull: true })
    expect([full.plan.way.kind, full.writes]).toEqual(['full', 1])
    expect(heldOf(world, 's1')).toMatchObject({ comment: 'as ever' })
    await world.stop()
  })

  test('tries what UserSide refused again, with the same words', async () => {
    const world = await settledWorld()
    world.userside.refusals.customers.set('s1', 'not this one')
    tell(world, 's1', { comment: 'new' })
    tell(world, 's2', { comment: 'new' })
    for (let round = 0; round < 2; round++) {
      const { plan, problems } = await world.run()
      expect(plan.way.kind).toBe('light')
      expect(problems.list().map(({ code }) => code)).toContain('refused')
    }
    world.userside.refusals.customers.clear()
    expect((await world.run()).done.subscribers.updated).toBe(1)
    expect(heldOf(world, 's1')).toMatchObject({ comment: 'new' })
    expect(callsOf(world)).not.toContain(BIG_LIST)
    await world.stop()
  })
})

function rowOf({ userside }: SceneWorld, id: string) {
  const row = userside.erp.customerOf(id)
  if (row === undefined) throw new Error(`There is no ${id}.`)
  return row
}

/** What happens between two runs, and what the second says of it; every such run compares everything. */
const DOUBTS: Readonly<
  Record<string, { happens(world: SceneWorld): void; options?: Partial<SyncOptions>; reason: RegExp }>
> = {
  'it is told to': { happens() {}, options: { isFull: true }, reason: /--full/ },
  'every run shall be full': { happens() {}, options: { fullEveryMinutes: 0 }, reason: /fullEvery/ },
  'the hour has passed': {
    happens: ({ memory }) => age(memory, 61),
    reason: /minutes of "safety.fullEvery" have passed/,
  },
  'the clock was set back': { happens: ({ memory }) => age(memory, -5), reason: /lies in the future/ },
  'the last run did not end': {
    happens: ({ memory }) => memory.mistrustMemory(),
    reason: /did not end well/,
  },
  'the operator decided otherwise': {
    happens() {},
    options: { policies: policies({ comment: 'ignore' }) },
    reason: /configuration or the settings/,
  },
  'the configuration is that of another UserSide': {
    happens() {},
    options: { configurationHash: 'f'.repeat(32) },
    reason: /configuration or the settings/,
  },
  'UserSide decided otherwise': {
    happens: ({ userside }) => Object.assign(userside.settings, { is_update_mac: 0 }),
    reason: /configuration or the settings/,
  },
  'passwords are imported': {
    happens() {},
    options: { policies: policies({ password: 'mirror' }) },
    reason: /passwords/,
  },
  'UserSide does not give its hashes': {
    happens: ({ userside }) =>
      userside.faults.add({ kind: 'error-result', call: 'module/get_user_crc_billing_list', times: 1 }),
    reason: /does not give its source hashes/,
  },
  'somebody else wrote a source hash': {
    happens: (world) => world.userside.erp.touch(Object.assign(rowOf(world, 's1'), { crc: 'other' })),
    reason: /another source hash of s1/,
  },
  'UserSide has somebody new': {
    happens: ({ userside }) => void userside.erp.addCustomer('stranger', 'by hand'),
    reason: /not remembered/,
  },
  'somebody is forgotten': {
    happens: ({ memory }) => void memory.records.delete('s1'),
    reason: /not remembered/,
  },
  'somebody is remembered whom UserSide does not have': {
    happens: ({ memory }) => {
      const known = memory.records.get('s1')
      if (known !== undefined) memory.records.set('ghost', known)
    },
    reason: /no source hash of ghost/,
  },
  'the hot columns cannot be read as what is known': {
    happens: (world) => world.userside.erp.touch(Object.assign(rowOf(world, 's1'), { balance: '5.00' })),
    reason: /balances/,
  },
  'the billing has somebody new': {
    happens: (world) => tell(world, 'newcomer', { ...KOVAL, login: 'newcomer' }),
    reason: /does not have/,
  },
  'too much changed at once': {
    happens: (world) => {
      for (const id of ['s1', 's2', 's3']) tell(world, id, { comment: 'new' })
    },
    reason: /25 % of the subscribers/,
  },
}

/** As if the last full comparison had been so many minutes earlier. */
function age(memory: SceneWorld['memory'], minutes: number): void {
  if (memory.header === undefined) throw new Error('Nothing is remembered.')
  const fullRunAt = new Date(Date.parse(memory.header.fullRunAt) - minutes * 60_000).toISOString()
  memory.header = { ...memory.header, fullRunAt }
}

describe('as long as nothing tells which traffic is which', () => {
  const SILENT = Object.fromEntries(
    Object.entries(PEOPLE).map(([id, record]) => [id, { ...record, traffic: { month: { up: 0, down: 0 } } }]),
  )

  test.each([true, false])('nothing is taken for known that is not (in is received: %p)', async (form) => {
    const world = await settledWorld(SILENT)
    world.userside.form.isTrafficInReceived = form
    expect((await world.run()).plan.way.kind).toBe('light')
    tell(world, 's1', { traffic: { month: { up: 7, down: 900 } }, balance: '11' })
    expect((await world.run()).writes).toBe(3)
    expect((await world.run()).writes).toBe(0)
    expect(heldOf(world, 's1')).toMatchObject({ trafficUp: '7', trafficDown: '900' })
    tell(world, 's1', { traffic: { month: { up: 900, down: 7 } } })
    expect((await world.run()).writes).toBe(2)
    const { plan, writes } = await world.run()
    expect([plan.way.kind, writes]).toEqual(['light', 0])
    expect(world.userside.violations).toEqual([])
    await world.stop()
  })
})

describe('everything is compared when', () => {
  test.each(Object.entries(DOUBTS))('%s', async (_, { happens, options = {}, reason }) => {
    const world = await settledWorld()
    happens(world)
    const { plan } = await world.run(options)
    expect(plan.way).toMatchObject({ kind: 'full', reason: expect.stringMatching(reason) })
    expect(callsOf(world)).toContain(BIG_LIST)
    expect(world.userside.violations).toEqual([])
    // What was met is learned.
    const again = await world.run(options)
    expect(again.writes).toBe(0)
    await world.stop()
  })

  test('nothing is told twice of what was compared twice', async () => {
    const world = await settledWorld()
    tell(world, 'newcomer', { ...KOVAL, login: 'newcomer', tariff: { current: [{ id: 'gone' }] } })
    const { problems } = await world.run()
    for (const { count } of problems.list()) expect(count).toBe(1)
    await world.stop()
  })

  test('a run that was cut off had begun to write', async () => {
    const world = await settledWorld()
    tell(world, 's1', { comment: 'new' })
    world.userside.faults.add({ kind: 'status', status: 403, call: 'customer/group_edit', times: 1 })
    expect(world.run()).rejects.toThrow()
    await world.run().catch(() => {})
    expect(heldOf(world, 's1')).toMatchObject({ comment: 'new' })
    await world.stop()
  })
})

const running = new Set<World>()
afterAll(() => Promise.all([...running].map((world) => world.stop())))

const KINDS: readonly [ChangeKind, ...ChangeKind[]] = [
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
  'gone',
  'tariff-fee',
]

interface Story {
  readonly product: 'ubilling' | 'generic'
  readonly seed: number
  readonly form: Partial<WireForm>
  readonly isActivityUnix: boolean
  readonly steps: readonly { readonly seed: number; readonly changes: number }[]
}

const stories: fc.Arbitrary<Story> = fc.record({
  product: fc.constantFrom<Story['product'][]>('ubilling', 'generic'),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  form: fc.record({
    isEncoded: fc.boolean(),
    areIdsEncoded: fc.boolean(),
    areNumbersTexts: fc.boolean(),
    isSparse: fc.boolean(),
    isTrafficInReceived: fc.boolean(),
  }),
  isActivityUnix: fc.boolean(),
  steps: fc.array(
    fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      changes: fc.integer({ min: 0, max: 12 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})

const OPTIONS: Partial<SyncOptions> = {
  additionalFields: new Map([
    ['1', '61'],
    ['2', '62'],
    ['3', '63'],
  ]),
  safety: { ...SAFETY, maxAbsentPercent: 100, maxAbsentCount: 0 },
}

describe('light and full runs', () => {
  test('leave the same behind, whatever happens in the billing', async () => {
    const kinds = { light: 0, full: 0 }
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        const population = generatePopulation({
          size: 60,
          seed: story.seed,
          isRich: story.product === 'generic',
        })
        const start = async (): Promise<World> => {
          const world = await startWorld(
            { dialect: story.product, population },
            {
              form: story.form,
              settings: { is_customer_activity_timestamp: Number(story.isActivityUnix) },
            },
          )
          running.add(world)
          await world.run(OPTIONS)
          return world
        }
        const [light, full] = [await start(), await start()]
        for (const step of story.steps) {
          const later = evolve(population, { ...step, kinds: KINDS })
          const runs: WorldRun[] = []
          for (const [world, more] of [
            [light, {}],
            [full, { fullEveryMinutes: 0 }],
          ] as const) {
            world.billing.setPopulation(later)
            runs.push(await world.run({ ...OPTIONS, ...more }))
            expect(world.userside.violations).toEqual([])
          }
          const [one, other] = runs
          if (one !== undefined) kinds[one.plan.way.kind] += 1
          expect(light.userside.snapshot()).toEqual(full.userside.snapshot())
          expect(one?.done).toEqual(other?.done)
          expect(one?.problems.list()).toEqual(other?.problems.list())
        }
        await Promise.all([light.stop(), full.stop()])
      }),
      { numRuns: 30 },
    )
    console.log(`light and full runs: ${kinds.light} light ones, ${kinds.full} were in doubt`)
    expect(kinds.light).toBeGreaterThan(kinds.full)
  }, 120_000)
})

test('what was read is noted by the end of a run, whether somebody is created in it or not', async () => {
  const crowd = (comment: string) => ({
    get_user_list: Object.fromEntries(
      Array.from({ length: 450 }, (_, index) => [`s${index}`, { ...KOVAL, login: `s${index}`, comment }]),
    ),
  })
  const world = await startPlainWorld(crowd('one'))
  await world.run()
  const hashes = (): string[] => Array.from(world.memory.textRows.values(), ([hash]) => hash)
  const first = hashes()
  expect(first).toHaveLength(450)
  Object.assign(world.billing.answers, crowd('two'))
  await world.run()
  expect(hashes()).toHaveLength(450)
  expect(hashes().filter((hash) => first.includes(hash))).toEqual([])
  expect(world.userside.violations).toEqual([])
  await world.stop()
})
