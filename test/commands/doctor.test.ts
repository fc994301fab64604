import { describe, expect, test } from 'bun:test'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { METHODS } from '../../src/billing/universal/methods.ts'
import { SILENT } from '../../src/model/logger.ts'
import type { Fault } from '../../src/sandbox/faults.ts'
import { acquireLock } from '../../src/state/lock.ts'
import { deadUrl } from '../userside/sockets.ts'
import { CERTIFICATE, PRIVATE_KEY } from '../userside/tls-identity.ts'
import { now, type Operator, startOperator, type Typed } from './operator.ts'

const ALWAYS = { times: Number.POSITIVE_INFINITY }
const PAGE = '<!DOCTYPE html><html><head><title>x</title></head><body>'

/** What doctor says, having written nothing to UserSide nor to any file. */
async function examine(operator: Operator, changes?: Readonly<Record<string, unknown>>): Promise<Typed> {
  operator.userside.isWriteForbidden = true
  const typed = await operator.type('doctor --json', changes)
  expect(operator.userside.counts).toMatchObject({ bookkeeping: 0, writes: 0 })
  expect(`${typed.stdout}${typed.stderr}`).not.toContain(operator.billing.key)
  expect(`${typed.stdout}${typed.stderr}`).not.toContain(operator.userside.apiKey)
  operator.expectNoViolation()
  return typed
}

function check({ lines }: Typed, system: string, name: string) {
  return lines.find((line) => line['system'] === system && line['name'] === name)
}

const verdicts = ({ lines }: Typed, system: string) =>
  new Set(lines.flatMap((line) => (line['system'] === system ? [line['ok']] : [])))

describe('with everything in order', () => {
  test('it says so, exits 0 and leaves no file behind', async () => {
    await using operator = await startOperator()
    const { exitCode, stdout } = await operator.type('doctor')
    expect(stdout).toContain('All is well.')
    expect(exitCode).toBe(0)
    expect(await readdir(operator.folder)).toEqual(['usm-billing.jsonc'])
    operator.expectNoViolation()
  })

  test('it prints with --json a line for every check, and the summary last', async () => {
    await using operator = await startOperator()
    const { lines, exitCode } = await examine(operator)
    const checks = lines.slice(0, -1)
    expect(checks.length).toBeGreaterThan(30)
    for (const line of checks) {
      expect(line).toEqual({
        type: 'check',
        system: expect.stringMatching(/^(?:host|billing|userside)$/),
        name: expect.any(String),
        ok: expect.stringMatching(/^(?:ok|skip)$/),
        text: expect.any(String),
        hint: '',
      })
    }
    expect(lines.at(-1)).toMatchObject({
      type: 'summary',
      command: 'doctor',
      exitCode: 0,
      outcome: 'ok',
      billing: { name: 'Ubilling', dialect: 'ubilling', subscribers: 30 },
      userside: { writes: 0 },
    })
    expect(exitCode).toBe(0)
  })

  test('it asks every reading method of the billing once, and every list of UserSide', async () => {
    await using operator = await startOperator()
    await examine(operator, { confIsImportMessage: true })
    expect(operator.billing.requests.map(({ method }) => method)).toEqual([...METHODS])
    expect(operator.userside.requests.map(({ call }) => call).sort()).toEqual([
      'additional_data/get_list',
      'billing/get',
      'module/get_city_list',
      'module/get_house_list',
      'module/get_services_list',
      'module/get_street_list',
      'module/get_system_information',
      'module/get_tariff_list',
      'module/get_user_crc_billing_list',
      'module/get_user_group_list',
      'module/get_user_list',
      'module/get_user_tags',
      'system/get_system_info',
      'usm_billing/get_settings',
    ])
  })

  test.each(['ubilling', 'abills', 'mikbill', 'platex'] as const)('%s is in order', async (dialect) => {
    await using operator = await startOperator({ dialect })
    const typed = await examine(operator)
    expect(verdicts(typed, 'billing')).toEqual(new Set(['ok', 'skip']))
    expect(typed.exitCode).toBe(0)
  })

  test('Carbon Billing is asked only what it has', async () => {
    await using operator = await startOperator({ dialect: 'carbon' })
    const typed = await examine(operator, { billingName: 'carbon5' })
    expect(check(typed, 'billing', 'get_user_tags')).toMatchObject({ ok: 'skip' })
    expect(check(typed, 'billing', 'get_user_list')).toMatchObject({ ok: 'ok' })
    expect(typed.exitCode).toBe(0)
  })

  test('it takes no lock: a run may be at work', async () => {
    await using operator = await startOperator()
    const lock = acquireLock({ folder: join(operator.folder, 'log'), billingId: 1, logger: SILENT })
    const { exitCode } = await examine(operator)
    lock.release()
    expect(exitCode).toBe(0)
  })
})

