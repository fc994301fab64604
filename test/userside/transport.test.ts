import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UsersideError } from '../../src/model/errors.ts'
import { createUserside } from '../../src/userside/client.ts'
import { API_KEY, collect, OK, startErp, Turns } from './erp.ts'
import { deadUrl, http200, startRaw } from './sockets.ts'
import { CERTIFICATE, PRIVATE_KEY } from './tls-identity.ts'

const SYSTEM = { date: '2026-11-23 12:00:00' }

async function failureOf(promise: Promise<unknown>): Promise<UsersideError> {
  return (await promise.then(
    () => 'no failure',
    (error: unknown) => error,
  )) as UsersideError
}

describe('the one endpoint (§1)', () => {
  test.each([
    ['', '/api.php'],
    ['/', '/api.php'],
    ['/erp', '/erp/api.php'],
    ['/erp///', '/erp/api.php'],
    ['/erp/api.php', '/erp/api.php'],
    ['/?x=1#part', '/api.php'],
  ])('of an address ending in %j is %j', async (ending, path) => {
    using erp = startErp({ get_system_information: SYSTEM })
    const url = `${erp.url.slice(0, -1)}${ending}`
    await erp.client({ url }).system()
    expect(erp.requests[0]).toMatchObject({ path })
    expect(Object.keys(erp.requests[0]?.fields ?? {})).toEqual(['key', 'cat', 'request'])
  })

  test.each(['erp.example', 'ftp://erp.example/', ''])('cannot be %j', (url) => {
    using erp = startErp()
    expect(() => erp.client({ url })).toThrow('usersideUrl')
  })

  test('may want a user and a password, which no message shows', async () => {
    using erp = startErp({ get_system_information: () => new Response('', { status: 500 }) })
    const url = erp.url.replace('http://', 'http://me:hidden@')
    const error = await failureOf(erp.client({ url }).system())
    expect(erp.requests[0]?.headers.get('authorization')).toBe(`Basic ${btoa('me:hidden')}`)
    expect(error.message).not.toContain('hidden')
    expect(error.message).toContain('/api.php')
  })
})

describe('compressed answers', () => {
  test('are asked for unless the configuration says otherwise, by reads and writes', async () => {
    for (const [compress, asked] of [
      [false, 'identity'],
      [true, 'gzip'],
      [undefined, 'gzip'],
    ] as const) {
      using erp = startErp({ get_system_information: SYSTEM, 'customer/add_tag': { Result: 'OK', Id: 1 } })
      const userside = erp.client({ http: { timeoutSec: 5, retries: 0, compress } })
      await userside.system()
      await userside.addTag('x')
      const encodings = erp.requests.map(({ headers }) => headers.get('accept-encoding') ?? '')
      for (const encoding of encodings) expect(encoding).toStartWith(asked)
    }
  })

  test('that cannot be unpacked, and HTTP that cannot be read, name the switch', async () => {
    for (const answer of [
      http200('{"date":"2026-11-23 12:00:00"}', 'Content-Encoding: gzip\r\n'),
      http200('{"date":"2026-11-23 12:00:00"}', 'X-Cache: a\r\n  b\r\n'),
    ]) {
      using server = await startRaw((socket) => socket.end(answer))
      using erp = startErp()
      const error = await failureOf(erp.client({ url: server.url }).system())
      expect(error.message).toContain('usersideHttp.compress: false')
    }
  })
})

describe('a form (§1)', () => {
  test('carries any character whole', async () => {
    using erp = startErp({ 'customer/add_tag': { Result: 'OK', Id: 1 } })
    const name = 'R&D #1 + 50% = Дім 🏠 "х"\u0000;\\'
    await erp.userside.addTag(name)
    expect(erp.requests[0]?.fields['name']).toBe(name)
    expect(erp.requests[0]?.fields['key']).toBe(API_KEY)
    expect(erp.requests[0]?.rawBody).not.toMatch(/[^\w%+.=&*-]/)
  })
})

