import { describe, expect, test } from 'bun:test'
import type { UsersideError } from '../../src/model/errors.ts'
import type { Userside } from '../../src/userside/userside.ts'
import { API_KEY, collect, startErp, Turns } from './erp.ts'
import { deadUrl } from './sockets.ts'

const INFO = { version: '1.0.0', path: '/opt/usm-billing', logPath: '/var/log/usm-billing' }
const CLOCKS = { billingTime: 1_700_000_000, erpTime: 1_700_000_060 }

describe('who UserSide is (§2, step 1)', () => {
  test('is asked by GET, with the key in the query', async () => {
    using erp = startErp({
      get_system_information: { date: '2026-11-23 12:00:00', erp: { name: 'USERSIDE', version: '3.19' } },
    })
    const system = await erp.userside.system()
    expect(system).toMatchObject({
      name: 'USERSIDE',
      version: '3.19',
      clock: { local: '2026-11-23 12:00:00' },
    })
    expect(erp.requests).toHaveLength(1)
    expect(erp.requests[0]).toMatchObject({ method: 'GET', path: '/api.php', rawBody: '' })
    expect(erp.requests[0]?.fields).toEqual({
      key: API_KEY,
      cat: 'module',
      request: 'get_system_information',
    })
  })

  test.each([
    ['2026-11-23 12:00:02', 120],
    ['2026-11-23 09:58:59', 0],
    ['2026-11-23 04:30:00', -330],
    ['2026-11-23 15:45:10', 345],
  ])(
    'tells its zone by its Date header: %s at 10:00 UTC is %d minutes ahead',
    async (date, offsetMinutes) => {
      using erp = startErp({
        get_system_information: () =>
          Response.json({ date }, { headers: { date: 'Mon, 23 Nov 2026 10:00:00 GMT' } }),
      })
      expect((await erp.userside.system()).clock).toEqual({ local: date, offsetMinutes })
    },
  )

  test('may leave out its name and version', async () => {
    using erp = startErp({ get_system_information: { date: '2026-11-23 12:00:00' } })
    expect(await erp.userside.system()).toMatchObject({ name: '', version: '' })
  })

  test.each([
    ['no date', { os: 'Linux' }],
    ['a date that is none', { date: 'yesterday' }],
    ['a list', []],
    ['null', null],
  ])('must be told with a date: %s is fatal', async (_, answer) => {
    using erp = startErp({ get_system_information: answer })
    await expect(erp.userside.system()).rejects.toMatchObject({ code: 'userside', kind: 'malformed' })
  })
})

describe('the handshake (§2, step 2)', () => {
  test('is one POST with everything in its body', async () => {
    using erp = startErp()
    await erp.userside.start(INFO)
    const [request] = erp.requests
    expect(request).toMatchObject({ method: 'POST', path: '/api.php', query: '' })
    expect(request?.headers.get('content-type')).toBe('application/x-www-form-urlencoded')
    expect(request?.fields).toEqual({
      key: API_KEY,
      cat: 'usm_billing',
      action: 'set_start_info',
      version: '1.0.0',
      path: '/opt/usm-billing',
      log_path: '/var/log/usm-billing',
    })
  })

  test.each([
    [{ result: 'OK' }, 0],
    [{ Result: 'OK', module_min_allow_version: 23 }, 23],
    [{ RESULT: 'ok', Module_Min_Allow_Version: '24' }, 24],
    [{ Result: 'OK', Data: { module_min_allow_version: '25' } }, 25],
  ])('%j asks for revision %d', async (answer, minimumRevision) => {
    using erp = startErp({ 'usm_billing/set_start_info': answer })
    expect(await erp.userside.start(INFO)).toEqual({ minimumRevision })
  })
})

