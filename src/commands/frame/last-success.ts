/** When a run last ended with nothing failed: monitoring is told, however many runs have failed since. */
import { lastSuccessIn } from '../../report/metrics.ts'
import type { RunJournal } from '../../state/run-journal.ts'
import { EXIT } from './exit-codes.ts'

const NOTE = 'last-success'
/** Runs to look through in a journal that was begun before the note was kept. */
const RUNS = 200

/** Keeps the time, ISO 8601, for the runs to come. */
export function keepSuccess(journal: RunJournal, finishedAt: string): void {
  journal.keepNote(NOTE, finishedAt)
}

/** ISO 8601; `undefined` when no run ended so, as far as anybody knows. A journal that was lost took its note along. */
export function lastSuccess(
  journal: RunJournal,
  { billingId, metricsFile }: { readonly billingId: number; readonly metricsFile?: string | undefined },
): string | undefined {
  const kept = journal.readNote(NOTE)
  if (kept !== undefined && !Number.isNaN(Date.parse(kept))) return kept
  const run = journal.listRuns(RUNS).find(({ exitCode }) => exitCode === EXIT.done)
  if (run?.finishedAt !== undefined) return run.finishedAt
  return metricsFile === undefined ? undefined : lastSuccessIn(metricsFile, billingId)
}
