/** The HTML page: made of the journal, the configuration and what the last comparison found. */
import { resolve } from 'node:path'
import type { Config } from '../config/schema.ts'
import { systemReason } from '../config/secrets.ts'
import type { Redact } from '../model/redaction.ts'
import type { Shares } from '../report/html/report-data.ts'
import { renderReport } from '../report/html.ts'
import { replaceFile } from '../report/replace-file.ts'
import type { RunJournal } from '../state/run-journal.ts'
import { VERSION } from '../version.ts'
import type { Run } from './frame/context.ts'
import { EXIT, UsageError } from './frame/exit-codes.ts'
import { openJournalReader } from './frame/journal-reader.ts'
import { shownConfiguration } from './frame/shown-config.ts'

/** Runs on the page. */
const RUNS = 60
const COMPLETENESS = 'completeness'

/** `usm-billing report [--out FILE]`. @throws ConfigError; UsageError when the file cannot be written */
export const report: Run<'report'> = async (context) => {
  const { flags, io } = context
  const { config, console, redact, journal, close } = await openJournalReader(context)
  try {
    const page = makeReport({ config, redact, journal, now: io.now() })
    if (flags.out === undefined) {
      if (!flags.json) io.stdout.write(page)
      console.printJson({ type: 'report', html: page })
      return EXIT.done
    }
    const file = resolve(flags.out)
    writeOut(file, page)
    console.info(`The report was written to ${file}.`)
    console.printJson({ type: 'report', file })
    return EXIT.done
  } finally {
    close()
  }
}

function writeOut(file: string, page: string): void {
  try {
    writePage(file, page)
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${systemReason(error)}.`, {
      hint: 'Name a file in a folder this account may write to.',
      cause: error,
    })
  }
}

export interface ReportInput {
  readonly config: Config
  readonly redact: Redact
  readonly journal: RunJournal | undefined
  readonly now: Date
}

/** The page as it is now; for `reportFile` after each run too. */
export function makeReport({ config, redact, journal, now }: ReportInput): string {
  return renderReport({
    version: VERSION,
    billingId: config.billingId,
    generatedAt: now,
    runs: journal?.listRuns(RUNS) ?? [],
    completeness: journal === undefined ? undefined : readCompleteness(journal),
    configuration: shownConfiguration(config, redact),
  })
}

/** Puts the page in the place of a file at once (mode 0600: it names subscribers). @throws the system's error */
export function writePage(file: string, page: string): void {
  replaceFile(file, page, 0o600)
}

/** Keeps what a comparison of both sides found, for the next page. */
export function keepCompleteness(journal: RunJournal, shares: Shares['shares'], foundAt: Date): void {
  journal.keepNote(COMPLETENESS, JSON.stringify({ foundAt: foundAt.toISOString(), shares } satisfies Shares))
}

function readCompleteness(journal: RunJournal): Shares | undefined {
  const note = journal.readNote(COMPLETENESS)
  return note === undefined ? undefined : JSON.parse(note)
}
