/** The tolerance table of the contract (§9), row by row. */

import { describe, expect, test } from 'bun:test'
import type { Directory } from '../../../src/model/directory.ts'
import { BillingError } from '../../../src/model/errors.ts'
import type { Subscriber } from '../../../src/model/subscriber.ts'
import { clientOf, errorOf, itemsOf, openDesk, readItems, readList, readOne } from '../universal/answering.ts'

const abills = { dialect: 'abills' } as const

describe('T1: the body undefined', () => {
  test('is an empty directory, and nobody as the list of subscribers', async () => {
    expect(itemsOf(await readItems('tariffs', 'get_tariff_list', 'undefined'))).toEqual([])
    expect((await readList('undefined')).subscribers.size).toBe(0)
  })
})

test('T2: a text in the place of data is classified, never parsed (see non-answers)', async () => {
  for (const body of [
    '',
    '<html><form>',
    'ERROR:X',
    'wrong data input: SELECT',
    'Ubilling maintance in progress',
  ])
    await errorOf(readList(body))
})

test('T3: an error in braces that are no JSON is an unknown method', async () => {
  const body = '{  { "ERROR" : "Userside API function: get_user_tags not defined" } }'
  expect(await readItems('tags', 'get_user_tags', body)).toMatchObject({ reason: 'unsupported' })
})

test('T4: numbers with leading zeros keep them', async () => {
  const record = `{"login":"x","account_number":007,"address":[{"house_id":412,"apartment":{"full_name":01001}}],
    "ip_mac":{"167772674":{"ip":"167772674","mac":001122334455}},"full_name":"0 01 007"}`
  expect(await readOne(record, abills)).toMatchObject({
    accountNumber: '007',
    fullName: '0 01 007',
    address: { apartment: '01001' },
    ipMacs: [{ ip: 167772674, mac: '001122334455' }],
  })
})

