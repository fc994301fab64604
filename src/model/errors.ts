/**
 * The few ways a run can end badly. Every class carries a code for machines, a sentence for the operator and,
 * where there is one, the switch to flip. `main.ts` maps the classes to exit codes; nobody else does.
 */

interface ErrorDetails {
  /** The configuration key, setting or command that mends it. */
  readonly hint?: string
  readonly cause?: unknown
}

/** The common root: a sentence an operator can act on, plus the switch to flip. */
export abstract class UsmError extends Error {
  abstract readonly code: string
  readonly hint: string | undefined

  constructor(message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause })
    this.name = new.target.name
    this.hint = details.hint
  }
}

/** One thing wrong with the configuration, with its place in the file where it has one. */
export interface ConfigIssue {
  readonly file: string
  readonly line: number | undefined
  readonly column: number | undefined
  readonly key: string
  readonly message: string
}

/** The configuration is not valid; all that is wrong with it is listed at once. Exit 4. */
export class ConfigError extends UsmError {
  readonly code = 'config'
  /** What the configuration says of the language all the same: its errors are told in it. */
  readonly language: unknown

  constructor(
    message: string,
    readonly issues: readonly ConfigIssue[] = [],
    details: ErrorDetails & { readonly language?: unknown } = {},
  ) {
    super(message, details)
    this.language = details.language
  }
}

/** What a non-answer of the billing means (`contracts/universal-billing-api.md` §2.1). */
export type BillingErrorKind = 'auth' | 'config' | 'temporary' | 'malformed' | 'unsupported'

/** The billing could not be read. Exit 5 when a run cannot go on without the answer. */
export class BillingError extends UsmError {
  readonly code = 'billing'

  constructor(
    readonly kind: BillingErrorKind,
    readonly method: string,
    message: string,
    details: ErrorDetails = {},
  ) {
    super(message, details)
  }
}

/** UserSide could not be read or refused to be written. Exit 6. */
export class UsersideError extends UsmError {
  readonly code = 'userside'

  constructor(
    readonly kind: 'refused' | 'temporary' | 'malformed',
    readonly call: string,
    message: string,
    details: ErrorDetails = {},
  ) {
    super(message, details)
  }
}

/** Too many subscribers would be marked absent: everything else was done. Exit 7. */
export class GuardStop extends UsmError {
  readonly code = 'guard'
}

/** Another run holds the lock. Exit 11. */
export class LockHeld extends UsmError {
  readonly code = 'locked'
  /** Since when, where that is known. */
  readonly since: Date | undefined

  constructor(message: string, details: ErrorDetails & { readonly since?: Date | undefined } = {}) {
    super(message, details)
    this.since = details.since
  }
}

/** The run was told to stop by a signal; it ends cleanly. Exit 129, 130 or 143. */
export class Interrupted extends UsmError {
  readonly code = 'interrupted'

  constructor(readonly signal: 'SIGHUP' | 'SIGINT' | 'SIGTERM') {
    super(`Stopped by ${signal}.`)
  }
}