describe('what the billing answers instead of an answer', () => {
  test.each<[string, Partial<Fault>, string, RegExp, RegExp]>([
    ['a wrong key', { text: 'ERROR:GET_WRONG_KEY' }, 'key', /refuses the key/, /UB and 32 hex/],
    ['no key', { text: 'ERROR:GET_NO_KEY' }, 'key', /misses the key/, /key=/],
    ['the API disabled', { text: 'ERROR:API_DISABLED' }, 'API', /switched off/, /REMOTEAPI_ENABLED=1/],
    [
      'the UserSide API off',
      { text: 'ERROR:NO_USERSIDE_API_ENABLED' },
      'API',
      /switched off/,
      /USERSIDE_API=1/,
    ],
    ['no serial', { text: 'ERROR:NO_UBSERIAL_EXISTS' }, 'API', /no serial/, /identify/],
    ['no action', { text: 'ERROR:GET_NO_ACTION' }, 'API', /which API/, /action=userside/],
    ['a login page', { kind: 'html' }, 'API', /web page/, /module, action.*REMOTEAPI_DISABLE_CALLS/],
    [
      'a closed door',
      { text: `${PAGE}Доступ закритий</body></html>` },
      'key',
      /not allowed/,
      /IP.*X-Forwarded-For/,
    ],
    ['no method', { status: 400, text: 'Undefined request' }, 'API', /did not arrive/, /separator/],
    ['ABillS without the API', { text: 'Activate  $conf{US_API}' }, 'API', /switched off/, /US_API\}=1/],
    [
      'ABillS, a wrong key',
      { text: '{"TYPE":"error","errstr":"Access Deny","errno":"4"}' },
      'key',
      /locked/,
      /key in billingUrl/,
    ],
    [
      'ABillS, an IP',
      { text: '{"TYPE":"error","errstr":"Access Deny","errno":"3"}' },
      'key',
      /IP is not allowed/,
      /rights/,
    ],
    [
      'HTTP Basic',
      { kind: 'status', status: 401 },
      'key',
      /refuses access/,
      /key in billingUrl.*user:password@/,
    ],
    ['nothing there', { kind: 'status', status: 404 }, 'API', /no API/, /billingUrl/],
  ])('%s is told by name, with the switch to flip', async (_, fault, name, text, hint) => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'body', ...fault, ...ALWAYS })
    const typed = await examine(operator)
    expect(check(typed, 'billing', name)).toMatchObject({
      ok: 'fail',
      text: expect.stringMatching(text),
      hint: expect.stringMatching(hint),
    })
    expect(check(typed, 'billing', 'get_user_list')).toMatchObject({ ok: 'skip' })
    expect(operator.billing.requests).toHaveLength(1)
    expect(verdicts(typed, 'userside')).toEqual(new Set(['ok', 'skip']))
    expect(typed.lines.at(-1)).toMatchObject({ type: 'summary', exitCode: 5, outcome: 'billing' })
    expect(typed.exitCode).toBe(5)
  })

  test.each<[string, Partial<Fault>, RegExp, RegExp]>([
    ['maintenance', { text: 'Ubilling maintance in progress' }, /upgraded/, /^$/],
    [
      'a daemon that is down',
      { text: 'Stargazer is not running' },
      /Stargazer/,
      /NOSTGCHECKPID=1 in config\/billing\.ini/,
    ],
    ['its database down', { text: 'Connection error (2002) Connection refused' }, /database/, /MySQL/],
    ['a damaged table', { text: 'wrong data input: SELECT 1' }, /refuses a query/, /mysqlcheck/],
    ['a gateway that gave up', { kind: 'status', status: 504 }, /got no answer/, /fastcgi_read_timeout/],
    ['PHP out of memory', { kind: 'body', status: 500, text: '' }, /database.*memory_limit/, /memory_limit/],
    ['nothing at all', { kind: 'empty' }, /not UTF-8/, /mysql\.ini.* character .*utf8/],
    ['a cut connection', { kind: 'reset-before' }, /broke off/, /proxy_read_timeout/],
    ['source text', { text: '<? echo 1; ?>' }, /source text/, /short_open_tag=On/],
  ])('%s is told of the method that met it', async (_, fault, text, hint) => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'body', ...fault, ...ALWAYS })
    const typed = await examine(operator)
    expect(check(typed, 'billing', 'get_system_information')).toMatchObject({
      ok: 'fail',
      text: expect.stringMatching(text),
      hint: expect.stringMatching(hint),
    })
    expect(check(typed, 'billing', 'key')).toMatchObject({ ok: 'skip' })
    expect(typed.exitCode).toBe(5)
  })

  test('a UserSide without cat=module is told by its words and by the address', async () => {
    await using operator = await startOperator({ dialect: 'generic' })
    operator.billing.faults.add({ kind: 'body', text: '{"error":"unknown_method"}', ...ALWAYS })
    const { origin } = new URL(operator.billing.url)
    const billingUrl = `${origin}/api.php?key=${operator.billing.key}`
    const typed = await examine(operator, { billingUrl })
    expect(check(typed, 'billing', 'address')).toMatchObject({
      ok: 'warn',
      hint: expect.stringContaining('cat=module'),
    })
    expect(check(typed, 'billing', 'get_user_list')).toMatchObject({
      ok: 'fail',
      hint: expect.stringContaining('cat=module'),
    })
    expect(typed.exitCode).toBe(5)
  })

  test('an unknown product may be Carbon Billing', async () => {
    await using operator = await startOperator({ dialect: 'generic' })
    operator.billing.faults.add({ kind: 'body', text: '{"status":"what?"}', ...ALWAYS })
    const typed = await examine(operator)
    expect(check(typed, 'billing', 'get_system_information')).toMatchObject({
      ok: 'fail',
      hint: expect.stringMatching(/billingName: "carbon5".*\{"date":/),
    })
    expect(typed.exitCode).toBe(5)
  })

  test('a refused key ends the questions: a billing may lock the address', async () => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'body', call: 'get_tariff_list', text: 'ERROR:GET_WRONG_KEY' })
    const typed = await examine(operator)
    expect(check(typed, 'billing', 'get_tariff_list')).toMatchObject({ ok: 'fail' })
    expect(operator.billing.requests.at(-1)).toMatchObject({ method: 'get_tariff_list' })
    expect(check(typed, 'billing', 'get_house_list')).toMatchObject({ ok: 'skip' })
  })

  test.each(
    METHODS.filter(
      (method) => method !== 'get_system_information' && !/information|method_list/.test(method),
    ),
  )('%s that fails is a failure of the billing, and the others are asked', async (method) => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'body', call: method, text: '{"result":"error"}', ...ALWAYS })
    const typed = await examine(operator, { confIsImportMessage: true })
    const failed = typed.lines.filter((line) => line['ok'] === 'fail').map((line) => line['name'])
    expect(failed).toEqual([method])
    expect(check(typed, 'billing', 'get_user_messages')?.['ok']).not.toBe('skip')
    expect(typed.exitCode).toBe(5)
  })

  test.each([
    ['get_tariff_list', 'warn', 0],
    ['get_house_list', 'warn', 0],
    ['get_user_tags', 'skip', 0],
    ['get_user_list', 'fail', 5],
  ])('%s that the billing does not have: %s, exit %i', async (method, ok, exitCode) => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'body', call: method, status: 400, text: 'Unknown Action' })
    const typed = await examine(operator)
    expect(check(typed, 'billing', method)).toMatchObject({ ok })
    expect(typed.exitCode).toBe(exitCode)
  })

  test('a list that is empty although subscribers refer to it was not read', async () => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'body', call: 'get_user_state_list', text: '[]' })
    const typed = await examine(operator)
    expect(check(typed, 'billing', 'get_user_state_list')).toMatchObject({
      ok: 'fail',
      text: expect.stringContaining('although subscribers refer'),
    })
    expect(typed.exitCode).toBe(5)
  })

  test('notices before the JSON are named, and do no harm', async () => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'garbage-prefix', call: 'get_tariff_list' })
    const typed = await examine(operator)
    expect(check(typed, 'billing', 'garbage-before-json')).toMatchObject({ ok: 'warn' })
    expect(typed.exitCode).toBe(0)
  })
})

