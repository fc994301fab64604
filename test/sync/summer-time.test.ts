/** The clocks are changed: what was long ago stays where it was (`contracts/universal-billing-api.md` §4). */
import { afterAll, describe, expect, test } from 'bun:test'
import { KOVAL, type SceneWorld } from './scenes.ts'
import { expectSettled, startPlainWorld } from './world.ts'

const usual = process.env['TZ']
afterAll(() => {
  process.env['TZ'] = usual ?? 'Etc/UTC'
})

/** Of Kyiv, for the sandbox: it must not ask the program. */
const kyiv = (at: Date): number =>
  at >= new Date('2026-03-29T01:00:00Z') && at < new Date('2026-10-25T01:00:00Z') ? 180 : 120

const IDLE = Object.fromEntries(
  Array.from({ length: 12 }, (_, index) => [
    `s${index}`,
    {
      ...KOVAL,
      login: `s${index}`,
      date_activity: index % 2 === 0 ? '2026-07-01 12:00:00' : '2026-02-01 12:00:00',
    },
  ]),
)

/** Both systems and this host are in Kyiv, and it is this time. */
function setClock({ billing }: SceneWorld, now: Date): void {
  billing.clock.now = now
  const local = new Date(now.getTime() + kyiv(now) * 60_000).toISOString().slice(0, 19).replace('T', ' ')
  billing.answers['get_system_information'] = { date: local, billing: { name: 'HomeBilling' } }
}

describe.each([
  ['as unix seconds', 1],
  ['as local time', 0],
])('the activity %s', (_, isUnix) => {
  for (const [what, now, later] of [
    ['autumn', '2026-10-24T22:00:00Z', '2026-10-25T10:00:00Z'],
    ['spring', '2026-03-28T22:00:00Z', '2026-03-29T10:00:00Z'],
  ] as const)
    test(`of who was idle does not move in ${what}, and runs are light`, async () => {
      process.env['TZ'] = 'Europe/Kyiv'
      let at = new Date(now)
      const world = await startPlainWorld(
        { get_user_list: IDLE },
        { settings: { is_customer_activity_timestamp: isUnix }, zone: kyiv, now: () => at },
      )
      setClock(world, at)
      await world.run()
      const before = world.userside.erp.customers.map(({ activity }) => activity)
      if (isUnix === 1) expect(before.slice(0, 2)).toEqual(['1782896400', '1769940000'])
      at = new Date(later)
      setClock(world, at)
      for (const kind of ['light', 'light'] as const) {
        const { plan, writes } = await world.run()
        expect([plan.way.kind, writes]).toEqual([kind, 0])
      }
      expect((await world.run({ isFull: true })).writes).toBe(0)
      expect(world.userside.erp.customers.map(({ activity }) => activity)).toEqual(before)
      await expectSettled(world)
      await world.stop()
    })
})

test('a clock that is wrong by years is said, and the activity is of the zone of this host', async () => {
  process.env['TZ'] = 'Europe/Kyiv'
  const world = await startPlainWorld(
    { get_user_list: IDLE },
    {
      settings: { is_customer_activity_timestamp: 1 },
      zone: kyiv,
      now: () => new Date('2026-11-23T10:00:00Z'),
    },
  )
  world.billing.answers['get_system_information'] = { date: '2005-07-01 00:00:12' }
  const { problems } = await world.run()
  expect(problems.list()).toContainEqual(
    expect.objectContaining({ code: 'clock-wrong', partial: false, sample: ['2005-07-01 00:00:12'] }),
  )
  expect(world.userside.erp.customers.slice(0, 2).map(({ activity }) => activity)).toEqual([
    '1782896400',
    '1769940000',
  ])
  await expectSettled(world)
  await world.stop()
})
