/** A command's result in numbers. */
import type { BillingSystem, BillingTally } from '../../billing/billing.ts'
import type { Summary } from '../../model/summary.ts'
import type { Done } from '../../sync/apply/apply.ts'
import type { RunResult } from '../../sync/run.ts'
import type { UsersideTally } from '../../userside/userside.ts'
import { VERSION } from '../../version.ts'
import { EXIT, type ExitCode, exitCodeOf, outcomeOf } from './exit-codes.ts'
import type { Session } from './session.ts'

/** What a command that came to its end can tell of the two systems. */
export interface Account {
  /** Left out by commands that do nothing. */
  readonly done?: Done
  readonly isFirstRun: boolean
  /** A brake is on. */
  readonly isGuarded: boolean
  readonly usersideVersion: string
  /** Left out by runs that do not read the billing. */
  readonly billing?: BillingSystem & { readonly subscribers: number }
}

/** What a command that came to its end has to tell. */
export interface Result {
  readonly account: Account
  /** Left out by a run: whether its records failed says it. */
  readonly exitCode?: ExitCode
  /** What it found to be broken, one sentence. */
  readonly failure?: string | undefined
}

/** How a command ended: with a result or with an error. */
export type Ending = Result | { readonly error: unknown }

/** The parts of a summary that a command always knows; what it leaves out of the others is told as zero. */
type Told = Pick<Summary, 'command' | 'billingId' | 'exitCode'> &
  Partial<Pick<Summary, 'problems' | 'error'>> & {
    readonly startedAt: Date
    readonly finishedAt: Date
    readonly account?: Account | undefined
    /** What was asked of the two sides. */
    readonly tallies?: { readonly billing: BillingTally; readonly userside: UsersideTally }
  }

/** The account of a run between the two systems. */
export function accountOf({ plan, done }: RunResult): Account {
  const { source, target } = plan
  return {
    done,
    isFirstRun: plan.isFirstRun,
    isGuarded: plan.brakes.length > 0,
    usersideVersion: target.system.version,
    billing: { ...source.system, subscribers: source.subscribers.subscribers.size },
  }
}

/** The summary of a session, the same for the console, the journal, the metrics and scripts. */
export function summarize(session: Session, ending: Ending): Summary {
  const { problems, billing, userside, startedAt } = session
  return summaryOf({
    command: session.command,
    billingId: session.config.billingId,
    startedAt,
    finishedAt: session.now(),
    tallies: { billing: billing.tally, userside: userside.tally },
    problems: problems.list(),
    ...told(ending, session),
  })
}

function told(ending: Ending, { problems, redact }: Session): Pick<Told, 'exitCode' | 'account' | 'error'> {
  if ('error' in ending) return { exitCode: exitCodeOf(ending.error), error: redact(messageOf(ending.error)) }
  const { account, failure, exitCode = exitCodeOfRun(account, problems.isPartial) } = ending
  return { exitCode, account, ...(failure !== undefined && { error: redact(failure) }) }
}

/** A whole summary: every member is there, however early the command ended. */
export function summaryOf({ account, tallies, startedAt, finishedAt, ...told }: Told): Summary {
  const { done, billing } = account ?? {}
  return {
    type: 'summary',
    version: VERSION,
    command: told.command,
    billingId: told.billingId,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    durationMs: finishedAt.getTime() - startedAt.getTime(),
    exitCode: told.exitCode,
    outcome: outcomeOf(told.exitCode),
    firstRun: account?.isFirstRun ?? false,
    billing: {
      name: billing?.name ?? '',
      version: billing?.version ?? '',
      dialect: billing?.dialect ?? '',
      subscribers: billing?.subscribers ?? 0,
      requests: tallies?.billing.requests ?? 0,
      bytes: tallies?.billing.bytes ?? 0,
    },
    userside: {
      version: account?.usersideVersion ?? '',
      reads: tallies?.userside.reads ?? 0,
      writes: tallies?.userside.writes ?? 0,
      retries: tallies?.userside.retries ?? 0,
    },
    tariffs: done?.tariffs ?? NOTHING.tariffs,
    addresses: done?.addresses ?? NOTHING.addresses,
    subscribers: done?.subscribers ?? NOTHING.subscribers,
    fields: done?.fields ?? NOTHING.fields,
    problems: told.problems ?? [],
    ...(told.error !== undefined && { error: told.error }),
  }
}

function exitCodeOfRun({ isGuarded }: Account, isPartial: boolean): ExitCode {
  if (isGuarded) return EXIT.guard
  return isPartial ? EXIT.partial : EXIT.done
}

/** What a command did that did nothing. */
const NOTHING: Done = {
  tariffs: { created: 0, updated: 0, retired: 0, unchanged: 0 },
  addresses: { matched: 0, created: 0, failed: 0 },
  subscribers: {
    seen: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    absent: 0,
    returned: 0,
    unmanaged: 0,
    failed: 0,
  },
  fields: {},
  messages: 0,
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
