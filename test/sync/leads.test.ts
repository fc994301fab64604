/** Sales leads that UserSide keeps among its customers (`contracts/userside-api.md` §6). */
import { describe, expect, test } from 'bun:test'
import type { PlainBilling } from './plain-billing.ts'
import { KOVAL } from './scenes.ts'
import { expectSettled, startPlainWorld, type World } from './world.ts'

const LYS = { ...KOVAL, login: 'lys', full_name: 'Лис Олена' }
const BOTH = { get_user_list: { koval: KOVAL, lys: LYS } }

const WAYS = ['refuse', 'ignore', 'second-card'] as const

function cardsOf({ userside }: World<PlainBilling>, id: string): number {
  return userside.erp.customers.filter(({ billingId }) => billingId === id).length
}

describe.each(WAYS)('a lead holds the id of a subscriber, and creating it would %s', (onLeadCreate) => {
  test('it is told which, and nobody is created beside it, run after run', async () => {
    const world = await startPlainWorld(BOTH, { oddities: { onLeadCreate } })
    const { erpId } = world.userside.erp.addLead('koval', 'Коваль (квартира 7)')
    for (let run = 0; run < 6; run += 1) {
      const { problems, done } = await world.run()
      expect(problems.list().find(({ code }) => code === 'lead-holds-id')?.sample).toEqual([
        `koval (UserSide id ${erpId})`,
      ])
      expect([problems.isPartial, done.subscribers.created]).toEqual([true, run === 0 ? 1 : 0])
    }
    expect([cardsOf(world, 'koval'), cardsOf(world, 'lys')]).toEqual([1, 1])
    await expectSettled(world)
    await world.stop()
  })

  test('it is made a regular subscriber and filled in one run where the operator wants that', async () => {
    const world = await startPlainWorld(BOTH, { oddities: { onLeadCreate } })
    world.userside.erp.addLead('koval', 'Коваль (квартира 7)')
    const { problems } = await world.run({ leads: 'convert' })
    expect(problems.isPartial).toBe(false)
    expect(world.userside.snapshot().subscribers['koval']).toMatchObject({
      name: 'Коваль Ірина',
      balance: '10.00',
    })
    expect(cardsOf(world, 'koval')).toBe(1)
    await expectSettled(world, { leads: 'convert' })
    await world.stop()
  })
})

describe('leads that hold no id of the billing', () => {
  for (const areLeadsListed of [false, true]) {
    test(`are nobody's business, ${areLeadsListed ? 'listed or not' : 'as they are not listed'}`, async () => {
      const world = await startPlainWorld(BOTH, { oddities: { areLeadsListed } })
      for (const id of ['', '', 'somebody', '0']) world.userside.erp.addLead(id, 'Квартира')
      const { problems, plan } = await world.run()
      expect(problems.list().map(({ code }) => code)).toEqual(['fields-not-exported'])
      world.memory.mistrustMemory()
      const again = await world.run()
      expect([plan.absent, again.plan.absent]).toEqual([[], []])
      expect(world.userside.erp.customers.filter(({ isLead }) => isLead)).toHaveLength(4)
      await expectSettled(world)
      await world.stop()
    })
  }

  test('are not asked for where nobody is to be created', async () => {
    const world = await startPlainWorld(BOTH)
    await world.run()
    world.userside.forgetRequests()
    world.memory.mistrustMemory()
    await world.run()
    const lists = world.userside.requests.filter(({ call }) => call === 'module/get_user_list')
    expect(lists.map(({ params }) => params['is_with_potential'])).toEqual([undefined])
    await world.stop()
  })
})

test('a lead that somebody made regular is the subscriber from then on', async () => {
  const world = await startPlainWorld(BOTH)
  const lead = world.userside.erp.addLead('koval', 'Коваль (квартира 7)')
  await world.run()
  lead.isLead = false
  world.userside.erp.touch(lead)
  world.memory.mistrustMemory()
  await world.run()
  expect(world.userside.snapshot().subscribers['koval']?.['name']).toBe('Коваль Ірина')
  await expectSettled(world)
  await world.stop()
})
