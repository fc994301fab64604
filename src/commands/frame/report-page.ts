/** Makes the HTML page from the journal, the configuration and the last comparison. */
import type { Config } from '../../config/schema.ts'
import type { Redact } from '../../model/redaction.ts'
import type { Shares } from '../../report/html/report-data.ts'
import { renderReport } from '../../report/html.ts'
import { replaceFile } from '../../report/replace-file.ts'
import type { RunJournal } from '../../state/run-journal.ts'
import type { Speaker } from '../../text/speaker.ts'
import { VERSION } from '../../version.ts'
import { affectedSubscribers } from './affected.ts'
import { shownConfiguration } from './shown-config.ts'

/** More than a month of runs every ten minutes. */
const RUNS = 5000
const MONTH_MS = 30 * 86_400_000
const COMPLETENESS = 'completeness'

/** What the page asks of the journal. */
type PageJournal = Pick<RunJournal, 'listRuns' | 'readNote' | 'changesOf' | 'refusals' | 'pastWritesOf'>

export interface PageInput {
  readonly config: Config
  readonly redact: Redact
  readonly journal: PageJournal | undefined
  readonly now: Date
  /** In whose language it is. */
  readonly speaker: Speaker
}

/** The page as it is now: for `report`, and for `reportFile` after each run. */
export function makePage({ config, redact, journal, now, speaker }: PageInput): string {
  const runs = (journal?.listRuns(RUNS) ?? []).filter(
    ({ startedAt }) => Date.parse(startedAt) >= now.getTime() - MONTH_MS,
  )
  const nobody = { subscribers: [], isWhole: true }
  const data = {
    version: VERSION,
    billingId: config.billingId,
    generatedAt: now,
    runs,
    affected: journal === undefined ? nobody : affectedSubscribers(journal, runs, now),
    completeness: journal === undefined ? undefined : readCompleteness(journal),
    configuration: shownConfiguration(config, redact),
  }
  return renderReport(data, speaker)
}

/** Puts the page in the place of a file at once (mode 0600: it names subscribers). @throws the system's error */
export function writePage(file: string, page: string): void {
  replaceFile(file, page, 0o600)
}

/** Keeps what a comparison of both sides found, for the next page. */
export function keepCompleteness(journal: RunJournal, shares: Shares['shares'], foundAt: Date): void {
  journal.keepNote(COMPLETENESS, JSON.stringify({ foundAt: foundAt.toISOString(), shares } satisfies Shares))
}

function readCompleteness(journal: Pick<RunJournal, 'readNote'>): Shares | undefined {
  const note = journal.readNote(COMPLETENESS)
  return note === undefined ? undefined : JSON.parse(note)
}