describe('T5: lists and maps flip', () => {
  const same = (values: readonly unknown[]) => {
    for (const value of values) expect(value).toEqual(values[0])
  }

  test('every list of a subscriber may be a list, a map or a single bare item', async () => {
    const shapes = [
      {
        agreement: [{ number: 'A-1', date: '2020-01-31' }],
        phone: [{ number: '067', flag_main: 1 }],
        email: [{ address: 'a@b.c', flag_main: 1 }],
        address: [{ type: 'connect', house_id: 5, apartment: { full_name: '7' } }],
        ip_mac: [{ ip: 167772674, mac: '001122aabbcc' }],
        tariff: { current: [{ id: 17 }], new: [{ id: 21, date_start: '2027-01-01' }] },
        group: [{ id: 3 }],
        tag: [{ id: 4, date_add: '2020-01-01' }],
        additional_data: [{ id: 1, value: 'v' }],
        service: { 9: [{ cost: '30' }] },
      },
      {
        agreement: { 5: { number: 'A-1', date: '2020-01-31' } },
        phone: { 1: { number: '067', flag_main: 1 } },
        email: { 0: { address: 'a@b.c', flag_main: 1 } },
        address: { 1: { type: 'connect', house_id: 5, apartment: { full_name: '7' } } },
        ip_mac: { 167772674: { ip: 167772674, mac: '001122aabbcc' } },
        tariff: { current: { 17: { id: 17 } }, new: { 21: { id: 21, date_start: '2027-01-01' } } },
        group: { 3: { id: 3 } },
        tag: { 4: { id: 4, date_add: '2020-01-01' } },
        additional_data: { 57: { id: '1', value: 'v' } },
        service: { 9: { 0: { cost: '30' } } },
      },
      {
        agreement: { number: 'A-1', date: '2020-01-31' },
        phone: { number: '067', flag_main: 1 },
        email: { address: 'a@b.c', flag_main: 1 },
        address: { type: 'connect', house_id: 5, apartment: { full_name: '7' } },
        ip_mac: { ip: 167772674, mac: '001122aabbcc' },
        tariff: { current: { id: 17 }, new: { id: 21, date_start: '2027-01-01' } },
        group: { id: 3 },
        tag: { id: 4, date_add: '2020-01-01' },
        additional_data: { id: 1, value: 'v' },
        service: { 9: { cost: '30' } },
      },
    ]
    const read = await Promise.all(shapes.map((shape) => readOne(shape)))
    same(read)
    expect(read[0]).toMatchObject({
      agreementNumber: 'A-1',
      phones: ['067'],
      emails: ['a@b.c'],
      address: { houseId: '5', apartment: '7' },
      tariffs: ['17'],
      nextTariff: { id: '21', startDate: '2027-01-01' },
      groups: ['3'],
      tags: [{ id: '4' }],
      services: [{ id: '9', cost: 3000 }],
    })
    expect(read[0]?.additionalData).toEqual(new Map([['1', 'v']]))
  })

  test('nothing has many forms', async () => {
    const names = [
      'agreement',
      'phone',
      'email',
      'address',
      'ip_mac',
      'tariff',
      'group',
      'tag',
      'additional_data',
      'service',
      'traffic',
      'account',
    ]
    const nothings = [null, '', false, [], {}, undefined]
    const read = nothings.map((nothing) => readOne(Object.fromEntries(names.map((name) => [name, nothing]))))
    same(await Promise.all(read))
  })

  test('a list of ids is a list of items', async () => {
    for (const group of [['3', 5], { 3: '3', 9: 5 }, { a: { id: 3 }, b: 5 }])
      expect((await readOne({ group })).groups).toEqual(['3', '5'])
    expect((await readOne({ group: 3 })).groups).toEqual(['3'])
  })

  test('subscribers may be a list', async () => {
    const { subscribers } = await readList([{ id: 7, login: 'seven' }, { login: 'second' }])
    expect([...subscribers.keys()]).toEqual(['7', '1'])
  })

  test('a directory may be a list or a single bare item', async () => {
    const vip = [{ id: '3', name: 'VIP' }]
    for (const list of [
      { 3: { id: 3, name: 'VIP' } },
      [{ id: 3, name: 'VIP' }],
      { 3: { name: 'VIP' } },
      vip[0],
    ])
      expect(itemsOf(await readItems('groups', 'get_user_group_list', list))).toEqual(vip)
  })

  describe('a directory that cannot be read is not an empty one', () => {
    const street = (id: number, name: unknown) => ({ id, city_id: 5, name })
    const methods = {
      streets: 'get_street_list',
      cities: 'get_city_list',
      groups: 'get_user_group_list',
      tariffs: 'get_tariff_list',
    } as const

    const damaged: readonly [what: string, list: object][] = [
      ['the first item broke off', { ...street(1, 'a'), name: street(1, 'a'), 2: street(2, 'b') }],
      ['the first item goes on with the others', { ...street(1, 'a'), 2: street(2, 'b') }],
      ['… without ids of their own', { ...street(1, 'a'), 2: { name: 'b' } }],
      ['… under ids that are no numbers', { ...street(1, 'a'), vip: { id: 'vip', name: 'b' } }],
      [
        'an item in the middle goes on with them',
        { 1: street(1, 'a'), 2: { ...street(2, 'b'), 3: street(3, 'c') } },
      ],
      ['… in a list', [street(1, 'a'), { ...street(2, 'b'), 3: street(3, 'c') }]],
    ]
    for (const [list, method] of Object.entries(methods))
      test.each(damaged)(`${list}: %s`, async (_, sent) => {
        const read = await outcomeOf(readItems(list as keyof typeof methods, method, sent))
        expect(read).toBe('failed')
      })

    test.each(['streets', 'cities'] as const)('%s: no name can be read', async (list) => {
      for (const sent of [{ 1: street(1, {}), 2: street(2, ['x']) }, [street(1, {})], street(1, [])])
        expect(await outcomeOf(readItems(list, methods[list], sent))).toBe('failed')
      const one = { 1: street(1, {}), 2: street(2, 'b') }
      expect(itemsOf(await readItems(list, methods[list], one)).map(({ id }) => id)).toEqual(['2'])
    })

    test('what an item consists of is no item', async () => {
      const speed = { 1: { id: 1, name: 'a', speed: { up: 1, down: 2 }, service_type: { id: 3 } } }
      expect(itemsOf(await readItems('tariffs', 'get_tariff_list', speed))).toHaveLength(1)
      expect(itemsOf(await readItems('tariffs', 'get_tariff_list', speed[1]))).toHaveLength(1)
    })

    async function outcomeOf(reading: Promise<Directory<unknown>>): Promise<string> {
      try {
        const read = await reading
        return read.state === 'available' ? `${read.items.size} items` : read.reason
      } catch (error) {
        if (error instanceof BillingError && error.kind === 'malformed') return 'failed'
        throw error
      }
    }
  })

  test('the key "" is dropped where nothing else gives an id', async () => {
    const list = { '': { name: 'nobody' }, 3: { name: 'VIP' } }
    expect(itemsOf(await readItems('groups', 'get_user_group_list', list))).toEqual([
      { id: '3', name: 'VIP' },
    ])
    expect((await readOne({ group: { '': { name: 'x' } }, tag: { '': '' } })).groups).toEqual([])
  })

  test('a subscriber that is no object is set aside and reported, the others go on', async () => {
    const { subscribers, setAside, unusable, problems } = await readList({
      a: { login: 'a' },
      b: 'broken',
      c: [],
      d: null,
    })
    expect([...subscribers.keys()]).toEqual(['a'])
    expect([...setAside]).toEqual(expect.arrayContaining(['b', 'broken', 'c', 'd']))
    // However many ids a record may be known by, it is one.
    expect(unusable).toBe(3)
    expect(problems.map(({ code, partial }) => [code, partial])).toEqual([
      ['subscriber-unreadable', true],
      ['subscriber-unreadable', true],
      ['subscriber-unreadable', true],
    ])
  })

  test('an item of a directory that is no object is left out and reported', async () => {
    await using desk = openDesk({ get_user_tags: '{"1":{"name":"a"},"2":"b"}' })
    const client = clientOf(desk.url)
    expect(itemsOf(await client.tags())).toEqual([{ id: '1', name: 'a' }])
    expect(client.problems).toMatchObject([{ code: 'item-unreadable' }])
  })
})

