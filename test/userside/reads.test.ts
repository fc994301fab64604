import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import type { UsersideError } from '../../src/model/errors.ts'
import { API_KEY, collect, type Script, startErp, Turns } from './erp.ts'
import { startRaw } from './sockets.ts'

const NO_PASSWORDS = { withPasswords: false }

async function customersOf(script: Script) {
  using erp = startErp({ get_user_list: script })
  return await collect(erp.userside.customers(NO_PASSWORDS))
}

async function erroringCustomers(script: Script): Promise<UsersideError> {
  return (await customersOf(script).then(
    () => 'no failure',
    (error: unknown) => error,
  )) as UsersideError
}

describe('the list of subscribers (§2, step 9)', () => {
  test('is asked for with what makes it comparable', async () => {
    using erp = startErp({ get_user_list: {} })
    await collect(erp.userside.customers(NO_PASSWORDS))
    await collect(erp.userside.customers({ withPasswords: true }))
    const expected = {
      key: API_KEY,
      cat: 'module',
      request: 'get_user_list',
      billing_id: '3',
      is_id_billing_user_id: '1',
      is_parent_id: '1',
      timestamp_ready: '1',
    }
    expect(erp.requests[0]?.fields).toEqual(expected)
    expect(erp.requests[1]?.fields).toEqual({ ...expected, is_load_password: '1' })
  })

  test.each([['{}'], ['[]'], ['null'], [' {} \n']])(
    'may be empty: %j is a first run, not an error',
    async (body) => {
      expect(await customersOf(body)).toEqual([])
    },
  )

  test('is keyed by the id in the billing, as the ERP returns it', async () => {
    const body =
      '{"7":{"erp_id":1},"o&#039;neil":{"userside_id":"2"},"__proto__":{"erp_id":3},"007":{"erp_id":4}}'
    const customers = await customersOf(body)
    expect(customers.map(({ key, erpId }) => `${key}=${erpId}`)).toEqual([
      '7=1',
      'o&#039;neil=2',
      '__proto__=3',
      '007=4',
    ])
  })

  test('may be a JSON list when the ids count from 0', async () => {
    const customers = await customersOf([{ erp_id: 1 }, { erp_id: 2 }])
    expect(customers.map(({ key }) => key)).toEqual(['0', '1'])
  })

  test('keeps every digit of a long number', async () => {
    const [customer] = await customersOf('{"a":{"erp_id":1,"account_number":12345678901234567}}')
    expect(customer?.accountNumber).toBe('12345678901234567')
  })

  test('has records without an id of the ERP: they are reported, told of and skipped', async () => {
    using erp = startErp({
      get_user_list: { a: { erp_id: 1 }, b: { login: 'b' }, c: 'x', d: { erp_id: 0 }, e: null },
    })
    const unusable: string[] = []
    const customers = await collect(
      erp.userside.customers({ ...NO_PASSWORDS, onUnusable: (key) => unusable.push(key) }),
    )
    expect(customers.map(({ key }) => key)).toEqual(['a'])
    expect(unusable).toEqual(['b', 'c', 'd', 'e'])
    expect(erp.problems.map(({ code, example }) => `${code} ${example}`)).toEqual(
      unusable.map((key) => `userside-subscriber-without-id ${key}`),
    )
  })

  test.each([
    ['an error', '{"error":"unknown_method"}', 'unknown_method'],
    ['ERROR', '{"Result":"ERROR","ErrorText":"Wrong key"}', 'get_user_list: Wrong key'],
    ['an Error', '{"Error":"Forbidden section"}', 'Forbidden section'],
    ['a result that is not OK', '{"result":"FAIL","ErrorText":"No rights"}', 'No rights'],
  ])('is not empty when the answer is %s', async (_, body, shown) => {
    const error = await erroringCustomers(body)
    expect(error).toMatchObject({ kind: 'refused' })
    expect(error.message).toContain(shown)
  })

  test('is no error when a subscriber is called so', async () => {
    const customers = await customersOf({ error: { erp_id: 1 }, result: { erp_id: 2 } })
    expect(customers.map(({ key }) => key)).toEqual(['error', 'result'])
  })

  test.each([
    ['a page', '<html>Log in</html>'],
    ['nothing', ''],
    ['half of it', '{"a":{"erp_id":1},"b":{"erp_'],
    ['a text', '"ok"'],
    ['a number', '5'],
    ['OK alone', '{"Result":"OK"}'],
    ['wrapped', '{"Result":"OK","Data":{"a":{"erp_id":1}}}'],
  ])('is not empty when the answer is %s', async (_, body) => {
    expect(await erroringCustomers(body)).toMatchObject({ code: 'userside', kind: 'malformed' })
  })

  test('is asked for once more when the first answer is none', async () => {
    expect(await customersOf(new Turns('<html>', { a: { erp_id: 1 } }))).toHaveLength(1)
  })

  test('is asked for again after HTTP 500', async () => {
    const broken = () => new Response('', { status: 500 })
    expect(await customersOf(new Turns(broken, broken, broken, { a: { erp_id: 1 } }))).toHaveLength(1)
  })

  test('is not asked for again after HTTP 403', async () => {
    using erp = startErp({ get_user_list: () => new Response('', { status: 403 }) })
    await expect(collect(erp.userside.customers(NO_PASSWORDS))).rejects.toMatchObject({ kind: 'refused' })
    expect(erp.requests).toHaveLength(1)
  })

  const record = (id: number) => `"s${id}":{"erp_id":${id + 1},"comment":"${'x'.repeat(1000)}"}`
  const records = Array.from({ length: 500 }, (_, id) => record(id)).join(',')

  test('that breaks off never passes for a shorter one, whatever was handed out before', async () => {
    using erp = startErp({ get_user_list: `{${records},` })
    const seen: string[] = []
    const reading = async () => {
      for await (const { key } of erp.userside.customers(NO_PASSWORDS)) seen.push(key)
    }
    await expect(reading()).rejects.toMatchObject({ kind: 'malformed' })
    expect(seen.length).toBeGreaterThan(100)
    expect(erp.requests).toHaveLength(1)
  })

  test('is malformed too when the connection breaks in its midst', async () => {
    using raw = await startRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n{${records}`),
    )
    using erp = startErp()
    const reading = collect(erp.client({ url: raw.url }).customers(NO_PASSWORDS))
    await expect(reading).rejects.toMatchObject({ code: 'userside' })
  })

  test('can be left early', async () => {
    using erp = startErp({ get_user_list: `{${records}}` })
    for await (const { key } of erp.userside.customers(NO_PASSWORDS)) {
      expect(key).toBe('s0')
      break
    }
  })

  test('is whole or an error, wherever it is cut', async () => {
    const body = JSON.stringify({
      petrenko: {
        userside_id: 101,
        full_name: 'Мар&#039;яненко',
        tariff: { current: [{ id: 'Дім-100' }], new: [] },
      },
      koval: { erp_id: '102', balance: '-12.50', phone: { 1: { number: '067' } } },
    })
    const bytes = new TextEncoder().encode(body)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        using erp = startErp({ get_user_list: () => new Response(bytes.slice(0, length)) })
        const reading = collect(erp.userside.customers(NO_PASSWORDS))
        await expect(reading).rejects.toMatchObject({ kind: 'malformed' })
      }),
      { numRuns: 60 },
    )
  })
})

describe('the tariffs of this billing (§4)', () => {
  test('are keyed by their id in the billing, decoded', async () => {
    using erp = startErp({
      get_tariff_list: {
        'Дім&#047;100&#43;': {
          userside_id: 7,
          name: 'Дім&#047;100&#43; &#039;Люкс&#039;',
          payment: '150.123456',
          payment_interval: '30',
          speed: { up: '50000', down: 100_000 },
          traffic: -1,
          service_type: 0,
          is_in_billing: '0',
        },
      },
    })
    expect(await erp.userside.tariffs()).toEqual(
      new Map([
        [
          'Дім/100+',
          {
            billingId: 'Дім/100+',
            erpId: '7',
            name: "Дім/100+ 'Люкс'",
            fee: 15_012_346,
            intervalDays: 30,
            speedDown: 100_000,
            speedUp: 50_000,
            includedTraffic: -1,
            serviceType: '0',
            isInBilling: false,
          },
        ],
      ]),
    )
    expect(erp.requests[0]?.fields).toMatchObject({ request: 'get_tariff_list', billing_id: '3' })
  })

  test('may miss every field: numbers are 0, texts empty, in the billing', async () => {
    using erp = startErp({ get_tariff_list: [{ erp_id: '9' }] })
    expect((await erp.userside.tariffs()).get('0')).toEqual({
      billingId: '0',
      erpId: '9',
      name: '',
      fee: 0,
      intervalDays: 0,
      speedDown: 0,
      speedUp: 0,
      includedTraffic: 0,
      serviceType: '',
      isInBilling: true,
    })
  })

  test('whose own id cannot be, or is that of another, are reported and come without: they are there', async () => {
    using erp = startErp({
      get_tariff_list: { a: { name: 'x' }, b: { erp_id: 2 }, c: { erp_id: '2' }, d: { erp_id: -5 }, e: 'x' },
    })
    const tariffs = [...(await erp.userside.tariffs()).values()]
    expect(tariffs.map(({ billingId, erpId }) => `${billingId}=${erpId}`)).toEqual([
      'a=',
      'b=2',
      'c=',
      'd=',
      'e=',
    ])
    expect(erp.problems.map(({ code, example }) => `${code} ${example}`)).toEqual(
      ['a', 'c', 'd', 'e'].map((id) => `userside-tariff-without-id ${id}`),
    )
  })

  test.each([[{}], [[]], [null]])('may be none: %j', async (body) => {
    using erp = startErp({ get_tariff_list: body })
    expect((await erp.userside.tariffs()).size).toBe(0)
  })

  test('may come wrapped, as other answers do', async () => {
    using erp = startErp({ get_tariff_list: { Result: 'OK', Data: { a: { erp_id: 2 } } } })
    expect([...(await erp.userside.tariffs()).keys()]).toEqual(['a'])
  })

  const systemInformation = '{"date":"2026-11-23 12:00:00","os":"linux","erp":{"name":"x","version":"3.18"}}'

  test.each([
    '"ok"',
    '5',
    'true',
    '{"error":"unknown_method"}',
    '{"Result":"OK"}',
    '<html>',
    '',
    '[1,2,3]',
    systemInformation,
  ])('are not none when the answer is %j', async (body) => {
    using erp = startErp({ get_tariff_list: body })
    await expect(erp.userside.tariffs()).rejects.toMatchObject({ code: 'userside' })
  })
})

describe('services, groups and tags (§7)', () => {
  test('services are keyed by name, with their price', async () => {
    using erp = startErp({
      get_services_list: {
        ' IP&#039;TV ': { userside_id: 4, cost: '30.5' },
        Static: { id: 5 },
        Bare: 6,
        Broken: { cost: 1 },
      },
    })
    const services = await erp.userside.services()
    expect(services).toEqual({
      state: 'available',
      items: new Map([
        ["IP'TV", { erpId: '4', name: "IP'TV", cost: 3050 }],
        ['Static', { erpId: '5', name: 'Static', cost: 0 }],
        ['Bare', { erpId: '6', name: 'Bare', cost: 0 }],
        ['Broken', { erpId: '', name: 'Broken', cost: 100 }],
      ]),
    })
    expect(erp.requests[0]?.fields).toMatchObject({ is_id_name: '1', billing_id: '3' })
    expect(erp.problems).toMatchObject([{ code: 'userside-service-without-id', example: 'Broken' }])
  })

  test.each([
    ['a map', { 3: { id: 3, name: ' VIP&#047;A ' }, 4: { name: 'B' } }],
    [
      'a list',
      [
        { id: 3, name: 'VIP/A' },
        { id: '4', name: 'B' },
      ],
    ],
    ['names', { 3: 'VIP/A', 4: 'B' }],
  ])('groups and tags may come as %s', async (_, body) => {
    using erp = startErp({ get_user_group_list: body, get_user_tags: body })
    const expected = {
      state: 'available',
      items: new Map([
        ['3', { erpId: '3', name: 'VIP/A' }],
        ['4', { erpId: '4', name: 'B' }],
      ]),
    }
    expect(await erp.userside.groups()).toEqual(expected as never)
    expect(await erp.userside.tags()).toEqual(expected as never)
  })

  test('groups and tags whose ids cannot be keep their names, so that they are not created again', async () => {
    const body = { 3: { id: 3, name: 'A' }, 4: { id: '3', name: 'B' }, x: { id: 'x', name: 'C' }, '-1': 'D' }
    using erp = startErp({ get_user_group_list: body })
    const groups = await erp.userside.groups()
    if (groups.state !== 'available') throw new Error('no list')
    expect([...groups.items.values()].map(({ erpId, name }) => `${erpId}=${name}`)).toEqual([
      '3=A',
      '=B',
      '=C',
      '=D',
    ])
    expect(erp.problems.map(({ code, example }) => `${code} ${example}`)).toEqual(
      ['B', 'C', 'D'].map((name) => `userside-name-without-id ${name}`),
    )
  })

  const unread: [string, () => Response, string][] = [
    ['an unknown method', () => Response.json({ error: 'unknown_method' }), 'unsupported'],
    ['another error', () => Response.json({ error: 'forbidden' }), 'failed'],
    ['a page', () => new Response('<html>'), 'failed'],
    ['an empty body', () => new Response(''), 'failed'],
    ['a text', () => new Response('"no"'), 'failed'],
    ['HTTP 403', () => new Response('', { status: 403 }), 'failed'],
    ['HTTP 500', () => new Response('', { status: 500 }), 'failed'],
  ]
  test.each(unread)('a list that could not be read is not an empty one: %s', async (_, answer, reason) => {
    using erp = startErp({ get_services_list: answer, get_user_group_list: answer, get_user_tags: answer })
    for (const read of [erp.userside.services, erp.userside.groups, erp.userside.tags])
      expect(await read()).toMatchObject({ state: 'unavailable', reason })
    expect(erp.warnings.length).toBeGreaterThanOrEqual(3)
  })
})

describe('what the ERP remembers of each subscriber (§2, step 8)', () => {
  test('comes wrapped', async () => {
    using erp = startErp({
      get_user_crc_billing_list: {
        Result: 'OK',
        Data: { petrenko: ['a1', '2026-01-01', '12.50', 1, 2], koval: [] },
      },
    })
    expect(await erp.userside.hashes(0)).toEqual(
      new Map([
        [
          'petrenko',
          { crc: 'a1', activity: '2026-01-01', balance: '12.50', trafficIn: '1', trafficOut: '2' },
        ],
        ['koval', { crc: '', activity: '', balance: '', trafficIn: '', trafficOut: '' }],
      ]),
    )
  })

  test('may be nothing', async () => {
    using erp = startErp({ get_user_crc_billing_list: { result: 'OK', data: [] } })
    expect((await erp.userside.hashes(0))?.size).toBe(0)
  })

  test.each(['{"Result":"ERROR"}', '{"error":"unknown_method"}', '', '<html>', '"x"', '{"petrenko":["a1"]}'])(
    'may fail without ending the run: %j',
    async (body) => {
      using erp = startErp({ get_user_crc_billing_list: body })
      expect(await erp.userside.hashes(0)).toBeUndefined()
    },
  )
})

describe('houses by the ids of their buildings (§5)', () => {
  const unit = { id: 901, building_id: '55', name: 'Слов&#039;янська, 12', floor: 9, entrance: '4' }

  test('are asked for together, by GET', async () => {
    using erp = startErp({ 'address/get_house': { Result: 'OK', data: { 901: unit } } })
    expect(await erp.userside.houseUnits(['55', '56', '55'])).toEqual(
      new Map([
        ['55', { unitId: '901', buildingId: '55', name: "Слов'янська, 12", floor: '9', entrance: '4' }],
      ]),
    )
    expect(erp.requests).toHaveLength(1)
    expect(erp.requests[0]).toMatchObject({
      method: 'GET',
      fields: { cat: 'address', action: 'get_house', building_id: '55,56' },
    })
    expect(erp.userside.tally).toMatchObject({ reads: 1, writes: 0 })
  })

  test('go in addresses no server finds too long', async () => {
    using erp = startErp({ 'address/get_house': { Result: 'OK', data: [] } })
    const ids = Array.from({ length: 1000 }, (_, index) => String(1_000_000_000 + index))
    expect((await erp.userside.houseUnits(ids))?.size).toBe(0)
    expect(erp.requests).toHaveLength(4)
    for (const { query } of erp.requests) expect(query.length).toBeLessThan(6000)
  })

  test('are asked nothing when there are none', async () => {
    using erp = startErp()
    expect((await erp.userside.houseUnits([]))?.size).toBe(0)
    expect(erp.requests).toEqual([])
  })

  test('that were not asked for, or name no building, are none', async () => {
    const data = { 1: { ...unit, building_id: 7 }, 2: { id: 2, name: 'x' }, 3: 'x', 4: null }
    using erp = startErp({ 'address/get_house': { Result: 'OK', data } })
    expect((await erp.userside.houseUnits(['55']))?.size).toBe(0)
  })

  test.each([
    ['an ERROR', () => Response.json({ Result: 'ERROR', ErrorText: 'no' })],
    ['an error', () => Response.json({ Error: 'unknown action' })],
    ['HTTP 403', () => new Response('', { status: 403 })],
    ['HTTP 404', () => Response.json({ error: 'no section' }, { status: 404 })],
    ['HTTP 500', () => new Response('', { status: 500 })],
    ['nothing', () => new Response('')],
    ['a page', () => new Response('<html>')],
    ['OK without data', () => Response.json({ Result: 'OK' })],
  ])('are not told where the answer is %s', async (_, answer) => {
    using erp = startErp({ 'address/get_house': answer })
    expect(await erp.userside.houseUnits(['55'])).toBeUndefined()
  })
})

describe('addresses to match step by step (§5)', () => {
  test('are asked for by name and by hash', async () => {
    using erp = startErp({
      get_city_list: { 'Кам&#039;янка': { id: 1, name: 'x' }, Львів: '2', Ніде: 0 },
      get_street_list: { '1_Об&#039;їзна': { userside_id: 11 } },
      get_house_list: {
        D41D8CD98F00B204E9800998ECF8427E: { id: '21', postcode: '01001', floor: 9, entrance: '4' },
        none: { postcode: '1' },
      },
    })
    expect(await erp.userside.cities()).toEqual(
      new Map([
        ["Кам'янка", '1'],
        ['Львів', '2'],
      ]),
    )
    expect(await erp.userside.streets()).toEqual(new Map([["1_Об'їзна", '11']]))
    expect(await erp.userside.houses()).toEqual(
      new Map([
        ['d41d8cd98f00b204e9800998ecf8427e', { erpId: '21', postcode: '01001', floor: '9', entrance: '4' }],
      ]),
    )
    expect(erp.requests.map(({ fields }) => fields['is_id_address'])).toEqual(['1', '2', '3'])
  })

  test('end the run when they cannot be read: nothing may be created from them', async () => {
    const refused = { error: 'forbidden' }
    using erp = startErp({ get_city_list: refused, get_street_list: refused, get_house_list: refused })
    for (const read of [erp.userside.cities, erp.userside.streets, erp.userside.houses])
      await expect(read()).rejects.toMatchObject({ code: 'userside' })
  })
})
