/** Why a request got no usable answer. Everything that is decided about it afterwards is decided by its stage. */

/**
 * - `unsent`: no connection came about, so the ERP never saw the request
 * - `untrusted`: the TLS handshake failed; the ERP never saw the request either, and never will as things are
 * - `unanswered`: cut or timed out on the way; whether the ERP acted is unknown
 * - `status`: an answer other than HTTP 200
 * - `body`: HTTP 200, but the body is cut, empty or no JSON
 */
export type Stage = 'unsent' | 'untrusted' | 'unanswered' | 'status' | 'body'

interface NoAnswerDetails {
  /** HTTP status, 0 when there was none. */
  readonly status?: number
  /** What the server asked for with `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number | undefined
  /** The body of a refusal: the ERP may have put its reason there. */
  readonly body?: string
  readonly cause?: unknown
}

/** The message is a phrase without secrets that completes "UserSide did not answer X: …". */
export class NoAnswer extends Error {
  readonly status: number
  readonly retryAfterMs: number | undefined
  readonly body: string

  constructor(
    readonly stage: Stage,
    message: string,
    details: NoAnswerDetails = {},
  ) {
    super(message, { cause: details.cause })
    this.name = 'NoAnswer'
    this.status = details.status ?? 0
    this.retryAfterMs = details.retryAfterMs
    this.body = details.body ?? ''
  }
}

const UNSENT = new Set([
  'ConnectionRefused',
  'FailedToOpenSocket',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ERR_PROXY_TUNNEL',
])
const UNTRUSTED = /CERT|SIGNATURE|HOSTNAME_MISMATCH|ERR_TLS|ERR_SSL|^EPROTO$/
const UNPACKING = /zlib|brotli|zstd|decompress/i
/** What the runtime's HTTP cannot read: folded headers, chunk sizes with blanks, another protocol. */
const NO_HTTP = /InvalidHTTPResponse|Malformed_HTTP_Response/i
const PLAIN = 'usersideHttp.compress: false may help'

/** Tells from an error of `fetch`, or of reading a body, how far the request came. */
export function failureOf(error: unknown, timeoutMs: number): NoAnswer {
  const { name = '', code = '' } = error instanceof Error ? (error as Error & { code?: unknown }) : {}
  const word = typeof code === 'string' ? code : ''
  const cause = { cause: error }
  if (name === 'TimeoutError')
    return new NoAnswer('unanswered', `no answer within ${timeoutMs / 1000} s`, cause)
  if (UNSENT.has(word)) return new NoAnswer('unsent', `no connection (${word})`, cause)
  if (UNTRUSTED.test(word)) return new NoAnswer('untrusted', `no trusted connection (${word})`, cause)
  if (UNPACKING.test(word))
    return new NoAnswer('body', `the compressed answer is cut or damaged; ${PLAIN}`, cause)
  if (NO_HTTP.test(word))
    return new NoAnswer('unanswered', `its HTTP cannot be read (${word}); ${PLAIN}`, cause)
  return new NoAnswer('unanswered', `the connection was cut${word === '' ? '' : ` (${word})`}`, cause)
}
