/** Carries out a kept plan: exactly what of it still holds, after both sides were read again. */
import { changeLine } from '../report/plan-text.ts'
import { shownValue } from '../report/shown-value.ts'
import type { RunJournal } from '../state/run-journal.ts'
import { keepOnly, type OutdatedChange } from '../sync/decide/kept-plan.ts'
import { plannedJson } from '../sync/decide/planned-changes.ts'
import { runSync } from '../sync/run.ts'
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import { VERSION } from '../version.ts'
import type { Run } from './frame/context.ts'
import { expectedSubscribers } from './frame/expected-subscribers.ts'
import { runLocked } from './frame/locked-run.ts'
import { checkPlan, type KeptPlan, readPlanFile } from './frame/plan-file.ts'
import { openSession, type Session } from './frame/session.ts'
import { type Account, accountOf } from './frame/summary.ts'
import { keepWays, recallWays } from './frame/userside-ways.ts'

/** `usm-billing apply FILE`. @throws ConfigError, LockHeld, UsageError for a file that is no plan for this run */
export const apply: Run<'apply'> = async (context) => {
  const { file } = context.flags
  const plan = readPlanFile(file)
  const { only, accepted } = plan
  const session = await openSession(context, 'apply', {
    isAbsenceAccepted: accepted.absent,
    isCreateAccepted: accepted.creates,
    isChangeAccepted: accepted.changes,
    only,
  })
  try {
    checkPlan(file, plan, session)
  } catch (error) {
    session.close()
    throw error
  }
  return runLocked(session, (journal) => applyPlan(session, journal, plan))
}

/** @throws BillingError, UsersideError, Interrupted */
async function applyPlan(session: Session, journal: RunJournal, { kept }: KeptPlan): Promise<Account> {
  const { userside, config } = session
  let outdated: readonly OutdatedChange[] = []
  // What is not carried out is not known to the light runs after this one.
  journal.mistrustMemory()
  recallWays(userside, journal)
  const result = await runSync({
    ...session,
    journal,
    ledger: journal.ledger,
    expectedSubscribers: expectedSubscribers(journal),
    handshake: { version: VERSION, path: process.execPath, logPath: config.logPath },
    narrow: (plan) => {
      const narrowed = keepOnly(plan, kept)
      outdated = narrowed.outdated
      return narrowed.plan
    },
  }).finally(() => keepWays(userside, journal))
  tell(session, outdated)
  return accountOf(result)
}

/** Names every change that was kept and does not hold any more. */
function tell({ console, logs, problems }: Session, outdated: readonly OutdatedChange[]): void {
  console.close()
  for (const { kept, now } of outdated) {
    logs.warn(outdatedLine({ kept, now }))
    console.printLines([{ text: outdatedLine({ kept, now }, console.speaker), kind: 'warning' }])
    console.printJson({ ...plannedJson(kept), type: 'outdated', now: now && { from: now.from, to: now.to } })
    problems.report({
      code: 'plan-outdated',
      example: `${kept.id} ${kept.field}`,
      text: 'Changes of the kept plan do not hold any more: one of the two sides has changed since. They were not carried out; a run decides anew.',
      partial: true,
    })
  }
}

function outdatedLine({ kept, now }: OutdatedChange, speaker: Speaker = ENGLISH): string {
  const line = speaker.say('Not carried out: {1}', changeLine(kept, speaker))
  if (now === undefined) return line
  return `${line} ${speaker.say('(now {1} → {2})', shownValue(now.from), shownValue(now.to))}`
}
