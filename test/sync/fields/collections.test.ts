/** Groups, tags, services, tariffs, phones, child accounts and the rest of what a subscriber holds several of. */
import { describe, expect, test } from 'bun:test'
import type { Wire } from '../plain-billing.ts'
import { KOVAL, only, play, problemsOf, type SceneWorld, seen } from '../scenes.ts'

const NAMED = {
  get_user_group_list: {
    3: { id: 3, name: ' VIP ' },
    6: { id: 6, name: "A+B / об'єднані" },
    7: { id: 7, name: 'VIP' },
  },
  get_user_tags: { 3: { id: 3, name: 'Боржник' }, 8: { id: 8, name: '' } },
}

function names({ userside }: SceneWorld): unknown {
  const { groups, tags, services } = userside.snapshot()
  return { groups, tags, services }
}

function callsOf({ userside }: SceneWorld, call: string): Wire[] {
  return userside.requests.filter((request) => request.call === call).map(({ params }) => params)
}

function patches({ userside }: SceneWorld, id = 'koval'): Wire[] {
  const erpId = userside.erp.customerOf(id)?.erpId ?? ''
  return userside.requests
    .filter(({ call }) => call === 'customer/group_edit')
    .map(({ params }) => JSON.parse(params['data'] ?? '{}')[erpId])
    .filter((patch) => patch !== undefined)
}

