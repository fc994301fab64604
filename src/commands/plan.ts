/** What a run would change. Nothing is written anywhere, not even a journal entry. */
import { heldBackLines, type PlanLine, PlanText } from '../report/plan-text.ts'
import type { Plan } from '../sync/decide/plan.ts'
import { plannedChanges, plannedJson, subscriberNames } from '../sync/decide/planned-changes.ts'
import { similarHouseText } from '../sync/decide/similar-houses.ts'
import { previewSync } from '../sync/run.ts'
import { VERSION } from '../version.ts'
import type { CommandContext, Run } from './frame/context.ts'
import type { Flags } from './frame/declarations.ts'
import { EXIT } from './frame/exit-codes.ts'
import { expectedSubscribers } from './frame/expected-subscribers.ts'
import { PlanFile } from './frame/plan-file.ts'
import { runPreview } from './frame/preview.ts'
import { openPreviewJournal } from './frame/preview-journal.ts'
import { selectedBy } from './frame/selected.ts'
import { openSession, type Session } from './frame/session.ts'
import { accountOf, type Result } from './frame/summary.ts'
import type { RunSwitches } from './frame/sync-options.ts'
import { tellProblems } from './frame/told-problems.ts'
import { recallWays } from './frame/userside-ways.ts'

/** `usm-billing plan`. @throws ConfigError */
export const plan: Run<'plan'> = (context) => planRun(context, {})

/** The plan of a run with these switches: `sync --dry-run`. @throws ConfigError */
export async function planRun(
  context: CommandContext<'plan'>,
  switches: Partial<RunSwitches>,
): Promise<number> {
  const session = await openSession(context, 'plan', {
    ...switches,
    isPreview: true,
    only: selectedBy(context.flags.id),
  })
  return runPreview(session, () => tellPlan(session, context.flags))
}

/** @throws BillingError, UsersideError, Interrupted */
async function tellPlan(
  session: Session,
  { all, field, out, quiet }: Pick<Flags<'plan'>, 'all' | 'field' | 'out' | 'quiet'>,
): Promise<Result> {
  const { console, config, options } = session
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
    const { plan } = result
    const nameOf = subscriberNames(plan)
    const { speaker } = console
    const isPart = options.only !== undefined || field !== undefined
    const text = new PlanText({ isWhole: all, isPart, nameOf, speaker })
    const file = out === undefined ? undefined : new PlanFile(out)
    for (const change of plannedChanges(plan)) {
      if (field !== undefined && change.field !== field) continue
      text.add(change)
      file?.add(change)
      console.printJson(plannedJson(change))
    }
    console.printLines(
      text.lines({
        brakes: plan.brakes.map(({ message }) => message),
        similarHouses: plan.similarHouses.map(similarHouseText),
      }),
    )
    console.printLines(heldBack(plan, { isWhole: all, nameOf, speaker }))
    file?.write(session)
    tellProblems(session, { isQuiet: quiet || config.isSilence, about: selected(plan), isSaid: isInPlan })
    const exitCode = text.total > 0 ? EXIT.differences : EXIT.done
    return { account: accountOf(result), exitCode: plan.brakes.length > 0 ? EXIT.guard : exitCode }
  } finally {
    past.close()
  }
}

/** Who would be marked or created, were it not for the guards. */
function heldBack(plan: Plan, options: Parameters<typeof heldBackLines>[2]): PlanLine[] {
  const { brakes, comparison, absent, creates, conversions } = plan
  if (brakes.length === 0) return []
  const idsOf = (held: readonly { readonly id: string }[]): string[] => held.map(({ id }) => id)
  const notMarked = absent.length === 0 ? idsOf(comparison.absent) : []
  const notCreated = creates.length + conversions.length === 0 ? idsOf(comparison.missing) : []
  return [
    ...heldBackLines('not marked as "not in billing"', notMarked, options),
    ...heldBackLines('not created', notCreated, options),
  ]
}

/** The guards and the houses that read alike stand at the head of the plan. */
function isInPlan(code: string): boolean {
  return code.endsWith('-guard') || code === 'similar-house'
}

/** The subscribers of a plan that was asked for some only. */
function selected({ source, isManaged, context, absent }: Plan): ReadonlySet<string> | undefined {
  if (context.options.only === undefined) return undefined
  const chosen = [...source.subscribers.subscribers.values()].filter(isManaged)
  return new Set([...context.options.only, ...chosen.map(({ id }) => id), ...absent.map(({ id }) => id)])
}
