/** A run's result in numbers. */
import type { Summary } from '../model/summary.ts'
import type { RunResult } from '../sync/run.ts'
import { VERSION } from '../version.ts'
import { EXIT, exitCodeOf, outcomeOf } from './exit.ts'
import type { Session } from './session.ts'

/** How a run ended: with a result or with an error. */
export type Ending = { readonly result: RunResult } | { readonly error: unknown }

/** The exit code of a run that came to its end (`design/interface.md`). */
export function exitCodeOfRun({ plan }: RunResult, isPartial: boolean): number {
  if (plan.absence.isStopped) return EXIT.guard
  return isPartial ? EXIT.partial : EXIT.done
}

/** The summary, the same for the console, the journal, the metrics and scripts. */
export function summarize(session: Session, ending: Ending): Summary {
  const { problems, billing, userside, startedAt } = session
  const result = 'result' in ending ? ending.result : undefined
  const exitCode =
    'result' in ending ? exitCodeOfRun(ending.result, problems.isPartial) : exitCodeOf(ending.error)
  const finishedAt = session.now()
  const isChanged = exitCode === EXIT.done && userside.tally.writes > 0
  const source = result?.plan.source
  return {
    type: 'summary',
    version: VERSION,
    command: session.command,
    billingId: session.config.billingId,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    durationMs: finishedAt.getTime() - startedAt.getTime(),
    exitCode,
    outcome: isChanged ? 'changes' : outcomeOf(exitCode),
    firstRun: result?.plan.isFirstRun ?? false,
    billing: {
      name: source?.system.name ?? '',
      version: source?.system.version ?? '',
      dialect: source?.system.dialect ?? '',
      subscribers: source?.subscribers.subscribers.size ?? 0,
      requests: billing.tally.requests,
      bytes: billing.tally.bytes,
    },
    userside: {
      version: result?.plan.target.system.version ?? '',
      reads: userside.tally.reads,
      writes: userside.tally.writes,
      retries: userside.tally.retries,
    },
    tariffs: result?.done.tariffs ?? { created: 0, updated: 0, retired: 0, unchanged: 0 },
    addresses: result?.done.addresses ?? { matched: 0, created: 0, failed: 0 },
    subscribers: result?.done.subscribers ?? {
      seen: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      absent: 0,
      returned: 0,
      unmanaged: 0,
      failed: 0,
    },
    fields: result?.done.fields ?? {},
    problems: problems.list(),
    ...('error' in ending && { error: session.redact(messageOf(ending.error)) }),
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
