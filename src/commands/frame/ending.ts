/** The end of a run: journal, logs, console, metrics, health check. None of them can fail a run. */
import { systemReason } from '../../config/secrets.ts'
import { plainFetch } from '../../http/route.ts'
import type { Summary } from '../../model/summary.ts'
import { writeMetrics } from '../../report/metrics.ts'
import { createPing, type Ping } from '../../report/ping.ts'
import { summaryText } from '../../report/summary-text.ts'
import type { RunJournal } from '../../state/run-journal.ts'
import { EXIT } from './exit-codes.ts'
import { makePage, writePage } from './report-page.ts'
import type { Session } from './session.ts'

/** Tells the health check that a run began. */
export function announce(session: Session): Promise<void> {
  return pingOf(session).start()
}

/** Tells everybody how it ended. */
export async function conclude(session: Session, journal: RunJournal, summary: Summary): Promise<void> {
  const { config, logs, console, logger, redact } = session
  console.close()
  const lastSuccess = journal.listRuns(200).find(({ exitCode }) => exitCode === EXIT.done)?.finishedAt
  journal.finishRun(summary)
  journal.prune(config.journal)
  logs.record(summary)
  const [headline = '', ...details] = summaryText(summary).split('\n')
  if (summary.exitCode === EXIT.done) logger.info(headline)
  else logger.warn(headline)
  for (const line of details) logger.info(line)
  if (summary.exitCode === EXIT.guard) for (const problem of guardLines(summary)) console.error(problem)

  const { metricsFile, reportFile } = config
  if (metricsFile !== undefined) {
    const succeededAt = summary.exitCode === EXIT.done ? summary.finishedAt : lastSuccess
    attempt(session, 'metricsFile', metricsFile, () => writeMetrics(metricsFile, summary, succeededAt))
  }
  if (reportFile !== undefined) {
    const page = (): string => makePage({ config, redact, journal, now: session.now() })
    attempt(session, 'reportFile', reportFile, () => writePage(reportFile, page()))
  }
  const ping = pingOf(session)
  await (isWell(summary) ? ping.ok() : ping.fail())
}

/** A run that did all it could is well: records the ERP refused are told elsewhere. */
function isWell({ exitCode }: Summary): boolean {
  return exitCode === EXIT.done || exitCode === EXIT.partial
}

/** A guard's sentence is seen even where only errors are. */
function guardLines({ problems }: Summary): string[] {
  return problems.filter(({ code }) => code.endsWith('-guard')).map(({ text }) => text)
}

function pingOf({ config, logger, env }: Session): Ping {
  return createPing({
    url: config.pingUrl,
    onTrouble: (message) => logger.warn(message),
    fetch: plainFetch(env),
  })
}

function attempt({ logger }: Session, key: string, file: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    logger.warn(`${key} could not be written: ${systemReason(error)} (${file}).`)
  }
}
