/** The last runs in numbers: whom they were about stays at home. */
import { openPreviewJournal } from '../frame/preview-journal.ts'
import type { Session } from '../frame/session.ts'

const RUNS = 60

/** A JSON text. */
export function lastRuns(session: Session): string {
  const past = openPreviewJournal(session)
  try {
    const runs = (past.kept?.listRuns(RUNS) ?? []).map(({ summary, id, startedAt }) => ({
      id,
      startedAt,
      ...(summary && {
        version: summary.version,
        durationMs: summary.durationMs,
        exitCode: summary.exitCode,
        outcome: summary.outcome,
        billing: summary.billing,
        userside: summary.userside,
        tariffs: summary.tariffs,
        addresses: summary.addresses,
        subscribers: summary.subscribers,
        fields: summary.fields,
        problems: summary.problems.map(({ code, count }) => ({ code, count })),
      }),
    }))
    return `${JSON.stringify(runs, undefined, 1)}\n`
  } finally {
    past.close()
  }
}
