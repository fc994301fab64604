/** Values of the billing that cannot be read: what becomes of them in UserSide, run after run. */
import { afterAll, describe, expect, test } from 'bun:test'
import { RecalledSubscriber } from '../../src/billing/records/recalled-subscriber.ts'
import { KOVAL, type SceneWorld } from './scenes.ts'
import { expectSettled, policies, startPlainWorld, type WorldRun } from './world.ts'

const worlds: SceneWorld[] = []
afterAll(() => Promise.all(worlds.map((world) => world.stop())))

const READABLE = {
  ...KOVAL,
  balance: '-12.50',
  credit: '50',
  ip_mac: [{ ip: '10.0.0.1', mac: '02aabbccddee' }],
  phone: [{ number: '0501112233', flag_main: 1 }],
  traffic: { month: { up: 10, down: 20 } },
}

type Lists = Parameters<typeof startPlainWorld>[0]

async function start(lists: Lists, settings: object = {}): Promise<SceneWorld> {
  const world = await startPlainWorld(lists, { settings })
  worlds.push(world)
  return world
}

function told({ problems }: WorldRun): { count: number; sample: string[] } | undefined {
  return problems.list().find(({ code }) => code === 'value-unreadable')
}

function held({ userside }: SceneWorld, id = 'a') {
  const row = userside.erp.customerOf(id)
  if (row === undefined) throw new Error(`UserSide does not hold ${id}.`)
  return row
}

describe('what UserSide has is kept', () => {
  const odd: readonly [what: string, record: object][] = [
    ['balance', { balance: 'NaN' }],
    ['credit', { credit: 'н/д' }],
    ['ipMac', { ip_mac: [{ ip: '10.0.0.0/24', mac: '02aabbccddee' }] }],
    ['phones', { phone: [{ number: '05011122330671112233' }] }],
    ['traffic', { traffic: { month: { up: -5, down: 20 } } }],
  ]
  for (const [field, record] of odd)
    test(`${field}, in a full run and in light ones, also where an empty one would be taken away`, async () => {
      const world = await start({ get_user_list: { a: READABLE, b: READABLE } })
      const options = { policies: policies({ phones: 'mirror' }) }
      await world.run(options)
      const before = structuredClone(held(world))
      world.billing.answers['get_user_list'] = { a: { ...READABLE, ...record }, b: READABLE }
      for (const isFull of [false, true, false, false]) {
        const run = await world.run({ ...options, isFull })
        expect(run.writes).toBe(0)
        expect(run.plan.way.kind).toBe(isFull ? 'full' : 'light')
        expect(told(run)).toMatchObject({ count: 1, partial: true })
        expect(told(run)?.sample[0]).toStartWith(`${field}: a "`)
      }
      expect(held(world)).toEqual(before)
      await expectSettled(world, options)
    })

  test('a new subscriber is created with what can be read', async () => {
    const world = await start({ get_user_list: { a: { ...READABLE, credit: 'н/д', balance: '1 234,50' } } })
    const run = await world.run()
    expect(run.done.subscribers.created).toBe(1)
    expect(held(world)).toMatchObject({ balance: '1234.50', credit: '0.00', phones: ['0501112233'] })
    expect(told(run)).toMatchObject({ count: 1, sample: ['credit: a "н/д"'] })
    await expectSettled(world)
  })
})

test('what becomes empty is emptied by the next run, light as it is; what can be read again is written', async () => {
  const others = Object.fromEntries(['b', 'c', 'd', 'e', 'f', 'g'].map((id) => [id, READABLE]))
  const world = await start({ get_user_list: { a: READABLE, ...others } })
  await world.run()
  const tell = async (record: object): Promise<WorldRun> => {
    world.billing.answers['get_user_list'] = { a: { ...READABLE, ...record }, ...others }
    const run = await world.run()
    expect(run.plan.way.kind).toBe('light')
    return run
  }
  await tell({ credit: 'н/д' })
  await tell({ credit: 'н/д' })
  expect(held(world).credit).toBe('50.00')
  await tell({ credit: '' })
  expect(held(world).credit).toBe('0.00')
  await tell({ credit: 'NaN' })
  expect(held(world).credit).toBe('0.00')
  await tell({ credit: '1 000,00' })
  expect(held(world).credit).toBe('1000.00')
  await expectSettled(world)
})

test('where nobody can be read, runs are light all the same and nothing is read again', async () => {
  const people = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `s${index}`,
      { ...READABLE, login: `s${index}`, credit: 'NaN' },
    ]),
  )
  const world = await start({ get_user_list: people })
  await world.run()
  for (let count = 0; count < 3; count++) {
    const run = await world.run()
    const { comparison, source, way } = run.plan
    expect([way.kind, comparison.known.size, run.writes]).toEqual(['light', 30, 0])
    for (const subscriber of source.subscribers.subscribers.values())
      expect(subscriber).toBeInstanceOf(RecalledSubscriber)
    expect(told(run)).toMatchObject({ count: 30, sample: ['credit (30): s0 "NaN", s1 "NaN", s2 "NaN", …'] })
  }
})