test('T6: ids are texts, trimmed, with their zeros', async () => {
  const list = await readList(
    '{"0755":{"id":"0755"},"755":{"id":755},"k":{"id":" b ","state_id":0,"login":"x"}}',
  )
  expect([...list.subscribers.keys()]).toEqual(['0755', '755', 'b'])
  expect(list.subscribers.get('b')?.stateId).toBe('0')
  const exact = await readOne('{"login":12345678901234567,"agreement":[{"number":99999999999999999999}]}')
  expect([exact.login, exact.agreementNumber]).toEqual(['12345678901234567', '99999999999999999999'])
})

test('T7: ids are opaque: any text is one', async () => {
  const ids = ['__proto__', 'constructor', 'toString', '0', '-5', '1e3', 'є /?&"\'<b>', '😀']
  const body = `{${ids.map((id) => `${JSON.stringify(id)}:{"id":${JSON.stringify(id)},"tariff":{"current":[{"id":${JSON.stringify(id)}}]}}`).join()}}`
  const { subscribers } = await readList(body)
  expect([...subscribers.keys()]).toEqual(ids)
  expect([...subscribers.values()].map(({ tariffs }) => tariffs)).toEqual(ids.map((id) => [id]))
})

describe('T8: decimals', () => {
  const amounts: readonly [unknown, number | undefined][] = [
    ['-12.5', -1250],
    [-12.5, -1250],
    ['12,5', 1250],
    ['+3', 300],
    ['-19.23766198458582', -1924],
    ['0.005', 1],
    ['-0.005', -1],
    ['1.005', 101],
    ['-0.0000001', 0],
    ['1e2', 10_000],
    ['1.5E-2', 2],
    [' 7 ', 700],
    ['', undefined],
    [null, undefined],
    ['n/a', undefined],
    [false, undefined],
  ]
  for (const [value, units] of amounts)
    test(`${JSON.stringify(value)} is ${units} hundredths`, async () => {
      const { balance, credit } = await readOne({ balance: value, credit: value })
      expect([balance, credit]).toEqual([units, units])
      expect(Object.is(balance, -0)).toBe(false)
    })
})

describe('T9, T10: dates', () => {
  const dates: readonly [unknown, string][] = [
    ['2026-11-02 12:23:46', '2026-11-02 12:23:46'],
    ['2026-11-02', '2026-11-02 00:00:00'],
    ['02.11.2026', '2026-11-02 00:00:00'],
    ['02.11.2026 12:23', '2026-11-02 12:23:00'],
    ['2024-02-29 00:00:00', '2024-02-29 00:00:00'],
    ['2023-02-29 00:00:00', ''],
    ['2026-04-31', ''],
    ['2026-11-02 25:00:00', ''],
    ['', ''],
    [null, ''],
    ['0000-00-00', ''],
    ['0000-00-00 00:00:00', ''],
    [' 00:00:00', ''],
    ['1970-01-01', ''],
    ['1970-01-01 03:00:00', ''],
    ['yesterday', ''],
    [0, ''],
  ]
  for (const [value, local] of dates)
    test(`${JSON.stringify(value)} is ${local || 'no date'}`, async () => {
      const { activeAt, connectedOn } = await readOne({ date_activity: value, date_connect: value })
      expect([activeAt, connectedOn]).toEqual([local, local.slice(0, 10)])
    })

  test('the date of connection never comes from date_create', async () => {
    expect((await readOne({ date_create: '2020-01-01', date_connect: '' })).connectedOn).toBe('')
  })
})

