import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { Customer } from '../../src/model/customer.ts'
import { readCustomer } from '../../src/userside/customer-record.ts'

function read(fields: object): Customer {
  const customer = readCustomer('petrenko', { erp_id: 101, ...fields })
  if (customer === undefined) throw new Error('set aside')
  return customer
}

const EMPTY: Customer = {
  key: 'petrenko',
  erpId: '101',
  isInBilling: true,
  login: '',
  fullName: '',
  accountNumber: '',
  comment: '',
  balance: 0,
  credit: 0,
  discount: 0,
  isCorporate: false,
  isFormer: false,
  parentErpId: '',
  stateId: '0',
  connectedOn: '',
  activeAt: '',
  activeAtUnix: 0,
  agreementNumber: '',
  agreementDate: '',
  tariffs: [],
  nextTariff: undefined,
  trafficUp: '0',
  trafficDown: '0',
  phones: [],
  emails: [],
  address: { houseId: '', apartment: '', floor: '', entrance: '' },
  ipMacs: [],
  additionalData: new Map(),
  groupIds: [],
  tagIds: [],
  services: new Map(),
  password: '',
}

const FIELDS = [
  'login',
  'full_name',
  'flag_corporate',
  'account_number',
  'comment',
  'balance',
  'credit',
  'discount',
  'state_id',
  'is_disable',
  'is_in_billing',
  'parent_id',
  'date_connect',
  'date_activity',
  'date_activity_inet',
  'date_activity_inet_unix',
  'tariff',
  'agreement',
  'traffic',
  'phone',
  'email',
  'address',
  'ip_mac',
  'additional_data',
  'additional_customer_data',
  'group',
  'tag',
  'service',
  'password',
]

/** Every way PHP says that there is nothing. */
const NOTHING = [undefined, null, '', [], {}, false]

describe('a record of get_user_list (§6)', () => {
  test('is read as the contract’s example says', () => {
    const customer = readCustomer('petrenko', {
      userside_id: 101,
      login: 'petrenko',
      full_name: 'Мар&#039;яненко О.',
      is_in_billing: 1,
      balance: '12.50',
      state_id: 2,
      tariff: { current: [{ id: 'Дім-100' }], new: [] },
      agreement: [{ number: 'A-1', date: '2020-01-31' }],
      address: [{ type: 'connect', house_id: 55, apartment: { number: '7' }, entrance: 1, floor: '3' }],
      phone: [{ number: '380501112233', flag_main: 1 }],
      ip_mac: { '3232235777': { ip: 3232235777, mac: 'aabbccddeeff' } },
      group: { '3': { id: 3 } },
      additional_data: { '62': { id: 62, value: 'AB123' } },
    })
    expect(customer).toEqual({
      ...EMPTY,
      login: 'petrenko',
      fullName: "Мар'яненко О.",
      balance: 1250,
      stateId: '2',
      tariffs: ['Дім-100'],
      agreementNumber: 'A-1',
      agreementDate: '2020-01-31',
      address: { houseId: '55', apartment: '7', entrance: '1', floor: '3' },
      phones: ['380501112233'],
      ipMacs: [{ ip: 3232235777, mac: 'aabbccddeeff' }],
      groupIds: ['3'],
      additionalData: new Map([['62', 'AB123']]),
    })
  })

  test.each([
    ['true', true],
    ['False', false],
    ['1', true],
    ['0', false],
    ['так', true],
    [{}, true],
  ])('is in the billing unless it says that it is not: %j', (is_in_billing, isInBilling) => {
    expect(readCustomer('a', { erp_id: 7, is_in_billing })).toMatchObject({ isInBilling })
  })

  test('may miss every field: a missing number is 0, a missing text empty, a missing is_in_billing 1', () => {
    expect(read({})).toEqual(EMPTY)
  })

  test.each(FIELDS)('may have nothing in any form as its %s', (field) => {
    for (const nothing of NOTHING) {
      const expected =
        field === 'is_in_billing' && nothing === false ? { ...EMPTY, isInBilling: false } : EMPTY
      expect(read({ [field]: nothing })).toEqual(expected)
    }
  })

  test.each([
    [{ erp_id: 5 }, '5'],
    [{ erp_id: '5' }, '5'],
    [{ userside_id: 6 }, '6'],
    [{ erp_id: 7, userside_id: 6 }, '7'],
    [{ erp_id: 0, userside_id: '6' }, '6'],
    [{ erp_id: -7, userside_id: '6' }, '6'],
  ])('carries its id as %j', (record, erpId) => {
    expect(readCustomer('x', record)?.erpId).toBe(erpId)
  })

  test.each([
    [{}],
    [{ id: 5 }],
    [{ erp_id: 0 }],
    [{ erp_id: '' }],
    [{ userside_id: null }],
    ['text'],
    [7],
    [null],
    [[]],
  ])('is set aside without one: %j', (record) => {
    expect(readCustomer('x', record)).toBeUndefined()
  })
})

