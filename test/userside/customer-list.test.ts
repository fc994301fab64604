import { describe, expect, test } from 'bun:test'
import type { Lead } from '../../src/userside/userside.ts'
import { readWays } from '../../src/userside/ways.ts'
import { type Erp, startErp } from './erp.ts'

interface Passed {
  readonly keys: string[]
  readonly unusable: string[]
  readonly leads: string[]
  readonly problems: string[]
  readonly erp: Erp
}

/** Everything that is told of a list of subscribers, in short. */
async function passing(body: unknown, options: { withLeads?: boolean } = {}): Promise<Passed> {
  using erp = startErp({ get_user_list: body as object })
  const passed: Passed = { keys: [], unusable: [], leads: [], problems: [], erp }
  const onLead = ({ billingId, erpId, name }: Lead): void =>
    void passed.leads.push(`${billingId} ${erpId} ${name}`)
  const onUnusable = (key: string): void => void passed.unusable.push(key)
  const customers = erp.userside.customers({ withPasswords: false, ...options, onLead, onUnusable })
  for await (const { key, erpId, parentKey, parentErpId } of customers) {
    const parent = parentErpId === '' ? '' : ` in ${[parentKey, parentErpId].filter(Boolean).join(' ')}`
    passed.keys.push(`${key}=${erpId}${parent}`)
  }
  passed.problems.push(...erp.problems.map(({ code, example }) => `${code} ${example}`))
  return passed
}

describe('leads (§6)', () => {
  test('are asked for only when that is wanted', async () => {
    const { erp } = await passing({}, { withLeads: true })
    expect(erp.requests[0]?.fields['is_with_potential']).toBe('1')
    expect((await passing({})).erp.requests[0]?.fields).not.toHaveProperty('is_with_potential')
  })

  test('are never among the subscribers; those that hold an id are told of', async () => {
    const body = {
      anna: { erp_id: 1 },
      boris: { erp_id: 2, is_potential: 1, full_name: 'Бор&#039;яс' },
      'o&#039;neil': { erp_id: '3', is_potential: '1' },
    }
    const { keys, leads, unusable, problems } = await passing(body)
    expect(keys).toEqual(['anna=1'])
    expect(leads).toEqual(["boris 2 Бор'яс", "o'neil 3 "])
    expect([...unusable, ...problems]).toEqual([])
  })

  test.each([
    ['billing_id', { billing_id: 'wanted' }],
    ['billing.id', { billing: { id: 'wanted', uuid: 'x' } }],
  ])('hold an id by their %s where their key is none', async (_, member) => {
    const lead = { erp_id: 7, is_potential: true, ...member }
    expect((await passing({ '': lead })).leads).toEqual(['wanted 7 '])
    expect((await passing({ 0: lead })).leads).toEqual(['wanted 7 '])
    expect((await passing({ other: lead })).leads).toEqual(['other 7 ', 'wanted 7 '])
  })

  test.each([{}, { billing_id: '' }, { billing_id: 0 }, { billing: { id: '0' } }, { billing: null }])(
    'that hold none are nobody’s: %j',
    async (member) => {
      const lead = { erp_id: 7, is_potential: 1, ...member }
      const { keys, leads, unusable, problems } = await passing({ '': lead, 0: lead })
      expect([...keys, ...leads, ...unusable, ...problems]).toEqual([])
    },
  )

  test('are told of without an id of the ERP too: theirs must not be created', async () => {
    expect((await passing({ anna: { is_potential: 1 } })).leads).toEqual(['anna  '])
  })
})

test('records under an empty key are nobody’s, not unusable; one under 0 may be somebody’s', async () => {
  const { keys, unusable, problems } = await passing({ '': { erp_id: 1 }, ' ': {}, 0: { erp_id: 2 } })
  expect(keys).toEqual(['0=2'])
  expect([...unusable, ...problems]).toEqual([])
})

describe('child accounts within their parents (§10.4)', () => {
  const parent = (account: unknown): object => ({ anna: { erp_id: 1, account } })

  test.each([
    ['by their own ids', { 7: { erp_id: 2 } }, ['7=2 in anna 1']],
    ['by their whole ids', { anna_7: { erp_id: 2 } }, ['anna_7=2 in 1']],
    ['in a list', [{ erp_id: 2 }, { userside_id: '3' }], ['0=2 in anna 1', '1=3 in anna 1']],
    ['with the id in the billing beside', { 2: { erp_id: 2, billing_id: 'anna_7' } }, ['anna_7=2 in 1']],
    ['with a parent of their own', { 7: { erp_id: 2, parent_id: 9 } }, ['7=2 in anna 9']],
    [
      'with children again',
      { 7: { erp_id: 2, account: { 8: { erp_id: 3 } } } },
      ['7=2 in anna 1', '8=3 in anna_7 2'],
    ],
  ])('are subscribers like others: %s', async (_, account, children) => {
    const { keys, problems } = await passing(parent(account))
    expect(keys).toEqual(['anna=1', ...children])
    expect(problems).toEqual([])
  })

  test.each([['1042'], [17], [null], [[]], [{}], [{ number: '1042', bank: { name: 'x' } }]])(
    'are not meant by an account of another kind: %j',
    async (account) => {
      const { keys, unusable, problems } = await passing(parent(account))
      expect(keys).toEqual(['anna=1'])
      expect([...unusable, ...problems]).toEqual([])
    },
  )

  test.each([
    { anna: { erp_id: 1, account: { 7: { erp_id: 2 } } }, anna_7: { erp_id: 2, parent_id: 1 } },
    { anna: { erp_id: 1, account: { 7: { erp_id: 2 } } }, 7: { erp_id: 2, parent_id: 1 } },
    { anna_7: { erp_id: 2, parent_id: 1 }, anna: { erp_id: 1, account: { 7: { erp_id: 2 } } } },
  ])('that are listed by themselves too are one record each: %j', async (body) => {
    const { keys, unusable, problems } = await passing(body)
    expect(keys).toHaveLength(2)
    expect([...unusable, ...problems]).toEqual([])
  })

  test('without an id that can be used are there all the same, under whichever name', async () => {
    const { keys, unusable } = await passing(parent({ 7: { erp_id: 'x' } }))
    expect(keys).toEqual(['anna=1'])
    expect(unusable).toEqual(['anna_7', '7'])
  })
})

