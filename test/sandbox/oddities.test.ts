/** A UserSide that behaves otherwise than it should, as far as it is told to. */
import { afterEach, describe, expect, test } from 'bun:test'
import type { Chance, Oddities } from '../../src/sandbox/userside/oddities.ts'
import type { UsersideOptions } from '../../src/sandbox/userside.ts'
import { type Answer, complaint, type ErpClient, furnishedErp, NO_HOUSE, openErp } from './erp-client.ts'

let client: ErpClient | undefined
afterEach(() => client?.erp.stop())

const STEPWISE = { settings: { is_new_house_billing_compare: 0 } }

async function furnished(oddities: Oddities = {}, options: UsersideOptions = {}): Promise<ErpClient> {
  client = await furnishedErp(options)
  Object.assign(client.erp.oddities, oddities)
  return client
}

async function opened(oddities: Oddities, options: UsersideOptions = {}): Promise<ErpClient> {
  client = await openErp({ ...options, oddities })
  return client
}

function listOf(erp: ErpClient, more: Record<string, string> = {}): Promise<Answer> {
  const flags = { is_id_billing_user_id: '1', is_parent_id: '1', timestamp_ready: '1' }
  return erp.get('get_user_list', { billing_id: '1', ...flags, ...more })
}

/** A city, a street, and what a house in it takes. */
async function streetOf(erp: ErpClient): Promise<Record<string, string>> {
  const city = String((await erp.post('address/add_city', { name: 'Kyiv' })).body['id'])
  const street = String((await erp.post('address/add_street', { city_id: city, name: 'Main' })).body['id'])
  const counts = { floor: '', level_count: '', entrance: '', entrance_count: '' }
  return { city_id: city, street_id: street, number: '12', block: '', ...counts }
}