describe('what UserSide answers instead of an answer', () => {
  test.each<[string, Fault, string, RegExp, RegExp]>([
    ['a refused key', { kind: 'status', status: 403 }, 'key', /403/, /usersideApiKey.*apiKeyArray.*section/],
    [
      'an error of its own',
      { kind: 'error-result', text: 'no such key' },
      'key',
      /no such key/,
      /usersideApiKey/,
    ],
    ['a web page', { kind: 'html' }, 'API', /not whole JSON/, /usersideUrl/],
    ['nothing', { kind: 'empty' }, 'API', /empty answer/, /usersideUrl/],
    ['not found', { kind: 'status', status: 404 }, 'API', /404/, /usersideUrl/],
    ['no date', { kind: 'body', text: '{"os":"Linux"}' }, 'API', /unexpected/, /usersideUrl/],
  ])('%s is told by name, with the switch to flip', async (_, fault, name, text, hint) => {
    await using operator = await startOperator()
    operator.userside.faults.add({ call: 'module/get_system_information', ...fault, ...ALWAYS })
    const typed = await examine(operator)
    expect(check(typed, 'userside', name)).toMatchObject({
      ok: 'fail',
      text: expect.stringMatching(text),
      hint: expect.stringMatching(hint),
    })
    expect(check(typed, 'userside', 'get_user_list')).toMatchObject({ ok: 'skip' })
    expect(verdicts(typed, 'billing')).toEqual(new Set(['ok', 'skip']))
    expect(typed.lines.at(-1)).toMatchObject({ exitCode: 6, outcome: 'userside' })
    expect(typed.exitCode).toBe(6)
  })

  test('a web server that asks for a user and a password is told under the key', async () => {
    await using operator = await startOperator()
    using front = Bun.serve({
      port: 0,
      hostname: '127.0.0.1',
      fetch: () => new Response('', { status: 401, headers: { 'www-authenticate': 'Basic realm="erp"' } }),
    })
    const typed = await examine(operator, { usersideUrl: front.url.href })
    expect(check(typed, 'userside', 'key')).toMatchObject({
      ok: 'fail',
      hint: expect.stringContaining('user:password@ before the host in usersideUrl'),
    })
    expect(typed.exitCode).toBe(6)
  })

  test('a handshake that is refused in JSON names the section of the key, or the category', async () => {
    await using operator = await startOperator()
    operator.userside.faults.add({
      kind: 'body',
      status: 404,
      text: '{"error":"unknown category"}',
      call: 'usm_billing/get_settings',
      ...ALWAYS,
    })
    const typed = await examine(operator)
    expect(check(typed, 'userside', 'get_settings')).toMatchObject({
      ok: 'fail',
      hint: expect.stringMatching(/lacks usm_billing, or this ERP does not know .*usersideModuleCategory/),
    })
    expect(check(typed, 'userside', 'get_user_list')).toMatchObject({ ok: 'ok' })
    expect(typed.exitCode).toBe(6)
  })

  test.each([
    'usm_billing/get_settings',
    'module/get_tariff_list',
    'module/get_services_list',
    'module/get_user_list',
    'module/get_user_tags',
    'module/get_user_group_list',
    'module/get_city_list',
    'module/get_street_list',
    'module/get_house_list',
  ])('%s that is refused names the section of the key, and the others are asked', async (call) => {
    await using operator = await startOperator()
    operator.userside.faults.add({ kind: 'status', status: 403, call, ...ALWAYS })
    const typed = await examine(operator)
    const failed = typed.lines.filter((line) => line['ok'] === 'fail')
    expect(failed).toEqual([
      expect.objectContaining({ name: call.split('/')[1], hint: expect.stringContaining('section') }),
    ])
    expect(operator.userside.requests).toHaveLength(14)
    expect(typed.exitCode).toBe(6)
  })

  test('hashes that cannot be had are no failure', async () => {
    await using operator = await startOperator()
    operator.userside.faults.add({ kind: 'status', status: 403, call: 'module/get_user_crc_billing_list' })
    const typed = await examine(operator)
    expect(check(typed, 'userside', 'get_user_crc_billing_list')).toMatchObject({ ok: 'warn' })
    expect(typed.exitCode).toBe(0)
  })
})

