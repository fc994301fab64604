import { afterAll, beforeAll, expect, test } from 'bun:test'
import { join } from 'node:path'
import { describeWith } from '../needs.ts'
import { expectSettled, startWorld, type World } from './world.ts'

const SAMPLES = join(import.meta.dir, '../../../shared/samples/ubilling')

describeWith('samples')('the samples of a real uBilling', () => {
  let world: World

  beforeAll(async () => {
    world = await startWorld({ samples: SAMPLES })
  })

  afterAll(() => world.stop())

  test('one run brings everything into an empty UserSide', async () => {
    const { done, plan } = await world.run()
    expect(plan.isFirstRun).toBe(true)
    expect(done.subscribers.created).toBe(398)
    expect(done.tariffs.created).toBe(8)
    expect(world.userside.violations).toEqual([])
  })

  test('a second run writes nothing', () => expectSettled(world))
})
