/** One exchange with UserSide over HTTP: the request out, the answer in, and what can go wrong between (§1). */
import { createFetch, FetchError } from 'ofetch'
import type { Environment } from '../http/environment.ts'
import { readNetworkFault } from '../http/network-fault.ts'
import type { ChosenProxy } from '../http/proxy.ts'
import type { ExplainedFault } from '../http/route.ts'
import { retryAfterMs } from '../model/backoff.ts'
import { UsersideError, UsmError } from '../model/errors.ts'
import { MOST_ANSWER_BYTES, MOST_REFUSAL_BYTES, type ReadBody, readBody } from './body.ts'
import type { Call } from './call.ts'
import { redirectTarget, routeTo, type UsersideHttp } from './connection.ts'
import { failureOf, NoAnswer } from './failure.ts'
import type { Redactor } from './redact.ts'

export interface TransportOptions {
  readonly endpoint: URL
  readonly apiKey: string
  readonly http: UsersideHttp
  readonly env: Environment
  readonly redactor: Redactor
  readonly fetch: typeof fetch
  readonly now: () => number
  readonly signal: AbortSignal | undefined
}

export interface Transport {
  /** A request's fields and the key as they travel. Of a big lot this is work. */
  encode(call: Call): string
  /**
   * Sends a request and gives its answer, HTTP 200 for certain.
   * @param encoded what {@link Transport.encode} gave for it
   * @throws NoAnswer, UsersideError on a redirect
   */
  open(call: Call, encoded?: string): Promise<Response>
  /** The body of an opened answer as text, UTF-8 without BOM. @throws NoAnswer when it is cut, or bigger than any can be */
  text(response: Response, call: Call): Promise<string>
  /** The body of an opened answer as it arrives. Its reader's errors are for {@link Transport.failure}. */
  stream(response: Response): ReadableStream<Uint8Array>
  /** What an error while sending or reading means. Gives back, or throws, the reason when the run was told to stop. */
  failure(error: unknown, call: Call): NoAnswer
  /** Bytes of all answers so far, unpacked. */
  readonly bytes: number
  /** What the ERP is asked through; `undefined` when it is asked directly. */
  readonly proxy: ChosenProxy | undefined
}

const MOST_REDIRECTS = 5
const LAST_CALL_MS = 15_000

export function createTransport(options: TransportOptions): Transport {
  const { apiKey, endpoint, http, redactor, now, signal } = options
  const route = routeTo(http, options.env)
  const proxy = route.proxy(endpoint.href)
  const fetchRaw = createFetch({
    fetch: ((url: string, init?: RequestInit) =>
      options.fetch(url, { ...init, ...route.init(url) })) as typeof fetch,
  }).raw
  const asked: Record<string, string> = http.compress === false ? { 'accept-encoding': 'identity' } : {}
  let bytes = 0

  function timeoutOf(call: Call): number {
    return call.isLast ? Math.min(LAST_CALL_MS, http.timeoutSec * 1000) : http.timeoutSec * 1000
  }

  // A request that changes something is always let finish: cut off, its fate would be unknown.
  function limitOf(call: Call): AbortSignal {
    const timeout = AbortSignal.timeout(timeoutOf(call))
    return signal !== undefined && call.effect === 'none' ? AbortSignal.any([timeout, signal]) : timeout
  }

  function encode(call: Call): string {
    return new URLSearchParams({ key: apiKey, ...call.fields }).toString()
  }

  async function send(call: Call, form: string, url: URL, limit: AbortSignal): Promise<Response> {
    const isGet = call.method === 'GET'
    // A kept connection that the server closed meanwhile fails like one cut after the ERP acted; a fresh one cannot.
    const request = isGet
      ? { headers: asked }
      : { body: form, keepalive: false, headers: { ...asked, ...FORM_HEADERS } }
    return await fetchRaw(isGet && url.search === '' ? `${url}?${form}` : String(url), {
      ...request,
      method: call.method,
      responseType: 'stream',
      redirect: 'manual',
      retry: false,
      ignoreResponseError: true,
      signal: limit,
    })
  }

  async function open(call: Call, encoded = encode(call)): Promise<Response> {
    const limit = limitOf(call)
    let url = endpoint
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await send(call, encoded, url, limit).catch(async (error: unknown) => {
        stopIfTold(call)
        const origin = originOf(error)
        if (origin instanceof UsmError) throw origin
        const fault = await route.explain(origin, url.href)
        stopIfTold(call)
        throw meaningOf(fault, call)
      })
      const target = redirectTarget(response, url, call.method, call.name)
      if (target === undefined) return response.status === 200 ? response : await refuse(response, call)
      await response.body?.cancel()
      url = target
    }
    throw new UsersideError('refused', call.name, `UserSide redirects ${call.name} in circles.`, {
      hint: 'Set usersideUrl to the address where UserSide really answers.',
    })
  }

  async function refuse(response: Response, call: Call): Promise<never> {
    const body = await readBody(response.body, MOST_REFUSAL_BYTES).then(
      (read) => decode(read),
      () => '',
    )
    const shown = redactor.excerpt(body, call.secrets)
    const { status } = response
    throw new NoAnswer('status', shown === '' ? `HTTP ${status}` : `HTTP ${status}: ${shown}`, {
      status,
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now()),
      body,
      isLoginWanted: /^\s*(?:basic|digest)\b/i.test(response.headers.get('www-authenticate') ?? ''),
    })
  }

  async function text(response: Response, call: Call): Promise<string> {
    try {
      const most = call.mostBytes ?? MOST_ANSWER_BYTES
      const read = await readBody(response.body, most)
      if (read.isWhole) return decode(read)
      bytes += read.bytes.byteLength
      throw new NoAnswer('body', `an answer of more than ${most / 1024 / 1024} MB`)
    } catch (error) {
      throw failure(error, call)
    }
  }

  function decode(read: ReadBody): string {
    bytes += read.bytes.byteLength
    return new TextDecoder().decode(read.bytes)
  }

  function stream(response: Response): ReadableStream<Uint8Array> {
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength
        controller.enqueue(chunk)
      },
    })
    return (response.body ?? new Blob().stream()).pipeThrough(counter)
  }

  function failure(error: unknown, call: Call): NoAnswer {
    if (error instanceof NoAnswer) return error
    stopIfTold(call)
    return meaningOf({ ...readNetworkFault(originOf(error)), tls: undefined }, call)
  }

  function stopIfTold(call: Call): void {
    if (call.effect === 'none' && signal?.aborted) throw signal.reason
  }

  function meaningOf(fault: ExplainedFault, call: Call): NoAnswer {
    return failureOf(fault, { timeoutMs: timeoutOf(call), isProxied: proxy !== undefined })
  }

  return {
    encode,
    open,
    text,
    stream,
    failure,
    get bytes() {
      return bytes
    },
    proxy,
  }
}

/** ofetch wraps the error and puts the address, with the key in it, into the message. */
function originOf(error: unknown): unknown {
  return error instanceof FetchError ? error.cause : error
}

const FORM_HEADERS = { 'content-type': 'application/x-www-form-urlencoded' }