describe('what UserSide tells of itself (userside-api.md §13)', () => {
  const REFUSALS: readonly Partial<Fault>[] = [
    { kind: 'status', status: 403 },
    { kind: 'status', status: 404 },
    { kind: 'status', status: 500 },
    { kind: 'error-result', text: 'forbidden section' },
    { kind: 'html' },
    { kind: 'empty' },
    { kind: 'reset-before' },
  ]

  test('is told: whose billing it is, which release, which fields there are', async () => {
    await using operator = await startOperator()
    const typed = await examine(operator)
    expect(check(typed, 'userside', 'billing/get')).toMatchObject({
      ok: 'ok',
      text: 'billing 1 of UserSide is Sandbox & Co.',
    })
    expect(check(typed, 'userside', 'system/get_system_info')).toMatchObject({
      ok: 'ok',
      text: '3.19.12, PHP 8.2.7',
    })
    expect(check(typed, 'userside', 'additional_data/get_list')).toMatchObject({ ok: 'ok' })
  })

  test.each(REFUSALS)('a refusal (%j) only means not known', async (fault) => {
    await using operator = await startOperator()
    const calls = ['billing/get', 'system/get_system_info', 'additional_data/get_list']
    for (const call of calls) operator.userside.faults.add({ kind: 'status', ...fault, call, ...ALWAYS })
    const typed = await examine(operator, { additionalDataMerge: { 1: '62' } })
    for (const call of calls) {
      expect(check(typed, 'userside', call)).toMatchObject({
        ok: 'skip',
        text: expect.stringMatching(/^Not known: /),
      })
    }
    expect(check(typed, 'userside', 'clock')).toMatchObject({ ok: 'ok' })
    expect(check(typed, 'host', 'additionalDataMerge')).toMatchObject({ ok: 'ok' })
    expect(check(typed, 'userside', 'get_house_list')).toMatchObject({ ok: 'ok' })
    expect(typed.exitCode).toBe(0)
  })

  test('a billingId that UserSide does not list is named, with those it does', async () => {
    await using operator = await startOperator()
    const text = '{"Result":"OK","Data":{"7":{"id":7,"name":"Main"},"8":{"id":8,"name":""}}}'
    operator.userside.faults.add({ kind: 'body', call: 'billing/get', text })
    const typed = await examine(operator)
    expect(check(typed, 'userside', 'billing/get')).toMatchObject({
      ok: 'warn',
      text: 'UserSide has no billing 1; it has 7 (Main), 8.',
      hint: 'billingId',
    })
    expect(typed.exitCode).toBe(0)
  })

  test('the exact time is taken for the clock, where it is told', async () => {
    await using operator = await startOperator()
    const date_time_unix = Math.floor(now().getTime() / 1000) + 600
    operator.userside.faults.add({
      kind: 'body',
      call: 'system/get_system_info',
      text: JSON.stringify({ date_time_unix }),
    })
    const typed = await examine(operator)
    expect(check(typed, 'userside', 'clock')).toMatchObject({
      ok: 'warn',
      text: expect.stringContaining('10 min ahead'),
    })
    expect(check(typed, 'userside', 'clock against billing')).toMatchObject({ ok: 'warn' })
  })

  test('a field of UserSide that additionalDataMerge names and nobody has is named', async () => {
    await using operator = await startOperator({}, { additionalFields: ['62', '64'] })
    const typed = await examine(operator, { additionalDataMerge: { 1: '62', 2: '63' } })
    expect(check(typed, 'host', 'additionalDataMerge')).toMatchObject({
      ok: 'warn',
      text: 'UserSide has no additional field 63.',
      hint: 'additionalDataMerge',
    })
    expect(typed.exitCode).toBe(0)
  })
})

