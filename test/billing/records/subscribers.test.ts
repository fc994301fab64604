import { describe, expect, test } from 'bun:test'
import { clientOf, errorOf, openDesk, readList, readOne } from '../universal/answering.ts'

/** The three records of the contract, §5.6; the last is invalid JSON on purpose. */
const SPECIFIED = `{"1042":{"id":1042,"login":"koval","full_name":"Коваль Ірина","flag_corporate":0,"tariff":{"current":[{"id":17,"date_finish":"2026-01-31 23:59:59"}],"new":[{"id":21,"date_start":"2026-02-01 00:00:00"}]},
 "agreement":[{"number":"2019/1042","date":"2019-05-14"}],"account_number":"100104200","group":{"3":{"id":3}},"balance":"-12.50","credit":"50","state_id":5,
 "date_create":"2019-05-14 11:02:33","traffic":{"month":{"up":1234567890,"down":98765432100}},"phone":[{"number":"+380671234567","flag_main":1}],
 "address":[{"type":"connect","house_id":412,"entrance":2,"floor":5,"apartment":{"full_name":"45а","number":45,"block":"а"}}],
 "ip_mac":{"167772674":{"ip":167772674,"mac":"001122aabbcc"}},"service":{"4":[{"cost":"30"}]},"additional_data":[{"id":1,"value":"СТ 123456"}]}}`
const UBILLING = String.raw`{"koval":{"id":"koval","login":"koval","full_name":"\u041a\u043e\u0432\u0430\u043b\u044c","flag_corporate":0,"tariff":{"current":[{"id":"\u0414\u0456\u043c-100"}]},"agreement":[{"number":20191042}],
 "account_number":null,"group":{"3":"3"},"balance":"-12.5","credit":"50","state_id":5,"date_create":"","date_connect":"","date_activity":"1970-01-01 03:00:00","traffic":{"month":{"up":"0","down":"0"}},
 "discount":0,"address":[{"type":"connect","house_id":"412","apartment":{"id":"2301","full_name":"45\u0430","number":"45"},"floor":"5"}],"phone":{"1":{"number":"0671234567","flag_main":1}},
 "ip_mac":[{"ip":167772674,"mac":"001122aabbcc","ip_net":"PPPoE"}],"tag":{"3":{"id":"3","date_add":""}},"additional_data":{"57":{"id":"1","value":"\u0421\u0422 123456"}},"password":"k3j4h5"}}`
const ABILLS = `{ "1042" : { "id" :  "1042"  ,  "login" :  "koval"  ,  "flag_corporate" : 0 ,  "state_id" : 0 ,  "tariff" : { "current" : { "17" : { "id" : 17 } } } ,  "balance" :  "-12.50"  ,
  "address" : [{ "house_id" : 412 ,  "apartment" : { "full_name" : 007 ,  "number" : 007 } }] ,  "ip_mac" : { "167772674" : { "ip" :  "167772674"  ,  "mac" : 001122334455 } } ,  "group" : { "0" : { "id" : 0 } } } }`

describe("the contract's own examples (§5.6)", () => {
  const system = '{"date":"2026-01-10 12:00:00"}'

  test('as the specification has it', async () => {
    const { subscribers } = await readList(SPECIFIED, { system })
    expect(subscribers.get('1042')).toEqual({
      id: '1042',
      parentId: '',
      login: 'koval',
      fullName: 'Коваль Ірина',
      accountNumber: '100104200',
      comment: '',
      balance: -1250,
      credit: 5000,
      discount: undefined,
      isCorporate: false,
      isFormer: false,
      connectedOn: '',
      activeAt: '',
      agreementNumber: '2019/1042',
      agreementDate: '2019-05-14',
      tariffs: ['17'],
      nextTariff: { id: '21', startDate: '2026-02-01' },
      trafficUp: '1234567890',
      trafficDown: '98765432100',
      phones: ['380671234567'],
      emails: [],
      address: { houseId: '412', apartment: '45а', floor: '5', entrance: '2' },
      ipMacs: [{ ip: 167772674, mac: '001122aabbcc' }],
      stateId: '5',
      additionalData: new Map([['1', 'СТ 123456']]),
      groups: ['3'],
      tags: [],
      services: [{ id: '4', cost: 3000, comment: '' }],
      password: '',
    })
  })

  test('as uBilling prints it', async () => {
    const { subscribers, exported } = await readList(UBILLING, { dialect: 'ubilling' })
    expect(subscribers.get('koval')).toMatchObject({
      fullName: 'Коваль',
      tariffs: ['Дім-100'],
      agreementNumber: '20191042',
      agreementDate: '',
      accountNumber: '',
      groups: ['3'],
      address: { houseId: '412', apartment: '45а', floor: '5', entrance: '' },
      ipMacs: [{ ip: 167772674, mac: '001122aabbcc' }],
      tags: [{ id: '3', addedAt: '' }],
      additionalData: new Map([['1', 'СТ 123456']]),
      activeAt: '',
    })
    expect([...exported.parts]).not.toContainAnyValues([
      'discount',
      'corporate',
      'accountNumber',
      'agreementDate',
    ])
  })

  test('as ABillS prints it', async () => {
    const { subscribers } = await readList(ABILLS, { dialect: 'abills' })
    expect(subscribers.get('1042')).toMatchObject({
      stateId: '0',
      tariffs: ['17'],
      groups: [],
      address: { houseId: '412', apartment: '007' },
      ipMacs: [{ ip: 167772674, mac: '001122334455' }],
    })
  })
})

