/** One run, for cron or a timer. */
import { runSync } from '../sync/run.ts'
import { VERSION } from '../version.ts'
import type { Run } from './context.ts'
import { expectedSubscribers } from './expected.ts'
import { inRun } from './in-run.ts'
import { plan } from './plan.ts'
import { openSession } from './session.ts'
import { accountOf } from './summary.ts'

/** `usm-billing`, `usm-billing sync`. @throws ConfigError, LockHeld before anything was begun */
export const sync: Run<'sync'> = async (context) => {
  const { flags } = context
  if (flags['dry-run'])
    return plan({ ...context, flags: { ...flags, all: false, id: undefined, field: undefined } })
  const session = await openSession(context, 'sync', {
    isAbsenceAccepted: flags['accept-absent'],
    isFull: flags.full,
  })
  const handshake = { version: VERSION, path: process.execPath, logPath: session.config.logPath }
  return inRun(session, async (journal) =>
    accountOf(
      await runSync({
        ...session,
        journal,
        memory: journal,
        handshake,
        expectedSubscribers: expectedSubscribers(journal),
      }),
    ),
  )
}
