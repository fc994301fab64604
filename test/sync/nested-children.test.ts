/** Child accounts that UserSide shows in their parents' records (`contracts/userside-api.md` §10.4). */
import { expect, test } from 'bun:test'
import { KOVAL } from './scenes.ts'
import { expectSettled, startPlainWorld } from './world.ts'

const child = { login: 'child', full_name: 'Дитина', balance: '1' }

test.each(['short', 'whole'] as const)(
  'are found by %s keys, also where another subscriber is called as they are within their parents',
  async (nestedChildren) => {
    const family = { ...KOVAL, account: { 7: child, 8: { ...child, login: 'child8' } } }
    const world = await startPlainWorld(
      { get_user_list: { koval: family, 7: { ...KOVAL, login: 'seven' } } },
      { oddities: { nestedChildren } },
    )
    await world.run()
    await expectSettled(world)
    await expectSettled(world, { isFull: true })
    const { subscribers } = world.userside.snapshot()
    const told = Object.entries(subscribers).map(
      ([id, { login, parent, isInBilling }]) => `${id} ${login} ${parent} ${isInBilling}`,
    )
    expect(told).toEqual([
      '7 seven  true',
      'koval koval  true',
      'koval_7 child koval true',
      'koval_8 child8 koval true',
    ])
    expect([...world.userside.accepted.values()].every((times) => times === 1)).toBeTrue()

    world.billing.answers['get_user_list'] = {
      koval: { ...KOVAL, account: { 8: { ...child, login: 'child8' } } },
    }
    await world.run()
    const gone = Object.entries(world.userside.snapshot().subscribers)
      .filter(([, { isInBilling }]) => isInBilling === false)
      .map(([id]) => id)
    expect(gone).toEqual(['7', 'koval_7'])
    await expectSettled(world)
    await world.stop()
  },
)
