/** Writes back what a run changed. Itself a run: journalled, and so can be undone. */
import { consola } from 'consola'
import { counted } from '../report/quantity.ts'
import type { RunJournal } from '../state/run-journal.ts'
import { askSettings, checkRevision } from '../sync/read/target.ts'
import { applyUndo } from '../sync/undo/apply-undo.ts'
import { undoContext } from '../sync/undo/plan-undo.ts'
import { VERSION } from '../version.ts'
import type { Run } from './frame/context.ts'
import { UsageError } from './frame/exit-codes.ts'
import { namedRun, openJournalReader } from './frame/journal-reader.ts'
import { runLocked } from './frame/locked-run.ts'
import { openSession, type Session } from './frame/session.ts'
import type { Account } from './frame/summary.ts'

/** `usm-billing undo RUN`. @throws ConfigError, LockHeld, UsageError for a run the journal does not know */
export const undo: Run<'undo'> = async (context) => {
  const { run, count } = await lookUp(context)
  const { flags, io } = context
  if (!flags.yes && !(io.isInteractive && (await asks(run, count)))) {
    throw new UsageError(`Nothing was undone: run ${run} changed ${counted(count, 'record')}.`, {
      hint: 'Answer yes, or give --yes.',
    })
  }
  const session = await openSession(context, `undo ${run}`)
  return await runLocked(session, (journal) => undoRun(session, journal, run))
}

/** The run to undo and how many records it changed. */
async function lookUp(context: Parameters<typeof undo>[0]): Promise<{ run: number; count: number }> {
  const { journal, close } = await openJournalReader(context)
  try {
    const { id } = namedRun(journal, context.flags.run)
    const records = new Set<string>()
    for (const change of journal?.changesOf(id) ?? []) records.add(`${change.entity} ${change.id}`)
    return { run: id, count: records.size }
  } finally {
    close()
  }
}

async function asks(run: number, count: number): Promise<boolean> {
  return consola.prompt(`Write back what run ${run} changed (${counted(count, 'record')})?`, {
    type: 'confirm',
    initial: false,
  })
}

async function undoRun(session: Session, journal: RunJournal, run: number): Promise<Account> {
  const { userside, logger, problems, signal, options, config } = session
  const report = problems.report.bind(problems)
  const system = await userside.system()
  const handshake = { version: VERSION, path: process.execPath, logPath: config.logPath }
  const { minimumRevision } = await userside.start(handshake)
  try {
    checkRevision({ minimumRevision }, options.moduleRevision, report)
    // Without the billing its clock is taken to be the ERP's: only the settings are wanted.
    const settings = await askSettings(userside, system, {
      name: '',
      version: '',
      dialect: '',
      clock: system.clock,
    })
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
    const result = await applyUndo(writer, context, () => journal.changesOf(run))
    for (const [field, count] of journal.unkeptOf(run)) {
      report({
        code: 'undo-unkept',
        example: `${field}: ${count}`,
        text: 'Changes of these fields are counted, not kept one by one ("journal.skipFields"); they are not taken back.',
      })
    }
    await userside.finishOperation()
    if (result.skipped > 0)
      logger.info(`${counted(result.skipped, 'value was left as it is', 'values were left as they are')}.`)
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
