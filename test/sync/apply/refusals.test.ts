/** What UserSide refuses, and what it takes without keeping it. */
import { describe, expect, test } from 'bun:test'
import type { Wire } from '../plain-billing.ts'
import { KOVAL, optionsOf, play, problemsOf, type SceneWorld } from '../scenes.ts'
import { expectSettled, startPlainWorld } from '../world.ts'

function crowd(size: number, more: Wire = {}): Wire {
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`s${index}`, { ...KOVAL, login: `s${index}`, ...more }]),
  )
}

const list = (subscribers: unknown): Wire => ({ get_user_list: subscribers })

function column({ userside }: SceneWorld, name: string): Map<unknown, number> {
  const counts = new Map<unknown, number>()
  for (const subscriber of Object.values(userside.snapshot().subscribers))
    counts.set(subscriber[name], (counts.get(subscriber[name]) ?? 0) + 1)
  return counts
}

describe('what UserSide refuses', () => {
  test('new subscribers: the lot is halved to the culprits, the others are created and filled in this run', async () => {
    const world = await startPlainWorld(list(crowd(250)))
    world.userside.refusals.newCustomers.set('s7', 'no such person').set('s133', 'nor this one')
    const run = await world.run()
    expect(run.done.subscribers).toMatchObject({ created: 248, failed: 2 })
    expect(problemsOf(run)).toEqual([['refused', 2, ['s7: no such person', 's133: nor this one']]])
    expect(column(world, 'balance')).toEqual(new Map([['10.00', 248]]))
    // They are tried again, and come in when UserSide has changed its mind.
    world.userside.refusals.newCustomers.clear()
    expect((await world.run()).done.subscribers).toMatchObject({ created: 2, failed: 0 })
    await expectSettled(world)
    await world.stop()
  })

  test('records the billing broke are each counted once, beside those that UserSide refuses', async () => {
    // "s1" as a scalar may stand for an id of its own, or for the id of the one who is there and refused as well.
    const world = await startPlainWorld(list({ ...crowd(3), 7: 's1', 8: null }))
    world.userside.refusals.newCustomers.set('s1', 'no such person')
    const run = await world.run()
    expect(run.done.subscribers).toMatchObject({ seen: 3, created: 2, failed: 3 })
    await world.stop()
  })

  test('edits: the same, each record reported once with the words of UserSide', async () => {
    const world = await startPlainWorld(list(crowd(250)))
    await world.run()
    Object.assign(world.billing.answers, list(crowd(250, { comment: 'new', balance: '77' })))
    world.userside.refusals.customers.set('s7', 'record is locked').set('s133', 'record is locked')
    const run = await world.run()
    expect(run.done.subscribers).toMatchObject({ updated: 248, failed: 2 })
    expect(problemsOf(run)).toEqual([['refused', 2, ['s7: record is locked', 's133: record is locked']]])
    expect(column(world, 'comment')).toEqual(
      new Map([
        ['new', 248],
        ['', 2],
      ]),
    )
    expect(column(world, 'balance')).toEqual(
      new Map([
        ['77.00', 248],
        ['10.00', 2],
      ]),
    )
    world.userside.refusals.customers.clear()
    await world.run()
    expect(column(world, 'balance')).toEqual(new Map([['77.00', 250]]))
    await expectSettled(world)
    await world.stop()
  })

  test('a tariff: who has it gets everything else', async () => {
    const seen = await play(
      {
        byHand: ({ userside }) => userside.refusals.tariffs.set('11', 'tariff 11 is forbidden'),
        now: list({ koval: { ...KOVAL, tariff: { current: [{ id: 10 }, { id: 11 }] } } }),
        settles: false,
        look: ({ userside }, run) => [
          Object.keys(userside.snapshot().tariffs),
          userside.snapshot().subscribers['koval'],
          problemsOf(run),
        ],
      },
      {},
    )
    expect(seen).toMatchObject([
      ['10'],
      { tariffs: ['10'], balance: '10.00', name: 'Коваль Ірина' },
      [['refused', 1, ['tariff 11: tariff 11 is forbidden']]],
    ])
  })

  test.each(['customer/add_group', 'customer/add_tag', 'service/add'])(
    '%s: the membership waits, the rest arrives',
    async (call) => {
      const seen = await play(
        {
          byHand: ({ userside }) =>
            userside.faults.add({ call, kind: 'error-result', text: 'not allowed', times: 9 }),
          now: list({ koval: { ...KOVAL, group: [3], tag: [3], service: { 4: [{ cost: 1 }] } } }),
          settles: false,
          look: ({ userside }, run) => {
            const { groups, tags, services, balance } = userside.snapshot().subscribers['koval'] ?? {}
            const held = { 'customer/add_group': groups, 'customer/add_tag': tags, 'service/add': services }
            const empty = Object.entries(held).filter(([, value]) => Object.keys(Object(value)).length === 0)
            return [empty.map(([name]) => name), balance, run instanceof Error ? run : run.problems.isPartial]
          },
        },
        {},
      )
      expect(seen).toEqual([[call], '10.00', true])
    },
  )

  test('an additional field UserSide does not have: everything else arrives, and the field is named', async () => {
    const world = await startPlainWorld(
      list(
        crowd(450, {
          additional_data: [
            { id: 1, value: 'АА' },
            { id: 2, value: 'ББ' },
          ],
          comment: 'new',
        }),
      ),
      { additionalFields: ['61'] },
    )
    const options = optionsOf({ additionalDataMerge: { 1: '61', 2: '99' } })
    const run = await world.run(options)
    expect(column(world, 'comment')).toEqual(new Map([['new', 450]]))
    const held = Object.values(world.userside.snapshot().subscribers).map(
      ({ additionalData }) => additionalData,
    )
    expect(new Set(held.map((data) => JSON.stringify(data)))).toEqual(new Set(['{"61":"АА"}']))
    expect(problemsOf(run)).toMatchObject([['additional-field-refused', 1, [expect.stringContaining('99')]]])
    expect(run.problems.isPartial).toBe(true)
    // A few questions to find out, not one for every subscriber.
    const edits = world.userside.requests.filter((request) => request.call === 'customer/group_edit')
    expect(edits.length).toBeLessThan(20)
    await world.stop()
  })

  test('one value of an additional field: the others of that field arrive', async () => {
    const world = await startPlainWorld(list(crowd(10, { additional_data: [{ id: 1, value: 'АА' }] })))
    const options = optionsOf({ additionalDataMerge: { 1: '61' } })
    await world.run(options)
    world.userside.refusals.customers.set('s3', 'locked')
    Object.assign(
      world.billing.answers,
      list(crowd(10, { additional_data: [{ id: 1, value: 'ББ' }], comment: 'new' })),
    )
    const run = await world.run(options)
    expect(problemsOf(run)).toEqual([['refused', 1, ['s3: locked']]])
    expect(column(world, 'comment')).toEqual(
      new Map([
        ['new', 9],
        ['', 1],
      ]),
    )
    expect(world.userside.violations).toEqual([])
    await world.stop()
  })
})