describe('the settings the ERP dictates (§3)', () => {
  test('are asked for with the two clocks', async () => {
    using erp = startErp()
    await erp.userside.settings(CLOCKS)
    expect(erp.requests[0]).toMatchObject({
      method: 'POST',
      fields: {
        cat: 'usm_billing',
        action: 'get_settings',
        billing_id: '3',
        billing_time: '1700000000',
        erp_time: '1700000060',
      },
    })
  })

  test('are read as numbers or texts', async () => {
    using erp = startErp({
      'usm_billing/get_settings': {
        result: 'OK',
        data: {
          is_update_address: '1',
          is_new_house_billing_compare: 1,
          address_compare_format: '1',
          is_update_traffic: 1,
          date_traffic_update: '1700000000',
          date_traffic_update_interval: '60',
          is_update_mac: '0',
          is_customer_activity_timestamp: 1,
          is_encode_customer_password: '0',
          row_limit: '1500',
          last_paid_id: 17,
          last_msg_id: '12345678901234567890',
        },
      },
    })
    expect(await erp.userside.settings(CLOCKS)).toEqual({
      isUpdateAddress: true,
      isCompareHouse: true,
      isShortAddressFormat: true,
      isUpdateTraffic: true,
      trafficUpdatedAt: 1_700_000_000,
      trafficIntervalMinutes: 60,
      isUpdateMac: false,
      isActivityTimestamp: true,
      isPasswordEncoded: false,
      rowLimit: 1500,
      lastPaidId: '17',
      lastMessageId: '12345678901234567890',
    })
  })

  test.each([
    ['an empty map', {}],
    ['an empty list', []],
    ['nothing', undefined],
    ['null', null],
  ])('are 0 where they are missing, save the interval of a minute: %s', async (_, data) => {
    using erp = startErp({ 'usm_billing/get_settings': { Result: 'OK', Data: data } })
    expect(await erp.userside.settings(CLOCKS)).toEqual({
      isUpdateAddress: false,
      isCompareHouse: false,
      isShortAddressFormat: false,
      isUpdateTraffic: false,
      trafficUpdatedAt: 0,
      trafficIntervalMinutes: 1,
      isUpdateMac: false,
      isActivityTimestamp: false,
      isPasswordEncoded: false,
      rowLimit: 0,
      lastPaidId: '0',
      lastMessageId: '0',
    })
  })

  test('are a read: asked again when the answer was lost', async () => {
    using erp = startErp({
      'usm_billing/get_settings': new Turns(() => new Response('', { status: 502 }), {
        result: 'OK',
        data: { row_limit: 5 },
      }),
    })
    expect((await erp.userside.settings(CLOCKS)).rowLimit).toBe(5)
    expect(erp.userside.tally).toMatchObject({ reads: 1, writes: 0, retries: 1 })
  })
})

