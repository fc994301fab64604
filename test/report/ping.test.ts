import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
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

function ping(path: string, timeoutMs?: number) {
  const troubles: string[] = []
  const url = `http://127.0.0.1:${server.port}${path}`
  const told = createPing({
    url,
    onTrouble: (message) => void troubles.push(message),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
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
