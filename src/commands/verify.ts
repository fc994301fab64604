/** Compares both sides after the fact. Nothing is written to either. */
import { toldSummary } from '../model/summary.ts'
import { verifyText } from '../report/verify-text.ts'
import { previewSync } from '../sync/run.ts'
import { createVerifier, type Verification } from '../sync/verify.ts'
import { VERSION } from '../version.ts'
import type { Run } from './context.ts'
import { EXIT, outcomeOf } from './exit.ts'
import { expectedSubscribers } from './expected.ts'
import { openPastWrites } from './past-writes.ts'
import { keepCompleteness } from './report.ts'
import { openSession } from './session.ts'
import { accountOf, summarize } from './summary.ts'

/** `usm-billing verify`. @throws ConfigError, BillingError, UsersideError, Interrupted */
export const verify: Run<'verify'> = async (context) => {
  const session = await openSession(context, 'verify')
  const { console, problems, config, narrator } = session
  const past = openPastWrites(session)
  try {
    const { verification, ...listeners } = createVerifier()
    const result = await previewSync({
      ...session,
      journal: past.journal,
      expectedSubscribers: expectedSubscribers(past.kept),
      handshake: { version: VERSION, path: process.execPath, logPath: config.logPath },
      ...listeners,
    })
    const found = verification(result.plan)
    if (past.kept !== undefined) keepCompleteness(past.kept, found.completeness, session.now())
    console.close()
    for (const line of jsonLines(found)) console.printJson(line)
    console.print(verifyText(found))
    for (const { text, count, sample } of problems.list())
      narrator.warn(`${text} (${count}: ${sample.join(', ')})`)
    const exitCode = found.isEqual ? EXIT.done : EXIT.differences
    console.printJson({
      ...toldSummary(summarize(session, { account: accountOf(result) })),
      exitCode,
      outcome: outcomeOf(exitCode),
    })
    return exitCode
  } finally {
    past.close()
    session.close()
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