describe('an apartment', () => {
  const rows: readonly [apartment: unknown, text: string][] = [
    [{ full_name: '45а', number: '45' }, '45а'],
    [{ full_name: 'оф.3', number: '3' }, 'оф.3'],
    [{ full_name: '0', number: '0' }, ''],
    [{ full_name: '', number: 45, block: 'а' }, '45а'],
    [{ full_name: null, number: '12' }, '12'],
    [{ number: 0 }, ''],
    ['7', '7'],
    [7, '7'],
    [null, ''],
    [[], ''],
  ]
  for (const [apartment, text] of rows)
    test(`${JSON.stringify(apartment)} is ${JSON.stringify(text)}`, async () => {
      expect((await readOne({ address: [{ house_id: 5, apartment }] })).address?.apartment).toBe(text)
    })

  test('that is null in every record is not exported', async () => {
    const living = (apartment: unknown) => ({ address: [{ house_id: 5, apartment }] })
    const partsOf = async (list: object) => [...(await readList(list)).exported.parts]
    const nothing = { id: '2301', full_name: null }
    expect(await partsOf({ a: living(nothing), b: living({}) })).toEqual(['address'])
    expect(await partsOf({ a: living(nothing), b: living({ full_name: '' }) })).toContain('apartment')
  })

  test('floors and entrances are any text, 0 is none', async () => {
    const address = async (floor: unknown, entrance: unknown) =>
      (await readOne({ address: [{ house_id: 5, floor, entrance }] })).address
    expect(await address('цоколь', 'А')).toMatchObject({ floor: 'цоколь', entrance: 'А' })
    expect(await address(0, '0')).toMatchObject({ floor: '', entrance: '' })
  })

  test('of several addresses the one of connection counts', async () => {
    const address = [
      { type: 'legal', house_id: 1 },
      { type: 'connect', house_id: 2 },
    ]
    expect((await readOne({ address })).address?.houseId).toBe('2')
    expect(
      (await readOne({ address: [{ house_id: 3 }, { type: 'legal', house_id: 1 }] })).address?.houseId,
    ).toBe('3')
  })
})

describe('what the billing exports (§3)', () => {
  test('is what some record carries with anything but null', async () => {
    const { exported } = await readList({
      a: { login: 'a', comment: null, phone: [], address: [{ house_id: null, floor: '' }] },
      b: {
        login: 'b',
        account: null,
        agreement: [{ number: '' }],
        tariff: {},
        additional_data: [{ id: 3, value: '' }],
      },
    })
    expect([...exported.parts].toSorted()).toEqual([
      'additionalData',
      'address',
      'agreementNumber',
      'floor',
      'login',
      'nextTariff',
      'phones',
      'tariff',
    ])
    expect([...exported.additionalFields]).toEqual(['3'])
  })

  test('counts child accounts too', async () => {
    const { exported } = await readList({ a: { login: 'a', account: { 5: { comment: 'x' } } } })
    expect([...exported.parts].toSorted()).toEqual(['comment', 'login', 'parent'])
  })
})

