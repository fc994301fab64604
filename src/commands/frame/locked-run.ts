/** The frame of every command that writes: lock, journal, one exit path. */
import { dirname } from 'node:path'
import { accountName } from '../../host/account.ts'
import { heirOf } from '../../host/owner.ts'
import { LockHeld } from '../../model/errors.ts'
import { toldSummary } from '../../model/summary.ts'
import { type JournalOptions, journalPath, openJournal } from '../../state/journal.ts'
import { acquireLock, type Lock, type LockOptions } from '../../state/lock.ts'
import type { RunJournal } from '../../state/run-journal.ts'
import { announce, conclude } from './ending.ts'
import { describeFailure } from './failure.ts'
import type { Session } from './session.ts'
import type { Account, Ending } from './summary.ts'

/**
 * Takes the lock, opens the journal, lets the run happen and tells everybody how it ended.
 * @throws LockHeld, ConfigError before anything was begun; afterwards nothing: the exit code says it
 */
export async function runLocked(
  session: Session,
  body: (journal: RunJournal) => Promise<Account>,
): Promise<number> {
  const { config, logger, now, redact, problems } = session
  try {
    const place = { folder: config.statePath, billingId: config.billingId, logger, now }
    const lock = lockOf(session, place)
    const example = journalPath(config.statePath, config.billingId)
    const onLoss: JournalOptions['onLoss'] = (loss, text) =>
      problems.report({ code: `journal-${loss}`, example, text, partial: loss === 'lost' })
    const { skipFields } = config.journal
    const { journal } = openJournal({ ...place, redact, skipFields, onLoss })
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

/** The log is told of a start that did nothing: a quiet one says so nowhere else. */
function lockOf({ logs }: Session, place: LockOptions): Lock {
  try {
    return acquireLock(place)
  } catch (error) {
    if (error instanceof LockHeld) logs.warn(error.message)
    throw error
  }
}

/** Root can do everything, and whoever runs next shall be able to go on with what it made. */
function warnOfHeirs({ config, logger }: Session): void {
  const { statePath, logPath, metricsFile, reportFile } = config
  const files = [metricsFile, reportFile].filter((file) => file !== undefined)
  for (const folder of new Set([statePath, logPath, ...files.map((file) => dirname(file))])) {
    const heir = heirOf(folder)
    if (heir === undefined) continue
    const name = accountName(heir.uid)
    logger.warn(
      `This runs as root, and ${folder} belongs to ${name}: what is made there is given to ${name}. Better: sudo -u ${name} usm-billing`,
    )
  }
}

async function journalledRun(
  session: Session,
  journal: RunJournal,
  body: (journal: RunJournal) => Promise<Account>,
): Promise<number> {
  const { console, command, logger, isVerbose } = session
  console.begin()
  warnOfHeirs(session)
  journal.beginRun(command)
  const announced = announce(session)
  let ending: Ending
  try {
    ending = { account: await body(journal) }
  } catch (error) {
    ending = { error }
  }
  await announced
  if ('error' in ending) logger.error(describeFailure(ending.error, { isVerbose }).trimEnd())
  const summary = await conclude(session, journal, ending)
  console.end()
  console.printJson(toldSummary(summary))
  return summary.exitCode
}
