import { describe, expect, test } from 'bun:test'
import { fieldOf } from '../../src/json/shapes.ts'
import type { UsersideError } from '../../src/model/errors.ts'
import type { CustomerPatch, HouseName, TariffPatch, WriteResult } from '../../src/userside/userside.ts'
import { readWays } from '../../src/userside/ways.ts'
import { API_KEY, type Erp, startErp } from './erp.ts'

const DONE = { kind: 'done', value: undefined } as const
const CREATED = { Result: 'OK', Id: 12 }

function last(erp: Erp): Record<string, string> {
  const { key: _, ...fields } = erp.requests.at(-1)?.fields ?? {}
  return fields
}

async function editOne(patch: CustomerPatch, hot = false): Promise<Record<string, unknown>> {
  using erp = startErp()
  expect(await erp.userside.editCustomers(new Map([['101', patch]]), { hot })).toEqual(DONE)
  return fieldOf(erp.requests[0]?.data, '101') as Record<string, unknown>
}

describe('what became of a write', () => {
  const cases: [string, () => Response, WriteResult['kind']][] = [
    ['OK in any case of letters', () => Response.json({ rEsUlT: 'ok', iD: 12 }), 'done'],
    ['ERROR', () => Response.json({ Result: 'ERROR', ErrorText: 'no' }), 'refused'],
    ['a bare error', () => Response.json({ error: 'no' }), 'refused'],
    ['a bare Error', () => Response.json({ Error: 'no' }), 'refused'],
    ['a result that is not OK', () => Response.json({ result: 'FAIL', ErrorText: 'no' }), 'refused'],
    ['HTTP 404 with an error', () => Response.json({ error: 'no' }, { status: 404 }), 'refused'],
    ['HTTP 400', () => new Response('bad', { status: 400 }), 'refused'],
    ['HTTP 413', () => new Response('too large', { status: 413 }), 'refused'],
    ['HTTP 500', () => new Response('', { status: 500 }), 'lost'],
    [
      'HTTP 500 with ERROR: how far it came is unknown',
      () => Response.json({ Result: 'ERROR' }, { status: 500 }),
      'lost',
    ],
    ['HTTP 502', () => new Response('', { status: 502 }), 'lost'],
    ['HTTP 503 without Retry-After', () => new Response('', { status: 503 }), 'lost'],
    ['HTTP 408', () => new Response('', { status: 408 }), 'lost'],
    ['an empty body', () => new Response(''), 'lost'],
    ['a page', () => new Response('<html>'), 'lost'],
    ['half of an answer', () => new Response('{"Result":"OK","Id":1'), 'lost'],
    ['JSON without a result', () => Response.json({ Id: 12 }), 'lost'],
    ['a list', () => Response.json([]), 'lost'],
    ['null', () => Response.json(null), 'lost'],
    ['OK without the id that was asked for', () => Response.json({ Result: 'OK' }), 'lost'],
    ['OK with id 0', () => Response.json({ Result: 'OK', Id: 0 }), 'lost'],
  ]
  test.each(cases)('after %s', async (_, answer, kind) => {
    using erp = startErp({ 'customer/add_tag': answer })
    expect((await erp.userside.addTag('VIP')).kind).toBe(kind)
    expect(erp.requests).toHaveLength(1)
  })

  test.each([401, 403])('after HTTP %d is nothing the run could go on from', async (status) => {
    using erp = startErp({ 'customer/add_tag': () => new Response('section', { status }) })
    const error = (await erp.userside.addTag('VIP').catch((caught: unknown) => caught)) as UsersideError
    expect(error).toMatchObject({ code: 'userside', kind: 'refused', call: 'customer/add_tag' })
    expect(error.hint).toContain('$apiKeyArray')
  })

  test('stays known after HTTP 429 to the end: the run stops instead', async () => {
    using erp = startErp({ 'customer/add_tag': () => new Response('', { status: 429 }) })
    const failing = erp.userside.addTag('VIP')
    await expect(failing).rejects.toMatchObject({ code: 'userside', kind: 'temporary' })
    expect(erp.requests).toHaveLength(4)
  })
})

