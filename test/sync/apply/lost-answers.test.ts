/** A write whose answer is lost: the run looks what became of it, and ends as if nothing had happened. */
import { describe, expect, test } from 'bun:test'
import type { Fault } from '../../../src/sandbox/faults.ts'
import { generatePopulation } from '../../../src/sandbox/generate.ts'
import type { Population } from '../../../src/sandbox/population.ts'
import type { Snapshot } from '../../../src/sandbox/userside/snapshot.ts'
import { expectSettled, startWorld, type World } from '../world.ts'

const NOW = generatePopulation({ size: 12, seed: 7 })

/** The same billing a while ago: fewer of everything, other prices, other balances; one has gone since. */
const BEFORE: Population = {
  ...NOW,
  tariffs: NOW.tariffs.slice(1).map((tariff) => ({ ...tariff, fee: '1' })),
  houses: NOW.houses.slice(3).map((house) => ({ ...house, floors: '' })),
  services: NOW.services.map((service) => ({ ...service, cost: '1' })),
  messages: NOW.messages.slice(0, 1),
  subscribers: [
    ...NOW.subscribers.slice(5).map((subscriber) => ({
      ...subscriber,
      balance: '7.77',
      trafficUp: '1',
      activeAt: '2026-01-01 00:00:00',
      comment: 'before',
      groups: [],
      tags: [],
      services: subscriber.services.length > 0 ? subscriber.services : [{ id: 1, cost: '1', comment: '' }],
    })),
    ...NOW.subscribers.slice(0, 1).map((subscriber) => ({ ...subscriber, login: 'gone', children: [] })),
  ],
}

const OPTIONS = { isMessageImported: true }

async function grown(isCompareHouse: number): Promise<World> {
  const world = await startWorld(
    { population: BEFORE },
    {
      settings: { is_new_house_billing_compare: isCompareHouse },
      now: () => new Date('2026-11-23T10:00:00Z'),
    },
  )
  await world.run(OPTIONS)
  world.billing.setPopulation(NOW)
  world.userside.forgetRequests()
  return world
}

/** Answers that leave nobody the wiser, though the call was obeyed; all the others are in the fault matrix. */
const LOSSES: Readonly<Record<string, Omit<Fault, 'call'>>> = {
  'a reset connection': { kind: 'reset-after' },
  'a page for browsers': { kind: 'html', isApplied: true },
}

const undisturbed = new Map<
  number,
  Promise<{ readonly state: Snapshot; readonly calls: Map<string, number> }>
>()

/** What the run ends in when nothing is lost, and how often it writes by each call. */
function referenceFor(isCompareHouse: number) {
  const known = undisturbed.get(isCompareHouse)
  if (known !== undefined) return known
  const made = (async () => {
    const world = await grown(isCompareHouse)
    await world.run(OPTIONS)
    const calls = new Map<string, number>()
    for (const { call, kind } of world.userside.requests)
      if (kind === 'write') calls.set(call, (calls.get(call) ?? 0) + 1)
    const state = world.userside.snapshot()
    await world.stop()
    return { state, calls }
  })()
  undisturbed.set(isCompareHouse, made)
  return made
}

describe.each([
  ['compare_house', 1],
  ['step by step', 0],
] as const)('%s', (_, isCompareHouse) => {
  test.each(Object.entries(LOSSES))(
    '%s at any write of a run is found out and made good in the same run',
    async (_, loss) => {
      const { state, calls } = await referenceFor(isCompareHouse)
      for (const [call, times] of calls) {
        for (let nth = 1; nth <= times; nth++) {
          const world = await grown(isCompareHouse)
          // The kind of `compare_house` tells a question from an order; the order comes after one or two questions.
          const before = world.userside.requests.filter(
            (request) => request.call === call && request.kind === 'read',
          ).length
          world.userside.faults.add({ ...loss, call, nth: nth + before })
          const run = await world.run(OPTIONS)
          expect([call, nth, world.userside.faults.fired.length]).toEqual([call, nth, 1])
          expect([call, nth, world.userside.violations]).toEqual([call, nth, []])
          expect([call, nth, run.problems.isPartial]).toEqual([call, nth, false])
          expect(world.userside.snapshot()).toEqual(state)
          await expectSettled(world, OPTIONS)
          await world.stop()
        }
      }
    },
    30_000,
  )

  test('every kind of write is among them', async () => {
    const { calls } = await referenceFor(isCompareHouse)
    const always = [
      'customer/add_group',
      'customer/add_tag',
      'customer/group_add',
      'customer/group_edit',
      'customer/msg_add',
      'service/edit',
      'tariff/add',
      'tariff/group_edit',
    ]
    const addresses = isCompareHouse ? ['address/compare_house'] : ['address/add_house', 'address/edit_house']
    expect([...calls.keys()]).toEqual(expect.arrayContaining([...always, ...addresses]))
  })
})