describe('both sides', () => {
  test('when both fail both are told, and the billing decides the exit code', async () => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'body', text: 'ERROR:API_DISABLED', ...ALWAYS })
    operator.userside.faults.add({ kind: 'status', status: 403, ...ALWAYS })
    const typed = await examine(operator)
    expect(check(typed, 'billing', 'API')).toMatchObject({ ok: 'fail' })
    expect(check(typed, 'userside', 'key')).toMatchObject({ ok: 'fail' })
    expect(typed.exitCode).toBe(5)
  })

  test('an unreachable billing and an unreachable UserSide are told without asking', async () => {
    await using operator = await startOperator()
    const dead = await deadUrl()
    const billing = await examine(operator, { billingUrl: `${dead}?key=x` })
    expect(check(billing, 'billing', 'reachable')).toMatchObject({
      ok: 'fail',
      text: expect.stringContaining('nothing listens'),
      hint: expect.stringContaining('billingUrl'),
    })
    expect(check(billing, 'userside', 'get_user_list')).toMatchObject({ ok: 'ok' })
    expect(billing.exitCode).toBe(5)
    const userside = await examine(operator, { usersideUrl: dead })
    expect(check(userside, 'userside', 'reachable')).toMatchObject({ ok: 'fail' })
    expect(userside.exitCode).toBe(6)
  })

  test('a clock that is off is named with its difference', async () => {
    await using operator = await startOperator({}, { now: () => new Date(now().getTime() + 10 * 60_000) })
    const typed = await examine(operator)
    expect(check(typed, 'userside', 'clock')).toMatchObject({
      ok: 'warn',
      text: expect.stringContaining('10 min ahead'),
    })
    expect(check(typed, 'billing', 'clock')).toMatchObject({ ok: 'ok' })
    expect(check(typed, 'userside', 'clock against billing')).toMatchObject({ ok: 'warn' })
    expect(typed.exitCode).toBe(0)
  })

  test('two time zones are named', async () => {
    await using operator = await startOperator({}, { offsetMinutes: 0 })
    const typed = await examine(operator)
    expect(check(typed, 'userside', 'clock against billing')).toMatchObject({
      ok: 'warn',
      text: expect.stringMatching(/UTC\+0:00.*UTC\+2:00/),
      hint: expect.stringContaining('time zone'),
    })
  })

  test('a licence that is too small is named', async () => {
    await using operator = await startOperator()
    operator.userside.settings.row_limit = 160
    expect(check(await examine(operator), 'userside', 'licence')).toMatchObject({ ok: 'ok' })
    for (let id = 0; id < 170; id += 1) operator.userside.erp.addCustomer(`other${id}`, 'x')
    const typed = await examine(operator)
    expect(check(typed, 'userside', 'licence')).toMatchObject({
      ok: 'warn',
      text: expect.stringContaining('170 of 160'),
      hint: expect.stringContaining('licence'),
    })
    expect(check(typed, 'userside', 'subscribers')).toMatchObject({
      ok: 'warn',
      text: expect.stringContaining('absence guard'),
      hint: expect.stringContaining('billingId'),
    })
    expect(typed.exitCode).toBe(0)
  })

  test('a billing without subscribers is suspicious', async () => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'body', call: 'get_user_list', text: 'undefined' })
    const typed = await examine(operator)
    expect(check(typed, 'billing', 'get_user_list')).toMatchObject({ ok: 'warn' })
    expect(typed.exitCode).toBe(0)
  })

  test('a salt nobody told and a field nobody has are named', async () => {
    await using operator = await startOperator({}, { settings: { is_encode_customer_password: 1 } })
    const typed = await examine(operator, {
      confIsImportPasswordToUsPassword: true,
      additionalDataMerge: { 1: '62', 777: '63' },
    })
    expect(check(typed, 'userside', 'get_settings')).toMatchObject({
      ok: 'warn',
      hint: expect.stringContaining('usersidePasswordSalt'),
    })
    expect(check(typed, 'host', 'additionalDataMerge')).toMatchObject({
      ok: 'warn',
      text: expect.stringContaining('777'),
    })
  })
})

