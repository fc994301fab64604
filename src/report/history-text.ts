/** The list of runs for a terminal. */
import { ENGLISH, type Speaker } from '../text/speaker.ts'
import { failuresOf, outcomeLabel, type ReportRun } from './outcome.ts'
import { renderTable } from './table.ts'

const COLUMNS = [
  { title: 'run', align: 'right' },
  { title: 'started' },
  { title: 'command', most: 16 },
  { title: 'how it ended' },
  { title: 'took', align: 'right' },
  { title: 'created', align: 'right' },
  { title: 'updated', align: 'right' },
  { title: 'absent', align: 'right' },
  { title: 'failed', align: 'right' },
] as const

/** A line a run, in the order given. @param width of the terminal, where there is one */
export function runTable(runs: readonly ReportRun[], width?: number, speaker: Speaker = ENGLISH): string {
  return renderTable(
    COLUMNS.map((column) => ({ ...column, title: speaker.say(column.title) })),
    runs.map((run) => [
      String(run.id),
      speaker.dateTime(new Date(run.startedAt)),
      run.command,
      outcomeLabel(run, speaker),
      ...(run.summary === undefined ? [] : counts(run.summary, speaker)),
    ]),
    width,
  )
}

/** `Run 17, sync, 2026-11-22 17:32:03: done`. */
export function runHeadline(run: ReportRun, speaker: Speaker = ENGLISH): string {
  return speaker.say(
    'Run {1}, {2}, {3}: {4}',
    String(run.id),
    run.command,
    speaker.dateTime(new Date(run.startedAt)),
    outcomeLabel(run, speaker),
  )
}

function counts(summary: NonNullable<ReportRun['summary']>, speaker: Speaker): string[] {
  const { created, updated, absent } = summary.subscribers
  return [
    speaker.duration(summary.durationMs),
    ...[created, updated, absent, failuresOf(summary)].map((count) => speaker.number(count)),
  ]
}
