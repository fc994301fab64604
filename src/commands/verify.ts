/** Compares both sides after the fact. Nothing is written to either. */
import { hasRight } from '../host/rights.ts'
import type { Holder } from '../model/customer.ts'
import { ConfigError, LockHeld, UsersideError } from '../model/errors.ts'
import { SILENT } from '../model/logger.ts'
import { verifyText } from '../report/verify-text.ts'
import { journalPath, openJournal } from '../state/journal.ts'
import { acquireLock } from '../state/lock.ts'
import { previewSync } from '../sync/run.ts'
import { createVerifier, type Verification } from '../sync/verify/verify.ts'
import { VERSION } from '../version.ts'
import type { Run } from './frame/context.ts'
import type { Flags } from './frame/declarations.ts'
import { EXIT } from './frame/exit-codes.ts'
import { expectedSubscribers } from './frame/expected-subscribers.ts'
import { runPreview } from './frame/preview.ts'
import { openPreviewJournal } from './frame/preview-journal.ts'
import { keepCompleteness } from './frame/report-page.ts'
import { openSession, type Session } from './frame/session.ts'
import { accountOf, type Result } from './frame/summary.ts'
import { tellProblems } from './frame/told-problems.ts'
import { recallWays } from './frame/userside-ways.ts'

/** `usm-billing verify`. @throws ConfigError */
export const verify: Run<'verify'> = async (context) => {
  const session = await openSession(context, 'verify', { isPreview: true })
  return runPreview(session, () => tellVerification(session, context.flags))
}

/** @throws BillingError, UsersideError, Interrupted */
async function tellVerification(
  session: Session,
  { all, quiet }: Pick<Flags<'verify'>, 'all' | 'quiet'>,
): Promise<Result> {
  const { console, config } = session
  const past = openPreviewJournal(session)
  try {
    const { verification, onHolder, ...listeners } = createVerifier({ isWhole: all })
    recallWays(session.userside, past.kept)
    const result = await previewSync({
      ...session,
      journal: past.journal,
      ledger: past.ledger,
      expectedSubscribers: expectedSubscribers(past.kept),
      handshake: { version: VERSION, path: process.execPath, logPath: config.logPath },
      ...listeners,
    })
    await askHolders(session, onHolder)
    const found = verification(result.plan)
    if (past.kept !== undefined) keepForReport(session, found)
    console.close()
    for (const line of jsonLines(found)) console.printJson(line)
    console.print(verifyText(found, console.width, console.speaker))
    tellProblems(session, { isQuiet: quiet || config.isSilence })
    return { account: accountOf(result), exitCode: found.isEqual ? EXIT.done : EXIT.differences }
  } finally {
    past.close()
  }
}

/** Reads everybody by UserSide's own ids. A UserSide that does not give that is verified without it, and it is said. */
async function askHolders(
  { userside, problems, logger }: Session,
  onHolder: (holder: Holder) => void,
): Promise<void> {
  logger.step('Reading UserSide by its own ids')
  try {
    for await (const holder of userside.holders()) onHolder(holder)
  } catch (error) {
    if (!(error instanceof UsersideError)) throw error
    problems.report({
      code: 'duplicates-unknown',
      example: error.message,
      text: 'UserSide does not give its subscribers by its own ids: whether an id or an agreement is held twice, by a lead too, could not be seen.',
    })
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
  const {
    totals,
    completeness,
    differing,
    mismatches,
    missing,
    absent,
    duplicates,
    left,
    licence,
    unmanaged,
  } = found
  for (const { billing = null, ...total } of totals) yield { type: 'total', ...total, billing }
  for (const share of completeness) yield { type: 'completeness', ...share }
  for (const mismatch of mismatches) yield { type: 'mismatch', ...mismatch }
  yield { type: 'missing', ...missing }
  yield { type: 'absent', ...absent }
  for (const duplicate of duplicates) yield { type: 'duplicate', ...duplicate }
  for (const one of left) yield { type: 'left', ...one }
  yield { type: 'licence', ...licence }
  yield { type: 'verification', isEqual: found.isEqual, differing, unmanaged }
}
