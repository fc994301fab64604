/** What earlier runs lead one to expect of the next. */
import type { RunJournal } from '../../state/run-journal.ts'

/** Runs that may have failed in a row before nobody knows any more. */
const RUNS = 20

/** How many subscribers the billing had when it was last read; tells how much longer reading them takes. */
export function expectedSubscribers(journal: RunJournal | undefined): number | undefined {
  const counts = journal?.listRuns(RUNS).map(({ summary }) => summary?.billing.subscribers ?? 0)
  return counts?.find((count) => count > 0)
}