describe('groups, tags and services', () => {
  test('are matched by name, and only those some subscriber uses are created', async () => {
    const outcome = await play(
      {
        byHand: ({ userside: { erp } }) => erp.groups.set('900', { erpId: '900', name: 'VIP' }),
        now: only({ group: { 7: '7' }, tag: [{ id: 3 }], service: { 4: [{ cost: '99' }] } }, NAMED),
        look: (world) => [names(world), seen('groups')(world, new Error())],
      },
      {},
    )
    expect(outcome).toEqual([{ groups: ['VIP'], tags: ['Боржник'], services: { TV: '99' } }, ['VIP']])
  })

  test('hostile names go out encoded, and are found again', async () => {
    const outcome = await play(
      {
        now: only({ group: [6] }, NAMED),
        look: (world) => [names(world), callsOf(world, 'customer/add_group')[0]?.['name']],
      },
      {},
    )
    expect(outcome).toEqual([
      { groups: ["A+B / об'єднані"], tags: [], services: {} },
      'A&#43;B &#047; об&#039;єднані',
    ])
  })

  test('a group in which the billing does not put the subscriber is left when the billing has it, and kept when not', async () => {
    const outcome = await play(
      {
        first: { ...only({ group: [3, 6] }, NAMED) },
        byHand: ({ userside: { erp, edit } }) => {
          erp.groups.set('900', { erpId: '900', name: 'set by hand' })
          edit('koval', (row) => row.groups.add('900'))
        },
        now: only({ group: [3] }),
        look: (world, run) => [seen('groups')(world, run), patches(world)],
      },
      {},
    )
    expect(outcome).toMatchObject([
      ['VIP', 'set by hand'],
      [{ delete_group_id: expect.any(Object), group: expect.any(Object), crc_billing: expect.any(String) }],
    ])
  })

  test('ids the billing does not list are left alone, and reported', async () => {
    const outcome = await play(
      {
        first: only({ group: [3], tag: [3], service: { 4: [{ cost: 1 }] } }, NAMED),
        now: only({
          group: [3, 99],
          tag: [3, 98],
          service: { 4: [{ cost: 1 }], 97: [{ cost: 1 }] },
          state_id: 96,
        }),
        look: (world, run) => [patches(world), problemsOf(run)],
      },
      {},
    )
    expect(outcome).toEqual([
      [],
      [
        ['state-unknown', 1, ['koval']],
        ['group-unknown', 1, ['koval']],
        ['tag-unknown', 1, ['koval']],
        ['service-unknown', 1, ['koval']],
      ],
    ])
  })

  test('a list UserSide does not give is not an empty one: nothing is created from it, nobody leaves', async () => {
    const outcome = await play(
      {
        first: only({ group: [3], tag: [3], service: { 4: [{ cost: 1 }] } }, NAMED),
        byHand: ({ userside }) => {
          for (const call of [
            'module/get_user_group_list',
            'module/get_user_tags',
            'module/get_services_list',
          ])
            userside.faults.add({ call, kind: 'html', times: Number.POSITIVE_INFINITY })
        },
        now: only({ group: [6], tag: [], service: {}, balance: '77' }),
        settles: false,
        look: (world, run) => {
          world.userside.faults.clear()
          const { groups, tags, services, balance } = world.userside.snapshot().subscribers['koval'] ?? {}
          return [groups, tags, services, balance, run instanceof Error ? run : run.problems.isPartial]
        },
      },
      {},
    )
    expect(outcome).toEqual([['VIP'], ['Боржник'], { TV: '1' }, '77.00', true])
  })

  test('a list the billing does not give leaves those fields alone', async () => {
    const outcome = await play(
      {
        first: only({ group: [3], tag: [3], service: { 4: [{ cost: 1 }] } }, NAMED),
        now: only(
          { group: [6], tag: [], service: {}, balance: '77' },
          { get_user_group_list: undefined, get_user_tags: undefined, get_services_list: undefined },
        ),
        look: (world) => {
          const { groups, tags, services, balance } = world.userside.snapshot().subscribers['koval'] ?? {}
          return [groups, tags, services, balance]
        },
      },
      {},
    )
    expect(outcome).toEqual([['VIP'], ['Боржник'], { TV: '1' }, '77.00'])
  })

  test.each([
    ['is not offered', undefined],
    ['is empty although subscribers refer to it', {}],
  ])('additional fields are left alone when their list %s', async (_, list) => {
    const outcome = await play(
      {
        first: only({}),
        byHand: ({ userside }) => userside.edit('koval', (row) => row.additionalData.set('62', 'before')),
        now: only(
          { additional_data: [{ id: 1, value: 'after' }], balance: '77' },
          {
            get_user_additional_data_type_list: list,
          },
        ),
        look: (world) => {
          const { additionalData, balance } = world.userside.snapshot().subscribers['koval'] ?? {}
          return [additionalData, balance]
        },
      },
      { additionalDataMerge: { 1: 62 } },
    )
    expect(outcome).toEqual([{ 62: 'before' }, '77.00'])
  })

  test('a service: the first of several gives cost and comment, the list price follows the billing', async () => {
    const outcome = await play(
      {
        first: only({ service: { 4: [{ cost: '80', comment: 'перша' }, { cost: '20' }], 5: { cost: '0' } } }),
        now: only(
          { service: { 4: [{ cost: '80.50', comment: '' }] } },
          { get_services_list: { 4: { id: 4, name: 'TV', cost: '120' }, 5: { id: 5, name: 'Антивірус' } } },
        ),
        look: (world) => [
          seen('services')(world, new Error()),
          world.userside.snapshot().services,
          patches(world),
        ],
      },
      {},
    )
    expect(outcome).toMatchObject([
      { TV: '80.5' },
      { TV: '120', Антивірус: '25.5' },
      [{ service: {}, service_cost: {}, service_comment: {} }],
    ])
  })

  test('a group to be set always that does not exist is reported, and nobody is put in it', async () => {
    const outcome = await play(
      { now: only({}, NAMED), look: (world, run) => [names(world), problemsOf(run)] },
      { confAlwaysSetCustomerGroupId: 'Немає такої' },
    )
    expect(outcome).toEqual([
      { groups: [], tags: [], services: {} },
      [['always-group-unknown', 1, ['Немає такої']]],
    ])
  })

  test('a group to be set always is taken by its id too, and kept beside the others', async () => {
    const outcome = await play(
      { now: only({ group: [6] }, NAMED), look: seen('groups') },
      { confAlwaysSetCustomerGroupId: '3' },
    )
    expect(outcome).toEqual(["A+B / об'єднані", 'VIP'])
  })
})

