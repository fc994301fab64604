import { describe, expect, test } from 'bun:test'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { METHODS } from '../../../src/billing/universal/methods.ts'
import { withParameters } from '../../../src/billing/universal/url.ts'
import { Interrupted } from '../../../src/model/errors.ts'
import { createRedactor, secretsOfUrl } from '../../../src/model/redaction.ts'
import { bombReply } from '../../../src/sandbox/excessive-replies.ts'
import { startRaw } from '../../userside/sockets.ts'
import { CERTIFICATE, PRIVATE_KEY } from '../../userside/tls-identity.ts'
import { clientOf, errorOf, itemsOf, openDesk } from './answering.ts'

const LIST = '{"a":{"login":"a"}}'

describe('the address of a request', () => {
  const rows: readonly [base: string, url: string][] = [
    ['http://h/api', 'http://h/api?request=x'],
    ['http://h/api?', 'http://h/api?request=x'],
    ['http://h/api?key=K', 'http://h/api?key=K&request=x'],
    ['http://h/api?key=K&', 'http://h/api?key=K&request=x'],
    ['http://h/?a=b?c=d', 'http://h/?a=b?c=d&request=x'],
  ]
  for (const [base, url] of rows) {
    test(`${base} never gets a second question mark`, () => {
      expect(withParameters(base, { request: 'x' })).toBe(url)
    })
  }

  test('values are percent-encoded UTF-8', () => {
    expect(withParameters('http://h/', { a: 'є &?#' })).toBe('http://h/?a=%D1%94%20%26%3F%23')
  })

  test('carries the cache buster and the method, by GET, and no fragment', async () => {
    await using desk = openDesk({ get_user_tags: '[]' })
    const now = () => new Date('2026-11-23T00:17:33.900Z')
    await clientOf(`${desk.url}&x=%D1%94+1#top?k=v`, { now }).tags()
    const [request] = desk.requests
    expect(request?.method).toBe('GET')
    expect(new URL(request?.url ?? '').search).toBe(
      '?key=K0123456789&x=%D1%94+1&temp=1795393053&request=get_user_tags',
    )
  })

  test('asks for gzip and names the program', async () => {
    await using desk = openDesk(() => {
      const body = Bun.gzipSync(new TextEncoder().encode(LIST))
      return new Response(body, { headers: { 'content-encoding': 'gzip' } })
    })
    const client = clientOf(desk.url, { userAgent: 'usm-billing/9' })
    expect((await client.subscribers()).subscribers.size).toBe(1)
    const headers = desk.requests[0]?.headers
    expect([headers?.get('accept-encoding'), headers?.get('user-agent')]).toEqual(['gzip', 'usm-billing/9'])
  })

  test.each([
    ['one record', 'larger than 8 MiB', () => bombReply(1024).body[0] ?? new Uint8Array()],
    [
      'many records',
      'larger than any',
      () => Bun.gzipSync(new TextEncoder().encode(`[${`{"name":"${'x'.repeat(99_999)}"},`.repeat(700)}1]`)),
    ],
  ])('a list that unpacks to more than any holds is none, be it %s', async (_, words, packed) => {
    const body = packed()
    await using desk = openDesk(() => new Response(body, { headers: { 'content-encoding': 'gzip' } }))
    const error = await errorOf(clientOf(desk.url).tariffs())
    expect(error).toMatchObject({ kind: 'malformed', message: expect.stringContaining(words) })
  })

  test('user and password go into a header', async () => {
    await using desk = openDesk({ get_user_list: LIST })
    await clientOf(desk.url.replace('http://', 'http://oper:p%40ss@')).subscribers()
    expect(desk.requests[0]?.headers.get('authorization')).toBe(`Basic ${btoa('oper:p@ss')}`)
  })

  for (const url of ['', 'billing.example', 'ftp://h/?k', 'http://', '/api?key=K'])
    test(`${JSON.stringify(url)} is no address`, async () => {
      const error = await errorOf(Promise.try(() => clientOf(url)))
      expect([error.kind, error.hint]).toEqual(['config', 'Check billingUrl.'])
    })
})