describe('T11: an ordered tariff', () => {
  const ordered: readonly [today: string, start: unknown, day: string][] = [
    ['2026-11-23 02:17:33', '2026-12-01 00:00:00', '2026-12-01'],
    ['2026-11-23 02:17:33', '2026-11-23', '2026-11-23'],
    ['2026-12-15 00:00:00', '2026-11-30', '2027-01-01'],
    ['2026-12-31 23:59:59', '2026-11-30 00:00:00', '2027-01-01'],
    ['2026-02-10 00:00:00', '2026-02-09', '2026-03-01'],
    ['2026-02-10 00:00:00', '', '2026-03-01'],
    ['2026-02-10 00:00:00', undefined, '2026-03-01'],
    ['2026-02-10 00:00:00', '0000-00-00', '2026-03-01'],
  ]
  for (const [today, start, day] of ordered)
    test(`for ${JSON.stringify(start)} on ${today.slice(0, 10)} starts on ${day}`, async () => {
      const system = JSON.stringify({ date: today })
      const { nextTariff } = await readOne({ tariff: { new: [{ id: 'B', date_start: start }] } }, { system })
      expect(nextTariff).toEqual({ id: 'B', startDate: day })
    })
})

test('T12: the markers of no tariff are none, now and next; any other id is kept', async () => {
  const tariff = {
    current: [{ id: '*_NO_TARIFF_*' }, { id: '' }, { id: 'gone' }],
    new: [{ id: '*_NO_TARIFF_*' }],
  }
  expect(await readOne({ tariff })).toMatchObject({ tariffs: ['gone'], nextTariff: undefined })
  expect((await readOne({ tariff: { current: [{ id: 'A' }, { id: 'A' }] } })).tariffs).toEqual(['A', 'A'])
})

test('T13: state 0 is a state; words beyond the known ones keep id and name', async () => {
  const list = {
    0: { id: 0, name: 'Активний', functional: 'work' },
    7: { id: 7, name: 'Вірус', functional: 'stop' },
    11: { id: 11, name: 'Інше', functional: '' },
    12: { id: 12, name: 'Нове', functional: 'party' },
  }
  expect(itemsOf(await readItems('states', 'get_user_state_list', list))).toEqual([
    { id: '0', name: 'Активний', functional: 'work' },
    { id: '7', name: 'Вірус', functional: 'stop' },
    { id: '11', name: 'Інше', functional: undefined },
    { id: '12', name: 'Нове', functional: undefined },
  ])
  expect((await readOne({ state_id: 0 })).stateId).toBe('0')
  expect((await readOne({ state_id: null })).stateId).toBe('')
})

describe('T14, T15, T16: addresses of devices', () => {
  const mac = '001122aabbcc'
  const rows: readonly [what: string, value: unknown, expected: Subscriber['ipMacs']][] = [
    ['a number', [{ ip: 3232235521, mac }], [{ ip: 3232235521, mac }]],
    ['a numeric text', [{ ip: '3232235521', mac }], [{ ip: 3232235521, mac }]],
    ['dotted', [{ ip: '192.168.0.1', mac }], [{ ip: 3232235521, mac }]],
    ['the largest', [{ ip: 4294967295 }], [{ ip: 4294967295, mac: '' }]],
    ['too big', [{ ip: 4294967296, mac }], [{ ip: undefined, mac }]],
    ['0 with a MAC', [{ ip: 0, mac }], [{ ip: undefined, mac }]],
    ['"" with a MAC', [{ ip: '', mac }], [{ ip: undefined, mac }]],
    ['false with a MAC', [{ ip: false, mac }], [{ ip: undefined, mac }]],
    ['neither', [{ ip: 0, mac: '' }], []],
    ['MAC with colons', [{ mac: '00:11:22:AA:BB:CC' }], [{ ip: undefined, mac }]],
    ['MAC with dashes', [{ mac: '00-11-22-aa-bb-cc' }], [{ ip: undefined, mac }]],
    ['MAC with dots', [{ mac: '0011.22aa.bbcc' }], [{ ip: undefined, mac }]],
    ['glued MACs', [{ ip: 5, mac: 'xyz; 00:11:22:aa:bb:cc,ffffffffffff' }], [{ ip: 5, mac }]],
    ['MAC of zeros', [{ ip: 5, mac: '000000000000' }], [{ ip: 5, mac: '' }]],
    ['MAC of f', [{ ip: 5, mac: 'ff:ff:ff:ff:ff:ff' }], [{ ip: 5, mac: '' }]],
    ['MAC that is none', [{ ip: 5, mac: '0011' }], [{ ip: 5, mac: '' }]],
    ['keyed by the IP', { 3232235521: { mac } }, [{ ip: 3232235521, mac }]],
    ['keyed by a counter', { 12: { mac } }, [{ ip: undefined, mac }]],
    ['keyed by 65535', { 65535: { mac } }, [{ ip: undefined, mac }]],
    ['keyed by ""', { '': { ip: '', mac } }, [{ ip: undefined, mac }]],
    ['own IP against the key', { 3232235521: { ip: 5, mac } }, [{ ip: 5, mac }]],
    ['own 0 against the key', { 3232235521: { ip: 0, mac } }, [{ ip: undefined, mac }]],
    ['cpe_mac', [{ ip: 5, cpe_mac: mac }], [{ ip: 5, mac: '' }]],
    [
      'a second address',
      [{ ip: 5, mac, local_ip: '10.0.0.1' }],
      [
        { ip: 5, mac },
        { ip: 167772161, mac: '' },
      ],
    ],
    ['the same twice', [{ ip: 5 }, { ip: 5, mac }], [{ ip: 5, mac }]],
    [
      'bare texts',
      ['10.0.0.1', 5],
      [
        { ip: 167772161, mac: '' },
        { ip: 5, mac: '' },
      ],
    ],
  ]
  for (const [what, value, expected] of rows)
    test(what, async () => {
      expect((await readOne({ ip_mac: value })).ipMacs).toEqual(expected)
    })
})