describe('the words of a refusal', () => {
  async function wordsOf(answer: object, patch: CustomerPatch = { name: 'x' }): Promise<string> {
    using erp = startErp({ 'customer/group_edit': answer })
    const result = await erp.userside.editCustomers(new Map([['1', patch]]), { hot: false })
    return result.kind === 'done' ? '' : result.message
  }

  test.each(['ErrorText', 'errortext', 'error_text', 'Error_Text', 'ERRORTEXT'])(
    'stand under %s',
    async (key) => {
      expect(await wordsOf({ result: 'ERROR', [key]: 'House not found' })).toBe('House not found')
    },
  )

  test('are decoded, on one line, without control characters', async () => {
    expect(
      await wordsOf({ Result: 'ERROR', ErrorText: 'Мар&#039;яненко\u001b[2J\n is&#47;not&amp;so' }),
    ).toBe("Мар'яненко[2J is/not&so")
  })

  test('are cut at 200 characters', async () => {
    expect(await wordsOf({ Result: 'ERROR', ErrorText: 'ж'.repeat(999) })).toBe('ж'.repeat(200))
  })

  test('never hold the key, however it is written', async () => {
    const forms = [
      API_KEY,
      encodeURIComponent(API_KEY),
      API_KEY.replace("'", '&#039;').replace('&+', '&amp;+'),
    ]
    for (const form of forms) {
      const words = await wordsOf({
        Result: 'ERROR',
        ErrorText: `key ${form} at http://me:pw@erp/?a=1&key=${form}`,
      })
      expect(words).not.toContain('s3cret')
      expect(words).not.toContain('pw@')
    }
  })

  test('never hold the key in part where they are cut', async () => {
    for (let before = 180; before <= 200; before += 1)
      expect(await wordsOf({ Result: 'ERROR', ErrorText: `${'x'.repeat(before)}${API_KEY}` })).not.toContain(
        's3',
      )
  })

  test('never hold a password that was sent', async () => {
    const answer = { Result: 'ERROR', ErrorText: "UPDATE SET password='hunter2'" }
    expect(await wordsOf(answer, { password: 'hunter2' })).toBe("UPDATE SET password='***'")
  })

  test('may come with another status', async () => {
    using erp = startErp({
      'customer/add_tag': () => Response.json({ Result: 'ERROR', ErrorText: 'Too long' }, { status: 422 }),
    })
    expect(await erp.userside.addTag('VIP')).toEqual({ kind: 'refused', message: 'Too long' })
  })

  test('are replaced by the status and the body where there are none', async () => {
    using erp = startErp({ 'customer/add_tag': () => new Response('<b>Bad</b>', { status: 400 }) })
    expect(await erp.userside.addTag('VIP')).toEqual({ kind: 'refused', message: 'HTTP 400: <b>Bad</b>' })
    expect(await wordsOf({ Result: 'ERROR' })).not.toBe('')
  })
})

