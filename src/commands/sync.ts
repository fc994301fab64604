/** One run, for cron or a timer. */
import type { Summary } from '../model/summary.ts'
import { openJournal } from '../state/journal.ts'
import { acquireLock } from '../state/lock.ts'
import type { RunJournal } from '../state/run-journal.ts'
import { type RunResult, runSync } from '../sync/run.ts'
import { VERSION } from '../version.ts'
import type { Run } from './context.ts'
import { describeFailure } from './failure.ts'
import { announce, conclude } from './finish.ts'
import { plan } from './plan.ts'
import { openSession, type Session } from './session.ts'
import { type Ending, summarize } from './summary.ts'

/** `usm-billing`, `usm-billing sync`. @throws ConfigError, LockHeld before anything was begun */
export const sync: Run<'sync'> = async (context) => {
  const { flags } = context
  if (flags['dry-run'])
    return plan({ ...context, flags: { ...flags, all: false, id: undefined, field: undefined } })
  const session = await openSession(context, 'sync', {
    isAbsenceAccepted: flags['accept-absent'],
    isFull: flags.full,
  })
  return inRun(session, (journal) =>
    runSync({
      ...session,
      journal,
      handshake: { version: VERSION, path: process.execPath, logPath: session.config.logPath },
    }),
  )
}

/** The frame of every command that writes: lock, journal, and one way out, however the run ends. */
export async function inRun(
  session: Session,
  body: (journal: RunJournal) => Promise<RunResult>,
): Promise<number> {
  const { config, narrator, now, redact } = session
  try {
    const place = { folder: config.statePath, billingId: config.billingId, narrator, now }
    const lock = acquireLock(place)
    const { journal } = openJournal({ ...place, redact })
    try {
      return await journalledRun(session, journal, body)
    } finally {
      journal.close()
      lock.release()
    }
  } finally {
    session.close()
  }
}

async function journalledRun(
  session: Session,
  journal: RunJournal,
  body: (journal: RunJournal) => Promise<RunResult>,
): Promise<number> {
  const { console, command } = session
  console.begin()
  journal.beginRun(command)
  const announced = announce(session)
  let ending: Ending
  try {
    ending = { result: await body(journal) }
  } catch (error) {
    ending = { error }
  }
  await announced
  const summary: Summary = summarize(session, ending)
  if ('error' in ending) session.narrator.error(describeFailure(ending.error, { isVerbose: false }).trimEnd())
  await conclude(session, journal, summary)
  console.end()
  console.printJson(summary)
  return summary.exitCode
}
