/** What came instead of an answer, what it means, and how the tables tell one from another. */
import type { BillingErrorKind } from '../../model/errors.ts'

/** What came instead of an answer. */
export interface Reply {
  readonly status: number
  /** The beginning of the body, long enough to hold a login form. */
  readonly head: string
  /** The end of what was read of it. */
  readonly tail: string
  /** Bytes of the body. */
  readonly size: number
  /** The body is JSON that ends too early. */
  readonly isCut?: boolean
  /** False: an empty body may as well be what is left of a connection that broke. */
  readonly isLengthTold?: boolean
  /** The web server asks for a user and a password (HTTP Basic). */
  readonly isLoginWanted?: boolean
  /** They were sent: the address holds `user:password@`. */
  readonly isLoginSent?: boolean
}

/** `empty` is an answer: there are no rows. */
export type NonAnswerKind = BillingErrorKind | 'empty'

export interface NonAnswer {
  readonly kind: NonAnswerKind
  /** What it means, for the operator. */
  readonly sentence: string
  /** The switch to flip (§10). */
  readonly hint?: string
  /** The body holds what is nobody's business (SQL, source text, subscribers): it is shown at debug level only. */
  readonly isBodyHidden?: boolean
}

export interface Row extends NonAnswer {
  readonly matches: (reply: Reply) => boolean
}

export function says(pattern: RegExp): (reply: Reply) => boolean {
  return ({ head }) => pattern.test(head)
}

/** In the place of an answer: where the status is already one of failure, it says more than an error in JSON (§2.1). */
export function saysAsAnswer(pattern: RegExp): (reply: Reply) => boolean {
  return ({ status, head }) => status === 200 && pattern.test(head)
}

/** Also behind half of an answer. */
export function saysAnywhere(pattern: RegExp): (reply: Reply) => boolean {
  return ({ head, tail }) => pattern.test(head) || pattern.test(tail)
}

export function hasStatus(...statuses: number[]): (reply: Reply) => boolean {
  return ({ status }) => statuses.includes(status)
}