describe('redirects', () => {
  test('on the same host are followed', async () => {
    await using desk = openDesk((request) => {
      const { pathname, search } = new URL(request.url)
      if (pathname === '/new') return new Response(LIST)
      return new Response(null, { status: 301, headers: { location: `/new${search}` } })
    })
    expect((await clientOf(desk.url).subscribers()).subscribers.size).toBe(1)
    expect(desk.asked('key')).toEqual(['K0123456789', 'K0123456789'])
  })

  test('to another host are not: the key would go along', async () => {
    await using other = openDesk({ get_user_list: LIST })
    await using desk = openDesk(
      (request) => new Response(null, { status: 302, headers: { location: `${other.url}&${request.url}` } }),
    )
    const error = await errorOf(clientOf(desk.url).subscribers())
    expect([error.kind, other.requests.length, desk.requests.length]).toEqual(['config', 0, 1])
    expect(error.message).toContain(`127.0.0.1:${other.port}`)
    expect(error.message).not.toContain('K0123456789')
  })

  test('to what is no address are refused', async () => {
    await using desk = openDesk(() => new Response(null, { status: 302, headers: { location: 'http://' } }))
    expect((await errorOf(clientOf(desk.url).subscribers())).kind).toBe('config')
  })

  for (const [what, init] of [
    ['304 is none', { status: 304 }],
    ['304 with a Location is none', { status: 304, headers: { location: '/new' } }],
    ['one without a Location is none', { status: 302 }],
    ['300 is none', { status: 300 }],
  ] as const)
    test(`${what}: asked once more, then malformed`, async () => {
      await using desk = openDesk(() => new Response(null, init))
      const error = await errorOf(clientOf(desk.url).subscribers())
      expect([error.kind, desk.requests.length]).toEqual(['malformed', 2])
      expect(error.message).toContain('The billing answers like a cache')
    })

  test('in circles end', async () => {
    await using desk = openDesk(
      (request) => new Response(null, { status: 307, headers: { location: request.url } }),
    )
    expect((await errorOf(clientOf(desk.url).subscribers())).message).toContain('circles')
    expect(desk.requests.length).toBeLessThan(10)
  })
})

describe('encryption', () => {
  async function secure<T>(use: (url: string, caFile: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'ca-'))
    const caFile = join(folder, 'ca.pem')
    await writeFile(caFile, CERTIFICATE)
    const server = Bun.serve({
      hostname: '127.0.0.1',
      port: 0,
      tls: { cert: CERTIFICATE, key: PRIVATE_KEY },
      fetch: () => new Response(LIST),
    })
    try {
      return await use(`https://127.0.0.1:${server.port}/?key=K`, caFile)
    } finally {
      await server.stop(true)
      await rm(folder, { recursive: true })
    }
  }
  const http = { timeoutSec: 20, retries: 2 }

  test('an unknown certificate is a matter of configuration and not tried again', async () => {
    await secure(async (url) => {
      const client = clientOf(url)
      const error = await errorOf(client.subscribers())
      expect([error.kind, client.tally.requests]).toEqual(['config', 1])
      expect(error.hint).toContain('billingHttp.caFile')
    })
  })

  test('is trusted with billingHttp.caFile', async () => {
    await secure(async (url, caFile) => {
      const client = clientOf(url, { http: { ...http, caFile } })
      expect((await client.subscribers()).subscribers.size).toBe(1)
    })
  })

  test('is not asked for with billingHttp.insecureTls', async () => {
    await secure(async (url) => {
      const client = clientOf(url, { http: { ...http, insecureTls: true } })
      expect((await client.subscribers()).subscribers.size).toBe(1)
    })
  })

  test('a missing caFile is named', async () => {
    const client = clientOf('https://127.0.0.1:1/', { http: { ...http, caFile: '/nowhere/ca.pem' } })
    const error = await errorOf(client.subscribers())
    expect([error.kind, error.hint]).toEqual(['config', 'Check billingHttp.caFile.'])
    expect(error.message).toContain('/nowhere/ca.pem')
  })

  test('a proxy is gone through', async () => {
    await using desk = openDesk({ get_user_list: LIST })
    const lines: string[] = []
    const proxy = await startRaw((socket) => {
      lines.push('asked')
      socket.end(`HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n${LIST}`)
    })
    const client = clientOf('http://billing.invalid/?key=K', { http: { ...http, proxy: proxy.url } })
    expect((await client.subscribers()).subscribers.size).toBe(1)
    expect([lines.length, desk.requests.length]).toEqual([1, 0])
    proxy[Symbol.dispose]()
  })
})

