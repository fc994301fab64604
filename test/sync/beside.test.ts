/** New subscribers are created by their names while what they refer to is made; the rest waits for it. */
import { expect, test } from 'bun:test'
import { UsersideError } from '../../src/model/errors.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { createBeside } from '../../src/sync/apply/beside.ts'
import { expectSettled, startWorld } from './world.ts'

const MAKING = /^(tariff\/(add|group_edit)|customer\/add_group|customer\/add_tag|service\/(add|edit))$/

test('creating begins before everything referred to is there, filling after it', async () => {
  const world = await startWorld({ population: generatePopulation({ size: 450 }) }, { writeLatencyMs: 5 })
  await world.run()
  const calls = world.userside.requests.map(({ call }) => call)
  const lastMade = calls.findLastIndex((call) => MAKING.test(call))
  expect(calls.indexOf('customer/group_add')).toBeLessThan(lastMade)
  expect(calls.indexOf('customer/group_edit')).toBeGreaterThan(lastMade)
  expect(world.userside.peakConcurrency).toBe(2)
  await expectSettled(world)
  await world.stop()
})

test('where a licence counts, nobody comes before those who leave have left, nor they before their tariffs', async () => {
  const crowd = generatePopulation({ size: 60 })
  const world = await startWorld({ population: crowd }, { writeLatencyMs: 5, settings: { row_limit: 500 } })
  await world.run()
  const [leaver, ...others] = crowd.subscribers
  const newcomers = generatePopulation({ size: 70, seed: 3 }).subscribers.map((subscriber, index) => ({
    ...subscriber,
    login: `new${index}`,
    children: [],
  }))
  if (leaver === undefined) throw new Error('nobody')
  world.billing.setPopulation({
    ...crowd,
    tariffs: [...crowd.tariffs, { ...crowd.tariffs[0], name: 'one more' } as (typeof crowd.tariffs)[number]],
    subscribers: [...others, ...newcomers],
  })
  world.userside.forgetRequests()
  await world.run({ isFull: true })
  const calls = world.userside.requests.map(({ call }) => call)
  const left = calls.indexOf('customer/group_edit')
  expect(left).toBeGreaterThan(-1)
  expect(left).toBeGreaterThan(calls.findLastIndex((call) => call.startsWith('tariff/')))
  expect(calls.indexOf('customer/group_add')).toBeGreaterThan(left)
  await expectSettled(world)
  await world.stop()
})

test('when what is made beside it fails, creating goes no further; the next run does the rest', async () => {
  const world = await startWorld({ population: generatePopulation({ size: 2000 }) }, { writeLatencyMs: 20 })
  const always = { nth: 2, times: Number.POSITIVE_INFINITY, status: 500 }
  world.userside.faults.add({ kind: 'status', call: 'module/get_tariff_list', ...always })
  expect(await world.run().catch((error: unknown) => error)).toBeInstanceOf(UsersideError)
  const created = world.userside.requests.filter(({ call }) => call === 'customer/group_add').length
  expect(created).toBeGreaterThan(0)
  expect(created).toBeLessThan(20)
  expect(world.userside.requests.at(-1)?.call).toBe('usm_billing/set_stop_info')
  world.userside.faults.clear()
  await world.run()
  await expectSettled(world)
  await world.stop()
})

test('work that was begun is looked after: what it throws is thrown where somebody asks', async () => {
  const fine = createBeside(Promise.resolve('made'))
  expect(fine.check()).toBeUndefined()
  expect(await fine.done).toBe('made')
  const failed = createBeside(Promise.reject(new Error('gone')))
  await Promise.resolve()
  expect(() => failed.check()).toThrow('gone')
  expect(failed.done).rejects.toThrow('gone')
})
