/** Why a request got no usable answer. Everything that is decided about it afterwards is decided by its stage. */
import type { ExplainedFault } from '../http/route.ts'

/**
 * - `unsent`: no connection came about, so the ERP never saw the request
 * - `untrusted`: the TLS handshake failed, or the address is none; the ERP never saw the request either, and never
 *   will as things are
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
  /** A web server asks for a user and a password (HTTP Basic). */
  readonly isLoginWanted?: boolean
  /** What to do, where more is known than the stage tells. */
  readonly hint?: string | undefined
  readonly cause?: unknown
}

/** The message is a phrase without secrets that completes "UserSide did not answer X: …". */
export class NoAnswer extends Error {
  readonly status: number
  readonly retryAfterMs: number | undefined
  readonly body: string
  readonly isLoginWanted: boolean
  readonly hint: string | undefined

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
    this.isLoginWanted = details.isLoginWanted ?? false
    this.hint = details.hint
  }
}

const PLAIN = 'usersideHttp.compress: false may help'

/** Tells from what happened on the network how far the request came. @param isProxied a proxy stands between */
export function failureOf(
  { kind, code, reason, tls }: ExplainedFault,
  { timeoutMs, isProxied }: { readonly timeoutMs: number; readonly isProxied: boolean },
): NoAnswer {
  switch (kind) {
    case 'timeout':
      return new NoAnswer('unanswered', `no answer within ${timeoutMs / 1000} s`)
    case 'unsent':
      return isProxied
        ? new NoAnswer('unsent', coded(`the proxy before it leads nowhere: ${reason}`, code))
        : new NoAnswer('unsent', `no connection (${code})`)
    case 'tls':
      return new NoAnswer('untrusted', tls?.text ?? coded('no TLS connection comes about', code), {
        hint: tls?.hint,
      })
    case 'address':
      return new NoAnswer('untrusted', coded('its address cannot be called', code), {
        hint: 'Check usersideUrl.',
      })
    case 'packing':
      return new NoAnswer('body', `the compressed answer is cut or damaged; ${PLAIN}`)
    case 'no-http':
      return new NoAnswer('unanswered', `its HTTP cannot be read (${code}); ${PLAIN}`)
    case 'cut':
      return new NoAnswer('unanswered', coded('the connection was cut', code))
  }
}

function coded(message: string, code: string): string {
  return code === '' ? message : `${message} (${code})`
}