describe('T17, T18: house numbers', () => {
  const typed: readonly [typed: string, number: string, block: string][] = [
    ['12А', '12', 'А'],
    ['12 / 3', '12', '3'],
    ['12/1/1', '12', '1/1'],
    ['12А/3', '12', 'А/3'],
    ['83 корп.3', '83', 'корп.3'],
    ['12-14', '12', '14'],
    ['к.101', 'к.101', ''],
    ['б/н', 'б/н', ''],
    ['Лікарня', 'Лікарня', ''],
    ['-', '', ''],
    ['', '', ''],
    ['  7   а ', '7', 'а'],
  ]
  const street = { id: '1', cityId: '1', name: 'Соборна', fullName: 'вул. Соборна' }
  const houseOf = async (item: object, streets = [street], dialect: 'auto' | 'abills' = 'auto') => {
    await using desk = openDesk({ get_house_list: JSON.stringify({ 9: item }) })
    const map = new Map(streets.map((each) => [each.id, each]))
    const [house] = itemsOf(await clientOf(desk.url, { dialect }).houses(map))
    return house
  }
  for (const [text, number, block] of typed) {
    test(`${JSON.stringify(text)} is rebuilt to ${JSON.stringify([number, block])}`, async () => {
      const sent = { street_id: '1', number: 'sent', block: 'Z' }
      expect(await houseOf({ ...sent, full_name: `Соборна ${text}` })).toMatchObject({
        number: { number, block },
        sentNumber: { number: 'sent', block: 'Z' },
      })
      expect(await houseOf({ ...sent, street_id: '77', full_name: ` ${text}` })).toMatchObject({
        number: { number, block },
      })
    })
  }

  test('a padded street name and entities are no obstacle', async () => {
    const padded = { ...street, name: "О'Коннора  & Ко" }
    expect(
      await houseOf({ street_id: '1', full_name: " О'Коннора &amp;  Ко 5б", number: '5' }, [padded]),
    ).toMatchObject({ number: { number: '5', block: 'б' } })
  })

  test('a full name that does not begin with the street leaves the pair as sent', async () => {
    for (const full_name of ['Київ, , Соборна, 12', 'Соборна12', 'Соборна-друга 4', '12', null])
      expect(await houseOf({ street_id: '1', number: '5', block: ' б ', full_name })).toMatchObject({
        number: { number: '5', block: 'б' },
        sentNumber: undefined,
      })
  })

  test('a pair that was right is not called rebuilt', async () => {
    const item = { street_id: '1', number: '12', block: 'А', full_name: 'Соборна 12А' }
    expect((await houseOf(item))?.sentNumber).toBeUndefined()
  })

  test('of ABillS the number is taken as sent', async () => {
    const item = { street_id: 1, number: '12-А', full_name: 'Соборна 12-А', city_district_id: 0, postcode: 0 }
    expect(await houseOf(item, [street], 'abills')).toEqual({
      id: '9',
      streetId: '1',
      districtId: '',
      number: { number: '12-А', block: '' },
      sentNumber: undefined,
      postcode: '',
      floors: '',
      entrances: '',
    })
  })

  test('storeys and entrances of 0 are unknown', async () => {
    expect(await houseOf({ floor: '0', entrance: 0 })).toMatchObject({ floors: '', entrances: '' })
    expect(await houseOf({ floor: 9, entrance: '4' })).toMatchObject({ floors: '9', entrances: '4' })
  })
})

test('T19: districts of ABillS without the pseudo-entry; an empty city name stays empty', async () => {
  const districts = { '-1': { id: -1, name: 'x' }, 4: { id: 4, city_id: 4, name: 'Центр' } }
  expect(itemsOf(await districtsOf(districts))).toEqual([{ id: '4', cityId: '4', name: 'Центр' }])
  expect(itemsOf(await readItems('cities', 'get_city_list', { 4: { id: 4, name: '' } }, abills))).toEqual([
    { id: '4', name: '' },
  ])

  async function districtsOf(list: object) {
    await using desk = openDesk({ get_city_district_list: JSON.stringify(list) })
    return await clientOf(desk.url, abills).districts()
  }
})

