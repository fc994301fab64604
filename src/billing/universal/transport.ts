/** One GET to the billing: the request out, the answer in as it arrives. It is not interpreted here. */
import { createFetch } from 'ofetch'
import type { Environment } from '../../http/environment.ts'
import type { Route } from '../../http/route.ts'
import { retryAfterMs } from '../../model/backoff.ts'
import { redirectTarget, routeTo } from './connection.ts'
import { Failure } from './failure.ts'
import type { BillingHttp } from './options.ts'

export interface HttpAnswer {
  readonly status: number
  /** The server's clock, milliseconds since 1970; `undefined` when it does not tell. */
  readonly date: number | undefined
  readonly retryAfterMs: number | undefined
  /** It came packed, as its headers say. */
  readonly isPacked: boolean
  readonly body: ReadableStream<Uint8Array>
  /** How the part of the body that was read by now began. */
  readonly head: () => string
  /** The server says how long the body is: an empty one is empty then, and not the rest of a broken connection. */
  readonly isLengthTold: boolean
  /** It asks for a user and a password. */
  readonly isLoginWanted: boolean
}

export interface TransportOptions {
  readonly http: BillingHttp
  readonly authorization: string | undefined
  readonly env: Environment
  readonly userAgent: string
  readonly fetch: typeof fetch
  readonly now: () => Date
  readonly signal: AbortSignal | undefined
  /** Told of every piece of a body, unpacked. */
  readonly onBytes: (count: number) => void
}

export interface Transport {
  /**
   * Sends the request and hands the answer over, unpacked if it came packed. When `read` is done with it, so is the connection.
   * The time limit runs from the request to the end of `read`.
   * @param isPlain packed answers are not asked for
   * @throws Failure for what is known, what `fetch` and `read` throw, and the reason when the run is told to stop
   */
  get<T>(url: string, isPlain: boolean, read: (answer: HttpAnswer) => Promise<T>): Promise<T>
  readonly route: Route
}

const MOST_REDIRECTS = 5
const NOT_PACKED = /^\s*(?:identity|none)?\s*$/i
/** Enough to find the form of a login page. */
const HEAD_BYTES = 64 * 1024

/** @throws Failure when the certificate file cannot be read */
export async function createTransport(options: TransportOptions): Promise<Transport> {
  const { http, now, signal } = options
  const route = await routeTo(http, options.env)
  const { raw } = createFetch({
    fetch: ((url: string, init?: RequestInit) =>
      options.fetch(url, { ...init, ...route.init(url) })) as typeof fetch,
  })
  const headers = {
    accept: 'application/json',
    'user-agent': options.userAgent,
    ...(options.authorization === undefined ? {} : { authorization: options.authorization }),
  }

  async function send(url: string, isPlain: boolean, limit: AbortSignal): Promise<Response> {
    const asked = { ...headers, 'accept-encoding': isPlain ? 'identity' : 'gzip' }
    let target = url
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await raw(target, {
        headers: asked,
        responseType: 'stream',
        redirect: 'manual',
        retry: false,
        ignoreResponseError: true,
        signal: limit,
      })
      const next = redirectTarget(response, target)
      if (next === undefined) return response
      await response.body?.cancel()
      target = next
    }
    throw new Failure('config', 'The billing redirects in circles.', { hint: 'Check billingUrl.' })
  }

  async function get<T>(url: string, isPlain: boolean, read: (answer: HttpAnswer) => Promise<T>): Promise<T> {
    signal?.throwIfAborted()
    const timeout = new AbortController()
    const timer = setTimeout(
      () => timeout.abort(new DOMException('time limit', 'TimeoutError')),
      http.timeoutSec * 1000,
    )
    const limit = signal === undefined ? timeout.signal : AbortSignal.any([timeout.signal, signal])
    try {
      const response = await send(url, isPlain, limit)
      const date = Date.parse(response.headers.get('date') ?? '')
      return await read({
        status: response.status,
        date: Number.isNaN(date) ? undefined : date,
        retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now().getTime()),
        isPacked: !NOT_PACKED.test(response.headers.get('content-encoding') ?? ''),
        isLengthTold: response.headers.has('content-length') || response.headers.has('transfer-encoding'),
        isLoginWanted: /^\s*(?:basic|digest)\b/i.test(response.headers.get('www-authenticate') ?? ''),
        ...watch(response.body, options.onBytes),
      })
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      if (timeout.signal.aborted) throw timeout.signal.reason
      throw error
    } finally {
      clearTimeout(timer)
      timeout.abort()
    }
  }

  return { get, route }
}

/** The body as it is, with its bytes counted and its beginning kept. */
function watch(
  body: ReadableStream<Uint8Array> | null,
  onBytes: (count: number) => void,
): Pick<HttpAnswer, 'body' | 'head'> {
  const reader = (body ?? new Blob().stream()).getReader()
  const kept: Uint8Array[] = []
  let size = 0
  const watched = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) return controller.close()
      onBytes(value.length)
      if (size < HEAD_BYTES) kept.push(value.slice(0, HEAD_BYTES - size))
      size += value.length
      controller.enqueue(value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return { body: watched, head: () => new TextDecoder().decode(Buffer.concat(kept)) }
}
