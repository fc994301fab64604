/** Who is gone from the billing, who is back, who is nobody's business, and when nobody may be judged. */
import { describe, expect, test } from 'bun:test'
import { BillingError } from '../../../src/model/errors.ts'
import type { Wire } from '../plain-billing.ts'
import { KOVAL, optionsOf, play, problemsOf, type Scene, type SceneWorld } from '../scenes.ts'
import { startPlainWorld } from '../world.ts'

const LYS: Wire = { ...KOVAL, login: 'lys', full_name: 'Лисенко О.' }

function crowd(size: number, more: Wire = {}): Wire {
  return Object.fromEntries(Array.from({ length: size }, (_, index) => [`s${index}`, { ...KOVAL, ...more }]))
}

const list = (subscribers: unknown): Wire => ({ get_user_list: subscribers })

/** Ids UserSide holds as being in the billing. */
function present({ userside }: SceneWorld): string[] {
  return Object.entries(userside.snapshot().subscribers)
    .filter(([, subscriber]) => subscriber['isInBilling'])
    .map(([id]) => id)
}

function patchOf({ userside }: SceneWorld, id: string): Wire[] {
  const erpId = userside.erp.customerOf(id)?.erpId ?? ''
  return userside.requests
    .filter(({ call }) => call === 'customer/group_edit')
    .flatMap(({ params }) => JSON.parse(params['data'] ?? '{}')[erpId] ?? [])
}

describe('who is gone from the billing', () => {
  test('is marked, and nothing else of the record is touched', async () => {
    const seen = await play(
      {
        first: list({ koval: KOVAL, lys: LYS }),
        now: list({ koval: KOVAL }),
        look: (world) => [
          present(world),
          patchOf(world, 'lys'),
          world.userside.snapshot().subscribers['lys']?.['name'],
        ],
      },
      {},
    )
    expect(seen).toEqual([['koval'], [{ is_in_billing: 0, crc_billing: 'n-a' }], 'Лисенко О.'])
  })

  test('is marked as back when the billing has it again, with what changed meanwhile', async () => {
    const seen = await play(
      {
        first: list({ koval: KOVAL, lys: LYS }),
        byHand: ({ userside }) =>
          userside.edit('lys', (row) => Object.assign(row, { isInBilling: false, comment: 'gone' })),
        now: list({ koval: KOVAL, lys: { ...LYS, full_name: 'Лис О.', balance: '7' } }),
        look: (world, run) => [
          present(world),
          patchOf(world, 'lys'),
          run instanceof Error ? run : run.done.subscribers.returned,
        ],
      },
      {},
    )
    expect(seen).toEqual([
      ['koval', 'lys'],
      [
        { name: 'Лис О.', is_in_billing: 1, crc_billing: expect.stringMatching(/^[0-9a-f]{32}$/) },
        { balance: '7.00' },
      ],
      1,
    ])
  })

  test('was marked before: nothing is sent', async () => {
    const scene: Scene = {
      first: list({ koval: KOVAL, lys: LYS }),
      byHand: ({ userside }) => userside.edit('lys', (row) => Object.assign(row, { isInBilling: false })),
      now: list({ koval: KOVAL }),
      look: (world) => patchOf(world, 'lys'),
    }
    expect(await play(scene, {})).toEqual([])
  })
})

describe('the absence guard', () => {
  const leaving = (count: number): Scene => ({
    first: list(crowd(100)),
    now: list({ ...crowd(100 - count), s0: { ...KOVAL, balance: '77' } }),
    look: (world, run) => [
      present(world).length,
      world.userside.snapshot().subscribers['s0']?.['balance'],
      run instanceof Error ? run : run.plan.brakes.length > 0,
    ],
  })

  test.each([
    ['fewer than the count', 20, {}, [80, '77.00', false]],
    ['more than the count and more than the share', 21, {}, [100, '77.00', true]],
    ['more than the count, but not more than the share', 21, { maxAbsentPercent: 21 }, [79, '77.00', false]],
    ['more than the share, but not more than the count', 21, { maxAbsentCount: 21 }, [79, '77.00', false]],
    ['nobody at all is allowed to go', 1, { maxAbsentPercent: 0, maxAbsentCount: 0 }, [100, '77.00', true]],
  ])('%s: the marking is judged, everything else is done', async (_, count, safety, outcome) => {
    expect(await play(leaving(count), { safety })).toEqual(outcome)
  })

  test('names the switch, and can be overridden once', async () => {
    const world = await startPlainWorld(list(crowd(100)))
    await world.run()
    Object.assign(world.billing.answers, list(crowd(50)))
    const { plan } = await world.run()
    expect(plan.brakes[0]?.message).toContain('50 of 100 subscribers (50.0 %)')
    expect(plan.brakes[0]?.message).toContain('--accept-absent')
    expect(present(world).length).toBe(100)
    await world.run({ isAbsenceAccepted: true })
    expect(present(world).length).toBe(50)
    await world.stop()
  })
})

