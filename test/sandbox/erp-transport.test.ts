import { afterEach, describe, expect, test } from 'bun:test'
import { startUserside, type UsersideOptions } from '../../src/sandbox/userside.ts'
import { CRC, complaint, ErpClient, furnishedErp, NO_HOUSE } from './erp-client.ts'

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

describe('transport', () => {
  test('a write by GET, a read by POST and a call that is not there are refused', async () => {
    const erp = await furnished()
    const query = new URLSearchParams({
      key: erp.erp.apiKey,
      cat: 'customer',
      action: 'add_group',
      name: 'X',
    })
    await fetch(`${erp.erp.url}/api.php?${query}`)
    await erp.post('module/x', { request: 'get_user_tags' })
    await erp.get('get_payments')
    await erp.post('customer/delete')
    expect(erp.erp.violations.join('\n')).toMatch(
      /customer\/add_group came by GET.*module\/get_user_tags came by POST.*no call module\/get_payments.*no call customer\/delete/s,
    )
    expect(erp.erp.snapshot().groups).toEqual(['VIP'])
  })

  test('a wrong key is answered 403 and nothing happens', async () => {
    const erp = await furnished()
    const answer = await erp.post('customer/add_group', { name: 'X', key: 'guess' })
    expect(answer.status).toBe(403)
    expect(erp.erp.violations.join('\n')).toContain('wrong key')
    expect(erp.erp.snapshot().groups).toEqual(['VIP'])
  })

  test('a form that is not percent-encoded is refused', async () => {
    const erp = await furnished()
    const post = (body: string): Promise<Response> =>
      fetch(`${erp.erp.url}/api.php`, {
        method: 'POST',
        body: `key=${erp.erp.apiKey}&cat=customer&action=add_group&${body}`,
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      })
    await post('name=Rock & Roll')
    await post('name=A#B')
    await post('name=%ff')
    await post('name=A&name=B')
    const text = erp.erp.violations.join('\n')
    expect(text).toContain('not percent-encoded')
    expect(text).toContain('has not')
    expect(text).toContain('encodes no UTF-8 character')
    expect(text).toContain('parameter name twice')
    expect(erp.erp.snapshot().groups).toEqual(['VIP'])
  })

  test('a form of another type, parameters in the address of a POST and another path are refused', async () => {
    const erp = await furnished()
    const body = new URLSearchParams({ key: erp.erp.apiKey, cat: 'customer', action: 'add_group', name: 'X' })
    const text = { 'Content-Type': 'text/plain' }
    await fetch(`${erp.erp.url}/api.php`, { method: 'POST', body: body.toString(), headers: text })
    await fetch(`${erp.erp.url}/api.php?key=x`, { method: 'POST', body })
    await fetch(`${erp.erp.url}/other.php`, { method: 'POST', body })
    expect(erp.erp.violations.join('\n')).toMatch(/text\/plain.*in the address of a POST.*\/other.php/s)
    expect(erp.erp.snapshot().groups).toEqual(['VIP'])
  })

  test('a parameter too many, one too few, another billing and a key that leaks are refused', async () => {
    const erp = await furnished()
    expect(await complaint(erp, 'customer/add_group', { name: 'X', colour: 'red' })).toContain('"colour"')
    expect(await complaint(erp, 'customer/add_group', {})).toContain('without name')
    expect(await complaint(erp, 'service/add', { name: 'X', billing_id: '2' })).toContain('the billing 2')
    expect(await complaint(erp, 'customer/add_group', { name: erp.erp.apiKey })).toContain('tells the key')
  })

  test('data that is no JSON is refused', async () => {
    const erp = await furnished()
    expect(await complaint(erp, 'customer/group_edit', { data: '{"1":{"login":"a' })).toContain('not JSON')
  })
})

describe('the order of a run', () => {
  test('a write before the handshake, before the settings and after the end is refused', async () => {
    const erp = await untouched()
    const group = { name: 'X' }
    expect(await complaint(erp, 'customer/add_group', group)).toContain('before set_start_info')
    await erp.post('usm_billing/set_start_info', { version: '1', path: '/p', log_path: '/l' })
    expect(await complaint(erp, 'customer/add_group', group)).toContain('get_settings')
    await erp.open()
    await erp.post('customer/add_group', group)
    await erp.post('usm_billing/system_operation', { billing_id: '1' })
    await erp.post('usm_billing/set_stop_info')
    expect(await complaint(erp, 'customer/add_group', { name: 'Y' })).toContain('after set_stop_info')
    expect(erp.erp.snapshot().groups).toEqual(['X'])
  })

  test('the book of runs tells which were ended', async () => {
    const erp = await untouched()
    await erp.open()
    await erp.post('usm_billing/system_operation', { billing_id: '1' })
    await erp.post('usm_billing/set_stop_info')
    await erp.open()
    await erp.post('customer/add_group', { name: 'X' })
    expect(erp.erp.runs.map(({ isStopped, operations, writes }) => [isStopped, operations, writes])).toEqual([
      [true, 1, 0],
      [false, 0, 1],
    ])
    expect(erp.erp.violations).toEqual([])
  })

  test('ending a run that was not begun is refused', async () => {
    const erp = await untouched()
    expect(await complaint(erp, 'usm_billing/set_stop_info', {})).toContain('outside a run')
    expect(await complaint(erp, 'usm_billing/system_operation', { billing_id: '1' })).toContain(
      'outside a run',
    )
  })

  test('clocks that are not unix seconds are refused', async () => {
    const erp = await untouched()
    const times = { billing_time: '2026-01-01 00:00:00', erp_time: '1790000000' }
    const text = await complaint(erp, 'usm_billing/get_settings', { billing_id: '1', ...times })
    expect(text).toContain('not unix seconds')
  })

  test('in a dry run every POST but get_settings is refused', async () => {
    const erp = await untouched()
    erp.erp.isWriteForbidden = true
    const start = { version: '1', path: '/p', log_path: '/l' }
    expect(await complaint(erp, 'usm_billing/set_start_info', start)).toContain('in a dry run')
    erp.erp.forgetRequests()
    const times = { billing_time: '1790000000', erp_time: '1790000000' }
    await erp.post('usm_billing/get_settings', { billing_id: '1', ...times })
    await erp.get('get_user_tags')
    expect(erp.erp.violations).toEqual([])
  })

  test('the handshake can ask for a newer module', async () => {
    const erp = await untouched()
    erp.erp.minimumRevision.value = 20231201
    const start = { version: '1', path: '/p', log_path: '/l' }
    const { body } = await erp.post('usm_billing/set_start_info', start)
    expect(body['moduleminallowversion']).toBe(20231201)
  })

  test('reads, bookkeeping and writes are counted apart', async () => {
    const erp = await untouched()
    await erp.open()
    await erp.get('get_user_tags')
    await erp.post('customer/add_group', { name: 'X' })
    const house = JSON.stringify({ 7: { ...NO_HOUSE, city: 'Kyiv', street: 'Main', number: '1' } })
    await erp.post('address/compare_house', { is_disable_create: '1', billing_crc_id: CRC, data: house })
    expect(erp.erp.counts).toEqual({ reads: 3, bookkeeping: 1, writes: 1 })
  })
})
