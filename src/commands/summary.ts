/** A run's result in numbers. */
import type { BillingSystem } from '../billing/billing.ts'
import type { Summary } from '../model/summary.ts'
import type { Done } from '../sync/apply.ts'
import type { RunResult } from '../sync/run.ts'
import { VERSION } from '../version.ts'
import { EXIT, exitCodeOf, outcomeOf } from './exit.ts'
import type { Session } from './session.ts'

/** What a run that came to its end can tell of itself. */
export interface Account {
  readonly done: Done
  readonly isFirstRun: boolean
  /** The absence guard stopped the marking. */
  readonly isGuarded: boolean
  readonly usersideVersion: string
  /** Left out by runs that do not read the billing. */
  readonly billing?: BillingSystem & { readonly subscribers: number }
}

/** How a run ended: with a result or with an error. */
export type Ending = { readonly account: Account } | { readonly error: unknown }

/** The account of a run between the two systems. */
export function accountOf({ plan, done }: RunResult): Account {
  const { source, target } = plan
  return {
    done,
    isFirstRun: plan.isFirstRun,
    isGuarded: plan.absence.isStopped,
    usersideVersion: target.system.version,
    billing: { ...source.system, subscribers: source.subscribers.subscribers.size },
  }
}

/** The summary, the same for the console, the journal, the metrics and scripts. */
export function summarize(session: Session, ending: Ending): Summary {
  const { problems, billing, userside, startedAt } = session
  const account = 'account' in ending ? ending.account : undefined
  const exitCode =
    'error' in ending ? exitCodeOf(ending.error) : exitCodeOfRun(ending.account, problems.isPartial)
  const finishedAt = session.now()
  const done = account?.done ?? NOTHING
  return {
    type: 'summary',
    version: VERSION,
    command: session.command,
    billingId: session.config.billingId,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    durationMs: finishedAt.getTime() - startedAt.getTime(),
    exitCode,
    outcome: outcomeOf(exitCode),
    firstRun: account?.isFirstRun ?? false,
    billing: {
      name: account?.billing?.name ?? '',
      version: account?.billing?.version ?? '',
      dialect: account?.billing?.dialect ?? '',
      subscribers: account?.billing?.subscribers ?? 0,
      requests: billing.tally.requests,
      bytes: billing.tally.bytes,
    },
    userside: {
      version: account?.usersideVersion ?? '',
      reads: userside.tally.reads,
      writes: userside.tally.writes,
      retries: userside.tally.retries,
    },
    tariffs: done.tariffs,
    addresses: done.addresses,
    subscribers: done.subscribers,
    fields: done.fields,
    problems: problems.list(),
    ...('error' in ending && { error: session.redact(messageOf(ending.error)) }),
  }
}

function exitCodeOfRun({ isGuarded }: Account, isPartial: boolean): number {
  if (isGuarded) return EXIT.guard
  return isPartial ? EXIT.partial : EXIT.done
}

/** What a command did that did nothing. */
export const NOTHING: Done = {
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