describe('it is said only where it matters', () => {
  const people = {
    a: { ...READABLE, credit: 'NaN', traffic: { month: { up: -1 } }, group: { 3: '3' } },
    b: { ...READABLE, balance: 'н/д', credit: 'NaN' },
  }

  test('each field with its count and examples', async () => {
    const run = await (await start({ get_user_list: people })).run()
    expect(told(run)?.sample).toEqual(
      ['traffic: a "-1"', 'credit (2): a "NaN", b "NaN"', 'balance: b "н/д"'].sort(byPlace),
    )
    expect(told(run)?.count).toBe(4)
    function byPlace(one: string, other: string): number {
      const sample = told(run)?.sample ?? []
      return sample.indexOf(one) - sample.indexOf(other)
    }
  })

  test('not of a field that is ignored, nor of traffic that UserSide does not want', async () => {
    const world = await start({ get_user_list: people }, { is_update_traffic: 0 })
    const run = await world.run({ policies: policies({ credit: 'ignore' }) })
    expect(told(run)?.sample).toEqual(['balance: b "н/д"'])
  })

  test('not of a subscriber that is not managed', async () => {
    const exclude = { groups: ['3'], tags: [], tariffs: [], states: [], logins: [] }
    const run = await (await start({ get_user_list: people })).run({ exclude })
    expect(told(run)?.count).toBe(2)
  })
})

describe('of the lists', () => {
  const tariff = {
    id: 10,
    name: 'Базовий-50',
    payment: '150',
    payment_interval: 30,
    speed: { up: 51_200, down: 102_400 },
    traffic: 500,
    service_type: 0,
  }
  const changes: readonly [field: string, item: object][] = [
    ['fee', { payment: 'н/д', payment_interval: 1 }],
    ['fee', { payment: '200', payment_interval: 'день' }],
    ['speedDown', { speed: { up: 51_200, down: '100M' } }],
    ['speedUp', { speed: { up: '-1', down: 102_400 } }],
    ['includedTraffic', { traffic: 'безліміт' }],
  ]
  for (const [field, item] of changes)
    test(`a tariff keeps its ${field}: ${JSON.stringify(item)}`, async () => {
      const world = await start({ get_tariff_list: { 10: tariff }, get_user_list: { a: READABLE } })
      await world.run()
      const before = structuredClone([...world.userside.erp.tariffs.values()])
      world.billing.answers['get_tariff_list'] = { 10: { ...tariff, ...item } }
      const run = await world.run()
      expect(run.writes).toBe(0)
      expect([...world.userside.erp.tariffs.values()]).toEqual(before)
      expect(told(run)?.sample).toEqual([expect.stringMatching(new RegExp(`^tariff ${field}: 10 ".+"$`))])
      // What can be read of it goes on.
      world.billing.answers['get_tariff_list'] = { 10: { ...tariff, ...item, name: 'Новий' } }
      await world.run()
      expect([...world.userside.erp.tariffs.values()]).toEqual(
        before.map((row) => ({ ...row, name: 'Новий' })),
      )
      await expectSettled(world)
    })

  test('a service keeps its price', async () => {
    const services = (cost: unknown) => ({ 4: { id: 4, name: 'TV', cost } })
    const world = await start({
      get_services_list: services('99'),
      get_user_list: { a: { ...READABLE, service: { 4: [{ cost: '30' }] } } },
    })
    await world.run()
    world.billing.answers['get_services_list'] = services('безкоштовно')
    const run = await world.run()
    expect(run.writes).toBe(0)
    expect(told(run)?.sample).toEqual(['service cost: 4 "безкоштовно"'])
    expect([...world.userside.erp.services.values()].map(({ cost }) => Number(cost))).toEqual([99])
    await expectSettled(world)
  })

  test('of a subscriber whose services cannot be read none is made, none given and none taken', async () => {
    const world = await start({ get_user_list: { a: { ...READABLE, service: { 4: [{ cost: '30' }] } } } })
    await world.run()
    const before = structuredClone(held(world).services)
    world.billing.answers['get_user_list'] = { a: { ...READABLE, service: { 5: [{ cost: 'н/д' }] } } }
    const run = await world.run()
    expect([run.writes, held(world).services]).toEqual([0, before])
    expect([...world.userside.erp.services.values()].map(({ name }) => name)).toEqual(['TV'])
    await expectSettled(world)
  })

  test('who lives in a house whose number cannot be read stays where UserSide has them', async () => {
    const lists = (number: unknown) => ({ 41: { id: 41, street_id: 1, number } })
    const world = await start({
      get_house_list: lists('12'),
      get_user_list: { a: { ...READABLE, address: [{ house_id: 41 }] } },
    })
    await world.run()
    const { houseId } = held(world)
    world.billing.answers['get_house_list'] = lists({ from: 12, to: 14 })
    const run = await world.run()
    expect([run.writes, held(world).houseId, world.userside.erp.houses.size]).toEqual([0, houseId, 1])
    expect(told(run)?.sample).toEqual(['house number: 41 "{…}"'])
    expect(run.problems.list().map(({ code }) => code)).toContain('house-dangling')
    await expectSettled(world)
  })

  test('a house keeps its storeys; it is said where they are told at all', async () => {
    const houses = (floor: unknown) => ({ 41: { id: 41, street_id: 1, number: '12', floor } })
    const lists = (floor: unknown) => ({
      get_house_list: houses(floor),
      get_user_list: { a: { ...READABLE, address: [{ house_id: 41 }] } },
    })
    const world = await start(lists('9'), { is_new_house_billing_compare: 0 })
    await world.run()
    world.billing.answers['get_house_list'] = houses('дев`ять')
    const run = await world.run()
    expect(run.writes).toBe(0)
    expect(told(run)?.sample).toEqual(['house floors: 41 "дев`ять"'])
    expect([...world.userside.erp.houses.values()].map(({ floor }) => floor)).toEqual(['9'])
    await expectSettled(world)
    const other = await start(lists('дев`ять'), { is_new_house_billing_compare: 1 })
    expect(told(await other.run())).toBeUndefined()
  })
})
