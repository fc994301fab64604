/** Writes back what a run changed. Itself a run: journalled, and so can be undone. */
import { consola } from 'consola'
import type { BillingSystem } from '../billing/billing.ts'
import type { ReportProblem } from '../model/problem.ts'
import { PlanText } from '../report/plan-text.ts'
import type { PastJournal } from '../state/past-journal.ts'
import type { PastRun, RunJournal } from '../state/run-journal.ts'
import { plannedJson } from '../sync/decide/planned-changes.ts'
import { askSettings, checkRevision } from '../sync/read/target.ts'
import { applyUndo } from '../sync/undo/apply-undo.ts'
import { type PastChanges, previewUndo, undoContext } from '../sync/undo/plan-undo.ts'
import { counted, formatCount } from '../text/quantity.ts'
import type { Speaker } from '../text/speaker.ts'
import type { UsersideSystem } from '../userside/userside.ts'
import { VERSION } from '../version.ts'
import type { CommandContext, Run } from './frame/context.ts'
import { EXIT, UsageError } from './frame/exit-codes.ts'
import { LAST_RUN, namedRun, openJournalReader, subscriberIds } from './frame/journal-reader.ts'
import { runLocked } from './frame/locked-run.ts'
import { runPreview } from './frame/preview.ts'
import { openPreviewJournal } from './frame/preview-journal.ts'
import { selectedBy } from './frame/selected.ts'
import { openSession, type Session } from './frame/session.ts'
import type { Account } from './frame/summary.ts'
import { tellProblems } from './frame/told-problems.ts'

/** `usm-billing undo RUN`. @throws ConfigError, LockHeld, UsageError for a run or a subscriber the journal does not know */
export const undo: Run<'undo'> = async (context) => {
  const target = await lookUp(context)
  const { flags, io } = context
  if (flags['dry-run']) return tellUndo(context, target)
  if (!flags.yes && !(io.isInteractive && (await asks(target, context.speaker())))) {
    throw new UsageError(`Nothing was undone: ${told(target)}.`, { hint: 'Answer yes, or give --yes.' })
  }
  const session = await openSession(context, `undo ${target.run}`)
  return await runLocked(session, (journal) => undoRun(session, journal, target))
}

/** What is to be taken back. */
interface Target {
  readonly run: number
  readonly startedAt: string
  /** Not named by its number. */
  readonly isLast: boolean
  /** The only subscribers whose changes are; `undefined`: everything is. */
  readonly ids: ReadonlySet<string> | undefined
  /** Records the run changed. */
  readonly count: number
}

/** The run to undo, whom it is about, and how many records it changed. */
async function lookUp(context: CommandContext<'undo'>): Promise<Target> {
  const names = selectedBy(context.flags.id)
  const { journal, close } = await openJournalReader(context)
  try {
    // A run that changed nothing is nothing to take back.
    const isMeant = ({ id }: PastRun): boolean => journal?.changesOf(id).next().done === false
    const { id: run, startedAt } = namedRun(journal, context.flags.run, isMeant)
    const ids = names && new Set(subscriberIds(journal, names))
    const records = new Set<string>()
    for (const { entity, id } of journal === undefined ? [] : changesOf(journal, { run, ids })())
      records.add(`${entity} ${id}`)
    return { run, startedAt, isLast: context.flags.run === LAST_RUN, ids, count: records.size }
  } finally {
    close()
  }
}

/** The changes that are to be taken back. */
function changesOf(
  journal: Pick<PastJournal, 'changesOf'>,
  { run, ids }: Pick<Target, 'run' | 'ids'>,
): PastChanges {
  return function* () {
    for (const change of journal.changesOf(run))
      if (ids === undefined || (change.entity === 'subscriber' && ids.has(change.id))) yield change
  }
}

function told({ run, count, ids }: Target): string {
  const records = counted(count, 'record')
  return ids === undefined
    ? `run ${run} changed ${records}`
    : `run ${run} changed ${records} of ${counted(ids.size, 'subscriber')}`
}

async function asks(target: Target, speaker: Speaker): Promise<boolean> {
  return consola.prompt(questionOf(target, speaker), { type: 'confirm', initial: false })
}