describe('certificates', () => {
  /** The billing behind TLS with a certificate of its own. */
  function startTls(target: string): { url: string; [Symbol.dispose](): void } {
    const server = Bun.serve({
      port: 0,
      hostname: '127.0.0.1',
      tls: { cert: CERTIFICATE, key: PRIVATE_KEY },
      fetch: (request) =>
        fetch(`${new URL(target).origin}/${new URL(request.url).search}`, {
          headers: { 'accept-encoding': 'identity' },
        }),
    })
    return {
      url: `https://127.0.0.1:${server.port}/${new URL(target).search}`,
      [Symbol.dispose]: () => void server.stop(true),
    }
  }

  test('a self-signed one is refused with the key to set, and accepted with it', async () => {
    await using operator = await startOperator()
    using tls = startTls(operator.billing.url)
    const refused = await examine(operator, { billingUrl: tls.url })
    expect(check(refused, 'billing', 'certificate')).toMatchObject({
      ok: 'fail',
      text: expect.stringContaining('self-signed'),
      hint: expect.stringMatching(/billingHttp\.caFile.*billingHttp\.insecureTls/),
    })
    expect(refused.exitCode).toBe(5)

    await writeFile(join(operator.folder, 'ca.pem'), CERTIFICATE)
    const trusted = await examine(operator, {
      billingUrl: tls.url,
      billingHttp: { retries: 0, caFile: 'ca.pem' },
    })
    expect(check(trusted, 'billing', 'certificate')).toMatchObject({
      ok: 'ok',
      text: expect.stringContaining('2126'),
    })
    expect(trusted.exitCode).toBe(0)

    const unverified = await examine(operator, {
      billingUrl: tls.url,
      billingHttp: { retries: 0, insecureTls: true },
    })
    expect(check(unverified, 'billing', 'certificate')).toMatchObject({
      ok: 'warn',
      hint: expect.stringContaining('billingHttp.caFile'),
    })
    expect(unverified.exitCode).toBe(0)
  })

  test('https spoken to a port without TLS is told from a bad certificate', async () => {
    await using operator = await startOperator()
    const usersideUrl = operator.userside.url.replace('http:', 'https:')
    const typed = await examine(operator, { usersideUrl })
    expect(check(typed, 'userside', 'certificate')).toMatchObject({
      ok: 'fail',
      text: expect.stringContaining('no TLS'),
      hint: expect.stringContaining('usersideUrl: http://'),
    })
    expect(typed.exitCode).toBe(6)
  })
})

