/** One run, for cron or a timer. */
import { runSync } from '../sync/run.ts'
import { createCensus } from '../sync/verify/completeness.ts'
import { VERSION } from '../version.ts'
import type { Run } from './frame/context.ts'
import { expectedSubscribers } from './frame/expected-subscribers.ts'
import { runLocked } from './frame/locked-run.ts'
import { keepCompleteness } from './frame/report-page.ts'
import { selectedBy } from './frame/selected.ts'
import { openSession } from './frame/session.ts'
import { accountOf } from './frame/summary.ts'
import { keepWays, recallWays } from './frame/userside-ways.ts'
import { planRun } from './plan.ts'

/** `usm-billing`, `usm-billing sync`. @throws ConfigError, LockHeld before anything was begun */
export const sync: Run<'sync'> = async (context) => {
  const { flags } = context
  const switches = {
    isAbsenceAccepted: flags['accept-absent'],
    isCreateAccepted: flags['accept-creates'],
    isChangeAccepted: flags['accept-changes'],
    isFull: flags.full,
  }
  if (flags['dry-run'])
    return planRun(
      { ...context, flags: { ...flags, all: false, field: undefined, out: undefined } },
      switches,
    )
  const session = await openSession(context, 'sync', { ...switches, only: selectedBy(flags.id) })
  const handshake = { version: VERSION, path: process.execPath, logPath: session.config.logPath }
  // Counting costs a fifth of a run's time, so it is done where somebody looks at it, and where it counts everybody.
  const isCounted = session.config.reportFile !== undefined && session.options.only === undefined
  const census = isCounted ? createCensus() : undefined
  return runLocked(session, async (journal) => {
    const expectedCount = expectedSubscribers(journal)
    const input = {
      ...session,
      journal,
      ledger: journal.ledger,
      memory: journal,
      handshake,
      expectedSubscribers: expectedCount,
    }
    recallWays(session.userside, journal)
    const result = await runSync({ ...input, ...census }).finally(() => keepWays(session.userside, journal))
    // A light run has seen what is remembered, not what is there.
    if (census !== undefined && result.plan.way.kind === 'full')
      keepCompleteness(journal, census.completeness(result.plan), session.startedAt)
    return accountOf(result)
  })
}
