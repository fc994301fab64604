/** What UserSide says no to for good is not said again, run after run. */
import { describe, expect, test } from 'bun:test'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import { expectSettled, startWorld, type World, type WorldRun } from '../world.ts'

const POPULATION = generatePopulation({ size: 12, seed: 3 })
const HOUSE = String(POPULATION.houses[0]?.id)

function codes(run: WorldRun): string[] {
  return run.problems
    .list()
    .map(({ code }) => code)
    .filter((code) => code !== 'fields-not-exported')
}

async function withRefusedHouse(check: (world: World) => Promise<void>): Promise<void> {
  const world = await startWorld({ population: POPULATION })
  try {
    world.userside.refusals.houses.add(HOUSE)
    const first = await world.run()
    expect(first.done.addresses.failed).toBe(1)
    expect(codes(first)).toContain('house-refused')
    await check(world)
  } finally {
    await world.stop()
  }
}

describe('a house UserSide refuses', () => {
  test('is told every run, but sent only once', () =>
    withRefusedHouse(async (world) => {
      const again = await world.run()
      expect(again.writes).toBe(0)
      expect(again.done.addresses.failed).toBe(1)
      expect(codes(again)).toContain('house-refused')
      expect((await world.preview()).done.addresses).toMatchObject({ created: 0, failed: 1 })
      await expectSettled(world)
    }))

  test('is found when somebody has created it by hand', () =>
    withRefusedHouse(async (world) => {
      world.userside.refusals.houses.clear()
      // Only a full run asks for it to be created; then it is there for all that follow.
      expect((await world.run({ isFull: true })).done.addresses).toMatchObject({ created: 1, failed: 0 })
      expect((await world.run()).done.addresses).toMatchObject({ created: 0, failed: 0 })
      await expectSettled(world)
    }))

  test('is sent again under another name', () =>
    withRefusedHouse(async (world) => {
      world.userside.refusals.houses.clear()
      const houses = POPULATION.houses.map((house) =>
        String(house.id) === HOUSE ? { ...house, typed: '999' } : house,
      )
      world.billing.setPopulation({ ...POPULATION, houses })
      expect((await world.run()).done.addresses).toMatchObject({ created: 1, failed: 0 })
      await expectSettled(world)
    }))
})

describe('a value of a tariff UserSide does not keep', () => {
  test('is sent twice, then told and left', async () => {
    const world = await startWorld({ population: POPULATION })
    try {
      await world.run()
      const [tariff] = world.userside.erp.tariffs.values()
      const forget = (): void => void Object.assign(tariff ?? {}, { speedRx: 7 })
      for (const writes of [1, 1, 0, 0]) {
        forget()
        const run = await world.run()
        expect(run.writes).toBe(writes)
        expect(codes(run).includes('not-accepted')).toBe(writes === 0)
      }
      forget()
      expect((await world.run({ isFull: true })).writes).toBe(1)
      await expectSettled(world)
    } finally {
      await world.stop()
    }
  })
})
