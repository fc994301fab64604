/** Answers that are too much: packed a thousand times, nested without end (`contracts/userside-api.md` §12.8). */
import { afterAll, describe, expect, test } from 'bun:test'
import { SILENT } from '../../src/model/logger.ts'
import { bombReply } from '../../src/sandbox/excessive-replies.ts'
import type { FaultKind } from '../../src/sandbox/faults.ts'
import { startUserside } from '../../src/sandbox/userside.ts'
import { createUserside } from '../../src/userside/client.ts'
import type { Userside } from '../../src/userside/userside.ts'
import { startErp } from './erp.ts'

const erp = await startUserside()
afterAll(() => erp.stop())

const house = {
  province: '',
  district: '',
  city: 'Київ',
  area: '',
  street: 'Лісова',
  number: '1',
  block: '',
  postcode: '',
}
const comparing = { create: false, short: false, configurationHash: 'f'.repeat(32) }
const clocks = { billingTime: 1_700_000_000, erpTime: 1_700_000_060 }
const info = { version: '1.0.0', path: '/opt/usm-billing', logPath: '/var/log/usm-billing' }

/** Every call there is, by what becomes of it when its answer is none. */
const CALLS: [call: string, outcome: string, send: (userside: Userside) => Promise<unknown>][] = [
  ['module/get_system_information', 'malformed', (userside) => userside.system()],
  ['usm_billing/set_start_info', 'malformed', (userside) => userside.start(info)],
  ['usm_billing/get_settings', 'malformed', (userside) => userside.settings(clocks)],
  ['module/get_tariff_list', 'malformed', (userside) => userside.tariffs()],
  ['module/get_services_list', 'unavailable', (userside) => userside.services()],
  ['module/get_user_group_list', 'unavailable', (userside) => userside.groups()],
  ['module/get_user_tags', 'unavailable', (userside) => userside.tags()],
  ['module/get_city_list', 'malformed', (userside) => userside.cities()],
  ['module/get_street_list', 'malformed', (userside) => userside.streets()],
  ['module/get_house_list', 'malformed', (userside) => userside.houses()],
  ['module/get_user_crc_billing_list', 'undefined', (userside) => userside.hashes(0)],
  ['address/get_house', 'undefined', (userside) => userside.houseUnits(['55'])],
  [
    'module/get_user_list',
    'malformed',
    (userside) => Array.fromAsync(userside.customers({ withPasswords: false })),
  ],
  ['address/compare_house', 'lost', (userside) => userside.compareHouses(new Map([['1', house]]), comparing)],
  ['customer/group_add', 'lost', (userside) => userside.addCustomers([{ billingId: 'a', name: 'a' }])],
  ['customer/add_tag', 'lost', (userside) => userside.addTag('VIP')],
  ['usm_billing/system_operation', 'undefined', (userside) => userside.finishOperation()],
  ['usm_billing/set_stop_info', 'undefined', (userside) => userside.stop()],
]

async function outcomeOf(call: string, kind: FaultKind, send: (userside: Userside) => Promise<unknown>) {
  erp.faults.clear()
  erp.faults.add({ kind, call, times: Number.POSITIVE_INFINITY })
  const userside = createUserside({
    url: erp.url,
    apiKey: erp.apiKey,
    billingId: erp.billingId,
    http: { timeoutSec: 60, retries: 3 },
    logger: SILENT,
    report: () => {},
    sleep: async () => {},
  })
  const outcome = await send(userside).then(
    (value) => (typeof value === 'object' && value !== null ? value : String(value)),
    (error: unknown) => error,
  )
  return { outcome, bytes: userside.tally.bytes }
}

function wordOf(outcome: unknown): string {
  if (typeof outcome === 'string') return outcome
  const { kind = '', state = '' } = outcome as { kind?: string; state?: string }
  return state || kind
}

describe.each(CALLS)('%s', (call, expected, send) => {
  test('nested 100 000 deep is no answer, and no error of ours', async () => {
    const { outcome } = await outcomeOf(call, 'deep', send)
    expect(wordOf(outcome)).toBe(expected)
  })

  test('of a gigabyte is read no further than such answers reach', async () => {
    const { outcome, bytes } = await outcomeOf(call, 'bomb', send)
    expect(wordOf(outcome)).toBe(expected)
    // An answer that is none is asked for once more.
    expect(bytes).toBeLessThan(2 * 65 * 1024 * 1024)
  })
})

test('a gigabyte is never held: the program grows by no more than it may read', async () => {
  Bun.gc(true)
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 2)
  await outcomeOf('module/get_tariff_list', 'bomb', (userside) => userside.tariffs())
  await outcomeOf('module/get_user_list', 'bomb', (userside) =>
    Array.fromAsync(userside.customers({ withPasswords: false })),
  )
  clearInterval(watch)
  expect(most - before).toBeLessThan(512 * 1024 * 1024)
})

test('what is said of them names the bound', async () => {
  const bomb = await outcomeOf('module/get_tariff_list', 'bomb', (userside) => userside.tariffs())
  expect(String(bomb.outcome)).toContain('more than 64 MB')
  const deep = await outcomeOf('module/get_tariff_list', 'deep', (userside) => userside.tariffs())
  expect(String(deep.outcome)).toContain('nested too deeply')
})

test('an answer of 60 MB is one like others', async () => {
  const [packed = new Uint8Array()] = bombReply(60).body
  using few = startErp({
    get_tariff_list: () =>
      new Response(packed, { headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' } }),
  })
  expect((await few.userside.tariffs()).get('petrenko')?.erpId).toBe('101')
})

test('the list of source hashes may be as long as there are subscribers', async () => {
  const padding = ' '.repeat(70 * 1024 * 1024)
  const packed = Bun.gzipSync(
    `{"Result":"OK","Data":{"petrenko":["${'a'.repeat(32)}","","1.50","0","0"]}}${padding}`,
  )
  using many = startErp({
    get_user_crc_billing_list: () =>
      new Response(packed, { headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' } }),
  })
  expect([...((await many.userside.hashes(1_000_000))?.keys() ?? [])]).toEqual(['petrenko'])
  // Of a few it cannot be so long.
  expect(await many.userside.hashes(1000)).toBeUndefined()
})

test('the body of a refusal is read as far as it may be shown', async () => {
  const [packed = new Uint8Array()] = bombReply(1024).body
  using few = startErp({
    get_tariff_list: () => new Response(packed, { status: 400, headers: { 'content-encoding': 'gzip' } }),
  })
  await expect(few.userside.tariffs()).rejects.toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('HTTP 400: {"petrenko"'),
  })
  expect(few.userside.tally.bytes).toBeLessThanOrEqual(64 * 1024)
})
