/** What the commands that only look back work with: the journal, and where to say what is in it. */
import type { Config } from '../../config/schema.ts'
import { createRedactor, type Redact } from '../../model/redaction.ts'
import { type Console, createConsole } from '../../report/console.ts'
import { openPastJournal, type PastJournal } from '../../state/past-journal.ts'
import type { PastRun } from '../../state/run-journal.ts'
import type { CommandContext } from './context.ts'
import type { CommandName } from './declarations.ts'
import { UsageError } from './exit-codes.ts'
import { secretsOf } from './session.ts'

export interface Past {
  readonly config: Config
  readonly console: Console
  readonly redact: Redact
  /** `undefined`: there was no run yet, and looking back does not begin a journal. */
  readonly journal: PastJournal | undefined
  close(): void
}

/** @throws ConfigError also for a journal that is there and cannot be read */
export async function openJournalReader({
  io,
  flags,
  loadConfig,
}: CommandContext<CommandName>): Promise<Past> {
  const { config } = await loadConfig()
  const redact = createRedactor(secretsOf(config, io.env))
  const { quiet, verbose, json } = flags
  const { stdout, stderr, env, now } = io
  const manner = { isQuiet: quiet, isVerbose: verbose, isJson: json }
  const console = createConsole({ stdout, stderr, redact, env, now, ...manner })
  const place = { folder: config.statePath, billingId: config.billingId }
  const journal = openPastJournal({ ...place, logger: console })
  return { config, console, redact, journal, close: () => journal?.close() }
}

/** The run an operator named. @throws UsageError when there is none */
export function namedRun(journal: PastJournal | undefined, name: string): PastRun {
  if (!/^[1-9]\d{0,14}$/.test(name)) throw new UsageError(`"${name}" is not the number of a run.`)
  const run = journal?.findRun(Number(name))
  if (run !== undefined) return run
  throw new UsageError(`The journal knows no run ${name}.`, {
    hint: '"usm-billing history" lists the runs it knows.',
  })
}