describe('trying again', () => {
  test('obeys Retry-After when it is longer than the own pause', async () => {
    await using desk = openDesk({
      get_user_list: [{ status: 503, headers: { 'retry-after': '7' } }, { status: 429 }, LIST],
    })
    const client = clientOf(desk.url)
    await client.subscribers()
    expect(client.pauses).toEqual([7000, 500])
  })

  test('obeys Retry-After as a date, up to a limit', async () => {
    const later = new Date('2026-01-01T00:00:20Z').toUTCString()
    await using desk = openDesk({
      get_user_list: [
        { status: 503, headers: { 'retry-after': later } },
        { status: 503, headers: { 'retry-after': '999999' } },
        LIST,
      ],
    })
    const client = clientOf(desk.url, { now: () => new Date('2026-01-01T00:00:00Z') })
    await client.subscribers()
    expect(client.pauses).toEqual([20_000, 120_000])
  })

  test('a temporary failure and a broken answer are counted apart', async () => {
    await using desk = openDesk({ get_user_list: [{ status: 500 }, '{"a', { status: 500 }, LIST] })
    const client = clientOf(desk.url)
    expect((await client.subscribers()).subscribers.size).toBe(1)
    expect(client.tally.retries).toBe(3)
  })

  test('nothing of a failed attempt is left in the next one', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => `"old${i}":{"login":"${'x'.repeat(200)}"}`)
    await using desk = openDesk({ get_user_list: [`{${many.join()},`, LIST] })
    expect([...(await clientOf(desk.url).subscribers()).subscribers.keys()]).toEqual(['a'])
  })

  test('zero retries are no retries, save that a broken answer is asked for once more', async () => {
    const http = { timeoutSec: 20, retries: 0 }
    await using down = openDesk({ get_user_list: { status: 500 } })
    await errorOf(clientOf(down.url, { http }).subscribers())
    expect(down.requests).toHaveLength(1)
    await using broken = openDesk({ get_user_list: ['{', LIST] })
    expect((await clientOf(broken.url, { http }).subscribers()).subscribers.size).toBe(1)
  })
})

describe('one question at a time', () => {
  test('even when several are put at once', async () => {
    let open = 0
    let most = 0
    await using desk = openDesk(async () => {
      most = Math.max(most, ++open)
      await new Promise((resolve) => setImmediate(resolve))
      open--
      return new Response('{}')
    })
    const client = clientOf(desk.url)
    await Promise.all([client.tags(), client.groups(), client.services(), client.subscribers()])
    expect([most, desk.requests.length]).toEqual([1, 4])
  })

  test('a question is put although the one before failed', async () => {
    await using desk = openDesk({ get_user_tags: '[]', get_user_list: 'ERROR:GET_WRONG_KEY' })
    const client = clientOf(desk.url)
    const failed = errorOf(client.subscribers())
    expect(itemsOf(await client.tags())).toEqual([])
    expect((await failed).kind).toBe('auth')
  })
})