describe('tariffs (§4)', () => {
  test('are added with nothing but billing, id and name', async () => {
    using erp = startErp({ 'tariff/add': CREATED })
    expect(await erp.userside.addTariff("Дім'/+100", "Дім'/+100")).toEqual({ kind: 'done', value: '12' })
    expect(last(erp)).toEqual({
      cat: 'tariff',
      action: 'add',
      billing_id: '3',
      billing_tariff_id: "Дім'/+100",
      name: 'Дім&#039;&#047;+100',
    })
  })

  const patch = { payment: '150.5', payment_interval: 30, service_type: '0', name: "a'/b" } as const

  test('are edited in a group', async () => {
    using erp = startErp()
    expect(await erp.userside.editTariffs(new Map([['7', patch]]))).toEqual(DONE)
    expect(last(erp)).toMatchObject({ cat: 'tariff', action: 'group_edit' })
    expect(erp.requests[0]?.data).toEqual({
      7: { payment: '150.5', payment_interval: 30, service_type: '0', name: 'a&#039;&#047;b' },
    })
  })

  test('are edited one by one, without the type of service, when the group is refused', async () => {
    using erp = startErp({ 'tariff/group_edit': { Result: 'ERROR', ErrorText: 'unknown action' } })
    const patches = new Map<string, TariffPatch>([
      ['7', patch],
      ['8', { speed_rx: 100_000, speed_tx: 50_000, traffic: -1, is_in_billing: 0 }],
    ])
    expect(await erp.userside.editTariffs(patches)).toEqual(DONE)
    expect(erp.calls()).toEqual(['tariff/group_edit', 'tariff/edit', 'tariff/edit'])
    expect(erp.requests[1]?.fields).toEqual({
      key: API_KEY,
      cat: 'tariff',
      action: 'edit',
      id: '7',
      name: 'a&#039;&#047;b',
      payment: '150.5',
      payment_interval: '30',
    })
    expect(last(erp)).toMatchObject({
      id: '8',
      speed_rx: '100000',
      speed_tx: '50000',
      traffic: '-1',
      is_in_billing: '0',
    })
  })

  test('whose only change is the type of service are not sent singly', async () => {
    using erp = startErp()
    expect(await erp.userside.editTariff('7', { service_type: '1' })).toEqual(DONE)
    expect(erp.requests).toHaveLength(0)
  })

  test('are told apart when some of them are refused', async () => {
    using erp = startErp({
      'tariff/group_edit': { Result: 'ERROR' },
      'tariff/edit': ({ fields }) =>
        fields['id'] === '8' ? { Result: 'ERROR', ErrorText: 'bad fee' } : { Result: 'OK' },
    })
    const settled: string[] = []
    const patches = new Map(['7', '8', '9'].map((id) => [id, { traffic: 1 }]))
    const result = await erp.userside.editTariffs(patches, (id, { kind }) => settled.push(`${id} ${kind}`))
    expect(result).toEqual({ kind: 'refused', message: 'bad fee' })
    expect(settled).toEqual(['7 done', '8 refused', '9 done'])
  })

  test('of a group whose answer was lost are not sent again', async () => {
    using erp = startErp({ 'tariff/group_edit': () => new Response('') })
    expect((await erp.userside.editTariffs(new Map([['7', patch]]))).kind).toBe('lost')
    expect(erp.calls()).toEqual(['tariff/group_edit'])
  })

  test('go in groups of 200', async () => {
    using erp = startErp()
    await erp.userside.editTariffs(
      new Map(Array.from({ length: 401 }, (_, id) => [String(id + 1), { traffic: 1 }])),
    )
    expect(erp.requests.map(({ data }) => Object.keys(data as object).length)).toEqual([200, 200, 1])
  })
})

