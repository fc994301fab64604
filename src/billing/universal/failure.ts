/** One attempt to get an answer that failed, before it is known whether another one is worth while. */
import type { BillingErrorKind } from '../../model/errors.ts'
import type { NonAnswer } from './non-answers.ts'

interface FailureDetails {
  readonly hint?: string | undefined
  readonly retryAfterMs?: number | undefined
  readonly cause?: unknown
  /** An answer that is not compressed may be read where this one could not. */
  readonly isPlainBetter?: boolean
}

export class Failure extends Error {
  readonly hint: string | undefined
  readonly retryAfterMs: number | undefined
  readonly isPlainBetter: boolean

  constructor(
    readonly kind: BillingErrorKind,
    sentence: string,
    details: FailureDetails = {},
  ) {
    super(sentence, { cause: details.cause })
    this.name = 'Failure'
    this.hint = details.hint
    this.retryAfterMs = details.retryAfterMs
    this.isPlainBetter = details.isPlainBetter ?? false
  }
}

const UNSENT: Readonly<Record<string, string>> = {
  ConnectionRefused: 'nothing listens at this address',
  ECONNREFUSED: 'nothing listens at this address',
  FailedToOpenSocket: 'the name is unknown or the host is not reachable',
  ENOTFOUND: 'the name is unknown',
  EAI_AGAIN: 'the name cannot be looked up just now',
  ENETUNREACH: 'the network is not reachable',
  EHOSTUNREACH: 'the host is not reachable',
}
const TLS = /CERT|SIGNATURE|HOSTNAME_MISMATCH|ERR_TLS|ERR_SSL|^EPROTO$/
const UNPACKING = /zlib|brotli|zstd|decompress/i
/** What the runtime's HTTP cannot read: folded headers, chunk sizes with blanks, another protocol. */
const NO_HTTP = /InvalidHTTPResponse|Malformed_HTTP_Response/i
const PLAIN_HINT =
  'Set billingHttp.compress to false, or see to the web server of the billing and the proxies before it.'

/** What an error of `fetch`, or of reading a body, means (§2.1, last row). */
export function networkFailure(error: unknown, timeoutSec: number): Failure {
  const { name, code, message } = describe(error)
  if (name === 'TimeoutError') {
    return new Failure('temporary', `There was no whole answer within ${timeoutSec} s.`, {
      hint: 'Raise billingHttp.timeoutSec if the billing needs more time.',
      cause: error,
    })
  }
  if (TLS.test(code)) {
    return new Failure('config', `The certificate of the billing is not trusted (${code}).`, {
      hint: 'Set billingHttp.caFile to the certificate authority of this server, or billingHttp.insecureTls to trust any.',
      cause: error,
    })
  }
  if (UNPACKING.test(code)) {
    return new Failure('malformed', 'The compressed answer of the billing is cut or damaged.', {
      hint: PLAIN_HINT,
      isPlainBetter: true,
      cause: error,
    })
  }
  if (NO_HTTP.test(code)) {
    return new Failure(
      'malformed',
      `The HTTP of this answer cannot be read (${code}): old proxies and web servers break it.`,
      {
        hint: PLAIN_HINT,
        isPlainBetter: true,
        cause: error,
      },
    )
  }
  if (/url|protocol/i.test(code)) {
    return new Failure('config', 'The address of the billing cannot be called.', {
      hint: 'Check billingUrl.',
      cause: error,
    })
  }
  const reason = UNSENT[code]
  if (reason !== undefined) {
    return new Failure('temporary', `The billing is not reachable: ${reason}.`, {
      hint: 'Check billingUrl and billingHttp.proxy.',
      cause: error,
    })
  }
  const detail = code === '' ? message : code
  return new Failure('temporary', `The connection to the billing broke off (${detail}).`, { cause: error })
}

/** @param shown the beginning of the body, fit to be shown */
export function failureOf(nonAnswer: NonAnswer, shown: string, retryAfterMs?: number): Failure {
  const { kind, sentence, hint, isBodyHidden } = nonAnswer
  const quoted = shown === '' || isBodyHidden ? '' : ` It began with: ${shown}`
  return new Failure(kind === 'empty' ? 'malformed' : kind, sentence + quoted, { hint, retryAfterMs })
}

function describe(error: unknown): { name: string; code: string; message: string } {
  if (!(error instanceof Error)) return { name: '', code: '', message: 'unknown error' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return { name: error.name, code, message: error.name }
}

/** The answer came packed although nobody said so: as text it begins like this. */
const PACKED = /^\u001f[\u008b\ufffd]/

/** What a body that is still packed means; `undefined` for any other. */
export function packedFailure(head: string): Failure | undefined {
  if (!PACKED.test(head)) return undefined
  return new Failure(
    'malformed',
    'The answer of the billing is compressed in a way its headers do not tell.',
    {
      hint: PLAIN_HINT,
      isPlainBetter: true,
    },
  )
}
