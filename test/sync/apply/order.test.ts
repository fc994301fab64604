/** Steps follow one another: nobody is created before what subscribers refer to is there. */
import { expect, test } from 'bun:test'
import { UsersideError } from '../../../src/model/errors.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import { expectSettled, startWorld } from '../world.ts'

const MAKING = /^(tariff\/(add|group_edit)|customer\/add_group|customer\/add_tag|service\/(add|edit))$/

test('everything referred to is there before the first subscriber is created', async () => {
  const world = await startWorld({ population: generatePopulation({ size: 450 }) }, { writeLatencyMs: 5 })
  await world.run()
  const calls = world.userside.requests.map(({ call }) => call)
  const lastMade = calls.findLastIndex((call) => MAKING.test(call))
  expect(lastMade).toBeGreaterThan(-1)
  expect(calls.indexOf('customer/group_add')).toBeGreaterThan(lastMade)
  expect(calls.indexOf('customer/group_edit')).toBeGreaterThan(calls.lastIndexOf('customer/group_add'))
  expect(world.userside.peakConcurrency).toBe(2)
  await expectSettled(world)
  await world.stop()
})

test('where a licence counts, nobody comes before those who leave have left, nor they before their tariffs', async () => {
  const crowd = generatePopulation({ size: 60 })
  const world = await startWorld({ population: crowd }, { writeLatencyMs: 5, settings: { row_limit: 500 } })
  await world.run()
  // The first is called "0": a record of that name is nobody's once the billing has no such subscriber.
  const [first, leaver, ...others] = crowd.subscribers
  const newcomers = generatePopulation({ size: 70, seed: 3 }).subscribers.map((subscriber, index) => ({
    ...subscriber,
    login: `new${index}`,
    children: [],
  }))
  if (first === undefined || leaver === undefined) throw new Error('nobody')
  world.billing.setPopulation({
    ...crowd,
    tariffs: [...crowd.tariffs, { ...crowd.tariffs[0], name: 'one more' } as (typeof crowd.tariffs)[number]],
    subscribers: [first, ...others, ...newcomers],
  })
  world.userside.forgetRequests()
  await world.run({ isFull: true, isCreateAccepted: true })
  const calls = world.userside.requests.map(({ call }) => call)
  const left = calls.indexOf('customer/group_edit')
  expect(left).toBeGreaterThan(-1)
  expect(left).toBeGreaterThan(calls.findLastIndex((call) => call.startsWith('tariff/')))
  expect(calls.indexOf('customer/group_add')).toBeGreaterThan(left)
  await expectSettled(world)
  await world.stop()
})

test('when what they refer to cannot be made, nobody is created; the next run does the rest', async () => {
  const world = await startWorld({ population: generatePopulation({ size: 2000 }) }, { writeLatencyMs: 20 })
  const always = { nth: 2, times: Number.POSITIVE_INFINITY, status: 500 }
  world.userside.faults.add({ kind: 'status', call: 'module/get_tariff_list', ...always })
  expect(await world.run().catch((error: unknown) => error)).toBeInstanceOf(UsersideError)
  expect(world.userside.requests.filter(({ call }) => call === 'customer/group_add')).toEqual([])
  expect(world.userside.requests.at(-1)?.call).toBe('usm_billing/set_stop_info')
  world.userside.faults.clear()
  await world.run()
  await expectSettled(world)
  await world.stop()
})
