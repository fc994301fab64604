import { describe, expect, test } from 'bun:test'
import type { BillingErrorKind } from '../../../src/model/errors.ts'
import { deadUrl, startRaw } from '../../userside/sockets.ts'
import { type Answer, clientOf, errorOf, itemsOf, openDesk } from './answering.ts'

const LOGIN_PAGE = `<!DOCTYPE html><html><head><title>Ubilling</title></head><body>${'<p>'.repeat(2000)}<form method="post"><input name="username"></form></body></html>`
const CLOSED_DOOR = '<!DOCTYPE html><html><body><h1>Доступ закритий</h1></body></html>'

interface Row {
  readonly what: string
  readonly answer: Answer
  readonly kind: BillingErrorKind
  /** What the operator must find in the message or its hint. */
  readonly says: RegExp
  /** Requests in all, with two retries configured. */
  readonly requests: number
  readonly dialect?: 'abills'
}

const auth = { kind: 'auth', requests: 1 } as const
const config = { kind: 'config', requests: 1 } as const
const temporary = { kind: 'temporary', requests: 3 } as const
const malformed = { kind: 'malformed', requests: 2 } as const
const unsupported = { kind: 'unsupported', requests: 1 } as const

const ROWS: readonly Row[] = [
  { what: 'uBilling, wrong key', answer: { body: 'ERROR:GET_WRONG_KEY' }, ...auth, says: /key.*UB/s },
  { what: 'uBilling, no key', answer: { body: 'ERROR:GET_NO_KEY' }, ...auth, says: /key/ },
  {
    what: 'uBilling, API off',
    answer: { body: 'ERROR:API_DISABLED' },
    ...config,
    says: /REMOTEAPI_ENABLED=1/,
  },
  {
    what: 'uBilling, UserSide API off',
    answer: { body: 'ERROR:NO_USERSIDE_API_ENABLED' },
    ...config,
    says: /USERSIDE_API=1/,
  },
  { what: 'uBilling, no serial', answer: { body: 'ERROR:NO_UBSERIAL_EXISTS' }, ...config, says: /identify/ },
  {
    what: 'uBilling, no action',
    answer: { body: 'ERROR:GET_NO_ACTION' },
    ...config,
    says: /action=userside/,
  },
  { what: 'an unknown ERROR:', answer: { body: 'ERROR:SOMETHING_NEW' }, ...config, says: /SOMETHING_NEW/ },
  { what: 'a login page', answer: { body: LOGIN_PAGE }, ...config, says: /REMOTEAPI_DISABLE_CALLS/ },
  { what: 'ABillS, a login page', answer: { body: LOGIN_PAGE }, ...auth, says: /key/, dialect: 'abills' },
  { what: 'uBilling, IP not allowed', answer: { body: CLOSED_DOOR }, ...auth, says: /X-Forwarded-For/ },
  {
    what: 'uBilling, maintenance',
    answer: { body: 'Ubilling maintance in progress' },
    ...temporary,
    says: /upgraded/,
  },
  {
    what: 'uBilling, Stargazer down',
    answer: { body: 'Stargazer зараз не запущений. NOSTGCHECKPID' },
    ...temporary,
    says: /NOSTGCHECKPID=1 in config\/billing\.ini/,
  },
  {
    what: 'uBilling, database down before PHP 8.1',
    answer: { body: 'Connection error (2002) Connection refused' },
    ...temporary,
    says: /database/,
  },
  {
    what: 'uBilling, a failing query',
    answer: { body: 'wrong data input: SELECT * FROM secret_table' },
    ...temporary,
    says: /^(?!.*secret_table).*database.*mysqlcheck/s,
  },
  ...[
    "Table './stg/users' is marked as crashed and should be repaired",
    "Incorrect key file for table 'users'; try to repair it",
    "Table 'stg.users' doesn't exist in engine",
  ].map(
    (text): Row => ({
      what: `uBilling, a damaged table: ${text}`,
      answer: { body: `Fatal: ${text} SELECT * FROM secret_table` },
      ...temporary,
      says: /^(?!.*secret_table).*table.*damaged.*mysqlcheck/s,
    }),
  ),
  {
    what: 'uBilling, a failing query behind half of an answer',
    answer: { body: `{"a":{"login":"a","comment":"${'x'.repeat(100_000)}"},wrong data input: SELECT 1` },
    ...temporary,
    says: /database/,
  },
  {
    what: 'uBilling, 500 and nothing',
    answer: { status: 500 },
    ...temporary,
    says: /database.*memory_limit/s,
  },
  {
    what: 'uBilling, no request',
    answer: { status: 400, body: 'Undefined request' },
    ...config,
    says: /did not arrive/,
  },
  {
    what: 'uBilling, an unknown method',
    answer: { status: 400, body: 'Unknown Action' },
    ...unsupported,
    says: /does not know/,
  },
  {
    what: '400 with any other text',
    answer: { status: 400, body: 'Bad luck' },
    ...unsupported,
    says: /does not know/,
  },
  {
    what: 'ABillS, an unknown method',
    answer: { body: '{  { "ERROR" : "Userside API function: get_user_list not defined" } }' },
    ...unsupported,
    says: /does not know/,
  },
  ...[
    ['1', /denied/],
    ['2', /disabled/],
    ['3', /IP is not allowed/],
    ['4', /locked after five wrong keys/],
    ['6', /time or from this IP/],
    ['9', /refuses access/],
  ].map(
    ([errno, says]): Row => ({
      what: `ABillS, access denied with errno ${errno}`,
      answer: {
        body: `{"TYPE":"error","errstr":"Access Deny","sid":"","aid":"","errno":"${errno}"}`,
      },
      ...auth,
      says: says as RegExp,
    }),
  ),
  {
    what: 'ABillS, module off',
    answer: { body: 'Activate  $conf{US_API}', headers: { 'content-type': 'text/plain' } },
    ...config,
    says: /\$conf\{US_API\}=1/,
  },
  {
    what: 'ABillS, Basic without mod_rewrite',
    answer: { body: "'mod_rewrite' not install" },
    ...config,
    says: /mod_rewrite/,
  },
  {
    what: 'UserSide, an unknown method',
    answer: { body: '{"error":"unknown_method"}' },
    ...unsupported,
    says: /cat=module/,
  },
  {
    what: 'UserSide, any other error',
    answer: { body: '{"error":"no_access"}' },
    ...config,
    says: /no_access/,
  },
  {
    what: 'uBilling, a logical error in its own language',
    answer: { body: '{"result":"error","error":"\\u041d\\u0435\\u043c\\u0430\\u0454: nobody"}' },
    ...malformed,
    says: /error of its own/,
  },
  {
    what: 'an error in JSON with status 429',
    answer: { status: 429, body: '{"error":"too many requests"}' },
    ...temporary,
    says: /just now/,
  },
  {
    what: 'an error in JSON with status 503',
    answer: { status: 503, body: '{"result":"error","error":"overloaded"}' },
    ...temporary,
    says: /just now/,
  },
  {
    what: 'an error in JSON with status 401',
    answer: { status: 401, body: '{"error":"unauthorized"}' },
    ...auth,
    says: /refuses access/,
  },
  {
    what: 'nothing at all',
    answer: { body: '' },
    ...malformed,
    says: /^(?!.*charset).*mysql\.ini.* character /s,
  },
  { what: 'white space only', answer: { body: ' \r\n' }, ...malformed, says: /mysql\.ini.* character /s },
  {
    what: 'cut JSON',
    answer: { body: '{"petrenko":{"login":"petrenko","full_name":"Петренко"},"b":{"lo' },
    ...malformed,
    says: /^(?!.*(?:petrenko|Петренко)).*ended early, after \d+ bytes.*fastcgi_read_timeout.*proxy_read_timeout/s,
  },
  { what: 'null as the list of subscribers', answer: { body: 'null' }, ...malformed, says: /neither a list/ },
  { what: 'a text', answer: { body: '"ok"' }, ...malformed, says: /neither a list/ },
  { what: 'a number', answer: { body: '42' }, ...malformed, says: /neither a list/ },
  { what: 'a map of scalars', answer: { body: '{"status":"busy"}' }, ...malformed, says: /subscriber/ },
  {
    what: 'an error in an object',
    answer: { body: '{"failure":{"code":5,"message":"x"}}' },
    ...malformed,
    says: /subscriber/,
  },
  {
    what: 'a broken PHP program',
    answer: { body: '<br />\n<b>Fatal error</b>: Allowed memory size of 134217728 bytes exhausted' },
    ...malformed,
    says: /broke down/,
  },
  { what: '401', answer: { status: 401 }, ...auth, says: /^(?!.*IP is allowed).*key.*user:password@/s },
  ...['Basic realm="x"', 'basic', 'Digest realm="x", nonce="1"'].map(
    (challenge): Row => ({
      what: `401 with ${challenge}`,
      answer: { status: 401, headers: { 'www-authenticate': challenge } },
      ...auth,
      says: /^(?!.*IP).*asks for a user and a password.*user:password@ before the host in billingUrl/s,
    }),
  ),
  {
    what: '407 of a proxy',
    answer: { status: 407 },
    ...config,
    says: /proxy.*asks for a user and a password.*user:password@/s,
  },
  { what: '403', answer: { status: 403, body: '<html><h1>Forbidden</h1>' }, ...auth, says: /IP/ },
  { what: '404', answer: { status: 404, body: '<html>' }, ...config, says: /billingUrl/ },
  { what: '405', answer: { status: 405 }, ...config, says: /billingUrl/ },
  {
    what: 'a redirect to another host',
    answer: { status: 302, headers: { location: 'http://127.0.0.1:1/elsewhere' } },
    ...config,
    says: /billingUrl/,
  },
  ...[304, 302, 307].map(
    (status): Row => ({
      what: `HTTP ${status} that leads nowhere`,
      answer: { status },
      ...malformed,
      says: /redirect to nowhere/,
    }),
  ),
  ...[
    '<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>',
    "<html><body>Reason: You're speaking plain HTTP to an SSL-enabled server port.</body></html>",
    'Client sent an HTTP request to an HTTPS server.',
  ].map(
    (body): Row => ({
      what: `http spoken to an https port: ${body}`,
      answer: { status: 400, body },
      ...config,
      says: /speaks https.*billingUrl: https:\/\//s,
    }),
  ),
  ...[502, 504].map(
    (status): Row => ({
      what: `HTTP ${status}`,
      answer: { status, body: '<html><h1>Bad Gateway</h1></html>' },
      ...temporary,
      says: /got no answer from it.*fastcgi_read_timeout.*proxy_read_timeout/s,
    }),
  ),
  ...[408, 425, 429, 500, 503].map(
    (status): Row => ({
      what: `HTTP ${status}`,
      answer: { status, body: 'later' },
      ...temporary,
      says: /cannot answer|broke down/,
    }),
  ),
  { what: '204', answer: { status: 204 }, ...malformed, says: /HTTP 204/ },
]