describe('tariffs', () => {
  const holding = (...ids: unknown[]): Wire => ({ tariff: { current: ids.map((id) => ({ id })) } })

  test('are a multiset: one of two of the same goes, one stays', async () => {
    const outcome = await play(
      {
        first: only(holding(10, '10', 11)),
        now: only(holding(10)),
        look: (world) => [seen('tariffs')(world, new Error()), patches(world)],
      },
      {},
    )
    expect(outcome).toMatchObject([['10'], [{ delete_tariff_id: ['10', '11'] }]])
  })

  test('one the billing does not list is neither added nor taken away, the others are compared', async () => {
    const outcome = await play(
      {
        first: only(holding(10, 11)),
        now: only(holding(11, 99), { get_tariff_list: { 10: { id: 10, name: 'Базовий-50' } } }),
        look: (world, run) => [seen('tariffs')(world, run), problemsOf(run)],
      },
      {},
    )
    expect(outcome).toEqual([['11'], [['tariff-unknown', 1, ['koval']]]])
  })

  test('one whose id reads like an encoded one is taken away by that id when the billing drops it', async () => {
    const name = 'А&amp;Б'
    const list = (...ids: string[]) => ({
      get_tariff_list: Object.fromEntries(ids.map((id) => [id, { id, name: id }])),
    })
    const outcome = await play(
      {
        first: only(holding(name), list(name, 'Дім')),
        now: only(holding('Дім'), list('Дім')),
        look: (world) => [seen('tariffs')(world, new Error()), patches(world)],
      },
      {},
    )
    expect(outcome).toMatchObject([['Дім'], [{ add_tariff_id: ['Дім'], delete_tariff_id: [name] }]])
  })

  test('without a list of tariffs everything about them is left alone', async () => {
    const outcome = await play(
      {
        first: only(holding(10)),
        now: only(holding(11), { get_tariff_list: undefined }),
        look: (world) => [
          seen('tariffs')(world, new Error()),
          world.userside.snapshot().tariffs['11']?.['isInBilling'],
        ],
      },
      {},
    )
    expect(outcome).toEqual([['10'], true])
  })

  test('retire and come back, and change in every value', async () => {
    const list = (tariffs: Wire) => ({ get_tariff_list: tariffs })
    const tariff = {
      id: 'Дім+100 / нова',
      name: "Дім'100",
      payment: '220,123456',
      payment_interval: 31,
      speed: { up: '1024', down: 0 },
      traffic: '-1',
      service_type: 0,
    }
    const look = ({ userside }: SceneWorld) => userside.snapshot().tariffs
    const bought = {
      ...tariff,
      payment: '0',
      payment_interval: 1,
      traffic: 5,
      name: 'Нова',
      speed: { up: 1, down: 2 },
    }
    const first = { ...only({}), ...list({ a: tariff }) }
    const value = {
      name: "Дім'100",
      payment: '220.12346',
      paymentInterval: 30,
      speedRx: 0,
      speedTx: 1024,
      traffic: -1,
    }
    expect(await play({ now: first, look }, {})).toEqual({
      'Дім+100 / нова': { ...value, isInBilling: true },
    })
    const other = list({ b: { id: 'b', name: 'B', payment: '1', payment_interval: 92 } })
    expect(await play({ first, now: other, look }, {})).toMatchObject({
      'Дім+100 / нова': { ...value, isInBilling: false },
    })
    const back = {
      first,
      byHand: ({ userside: { erp } }: SceneWorld) => {
        for (const row of erp.tariffs.values()) row.isInBilling = false
      },
      now: list({ a: bought }),
      look,
    }
    expect(await play(back, {})).toEqual({
      'Дім+100 / нова': {
        name: 'Нова',
        payment: '0',
        paymentInterval: 30,
        speedRx: 2,
        speedTx: 1,
        traffic: 5,
        isInBilling: true,
      },
    })
  })

  test('values no tariff of the billing carries are left as UserSide has them', async () => {
    const outcome = await play(
      {
        first: only({}),
        now: { get_tariff_list: { 10: { id: 10, name: 'Базовий-50' } } },
        look: ({ userside }) => userside.snapshot().tariffs['10'],
      },
      {},
    )
    expect(outcome).toMatchObject({ payment: '150', paymentInterval: 30, speedRx: 102_400, traffic: -1 })
  })

  test('one whose id is almost that of UserSide is another one, and that is said', async () => {
    const outcome = await play(
      {
        first: only({}, { get_tariff_list: { a_b: { id: 'a_b', name: 'A' } } }),
        now: { get_tariff_list: { 'a+b': { id: 'a+b', name: 'A' } } },
        look: ({ userside }, run) => [Object.keys(userside.snapshot().tariffs), problemsOf(run)],
      },
      {},
    )
    expect(outcome).toEqual([['a+b', 'a_b'], [['tariff-near-miss', 1, ['a+b']]]])
  })
})