describe('houses compared by name (§5)', () => {
  const house: HouseName = {
    province: 'Львівська',
    district: '',
    city: "Кам'янка",
    area: '',
    street: 'Шевченка/бічна',
    number: '12',
    block: 'А',
    postcode: '',
  }
  const options = { create: true, short: false, configurationHash: 'f'.repeat(32) }
  const answer = (data: unknown) => ({ 'address/compare_house': { result: 'OK', data } })

  test('are sent whole under their long names', async () => {
    using erp = startErp(answer({ 5: 77 }))
    await erp.userside.compareHouses(new Map([['5', house]]), options)
    expect(last(erp)).toMatchObject({
      cat: 'address',
      action: 'compare_house',
      is_disable_create: '0',
      billing_crc_id: 'f'.repeat(32),
    })
    expect(erp.requests[0]?.data).toEqual({ 5: { ...house, city: 'Кам&#039;янка' } })
  })

  test('are sent under their short names, empty ones left out', async () => {
    using erp = startErp(answer({ 5: 77 }))
    await erp.userside.compareHouses(
      new Map([['5', { ...house, area: 'Центр', district: 'Стрий', postcode: '01001' }]]),
      {
        ...options,
        short: true,
        create: false,
      },
    )
    expect(last(erp)).toMatchObject({ is_disable_create: '1' })
    expect(erp.requests[0]?.data).toEqual({
      5: {
        p: 'Львівська',
        d: 'Стрий',
        c: 'Кам&#039;янка',
        a: 'Центр',
        s: 'Шевченка/бічна',
        n: '12',
        b: 'А',
        o: '01001',
      },
    })
    await erp.userside.compareHouses(new Map([['5', house]]), { ...options, short: true })
    const short = { p: 'Львівська', c: 'Кам&#039;янка', s: 'Шевченка/бічна', n: '12', b: 'А' }
    expect(erp.requests[1]?.data).toEqual({ 5: short })
  })

  test('get their ERP ids; below 1, unreadable or left out is none', async () => {
    const data = {
      1: 55,
      2: '56',
      3: 0,
      4: -1,
      5: 'x',
      '-1': { city: 1, street: '2', house: 3, district: 9 },
    }
    using erp = startErp(answer(data))
    const asked = new Map(['1', '2', '3', '4', '5', '6'].map((id) => [id, house]))
    const result = await erp.userside.compareHouses(asked, options)
    expect(result).toEqual({
      kind: 'done',
      value: {
        houseIds: new Map([
          ['1', '55'],
          ['2', '56'],
          ['3', ''],
          ['4', ''],
          ['5', ''],
          ['6', ''],
        ]),
        created: { cities: 1, streets: 2, houses: 3 },
      },
    })
  })

  test.each([55.5, '1e3', '0x10', true, { id: 55 }, 1e300])(
    'get no id that cannot be one: %j',
    async (id) => {
      using erp = startErp(answer({ 1: id }))
      const result = await erp.userside.compareHouses(new Map([['1', house]]), options)
      expect(result).toMatchObject({ value: { houseIds: new Map([['1', '']]) } })
    },
  )

  test('may be answered by a list, when their ids count from 0', async () => {
    using erp = startErp(answer([70, 71]))
    const result = await erp.userside.compareHouses(
      new Map([
        ['0', house],
        ['1', house],
      ]),
      options,
    )
    expect(result).toMatchObject({
      value: {
        houseIds: new Map([
          ['0', '70'],
          ['1', '71'],
        ]),
      },
    })
  })

  test('may be answered under encoded ids', async () => {
    using erp = startErp(answer({ 'a&#039;b': 70 }))
    const result = await erp.userside.compareHouses(new Map([["a'b", house]]), options)
    expect(result).toMatchObject({ value: { houseIds: new Map([["a'b", '70']]) } })
  })

  test('without a map in the answer are lost, not unmatched', async () => {
    using erp = startErp(answer(undefined))
    expect((await erp.userside.compareHouses(new Map([['5', house]]), options)).kind).toBe('lost')
  })

  test('are asked for again when only matched, never when created', async () => {
    using erp = startErp({ 'address/compare_house': () => new Response('', { status: 500 }) })
    await erp.userside.compareHouses(new Map([['5', house]]), { ...options, create: false })
    expect(erp.requests).toHaveLength(4)
    await erp.userside.compareHouses(new Map([['5', house]]), options)
    expect(erp.requests).toHaveLength(5)
  })

  test('are 10 000 a request at most', async () => {
    using erp = startErp()
    const many = new Map(Array.from({ length: 10_001 }, (_, id) => [String(id), house]))
    await expect(erp.userside.compareHouses(many, options)).rejects.toThrow(RangeError)
  })
})

