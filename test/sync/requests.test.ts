/** What a run asks and sends, and in which order: no more than the contract's lots need. */
import { expect, test } from 'bun:test'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { KOVAL } from './scenes.ts'
import { startPlainWorld, startWorld, type World } from './world.ts'

function callsOf({ userside }: Pick<World, 'userside'>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { call, kind } of userside.requests) {
    const name = call === 'address/compare_house' ? `${call} (${kind})` : call
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

test('a first import takes the fewest requests the lots allow', async () => {
  const subscribers = Object.fromEntries(
    Array.from({ length: 4500 }, (_, index) => [
      `s${index}`,
      { ...KOVAL, traffic: { month: { up: 1, down: 2 } }, date_activity: '2026-11-20 10:00:00' },
    ]),
  )
  const world = await startPlainWorld({ get_user_list: subscribers })
  await world.run()
  expect(callsOf(world)).toMatchObject({
    'address/compare_house (read)': 1,
    'address/compare_house (write)': 1,
    'customer/group_add': 45,
    // 23 lots of all that is not hot, then two lots for each of four hot fields.
    'customer/group_edit': 23 + 2 * 4,
    'tariff/add': 2,
    'tariff/group_edit': 1,
    // Before, with the leads, for the ids of the new ones, and until every field was seen kept.
    'module/get_user_list': 4,
    'module/get_tariff_list': 2,
  })
  expect(world.userside.violations).toEqual([])
  expect(world.userside.peakConcurrency).toBeLessThanOrEqual(2)
  await world.stop()
}, 30_000)

test.each([
  ['light', {}, ['module/get_user_crc_billing_list']],
  ['full', { isFull: true }, ['module/get_user_crc_billing_list', 'module/get_user_list']],
  ['full, with nothing to remember', { fullEveryMinutes: 0 }, ['module/get_user_list']],
] as const)(
  'a run that finds nothing to do asks each list once, and says hello and goodbye (%s)',
  async (_, options, lists) => {
    const world = await startWorld({ population: generatePopulation({ size: 50 }) })
    await world.run()
    world.userside.forgetRequests()
    const asked = world.billing.requests.length
    await world.run(options)
    expect(world.userside.requests.map(({ call }) => call)).toEqual([
      'module/get_system_information',
      'usm_billing/set_start_info',
      'usm_billing/get_settings',
      'module/get_tariff_list',
      'module/get_services_list',
      'module/get_user_group_list',
      'module/get_user_tags',
      'address/compare_house',
      ...lists,
      'usm_billing/system_operation',
      'usm_billing/set_stop_info',
    ])
    expect(world.billing.requests.slice(asked).map(({ method }) => method)).toEqual([
      'get_system_information',
      'get_tariff_list',
      'get_services_list',
      'get_user_state_list',
      'get_user_group_list',
      'get_user_tags',
      'get_user_additional_data_type_list',
      'get_user_list',
      'get_city_list',
      'get_city_district_list',
      'get_street_list',
      'get_house_list',
    ])
    await world.stop()
  },
)
