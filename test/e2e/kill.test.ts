/**
 * Killed with -9 at any moment, again and again, while the billing goes on changing: the run after that brings the
 * state an undisturbed run would have brought, and nothing is there twice.
 */
import { expect, setDefaultTimeout, test } from 'bun:test'
import { evolve } from '../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import type { Population } from '../../src/sandbox/population.ts'
import { seededRandom } from '../../src/sandbox/random.ts'
import type { Snapshot, SubscriberSnapshot } from '../../src/sandbox/userside/snapshot.ts'
import { Site } from './site.ts'

setDefaultTimeout(60_000)

const KILLS = 200
const SIZE = 40
const SEED = 5
/** Most of them are waited for before a run is killed. */
const MOST_CALLS = 7
const CALLS = /^(tariff|customer|service)\//
/** Each is sent once in a first import: what was told is not told again. */
const CREATIONS = /^(tariff|customer|service)\/|^address\/(add|edit)/

/** Numbers that are gone go, so that the state depends on the billing alone, not on what was there on the way. */
const CONFIG = { confIsImportLessPhone: true, safety: { maxAbsentCount: 1000 } }

const CHANGES = [
  'balance',
  'balance',
  'traffic',
  'tariff',
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
  'tariff-fee',
  'tariff-new',
] as const

test(`killed ${KILLS} times, a clean run brings what an undisturbed one would have brought`, async () => {
  let population = generatePopulation({ size: SIZE, seed: SEED })
  await using calm = await Site.open({ billing: { population }, config: CONFIG })
  expect((await calm.run()).exitCode).toBe(0)

  await using site = await Site.open({ billing: { population }, config: CONFIG })
  const random = seededRandom(SEED)
  const gone = new Map<string, Population['subscribers'][number]>()
  const landed = { 'before the first write': 0, 'between writes': 0, 'after the last write': 0 }

  for (let kill = 1; kill <= KILLS; kill++) {
    // Now and then everything stays as it is, so that what was begun is carried on.
    if (kill > 1 && random.oneIn(2))
      population = evolve(population, { seed: kill, changes: 6, kinds: CHANGES })
    if (random.oneIn(8)) population = farewell(site, population, gone)
    site.populate(population)
    const before = site.userside.counts.writes
    const runs = site.userside.runs.length
    const running = site.start([])
    // Anywhere from its start, or soon after UserSide was told so and so many things; some have ended by then.
    const isAnywhere = random.oneIn(4)
    const called = site.userside.faults.whenCalled(CALLS, 1 + random.int(MOST_CALLS))
    await (isAnywhere ? Bun.sleep(random.int(200)) : Promise.race([called, running.ended]))
    await Bun.sleep(random.int(4))
    running.kill('SIGKILL')
    const { exitCode, stderr } = await running.ended
    expect([137, 0, 3], stderr).toContain(exitCode)
    site.passTenMinutes()
    const isBegun = site.userside.runs.length > runs
    const isEnded = isBegun && site.userside.runs.at(-1)?.isStopped === true
    const isWriting = site.userside.counts.writes > before && !isEnded
    landed[isEnded ? 'after the last write' : isWriting ? 'between writes' : 'before the first write'] += 1
    expect(twice(site.userside.snapshot())).toEqual([])
  }
  console.log(
    `kill -9, ${KILLS} times: ${Object.entries(landed)
      .map(([when, count]) => `${count} ${when}`)
      .join(', ')}`,
  )

  const { exitCode, stderr } = await site.run()
  expect(stderr).toBe('')
  expect(exitCode).toBe(0)
  const state = site.userside.snapshot()
  expect(twice(state)).toEqual([])
  expect(site.userside.violations).toEqual([])
  const settled = await site.runJson(['--full'])
  expect(settled.summary.userside.writes).toBe(0)

  // The same people, never disturbed: all who ever were there, then those who are there now.
  calm.populate({ ...population, subscribers: [...population.subscribers, ...gone.values()] })
  expect((await calm.run()).exitCode).toBe(0)
  calm.populate(population)
  expect((await calm.run()).exitCode).toBe(0)
  expect(comparable(state)).toEqual(comparable(calm.userside.snapshot()))
  expect(landed['between writes']).toBeGreaterThan(KILLS / 20)
}, 240_000)

test.each([
  ['through compare_house', 1],
  ['step by step', 0],
])(
  'a first import killed at each of its writes in turn, houses %s, comes to the same end',
  async (how, isCompareHouse) => {
    const options = {
      billing: { population: generatePopulation({ size: 8, seed: SEED }) },
      userside: { settings: { is_new_house_billing_compare: isCompareHouse } },
      config: { confIsImportMessage: true },
    }
    await using calm = await Site.open(options)
    expect((await calm.run()).exitCode).toBe(0)
    await using site = await Site.open(options)
    let kills = 0
    for (;;) {
      const called = site.userside.faults.whenCalled(CREATIONS)
      const running = site.start([])
      const exitCode = await Promise.race([called, running.ended.then((result) => result.exitCode)])
      if (exitCode !== undefined) {
        expect(exitCode).toBe(0)
        break
      }
      running.kill('SIGKILL')
      await running.ended
      // What it had sent may still be at work for ten minutes.
      site.passTenMinutes()
      kills += 1
    }
    console.log(`a first import, houses ${how}, was killed at ${kills} writes`)
    expect(kills).toBeGreaterThan(10)
    expect(site.userside.snapshot()).toEqual(calm.userside.snapshot())
    expect(site.userside.violations).toEqual([])
    expect((await site.runJson(['--full'])).summary.userside.writes).toBe(0)
  },
)

/** One whom UserSide already has leaves the billing for good. */
function farewell(
  site: Site,
  population: Population,
  gone: Map<string, Population['subscribers'][number]>,
): Population {
  const leaving = population.subscribers.find(
    ({ login }) => site.userside.erp.customerOf(login) !== undefined,
  )
  if (leaving === undefined) return population
  gone.set(leaving.login, leaving)
  return { ...population, subscribers: population.subscribers.filter((one) => one !== leaving) }
}

/** Whatever is there twice. */
function twice({ duplicates, groups, tags, houses }: Snapshot): string[] {
  return [
    ...duplicates,
    ...[groups, tags, houses].flatMap((names) => names.filter((name, at) => name === names[at - 1])),
  ]
}

/** Of those who are gone only the mark counts: how they were last seen depends on the moment. */
function comparable(snapshot: Snapshot): Snapshot {
  const subscribers: Record<string, SubscriberSnapshot> = {}
  for (const [id, subscriber] of Object.entries(snapshot.subscribers)) {
    const { phones, ...rest } = subscriber
    // The order of numbers already there is not corrected.
    subscribers[id] = subscriber['isInBilling']
      ? { ...rest, phones: [...(phones as string[])].sort() }
      : { isInBilling: false }
  }
  return { ...snapshot, subscribers }
}