test('T20: without a house there is no address', async () => {
  for (const house_id of [0, '0', '', null, undefined])
    expect(
      (await readOne({ address: [{ house_id, apartment: { full_name: '7' } }] })).address,
    ).toBeUndefined()
  expect((await readOne({ address: [{ house_id: 99_999 }] })).address).toMatchObject({ houseId: '99999' })
})

test('T21: coordinates of any form do no harm: the ERP has no place for them', async () => {
  for (const coordinates of ['50.4,30.5', [50.4, '30.5'], null, { lat: 1, lon: 2 }, '', 'x']) {
    await using desk = openDesk({ get_house_list: JSON.stringify({ 1: { number: '5', coordinates } }) })
    expect(itemsOf(await clientOf(desk.url).houses(new Map()))).toHaveLength(1)
  }
})

test('T22: a company id is a company', async () => {
  for (const [value, is] of [
    [17, true],
    ['17', true],
    [1, true],
    [true, true],
    [0, false],
    ['0', false],
    ['', undefined],
    [null, undefined],
  ] as const)
    expect((await readOne({ flag_corporate: value })).isCorporate).toBe(is)
})

describe('T23: phones and e-mails', () => {
  test('several in one are split, empty and repeated ones dropped, the main one first', async () => {
    const phone = [
      { number: '(044) 123-45-67; 044 765 43 21', flag_main: 0 },
      { number: '', flag_main: 1 },
      { number: 'немає' },
      { number: '+38 067 123 45 67,0671234568\n0441234567', flag_main: '1' },
      { number: '0501112233', flag_main: 1 },
    ]
    expect((await readOne({ phone })).phones).toEqual([
      '380671234567',
      '0671234568',
      '0441234567',
      '0447654321',
      '0501112233',
    ])
  })

  test('without a flag the first is the main one', async () => {
    expect((await readOne({ phone: [{ number: 'б/н' }, { number: '1' }, { number: '2' }] })).phones).toEqual([
      '1',
      '2',
    ])
  })

  test('only what has an @ is an e-mail', async () => {
    const email = [{ address: 'немає' }, { address: 'a@b.c; d@e.f' }, { address: 'a@b.c', flag_main: 1 }]
    expect((await readOne({ email })).emails).toEqual(['a@b.c', 'd@e.f'])
  })
})

test('T24: an account number of null is empty, a number stands as it is', async () => {
  expect((await readOne({ account_number: null })).accountNumber).toBe('')
  expect((await readOne({ account_number: 3232235521 })).accountNumber).toBe('3232235521')
})

test('T25: a bare service is a list of one; two elements are two', async () => {
  expect((await readOne({ service: { 4: { cost: '30', comment: 'x' } } })).services).toEqual([
    { id: '4', cost: 3000, comment: 'x' },
  ])
  expect((await readOne({ service: { 4: [{ cost: 1 }, { cost: '2,5' }], 5: [] } })).services).toEqual([
    { id: '4', cost: 100, comment: '' },
    { id: '4', cost: 250, comment: '' },
  ])
  expect((await readOne({ service: [[{ cost: 1 }], [{ cost: 2 }]] })).services.map(({ id }) => id)).toEqual([
    '0',
    '1',
  ])
})

test('T26: additional fields count by id, never by key; of one id the last wins', async () => {
  const { additionalData } = await readOne({
    additional_data: { 57: { id: '4', value: 'a' }, 58: { id: 4, value: 'b' }, 59: { value: 'lost' } },
  })
  expect(additionalData).toEqual(new Map([['4', 'b']]))
})

test('T27: no activity is no activity', async () => {
  for (const date_activity of ['1970-01-01 03:00:00', '', undefined])
    expect((await readOne({ date_activity })).activeAt).toBe('')
})

test('T28: traffic is exact beyond 2^53, absent is 0', async () => {
  const traffic = '{"login":"x","traffic":{"month":{"up":"71874244846","down":99999999999999999999}}}'
  expect(await readOne(traffic)).toMatchObject({
    trafficUp: '71874244846',
    trafficDown: '99999999999999999999',
  })
  expect(await readOne({ traffic: { month: [] } })).toMatchObject({ trafficUp: '0', trafficDown: '0' })
})

test('T29: no request ever names one subscriber', async () => {
  await using desk = openDesk({ get_user_list: '{}' })
  await clientOf(desk.url).subscribers()
  expect([...desk.asked('customer_id'), ...desk.asked('UID')]).toEqual([null, null])
})