describe('a broken connection', () => {
  test('that was refused is tried again, then said with the address', async () => {
    using erp = startErp()
    const url = await deadUrl()
    const userside = erp.client({ url })
    const error = await failureOf(userside.system())
    expect(error).toMatchObject({ kind: 'temporary' })
    expect(error.message).toContain(`${url}api.php`)
    expect(error.message).toContain('ECONNREFUSED')
    expect(userside.tally).toMatchObject({ reads: 1, retries: 3 })
    expect(erp.pauses).toEqual([250, 500, 1000])
    expect(erp.warnings[0]).toMatch(/get_system_information: no connection .* again in 0\.3 s/)
  })

  test('that was cut is tried again for a read', async () => {
    using raw = await startRaw((socket, nth) => {
      if (nth < 3) socket.destroy()
      else socket.end(http200(JSON.stringify(SYSTEM)))
    })
    using erp = startErp()
    const userside = erp.client({ url: raw.url })
    expect((await userside.system()).clock.local).toBe('2026-11-23 12:00:00')
    expect(raw.connections()).toBe(3)
  })

  test('that was cut leaves a write lost, sent once', async () => {
    using raw = await startRaw((socket) => socket.destroy())
    using erp = startErp()
    const result = await erp.client({ url: raw.url }).addTag('VIP')
    expect(result.kind).toBe('lost')
    expect(raw.connections()).toBe(1)
  })

  test('before anything was sent is repeated for a write, and ends the run when it stays', async () => {
    using erp = startErp()
    const error = await failureOf(erp.client({ url: await deadUrl() }).addTag('VIP'))
    expect(error).toMatchObject({ code: 'userside', kind: 'temporary' })
    expect(erp.pauses).toHaveLength(3)
  })

  test('in the midst of a body leaves a write lost', async () => {
    using raw = await startRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"Result":"OK"'),
    )
    using erp = startErp()
    expect((await erp.client({ url: raw.url }).addTag('VIP')).kind).toBe('lost')
  })

  test('that a keep-alive server closed meanwhile never takes a write down with it', async () => {
    using raw = await startRaw((socket) => {
      socket.write(http200('{"Result":"OK","Id":7}').replace('close', 'keep-alive'))
      socket.on('data', () => socket.destroy())
    })
    using erp = startErp()
    const userside = erp.client({ url: raw.url })
    expect(await userside.addTag('a')).toEqual({ kind: 'done', value: '7' })
    expect(await userside.addTag('b')).toEqual({ kind: 'done', value: '7' })
  })
})

describe('the timeout counts from the request to the last byte', () => {
  const http = { timeoutSec: 0.05, retries: 0 }

  test('of a server that says nothing', async () => {
    using raw = await startRaw(() => {})
    using erp = startErp()
    const error = await failureOf(erp.client({ url: raw.url, http }).system())
    expect(error).toMatchObject({
      kind: 'temporary',
      hint: expect.stringContaining('usersideHttp.timeoutSec'),
    })
    expect(error.message).toContain('no answer within 0.05 s')
  })

  test('of a body that never ends', async () => {
    using raw = await startRaw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"da'))
    using erp = startErp()
    expect((await failureOf(erp.client({ url: raw.url, http }).system())).message).toContain(
      'no answer within',
    )
  })

  test('of a write, which is then lost', async () => {
    using raw = await startRaw(() => {})
    using erp = startErp()
    expect((await erp.client({ url: raw.url, http }).addTag('VIP')).kind).toBe('lost')
  })
})

