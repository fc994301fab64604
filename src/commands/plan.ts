/** What a run would change. Nothing is written anywhere, not even a journal entry. */
import { heldBackText, PlanText } from '../report/plan-text.ts'
import { plannedChanges } from '../sync/decide/planned-changes.ts'
import { previewSync } from '../sync/run.ts'
import { VERSION } from '../version.ts'
import type { Run } from './frame/context.ts'
import type { Flags } from './frame/declarations.ts'
import { EXIT } from './frame/exit-codes.ts'
import { expectedSubscribers } from './frame/expected-subscribers.ts'
import { runPreview } from './frame/preview.ts'
import { openPreviewJournal } from './frame/preview-journal.ts'
import { selectedBy } from './frame/selected.ts'
import { openSession, type Session } from './frame/session.ts'
import { accountOf, type Result } from './frame/summary.ts'
import { recallWays } from './frame/userside-ways.ts'

/** `usm-billing plan`, `sync --dry-run`. @throws ConfigError */
export const plan: Run<'plan'> = async (context) => {
  const session = await openSession(context, 'plan', {
    isPreview: true,
    only: selectedBy(context.flags.id),
  })
  return runPreview(session, () => tellPlan(session, context.flags))
}

/** @throws BillingError, UsersideError, Interrupted */
async function tellPlan(
  session: Session,
  { all, field }: Pick<Flags<'plan'>, 'all' | 'field'>,
): Promise<Result> {
  const { console, problems, config, logger } = session
  const past = openPreviewJournal(session)
  try {
    recallWays(session.userside, past.kept)
    const result = await previewSync({
      ...session,
      journal: past.journal,
      ledger: past.ledger,
      expectedSubscribers: expectedSubscribers(past.kept),
      handshake: { version: VERSION, path: process.execPath, logPath: config.logPath },
    })
    console.close()
    const text = new PlanText({
      isWhole: all,
      isPart: session.options.only !== undefined || field !== undefined,
    })
    for (const change of plannedChanges(result.plan)) {
      if (field !== undefined && change.field !== field) continue
      text.add(change)
      console.printJson({ type: 'change', ...change })
    }
    console.print(text.toString())
    const { brakes, comparison, absent, creates, conversions } = result.plan
    if (brakes.length > 0) {
      const idsOf = (held: readonly { readonly id: string }[]): string[] => held.map(({ id }) => id)
      const notMarked = absent.length === 0 ? idsOf(comparison.absent) : []
      const notCreated = creates.length + conversions.length === 0 ? idsOf(comparison.missing) : []
      console.print(heldBackText('not marked as "not in billing"', notMarked, { isWhole: all }))
      console.print(heldBackText('not created', notCreated, { isWhole: all }))
    }
    for (const problem of problems.list())
      logger.warn(`${problem.text} (${problem.count}: ${problem.sample.join(', ')})`)
    const exitCode = text.total > 0 ? EXIT.differences : EXIT.done
    return { account: accountOf(result), exitCode: brakes.length > 0 ? EXIT.guard : exitCode }
  } finally {
    past.close()
  }
}