// T30 is paging.test.ts.

test('T31: an unknown method, told by 400 or by text (see non-answers)', async () => {
  for (const answer of [{ status: 400, body: 'Unknown Action' }, '{"error":"unknown_method"}']) {
    await using desk = openDesk({ get_user_tags: answer })
    expect(await clientOf(desk.url).tags()).toMatchObject({ reason: 'unsupported' })
  }
})

test('T32: passwords are dropped where they are read, unless they are imported', async () => {
  const list = { x: { login: 'x', password: 'k3j4h5' } }
  const without = await readList(list)
  expect(JSON.stringify([...without.subscribers.values()])).not.toContain('k3j4h5')
  expect(without.exported.parts.has('password')).toBe(false)
  const withPasswords = await readList(list, { withPasswords: true })
  expect(withPasswords.subscribers.get('x')?.password).toBe('k3j4h5')
  expect(withPasswords.exported.parts.has('password')).toBe(true)
})

test('T33: a BOM or notices before the JSON are skipped and reported', async () => {
  for (const before of ['\uFEFF', '<br />\n<b>Warning</b>: a["b"] in {c}<br />\n', '[notice] x\n']) {
    const { subscribers, problems } = await readList(`${before}{"a":{"login":"a"}} \n`)
    expect([...subscribers.keys()]).toEqual(['a'])
    expect(problems).toMatchObject([{ code: 'garbage-before-json', example: 'get_user_list' }])
  }
})

test('T34: spelled line breaks, CR LF, tabs and entities in texts', async () => {
  expect((await readOne({ comment: 'a\\nb' }, abills)).comment).toBe('a b')
  expect((await readOne({ comment: 'C:\\new' })).comment).toBe('C:\\new')
  expect(await readOne({ comment: ' a\r\nb\tc ', full_name: 'Мар&#039;яненко &amp;amp; Ко' })).toMatchObject({
    comment: 'a b c',
    fullName: "Мар'яненко & Ко",
  })
})

// T35 is transport.test.ts.

test('T36: what a billing says of its version and methods decides nothing', async () => {
  await using desk = openDesk({
    get_system_information: '{"date":"2026-01-01 00:00:00","billing":{"name":"ABillS","version":"0.38"}}',
    get_user_tags: '{"1":{"name":"a"}}',
  })
  const client = clientOf(desk.url)
  await client.system()
  expect(itemsOf(await client.tags())).toHaveLength(1)
  expect(desk.asked('request')).toEqual(['get_system_information', 'get_user_tags'])
})

describe('T37: a list that tells of its own failure', () => {
  const people = { 1: { login: 'a' }, 2: { login: 'b' } }
  const failures: readonly [what: string, list: object][] = [
    ['an error beside records', { ...people, error: 'Allowed memory size exhausted' }],
    ['in any letter case', { ...people, ERROR: 'x' }],
    ['of ABillS', { ...people, errstr: 'Access Deny' }],
    ['under a longer name', { ...people, db_error: 'table is crashed', error_code: '145' }],
    ['a map of it', { ...people, error: { code: 500, message: 'gone away' } }],
    ['a warning', { ...people, warning: 'only the first 1000 rows' }],
    ['a word among numbers', { ...people, truncated_because: 'time limit' }],
    ['beside logins', { koval: { login: 'koval' }, error: 'x' }],
  ]
  for (const [what, list] of failures)
    test(`${what} is malformed`, async () => {
      const error = await errorOf(readList(list))
      expect(error.kind).toBe('malformed')
      expect(error.message).toContain('beside the records of the list stands')
    })

  test('what it says is told, without the key and without control characters', async () => {
    const list = { ...people, error: 'no key=K0123456789 \u001b[2J' }
    const { message } = await errorOf(readList(list))
    expect(message).toContain('"error": "no ***')
    expect(message).not.toMatch(/K0123456789|\u001b/)
  })

  const fine: readonly [what: string, list: object, setAside: readonly string[]][] = [
    ['a subscriber called error', { error: { login: 'error' }, 2: { login: 'b' } }, []],
    [
      'a record that is a text, among logins',
      { koval: { login: 'k' }, petrenko: 'broken' },
      ['petrenko', 'broken'],
    ],
    ['that all is well', { ...people, status: 'ok' }, ['status', 'ok']],
    ['a count', { ...people, total: '2' }, ['total', '2']],
    ['no error', { ...people, error: null }, ['error']],
  ]
  for (const [what, list, setAside] of fine)
    test(`${what} is none`, async () => {
      const read = await readList(list)
      expect(read.subscribers.size).toBeGreaterThan(0)
      expect([...read.setAside]).toEqual([...setAside])
    })

  test('in a directory too', async () => {
    const list = { 1: { name: 'VIP' }, error_text: 'gone away' }
    expect(await readItems('groups', 'get_user_group_list', list)).toMatchObject({ reason: 'failed' })
  })
})