describe('records that cannot be (§12.8)', () => {
  test.each([0, -5, 1.5, 'x', '12a', '', null, true, [[1]], { id: 1 }, '1e3', 1e300, '0x10'])(
    'one with the ERP id %j is set aside, the others go on',
    async (erp_id) => {
      const { keys, unusable, problems } = await passing({
        a: { erp_id: 1 },
        b: { erp_id },
        c: { erp_id: 3 },
      })
      expect(keys).toEqual(['a=1', 'c=3'])
      expect(unusable).toEqual(['b'])
      expect(problems).toEqual(['userside-subscriber-without-id b'])
    },
  )

  test('of two with one ERP id the second is set aside: neither created nor absent', async () => {
    const { keys, unusable, problems } = await passing({ a: { erp_id: 7 }, b: { userside_id: '7' } })
    expect(keys).toEqual(['a=7'])
    expect(unusable).toEqual(['b'])
    expect(problems).toEqual(['userside-id-twice b'])
  })

  const impossible = [1_700_000_000_000_000, '1700000000000', 1e300, -5, '-1', 253_402_300_800]
  test.each(impossible)('%j is no moment: it counts as none, the rest of the record stands', async (unix) => {
    using erp = startErp({ get_user_list: { a: { erp_id: 1, login: 'a', date_activity_inet_unix: unix } } })
    const [customer] = await Array.fromAsync(erp.userside.customers({ withPasswords: false }))
    expect(customer).toMatchObject({ login: 'a', activeAtUnix: 0 })
    expect(erp.problems).toMatchObject([
      { code: 'userside-impossible-date', example: 'a date_activity_inet_unix', partial: true },
    ])
  })

  const members = [
    ['date_connect', (date: unknown) => ({ date_connect: date })],
    ['date_activity_inet', (date: unknown) => ({ date_activity_inet: date })],
    ['agreement', (date: unknown) => ({ agreement: [{ number: 'A-1', date }] })],
  ] as const
  test.each(members)('so are days no calendar has, in %s', async (member, fields) => {
    for (const date of ['2026-02-30', '275760-09-13', '31.13.2020', '2020-01-31 25:00:00', 1_700_000_000]) {
      const { keys, problems } = await passing({ a: { erp_id: 1, ...fields(date) } })
      expect(keys).toEqual(['a=1'])
      expect(problems).toEqual([`userside-impossible-date a ${member}`])
    }
  })

  test.each([
    '',
    '0000-00-00',
    '0000-00-00 00:00:00',
    '1970-01-01 03:00:00',
    '01.01.1970',
    '-0001-11-30',
    null,
    0,
  ])('while %j is only the way to say that there is none', async (date) => {
    for (const [, fields] of members)
      expect((await passing({ a: { erp_id: 1, ...fields(date) } })).problems).toEqual([])
  })

  test.each([0, '0', '', null, -62_169_984_000])('as is %j for a moment', async (unix) => {
    expect((await passing({ a: { erp_id: 1, date_activity_inet_unix: unix } })).problems).toEqual([])
  })
})

describe('additional fields under their newer name (§6)', () => {
  const record = {
    erp_id: 1,
    additional_data: { 5: { id: 5, value: 'old' }, 6: { id: 6, value: 'both' } },
    additional_customer_data: { 6: { id: 6, value: 'other' }, 7: { id: 7, value: 'new&#039;' } },
  }

  test('are read beside the others, and written under the name they are shown under', async () => {
    using erp = startErp({ get_user_list: { a: record, b: record } })
    const [customer] = await Array.fromAsync(erp.userside.customers({ withPasswords: false }))
    expect(customer?.additionalData).toEqual(
      new Map([
        ['5', 'old'],
        ['6', 'both'],
        ['7', "new'"],
      ]),
    )
    expect(erp.userside.ways.additionalCustomerFields).toEqual(['7'])
    await erp.userside.editCustomers(
      new Map([
        ['1', { additional_data: { 5: 'a', 7: "b'" } }],
        ['2', { additional_data: { 7: 'c' } }],
        ['3', { additional_data: { 5: 'd' } }],
      ]),
      { hot: false },
    )
    expect(erp.requests.at(-1)?.data).toEqual({
      1: { additional_data: { 5: 'a' }, additional_customer_data: { 7: 'b&#039;' } },
      2: { additional_customer_data: { 7: 'c' } },
      3: { additional_data: { 5: 'd' } },
    })
  })

  test('are remembered: the run after that knows before it has read anything', async () => {
    using erp = startErp()
    const ways = readWays(
      JSON.parse(JSON.stringify({ ...readWays(undefined), additionalCustomerFields: ['7'] })),
    )
    await erp
      .client({ ways })
      .editCustomers(new Map([['1', { additional_data: { 7: 'c' } }]]), { hot: false })
    expect(erp.requests.at(-1)?.data).toEqual({ 1: { additional_customer_data: { 7: 'c' } } })
  })
})
