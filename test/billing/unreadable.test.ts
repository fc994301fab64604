/** Unreadable is not empty (§3): what is there and cannot be read is noted, field by field, with the text as sent. */
import { describe, expect, test } from 'bun:test'
import type { WireRecord } from '../../src/json/shapes.ts'
import type { FieldName } from '../../src/model/policy.ts'
import { clientOf, itemsOf, openDesk, readItems, readOne } from './universal/answering.ts'

const MONEY = ['NaN', 'н/д', '12 грн', '1 23', '1,234,567', '--5', true, [5], { amount: 5 }]
const DATES = [
  'н/д',
  '2026-02-30',
  '14/05/2019',
  '31.12.99',
  '1700000000',
  1_700_000_000,
  true,
  ['2026-01-31'],
]
const IPS = [
  '192.168.0.0/24',
  '::1',
  '10.0.0.1,10.0.0.2',
  '10.0.0.1 10.0.0.2',
  4_294_967_296,
  'dynamic',
  true,
]
const TRAFFIC = ['-5', -5, 'багато', true, [7]]
const FLAGS = ['так', 'yes', [1], {}]
const TEXTS = [['x'], { ru: 'x' }, []]

const agreement = (date: unknown) => ({ agreement: [{ number: 'A-1', date }] })
const address = (parts: object) => ({ address: [{ house_id: 5, ...parts }] })

const ROWS: readonly [
  field: FieldName,
  values: readonly unknown[],
  record: (value: unknown) => WireRecord,
][] = [
  ['balance', MONEY, (balance) => ({ balance })],
  ['credit', MONEY, (credit) => ({ credit })],
  ['discount', MONEY, (discount) => ({ discount })],
  ['dateConnect', DATES, (value) => ({ date_connect: value })],
  ['activity', DATES, (value) => ({ date_activity: value })],
  ['agreementDate', DATES, agreement],
  ['agreementNumber', TEXTS, (number) => ({ agreement: [{ number }] })],
  ['ipMac', IPS, (ip) => ({ ip_mac: [{ ip, mac: '001122aabbcc' }] })],
  ['ipMac', IPS, (value) => ({ ip_mac: [{ ip: 5, local_ip: value }] })],
  ['ipMac', IPS, (value) => ({ ip_mac: [value] })],
  ['ipMac', ['10.0.0.1/24', 'fe80::1'], (key) => ({ ip_mac: { [String(key)]: { mac: '001122aabbcc' } } })],
  ['traffic', TRAFFIC, (up) => ({ traffic: { month: { up, down: 7 } } })],
  ['traffic', TRAFFIC, (down) => ({ traffic: { month: { up: 7, down } } })],
  ['traffic', ['багато', 5, [5]], (month) => ({ traffic: { month } })],
  ['traffic', ['багато', 5, [5]], (traffic) => ({ traffic })],
  ['corporate', FLAGS, (value) => ({ flag_corporate: value })],
  ['former', FLAGS, (value) => ({ is_disable: value })],
  ['state', TEXTS, (value) => ({ state_id: value })],
  ['login', TEXTS, (login) => ({ login, full_name: 'x' })],
  ['name', TEXTS, (value) => ({ full_name: value })],
  ['accountNumber', TEXTS, (value) => ({ account_number: value })],
  ['comment', TEXTS, (comment) => ({ comment })],
  ['phones', ['05011122330671112233', ['050']], (number) => ({ phone: [{ number }, { number: '067' }] })],
  ['email', [['a@b.c']], (value) => ({ email: [{ address: value }] })],
  ['tags', DATES, (value) => ({ tag: { 3: { id: 3, date_add: value } } })],
  ['services', ['-30', ...MONEY], (cost) => ({ service: { 4: [{ cost }] } })],
  ['nextTariff', DATES, (value) => ({ tariff: { current: [], new: [{ id: 1, date_start: value }] } })],
  ['additionalData', TEXTS, (value) => ({ additional_data: [{ id: 1, value }] })],
  ['floor', TEXTS, (floor) => address({ floor })],
  ['entrance', TEXTS, (entrance) => address({ entrance })],
  ['apartment', [['7'], { x: 7 }], (value) => address({ apartment: { full_name: value } })],
]