describe('a non-answer as the list of subscribers (§2.1)', () => {
  for (const { what, answer, kind, says, requests, dialect } of ROWS) {
    test(`${what}: ${kind}, asked ${requests} time(s)`, async () => {
      await using desk = openDesk({ get_user_list: answer })
      const client = clientOf(desk.url, { dialect: dialect ?? 'auto' })
      const error = await errorOf(client.subscribers())
      expect(error.kind).toBe(kind)
      expect(`${error.message} ${error.hint}`).toMatch(says)
      expect(error.method).toBe('get_user_list')
      expect(desk.requests).toHaveLength(requests)
    })
  }

  for (const body of ['undefined', '[]', '{}', ' [ ] \n']) {
    test(`${JSON.stringify(body)} is an answer: nobody`, async () => {
      await using desk = openDesk({ get_user_list: body })
      const { subscribers, setAside } = await clientOf(desk.url).subscribers()
      expect([subscribers.size, setAside.size, desk.requests.length]).toEqual([0, 0, 1])
    })
  }
})

describe('a non-answer as a directory', () => {
  for (const body of ['undefined', '[]', '{}', 'null']) {
    test(`${body} is an empty list`, async () => {
      await using desk = openDesk({ get_user_tags: body })
      expect(itemsOf(await clientOf(desk.url).tags())).toEqual([])
    })
  }

  test('a list that is not offered is unavailable, not empty, and said once', async () => {
    await using desk = openDesk({})
    const client = clientOf(desk.url)
    expect(await client.tariffs()).toMatchObject({ state: 'unavailable', reason: 'unsupported' })
    expect(client.told.filter((line) => line.includes('get_tariff_list'))).toHaveLength(1)
    expect(client.problems).toEqual([])
  })

  for (const name of ['tariffs', 'cities', 'streets'] as const) {
    test(`${name} that fail stop the run`, async () => {
      await using desk = openDesk(() => new Response('', { status: 500 }))
      expect((await errorOf(clientOf(desk.url)[name]())).kind).toBe('temporary')
    })
  }

  for (const name of ['services', 'states', 'groups', 'tags', 'additionalFields', 'districts'] as const) {
    test(`${name} that fail are unavailable and make the run partial`, async () => {
      await using desk = openDesk(() => new Response('ERROR:GET_WRONG_KEY'))
      const client = clientOf(desk.url)
      expect(await client[name]()).toMatchObject({ state: 'unavailable', reason: 'failed' })
      expect(client.problems).toMatchObject([{ code: 'billing-list-failed', partial: true }])
    })
  }

  test('messages are not even asked for unless they are imported', async () => {
    await using desk = openDesk({ get_user_messages: '{}' })
    const messages = await clientOf(desk.url, { withMessages: false }).messages()
    expect([messages.state, desk.requests.length]).toEqual(['unavailable', 0])
  })

  test('an error message in the shape of a list is not a list with one strange item', async () => {
    await using desk = openDesk({ get_user_tags: '{"error":"no_access","trace":{"id":1}}' })
    expect(await clientOf(desk.url).tags()).toMatchObject({ reason: 'failed' })
  })
})

