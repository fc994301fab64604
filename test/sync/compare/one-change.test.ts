/** After one change in the billing, one request with what changed. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { type ChangeKind, evolve } from '../../../src/sandbox/evolve.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import type { Population, PopulationSubscriber } from '../../../src/sandbox/population.ts'
import { expectSettled, startWorld, type World } from '../world.ts'

const POPULATION = generatePopulation({ size: 300, seed: 11 })

/** The population with one subscriber changed. */
function withOne(change: Partial<PopulationSubscriber>): Population {
  const [first, ...others] = POPULATION.subscribers
  return first === undefined
    ? POPULATION
    : { ...POPULATION, subscribers: [{ ...first, ...change }, ...others] }
}

describe('a billing in which one thing changed', () => {
  let world: World
  let erpId: string

  beforeAll(async () => {
    world = await startWorld({ population: POPULATION })
    await world.run()
    erpId = world.userside.erp.customerOf(POPULATION.subscribers[0]?.login ?? '')?.erpId ?? ''
  })
  afterAll(() => world.stop())

  async function writesAfter(population: Population) {
    world.userside.forgetRequests()
    world.billing.setPopulation(population)
    await world.run()
    expect(world.userside.violations).toEqual([])
    return world.userside.requests
      .filter(({ kind }) => kind === 'write')
      .map(({ call, params }) => ({ call, src: params['src'], data: JSON.parse(params['data'] ?? 'null') }))
  }

  test('a balance is one request with one field of one subscriber', async () => {
    expect(await writesAfter(withOne({ balance: '-123.456' }))).toEqual([
      { call: 'customer/group_edit', src: 'billing', data: { [erpId]: { balance: '-123.46' } } },
    ])
    await expectSettled(world)
  })

  test('a comment is one request with that field and the new hash', async () => {
    expect(await writesAfter(withOne({ comment: "об'єкт / кут" }))).toMatchObject([
      {
        call: 'customer/group_edit',
        data: { [erpId]: { comment: 'об&#039;єкт &#047; кут', crc_billing: expect.any(String) } },
      },
      // The balance of the test before goes back.
      { call: 'customer/group_edit', src: 'billing', data: { [erpId]: { balance: expect.any(String) } } },
    ])
    await expectSettled(world)
  })

  test('another order of the same records and labels is no change at all', async () => {
    world.billing.setPopulation(POPULATION)
    await world.run()
    const turned = POPULATION.subscribers.toReversed().map((subscriber) => ({
      ...subscriber,
      groups: subscriber.groups.toReversed(),
      tags: subscriber.tags.toReversed(),
      fields: subscriber.fields.toReversed(),
    }))
    expect(await writesAfter({ ...POPULATION, subscribers: turned })).toEqual([])
  })

  test.each([
    ['balance', 'balance'],
    ['state', 'state_id'],
    ['name', 'name'],
    ['field', 'additional_data'],
  ] as const)('forty changes of one kind (%s) go in one request', async (kind: ChangeKind, member) => {
    const options = {
      additionalFields: new Map([
        ['1', '61'],
        ['2', '62'],
        ['3', '63'],
      ]),
    }
    world.billing.setPopulation(POPULATION)
    await world.run(options)
    world.userside.forgetRequests()
    world.billing.setPopulation(evolve(POPULATION, { changes: 40, kinds: [kind], seed: 3 }))
    const run = await world.run(options)
    expect(run.writes).toBe(1)
    const [write] = world.userside.requests.filter(({ kind: each }) => each === 'write')
    const patches: Record<string, unknown>[] = Object.values(JSON.parse(write?.params['data'] ?? '{}'))
    expect(patches.length).toBeGreaterThan(20)
    const members = new Set(patches.flatMap((patch) => Object.keys(patch)))
    expect(members).toEqual(new Set(kind === 'balance' ? [member] : [member, 'crc_billing']))
    await expectSettled(world, options)
  })
})
