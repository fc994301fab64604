/** Light runs believe that UserSide keeps what it was given; what it does not keep is found out all the same. */
import { describe, expect, test } from 'bun:test'
import { KOVAL } from '../scenes.ts'
import { startPlainWorld } from '../world.ts'

const koval = (comment: string) => ({ get_user_list: { koval: { ...KOVAL, comment } } })

/** Ten of them, of whom only the first changes: a run in which all do is full anyway. */
const ten = (comment: string) => ({
  get_user_list: Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [
      `s${index}`,
      { ...KOVAL, login: `s${index}`, comment: index === 0 ? comment : 'one' },
    ]),
  ),
})

function listsRead({ requests }: { requests: readonly { call: string }[] }): number {
  return requests.filter(({ call }) => call === 'module/get_user_list').length
}

describe('a field UserSide takes and does not keep', () => {
  test('is sent twice, then reported and left, with nothing set to make runs full', async () => {
    const world = await startPlainWorld(koval('one'), { ignoresFields: ['comment'] })
    await world.run()
    expect((await world.run()).writes).toBe(1)
    const third = await world.run()
    expect(third.writes).toBe(0)
    expect(third.problems.list().map(({ code }) => code)).toContain('not-accepted')
    Object.assign(world.billing.answers, koval('two'))
    const writes = []
    for (let run = 0; run < 4; run++) writes.push((await world.run()).writes)
    expect(writes).toEqual([1, 1, 0, 0])
    expect(world.userside.violations).toEqual([])
    await world.stop()
  })

  test('costs the others nothing: once seen kept, a field is believed', async () => {
    const world = await startPlainWorld(ten('one'))
    await world.run()
    world.userside.forgetRequests()
    Object.assign(world.billing.answers, ten('two'))
    const { plan, writes } = await world.run()
    expect([plan.way.kind, writes, listsRead(world.userside)]).toEqual(['light', 1, 0])
    await world.stop()
  })
})

test('whether fields are kept is looked at once everything was written', async () => {
  const crowd = Object.fromEntries(
    Array.from({ length: 9000 }, (_, index) => [
      `s${index}`,
      {
        ...KOVAL,
        login: `s${index}`,
        traffic: { month: { up: 1, down: 2 } },
        date_activity: '2026-11-20 10:00:00',
      },
    ]),
  )
  const world = await startPlainWorld({ get_user_list: crowd })
  await world.run()
  const calls = world.userside.requests.map(({ call }) => call)
  expect(calls.lastIndexOf('module/get_user_list')).toBeGreaterThan(calls.lastIndexOf('customer/group_edit'))
  expect(world.userside.peakConcurrency).toBe(2)
  world.userside.forgetRequests()
  const { writes, plan } = await world.run()
  expect([plan.way.kind, writes, listsRead(world.userside)]).toEqual(['light', 0, 0])
  expect(world.userside.violations).toEqual([])
  await world.stop()
}, 30_000)
