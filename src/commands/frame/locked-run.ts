/** The frame of every command that writes: lock, journal, one exit path. */
import { toldSummary } from '../../model/summary.ts'
import { openJournal } from '../../state/journal.ts'
import { acquireLock } from '../../state/lock.ts'
import type { RunJournal } from '../../state/run-journal.ts'
import { announce, conclude } from './ending.ts'
import { describeFailure } from './failure.ts'
import type { Session } from './session.ts'
import { type Account, type Ending, summarize } from './summary.ts'

/**
 * Takes the lock, opens the journal, lets the run happen and tells everybody how it ended.
 * @throws LockHeld, ConfigError before anything was begun; afterwards nothing: the exit code says it
 */
export async function runLocked(
  session: Session,
  body: (journal: RunJournal) => Promise<Account>,
): Promise<number> {
  const { config, logger, now, redact } = session
  try {
    const place = { folder: config.statePath, billingId: config.billingId, logger, now }
    const lock = acquireLock(place)
    const { journal } = openJournal({ ...place, redact, skipFields: config.journal.skipFields })
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
  body: (journal: RunJournal) => Promise<Account>,
): Promise<number> {
  const { console, command, logger, isVerbose } = session
  console.begin()
  journal.beginRun(command)
  const announced = announce(session)
  let ending: Ending
  try {
    ending = { account: await body(journal) }
  } catch (error) {
    ending = { error }
  }
  await announced
  const summary = summarize(session, ending)
  if ('error' in ending) logger.error(describeFailure(ending.error, { isVerbose }).trimEnd())
  await conclude(session, journal, summary)
  console.end()
  console.printJson(toldSummary(summary))
  return summary.exitCode
}
