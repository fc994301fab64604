import { afterEach, describe, expect, test } from 'bun:test'
import { startUserside, type UsersideOptions } from '../../src/sandbox/userside.ts'
import { CRC, ErpClient, furnishedErp } from './erp-client.ts'

let client: ErpClient | undefined
afterEach(() => client?.erp.stop())

async function furnished(options: UsersideOptions = {}): Promise<ErpClient> {
  client = await furnishedErp(options)
  return client
}

/** An ERP whose run was not opened. */
async function untouched(options: UsersideOptions = {}): Promise<ErpClient> {
  client = new ErpClient(await startUserside(options))
  return client
}

describe('answers', () => {
  test('a subscriber comes back as it was written, texts with entities', async () => {
    const erp = await furnished()
    const [house = ''] = erp.erp.erp.houses.keys()
    await erp.edit('anna', {
      name: 'О&#039;К +',
      house_id: house,
      apartment_number: '7а',
      floor: '3',
      entrance: 1,
      phone0: '380501112233',
      phone2: '380671112233',
      add_tariff_id: ['t1'],
      tariff_new_id: 't2|2026-12-01',
      add_ip1: '3232235777,aabbccddeeff',
      additional_data: { 62: 'AB123' },
      parent_id: erp.idOf('boris'),
    })
    await erp.edit('anna', { balance: '-12.50' }, 'billing')
    await erp.edit('anna', { date_activity_inet: '2026-01-02 03:04:05' }, 'billing')
    expect(erp.erp.violations).toEqual([])
    expect((await erp.list()).body['anna']).toMatchObject({
      userside_id: Number(erp.idOf('anna')),
      full_name: 'О&#039;К &#43;',
      balance: '-12.50',
      parent_id: Number(erp.idOf('boris')),
      date_activity_inet: '2026-01-02 03:04:05',
      date_activity_inet_unix: Date.parse('2026-01-02T01:04:05Z') / 1000,
      address: [
        { type: 'connect', house_id: Number(house), apartment: { number: '7а' }, entrance: 1, floor: '3' },
      ],
      phone: [{ number: '380501112233' }, { number: '' }, { number: '380671112233' }],
      tariff: { current: [{ id: 't1' }], new: [{ id: 't2', date_start: '2026-12-01' }] },
      ip_mac: { 3232235777: { ip: 3232235777, mac: 'aabbccddeeff' } },
      additional_data: { 62: { id: 62, value: 'AB123' } },
    })
  })

  test('a cleared house clears apartment, floor and entrance', async () => {
    const erp = await furnished()
    const [house = ''] = erp.erp.erp.houses.keys()
    await erp.edit('anna', { house_id: house, apartment_number: '7', floor: '3', entrance: 2 })
    await erp.edit('anna', { house_id: 0, apartment_number: '', floor: '', entrance: 0 })
    expect(erp.erp.violations).toEqual([])
    expect(erp.erp.snapshot().subscribers['anna']).toMatchObject({
      house: '',
      apartment: '',
      floor: '',
      entrance: '',
    })
  })

  test('an ERP may keep them when only the house is cleared', async () => {
    const erp = await furnished({ isFlatCleared: false })
    const [house = ''] = erp.erp.erp.houses.keys()
    await erp.edit('anna', { house_id: house, apartment_number: '7' })
    await erp.edit('anna', { house_id: 0 })
    expect(erp.erp.snapshot().subscribers['anna']).toMatchObject({ house: '', apartment: '7' })
  })

  test('passwords come only when asked for', async () => {
    const erp = await furnished()
    await erp.edit('anna', { password: 'secret' })
    expect((await erp.list()).text).not.toContain('secret')
    const flags = {
      is_id_billing_user_id: '1',
      is_parent_id: '1',
      timestamp_ready: '1',
      is_load_password: '1',
    }
    expect((await erp.get('get_user_list', { billing_id: '1', ...flags })).text).toContain('secret')
  })

  test('the keys of the envelope change their letter case', async () => {
    const erp = await furnished()
    const keys = new Set<string>()
    for (const name of ['a', 'b', 'c', 'd']) {
      const { text } = await erp.post('customer/add_group', { name })
      for (const key of Object.keys(JSON.parse(text))) keys.add(key)
    }
    expect([...keys].sort()).toEqual(['ID', 'Id', 'RESULT', 'Result', 'id', 'result'])
  })

  test('an empty list is what the form says, ids 0…n-1 come as a list', async () => {
    const erp = await untouched({ form: { emptyList: 'null' } })
    expect((await erp.list()).text).toBe('null')
    erp.erp.form.emptyList = '{}'
    expect((await erp.list()).text).toBe('{}')
    await erp.open()
    await erp.addCustomers('0', '1')
    expect((await erp.list()).text).toStartWith('[{')
    await erp.addCustomers('__proto__')
    expect((await erp.list()).text).toContain('"__proto__":{')
  })

  test('ids, numbers and empty fields take the form that is set', async () => {
    const erp = await furnished({ form: { idKey: 'erp_id', areNumbersTexts: true, isSparse: true } })
    expect((await erp.list()).body['anna']).toEqual({ erp_id: erp.idOf('anna'), full_name: 'Name of anna' })
  })

  test('hashes come wrapped, with the hot fields', async () => {
    const erp = await furnished()
    await erp.edit('anna', { login: 'anna' })
    await erp.edit('anna', { balance: '5.00' }, 'billing')
    const { body } = await erp.get('get_user_crc_billing_list', { billing_id: '1' })
    expect(body['data']).toEqual({ anna: [CRC, '', '5.00', '0', '0'], boris: ['', '', '0.00', '0', '0'] })
  })

  test('a change made by hand at the ERP shows in the next read', async () => {
    const erp = await furnished()
    expect((await erp.list()).text).toContain('Name of anna')
    erp.erp.edit('anna', (row) => {
      row.name = 'By hand'
    })
    expect((await erp.list()).body['anna']).toMatchObject({ full_name: 'By hand' })
  })
})

test('what is printed ahead, while writes take their time, is what is printed when it is asked for', async () => {
  const crowd = Array.from({ length: 90 }, (_, index) => `s${index}`)
  const lists = []
  for (const writeLatencyMs of [0, 4]) {
    const erp = new ErpClient(await startUserside({ writeLatencyMs }))
    await erp.open()
    await erp.list()
    for (let lot = 0; lot < 6; lot++) await erp.addCustomers(...crowd.map((id) => `${id}-${lot}`))
    const before = await erp.list()
    expect(Object.keys(before.body)).toHaveLength(540)
    for (let lot = 0; lot < 6; lot++) await erp.edit(`s3-${lot}`, { login: `changed ${lot}` })
    // What is changed again and again waits; the others are printed, and one of them is changed once more.
    for (let cents = 0; cents < 40; cents++) {
      await erp.edit('s4-5', { balance: `7.${cents + 10}` }, 'billing')
      if (cents === 30) await erp.edit('s5-0', { login: 'changed late' })
    }
    expect(erp.erp.violations).toEqual([])
    lists.push([before.text, (await erp.list()).text])
    await erp.erp.stop()
  }
  expect(lists[1]).toEqual(lists[0])
  for (const last of ['changed 5', '7.49', 'changed late']) expect(lists[0]?.[1]).toContain(last)
})