describe('the next tariff', () => {
  const ordered = (id: unknown, date: string): Wire => ({
    tariff: { current: [{ id: 10 }], new: [{ id, date_start: date }] },
  })

  test('is ordered, changed and cancelled', async () => {
    const first = only(ordered(11, '2026-12-01 00:00:00'))
    const look = seen('nextTariff')
    expect(await play({ now: first, look }, {})).toBe('11|2026-12-01')
    expect(await play({ first, now: only(ordered(11, '2026-12-15')), look }, {})).toBe('11|2026-12-15')
    expect(await play({ first, now: only({ tariff: { current: [{ id: 10 }] } }), look }, {})).toBe('')
  })

  test('a changed date alone is no change to a UserSide that returns none', async () => {
    const outcome = await play(
      {
        first: only(ordered(11, '2026-12-01')),
        userside: { form: { hasNextTariffDate: false } },
        now: only(ordered(11, '2026-12-15')),
        look: seen('nextTariff'),
      },
      {},
    )
    expect(outcome).toBe('11|2026-12-01')
  })

  test('an order of the past starts on the first of next month', async () => {
    const outcome = await play({ now: only(ordered(11, '2026-10-30')), look: seen('nextTariff') }, {})
    expect(outcome).toBe('11|2026-12-01')
  })
})

describe('phones', () => {
  const having = (...numbers: string[]): Wire => ({
    phone: numbers.map((number, index) => ({ number, flag_main: Number(index === 0) })),
  })

  test.each([
    ['a missing main number goes to the first slot', ['111'], ['222'], ['222']],
    ['others go to slots that hold no wanted number', ['111', '222'], ['111', '333'], ['111', '222', '333']],
    ['the order of numbers already there is not corrected', ['111', '222'], ['222', '111'], ['111', '222']],
    ['a new main number does not push a wanted one out', ['111'], ['222', '111'], ['222', '111']],
  ])('%s', async (_, before, now, after) => {
    expect(
      await play({ first: only(having(...before)), now: only(having(...now)), look: seen('phones') }, {}),
    ).toEqual(after)
  })

  test('surplus numbers are erased only when that is wanted', async () => {
    const scene = { first: only(having('111', '222', '333')), now: only(having('333')), look: seen('phones') }
    expect(await play(scene, {})).toEqual(['111', '222', '333'])
    expect(await play(scene, { confIsImportLessPhone: true })).toEqual(['333'])
  })

  test('of more than five numbers five arrive, and the rest is not tried again', async () => {
    const many = Array.from({ length: 8 }, (_, index) => `${index}00`)
    expect(await play({ now: only(having(...many)), look: seen('phones') }, {})).toEqual(many.slice(0, 5))
  })
})

describe('e-mails', () => {
  test('with a character that UserSide returns encoded are not written again', async () => {
    const email = [{ address: "o'neil@x.ua; b+c@x.ua" }]
    expect(await play({ now: only({ email }), look: seen('email') }, {})).toBe("o'neil@x.ua, b+c@x.ua")
  })
})