describe('being told to stop', () => {
  test('gives up the request in flight with the reason given', async () => {
    const stop = new AbortController()
    await using desk = openDesk(() => {
      stop.abort(new Error('SIGTERM'))
      return new Promise(() => {})
    })
    const client = clientOf(desk.url, { signal: stop.signal })
    expect(client.subscribers()).rejects.toThrow('SIGTERM')
    await client.subscribers().catch(() => {})
    expect(client.tally.retries).toBe(0)
  })

  test('is never taken for a broken connection, in the last attempt neither', async () => {
    const stop = new AbortController()
    await using desk = openDesk(() => {
      stop.abort(new Interrupted('SIGTERM'))
      return new Promise(() => {})
    })
    const http = { timeoutSec: 20, retries: 0 }
    const client = clientOf(desk.url, { signal: stop.signal, http })
    expect(await client.subscribers().catch((error: unknown) => error)).toBeInstanceOf(Interrupted)
  })

  test('in the middle of a body too, and nothing is sent afterwards', async () => {
    const stop = new AbortController()
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(new TextEncoder().encode('{"a":{"login":"a"},'))
          queueMicrotask(() => stop.abort(new Error('SIGINT')))
          return new Promise(() => {})
        },
      })
    await using desk = openDesk(() => new Response(body()))
    const client = clientOf(desk.url, { signal: stop.signal })
    expect(client.subscribers()).rejects.toThrow('SIGINT')
    await client.subscribers().catch(() => {})
    expect(client.tags()).rejects.toThrow('SIGINT')
    await client.tags().catch(() => {})
    expect(desk.requests).toHaveLength(1)
  })
})

describe('what is never shown', () => {
  const secret = 'UB00112233445566778899aabbccddeeff'

  test('the key and the password of the address, wherever a billing repeats them', async () => {
    for (const body of [
      `ERROR:GET_WRONG_KEY ${secret}`,
      `<html><form action="/?module=remoteapi&amp;key=${secret}&amp;action=userside">`,
      `{"error":"bad key ${secret} of oper:hunter2secret"}`,
      `{"x":{"login":"x","password":"${secret}`,
    ]) {
      await using desk = openDesk(() => new Response(body))
      const url = `http://oper:hunter2secret@127.0.0.1:${desk.port}/?module=remoteapi&key=${secret}&action=userside`
      const client = clientOf(url)
      const error = await errorOf(client.subscribers())
      const shown = [error.message, error.hint, ...client.told].join('\n')
      expect(shown).not.toContain(secret)
      expect(shown).not.toContain('hunter2secret')
    }
  })

  test('a short key, a password of a subscriber, and what merely looks like a key', () => {
    const redact = createRedactor(secretsOfUrl('http://h/?key=K1'))
    expect(redact('see http://u:p@h/?key=K1&x=1 and API_KEY=abc')).toBe(
      'see http://***@h/?***&x=1 and API_KEY=***',
    )
    expect(redact('{"password":"a\\"b","x":1}')).toBe('{"password":"***","x":1}')
    expect(redact('{"password" : "cut off')).toBe('{"password" : "***"')
  })

  test('the query of a failing database, save at debug level', async () => {
    await using desk = openDesk({ get_user_list: 'wrong data input: SELECT * FROM `contracts`' })
    const client = clientOf(desk.url, { http: { timeoutSec: 20, retries: 0 } })
    expect((await errorOf(client.subscribers())).message).not.toContain('SELECT')
    expect(client.told.join()).toContain('SELECT')
  })

  test('more than the first 200 bytes of a body', async () => {
    await using desk = openDesk({ get_user_list: `ERROR:${'є'.repeat(500)}` })
    const { message } = await errorOf(clientOf(desk.url).subscribers())
    expect(message).toContain(`ERROR:${'є'.repeat(97)}`)
    expect(message).not.toContain('є'.repeat(98))
  })

  test('control characters of a body', async () => {
    await using desk = openDesk({ get_user_list: 'ERROR:\u001b[31mred\u0007' })
    const { message } = await errorOf(clientOf(desk.url).subscribers())
    expect(message).not.toMatch(/[\u0000-\u001f]/)
  })
})

test('no method that writes has a way out of this program', async () => {
  expect(METHODS.filter((method) => !/^get_/.test(method))).toEqual([])
  await using desk = openDesk(() => new Response('{}'))
  const client = clientOf(desk.url)
  await client.system().catch(() => {})
  for (const name of [
    'tariffs',
    'services',
    'states',
    'groups',
    'tags',
    'additionalFields',
    'subscribers',
    'cities',
    'districts',
    'streets',
    'messages',
  ] as const)
    await client[name]()
  await client.houses(new Map())
  const asked = new Set(desk.asked('request'))
  expect([...asked].filter((method) => !METHODS.some((known) => known === method))).toEqual([])
  expect(desk.requests.every(({ method }) => method === 'GET')).toBe(true)
})
