/** What a run would change. Nothing is written anywhere, not even a journal entry. */
import { toldSummary } from '../model/summary.ts'
import { heldBackText, PlanText } from '../report/plan-text.ts'
import { plannedChanges } from '../sync/changes.ts'
import { previewSync } from '../sync/run.ts'
import { VERSION } from '../version.ts'
import type { Run } from './context.ts'
import { EXIT } from './exit.ts'
import { expectedSubscribers } from './expected.ts'
import { openPastWrites } from './past-writes.ts'
import { openSession } from './session.ts'
import { accountOf, summarize } from './summary.ts'

/** `usm-billing plan`, `sync --dry-run`. @throws ConfigError, BillingError, UsersideError, Interrupted */
export const plan: Run<'plan'> = async (context) => {
  const { flags } = context
  const session = await openSession(context, 'plan')
  const { console, problems, config } = session
  const past = openPastWrites(session)
  try {
    const result = await previewSync({
      ...session,
      journal: past.journal,
      expectedSubscribers: expectedSubscribers(past.kept),
      handshake: { version: VERSION, path: process.execPath, logPath: config.logPath },
    })
    console.close()
    const text = new PlanText({
      isWhole: flags.all,
      isPart: flags.id !== undefined || flags.field !== undefined,
    })
    for (const change of plannedChanges(result.plan)) {
      if (flags.id !== undefined && change.id !== flags.id) continue
      if (flags.field !== undefined && change.field !== flags.field) continue
      text.add(change)
      console.printJson({ type: 'change', ...change })
    }
    console.print(text.toString())
    const { absence, comparison } = result.plan
    if (absence.isStopped) {
      console.print(
        heldBackText(
          comparison.absent.map(({ id }) => id),
          { isWhole: flags.all },
        ),
      )
    }
    for (const problem of problems.list()) {
      session.narrator.warn(`${problem.text} (${problem.count}: ${problem.sample.join(', ')})`)
    }
    const exitCode = text.total > 0 ? EXIT.differences : EXIT.done
    const summary = {
      ...summarize(session, { account: accountOf(result) }),
      exitCode,
      outcome: text.total > 0 ? 'changes' : 'ok',
    } as const
    console.printJson(toldSummary(summary))
    return exitCode
  } finally {
    past.close()
    session.close()
  }
}
