/** Exit codes: the one place where the ways a command can end become numbers. */
import { Interrupted, UsmError } from '../../model/errors.ts'
import { type Outcome, WRONG_COMMAND_LINE } from '../../model/summary.ts'

export const EXIT = {
  done: 0,
  bug: 1,
  differences: 2,
  partial: 3,
  config: 4,
  billing: 5,
  userside: 6,
  guard: 7,
  locked: 11,
  usage: WRONG_COMMAND_LINE,
  sighup: 129,
  sigint: 130,
  sigterm: 143,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** What each code means, in the words of `--help` and the docs. */
export const MEANINGS: Readonly<Record<ExitCode, string>> = {
  0: 'done; nothing failed (plan, verify: no differences)',
  1: 'unexpected error: a bug',
  2: 'plan, verify: there are differences',
  3: 'done, but some records failed or were set aside',
  4: 'the configuration is not valid',
  5: 'the billing could not be read',
  6: 'UserSide could not be read or refused to write',
  7: 'a guard stopped something: marking subscribers as "not in billing", creating, or changing one field of very many; everything else was done (plan: the run would end so too)',
  11: 'another run holds the lock',
  64: 'wrong command line',
  129: cleanEnd('SIGHUP'),
  130: cleanEnd('SIGINT'),
  143: cleanEnd('SIGTERM'),
}

function cleanEnd(signal: Interrupted['signal']): string {
  return `stopped by ${signal}, after a clean end`
}

/** The command line cannot be understood; nothing was done. Exit 64. */
export class UsageError extends UsmError {
  readonly code = 'usage'
}

/** The exit code of an error that ended a command. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof UsmError)) return EXIT.bug
  if (error instanceof Interrupted) return BY_SIGNAL[error.signal]
  return BY_CODE[error.code] ?? EXIT.bug
}

const BY_SIGNAL: Readonly<Record<Interrupted['signal'], ExitCode>> = {
  SIGHUP: EXIT.sighup,
  SIGINT: EXIT.sigint,
  SIGTERM: EXIT.sigterm,
}

const BY_CODE: Readonly<Record<string, ExitCode>> = {
  config: EXIT.config,
  billing: EXIT.billing,
  userside: EXIT.userside,
  guard: EXIT.guard,
  locked: EXIT.locked,
  usage: EXIT.usage,
}

/** The word for an exit code in the summary. */
export function outcomeOf(exitCode: number): Outcome {
  return OUTCOMES[exitCode] ?? 'error'
}

const OUTCOMES: Readonly<Record<number, Outcome>> = {
  [EXIT.done]: 'ok',
  [EXIT.differences]: 'changes',
  [EXIT.partial]: 'partial',
  [EXIT.config]: 'config',
  [EXIT.billing]: 'billing',
  [EXIT.userside]: 'userside',
  [EXIT.guard]: 'guard',
  [EXIT.locked]: 'locked',
  [EXIT.sighup]: 'interrupted',
  [EXIT.sigint]: 'interrupted',
  [EXIT.sigterm]: 'interrupted',
}
