/** What a run would change. Nothing is written anywhere, not even a journal entry. */
import { existsSync } from 'node:fs'
import type { Journal } from '../model/journal.ts'
import { PlanText } from '../report/plan-text.ts'
import { journalPath, openJournal } from '../state/journal.ts'
import { plannedChanges } from '../sync/changes.ts'
import { previewSync } from '../sync/run.ts'
import { VERSION } from '../version.ts'
import type { Run } from './context.ts'
import { EXIT } from './exit.ts'
import { openSession } from './session.ts'
import { accountOf, summarize } from './summary.ts'

/** `usm-billing plan`, `sync --dry-run`. @throws ConfigError, BillingError, UsersideError, Interrupted */
export const plan: Run<'plan'> = async (context) => {
  const { flags } = context
  const session = await openSession(context, 'plan')
  const { console, problems, config } = session
  const past = pastOf(config.statePath, config.billingId, session.narrator)
  try {
    const result = await previewSync({
      ...session,
      journal: past.journal,
      handshake: { version: VERSION, path: process.execPath, logPath: config.logPath },
    })
    const text = new PlanText({ isWhole: flags.all })
    for (const change of plannedChanges(result.plan)) {
      if (flags.id !== undefined && change.id !== flags.id) continue
      if (flags.field !== undefined && change.field !== flags.field) continue
      text.add(change)
      console.printJson({ type: 'change', ...change })
    }
    console.print(text.toString())
    for (const problem of problems.list()) {
      session.narrator.warn(`${problem.text} (${problem.count}: ${problem.sample.join(', ')})`)
    }
    const exitCode = text.total > 0 ? EXIT.differences : EXIT.done
    const summary = {
      ...summarize(session, { account: accountOf(result) }),
      exitCode,
      outcome: text.total > 0 ? 'changes' : 'ok',
    } as const
    console.printJson(summary)
    return exitCode
  } finally {
    past.close()
    session.close()
  }
}

/** What earlier runs wrote tells which fields UserSide does not accept; a preview only looks. */
function pastOf(
  folder: string,
  billingId: number,
  narrator: Parameters<typeof openJournal>[0]['narrator'],
): { journal: Journal; close(): void } {
  if (!existsSync(journalPath(folder, billingId))) return { journal: NO_PAST, close() {} }
  const { journal } = openJournal({ folder, billingId, narrator })
  return {
    journal: { ...NO_PAST, pastWrites: (entity, id) => journal.pastWrites(entity, id) },
    close: () => journal.close(),
  }
}

const NO_PAST: Journal = { open: () => 0, settle() {}, pastWrites: () => [] }