describe('addresses step by step (§5)', () => {
  test('are created from the top down', async () => {
    using erp = startErp({
      'address/add_city': CREATED,
      'address/add_street': CREATED,
      'address/add_house': CREATED,
    })
    expect(await erp.userside.addCity("Кам'янка")).toEqual({ kind: 'done', value: '12' })
    expect(last(erp)).toEqual({ cat: 'address', action: 'add_city', name: 'Кам&#039;янка' })
    await erp.userside.addStreet('12', "Об'їзна")
    expect(last(erp)).toEqual({ cat: 'address', action: 'add_street', city_id: '12', name: 'Об&#039;їзна' })
    await erp.userside.addHouse({
      cityId: '12',
      streetId: '13',
      number: '7',
      block: 'А',
      floor: '9',
      entrance: '4',
    })
    expect(last(erp)).toEqual({
      cat: 'address',
      action: 'add_house',
      city_id: '12',
      street_id: '13',
      number: '7',
      block: 'А',
      floor: '9',
      level_count: '9',
      entrance: '4',
      entrance_count: '4',
    })
  })

  test('of houses are filled with what is given, by the id of the address unit', async () => {
    using erp = startErp()
    const patch = { postcode: '01001', entrance: '4' }
    expect(await erp.userside.editHouse({ unitId: '55' }, patch)).toEqual(DONE)
    expect(last(erp)).toEqual({
      cat: 'address',
      action: 'edit_house',
      id: '55',
      data: '{"postcode":"01001","entrance":"4"}',
    })
  })

  test('or by the id of the building, which has parameters of its own', async () => {
    using erp = startErp()
    const patch = { postcode: '01001', floor: '9', entrance: '4' }
    expect(await erp.userside.editHouse({ buildingId: '55' }, patch)).toEqual(DONE)
    expect(last(erp)).toEqual({
      cat: 'address',
      action: 'edit_house',
      building_id: '55',
      level_count: '9',
      entrance_count: '4',
      data: '{"postcode":"01001","floor":"9","entrance":"4"}',
    })
    await erp.userside.editHouse({ buildingId: '55' }, { postcode: '01002' })
    expect(last(erp)).toEqual({
      cat: 'address',
      action: 'edit_house',
      building_id: '55',
      data: '{"postcode":"01002"}',
    })
  })

  test.each([
    ['12', '1', '12-1'],
    ['12', 'А', '12 А'],
    ['0', 'б', 'б'],
    ['12', '', '12'],
  ])(
    'of a house %s %s are created as "%s" where blocks are known to be dropped',
    async (number, block, sent) => {
      using erp = startErp({ 'address/add_house': CREATED })
      const userside = erp.client({ ways: { ...readWays(undefined), isBlockDropped: true } })
      await userside.addHouse({ cityId: '1', streetId: '2', number, block, floor: '', entrance: '' })
      expect(last(erp)).toMatchObject({ number: sent, block: '' })
    },
  )
})

describe('a lead (§6)', () => {
  test('is made regular by its ERP id', async () => {
    using erp = startErp()
    expect(await erp.userside.convertLead('700')).toEqual(DONE)
    expect(last(erp)).toEqual({ cat: 'customer', action: 'edit', id: '700', is_potential: '0' })
    expect(erp.requests[0]?.method).toBe('POST')
  })
})

describe('new subscribers (§6)', () => {
  test('go with id and name, the id as it is', async () => {
    using erp = startErp({ 'customer/group_add': { Result: 'OK', Count: 2 } })
    const lot = [
      { billingId: "o'neil&co", name: "О'Ніл" },
      { billingId: '007', name: 'b' },
    ]
    expect(await erp.userside.addCustomers(lot)).toEqual(DONE)
    expect(last(erp)).toMatchObject({ cat: 'customer', action: 'group_add', billing_id: '3' })
    expect(erp.requests[0]?.data).toEqual([
      { billing_customer_id: "o'neil&co", name: 'О&#039;Ніл' },
      { billing_customer_id: '007', name: 'b' },
    ])
  })

  test.each([0, 101])('cannot go %d at a time', async (count) => {
    using erp = startErp()
    const lot = Array.from({ length: count }, (_, id) => ({ billingId: String(id), name: 'x' }))
    await expect(erp.userside.addCustomers(lot)).rejects.toThrow(RangeError)
    expect(erp.requests).toHaveLength(0)
  })

  test('whose answer was lost are not sent again', async () => {
    using erp = startErp({ 'customer/group_add': () => new Response('', { status: 504 }) })
    expect((await erp.userside.addCustomers([{ billingId: '1', name: 'a' }])).kind).toBe('lost')
    expect(erp.requests).toHaveLength(1)
  })
})

