import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { CRC, type ErpClient, furnishedErp } from './erp-client.ts'

/** What is sent, and what the ERP must say about it. */
type Case = readonly [what: string, patch: object, sentence: RegExp]

/** Each of these is refused for a subscriber who holds nothing but a name. */
const WRONG_PATCHES: readonly Case[] = [
  ['an unknown field', { nickname: 'x' }, /no field nickname/],
  ['a name with a raw apostrophe', { name: "O'Brien" }, /name of anna holds a raw '/],
  ['a name with a backslash', { name: 'a&#092;b' }, /holds a backslash/],
  ['a name with white space that is not folded', { name: 'a  b' }, /not folded/],
  ['a login with a raw apostrophe', { login: "o'b" }, /login of anna holds a raw '/],
  ['a comment with a raw slash', { comment: 'a/b' }, /comment of anna holds a raw \//],
  ['a comment with a raw backslash', { comment: 'a\\b' }, /comment of anna holds a raw \\/],
  ['a comment with a line break', { comment: 'a\nb' }, /raw control character/],
  ['a text encoded twice', { login: 'o&amp;#039;b' }, /encoded where it must not be, or twice/],
  ['a text encoded twice by numbers', { login: '&#38;#039;' }, /encoded where it must not be, or twice/],
  ['a text with half a surrogate pair', { login: 'a\ud83d' }, /half a surrogate pair/],
  ['a flag that is neither 0 nor 1', { flag_corporate: 2 }, /not 0 or 1/],
  ['a flag that is a boolean', { is_disable: true }, /not a text or a number/],
  ['a credit without two places', { credit: '5' }, /two places/],
  ['a discount that is no number', { discount: 'ten' }, /not a number/],
  ['a phone that is not digits only', { phone0: '+380501112233' }, /digits only/],
  ['the same phone twice', { phone0: '380501112233', phone1: '380501112233' }, /number of phone0 again/],
  ['a phone slot that is not there', { phone5: '380501112233' }, /no field phone5/],
  ['an e-mail without @', { email: 'nobody' }, /addresses with @/],
  ['an emptied e-mail', { email: '' }, /emptied/],
  ['an emptied agreement', { agreement_number: '' }, /emptied/],
  ['an agreement date that is no day', { agreement_date: '31.01.2020' }, /not YYYY-MM-DD/],
  ['a date that does not exist', { date_connect: '2020-02-30' }, /no date/],
  ['a date of 1970', { date_connect: '1970-01-01' }, /1970-01-01/],
  ['a zero date', { date_connect: '0000-00-00' }, /no date/],
  ['an unknown tariff', { add_tariff_id: ['t9'] }, /tariff t9, which is not there/],
  ['an encoded tariff id', { add_tariff_id: ['Сім&#039;я'] }, /with entities/],
  ['a tariff list that is none', { add_tariff_id: 't1' }, /not a list of ids/],
  ['a tariff taken away that is not held', { delete_tariff_id: ['t1'] }, /redundant write.*does not hold/],
  ['a next tariff without a date', { tariff_new_id: 't1' }, /<tariff id>\|<start date>/],
  ['a next tariff with a date of 1970', { tariff_new_id: 't1|1970-01-01' }, /1970-01-01/],
  ['a next tariff cleared that is not there', { tariff_new_id: '|1970-01-01' }, /redundant write/],
  ['an unknown house', { house_id: 9999 }, /house 9999, which is not there/],
  ['a house cleared that is not there', { house_id: 0 }, /redundant write/],
  ['an entrance that is no integer', { entrance: 'А' }, /not an integer/],
  ['an IP that is not an integer', { add_ip1: '10.0.0.1,' }, /unsigned 32-bit integer/],
  ['an IP that is too big', { add_ip1: '4294967296,' }, /unsigned 32-bit integer/],
  ['a MAC with separators', { add_ip1: '3232235777,aa:bb:cc:dd:ee:ff' }, /12 lower-case hex/],
  ['a MAC in capitals', { add_ip1: '3232235777,AABBCCDDEEFF' }, /12 lower-case hex/],
  ['a device with neither IP nor MAC', { add_ip1: '-1,' }, /neither IP nor MAC/],
  ['an IP without a number', { add_ip: '3232235777,' }, /no field add_ip /],
  ['IPs numbered with a gap', { add_ip2: '3232235777,' }, /without gaps/],
  [
    'the same IP twice',
    { add_ip1: '3232235777,', add_ip2: '3232235777,aabbccddeeff' },
    /twice in one request/,
  ],
  ['an IP deleted that is not held', { delete_ip1: 3232235777 }, /redundant write/],
  ['a MAC of an address that is not held', { ip_change_mac1: '3232235777,aabbccddeeff' }, /does not have/],
  ['a state longer than five characters', { state_id: 'frozen' }, /at most 5 characters/],
  ['additional data under a name', { additional_data: { passport: 'x' } }, /does not have/],
  ['additional data with a raw apostrophe', { additional_data: { 5: "o'b" } }, /raw '/],
  ['additional data emptied that is empty', { additional_data: { 5: '' } }, /redundant write/],
  ['an unknown group', { add_group_id: { 999: 999 }, group: { 999: 1 } }, /group 999, which is not there/],
  ['an unknown tag', { tag: { 999: 1 } }, /tag 999, which is not there/],
  ['an unknown service', { service: { 999: 1 } }, /service 999, which is not there/],
  ['an unknown parent', { parent_id: '999' }, /who is not there/],
  ['a hash that is none', { crc_billing: 'abc', login: 'x' }, /32 hex digits or n-a/],
  ['n-a of a subscriber who is not gone', { crc_billing: 'n-a', login: 'x' }, /n-a exactly when/],
  ['a subscriber gone with a hash', { is_in_billing: 0 }, /n-a exactly when/],
  ['a value that is already held', { name: 'Name of anna' }, /redundant write/],
  ['an amount that is already held', { credit: '0.00' }, /redundant write/],
  ['an empty text over an empty text', { comment: '' }, /redundant write/],
  ['a hash alone', {}, /crc_billing comes alone/],
  ['a hot field without src', { balance: '1.00' }, /without src=billing/],
]

describe('an edit of a subscriber is refused and recorded:', () => {
  let client: ErpClient
  beforeAll(async () => {
    client = await furnishedErp()
    expect(client.erp.violations).toEqual([])
  })
  afterAll(() => client.erp.stop())

  test.each(WRONG_PATCHES)('%s', async (_, patch, sentence) => {
    const before = client.erp.snapshot()
    client.erp.forgetRequests()
    const { body } = await client.edit('anna', patch)
    expect(body['result']).toBe('ERROR')
    expect(client.erp.violations.join('\n')).toMatch(sentence)
    expect(client.erp.snapshot()).toEqual(before)
  })
})

/** Refused with `src=billing`. */
const WRONG_HOT_PATCHES: readonly Case[] = [
  ['a balance without two places', { balance: '12.5' }, /two places/],
  ['a balance of minus zero', { balance: '-0.00' }, /negative zero/],
  ['two hot fields', { balance: '1.00', traffic_up: '5' }, /Two hot fields/],
  ['a hot field with another', { balance: '1.00', login: 'x' }, /together with login/],
  ['a hot field with a hash', { balance: '1.00', crc_billing: CRC }, /together with crc_billing/],
  ['a field that is not hot', { login: 'x', crc_billing: CRC }, /not hot/],
  ['traffic with a fraction', { traffic_up: '1.5' }, /whole number/],
  ['activity in unix seconds', { date_activity_inet_unix: 1790000000 }, /does not suit/],
  ['activity of 1970', { date_activity_inet: '1970-01-01 03:00:00' }, /1970-01-01/],
  ['activity without a time', { date_activity_inet: '2026-01-01' }, /hh:mm:ss/],
  ['a balance that is already held', { balance: '0.00' }, /redundant write/],
]

describe('a hot edit is refused and recorded:', () => {
  let client: ErpClient
  beforeAll(async () => {
    client = await furnishedErp()
  })
  afterAll(() => client.erp.stop())

  test.each(WRONG_HOT_PATCHES)('%s', async (_, patch, sentence) => {
    const before = client.erp.snapshot()
    client.erp.forgetRequests()
    const { body } = await client.edit('anna', patch, 'billing')
    expect(body['result']).toBe('ERROR')
    expect(client.erp.violations.join('\n')).toMatch(sentence)
    expect(client.erp.snapshot()).toEqual(before)
  })
})

describe('an edit that was right once is redundant the second time:', () => {
  const RIGHT_PATCHES: readonly (readonly [string, object])[] = [
    ['login', { login: 'o&#039;b' }],
    ['comment', { comment: 'a&#047;b&#092;c' }],
    ['agreement', { agreement_number: '№ 1', agreement_date: '2020-01-31' }],
    ['phones', { phone0: '380501112233', phone2: '380671112233' }],
    ['e-mail', { email: 'a@b.c, d@e.f' }],
    ['tariff ordered', { tariff_new_id: 't1|2026-12-01' }],
    ['IP', { add_ip1: '3232235777,aabbccddeeff', add_ip2: '-1,001122334455' }],
    ['additional data', { additional_data: { 5: 'x' } }],
    ['state', { state_id: 2 }],
    ['corporate', { flag_corporate: 1 }],
    ['discount', { discount: 12.5 }],
  ]

  test.each(RIGHT_PATCHES)('%s', async (_, patch) => {
    const client = await furnishedErp()
    expect((await client.edit('anna', patch)).body['result']).toBe('OK')
    expect(client.erp.violations).toEqual([])
    expect((await client.edit('anna', patch)).body['result']).toBe('ERROR')
    expect(client.erp.violations.join('\n')).toContain('redundant write')
    await client.erp.stop()
  })

  test('a tariff is not: the same one may be held twice', async () => {
    const client = await furnishedErp()
    await client.edit('anna', { add_tariff_id: ['t1'] })
    await client.edit('anna', { add_tariff_id: ['t1', 't2'] })
    expect(client.erp.violations).toEqual([])
    expect(client.erp.erp.customerOf('anna')?.tariffs).toEqual(['t1', 't1', 't2'])
    await client.edit('anna', { delete_tariff_id: ['t1'] })
    expect(client.erp.erp.customerOf('anna')?.tariffs).toEqual(['t1', 't2'])
    await client.erp.stop()
  })
})

describe('settings forbid', () => {
  const FORBIDDEN: readonly (readonly [
    string,
    Record<string, number>,
    object,
    'billing' | undefined,
    RegExp,
  ])[] = [
    ['an address', { is_update_address: 0 }, { apartment_number: '5' }, undefined, /is_update_address/],
    ['traffic at all', { is_update_traffic: 0 }, { traffic_up: '5' }, 'billing', /is_update_traffic/],
    [
      'traffic before the interval has passed',
      { date_traffic_update: Math.floor(Date.now() / 1000), date_traffic_update_interval: 60 },
      { traffic_up: '5' },
      'billing',
      /interval/,
    ],
    [
      'activity as text when the ERP wants unix seconds',
      { is_customer_activity_timestamp: 1 },
      { date_activity_inet: '2026-01-01 00:00:00' },
      'billing',
      /does not suit/,
    ],
    ['a plain password', { is_encode_customer_password: 1 }, { password: 'secret' }, undefined, /is plain/],
  ]

  test.each(FORBIDDEN)('%s', async (_, settings, patch, src, sentence) => {
    const client = await furnishedErp()
    Object.assign(client.erp.settings, settings)
    await client.open()
    expect((await client.edit('anna', patch, src)).body['result']).toBe('ERROR')
    expect(client.erp.violations.join('\n')).toMatch(sentence)
    await client.erp.stop()
  })

  test('a MAC from being changed', async () => {
    const client = await furnishedErp({ settings: { is_update_mac: 0 } })
    await client.edit('anna', { add_ip1: '3232235777,' })
    expect(client.erp.violations).toEqual([])
    await client.edit('anna', { ip_change_mac1: '3232235777,aabbccddeeff' })
    expect(client.erp.violations.join('\n')).toMatch(/is_update_mac is 0/)
    await client.erp.stop()
  })
})

describe('a lot is refused', () => {
  test('with more than 200 full edits, more than 4000 hot ones, more than 100 creates', async () => {
    const client = await furnishedErp()
    const lot = (count: number, patch: object): object =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [String(index + 5000), patch]))
    await client.editLot(lot(201, { login: 'x', crc_billing: CRC }))
    await client.editLot(lot(4001, { balance: '1.00' }), 'billing')
    await client.addCustomers(...Array.from({ length: 101 }, (_, index) => `u${index}`))
    const text = client.erp.violations.join('\n')
    expect(text).toContain('A lot of 201 subscribers is more than 200.')
    expect(text).toContain('A lot of 4001 subscribers is more than 4000.')
    expect(text).toContain('A lot of 101 new subscribers is more than 100.')
    await client.erp.stop()
  })

  test('whole, when one record of it is wrong', async () => {
    const client = await furnishedErp()
    const before = client.erp.snapshot()
    await client.editLot({
      [client.idOf('anna')]: { login: 'right', crc_billing: CRC },
      [client.idOf('boris')]: { login: "wro'ng", crc_billing: CRC },
    })
    expect(client.erp.snapshot()).toEqual(before)
    await client.erp.stop()
  })

  test('with an empty patch, with nobody in it, with somebody unknown', async () => {
    const client = await furnishedErp()
    await client.editLot({ [client.idOf('anna')]: {} })
    await client.editLot({})
    await client.editLot({ 99999: { login: 'x', crc_billing: CRC } })
    const text = client.erp.violations.join('\n')
    expect(text).toMatch(/patch of the subscriber \d+ is empty/)
    expect(text).toContain('data names no subscriber.')
    expect(text).toContain('The subscriber 99999 is not there.')
    await client.erp.stop()
  })

  test("with the ERP's own words when it holds a subscriber the ERP refuses, and that is no violation", async () => {
    const client = await furnishedErp()
    client.erp.refusals.customers.set('boris', 'Customer is locked')
    const patch = { login: 'new', crc_billing: CRC }
    const both = { [client.idOf('anna')]: patch, [client.idOf('boris')]: patch }
    const { body } = await client.editLot(both)
    expect([body['result'], body['errortext']]).toEqual(['ERROR', 'Customer is locked'])
    expect(client.erp.erp.customerOf('anna')?.login).toBe('')
    expect(client.erp.violations).toEqual([])
    await client.erp.stop()
  })
})

describe('creating subscribers', () => {
  test('who are there, or twice in a lot, is refused', async () => {
    const client = await furnishedErp()
    expect((await client.addCustomers('anna')).body['result']).toBe('ERROR')
    expect((await client.addCustomers('carl', 'carl')).body['result']).toBe('ERROR')
    const text = client.erp.violations.join('\n')
    expect(text).toContain('The subscriber anna is created though it is there.')
    expect(text).toContain('The subscriber carl is created twice in one lot.')
    await client.erp.stop()
  })

  test('makes a duplicate in an ERP that does not look', async () => {
    const client = await furnishedErp({ onDuplicate: 'duplicate' })
    await client.addCustomers('anna')
    expect(client.erp.snapshot().duplicates).toEqual(['anna'])
    await client.erp.stop()
  })

  test('does nothing in an ERP that de-duplicates', async () => {
    const client = await furnishedErp({ onDuplicate: 'ignore' })
    await client.addCustomers('anna', 'carl')
    expect(client.erp.snapshot().duplicates).toEqual([])
    expect(Object.keys(client.erp.snapshot().subscribers)).toEqual(['anna', 'boris', 'carl'])
    await client.erp.stop()
  })

  test('without a name, with a raw apostrophe, with an encoded id or a field too many is refused', async () => {
    const client = await openWith([
      { billing_customer_id: 'a', name: '' },
      { billing_customer_id: 'b', name: "O'B" },
      { billing_customer_id: 'o&#039;b', name: 'x' },
      { billing_customer_id: 'c', name: 'x', login: 'c' },
    ])
    const text = client.erp.violations.join('\n')
    expect(text).toContain('The name of a is empty.')
    expect(text).toContain("The name of b holds a raw '")
    expect(text).toContain('The subscriber id o&#039;b holds entities.')
    expect(text).toContain('A new subscriber has a field login.')
    await client.erp.stop()
  })

  test('beyond the licence is refused', async () => {
    const client = await furnishedErp({ settings: { row_limit: 151 } })
    const ids = Array.from({ length: 100 }, (_, index) => `u${index}`)
    await client.addCustomers(...ids)
    expect(client.erp.violations).toEqual([])
    await client.addCustomers(...ids.slice(0, 50).map((id) => `v${id}`))
    expect(client.erp.violations.join('\n')).toMatch(/exceed the licence of 151/)
    await client.erp.stop()
  })

  async function openWith(items: readonly object[]): Promise<ErpClient> {
    const client = await furnishedErp()
    await client.post('customer/group_add', { billing_id: '1', data: JSON.stringify(items) })
    return client
  }
})

describe('an ERP that does not keep a field', () => {
  test('says OK twice and complains about the third time', async () => {
    const client = await furnishedErp({ ignoresFields: ['login'] })
    const send = async (): Promise<unknown> => (await client.edit('anna', { login: 'x' })).body['result']
    expect([await send(), await send()]).toEqual(['OK', 'OK'])
    expect(client.erp.erp.customerOf('anna')?.login).toBe('')
    expect(client.erp.violations).toEqual([])
    await send()
    expect(client.erp.violations.join('\n')).toMatch(/third time/)
    await client.erp.stop()
  })
})
