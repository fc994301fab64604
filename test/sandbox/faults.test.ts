import { afterEach, describe, expect, test } from 'bun:test'
import { startBilling } from '../../src/sandbox/billing.ts'
import type { FaultKind } from '../../src/sandbox/faults.ts'
import { generatePopulation } from '../../src/sandbox/generate.ts'
import { type ErpClient, openErp } from './erp-client.ts'

let client: ErpClient | undefined
afterEach(() => client?.erp.stop())

/** Sends one write under a fault. */
async function disturbed(
  kind: FaultKind,
  isApplied?: boolean,
): Promise<{ outcome: string; groups: readonly string[] }> {
  client = await openErp()
  client.erp.faults.add({
    kind,
    call: 'customer/add_group',
    ...(isApplied === undefined ? {} : { isApplied }),
  })
  const outcome = await client.post('customer/add_group', { name: 'X' }).then(
    (answer) => `${answer.status} ${answer.text.slice(0, 12)}`,
    (error: { code?: string }) => String(error.code),
  )
  expect(client.erp.faults.fired).toEqual([{ call: 'customer/add_group', kind }])
  return { outcome, groups: client.erp.snapshot().groups }
}

describe('a write meets', () => {
  test('a reset before it was handled: nothing happened', async () => {
    expect(await disturbed('reset-before')).toEqual({ outcome: 'ECONNRESET', groups: [] })
  })

  test('a reset after it was applied: it happened and nobody was told', async () => {
    expect(await disturbed('reset-after')).toEqual({ outcome: 'ECONNRESET', groups: ['X'] })
  })

  test('a status', async () => {
    expect(await disturbed('status')).toEqual({ outcome: '500 <!DOCTYPE ht', groups: [] })
  })

  test('an empty answer, with and without effect', async () => {
    expect(await disturbed('empty')).toEqual({ outcome: '200 ', groups: [] })
    await client?.erp.stop()
    expect(await disturbed('empty', true)).toEqual({ outcome: '200 ', groups: ['X'] })
  })

  test('a page for browsers', async () => {
    expect(await disturbed('html')).toEqual({ outcome: '200 <!DOCTYPE ht', groups: [] })
  })

  test('half an answer that ends as if it were whole', async () => {
    const { outcome, groups } = await disturbed('cut')
    expect(outcome).toStartWith('200 {')
    expect(() => JSON.parse(outcome.slice(4))).toThrow()
    expect(groups).toEqual(['X'])
  })

  test('a refusal in the ERP’s words', async () => {
    const { outcome, groups } = await disturbed('error-result')
    expect(outcome.toLowerCase()).toContain('"result":')
    expect(groups).toEqual([])
  })

  test('a notice before the answer', async () => {
    expect((await disturbed('garbage-prefix')).outcome).toBe('200 <br />\n<b>Wa')
  })

  test('no answer at all, until the sandbox stops', async () => {
    client = await openErp()
    client.erp.faults.add({ kind: 'timeout', call: 'customer/add_group' })
    const fired = client.erp.faults.whenFired()
    const asked = client.post('customer/add_group', { name: 'X' }).then(
      () => 'answered',
      () => 'cut off',
    )
    await fired
    await client.erp.stop()
    expect(await asked).toBe('cut off')
  })
})

test('a fault hits the call that was asked for, the time that was asked for, as often as was asked for', async () => {
  client = await openErp()
  client.erp.faults.add({ kind: 'status', status: 429, retryAfter: 7, call: /^module\//, nth: 2, times: 2 })
  const statuses: number[] = []
  for (let turn = 0; turn < 4; turn += 1) statuses.push((await client.get('get_user_tags')).status)
  expect(statuses).toEqual([200, 429, 429, 200])
  client.erp.faults.add({ kind: 'status', status: 503, times: Number.POSITIVE_INFINITY })
  expect((await client.get('get_user_tags')).status).toBe(503)
  client.erp.faults.clear()
  expect((await client.get('get_user_tags')).status).toBe(200)
})

test('Retry-After is told', async () => {
  const billing = await startBilling({ population: generatePopulation({ size: 1 }) })
  billing.faults.add({ kind: 'status', status: 429, retryAfter: 7 })
  const response = await fetch(`${billing.url}&temp=1790000000&request=get_tariff_list`)
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7'])
  await billing.stop()
})

test('any body can stand for the right one', async () => {
  const billing = await startBilling({ population: generatePopulation({ size: 1 }) })
  billing.faults.add({ kind: 'body', text: 'Ubilling maintance in progress' })
  const response = await fetch(`${billing.url}&temp=1790000000&request=get_tariff_list`)
  expect(await response.text()).toBe('Ubilling maintance in progress')
  await billing.stop()
})