describe('a value that is there and cannot be read is noted', () => {
  for (const [field, values, record] of ROWS) {
    for (const value of values)
      test(`${field}: ${JSON.stringify(record(value))}`, async () => {
        const { unreadable = [] } = await readOne(record(value))
        expect([...new Set(unreadable.map((each) => each.field))]).toEqual([field])
      })
  }
})

describe('empty, absent and null are empty', () => {
  for (const nothing of ['', null, undefined])
    test(JSON.stringify(nothing) ?? 'absent', async () => {
      const records = ROWS.filter(([field]) => field !== 'login').map(([, , record]) => record(nothing))
      for (const record of records) expect((await readOne(record)).unreadable).toBeUndefined()
    })

  test('words that mean none: no phone, no e-mail, no date', async () => {
    const { unreadable } = await readOne({
      phone: [{ number: 'немає' }],
      email: [{ address: 'немає' }],
      date_connect: '0000-00-00',
      date_activity: '1970-01-01 03:00:00',
      tag: [{ id: 3, date_add: '' }],
    })
    expect(unreadable).toBeUndefined()
  })
})

describe('the rest of the record is read all the same', () => {
  test('the other fields, and of the same field what can be', async () => {
    const subscriber = await readOne({
      full_name: 'Коваль',
      balance: 'NaN',
      credit: '1 234,50',
      ip_mac: [
        { ip: '10.0.0.0/24', mac: '001122aabbcc' },
        { ip: 5, mac: '' },
      ],
    })
    expect(subscriber).toMatchObject({ fullName: 'Коваль', balance: undefined, credit: 123_450 })
    expect(subscriber.unreadable).toEqual([
      { field: 'balance', sent: 'NaN' },
      { field: 'ipMac', sent: '10.0.0.0/24' },
    ])
  })

  test('a tariff that is no map leaves both the tariffs and the next one', async () => {
    for (const tariff of ['Дім-100', 17, [{ id: 17 }], { id: 17 }])
      expect((await readOne({ tariff })).unreadable?.map(({ field }) => field)).toEqual([
        'tariffs',
        'nextTariff',
      ])
    for (const tariff of [{}, [], { current: [] }, { new: null }, false])
      expect((await readOne({ tariff })).unreadable).toBeUndefined()
  })

  test('an address that is no map leaves all its parts', async () => {
    const fields: FieldName[] = ['house', 'apartment', 'floor', 'entrance']
    for (const address of ['вул. Соборна 5', [{ house_id: { id: 5 } }]])
      expect((await readOne({ address })).unreadable?.map(({ field }) => field)).toEqual(fields)
  })

  test('without a name the login is the name: where it cannot be read, neither is written', async () => {
    const { unreadable = [] } = await readOne({ login: ['x'] })
    expect(unreadable.map(({ field }) => field)).toEqual(['login', 'name'])
  })
})

test('the text is shown as sent, short and without control characters', async () => {
  const { unreadable } = await readOne({ balance: '\u001b[31mNaN\u0007\r\n', credit: 'x'.repeat(5000) })
  expect(unreadable).toEqual([
    { field: 'balance', sent: '[31mNaN  ' },
    { field: 'credit', sent: `${'x'.repeat(60)}…` },
  ])
})

test('what stands in a map is not shown: nobody knows what it is', async () => {
  const { unreadable } = await readOne({ comment: { password: 'k3j4h5' }, balance: ['s3cret'] })
  expect(unreadable).toEqual([
    { field: 'comment', sent: '{…}' },
    { field: 'balance', sent: '[…]' },
  ])
})