describe('changed subscribers (§6)', () => {
  test('go by their ERP id, ids that look like anything included', async () => {
    using erp = startErp()
    const lot = new Map([
      ['101', { login: 'a' }],
      ['__proto__', { login: 'b' }],
    ])
    await erp.userside.editCustomers(lot, { hot: false })
    expect(last(erp)).toEqual({
      cat: 'customer',
      action: 'group_edit',
      data: '{"101":{"login":"a"},"__proto__":{"login":"b"}}',
    })
  })

  test('with a hot field go with src=billing, up to 4000', async () => {
    using erp = startErp()
    const lot = new Map(Array.from({ length: 4000 }, (_, id) => [String(id + 1), { balance: '-12.50' }]))
    expect(await erp.userside.editCustomers(lot, { hot: true })).toEqual(DONE)
    expect(last(erp)).toMatchObject({ src: 'billing' })
    lot.set('4001', { balance: '1' })
    await expect(erp.userside.editCustomers(lot, { hot: true })).rejects.toThrow(RangeError)
  })

  test('go 200 at a time at most otherwise', async () => {
    using erp = startErp()
    const lot = new Map(Array.from({ length: 201 }, (_, id) => [String(id + 1), { login: 'a' }]))
    await expect(erp.userside.editCustomers(lot, { hot: false })).rejects.toThrow(RangeError)
    lot.delete('201')
    expect(await erp.userside.editCustomers(lot, { hot: false })).toEqual(DONE)
  })

  test.each<[string, CustomerPatch[]]>([
    ['two fields', [{ balance: '1', traffic_up: '5' }]],
    ['two subscribers with one each', [{ balance: '1' }, { traffic_up: '5' }]],
    ['a field that is not hot', [{ login: 'a' }]],
    ['no field', [{}]],
  ])('cannot be a hot lot with %s', async (_, patches) => {
    using erp = startErp()
    const lot = new Map(patches.map((patch, id) => [String(id), patch]))
    await expect(erp.userside.editCustomers(lot, { hot: true })).rejects.toThrow(RangeError)
    expect(erp.requests).toHaveLength(0)
  })

  test('have their IPs numbered', async () => {
    expect(
      await editOne({
        add_ip: ['3232235777,aabbccddeeff', '-1,001122334455'],
        ip_change_mac: ['3232235778,'],
        delete_ip: ['3232235779', '3232235780', '3232235781'],
      }),
    ).toEqual({
      add_ip1: '3232235777,aabbccddeeff',
      add_ip2: '-1,001122334455',
      ip_change_mac1: '3232235778,',
      delete_ip1: '3232235779',
      delete_ip2: '3232235780',
      delete_ip3: '3232235781',
    })
  })

  test('have the old form of group changes beside the new one', async () => {
    expect(await editOne({ add_group_id: { 3: '3' }, delete_group_id: { 5: '5' } })).toEqual({
      add_group_id: { 3: '3' },
      delete_group_id: { 5: '5' },
      group: { 3: 1, 5: -1 },
    })
  })

  test('keep the ids of their tariffs as they are', async () => {
    const ids = ["Дім'/100", 'a&b+c', 'a&b+c']
    expect(
      await editOne({ add_tariff_id: ids, delete_tariff_id: ids, tariff_new_id: "Дім'|2026-01-01" }),
    ).toEqual({
      add_tariff_id: ids,
      delete_tariff_id: ids,
      tariff_new_id: "Дім'|2026-01-01",
    })
  })

  test('have every text encoded as the known-good writer does, and nothing else', async () => {
    const text = `'/\\+&"<#`
    const plain = `&#039;/\\+&"<#`
    const comment = `&#039;&#047;&#092;+&"<#`
    expect(
      await editOne({
        name: text,
        login: text,
        account_number: text,
        comment: text,
        password: text,
        agreement_number: text,
        phone0: text,
        email: text,
        apartment_number: text,
        floor: text,
        state_id: text,
        additional_data: { 62: text },
        tag: { 4: 1, 5: '-1' },
        service: { 9: 1 },
        service_cost: { 9: '30.00' },
        service_comment: { 9: text },
        crc_billing: 'n-a',
      }),
    ).toEqual({
      name: plain,
      login: plain,
      account_number: plain,
      comment,
      // A password is no text (§11.14).
      password: text,
      agreement_number: plain,
      phone0: plain,
      email: plain,
      apartment_number: plain,
      floor: plain,
      state_id: text,
      additional_data: { 62: plain },
      tag: { 4: 1, 5: '-1' },
      service: { 9: 1 },
      service_cost: { 9: '30.00' },
      service_comment: { 9: comment },
      crc_billing: 'n-a',
    })
  })

  test('keep numbers numbers and erasures empty', async () => {
    const patch = {
      discount: 5,
      flag_corporate: 1,
      is_disable: 0,
      entrance: 2,
      house_id: '0',
      email: '',
    } as const
    expect(await editOne(patch)).toEqual(patch)
    expect(await editOne({ date_activity_inet_unix: 1_700_000_000 }, true)).toEqual({
      date_activity_inet_unix: 1_700_000_000,
    })
  })

  test('with half a character in a text do not spoil the JSON of their lot', async () => {
    using erp = startErp()
    await erp.userside.editCustomers(new Map([['1', { name: 'x\ud83d' }]]), { hot: false })
    expect(last(erp)['data']).toBe('{"1":{"name":"x\ufffd"}}')
  })
})

