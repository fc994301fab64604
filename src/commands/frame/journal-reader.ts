/** What the commands that only look back work with: the journal, and where to say what is in it. */
import type { Config } from '../../config/schema.ts'
import { withMeant } from '../../model/nearest.ts'
import { createRedactor, type Redact } from '../../model/redaction.ts'
import { type Console, createConsole } from '../../report/console.ts'
import { openPastJournal, type PastJournal } from '../../state/past-journal.ts'
import type { PastRun } from '../../state/run-journal.ts'
import type { CommandContext } from './context.ts'
import type { CommandName } from './declarations.ts'
import { UsageError } from './exit-codes.ts'
import { secretsOf } from './session.ts'

export interface JournalReader {
  readonly config: Config
  readonly console: Console
  readonly redact: Redact
  /** `undefined`: there was no run yet, and looking back does not begin a journal. */
  readonly journal: PastJournal | undefined
  close(): void
}

/**
 * @param isPastAsked whether the past of single records will be asked for
 * @throws ConfigError also for a journal that is there and cannot be read
 */
export async function openJournalReader(
  { io, flags, loadConfig, speaker }: CommandContext<CommandName>,
  { isPastAsked = false }: { readonly isPastAsked?: boolean } = {},
): Promise<JournalReader> {
  const { config } = await loadConfig()
  const redact = createRedactor(secretsOf(config, io.env))
  const { quiet, verbose, json } = flags
  const { stdout, stderr, env, now } = io
  const manner = { isQuiet: quiet, isVerbose: verbose, isJson: json }
  const console = createConsole({ stdout, stderr, redact, env, now, speaker: speaker(), ...manner })
  const place = { folder: config.statePath, billingId: config.billingId }
  const journal = openPastJournal({ ...place, logger: console, isPastAsked })
  return { config, console, redact, journal, close: () => journal?.close() }
}

/** Stands for the newest run. */
export const LAST_RUN = 'last'

/**
 * The run an operator named.
 * @param isMeant of `last`: the newest run that is; any when left out
 * @throws UsageError when there is none
 */
export function namedRun(
  journal: PastJournal | undefined,
  name: string,
  isMeant: (run: PastRun) => boolean = () => true,
): PastRun {
  if (name === LAST_RUN) {
    const last = journal?.listRuns(MOST_RUNS).find(isMeant)
    if (last !== undefined) return last
    throw new UsageError('The journal knows no such run.', { hint: LISTED })
  }
  if (!/^[1-9]\d{0,14}$/.test(name)) throw new UsageError(`"${name}" is not the number of a run.`)
  const run = journal?.findRun(Number(name))
  if (run !== undefined) return run
  throw new UsageError(`The journal knows no run ${name}.`, {
    hint: LISTED,
  })
}

/** More than any journal holds. */
const MOST_RUNS = 1_000_000

const LISTED = '"usm-billing history" lists the runs it knows.'

/**
 * Ids of subscribers an operator named by id, or by a login, agreement or account number a run gave them.
 * @throws UsageError for a name that nobody has, with the nearest, or that several have
 */
export function subscriberIds(journal: PastJournal | undefined, names: readonly string[]): readonly string[] {
  const shown = new Set(Array.from(journal?.ledger.shownSubscribers() ?? [], ({ key }) => key))
  const isKnown = (id: string): boolean =>
    shown.has(id) || journal?.changesOfSubscriber(id).next().done === false
  return names.map((name) => {
    if (isKnown(name)) return name
    const [id, ...others] = journal?.subscribersCalled(name) ?? []
    if (id === undefined) {
      throw new UsageError(withMeant(`The journal knows no subscriber "${name}"`, name, [...shown], '.'))
    }
    if (others.length === 0) return id
    throw new UsageError(`Several subscribers were called "${name}": ${[id, ...others].join(', ')}.`, {
      hint: 'Name the one that is meant by its id in the billing.',
    })
  })
}