// T38 is places.test.ts, T39 is transport.test.ts.

describe('T40: second forms', () => {
  test('a street without a city has it in its parents', async () => {
    await using desk = openDesk({
      get_city_list: '{"5":{"name":"Київ"},"6":{"name":"Львів"}}',
      get_street_list: JSON.stringify({
        1: { name: 'a', parent_id: 5 },
        2: { name: 'b', parent_ids: [1, 6, 99] },
        3: { name: 'c', parent_ids: { 0: '77', 1: '5' } },
        4: { name: 'd', parent_ids: '1,6' },
        5: { name: 'e', city_id: 6, parent_id: 5 },
        6: { name: 'f', city_id: '', parent_id: '6' },
        7: { name: 'g', parent_id: 77 },
        8: { name: 'h' },
      }),
    })
    const client = clientOf(desk.url)
    await client.cities()
    expect(itemsOf(await client.streets()).map(({ cityId }) => cityId)).toEqual([
      '5',
      '6',
      '5',
      '6',
      '6',
      '6',
      '77',
      '',
    ])
  })

  test('a house without a street has it in its parents', async () => {
    await using desk = openDesk({ get_house_list: '{"1":{"number":"5","parent_ids":[9,1]}}' })
    const streets = new Map([['1', { id: '1', cityId: '', name: 'Соборна', fullName: 'Соборна' }]])
    expect(itemsOf(await clientOf(desk.url).houses(streets))).toMatchObject([{ streetId: '1' }])
  })

  test('a tariff without a fee has a full one', async () => {
    const fees = async (tariff: object) =>
      itemsOf(await readItems('tariffs', 'get_tariff_list', { 1: tariff })).map(({ fee }) => fee)
    expect(await fees({ payment: null, payment_full: '150' })).toEqual([15_000_000])
    expect(await fees({ payment_full: 150 })).toEqual([15_000_000])
    expect(await fees({ payment: 0, payment_full: '150' })).toEqual([0])
  })

  test('a tariff of a subscriber by its name alone is the one tariff that has it', async () => {
    const { tariffs, nextTariff } = await byName(
      { 17: { name: 'Дім  100' }, 18: { name: 'Два' }, 19: { name: 'Два' } },
      {
        current: [
          { name: 'Дім 100' },
          { name: 'Два' },
          { id: 18, name: 'Дім 100' },
          { id: null, name: 'Дім 100' },
        ],
        new: { name: 'Дім 100', date_start: '2027-01-01' },
      },
    )
    // Of two with one name nobody knows which is meant: such a tariff is not listed (T12).
    expect(tariffs).toEqual(['17', 'Два', '18', '17'])
    expect(nextTariff).toEqual({ id: '17', startDate: '2027-01-01' })
  })

  test('under a key the key is the id', async () => {
    const { tariffs } = await byName(
      { 17: { name: 'A' }, 18: { name: 'B' } },
      { current: { 18: { name: 'A' } } },
    )
    expect(tariffs).toEqual(['18'])
  })

  async function byName(list: object, tariff: object): Promise<Subscriber> {
    await using desk = openDesk({
      get_tariff_list: JSON.stringify(list),
      get_user_list: JSON.stringify({ x: { login: 'x', tariff } }),
    })
    const client = clientOf(desk.url)
    await client.tariffs()
    const [subscriber] = (await client.subscribers()).subscribers.values()
    if (subscriber === undefined) throw new Error('no subscriber was read')
    return subscriber
  }
})

test('T41: of several agreements the first with a number counts, with its date', async () => {
  const agreement = [
    { number: '', date: '2019-01-01' },
    { number: ' ', date: '2019-02-02' },
    { number: 'A-7', date: '2020-01-31' },
    { number: 'B-8', date: '2021-01-31' },
  ]
  const read = await readOne({ agreement })
  expect([read.agreementNumber, read.agreementDate]).toEqual(['A-7', '2020-01-31'])
  const none = await readOne({ agreement: [{ number: null, date: '2019-01-01' }, { number: '' }] })
  expect([none.agreementNumber, none.agreementDate]).toEqual(['', '2019-01-01'])
})

test('T42: the word of a state is trimmed and in any letter case', async () => {
  const list = Object.fromEntries(
    [' Work ', 'NOMONEY', 'Pause\n', ' party '].map((functional, id) => [id, { name: 'x', functional }]),
  )
  const states = itemsOf(await readItems('states', 'get_user_state_list', list))
  expect(states.map(({ functional }) => functional)).toEqual(['work', 'nomoney', 'pause', undefined])
})
