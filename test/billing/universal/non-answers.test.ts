import { describe, expect, test } from 'bun:test'
import { deadUrl, startRaw } from '../../userside/sockets.ts'
import { clientOf, errorOf, itemsOf, openDesk } from './answering.ts'
import { ROWS } from './non-answer-rows.ts'

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
