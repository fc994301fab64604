import { describe, expect, test } from 'bun:test'
import { NoAnswer } from '../../src/userside/failure.ts'
import { realSleep, withRetries } from '../../src/userside/retry.ts'

const unsent = () => new NoAnswer('unsent', 'refused')
const untrusted = () => new NoAnswer('untrusted', 'self-signed')
const unanswered = () => new NoAnswer('unanswered', 'cut')
const body = () => new NoAnswer('body', 'HTML')
const status = (code: number, retryAfterMs?: number) => () =>
  new NoAnswer('status', `HTTP ${code}`, { status: code, retryAfterMs })

/** How often a request is sent that never succeeds, and the pauses between. */
async function sendInVain(failure: () => NoAnswer, isRepeatable: boolean, retries = 3) {
  const pauses: number[] = []
  let sent = 0
  const patience = {
    retries,
    random: () => 1,
    signal: undefined,
    onRetry: () => {},
    sleep: async (ms: number) => void pauses.push(ms),
  }
  const attempt = () => {
    sent += 1
    return Promise.reject(failure())
  }
  await withRetries(attempt, isRepeatable, patience).catch(() => {})
  return { sent, pauses }
}

describe('a request that changes nothing', () => {
  test.each([
    ['a refused connection', unsent],
    ['a cut connection', unanswered],
    ['HTTP 408', status(408)],
    ['HTTP 425', status(425)],
    ['HTTP 429', status(429)],
    ['HTTP 500', status(500)],
    ['HTTP 502', status(502)],
    ['HTTP 503', status(503)],
    ['HTTP 504', status(504)],
  ])('is tried again as often as configured after %s', async (_, failure) => {
    expect((await sendInVain(failure, true)).sent).toBe(4)
  })

  test('is asked once more when its body is none', async () => {
    expect((await sendInVain(body, true)).sent).toBe(2)
  })

  test.each([
    ['HTTP 400', status(400)],
    ['HTTP 401', status(401)],
    ['HTTP 403', status(403)],
    ['HTTP 404', status(404)],
    ['a certificate nobody vouches for', untrusted],
  ])('is not tried again after %s', async (_, failure) => {
    expect((await sendInVain(failure, true)).sent).toBe(1)
  })

  test('is sent once when no retries are configured', async () => {
    expect((await sendInVain(unsent, true, 0)).sent).toBe(1)
    expect((await sendInVain(body, true, 0)).sent).toBe(1)
  })

  test('is spaced out twice as far each time', async () => {
    expect((await sendInVain(unanswered, true, 4)).pauses).toEqual([500, 1000, 2000, 4000])
  })

  test('waits at least as long as the server asks', async () => {
    expect((await sendInVain(status(503, 7000), true, 2)).pauses).toEqual([7000, 7000])
  })
})

describe('a request that changes something', () => {
  test.each([
    ['a refused connection', unsent],
    ['HTTP 429', status(429)],
    ['HTTP 503 with Retry-After', status(503, 0)],
  ])('is repeated after %s, which proves that the ERP did not act', async (_, failure) => {
    expect((await sendInVain(failure, false)).sent).toBe(4)
  })

  test.each([
    ['a cut connection', unanswered],
    ['an answer that is none', body],
    ['HTTP 408', status(408)],
    ['HTTP 500', status(500)],
    ['HTTP 502', status(502)],
    ['HTTP 503 without Retry-After', status(503)],
    ['HTTP 504', status(504)],
    ['HTTP 403', status(403)],
  ])('is never repeated after %s', async (_, failure) => {
    expect((await sendInVain(failure, false)).sent).toBe(1)
  })
})

describe('a run told to stop', () => {
  test('begins no request', async () => {
    const stop = new AbortController()
    stop.abort(new Error('SIGTERM'))
    const sent: string[] = []
    const patience = {
      retries: 3,
      random: () => 0,
      sleep: async () => {},
      onRetry: () => {},
      signal: stop.signal,
    }
    const sending = withRetries(async () => sent.push('request'), true, patience)
    await expect(sending).rejects.toThrow('SIGTERM')
    expect(sent).toEqual([])
  })

  test('ends a pause at once', async () => {
    const stop = new AbortController()
    const patience = {
      retries: 3,
      random: () => 1,
      signal: stop.signal,
      sleep: (_: number, signal?: AbortSignal) => realSleep(3_600_000, signal),
      onRetry: () => stop.abort(new Error('SIGINT')),
    }
    await expect(withRetries(() => Promise.reject(unsent()), true, patience)).rejects.toThrow('SIGINT')
  })
})
