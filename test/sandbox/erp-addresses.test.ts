import { afterEach, describe, expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import type { UsersideOptions } from '../../src/sandbox/userside.ts'
import { CRC, complaint, type ErpClient, furnishedErp, NO_HOUSE, openErp } from './erp-client.ts'

let client: ErpClient | undefined
afterEach(() => client?.erp.stop())

async function furnished(options: UsersideOptions = {}): Promise<ErpClient> {
  client = await furnishedErp(options)
  return client
}

describe('addresses with compare_house', () => {
  const house = { ...NO_HOUSE, city: 'Kyiv', street: 'Main', number: '14' }
  const params = (data: object, more: Record<string, string> = {}): Record<string, string> => ({
    billing_crc_id: CRC,
    data: JSON.stringify(data),
    ...more,
  })

  test('matches by name whatever the letter case and creates what is missing', async () => {
    const erp = await furnished()
    const held = await erp.post(
      'address/compare_house',
      params(
        { 1: { ...NO_HOUSE, city: 'KYIV', street: 'main', number: '12' }, 2: house },
        { is_disable_create: '1' },
      ),
    )
    expect(held.body['data']).toMatchObject({ 1: expect.any(Number), 2: 0 })
    const made = await erp.post('address/compare_house', params({ 2: house }))
    const none = { province: 0, district: 0, city: 0, area: 0 }
    expect(made.body['data']).toEqual({ 2: expect.any(Number), '-1': { ...none, street: 0, house: 1 } })
    expect(erp.erp.snapshot().houses).toEqual([
      ' |  | Kyiv |  | Main | 12 | ',
      ' |  | Kyiv |  | Main | 14 | ',
    ])
    expect(erp.erp.violations).toEqual([])
  })

  test('leaves a house the ERP refuses without an id', async () => {
    const erp = await furnished()
    erp.erp.refusals.houses.add('2')
    const { body } = await erp.post(
      'address/compare_house',
      params({ 2: house, 3: { ...house, number: '15' } }),
    )
    expect(body['data']).toMatchObject({ 2: 0, 3: expect.any(Number) })
    expect(erp.erp.snapshot().houses).toHaveLength(2)
  })

  test.each([
    ['a lot of more than 10 000', () => params(many(10_001)), /more than 10 000/],
    ['a house with a raw apostrophe', () => params({ 1: { ...house, street: "O'Connor" } }), /raw '/],
    [
      'a house with neither street nor number',
      () => params({ 1: { ...NO_HOUSE, city: 'Kyiv' } }),
      /neither street/,
    ],
    [
      'short names without being asked',
      () => params({ 1: { c: 'Kyiv', s: 'Main', n: '14' } }),
      /no name of this format/,
    ],
    [
      'a part left out',
      () => params({ 1: { city: 'Kyiv', street: 'Main', number: '14' } }),
      /no part province/,
    ],
    ['no hash', () => params({ 1: house }, { billing_crc_id: 'x' }), /32 hex/],
    ['a house the ERP has', () => params({ 1: { ...house, number: '12' } }), /redundant write/],
    ['no house at all', () => params([]), /keyed by house id/],
  ] as const)('refuses %s', async (_, make, sentence) => {
    const erp = await furnished()
    expect(await complaint(erp, 'address/compare_house', make())).toMatch(sentence)
  })

  test('takes short names without empty parts when the setting says so', async () => {
    const erp = await furnished()
    erp.erp.settings.address_compare_format = 1
    await erp.open()
    expect(await complaint(erp, 'address/compare_house', params({ 1: { c: 'Kyiv', s: '' } }))).toContain(
      'empty part',
    )
    erp.erp.forgetRequests()
    await erp.post(
      'address/compare_house',
      params({ 1: { c: 'Kyiv', s: 'Main', n: '14', b: 'А', o: '01001' } }),
    )
    expect(erp.erp.violations).toEqual([])
    expect(erp.erp.snapshot().houses).toContain(' |  | Kyiv |  | Main | 14 | А')
  })

  test('is refused when addresses are off or go step by step', async () => {
    const erp = await furnished()
    erp.erp.settings.is_update_address = 0
    await erp.open()
    expect(await complaint(erp, 'address/compare_house', params({ 1: house }))).toContain('is_update_address')
    erp.erp.settings.is_update_address = 1
    erp.erp.settings.is_new_house_billing_compare = 0
    await erp.open()
    expect(await complaint(erp, 'address/compare_house', params({ 1: house }))).toContain('is_new_house')
  })

  function many(count: number): object {
    return Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        String(index + 10),
        { ...house, number: String(index + 100) },
      ]),
    )
  }
})

