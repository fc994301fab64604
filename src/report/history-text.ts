/** The list of runs for a terminal. */
import { localDateTime } from '../model/date.ts'
import { formatCount, formatDuration } from '../text/quantity.ts'
import { failuresOf, outcomeLabel, type ReportRun } from './outcome.ts'
import { type Column, renderTable } from './table.ts'

const COLUMNS: readonly Column[] = [
  { title: 'run', align: 'right' },
  { title: 'started' },
  { title: 'command', most: 16 },
  { title: 'how it ended' },
  { title: 'took', align: 'right' },
  { title: 'created', align: 'right' },
  { title: 'updated', align: 'right' },
  { title: 'absent', align: 'right' },
  { title: 'failed', align: 'right' },
]

/** A line a run, in the order given. @param width of the terminal, where there is one */
export function runTable(runs: readonly ReportRun[], width?: number): string {
  return renderTable(
    COLUMNS,
    runs.map((run) => [
      String(run.id),
      localDateTime(new Date(run.startedAt)),
      run.command,
      outcomeLabel(run),
      ...(run.summary === undefined ? [] : counts(run.summary)),
    ]),
    width,
  )
}

/** `Run 17, sync, 2026-11-22 17:32:03: done`. */
export function runHeadline(run: ReportRun): string {
  return `Run ${run.id}, ${run.command}, ${localDateTime(new Date(run.startedAt))}: ${outcomeLabel(run)}`
}

function counts(summary: NonNullable<ReportRun['summary']>): string[] {
  const { created, updated, absent } = summary.subscribers
  return [
    formatDuration(summary.durationMs),
    ...[created, updated, absent, failuresOf(summary)].map(formatCount),
  ]
}