describe('this host', () => {
  test('a log folder that is a file is the first thing to mend', async () => {
    await using operator = await startOperator()
    await writeFile(join(operator.folder, 'file'), '')
    const typed = await examine(operator, { logPath: 'file/log' })
    expect(check(typed, 'host', 'log folder')).toMatchObject({
      ok: 'fail',
      text: expect.stringContaining('is a file'),
      hint: 'logPath',
    })
    expect(verdicts(typed, 'billing')).toEqual(new Set(['ok', 'skip']))
    expect(typed.exitCode).toBe(4)
  })

  test('an invalid configuration is told error by error, and exits 4', async () => {
    await using operator = await startOperator()
    const { lines, stderr, exitCode } = await operator.type('doctor --json', { billingId: 0, wrong: 1 })
    expect(lines.slice(0, -1)).toEqual([
      expect.objectContaining({
        type: 'check',
        system: 'host',
        name: 'configuration',
        ok: 'fail',
        hint: 'billingId',
      }),
      expect.objectContaining({
        type: 'check',
        system: 'host',
        name: 'configuration',
        ok: 'fail',
        hint: 'wrong',
      }),
    ])
    expect(lines.at(-1)).toMatchObject({ type: 'summary', exitCode: 4, outcome: 'config' })
    expect(stderr).toContain('2 errors')
    expect(exitCode).toBe(4)
    expect(operator.billing.requests).toEqual([])
  })

  test('a certificate file of UserSide that is not there is a failure of the configuration', async () => {
    await using operator = await startOperator()
    const { lines, exitCode } = await operator.type('doctor --json', { usersideHttp: { caFile: 'none.pem' } })
    expect(lines[0]).toMatchObject({
      type: 'check',
      ok: 'fail',
      text: expect.stringContaining('usersideHttp.caFile'),
    })
    expect(exitCode).toBe(4)
  })

  test('for people, what is to be done stands below the table in whole sentences', async () => {
    await using operator = await startOperator()
    operator.billing.faults.add({ kind: 'body', text: 'ERROR:API_DISABLED', ...ALWAYS })
    const { stdout, exitCode } = await operator.type('doctor')
    expect(stdout).toMatch(/billing +API +✘ FAIL/)
    expect(stdout).toContain('✘ FAIL · billing · API: ')
    expect(stdout).toContain('    → Set REMOTEAPI_ENABLED=1 in alter.ini of uBilling')
    expect(stdout).toMatch(/\d checks? failed/)
    expect(exitCode).toBe(5)
    operator.expectNoViolation()
  })
})
