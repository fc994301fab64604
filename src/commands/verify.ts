/** Compares both sides after the fact. Nothing is written to either. */
import { hasRight } from '../host/rights.ts'
import { ConfigError, LockHeld } from '../model/errors.ts'
import { SILENT } from '../model/logger.ts'
import { verifyText } from '../report/verify-text.ts'
import { journalPath, openJournal } from '../state/journal.ts'
import { acquireLock } from '../state/lock.ts'
import { previewSync } from '../sync/run.ts'
import { createVerifier, type Verification } from '../sync/verify/verify.ts'
import { VERSION } from '../version.ts'
import type { Run } from './frame/context.ts'
import { EXIT } from './frame/exit-codes.ts'
import { expectedSubscribers } from './frame/expected-subscribers.ts'
import { runPreview } from './frame/preview.ts'
import { openPreviewJournal } from './frame/preview-journal.ts'
import { keepCompleteness } from './frame/report-page.ts'
import { openSession, type Session } from './frame/session.ts'
import { accountOf, type Result } from './frame/summary.ts'
import { recallWays } from './frame/userside-ways.ts'

/** `usm-billing verify`. @throws ConfigError */
export const verify: Run<'verify'> = async (context) => {
  const session = await openSession(context, 'verify', { isPreview: true })
  return runPreview(session, () => tellVerification(session))
}

/** @throws BillingError, UsersideError, Interrupted */
async function tellVerification(session: Session): Promise<Result> {
  const { console, problems, config, logger } = session
  const past = openPreviewJournal(session)
  try {
    const { verification, ...listeners } = createVerifier()
    recallWays(session.userside, past.kept)
    const result = await previewSync({
      ...session,
      journal: past.journal,
      ledger: past.ledger,
      expectedSubscribers: expectedSubscribers(past.kept),
      handshake: { version: VERSION, path: process.execPath, logPath: config.logPath },
      ...listeners,
    })
    const found = verification(result.plan)
    if (past.kept !== undefined) keepForReport(session, found)
    console.close()
    for (const line of jsonLines(found)) console.printJson(line)
    console.print(verifyText(found))
    for (const { text, count, sample } of problems.list())
      logger.warn(`${text} (${count}: ${sample.join(', ')})`)
    return { account: accountOf(result), exitCode: found.isEqual ? EXIT.done : EXIT.differences }
  } finally {
    past.close()
  }
}

/**
 * Keeps the completeness for the report, where this account may, and no run is at work: looking never gets in the way
 * of a run.
 */
function keepForReport({ config, now }: Session, { completeness }: Verification): void {
  const place = { folder: config.statePath, billingId: config.billingId, logger: SILENT }
  if (!hasRight(journalPath(place.folder, place.billingId), 'write')) return
  try {
    const lock = acquireLock(place)
    const { journal } = openJournal(place)
    keepCompleteness(journal, completeness, now())
    journal.close()
    lock.release()
  } catch (error) {
    if (!(error instanceof LockHeld || error instanceof ConfigError)) throw error
  }
}

/** Everything that was found, a line each; amounts in hryvnias' hundredths, shares from 0 to 1. */
function* jsonLines(found: Verification): Generator<object> {
  const { totals, completeness, differing, mismatches, missing, absent, duplicates, licence, unmanaged } =
    found
  for (const { billing = null, ...total } of totals) yield { type: 'total', ...total, billing }
  for (const share of completeness) yield { type: 'completeness', ...share }
  for (const mismatch of mismatches) yield { type: 'mismatch', ...mismatch }
  yield { type: 'missing', ...missing }
  yield { type: 'absent', ...absent }
  for (const duplicate of duplicates) yield { type: 'duplicate', ...duplicate }
  yield { type: 'licence', ...licence }
  yield { type: 'verification', isEqual: found.isEqual, differing, unmanaged }
}
