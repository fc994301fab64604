/** The number of subscribers to expect, from the last runs. */
import type { RunJournal } from '../../state/run-journal.ts'

/** Runs to look back. */
const RUNS = 20

/** How many subscribers the billing had when it was last read; tells how much longer reading them takes. */
export function expectedSubscribers(journal: Pick<RunJournal, 'listRuns'> | undefined): number | undefined {
  const counts = journal?.listRuns(RUNS).map(({ summary }) => summary?.billing.subscribers ?? 0)
  return counts?.find((count) => count > 0)
}