describe('what UserSide answers instead of letting us in (§1) is fatal, and shown:', () => {
  const calls: [string, string, (userside: Userside) => Promise<unknown>][] = [
    ['get_system_information', 'get_system_information', (userside) => userside.system()],
    ['set_start_info', 'usm_billing/set_start_info', (userside) => userside.start(INFO)],
    ['get_settings', 'usm_billing/get_settings', (userside) => userside.settings(CLOCKS)],
  ]
  const answers: [string, () => Response, string, string][] = [
    ['a page', () => new Response('<html>Log in</html>'), 'malformed', 'Log in'],
    ['an empty body', () => new Response(''), 'malformed', 'empty'],
    ['half of an answer', () => new Response('{"Result":"O'), 'malformed', '{"Result":"O'],
    ['an ERROR', () => Response.json({ Result: 'ERROR', ErrorText: 'Wrong key' }), 'refused', 'Wrong key'],
    ['an error', () => Response.json({ error: 'forbidden section' }), 'refused', 'forbidden section'],
    ['HTTP 401', () => new Response('who?', { status: 401 }), 'refused', 'HTTP 401: who?'],
    ['HTTP 403', () => new Response('not you', { status: 403 }), 'refused', 'HTTP 403: not you'],
    ['HTTP 404', () => new Response('not here', { status: 404 }), 'refused', 'HTTP 404: not here'],
    ['HTTP 500', () => new Response('ouch', { status: 500 }), 'temporary', 'HTTP 500: ouch'],
    ['HTTP 204', () => new Response(null, { status: 204 }), 'refused', 'HTTP 204'],
  ]
  for (const [name, call, ask] of calls) {
    test.each(answers)(`${name}: %s`, async (_, answer, kind, shown) => {
      using erp = startErp({ [call]: answer })
      const error = await ask(erp.userside).catch((caught: unknown) => caught)
      expect(error).toMatchObject({ code: 'userside', kind, message: expect.stringContaining(shown) })
      expect(error).toMatchObject({ hint: expect.stringMatching(/usersideUrl|usersideApiKey|timeoutSec/) })
    })
  }

  test('the hint of a refusal names the sections and the address a key needs (§9)', async () => {
    using erp = startErp({ get_system_information: () => new Response('', { status: 403 }) })
    const error = await erp.userside.system().catch((caught: unknown) => caught)
    const { hint = '' } = error as UsersideError
    for (const word of ['module', 'usm_billing', 'tariff', 'customer', 'address', 'service', 'ip'])
      expect(hint).toContain(word)
  })

  describe('a refusal in JSON after the key was accepted (§1)', () => {
    test.each(
      [400, 404, 405].flatMap((status) =>
        [
          '{"error":"Not found"}',
          '{"Error":"no such section"}',
          '{"Result":"ERROR","ErrorText":"nope"}',
          '{}',
        ].map((body) => [status, body] as const),
      ),
    )('HTTP %d %s: the section of the key, or the call', async (status, body) => {
      using erp = startErp({
        get_system_information: { date: '2026-11-23 12:00:00' },
        'usm_billing/set_start_info': () => new Response(body, { status }),
      })
      await erp.userside.system()
      const error = (await erp.userside.start(INFO).catch((caught: unknown) => caught)) as UsersideError
      expect(error.kind).toBe('refused')
      expect(error.message).toContain(`HTTP ${status}`)
      expect(error.hint).toMatch(/section of its entry in \$apiKeyArray.* lacks usm_billing/)
      expect(error.hint).toMatch(/does not know usm_billing\/set_start_info \(usersideModuleCategory/)
      expect(error.hint).not.toMatch(/firewall|name service/)
    })

    test('is about the address before that, and when it is no JSON', async () => {
      using erp = startErp({
        get_system_information: { date: '2026-11-23 12:00:00' },
        'usm_billing/set_start_info': () => Response.json({ error: 'Not found' }, { status: 404 }),
        'usm_billing/get_settings': () => new Response('<h1>Not Found</h1>', { status: 404 }),
      })
      const early = (await erp.userside.start(INFO).catch((caught: unknown) => caught)) as UsersideError
      await erp.userside.system()
      const page = (await erp.userside.settings(CLOCKS).catch((caught: unknown) => caught)) as UsersideError
      for (const { hint } of [early, page]) {
        expect(hint).toContain('usersideUrl')
        expect(hint).not.toMatch(/section|firewall|name service/)
      }
    })

    test('names the category of any other call as well', async () => {
      using erp = startErp({
        get_system_information: { date: '2026-11-23 12:00:00' },
        'billing/get': () => Response.json({ error: 'forbidden' }, { status: 405 }),
      })
      await erp.userside.system()
      const error = (await erp.userside.billings().catch((caught: unknown) => caught)) as UsersideError
      expect(error.hint).toMatch(/lacks billing, or this ERP does not know billing\/get/)
    })
  })

  test.each([
    ['Basic realm="erp"', /user:password@ before the host in usersideUrl/],
    ['Digest realm="erp"', /user:password@ before the host in usersideUrl/],
    [undefined, /usersideApiKey/],
  ])('HTTP 401 with WWW-Authenticate: %s says what is asked for', async (challenge, hint) => {
    const headers = challenge === undefined ? {} : { 'www-authenticate': challenge }
    using erp = startErp({ get_system_information: () => new Response('', { status: 401, headers }) })
    const error = (await erp.userside.system().catch((caught: unknown) => caught)) as UsersideError
    expect(error.hint).toMatch(hint)
  })

  test.each([502, 504])('HTTP %d names the time-outs of the web server', async (status) => {
    using erp = startErp({ get_system_information: () => new Response('', { status }) })
    const error = (await erp.userside.system().catch((caught: unknown) => caught)) as UsersideError
    expect(error.hint).toMatch(/fastcgi_read_timeout.*proxy_read_timeout/)
  })

  test('a list that ends early shows nobody of it', async () => {
    const list = '{"petrenko":{"erp_id":1,"full_name":"Петренко"},"koval":{"erp_id":2,"full'
    for (const call of ['get_user_list', 'get_user_crc_billing_list', 'get_user_tags']) {
      using erp = startErp({ [call]: () => new Response(list) })
      const reading: Record<string, () => Promise<unknown>> = {
        get_user_list: () => collect(erp.userside.customers({ withPasswords: false })),
        get_user_crc_billing_list: () => erp.userside.hashes(0),
        get_user_tags: () => erp.userside.tags(),
      }
      const told = await reading[call]?.().catch((caught: unknown) => caught)
      const text = `${told instanceof Error ? told.message : JSON.stringify(told)} ${erp.warnings.join()}`
      expect(text).not.toMatch(/petrenko|Петренко|koval/)
      if (call !== 'get_user_crc_billing_list') expect(text).toMatch(/ended early, after \d+ bytes/)
    }
  })

  test('200 characters of it at most, the key and control characters taken out', async () => {
    const page = `\u001b[31m<p>key=${encodeURIComponent(API_KEY)} ${API_KEY}\u0000 ${'x'.repeat(5000)}`
    using erp = startErp({ get_system_information: () => new Response(page) })
    const error = await erp.userside.system().catch((caught: unknown) => caught)
    const { message } = error as Error
    expect(message).not.toContain('s3cret')
    expect(message).not.toContain('\u001b')
    expect(message).toContain('<p>key=*** ***')
    expect(/x+/.exec(message)?.[0].length).toBeLessThan(200)
  })
})

describe('the category of the calls that open and close a run (§10.5)', () => {
  test('is what the configuration says', async () => {
    using erp = startErp()
    const userside = erp.client({ moduleCategory: 'wnm_billing' })
    await userside.start(INFO)
    await userside.settings(CLOCKS)
    await userside.finishOperation()
    await userside.stop()
    expect(erp.calls()).toEqual(
      ['set_start_info', 'get_settings', 'system_operation', 'set_stop_info'].map(
        (call) => `wnm_billing/${call}`,
      ),
    )
  })
})

describe('what the ERP tells of itself (§13)', () => {
  test('is asked by GET', async () => {
    using erp = startErp({ 'billing/get': {}, 'system/get_system_info': {}, 'additional_data/get_list': {} })
    await erp.userside.billings()
    await erp.userside.erpInformation()
    await erp.userside.additionalFields()
    expect(erp.requests.map(({ method, call, fields }) => [method, call, fields['section']])).toEqual([
      ['GET', 'billing/get', undefined],
      ['GET', 'system/get_system_info', undefined],
      ['GET', 'additional_data/get_list', '28'],
    ])
    expect(erp.userside.tally).toMatchObject({ reads: 3, writes: 0 })
  })

  test.each([
    ['a map', { 3: { id: 3, name: 'R&#038;D' } }],
    ['a map in an envelope', { Result: 'OK', Data: { 3: { name: 'R&amp;D' } } }],
    ['a list', [{ id: '3', name: 'R&D' }]],
    ['a list in an envelope', { result: 'OK', data: [{ id: 3, name: 'R&D' }] }],
    ['a single one', { id: 3, name: 'R&D' }],
  ])('names by ids may come as %s', async (_, answer) => {
    using erp = startErp({ 'billing/get': answer, 'additional_data/get_list': answer })
    expect([...(await erp.userside.billings())]).toEqual([['3', 'R&D']])
    expect([...(await erp.userside.additionalFields())]).toEqual([['3', 'R&D']])
  })

  test.each([[{}], [[]], [{ Result: 'OK' }], [{ Result: 'OK', Data: null }], [{ 3: 'x' }], [[null]]])(
    '%j names nothing, and breaks nothing',
    async (answer) => {
      using erp = startErp({ 'billing/get': answer, 'system/get_system_info': answer })
      expect((await erp.userside.billings()).size).toBe(0)
      expect(await erp.userside.erpInformation()).toEqual({ version: '', phpVersion: '', unixTime: 0 })
    },
  )

  test('may be in an envelope, and numbers may be texts', async () => {
    const data = { erp_version: '3.19.12', php_version: 8.2, date_time_unix: '1795393053' }
    for (const answer of [data, { Result: 'OK', Data: data }]) {
      using erp = startErp({ 'system/get_system_info': answer })
      expect(await erp.userside.erpInformation()).toEqual({
        version: '3.19.12',
        phpVersion: '8.2',
        unixTime: 1_795_393_053,
      })
    }
  })

  test.each([
    ['an error', () => Response.json({ error: 'forbidden section' })],
    ['an ERROR', () => Response.json({ Result: 'ERROR', ErrorText: 'no' })],
    ['HTTP 403', () => new Response('', { status: 403 })],
    ['a page', () => new Response('<html>')],
    ['a text', () => new Response('"no"')],
  ])('%s is an error of UserSide', async (_, answer) => {
    using erp = startErp({ 'billing/get': answer })
    await expect(erp.userside.billings()).rejects.toMatchObject({ code: 'userside' })
  })
})

describe('the end of a run (§2, steps 12 and 13)', () => {
  test('lets the ERP do its own post-processing and says good-bye, whatever comes back', async () => {
    using erp = startErp({
      'usm_billing/system_operation': () => new Response('<b>boom</b>', { status: 500 }),
      'usm_billing/set_stop_info': () => new Response(''),
    })
    await erp.userside.finishOperation()
    await erp.userside.stop()
    expect(erp.calls()).toEqual(['usm_billing/system_operation', 'usm_billing/set_stop_info'])
    expect(erp.requests[0]?.fields).toMatchObject({ billing_id: '3' })
    expect(erp.requests[1]?.fields).toEqual({ key: API_KEY, cat: 'usm_billing', action: 'set_stop_info' })
  })

  test('is bookkeeping: neither a read nor a write', async () => {
    using erp = startErp()
    await erp.userside.start(INFO)
    await erp.userside.finishOperation()
    await erp.userside.stop()
    expect(erp.userside.tally).toMatchObject({ reads: 0, writes: 0 })
  })

  test('says good-bye although the run was told to stop, and nothing else', async () => {
    using erp = startErp()
    const userside = erp.client({ signal: AbortSignal.abort(new Error('SIGTERM')) })
    await userside.finishOperation()
    await userside.stop()
    await expect(userside.system()).rejects.toThrow('SIGTERM')
    expect(erp.calls()).toEqual(['usm_billing/set_stop_info'])
  })

  test('does not fail when nobody is there', async () => {
    using erp = startErp()
    const userside = erp.client({ url: await deadUrl() })
    await userside.finishOperation()
    await userside.stop()
    expect(userside.tally.writes).toBe(0)
  })
})