describe('child accounts (§7)', () => {
  test('become subscribers behind their parents', async () => {
    const account = {
      5: { login: 'c5', balance: '1' },
      6: { id: 66, login: 'c6', account: { 7: { login: 'g' } } },
    }
    const { subscribers } = await readList({ a: { login: 'a', account }, b: { login: 'b' } })
    expect([...subscribers.values()].map(({ id, parentId }) => [id, parentId])).toEqual([
      ['a', ''],
      ['b', ''],
      ['a_5', 'a'],
      ['a_66', 'a'],
      ['a_66_7', 'a_66'],
    ])
  })

  test("that would take a subscriber's own id are set aside and reported", async () => {
    const list = { a: { login: 'a', account: { b: { login: 'child' } } }, a_b: { login: 'own' } }
    const { subscribers, problems } = await readList(list)
    expect(subscribers.get('a_b')?.login).toBe('own')
    expect(problems).toMatchObject([{ code: 'child-id-taken', example: 'a_b', partial: true }])
  })

  test('that are no records are set aside', async () => {
    const { setAside } = await readList({ a: { login: 'a', account: { 5: 'broken' } } })
    expect([...setAside]).toContain('a_broken')
  })

  test('in a list or as a bare one', async () => {
    for (const account of [[{ id: 5, login: 'c' }], { id: 5, login: 'c' }])
      expect([...(await readList({ a: { login: 'a', account } })).subscribers.keys()]).toEqual(['a', 'a_5'])
  })

  test('are not made of an account number', async () => {
    expect((await readList({ a: { login: 'a', account: '12345' } })).subscribers.size).toBe(1)
  })
})

test('a former subscriber is one whose account is disabled', async () => {
  expect((await readOne({ is_disable: '1' })).isFormer).toBe(true)
  expect((await readOne({ is_disable: 0 })).isFormer).toBe(false)
  expect((await readOne({})).isFormer).toBe(false)
})

test('a record without an id is left out and reported', async () => {
  const { subscribers, unusable, problems } = await readList('{"":{"login":"x"},"a":{"login":"a"}}')
  expect([...subscribers.keys()]).toEqual(['a'])
  expect(problems).toMatchObject([{ code: 'subscriber-without-id', example: 'x' }])
  expect(unusable).toBe(1)
})

test('a record whose id is empty protects whoever it stands for: nobody knows that he is gone', async () => {
  const { subscribers, setAside, problems } = await readList({
    koval: { id: '', login: 'x' },
    a: { login: 'a' },
  })
  expect([...subscribers.keys()]).toEqual(['a'])
  expect([...setAside]).toEqual(['koval'])
  expect(problems).toMatchObject([{ code: 'subscriber-without-id', example: 'x' }])
})

test('the same id twice: the last record wins', async () => {
  const { subscribers } = await readList('{"a":{"login":"one"},"a":{"login":"two"}}')
  expect([...subscribers.values()].map(({ login }) => login)).toEqual(['two'])
})

test('fields of other servers are ignored', async () => {
  const other = {
    disconnect_state: 1,
    mark: [],
    commutation: { device_ip: '1' },
    crc_billing: 'x',
    manager_id: 5,
  }
  expect(await readOne(other)).toEqual(await readOne({}))
})

test('a subscriber is only what the text carried: nothing comes from the prototype', async () => {
  const list = '{"x":{"login":"x","__proto__":{"full_name":"inherited","balance":"5"}}}'
  expect((await readList(list)).subscribers.get('x')).toMatchObject({ fullName: '', balance: undefined })
  expect(({} as Record<string, unknown>)['full_name']).toBeUndefined()
})

test('lists of nothing are shared, so that 50,000 subscribers do not hold 50,000 empty lists each', async () => {
  await using desk = openDesk({ get_user_list: '{"a":{"login":"a"},"b":{"login":"b"}}' })
  const [one, other] = (await clientOf(desk.url).subscribers()).subscribers.values()
  for (const part of [
    'tariffs',
    'phones',
    'emails',
    'ipMacs',
    'groups',
    'tags',
    'services',
    'additionalData',
  ] as const)
    expect(one?.[part]).toBe(other?.[part] as never)
})

describe('a list that stands inside one of its records', () => {
  const list = { a: { id: 'a', login: 'a' }, b: { id: 'b', login: 'b' } }

  test.each(['id', 'login', 'full_name', 'balance'])(
    'as its %s is malformed: nobody else is gone',
    async (name) => {
      for (const inside of [list, Object.values(list)]) {
        const reading = readList({ a: { id: 'a', login: 'a', [name]: inside } })
        expect((await errorOf(reading)).kind).toBe('malformed')
      }
    },
  )

  test('is not meant by nothing in the form of a list, nor by child accounts', async () => {
    const { subscribers } = await readList({ a: { id: 'a', login: [], full_name: {}, account: list } })
    expect([...subscribers.keys()]).toEqual(['a', 'a_a', 'a_b'])
  })
})