describe('a redirect', () => {
  function redirectTo(location: string, status = 302): () => Response {
    return () => new Response(null, { status, headers: { location } })
  }

  test('to another host is not followed: the key would go with it', async () => {
    using other = startErp({ get_system_information: SYSTEM })
    const target = other.url.replace('127.0.0.1', 'localhost')
    using erp = startErp({ get_system_information: redirectTo(`${target}api.php?key=${API_KEY}`) })
    const error = await failureOf(erp.userside.system())
    expect(error).toMatchObject({ kind: 'refused', hint: expect.stringContaining('usersideUrl') })
    expect(error.message).toContain('localhost')
    expect(error.message).not.toContain('s3cret')
    expect(other.requests).toHaveLength(0)
  })

  test('to another port of the same host is not followed either', async () => {
    using other = startErp()
    using erp = startErp({ get_system_information: redirectTo(`${other.url}api.php`) })
    expect(await failureOf(erp.userside.system())).toMatchObject({ kind: 'refused' })
    expect(other.requests).toHaveLength(0)
  })

  test('within the host is followed for a read', async () => {
    using erp = startErp({
      get_system_information: ({ path, query }) =>
        path === '/api.php' ? redirectTo(`/erp/api.php${query}`)() : SYSTEM,
    })
    expect((await erp.userside.system()).clock.local).toBe(SYSTEM.date)
    expect(erp.requests.map(({ path }) => path)).toEqual(['/api.php', '/erp/api.php'])
  })

  test('within the host is followed for a write when it stays a POST', async () => {
    using erp = startErp({
      'customer/add_tag': ({ path }) =>
        path === '/api.php' ? redirectTo('/erp/api.php', 307)() : { Result: 'OK', Id: 4 },
    })
    expect(await erp.userside.addTag('VIP')).toEqual({ kind: 'done', value: '4' })
    expect(erp.requests.map(({ method }) => method)).toEqual(['POST', 'POST'])
  })

  test.each([301, 302, 303])('HTTP %d of a write ends the run: it would become a GET', async (status) => {
    using erp = startErp({ 'customer/add_tag': redirectTo('/erp/api.php', status) })
    expect(await failureOf(erp.userside.addTag('VIP'))).toMatchObject({ kind: 'refused' })
    expect(erp.requests).toHaveLength(1)
  })

  test('in circles ends', async () => {
    using erp = startErp({ get_system_information: redirectTo('/api.php') })
    expect((await failureOf(erp.userside.system())).message).toContain('circles')
    expect(erp.requests.length).toBeLessThan(10)
  })

  test('to nowhere is refused', async () => {
    using erp = startErp({ get_system_information: () => new Response(null, { status: 302 }) })
    expect(await failureOf(erp.userside.system())).toMatchObject({ kind: 'refused' })
  })
})

describe('a busy server', () => {
  test('is given the time it asks for, for a write too', async () => {
    using erp = startErp({
      'customer/add_tag': new Turns(
        () => new Response('', { status: 503, headers: { 'retry-after': '7' } }),
        () => new Response('', { status: 429 }),
        { Result: 'OK', Id: 9 },
      ),
    })
    expect(await erp.userside.addTag('VIP')).toEqual({ kind: 'done', value: '9' })
    expect(erp.pauses).toEqual([7000, 500])
    expect(erp.userside.tally).toMatchObject({ writes: 1, retries: 2 })
  })

  test('may name a moment instead', async () => {
    using erp = startErp({
      get_system_information: new Turns(
        () => new Response('', { status: 503, headers: { 'retry-after': 'Mon, 23 Nov 2026 10:00:30 GMT' } }),
        SYSTEM,
      ),
    })
    await erp.client({ now: () => Date.parse('2026-11-23T10:00:00Z') }).system()
    expect(erp.pauses).toEqual([30_000])
  })
})

describe('TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'usm-tls-'))
  const caFile = join(folder, 'ca.pem')
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    tls: { key: PRIVATE_KEY, cert: CERTIFICATE },
    fetch: () => Response.json(SYSTEM),
  })
  const url = `https://127.0.0.1:${server.port}/`
  const http = { timeoutSec: 10, retries: 3 }

  beforeAll(() => writeFileSync(caFile, CERTIFICATE))
  afterAll(() => {
    server.stop(true)
    rmSync(folder, { recursive: true })
  })

  test('with a certificate nobody vouches for is refused at once, with the switch to flip', async () => {
    using erp = startErp()
    const error = await failureOf(erp.client({ url, http }).system())
    expect(error).toMatchObject({ kind: 'refused' })
    expect(error.hint).toContain('usersideHttp.caFile')
    expect(error.hint).toContain('usersideHttp.insecureTls')
    expect(erp.pauses).toEqual([])
  })

  test('is trusted by a CA file', async () => {
    using erp = startErp()
    expect(await erp.client({ url, http: { ...http, caFile } }).system()).toBeDefined()
  })

  test('is trusted blindly only when told so', async () => {
    using erp = startErp()
    expect(await erp.client({ url, http: { ...http, insecureTls: true } }).system()).toBeDefined()
  })

  test('cannot be set up with a CA file that is not there', () => {
    using erp = startErp()
    const caFile = join(folder, 'none.pem')
    expect(() => erp.client({ http: { ...http, caFile } })).toThrow('usersideHttp.caFile')
  })
})

