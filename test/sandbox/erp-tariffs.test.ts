import { afterEach, describe, expect, test } from 'bun:test'
import type { UsersideOptions } from '../../src/sandbox/userside.ts'
import { complaint, type ErpClient, furnishedErp } from './erp-client.ts'

let client: ErpClient | undefined
afterEach(() => client?.erp.stop())

async function furnished(options: UsersideOptions = {}): Promise<ErpClient> {
  client = await furnishedErp(options)
  return client
}

describe('tariffs', () => {
  const wrong: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
    ['a fee without an interval', { payment: '10' }, /do not come together/],
    ['an interval without a fee', { payment_interval: 30 }, /do not come together/],
    [
      'an interval that is not normalised',
      { payment: '10', payment_interval: 31 },
      /not a normalised interval/,
    ],
    ['no fee with another interval than 30', { payment: '0', payment_interval: 1 }, /is not 30/],
    ['a fee of six places', { payment: '1.123456', payment_interval: 30 }, /5 places/],
    ['the fee that is held', { payment: '0.00', payment_interval: 30 }, /redundant write/],
    ['a speed with a fraction', { speed_rx: 1.5 }, /whole number/],
    ['traffic below -1', { traffic: -2 }, /whole number/],
    ['the name that is held', { name: 't1' }, /redundant write/],
    ['a name with a raw slash', { name: 'a/b' }, /raw \//],
    ['a name longer than 255', { name: 'x'.repeat(256) }, /longer than 255/],
    ['the flag that is held', { is_in_billing: 1 }, /redundant write/],
    ['an unknown field', { colour: 'red' }, /no tariff field colour/],
    ['an empty patch', {}, /patch of the tariff t1 is empty/],
  ]
  test.each(wrong)('an edit with %s is refused', async (_, patch, sentence) => {
    const erp = await furnished()
    const id = erp.erp.erp.tariffOf('t1')?.erpId ?? ''
    expect(await complaint(erp, 'tariff/group_edit', { data: JSON.stringify({ [id]: patch }) })).toMatch(
      sentence,
    )
  })

  test('a tariff that is there is not created again, an unknown one not edited', async () => {
    const erp = await furnished()
    const add = { billing_id: '1', billing_tariff_id: 't1', name: 't1' }
    expect(await complaint(erp, 'tariff/add', add)).toContain('though it is there')
    expect(await complaint(erp, 'tariff/edit', { id: '9999', name: 'x' })).toContain('not there')
    expect(await complaint(erp, 'tariff/add', { ...add, billing_tariff_id: 'o&#039;b' })).toContain(
      'entities',
    )
    expect(await complaint(erp, 'tariff/add', { ...add, billing_tariff_id: 't3', payment: '5' })).toContain(
      'payment',
    )
    const id = erp.erp.erp.tariffOf('t1')?.erpId ?? ''
    expect(await complaint(erp, 'tariff/edit', { id, service_type: '1' })).toContain('service_type')
  })

  test('an edit arrives, speeds under the names of the subscriber’s side', async () => {
    const erp = await furnished()
    const id = erp.erp.erp.tariffOf('t1')?.erpId ?? ''
    const patch = {
      name: 'A&#047;B',
      payment: '220.5',
      payment_interval: 30,
      speed_rx: 100,
      speed_tx: 50,
      traffic: -1,
    }
    await erp.post('tariff/group_edit', { data: JSON.stringify({ [id]: patch }) })
    await erp.post('tariff/edit', { id, is_in_billing: '0' })
    const { body } = await erp.get('get_tariff_list', { billing_id: '1' })
    expect(body['t1']).toMatchObject({
      name: 'A&#047;B',
      payment: '220.5',
      payment_interval: 30,
      speed: { up: 50, down: 100 },
      traffic: -1,
      is_in_billing: 0,
    })
    expect(erp.erp.violations).toEqual([])
  })
})