/** A subscriber with something in every field of a patch. */
const EVERYTHING: Wire = {
  ...KOVAL,
  comment: 'нотатка',
  credit: '5',
  discount: '3',
  flag_corporate: 1,
  is_disable: 1,
  password: 'secret-1',
  date_connect: '2020-01-31',
  agreement: [{ number: 'A-1', date: '2020-01-31' }],
  tariff: { current: [{ id: 10 }], new: [{ id: 11, date_start: '2026-12-01' }] },
  traffic: { month: { up: 5, down: 7 } },
  date_activity: '2026-11-20 10:00:00',
  phone: [{ number: '0671112233', flag_main: 1 }],
  email: [{ address: 'a@example.net' }],
  address: [{ house_id: 41, apartment: { full_name: '7' }, floor: '3', entrance: '2' }],
  ip_mac: [{ ip: 167772161, mac: '02aabbccddee' }],
  additional_data: [{ id: 1, value: 'АА' }],
  group: [3],
  tag: [3],
  service: { 4: [{ cost: '9', comment: 'x' }] },
}

/** Members of a patch that an ERP might take and not keep; what goes with another member comes with it. */
const IGNORED: readonly (readonly [string, ...string[]])[] = [
  ['name'],
  ['login'],
  ['account_number'],
  ['comment'],
  ['balance'],
  ['credit'],
  ['discount'],
  ['flag_corporate'],
  ['is_disable'],
  ['password'],
  ['date_connect'],
  ['agreement_number'],
  ['agreement_date'],
  ['add_tariff_id'],
  ['tariff_new_id'],
  ['traffic_up', 'traffic_down'],
  ['traffic_down'],
  ['date_activity_inet'],
  ['phone0'],
  ['email'],
  ['house_id'],
  ['apartment_number'],
  ['floor'],
  ['entrance'],
  ['add_ip'],
  ['state_id'],
  ['additional_data'],
  ['add_group_id', 'group'],
  ['tag'],
  ['service', 'service_cost', 'service_comment'],
  ['service_comment'],
]

describe('what UserSide takes and does not keep', () => {
  const options = optionsOf({ additionalDataMerge: { 1: '61' }, confIsImportPasswordToUsPassword: true })
  const wire = (members: readonly string[]) =>
    members.map((member) => (member === 'add_ip' ? 'add_ip1' : member))

  test.each(IGNORED.map((members) => [members[0], members] as const))(
    '%s is sent twice, then no more',
    async (_, members) => {
      const world = await startPlainWorld(list({ koval: EVERYTHING }), { ignoresFields: wire(members) })
      world.userside.erp.addCustomer('koval', 'by hand')
      const first = await world.run(options)
      expect(first.problems.list().map(({ code }) => code)).not.toContain('not-accepted')
      expect((await world.run(options)).writes).toBeGreaterThan(0)
      const third = await world.run(options)
      expect(third.writes).toBe(0)
      expect(third.problems.list().map(({ code }) => code)).toContain('not-accepted')
      expect(world.userside.violations).toEqual([])
      await world.stop()
    },
  )

  test('it is sent again when the billing changes it, and when everything is to be compared', async () => {
    const world = await startPlainWorld(list({ koval: { ...KOVAL, comment: 'one' } }), {
      ignoresFields: ['comment'],
    })
    // What comes back unchanged is only seen where it is read back.
    const options = { fullEveryMinutes: 0 }
    for (const writes of [4, 1, 0])
      expect([writes, (await world.run(options)).writes > 0]).toEqual([writes, writes > 0])
    Object.assign(world.billing.answers, list({ koval: { ...KOVAL, comment: 'two' } }))
    for (const writes of [1, 1, 0, 0]) expect((await world.run(options)).writes).toBe(writes)
    expect(world.userside.violations).toEqual([])
    expect((await world.run({ isFull: true })).writes).toBe(1)
    await world.stop()
  })

  test('what was set by hand is made good, and that is no refusal', async () => {
    const world = await startPlainWorld(list({ koval: KOVAL }))
    await world.run()
    world.userside.edit('koval', (row) => Object.assign(row, { comment: 'by hand' }))
    Object.assign(world.billing.answers, list({ koval: { ...KOVAL, comment: 'told' } }))
    expect((await world.run()).writes).toBe(1)
    await expectSettled(world)
    await world.stop()
  })
})