describe('a proxy', () => {
  test('is asked instead of the ERP', async () => {
    using proxy = startErp({ get_system_information: SYSTEM })
    using erp = startErp()
    const http = { timeoutSec: 10, retries: 0, proxy: proxy.url }
    await erp.client({ url: 'http://erp.invalid/', http }).system()
    expect(proxy.requests[0]?.headers.get('host')).toBe('erp.invalid')
  })
})

describe('a run told to stop', () => {
  test('cuts off a read', async () => {
    const stop = new AbortController()
    using raw = await startRaw(() => stop.abort(new Error('SIGTERM')))
    using erp = startErp()
    const reading = erp.client({ url: raw.url, signal: stop.signal }).tariffs()
    await expect(reading).rejects.toThrow('SIGTERM')
  })

  test('cuts off a big list', async () => {
    const stop = new AbortController()
    using raw = await startRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 900000\r\n\r\n{"a":{"erp_id":1},')
      setImmediate(() => stop.abort(new Error('SIGTERM')))
    })
    using erp = startErp()
    const reading = collect(
      erp.client({ url: raw.url, signal: stop.signal }).customers({ withPasswords: false }),
    )
    await expect(reading).rejects.toThrow('SIGTERM')
  })

  test('lets a write on its way finish, and sends no other', async () => {
    const stop = new AbortController()
    using erp = startErp({
      'customer/add_tag': () => {
        stop.abort(new Error('SIGTERM'))
        return { Result: 'OK', Id: 5 }
      },
    })
    const userside = erp.client({ signal: stop.signal })
    expect(await userside.addTag('a')).toEqual({ kind: 'done', value: '5' })
    await expect(userside.addTag('b')).rejects.toThrow('SIGTERM')
    expect(erp.requests).toHaveLength(1)
  })
})

describe('the tally', () => {
  test('tells reads, data-changing writes and bytes apart from bookkeeping', async () => {
    using erp = startErp({
      get_system_information: SYSTEM,
      'usm_billing/get_settings': { result: 'OK', data: {} },
      'address/compare_house': { Result: 'OK', Data: {} },
      'customer/add_tag': { Result: 'OK', Id: 1 },
    })
    const { userside } = erp
    const house = new Map([['1', HOUSE]])
    await userside.system()
    await userside.start({ version: '1', path: '', logPath: '' })
    await userside.settings({ billingTime: 0, erpTime: 0 })
    await userside.compareHouses(house, { create: false, short: false, configurationHash: '' })
    expect(userside.tally).toMatchObject({ reads: 3, writes: 0 })
    await userside.compareHouses(house, { create: true, short: false, configurationHash: '' })
    await userside.addTag('VIP')
    await userside.finishOperation()
    await userside.stop()
    const bytes = [SYSTEM, OK, { result: 'OK', data: {} }, ...Array(2).fill({ Result: 'OK', Data: {} })]
      .concat([{ Result: 'OK', Id: 1 }, OK, OK])
      .reduce((sum, body) => sum + JSON.stringify(body).length, 0)
    expect(userside.tally).toEqual({ reads: 3, writes: 2, retries: 0, bytes })
  })
})

const HOUSE = {
  province: '',
  district: '',
  city: '',
  area: '',
  street: '',
  number: '',
  block: '',
  postcode: '',
}

test('the real pause, clock and fetch are used when none are given', async () => {
  using erp = startErp({ get_system_information: SYSTEM })
  const userside = createUserside({
    url: erp.url,
    apiKey: 'k',
    billingId: 1,
    http: { timeoutSec: 5, retries: 0 },
    logger: { step() {}, advance() {}, info() {}, warn() {}, error() {}, debug() {} },
    report: () => {},
  })
  expect((await userside.system()).clock.local).toBe(SYSTEM.date)
})