describe('of the lists too', () => {
  const tariff = { name: 'T', payment: '150', payment_interval: 30, speed: { up: 1, down: 2 }, traffic: -1 }
  const rows: readonly [field: string, item: object, sent: string][] = [
    ['fee', { payment: 'н/д' }, 'н/д'],
    ['fee', { payment: '-150' }, '-150'],
    ['fee', { payment_interval: 'місяць' }, 'місяць'],
    ['speedUp', { speed: { up: '100M', down: 2 } }, '100M'],
    ['speedDown', { speed: { up: 1, down: -1 } }, '-1'],
    ['includedTraffic', { traffic: '-2' }, '-2'],
    ['includedTraffic', { traffic: 'безліміт' }, 'безліміт'],
    ['serviceType', { service_type: { id: 1 } }, '{…}'],
    ['name', { name: ['T'] }, '[…]'],
  ]
  for (const [field, item, sent] of rows)
    test(`a tariff's ${field}: ${JSON.stringify(item)}`, async () => {
      const list = { 1: { ...tariff, ...item }, 2: tariff }
      const [one, other] = itemsOf(await readItems('tariffs', 'get_tariff_list', list))
      expect(one?.unreadable).toMatchObject([{ field, sent }])
      expect(other).toMatchObject({ fee: 15_000_000, intervalDays: 30, speedUp: 1, includedTraffic: -1 })
      expect(other?.unreadable).toBeUndefined()
    })

  test("a tariff's texts come without control characters: UserSide keeps them as they are sent", async () => {
    const texts = { name: 'T\u0000urbo\u001b[2J', service_type: '\u0000 7\u007f\t' }
    const [one] = itemsOf(await readItems('tariffs', 'get_tariff_list', { 1: { ...tariff, ...texts } }))
    expect(one).toMatchObject({ name: 'Turbo[2J', serviceType: '7' })
  })

  test('a speed that is no map leaves both', async () => {
    for (const speed of ['100', 100, [1]]) {
      const [one] = itemsOf(await readItems('tariffs', 'get_tariff_list', { 1: { ...tariff, speed } }))
      expect(one?.unreadable?.map(({ field }) => field)).toEqual(['speedDown', 'speedUp'])
    }
    for (const speed of [[], {}, null, '']) {
      const [one] = itemsOf(await readItems('tariffs', 'get_tariff_list', { 1: { ...tariff, speed } }))
      expect(one?.unreadable).toBeUndefined()
    }
  })

  test("a service's cost", async () => {
    const list = {
      4: { name: 'TV', cost: 'безкоштовно' },
      5: { name: 'Y', cost: '1 000' },
      6: { name: 'Z', cost: -1 },
    }
    expect(itemsOf(await readItems('services', 'get_services_list', list))).toEqual([
      { id: '4', name: 'TV', cost: undefined, unreadable: [{ field: 'cost', sent: 'безкоштовно' }] },
      { id: '5', name: 'Y', cost: 100_000, unreadable: undefined },
      { id: '6', name: 'Z', cost: undefined, unreadable: [{ field: 'cost', sent: '-1' }] },
    ])
  })

  test("a house's storeys, entrances and number", async () => {
    await using desk = openDesk({
      get_house_list: JSON.stringify({
        1: { number: '1', floor: 'цоколь', entrance: '4' },
        2: { number: { text: '2' }, floor: '09', entrance: 0 },
        3: { number: '3', floor: 4_294_967_296, entrance: '-1' },
      }),
    })
    expect(itemsOf(await clientOf(desk.url).houses(new Map()))).toMatchObject([
      { floors: '', entrances: '4', unreadable: [{ field: 'floors', sent: 'цоколь' }] },
      { floors: '9', entrances: '', unreadable: [{ field: 'number', sent: '{…}' }] },
      { floors: '', entrances: '', unreadable: [{ field: 'floors' }, { field: 'entrances' }] },
    ])
  })

  test('a city or street whose name cannot be read is left out, so that no house goes astray', async () => {
    const list = { 1: { name: { uk: 'Київ' } }, 2: { name: 'Львів' } }
    expect(itemsOf(await readItems('cities', 'get_city_list', list))).toEqual([{ id: '2', name: 'Львів' }])
    const streets = { 1: { city_id: 1, name: ['Соборна'] }, 2: { city_id: 1, name: 'Садова' } }
    expect(itemsOf(await readItems('streets', 'get_street_list', streets)).map(({ id }) => id)).toEqual(['2'])
  })
})
