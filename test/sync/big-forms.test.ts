/** A town whose forms are bigger than what a proxy in front of UserSide takes: everything arrives all the same (§1). */
import { describe, expect, test } from 'bun:test'
import type { UsersideRequest } from '../../src/sandbox/userside/server.ts'
import { expectSettled, startPlainWorld } from './world.ts'

const KIB = 1024
const STREETS = 60
const HOUSES = 6000
const SUBSCRIBERS = 3000

/** Cyrillic all through: six bytes a letter in a form. */
const TOWN = {
  get_street_list: Object.fromEntries(
    Array.from({ length: STREETS }, (_, index) => {
      const name = `Академіка Володимира Вернадського ${index}`
      return [index + 1, { id: index + 1, city_id: 2, name, full_name: `вулиця ${name}` }]
    }),
  ),
  get_house_list: Object.fromEntries(
    Array.from({ length: HOUSES }, (_, index) => [
      index + 1,
      { id: index + 1, street_id: (index % STREETS) + 1, number: String(1 + Math.floor(index / STREETS)) },
    ]),
  ),
  get_user_list: Object.fromEntries(
    Array.from({ length: SUBSCRIBERS }, (_, index) => [
      `абонент${index}`,
      {
        login: `абонент${index}`,
        full_name: `Красношапка-Переяславська Єлизавета Всеволодівна ${index}`,
        comment:
          'під’їзд з двору, код домофона питати в консьєржки, дзвонити після шостої години вечора '.repeat(3),
        account_number: String(100_000 + index),
        balance: `${index % 500}.50`,
        state_id: 5,
        address: [{ house_id: 1 + index, apartment: { number: String(index % 90) } }],
      },
    ]),
  ),
}

/** Requests by call, of those that came through and of those that were sent in vain. */
function counted(requests: readonly UsersideRequest[]): { sent: Record<string, number>; inVain: number } {
  const sent: Record<string, number> = {}
  for (const { call, method, result } of requests)
    if (method === 'POST' && result === 'ok') sent[call] = (sent[call] ?? 0) + 1
  return { sent, inVain: requests.filter(({ result }) => result === 'missed').length }
}

describe('6 000 houses and 3 000 subscribers with Ukrainian names', () => {
  test.each([
    ['a proxy that takes 1 MiB', { mostFormBytes: 1024 * KIB }, 0],
    ['a proxy that takes 256 KiB', { mostFormBytes: 256 * KIB }, 4],
    ['a PHP that drops what is above 300 KiB', { mostPostBytes: 300 * KIB }, 4],
  ])(
    'arrive behind %s',
    async (_, oddities, mostInVain) => {
      const world = await startPlainWorld(TOWN, { oddities })
      const { done, problems } = await world.run()
      expect(problems.list().map(({ code }) => code)).toEqual(['fields-not-exported'])
      expect(done.addresses).toMatchObject({ created: HOUSES, failed: 0 })
      expect(done.subscribers).toMatchObject({ created: SUBSCRIBERS, failed: 0 })
      const { subscribers, houses } = world.userside.snapshot()
      expect(houses).toHaveLength(HOUSES)
      expect(Object.keys(subscribers)).toHaveLength(SUBSCRIBERS)
      for (const { house, comment } of Object.values(subscribers)) {
        expect(house).not.toBe('')
        expect(comment).not.toBe('')
      }
      const { inVain } = counted(world.userside.requests)
      expect(inVain).toBeLessThanOrEqual(mostInVain)
      await expectSettled(world)
      await world.stop()
    },
    120_000,
  )
})

test('where forms fit, cutting by bytes takes not one request more', async () => {
  const few = {
    ...TOWN,
    get_user_list: Object.fromEntries(
      Object.entries(TOWN.get_user_list)
        .slice(0, 1000)
        .map(([id, record]) => [id, { ...record, comment: '', address: [] }]),
    ),
    get_house_list: Object.fromEntries(Object.entries(TOWN.get_house_list).slice(0, 500)),
  }
  const world = await startPlainWorld(few)
  await world.run()
  expect(counted(world.userside.requests)).toEqual({
    sent: {
      'usm_billing/set_start_info': 1,
      'usm_billing/get_settings': 1,
      // Once to match, once to create.
      'address/compare_house': 2,
      'tariff/add': 2,
      'tariff/group_edit': 1,
      'customer/group_add': 10,
      // Five lots of all that is not hot, one of balances.
      'customer/group_edit': 5 + 1,
      'usm_billing/system_operation': 1,
      'usm_billing/set_stop_info': 1,
    },
    inVain: 0,
  })
  await expectSettled(world)
  await world.stop()
}, 60_000)
