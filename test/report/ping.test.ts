import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { Interrupted } from '../../src/model/errors.ts'
import { createPing } from '../../src/report/ping.ts'

const requests: { method: string; path: string; body: string }[] = []
let answer: () => Response | Promise<Response> = () => new Response('OK')
let server: ReturnType<typeof Bun.serve>

beforeEach(() => {
  requests.length = 0
  answer = () => new Response('OK')
  server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    async fetch(request) {
      const { pathname, search } = new URL(request.url)
      requests.push({ method: request.method, path: pathname + search, body: await request.text() })
      return answer()
    },
  })
})
afterEach(() => server.stop(true))

function ping(path: string, timeoutMs?: number, signal?: AbortSignal) {
  const troubles: string[] = []
  const url = `http://127.0.0.1:${server.port}${path}`
  const told = createPing({
    url,
    onTrouble: (message) => void troubles.push(message),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(signal === undefined ? {} : { signal }),
  })
  return { ...told, troubles }
}

describe('the health check', () => {
  test('is told of the start, of success and of failure, with nothing in the request', async () => {
    const { start, ok, fail, troubles } = ping('/5b1c')
    await start()
    await ok()
    await fail()
    expect(requests).toEqual([
      { method: 'GET', path: '/5b1c/start', body: '' },
      { method: 'GET', path: '/5b1c', body: '' },
      { method: 'GET', path: '/5b1c/fail', body: '' },
    ])
    expect(troubles).toEqual([])
  })

  test('keeps the query of its address', async () => {
    const { start } = ping('/push/?token=1')
    await start()
    expect(requests[0]?.path).toBe('/push/start?token=1')
  })

  test('that refuses is mentioned, without its address', async () => {
    answer = () => new Response('no', { status: 404 })
    const { ok, troubles } = ping('/5b1c')
    await ok()
    expect(troubles).toEqual(['The health check (pingUrl) was not told: it answered HTTP 404.'])
  })

  test('that never answers holds up nobody', async () => {
    answer = () => new Promise<Response>(() => {})
    const { ok, troubles } = ping('/5b1c', 30)
    await ok()
    expect(troubles).toEqual(['The health check (pingUrl) was not told: it did not answer in time.'])
  })

  test('that cannot be reached fails no run', async () => {
    const { fail, troubles } = ping('/5b1c')
    await server.stop(true)
    await fail()
    expect(troubles).toHaveLength(1)
    expect(troubles[0]).not.toContain('5b1c')
  })

  test('is not told when there is none', async () => {
    const troubles: string[] = []
    await createPing({ url: undefined, onTrouble: (message) => void troubles.push(message) }).ok()
    expect(troubles).toEqual([])
  })
})

/** Bodies that no client should wait for; each tells how much of it was taken. */
const BODIES: Readonly<Record<string, (taken: { bytes: number }) => ReadableStream<Uint8Array>>> = {
  endless: (taken) =>
    new ReadableStream({
      pull(controller) {
        taken.bytes += CHUNK.length
        controller.enqueue(CHUNK)
      },
    }),
  'dripping, and never at its end': () =>
    new ReadableStream({ start: (controller) => controller.enqueue(CHUNK.subarray(0, 1)) }),
  huge: (taken) => {
    let left = 4000
    return new ReadableStream({
      pull(controller) {
        taken.bytes += CHUNK.length
        controller.enqueue(CHUNK)
        if (--left === 0) controller.close()
      },
    })
  },
}
const CHUNK = new Uint8Array(65_536).fill(0x2e)

describe('an answer of the health check', () => {
  for (const [name, body] of Object.entries(BODIES)) {
    for (const status of [200, 302, 404, 503]) {
      test(`with ${status} and a body that is ${name} takes neither time nor memory`, async () => {
        const taken = { bytes: 0 }
        let isFirst = true
        answer = () => {
          // Who is sent on is answered well there.
          const headers = status === 302 && isFirst ? { location: '/elsewhere' } : {}
          const first = isFirst
          isFirst = false
          return new Response(body(taken), { status: status === 302 && !first ? 200 : status, headers })
        }
        const { ok, troubles } = ping('/5b1c', 5000)
        const startedAt = performance.now()
        await ok()
        expect(performance.now() - startedAt).toBeLessThan(2500)
        // Some of it is under way in the buffers of the system before anybody can say no.
        expect(taken.bytes).toBeLessThan(64e6)
        expect(troubles).toHaveLength(status < 400 ? 0 : 1)
      })
    }
  }

  test('whose head never ends is waited for no longer than one that never comes', async () => {
    using dripping = startDripping()
    const troubles: string[] = []
    const startedAt = performance.now()
    await createPing({
      url: dripping.url,
      onTrouble: (message) => void troubles.push(message),
      timeoutMs: 300,
    }).ok()
    expect(performance.now() - startedAt).toBeLessThan(2500)
    expect(troubles).toEqual(['The health check (pingUrl) was not told: it did not answer in time.'])
  })

  test('that asks to come again is asked once more, within the same time', async () => {
    const statuses = [503, 200]
    answer = () => new Response('', { status: statuses.shift() ?? 500 })
    const { ok, troubles } = ping('/5b1c')
    await ok()
    expect([requests.length, troubles.length]).toEqual([2, 0])
  })
})

describe('a run that is told to stop', () => {
  test('gives up the ping that is under way', async () => {
    const stop = new AbortController()
    answer = () => {
      stop.abort(new Interrupted('SIGTERM'))
      return new Promise<Response>(() => {})
    }
    const { start, troubles } = ping('/5b1c', 60_000, stop.signal)
    await start()
    expect(troubles).toEqual(['The health check (pingUrl) was not told: the run was told to stop.'])
  })

  test('still tells how it ended', async () => {
    const { fail, troubles } = ping('/5b1c', 5000, AbortSignal.abort(new Interrupted('SIGTERM')))
    await fail()
    expect(requests.map((one) => one.path)).toEqual(['/5b1c/fail'])
    expect(troubles).toEqual([])
  })
})

/** Answers one byte of a header at a time, for ever. */
function startDripping(): Disposable & { readonly url: string } {
  const timers = new Set<ReturnType<typeof setInterval>>()
  const server = Bun.listen({
    hostname: '127.0.0.1',
    port: 0,
    socket: {
      data(socket) {
        socket.write('HTTP/1.1 200 OK\r\nX-Long: ')
        timers.add(setInterval(() => socket.write('x'), 20))
      },
    },
  })
  return {
    url: `http://127.0.0.1:${server.port}/`,
    [Symbol.dispose]() {
      for (const timer of timers) clearInterval(timer)
      server.stop(true)
    },
  }
}