describe('child accounts', () => {
  const parent: Wire = {
    ...KOVAL,
    account: { tv: { ...KOVAL, login: 'tv' }, phone: { ...KOVAL, login: 'phone' } },
  }
  const family = ({ userside }: SceneWorld): unknown =>
    Object.entries(userside.snapshot().subscribers).map(([id, { parent: of, isInBilling }]) => [
      id,
      of,
      isInBilling,
    ])

  test('are imported under their parent in one run', async () => {
    expect(await play({ now: { get_user_list: { koval: parent } }, look: family }, {})).toEqual([
      ['koval', '', true],
      ['koval_phone', 'koval', true],
      ['koval_tv', 'koval', true],
    ])
  })

  test('get a parent that is new while they are not', async () => {
    const outcome = await play(
      {
        byHand: ({ userside: { erp } }) => erp.addCustomer('koval_tv', 'Коваль Ірина'),
        now: { get_user_list: { koval: parent } },
        look: family,
      },
      {},
    )
    expect(outcome).toContainEqual(['koval_tv', 'koval', true])
  })

  test('one whose id is taken is set aside and reported', async () => {
    const outcome = await play(
      {
        now: { get_user_list: { koval: { ...parent, account: { tv: parent } }, koval_tv: KOVAL } },
        look: (world, run) => [family(world), problemsOf(run)],
      },
      {},
    )
    expect(outcome).toMatchObject([
      expect.arrayContaining([['koval_tv', '', true]]),
      expect.arrayContaining([['child-id-taken', 1, ['koval_tv']]]),
    ])
  })

  test('are marked as gone one by one', async () => {
    const outcome = await play(
      {
        first: { get_user_list: { koval: parent } },
        now: { get_user_list: { koval: { ...parent, account: { tv: KOVAL } } } },
        look: family,
      },
      {},
    )
    expect(outcome).toEqual([
      ['koval', '', true],
      ['koval_phone', 'koval', false],
      ['koval_tv', 'koval', true],
    ])
  })
})

describe('additional fields', () => {
  const carrying = (...values: [id: unknown, value: unknown][]): Wire => ({
    additional_data: Object.fromEntries(values.map(([id, value], index) => [3000 - index, { id, value }])),
  })
  const mapped = { additionalDataMerge: { 1: '61', 2: 62 } }

  test('go by their ids, whatever counters they come under', async () => {
    const first = only(carrying(['1', 'АА'], [2, "п'ять"]))
    const look = seen('additionalData')
    expect(await play({ now: first, look }, mapped)).toEqual({ 61: 'АА', 62: "п'ять" })
    expect(await play({ first, now: only(carrying([2, 'шість'], [1, 'АА'])), look }, mapped)).toEqual({
      61: 'АА',
      62: 'шість',
    })
  })

  test('keep their lines, whichever way these end', async () => {
    const now = only(carrying([1, 'кабель по горищу\r\nсвердлити']))
    expect(await play({ now, look: seen('additionalData') }, mapped)).toEqual({
      61: 'кабель по горищу\nсвердлити',
    })
  })

  test('an empty one erases, one that no record carries is left alone', async () => {
    const first = { get_user_list: { koval: { ...KOVAL, ...carrying([1, 'АА'], [2, 'ББ']) }, lys: KOVAL } }
    const now = { get_user_list: { koval: KOVAL, lys: { ...KOVAL, ...carrying([1, 'ЯЯ']) } } }
    const options = { ...mapped }
    const outcome = await play(
      {
        first,
        byHand: ({ userside }) =>
          userside.edit('koval', (row) => row.additionalData.set('61', 'АА').set('62', 'ББ')),
        now,
        look: seen('additionalData'),
      },
      options,
    )
    expect(outcome).toEqual({ 62: 'ББ' })
  })

  test('those of UserSide that are not mapped are never touched', async () => {
    const outcome = await play(
      {
        first: only({}),
        byHand: ({ userside }) =>
          userside.edit('koval', (row) => row.additionalData.set('99', 'set by hand')),
        now: only(carrying([1, 'АА'])),
        look: seen('additionalData'),
      },
      mapped,
    )
    expect(outcome).toEqual({ 61: 'АА', 99: 'set by hand' })
  })
})
