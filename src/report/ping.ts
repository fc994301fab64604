/** Health checks: a service outside gets a request when a run begins, succeeds or fails, and alarms when none comes. */
import { createFetch, FetchError } from 'ofetch'

export interface PingOptions {
  /** `pingUrl`; `undefined`: no request is made. */
  readonly url: string | undefined
  /** Called when a ping failed. It fails no run. */
  readonly onTrouble: (message: string) => void
  readonly fetch?: typeof fetch
  readonly timeoutMs?: number
}

/** None of them throws, and none sends anything but the request itself: no name, no count, no reason. */
export interface Ping {
  start(): Promise<void>
  ok(): Promise<void>
  fail(): Promise<void>
}

const TIMEOUT_MS = 5000

/** The address itself means success; `/start` and `/fail` are added to its path. */
export function createPing({ url, onTrouble, fetch: send, timeoutMs = TIMEOUT_MS }: PingOptions): Ping {
  const request = createFetch({ fetch: send ?? globalThis.fetch })
  const tell = async (event: '' | '/start' | '/fail'): Promise<void> => {
    if (url === undefined) return
    try {
      await request(address(url, event), {
        timeout: timeoutMs,
        retry: 1,
        retryDelay: 200,
        responseType: 'text',
      })
    } catch (error) {
      onTrouble(`The health check (pingUrl) was not told: ${reasonOf(error)}.`)
    }
  }
  return { start: () => tell('/start'), ok: () => tell(''), fail: () => tell('/fail') }
}

function address(url: string, event: string): string {
  const target = new URL(url)
  if (event !== '') target.pathname = target.pathname.replace(/\/$/, '') + event
  return target.href
}

/** Without the address: it is as good as a key. */
function reasonOf(error: unknown): string {
  const status = error instanceof FetchError ? error.statusCode : undefined
  if (status !== undefined) return `it answered HTTP ${status}`
  const cause = error instanceof Error ? (error.cause ?? error) : error
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'it did not answer in time'
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'it could not be reached'
}