/** What is asked before anything is written back. */
export function questionOf(
  { run, startedAt, count, isLast }: Pick<Target, 'run' | 'startedAt' | 'count' | 'isLast'>,
  speaker: Speaker,
): string {
  const records = speaker.count(count, '{1} record', '{1} records')
  if (!isLast) return speaker.say('Write back what run {1} changed ({2})?', String(run), records)
  const when = speaker.dateTime(new Date(startedAt))
  return speaker.say('Write back what run {1} of {2} changed ({3})?', String(run), when, records)
}

/** `undo --dry-run`: what would be written back. Nothing is, not even a journal entry. */
async function tellUndo(context: CommandContext<'undo'>, target: Target): Promise<number> {
  const session = await openSession(context, `undo ${target.run}`, { isPreview: true })
  return runPreview(session, async () => {
    const { userside, options, problems, console, config } = session
    const past = openPreviewJournal(session)
    try {
      const report = problems.report.bind(problems)
      const system = await userside.system()
      const settings = await askSettings(userside, system, withoutBilling(system))
      const undone = undoContext(options, settings, system.clock)
      const changes = past.kept === undefined ? () => [] : changesOf(past.kept, target)
      const { planned, nameOf } = await previewUndo(userside, undone, changes, report)
      if (past.kept !== undefined) reportUnkept(past.kept, target, report)
      console.close()
      const text = new PlanText({ isWhole: true, title: 'An undo would', nameOf, speaker: console.speaker })
      for (const change of planned) {
        text.add(change)
        console.printJson(plannedJson(change))
      }
      console.printLines(text.lines())
      tellProblems(session, { isQuiet: context.flags.quiet || config.isSilence })
      return {
        account: { isFirstRun: false, isGuarded: false, usersideVersion: system.version },
        exitCode: planned.length > 0 ? EXIT.differences : EXIT.done,
      }
    } finally {
      past.close()
    }
  })
}

/** Without the billing its clock is taken to be the ERP's: only the settings are wanted. */
function withoutBilling({ clock }: UsersideSystem): BillingSystem {
  return { name: '', version: '', dialect: '', clock }
}

function reportUnkept(
  journal: Pick<PastJournal, 'unkeptOf'>,
  { run, ids }: Target,
  report: ReportProblem,
): void {
  if (ids !== undefined) return
  for (const [field, count] of journal.unkeptOf(run)) {
    report({
      code: 'undo-unkept',
      example: `${field}: ${count}`,
      text: 'Changes of these fields are counted, not kept one by one ("journal.skipFields"); they are not taken back.',
    })
  }
}

async function undoRun(session: Session, journal: RunJournal, target: Target): Promise<Account> {
  const { userside, logger, problems, signal, options, config } = session
  const report = problems.report.bind(problems)
  const system = await userside.system()
  const handshake = { version: VERSION, path: process.execPath, logPath: config.logPath }
  const { minimumRevision } = await userside.start(handshake)
  try {
    checkRevision({ minimumRevision }, options.moduleRevision, report)
    const settings = await askSettings(userside, system, withoutBilling(system))
    // What is remembered of UserSide is what the undone run left there.
    journal.mistrustMemory()
    const writer = {
      userside,
      journal,
      ledger: journal.ledger,
      now: session.now,
      logger,
      report,
      signal,
      concurrency: options.concurrency,
    }
    const context = undoContext(options, settings, system.clock)
    const result = await applyUndo(writer, context, changesOf(journal, target))
    reportUnkept(journal, target, report)
    await userside.finishOperation()
    if (result.skipped > 0) logger.info(skippedText(result.skipped))
    const { created, updated, absent, returned, failed } = result.subscribers
    return {
      isFirstRun: false,
      isGuarded: false,
      usersideVersion: system.version,
      done: {
        tariffs: { created: 0, updated: result.tariffs, retired: 0, unchanged: 0 },
        addresses: { matched: 0, created: 0, failed: 0 },
        subscribers: { seen: 0, created, updated, unchanged: 0, absent, returned, unmanaged: 0, failed },
        fields: result.subscribers.fields,
        messages: 0,
      },
    }
  } finally {
    await userside.stop()
  }
}

function skippedText(count: number): string {
  return count === 1 ? '1 value was left as it is.' : `${formatCount(count)} values were left as they are.`
}