describe('names and messages (§7, §8)', () => {
  test.each([
    [
      'groups',
      'customer',
      'add_group',
      (erp: Erp) => erp.userside.addGroup(`VIP'/+\\&`),
      'VIP&#039;&#047;&#43;\\&',
    ],
    ['tags', 'customer', 'add_tag', (erp: Erp) => erp.userside.addTag(`VIP'/+\\&`), 'VIP&#039;/+\\&'],
  ])('%s are created by name', async (_, category, action, add, name) => {
    using erp = startErp({ [`${category}/${action}`]: { result: 'OK', id: '31' } })
    expect(await add(erp)).toEqual({ kind: 'done', value: '31' })
    expect(last(erp)).toEqual({ cat: category, action, name })
  })

  test('services are created for this billing and priced afterwards', async () => {
    using erp = startErp({ 'service/add': { result: 'OK', id: 4 } })
    expect(await erp.userside.addService("Ір'")).toEqual({ kind: 'done', value: '4' })
    expect(last(erp)).toEqual({ cat: 'service', action: 'add', billing_id: '3', name: 'Ір&#039;' })
    expect(await erp.userside.editService('4', '30.00')).toEqual(DONE)
    expect(last(erp)).toEqual({ cat: 'service', action: 'edit', id: '4', cost: '30.00' })
  })

  test('messages carry their time and text', async () => {
    using erp = startErp()
    const message = {
      billingMessageId: '17',
      customerErpId: '101',
      unixTime: 1_700_000_000,
      text: "Тема<br>'Привіт'",
    }
    expect(await erp.userside.addMessage(message)).toEqual(DONE)
    expect(last(erp)).toEqual({
      cat: 'customer',
      action: 'msg_add',
      billing_msg_id: '17',
      customer_id: '101',
      billing_msg_date: '1700000000',
      text: 'Тема<br>&#039;Привіт&#039;',
    })
  })
})
