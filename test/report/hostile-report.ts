import type { ReportData } from '../../src/report/html/report-data.ts'
import { anyReport } from './any-report.ts'
import { anySummary } from './any-summary.ts'

/** Every text of the data hostile, also those the program makes itself. */
export function hostileReport(text: string): ReportData {
  const problem = { code: text, text, sample: [text], count: 1, partial: true }
  const summary = anySummary({
    error: text,
    problems: [problem],
    fields: Object.fromEntries([[text, 3]]),
    billing: { ...anySummary().billing, name: text, version: text, dialect: text },
  })
  return anyReport({
    version: text,
    runs: [
      {
        id: 1,
        command: text,
        startedAt: summary.startedAt,
        finishedAt: summary.finishedAt,
        outcome: 'ok',
        summary,
      },
    ],
    affected: {
      isWhole: false,
      subscribers: [{ id: text, name: text, what: 'refused', why: text, run: 1, at: summary.startedAt }],
    },
    completeness: {
      foundAt: '2026-11-22T15:30:00Z',
      shares: [{ field: text, billing: 0.5, userside: 0.5 }],
    },
    configuration: [[text, text]],
  })
}
