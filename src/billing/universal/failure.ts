/** One attempt to get an answer that failed, before it is known whether another one is worth while. */
import type { ExplainedFault } from '../../http/route.ts'
import type { BillingErrorKind } from '../../model/errors.ts'
import type { NonAnswer } from './non-answer.ts'
import { PROXY_LOGIN_HINT, READ_TIMEOUT_HINT } from './non-answer-shapes.ts'

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

const PLAIN_HINT =
  'Set billingHttp.compress to false, or see to the web server of the billing and the proxies before it.'

/** What an error of `fetch`, or of reading a body, means (§2.1, last row). */
export function networkFailure(
  fault: ExplainedFault,
  { timeoutSec, isProxied }: { readonly timeoutSec: number; readonly isProxied: boolean },
): Failure {
  const { kind, code, reason, tls } = fault
  if (kind === 'timeout') {
    return new Failure('temporary', `There was no whole answer within ${timeoutSec} s.`, {
      hint: 'Raise billingHttp.timeoutSec if the billing needs more time.',
    })
  }
  if (kind === 'tls') {
    return new Failure('config', `The billing is not reachable by https: ${tls?.text ?? code}.`, {
      hint: tls?.hint,
    })
  }
  if (kind === 'packing') {
    return new Failure('malformed', 'The compressed answer of the billing is cut or damaged.', {
      hint: PLAIN_HINT,
      isPlainBetter: true,
    })
  }
  if (kind === 'no-http') {
    return new Failure(
      'malformed',
      `The HTTP of this answer cannot be read (${code}): old proxies and web servers break it.`,
      {
        hint: `${PLAIN_HINT} Check billingUrl too: is there a web server on this port?`,
        isPlainBetter: true,
      },
    )
  }
  if (kind === 'address')
    return new Failure('config', 'The address of the billing cannot be called.', {
      hint: 'Check billingUrl.',
    })
  if (kind === 'unsent' && isProxied) {
    return new Failure('temporary', `The proxy before the billing leads nowhere: ${reason}.`, {
      hint: /\b407\b/.test(reason) ? PROXY_LOGIN_HINT : undefined,
    })
  }
  if (kind === 'unsent') {
    return new Failure('temporary', `The billing is not reachable: ${reason}.`, {
      hint: 'Check billingUrl and billingHttp.proxy.',
    })
  }
  return new Failure('temporary', `The connection to the billing broke off (${reason}).`, {
    hint: READ_TIMEOUT_HINT,
  })
}

/** @param shown the beginning of the body, fit to be shown */
export function failureOf(nonAnswer: NonAnswer, shown: string, retryAfterMs?: number): Failure {
  const { kind, sentence, hint, isBodyHidden } = nonAnswer
  const quoted = shown === '' || isBodyHidden ? '' : ` It began with: ${shown}`
  return new Failure(kind === 'empty' ? 'malformed' : kind, sentence + quoted, { hint, retryAfterMs })
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