describe('scalars', () => {
  test('may be numbers or texts', () => {
    const numbers = {
      balance: -12.5,
      credit: 50,
      discount: 7.25,
      account_number: 700,
      state_id: 2,
      flag_corporate: 1,
      is_disable: 1,
      is_in_billing: 0,
      parent_id: 9,
      date_activity_inet_unix: 1_700_000_000,
    }
    const texts = Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]))
    const expected = {
      balance: -1250,
      credit: 5000,
      discount: 725,
      accountNumber: '700',
      stateId: '2',
      isCorporate: true,
      isFormer: true,
      isInBilling: false,
      parentErpId: '9',
      activeAtUnix: 1_700_000_000,
    }
    expect(read(numbers)).toEqual({ ...EMPTY, ...expected })
    expect(read(texts)).toEqual({ ...EMPTY, ...expected })
  })

  test.each(['login', 'full_name', 'account_number', 'comment', 'password'])('%s is decoded', (field) => {
    expect(Object.values(read({ [field]: 'a&#039;b&#047;c&#092;d&#43;e&amp;f' }))).toContain("a'b/c\\d+e&f")
  })

  test.each([
    ['12,50', 1250],
    ['-0.004', 0],
    ['0.005', 1],
    ['x', 0],
  ])('balance %j is %d kopecks', (balance, units) => {
    expect(read({ balance }).balance).toBe(units)
  })

  test.each([
    ['2020-01-31', '2020-01-31'],
    ['2020-01-31 10:00:00', '2020-01-31'],
    ['31.01.2020', '2020-01-31'],
    ['0000-00-00', ''],
    ['1970-01-01', ''],
  ])('date %j is the day %j', (date, day) => {
    expect(read({ date_connect: date }).connectedOn).toBe(day)
    expect(read({ agreement: [{ date }] }).agreementDate).toBe(day)
  })

  test('an agreement may have no number', () => {
    const agreement = [{ number: null, date: '31.01.2020 10:00:00' }]
    expect(read({ agreement })).toMatchObject({ agreementNumber: '', agreementDate: '2020-01-31' })
  })

  test('the last internet activity is date_activity_inet, else date_activity', () => {
    const date_activity = '2026-01-01 01:02:03'
    expect(read({ date_activity }).activeAt).toBe(date_activity)
    expect(read({ date_activity, date_activity_inet: '2026-02-02 00:00:00' }).activeAt).toBe(
      '2026-02-02 00:00:00',
    )
    expect(read({ date_activity, date_activity_inet: '1970-01-01 03:00:00' }).activeAt).toBe('')
  })

  test('traffic keeps every digit', () => {
    expect(read({ traffic: { month: { up: '98765432109876543210', down: 5 } } })).toMatchObject({
      trafficUp: '98765432109876543210',
      trafficDown: '5',
    })
  })
})