describe('the system information', () => {
  test('that is not offered leaves the name unknown and takes the clock from the Date header', async () => {
    await using desk = openDesk({})
    const client = clientOf(desk.url, {
      now: () => new Date('2026-01-10T10:00:00Z'),
      hostOffsetMinutes: () => 120,
    })
    const { name, version, dialect, clock } = await client.system()
    expect([name, version, dialect, clock.offsetMinutes]).toEqual(['', '', 'generic', 120])
    expect(clock.local).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  })

  for (const body of ['undefined', '[]', '{"os":"Linux"}', '{"date":""}', '[{"date":"2026-01-01"}]']) {
    test(`${body} has no date and stops the run`, async () => {
      await using desk = openDesk({ get_system_information: body })
      expect((await errorOf(clientOf(desk.url).system())).kind).toBe('malformed')
    })
  }

  test('of a UserSide is an erp', async () => {
    await using desk = openDesk({
      get_system_information: {
        body: '{"date":"2026-01-10 12:00:07","erp":{"name":"ERP \\"UserSide\\"","version":3.18}}',
        headers: { date: 'Sat, 10 Jan 2026 10:00:00 GMT' },
      },
    })
    expect(await clientOf(desk.url).system()).toEqual({
      name: 'ERP "UserSide"',
      version: '3.18',
      dialect: 'generic',
      clock: { local: '2026-01-10 12:00:07', offsetMinutes: 120 },
    })
  })
})

