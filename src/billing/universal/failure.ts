/** One attempt to get an answer that failed, before it is known whether another one is worth while. */
import type { BillingErrorKind } from '../../model/errors.ts'
import type { NonAnswer } from './non-answers.ts'

export class Failure extends Error {
  readonly hint: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(
    readonly kind: BillingErrorKind,
    sentence: string,
    details: { hint?: string | undefined; retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(sentence, { cause: details.cause })
    this.name = 'Failure'
    this.hint = details.hint
    this.retryAfterMs = details.retryAfterMs
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
      cause: error,
    })
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