describe('lists', () => {
  test.each([
    ['a list', [{ id: 'Дім&#047;100' }, { id: 10 }, { id: 'Дім/100' }], ['Дім/100', '10', 'Дім/100']],
    ['a map', { a: { id: 'x' }, 17: {} }, ['17', 'x']],
    ['texts', ['x', 'y'], ['x', 'y']],
    ['one item', { id: 'x', date_finish: '' }, ['x']],
    ['items that name none', [{ id: '' }, {}, { id: 'x' }], ['x']],
  ])('current tariffs as %s', (_, current, tariffs) => {
    expect(read({ tariff: { current } }).tariffs).toEqual(tariffs)
  })

  test.each([
    [[{ id: 'x', date_start: '2026-12-01 00:00:00' }], { id: 'x', startDate: '2026-12-01' }],
    [[{ id: 'x&#043;' }], { id: 'x+', startDate: '' }],
    [{ 5: { id: 5 } }, { id: '5', startDate: '' }],
    [[{ id: '', date_start: '1970-01-01' }], undefined],
  ])('the next tariff as %j', (list, nextTariff) => {
    expect(read({ tariff: { new: list } }).nextTariff).toEqual(nextTariff)
  })

  test.each([
    ['a list', [{ number: '+38 050 111' }, { number: '' }, { number: 222 }], ['38050111', '', '222']],
    ['a list of texts', ['111', '222'], ['111', '222']],
    ['a map of positions with a hole', { 0: { number: '111' }, 2: { number: '333' } }, ['111', '', '333']],
    ['a text with an entity in it', [{ number: '&#43;380501112233' }], ['380501112233']],
    ['a map of something else', { 57: { number: '111' }, 58: { number: '222' } }, ['111', '222']],
  ])('phones by slot, from %s', (_, phone, phones) => {
    expect(read({ phone }).phones).toEqual(phones)
  })

  test.each([
    ['a joined text', [{ address: 'a@x.ua, b@x.ua;c@x.ua' }], ['a@x.ua', 'b@x.ua', 'c@x.ua']],
    ['several items', [{ address: 'a@x.ua' }, { address: 'b@x.ua', flag_main: 1 }], ['a@x.ua', 'b@x.ua']],
    ['one item', { address: 'a@x.ua' }, ['a@x.ua']],
    ['texts', ['a@x.ua', 'none'], ['a@x.ua']],
    [
      'a text with an entity in it',
      [{ address: 'o&#039;neil@x.ua, b&#43;c@x.ua' }],
      ["o'neil@x.ua", 'b+c@x.ua'],
    ],
  ])('e-mails in their order, from %s', (_, email, emails) => {
    expect(read({ email }).emails).toEqual(emails)
  })

  test.each([
    ['a list', [{ house_id: '55', apartment: { number: '7&#047;2' }, floor: 3, entrance: '2' }]],
    ['one item', { house_id: 55, apartment: { number: '7/2' }, floor: '3', entrance: 2 }],
    ['a map', { 0: { house_id: 55, apartment: '7/2', floor: 3, entrance: 2 } }],
  ])('the address from %s', (_, address) => {
    expect(read({ address }).address).toEqual({ houseId: '55', apartment: '7/2', floor: '3', entrance: '2' })
  })

  test.each([
    [
      'the one where it is connected',
      [
        { type: 'legal', house_id: 1 },
        { type: 'connect', house_id: 55 },
      ],
      '55',
    ],
    ['the first where none is said to be that', [{ type: 'legal', house_id: 1 }, { house_id: 55 }], '1'],
    ['the same from a map', { 3: { house_id: 1 }, 4: { type: 'connect', house_id: 55 } }, '55'],
  ])('of several addresses %s counts', (_, address, houseId) => {
    expect(read({ address }).address.houseId).toBe(houseId)
  })

  test('no house, no apartment and no entrance are 0 for the ERP', () => {
    const address = [{ house_id: 0, apartment: { number: 0 }, entrance: '0', floor: '' }]
    expect(read({ address }).address).toEqual(EMPTY.address)
  })

  test.each([
    [
      'keyed by the IP',
      { 3232235777: { mac: 'AA:BB:CC:DD:EE:FF' } },
      [{ ip: 3232235777, mac: 'aabbccddeeff' }],
    ],
    ['with dotted IPs', [{ ip: '192.168.1.1', mac: '' }], [{ ip: 3232235777, mac: '' }]],
    ['with an IP beside another key', { 3232235777: { ip: 3232235778 } }, [{ ip: 3232235778, mac: '' }]],
    ...[-1, '-1', 0, '0', 4_294_967_295, '4294967295', '255.255.255.255'].map(
      (ip): [string, unknown, Customer['ipMacs']] => [
        `of a device with IP ${JSON.stringify(ip)}`,
        { [ip]: { ip, mac: 'aabbccddeeff' } },
        [{ ip: undefined, mac: 'aabbccddeeff' }],
      ],
    ),
    [
      'of a device without IP',
      { '': { ip: '', mac: 'aabbccddeeff' } },
      [{ ip: undefined, mac: 'aabbccddeeff' }],
    ],
    ['in a list', [{ mac: 'aabbccddeeff' }], [{ ip: undefined, mac: 'aabbccddeeff' }]],
    ['without either', [{ ip: 0, mac: '000000000000' }], []],
  ] satisfies [string, unknown, Customer['ipMacs']][])('IPs and MACs %s', (_, ip_mac, ipMacs) => {
    expect(read({ ip_mac }).ipMacs).toEqual(ipMacs)
  })

  test.each([
    ['keyed by field id', { 62: { id: 62, value: 'a&#039;b' }, 63: { value: 5 }, 64: 'x' }],
    [
      'in a list',
      [
        { id: '62', value: "a'b" },
        { id: 63, value: '5' },
        { id: 64, value: 'x' },
      ],
    ],
  ])('additional data %s', (_, additional_data) => {
    expect(read({ additional_data }).additionalData).toEqual(
      new Map([
        ['62', "a'b"],
        ['63', '5'],
        ['64', 'x'],
      ]),
    )
  })

  test.each([
    ['a map of items', { 3: { id: 3 }, 5: { date_add: '2026-01-01' } }],
    ['a map of anything', { 3: '2026-01-01', 5: 1 }],
    ['a list of items', [{ id: '3' }, { id: 5 }]],
    ['a list of ids', [3, '5']],
    ['a map with an item that means none', { 0: { id: 0 }, 3: { id: 3 }, 5: { id: 5 } }],
  ])('groups and tags from %s', (_, list) => {
    expect(read({ group: list, tag: list })).toMatchObject({ groupIds: ['3', '5'], tagIds: ['3', '5'] })
  })

  test.each([
    ['lists: the first counts, never the sum', { 4: [{ cost: '30.5', comment: 'a&#047;b' }, { cost: 99 }] }],
    ['maps', { 4: { 0: { cost: 30.5, comment: 'a/b' } } }],
    ['bare items', { 4: { cost: '30,50', comment: 'a/b' } }],
  ])('services from %s', (_, service) => {
    expect(read({ service }).services).toEqual(new Map([['4', { cost: 3050, comment: 'a/b' }]]))
  })

  test('a service without a price has none, not a price of 0', () => {
    expect(read({ service: { 4: [{ comment: 'x' }] } }).services).toEqual(
      new Map([['4', { cost: undefined, comment: 'x' }]]),
    )
  })
})

test('whatever stands in a record, reading it never fails', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...FIELDS), fc.jsonValue()), (fields) => {
      const customer = read(fields as object)
      expect(Object.keys(customer)).toEqual(Object.keys(EMPTY))
      expect(customer.phones.every((phone) => /^\d*$/.test(phone))).toBeTrue()
    }),
  )
})