describe('what stands before it', () => {
  test('a proxy takes no more than so much of a form', async () => {
    const erp = await furnished({ mostFormBytes: 300 })
    expect((await erp.post('customer/add_group', { name: 'A' })).status).toBe(200)
    expect((await erp.post('customer/add_group', { name: 'A'.repeat(300) })).status).toBe(413)
    expect(erp.erp.snapshot().groups).toEqual(['A', 'VIP'])
    expect(erp.erp.requests.at(-1)?.result).toBe('missed')
  })

  test('PHP drops what is above its bound, the key with it', async () => {
    const erp = await furnished({ mostPostBytes: 300 })
    const answer = await erp.post('customer/add_group', { name: 'A'.repeat(300) })
    expect([answer.status, answer.text]).toEqual([403, 'Access denied: wrong key'])
  })

  test('a key may lack a section', async () => {
    const erp = await furnished({ refusedCalls: /^address\// })
    const answer = await erp.post('address/add_city', { name: 'A' })
    expect([answer.status, answer.body]).toEqual([400, { error: 'Access denied: section' }])
  })

  test('a form above 512 KiB is a violation, whatever is behind', async () => {
    const erp = await furnished()
    expect(await complaint(erp, 'customer/add_group', { name: 'A'.repeat(600_000) })).toContain(
      'more than 512 KiB',
    )
  })
})

describe('the list of subscribers', () => {
  test.each([
    ['empty', '[]'],
    ['null', 'null'],
  ] as const)('may be %s', async (userList, text) => {
    expect((await listOf(await furnished({ userList }))).text).toBe(text)
  })

  test('may lack half of them, or have the ERP’s ids for keys', async () => {
    const erp = await furnished({ userList: 'half' })
    expect(Object.keys((await listOf(erp)).body)).toEqual(['anna'])
    erp.erp.oddities.userList = 'by-erp-id'
    expect(Object.keys((await listOf(erp)).body)).toEqual([erp.idOf('anna'), erp.idOf('boris')])
    erp.erp.oddities.userList = undefined
    expect(Object.keys((await listOf(erp)).body)).toEqual(['anna', 'boris'])
    expect(erp.erp.violations).toEqual([])
  })

  test('has the ERP’s ids for keys when that is asked for', async () => {
    const erp = await furnished()
    const { body } = await listOf(erp, { is_id_billing_user_id: '0' })
    expect(Object.keys(body)).toEqual([erp.idOf('anna'), erp.idOf('boris')])
  })

  test('may tell an activity in microseconds', async () => {
    const erp = await furnished({ microseconds: ['anna'] })
    erp.erp.edit('anna', (row) => {
      row.activity = '1700000000'
    })
    const { body } = await listOf(erp)
    expect(body['anna']).toMatchObject({ date_activity_inet_unix: 1_700_000_000_000_000 })
    erp.erp.settings.is_customer_activity_timestamp = 1
    await erp.open()
    for (let times = 0; times < 2; times++)
      await erp.edit('anna', { date_activity_inet_unix: 1_700_000_000 }, 'billing')
    expect(erp.erp.violations).toEqual([])
    await erp.edit('anna', { date_activity_inet_unix: 1_700_000_000 }, 'billing')
    expect(erp.erp.violations.join()).toContain('for the third time')
  })

  test.each([
    ['short', '7'],
    ['whole', 'anna_7'],
  ] as const)('may nest child accounts in their parents (%s keys)', async (nestedChildren, key) => {
    const erp = await furnished({ nestedChildren })
    await erp.addCustomers('anna_7')
    await erp.edit('anna_7', { parent_id: erp.idOf('anna') })
    const { body } = await listOf(erp)
    expect(Object.keys(body)).toEqual(['anna', 'boris'])
    expect(body['anna']).toMatchObject({ account: { [key]: { userside_id: Number(erp.idOf('anna_7')) } } })
  })

  test('may show additional fields under another name, and take them under no other', async () => {
    const erp = await furnished({ customerData: { ids: ['5'], isTakenOnlyThere: true } })
    await erp.edit('anna', { additional_data: { 5: 'lost', 6: 'kept' } })
    expect(erp.erp.snapshot().subscribers['anna']?.['additionalData']).toEqual({})
    await erp.edit('anna', { additional_data: { 6: 'kept' }, additional_customer_data: { 5: 'kept too' } })
    expect((await listOf(erp)).body['anna']).toMatchObject({
      additional_data: { 6: { value: 'kept' } },
      additional_customer_data: { 5: { value: 'kept too' } },
    })
    expect(erp.erp.violations).toEqual([])
    await erp.edit('anna', { additional_data: { 5: 'x' } })
    expect(erp.erp.violations.join()).toContain('is shown under additional_customer_data')
  })
})

describe('leads', () => {
  async function withLeads(oddities: Oddities = {}): Promise<ErpClient> {
    const erp = await furnished(oddities)
    erp.erp.erp.addLead('clara', 'Clara')
    erp.erp.erp.addLead('', 'Flat 7')
    erp.erp.erp.addLead('', 'Flat 8')
    return erp
  }

  test('are told only to who asks', async () => {
    const erp = await withLeads()
    expect(Object.keys((await listOf(erp)).body)).toEqual(['anna', 'boris'])
    const { text, body } = await listOf(erp, { is_with_potential: '1' })
    expect(body['clara']).toMatchObject({ is_potential: 1, full_name: 'Clara' })
    expect(text.match(/"is_potential":1/g)).toHaveLength(3)
    expect(erp.erp.snapshot().subscribers).not.toHaveProperty('clara')
  })

  test('may be listed unasked', async () => {
    const erp = await withLeads({ areLeadsListed: true })
    expect(Object.keys((await listOf(erp)).body)).toEqual(['anna', 'boris', 'clara', ''])
  })

  test('are neither edited nor marked, nor created again', async () => {
    const erp = await withLeads()
    const edit = {
      data: JSON.stringify({ [erp.idOf('clara')]: { login: 'x', crc_billing: 'b'.repeat(32) } }),
    }
    expect(await complaint(erp, 'customer/group_edit', edit)).toContain('The lead clara is edited')
    const create = { billing_id: '1', data: '[{"billing_customer_id":"clara","name":"Clara"}]' }
    expect(await complaint(erp, 'customer/group_add', create)).toContain('though a lead has its id')
  })

  test.each([
    ['ignore', 0],
    ['second-card', 1],
  ] as const)('may meet a create of the same id with %s', async (onLeadCreate, cards) => {
    const erp = await withLeads({ onLeadCreate })
    expect((await erp.addCustomers('clara')).body['result']).toBe('OK')
    expect(erp.erp.erp.customers.filter((row) => row.billingId === 'clara' && !row.isLead)).toHaveLength(
      cards,
    )
    expect(erp.erp.violations).toEqual([])
  })

  test('become regular', async () => {
    const erp = await withLeads()
    const id = erp.idOf('clara')
    await erp.post('customer/edit', { id, is_potential: '0' })
    expect(Object.keys((await listOf(erp)).body)).toEqual(['anna', 'boris', 'clara'])
    expect(await complaint(erp, 'customer/edit', { id, is_potential: '0' })).toContain('is no lead')
  })
})

describe('a late create', () => {
  test('is answered with 504 and carried out when it is time', async () => {
    const erp = await opened({ late: {} })
    expect((await erp.post('customer/add_group', { name: 'VIP' })).status).toBe(504)
    expect((await erp.addCustomers('anna', 'boris')).status).toBe(504)
    expect(erp.erp.snapshot()).toMatchObject({ groups: [], subscribers: {} })
    expect(erp.erp.requests.at(-1)?.result).toBe('late')
    expect(erp.erp.carryOutLate()).toBe(2)
    expect(erp.erp.snapshot().groups).toEqual(['VIP'])
    expect(Object.keys(erp.erp.snapshot().subscribers)).toEqual(['anna', 'boris'])
    expect(erp.erp.violations).toEqual([])
  })

  test('is carried out by itself, and may be of one kind only', async () => {
    const erp = await opened({ late: { calls: /add_group/, afterMs: 1 } })
    expect((await erp.post('customer/add_tag', { name: 'Fiber' })).status).toBe(200)
    expect((await erp.post('customer/add_group', { name: 'VIP' })).status).toBe(504)
    while (erp.erp.snapshot().groups.length === 0) await new Promise(setImmediate)
    expect(erp.erp.accepted).toEqual(
      new Map([
        ['tag Fiber', 1],
        ['group VIP', 1],
      ]),
    )
  })

  const creates: [string, Record<string, string>][] = [
    ['customer/add_group', { name: 'VIP' }],
    ['customer/add_tag', { name: 'Fiber' }],
    ['service/add', { billing_id: '1', name: 'TV' }],
    ['tariff/add', { billing_id: '1', billing_tariff_id: 't1', name: 'T' }],
    ['customer/group_add', { billing_id: '1', data: '[{"billing_customer_id":"a","name":"A"}]' }],
    [
      'address/compare_house',
      {
        billing_crc_id: 'b'.repeat(32),
        data: JSON.stringify({ 7: { ...NO_HOUSE, street: 'Main', number: '1' } }),
      },
    ],
  ]
  test.each(creates)('%s must not be sent again meanwhile', async (call, params) => {
    const erp = await opened({ late: {} })
    expect((await erp.post(call, params)).status).toBe(504)
    expect(await complaint(erp, call, params)).toContain('while its first create is still being carried out')
  })
})

test('what is created is counted, whether it is shown or not', async () => {
  const erp = await furnished()
  expect(erp.erp.accepted).toEqual(
    new Map([
      ['tariff t1', 1],
      ['tariff t2', 1],
      ['group VIP', 1],
      ['tag Fiber', 1],
      ['service TV', 1],
      ['house Kyiv, Main, 12', 1],
      ['subscriber anna', 1],
      ['subscriber boris', 1],
    ]),
  )
})

test('names may be shown otherwise than they were created', async () => {
  const shorten = (name: string): string => name.slice(0, 2)
  const erp = await furnished({ rename: { group: shorten, tag: shorten, service: shorten, tariff: shorten } })
  expect((await erp.get('get_user_group_list')).text).toContain('"name":"VI"')
  expect((await erp.get('get_user_tags')).text).toContain('"name":"Fi"')
  expect((await erp.get('get_tariff_list', { billing_id: '1' })).body).toHaveProperty('t1')
  expect((await erp.get('get_services_list', { billing_id: '1', is_id_name: '1' })).body).toHaveProperty('TV')
  expect((await erp.post('customer/add_group', { name: 'VIP' })).body['result']).toBe('OK')
  expect(erp.erp.accepted.get('group VIP')).toBe(2)
})

describe('houses step by step', () => {
  test('may lose their blocks, into another house or the same', async () => {
    const erp = await opened({ blockIgnored: 'another' }, STEPWISE)
    const place = await streetOf(erp)
    const first = await erp.post('address/add_house', { ...place, block: 'А' })
    const second = await erp.post('address/add_house', { ...place, block: 'Б' })
    expect(first.body['id']).not.toBe(second.body['id'])
    erp.erp.oddities.blockIgnored = 'same'
    expect((await erp.post('address/add_house', { ...place, block: 'В' })).body['id']).toBe(second.body['id'])
    expect(erp.erp.snapshot().houses).toHaveLength(2)
    expect(erp.erp.violations).toEqual([])
  })

  test('may be hashed in a way nobody knows', async () => {
    const erp = await opened({}, STEPWISE)
    await erp.post('address/add_house', await streetOf(erp))
    const known = Object.keys((await erp.get('get_house_list', { is_id_address: '3' })).body)
    erp.erp.oddities.areHousesHashedOtherwise = true
    const otherwise = Object.keys((await erp.get('get_house_list', { is_id_address: '3' })).body)
    expect([known.length, otherwise.length]).toEqual([1, 1])
    expect(otherwise).not.toEqual(known)
  })

  test('may not keep what is edited: it may be tried twice', async () => {
    const erp = await opened({ isEditHouseIgnored: true }, STEPWISE)
    const { body } = await erp.post('address/add_house', await streetOf(erp))
    const edit = { building_id: String(body['id']), data: '{"postcode":"01001"}' }
    for (let times = 0; times < 2; times++) await erp.post('address/edit_house', edit)
    expect(erp.erp.violations).toEqual([])
    await erp.post('address/edit_house', edit)
    expect(erp.erp.violations.join()).toContain('for the third time')
  })

  test('have two ids, which must not be taken for one another', async () => {
    const erp = await opened({}, STEPWISE)
    const buildingId = String((await erp.post('address/add_house', await streetOf(erp))).body['id'])
    const query = { key: erp.erp.apiKey, cat: 'address', action: 'get_house', building_id: `${buildingId},9` }
    const told = await (await fetch(`${erp.erp.url}/api.php?${new URLSearchParams(query)}`)).text()
    const unitId = /"id":(\d+)/.exec(told)?.[1] ?? ''
    expect(told).toContain(`"building_id":${buildingId}`)
    expect(unitId).not.toBe(buildingId)
    const data = '{"floor":"9"}'
    const asUnit = await complaint(erp, 'address/edit_house', { id: buildingId, data })
    expect(asUnit).toContain('for the id of an address unit')
    const asBuilding = { building_id: unitId, level_count: '9', data }
    expect(await complaint(erp, 'address/edit_house', asBuilding)).toContain('for the id of a building')
    const both = { id: unitId, building_id: buildingId, data }
    expect(await complaint(erp, 'address/edit_house', both)).toContain('neither or both')
    const halves = { building_id: buildingId, data }
    expect(await complaint(erp, 'address/edit_house', halves)).toContain('level_count')
    erp.erp.forgetRequests()
    await erp.post('address/edit_house', { id: unitId, data })
    await erp.post('address/edit_house', { building_id: buildingId, level_count: '5', data: '{"floor":"5"}' })
    expect(erp.erp.violations).toEqual([])
  })
})

describe('chance', () => {
  const names = Array.from({ length: 60 }, (_, index) => `s${index}`)

  async function fates(chance: Chance): Promise<{ shown: string[]; rows: number; accepted: number }> {
    const erp = await opened({ chance })
    await erp.addCustomers(...names)
    const shown = Object.keys((await listOf(erp)).body)
    const { accepted, erp: held } = erp.erp
    expect(erp.erp.violations).toEqual([])
    await erp.erp.stop()
    return { shown, rows: held.customers.length, accepted: accepted.size }
  }

  test.each([
    ['hide', 'fewer', 60],
    ['forget', 'fewer', 'fewer'],
    ['rename', 60, 60],
    ['double', 60, 'more'],
  ] as const)('may %s a share of what is created', async (way, shown, rows) => {
    const seen = await fates({ seed: 7, [way]: 0.3 })
    const compared = (count: number): string | number => (count < 60 ? 'fewer' : count > 60 ? 'more' : 60)
    expect([compared(seen.shown.length), compared(seen.rows), seen.accepted]).toEqual([shown, rows, 60])
    const strangers = seen.shown.filter((name) => !names.includes(name))
    expect(strangers.length > 0).toBe(way === 'rename')
  })

  test('is the same for the same seed, and another for another', async () => {
    const [one, again, other] = [
      await fates({ seed: 7, hide: 0.3 }),
      await fates({ seed: 7, hide: 0.3 }),
      await fates({ seed: 8, hide: 0.3 }),
    ]
    expect(again.shown).toEqual(one.shown)
    expect(other.shown).not.toEqual(one.shown)
  })

  test('may delay a share of the requests', async () => {
    const erp = await opened({ chance: { seed: 7, delay: 0.5 } })
    const answers: number[] = []
    for (const name of names) answers.push((await erp.post('customer/add_group', { name })).status)
    expect(new Set(answers)).toEqual(new Set([200, 504]))
    expect(erp.erp.carryOutLate()).toBe(answers.filter((status) => status === 504).length)
    expect(erp.erp.snapshot().groups).toHaveLength(60)
  })

  test('ends when it is taken away and everything is shown again', async () => {
    const erp = await opened({ chance: { seed: 7, hide: 0.3, rename: 0.3 } })
    await erp.addCustomers(...names)
    erp.erp.oddities.chance = undefined
    erp.erp.erp.showAll()
    expect(Object.keys((await listOf(erp)).body)).toEqual(names)
  })
})