describe('nobody is marked', () => {
  /** What is left in billing after a run over this answer, even if absence is accepted. */
  async function after(answer: unknown, configuration: Record<string, unknown> = {}): Promise<unknown> {
    const world = await startPlainWorld(list({ koval: KOVAL, lys: LYS }))
    try {
      await world.run()
      Object.assign(world.billing.answers, list(answer))
      const options = { ...optionsOf(configuration), isAbsenceAccepted: true }
      const failed = await world.run(options).then(
        () => 'done',
        (error: unknown) => (error instanceof BillingError ? error.kind : error),
      )
      return [present(world), failed]
    } finally {
      await world.stop()
    }
  }

  test.each([
    ['an empty list', {}, 'done'],
    ['an empty list, as a list', [], 'done'],
    ['null', null, 'malformed'],
    ['a text', 'Доступ закритий', 'malformed'],
    ['records of something else', { a: { id: 5, name: 'VIP' } }, 'malformed'],
    ['an error', { error: 'Access denied' }, 'config'],
  ])('by %s', async (_, answer, outcome) => {
    expect(await after(answer)).toEqual([['koval', 'lys'], outcome])
  })

  test('whose record could not be read, nor the children of such a one', async () => {
    const world = await startPlainWorld(list({ koval: { ...KOVAL, account: { tv: KOVAL } }, lys: LYS }))
    await world.run()
    Object.assign(world.billing.answers, list({ koval: 'broken', lys: { ...LYS, balance: '7' } }))
    const run = await world.run({ isAbsenceAccepted: true })
    expect(present(world)).toEqual(['koval', 'koval_tv', 'lys'])
    expect(run.problems.isPartial).toBe(true)
    expect(world.userside.snapshot().subscribers['lys']?.['balance']).toBe('7.00')
    await world.stop()
  })

  test('by a list whose length is so round that it may have been cut', async () => {
    const world = await startPlainWorld(list({ lys: LYS }))
    await world.run()
    Object.assign(world.billing.answers, list(crowd(10_000)))
    // Nobody of the crowd is managed, so that only the judgement is left of the run.
    const options = optionsOf({ filter: { include: { groups: ['3'] } } })
    const run = await world.run(options)
    expect([present(world), run.plan.brakes.length > 0, run.problems.isPartial]).toEqual([
      ['lys'],
      false,
      true,
    ])
    Object.assign(world.billing.answers, list(crowd(10_001)))
    await world.run(options)
    expect(present(world)).toEqual([])
    await world.stop()
  })

  test('whom the filter leaves out: neither created, nor edited, nor gone', async () => {
    const grouped = {
      koval: { ...KOVAL, group: [3] },
      lys: { ...LYS, group: [6] },
      neu: { ...KOVAL, group: [6] },
    }
    const { neu: _, ...known } = grouped
    const scene: Scene = {
      first: list(known),
      now: list({
        koval: { ...grouped.koval, balance: '77' },
        lys: { ...grouped.lys, balance: '77' },
        neu: grouped.neu,
      }),
      look: (world, run) => [
        present(world),
        ['koval', 'lys'].map((id) => world.userside.snapshot().subscribers[id]?.['balance']),
        run instanceof Error ? run : run.done.subscribers.unmanaged,
        problemsOf(run),
      ],
    }
    const outcome = [['koval', 'lys'], ['77.00', '10.00'], 2, []]
    for (const filter of [
      { include: { groups: ['VIP'] } },
      { include: { groups: [3] } },
      { exclude: { groups: ["A+B / об'єднані"] } },
      { include: { groups: [3, 6] }, exclude: { groups: ['6'] } },
    ]) {
      expect(await play(scene, { filter })).toEqual(outcome)
    }
  })
})