describe('addresses step by step', () => {
  test('are created, listed under their names and the md5 of the full name, and filled', async () => {
    client = await openErp({ settings: { is_new_house_billing_compare: 0 } })
    const city = String((await client.post('address/add_city', { name: 'Слов&#039;янськ' })).body['id'])
    const street = String(
      (await client.post('address/add_street', { city_id: city, name: 'Main' })).body['id'],
    )
    const place = {
      city_id: city,
      street_id: street,
      floor: '9',
      level_count: '9',
      entrance: '',
      entrance_count: '',
    }
    const first = await client.post('address/add_house', { ...place, number: '12', block: '3' })
    await client.post('address/add_house', { ...place, number: '12', block: 'А' })
    await client.post('address/edit_house', {
      building_id: String(first.body['id']),
      data: '{"postcode":"01001"}',
    })
    expect(client.erp.violations).toEqual([])
    expect((await client.get('get_city_list', { is_id_address: '1' })).body).toHaveProperty([
      'Слов&#039;янськ',
    ])
    expect((await client.get('get_street_list', { is_id_address: '2' })).body).toHaveProperty([
      `${city}_Main`,
    ])
    const { body } = await client.get('get_house_list', { is_id_address: '3' })
    const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
    expect(body[md5("СЛОВ'ЯНСЬК, MAIN, 12-3")]).toEqual({
      id: first.body['id'],
      postcode: '01001',
      floor: '9',
      entrance: '',
    })
    expect(body).toHaveProperty([md5("СЛОВ'ЯНСЬК, MAIN, 12 А")])
    client.erp.form.areHousesHashedEncoded = true
    const encoded = await client.get('get_house_list', { is_id_address: '3' })
    expect(encoded.body).toHaveProperty([md5('СЛОВ&#039;ЯНСЬК, MAIN, 12-3')])
  })

  test('that are there are not created again, nor filled with what they hold', async () => {
    const erp = await furnished()
    erp.erp.settings.is_new_house_billing_compare = 0
    await erp.open()
    const [city] = erp.erp.erp.cities.keys()
    const [street] = erp.erp.erp.streets.keys()
    const [house] = erp.erp.erp.houses.keys()
    const counts = { floor: '', level_count: '', entrance: '', entrance_count: '' }
    const place = { city_id: String(city), street_id: String(street), block: '', ...counts }
    expect(await complaint(erp, 'address/add_city', { name: 'kyiv' })).toContain('though it is there')
    expect(await complaint(erp, 'address/add_street', { city_id: String(city), name: 'main' })).toContain(
      'is there',
    )
    expect(await complaint(erp, 'address/add_house', { ...place, number: '12' })).toContain(
      'though it is there',
    )
    expect(await complaint(erp, 'address/add_house', { ...place, street_id: '9', number: '1' })).toContain(
      'not there',
    )
    const building_id = String(house)
    expect(await complaint(erp, 'address/edit_house', { building_id, data: '{"floor":""}' })).toContain(
      'emptied',
    )
    expect(await complaint(erp, 'address/edit_house', { building_id, data: '{"number":"1"}' })).toContain(
      'no house field',
    )
    expect(await complaint(erp, 'address/edit_house', { building_id, data: '{}' })).toContain('with fields')
  })

  test('are refused while compare_house is wanted', async () => {
    const erp = await furnished()
    expect(await complaint(erp, 'address/add_city', { name: 'X' })).toContain(
      'is_new_house_billing_compare is 1',
    )
  })
})