describe('no connection', () => {
  test('refused: temporary, retried with growing pauses', async () => {
    const client = clientOf(await deadUrl())
    const error = await errorOf(client.subscribers())
    expect(error.kind).toBe('temporary')
    expect(error.message).toContain('nothing listens')
    expect(client.pauses).toEqual([250, 500])
    expect(client.tally).toMatchObject({ requests: 3, retries: 2 })
  })

  test('an unknown host: temporary, says the name', async () => {
    const client = clientOf('http://nowhere.invalid/api?key=K', { http: { timeoutSec: 20, retries: 0 } })
    const error = await errorOf(client.subscribers())
    expect([error.kind, error.hint]).toEqual(['temporary', 'Check billingUrl and billingHttp.proxy.'])
  })

  test('reset in the middle: temporary', async () => {
    await using raw = disposing(
      await startRaw((socket) => {
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"a":{"login":"a"}')
      }),
    )
    expect((await errorOf(clientOf(raw.url).subscribers())).kind).toBe('temporary')
    expect(raw.connections()).toBe(3)
  })

  test('a transfer that ends early without an error is malformed, and asked for once more', async () => {
    await using raw = disposing(
      await startRaw((socket, nth) => {
        const body = nth === 1 ? '{"a":{"login":"a"}' : '{"a":{"login":"a"}}'
        socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${body}`)
      }),
    )
    const client = clientOf(raw.url)
    expect([...(await client.subscribers()).subscribers.keys()]).toEqual(['a'])
    expect(client.tally.retries).toBe(1)
  })

  test.each([
    ['without a length', 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n'],
    ['of the old kind', 'HTTP/1.0 200 OK\r\n\r\n'],
  ])('a connection that ends after the headers, %s, says nothing of the database', async (_, headers) => {
    await using raw = disposing(await startRaw((socket) => socket.end(headers)))
    const error = await errorOf(clientOf(raw.url).subscribers())
    expect(error.kind).toBe('malformed')
    expect(error.message).toContain('ended after the headers')
    expect(`${error.message} ${error.hint}`).not.toContain('mysql')
    expect(error.hint).toMatch(/fastcgi_read_timeout.*proxy_read_timeout/)
    expect(raw.connections()).toBe(2)
  })

  test.each([
    ['with a length', 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n'],
    ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'],
    ['compressed', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n'],
  ])('a connection that is cut after the headers, %s, says nothing of the database', async (_, headers) => {
    await using raw = disposing(await startRaw((socket) => socket.end(headers)))
    const error = await errorOf(clientOf(raw.url).subscribers())
    expect(error.kind).toBe('temporary')
    expect(error.message).toContain('broke off')
    expect(`${error.message} ${error.hint}`).not.toContain('mysql')
  })

  test.each([['Content-Length: 0\r\n\r\n'], ['Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n']])(
    'an answer that is empty by its own word is the billing’s: %j',
    async (rest) => {
      await using raw = disposing(await startRaw((socket) => socket.end(`HTTP/1.1 200 OK\r\n${rest}`)))
      expect((await errorOf(clientOf(raw.url).subscribers())).hint).toMatch(/mysql\.ini.* character /)
    },
  )

  test('what is no web server is told as such', async () => {
    await using raw = disposing(await startRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n')))
    const error = await errorOf(clientOf(raw.url, { http: { timeoutSec: 20, retries: 0 } }).subscribers())
    expect(error.message).toContain('The HTTP of this answer cannot be read')
    expect(error.hint).toContain('billingUrl')
  })

  test('a compressed body that is cut is malformed', async () => {
    const packed = Bun.gzipSync(new TextEncoder().encode(JSON.stringify({ a: { login: 'a'.repeat(999) } })))
    await using raw = disposing(
      await startRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Encoding: gzip\r\n\r\n')
        socket.end(packed.subarray(0, packed.length - 10))
      }),
    )
    expect((await errorOf(clientOf(raw.url).subscribers())).kind).toBe('malformed')
  })

  test('no answer in time: temporary, names the limit', async () => {
    await using desk = openDesk(() => new Promise(() => {}))
    const client = clientOf(desk.url, { http: { timeoutSec: 0.05, retries: 1 } })
    const error = await errorOf(client.subscribers())
    expect([error.kind, error.hint]).toEqual(['temporary', expect.stringContaining('billingHttp.timeoutSec')])
    expect(desk.requests).toHaveLength(2)
  })

  test('the time limit counts for the whole body, not for the first byte', async () => {
    const drip = () =>
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode('{"a":')),
      })
    await using desk = openDesk(() => new Response(drip()))
    const client = clientOf(desk.url, { http: { timeoutSec: 0.1, retries: 0 } })
    expect((await errorOf(client.subscribers())).hint).toContain('billingHttp.timeoutSec')
  })
})

/** For `await using` beside the desks. */
function disposing<T extends Disposable>(resource: T): T & AsyncDisposable {
  return Object.assign(resource, { [Symbol.asyncDispose]: async () => resource[Symbol.dispose]() })
}