describe('the filter', () => {
  const various: Wire = {
    a: { ...KOVAL, group: [3], tag: [3], state_id: 5, tariff: { current: [{ id: 10 }] } },
    b: { ...KOVAL, group: [6], tag: [8], state_id: 2, tariff: { current: [{ id: 11 }] } },
    c: KOVAL,
  }

  test.each([
    ['a group', { include: { groups: ['VIP'] } }, ['a']],
    ['a tag', { include: { tags: ['Оптика'] } }, ['b']],
    ['a tariff by its name', { include: { tariffs: ['Turbo 100'] } }, ['b']],
    ['a tariff by its id', { include: { tariffs: [10] } }, ['a']],
    ['a state by its name', { include: { states: ['Пауза'] } }, ['b']],
    ['any of several', { include: { groups: ['VIP'], tags: [8] } }, ['a', 'b']],
    ['all but one', { exclude: { states: [2] } }, ['a', 'c']],
    ['some, less others', { include: { groups: [3, 6] }, exclude: { tags: ['Боржник'] } }, ['b']],
  ])('means subscribers with %s', async (_, filter, ids) => {
    expect(await play({ now: list(various), look: present }, { filter })).toEqual(ids)
  })

  test.each([{ include: { groups: ['VIP'] } }, { exclude: { groups: ['VIP'] } }])(
    'touches nobody when the list it names could not be read: %p',
    async (filter) => {
      const scene: Scene = {
        first: list(various),
        byHand: ({ billing }) =>
          billing.faults.add({
            kind: 'status',
            call: 'get_user_group_list',
            times: Number.POSITIVE_INFINITY,
          }),
        now: list({ a: { ...KOVAL, balance: '77' }, b: { ...KOVAL, balance: '77' }, neu: KOVAL }),
        look: ({ userside }, run) => [
          Object.values(userside.snapshot().subscribers).map(({ balance }) => balance),
          run instanceof Error
            ? run
            : run.problems.list().some(({ code, partial }) => code === 'filter-unreadable' && partial),
        ],
      }
      expect(await play(scene, { filter })).toEqual([['10.00', '10.00', '10.00'], true])
    },
  )

  test('a name that matches nothing is reported', async () => {
    const scene: Scene = { now: list(various), look: (world, run) => [present(world), problemsOf(run)] }
    expect(await play(scene, { filter: { exclude: { groups: ['Vip'] } } })).toEqual([
      ['a', 'b', 'c'],
      [['filter-unknown', 1, ['groups: Vip']]],
    ])
  })
})

describe('which record is whose', () => {
  test('an id the original normalised is found under what it made of it', async () => {
    const seen = await play(
      {
        byHand: ({ userside: { erp } }) => {
          erp.addCustomer('a_b', 'old')
          erp.addCustomer('c_d', 'old')
          erp.addCustomer('c+d', 'old')
        },
        now: list({ 'a&b': KOVAL, 'c+d': KOVAL, 'c&d': KOVAL, c_d: LYS }),
        look: ({ userside }) =>
          Object.entries(userside.snapshot().subscribers).map(([id, { name, isInBilling }]) => [
            id,
            name,
            isInBilling,
          ]),
      },
      {},
    )
    // `c_d` is somebody's own id, so `c&d` is new.
    expect(seen).toEqual([
      ['a_b', 'Коваль Ірина', true],
      ['c&d', 'Коваль Ірина', true],
      ['c+d', 'Коваль Ірина', true],
      ['c_d', 'Лисенко О.', true],
    ])
  })

  test('one UserSide holds twice is kept up once; the other record is not marked as gone', async () => {
    const seen = await play(
      {
        userside: { onDuplicate: 'duplicate' },
        byHand: ({ userside: { erp } }) => {
          erp.addCustomer('koval', 'one')
          erp.addCustomer('koval', 'two')
        },
        now: list({ koval: KOVAL }),
        look: ({ userside: { erp } }, run) => [
          erp.customers.map(({ name, isInBilling }) => [name, isInBilling]),
          problemsOf(run),
        ],
      },
      {},
    )
    expect(seen).toEqual([
      [
        ['Коваль Ірина', true],
        ['two', true],
      ],
      [['userside-duplicate', 1, ['koval']]],
    ])
  })

  test('a record without an id of UserSide exists: it is neither created again nor touched', async () => {
    const seen = await play(
      {
        byHand: ({ userside }) =>
          userside.faults.add({
            kind: 'body',
            call: 'module/get_user_list',
            text: JSON.stringify({ koval: { login: 'koval' } }),
            contentType: 'application/json',
            times: Number.POSITIVE_INFINITY,
          }),
        now: list({ koval: KOVAL }),
        look: ({ userside: { erp } }, run) => [erp.customers.length, problemsOf(run)],
      },
      {},
    )
    expect(seen).toEqual([0, [['userside-subscriber-without-id', 1, ['koval']]]])
  })

  test('a record that says nothing of being in the billing is in it', async () => {
    const seen = await play(
      {
        first: list({ koval: KOVAL, lys: LYS }),
        userside: { form: { isSparse: true } },
        now: list({ koval: KOVAL }),
        look: present,
      },
      {},
    )
    expect(seen).toEqual(['koval'])
  })
})
