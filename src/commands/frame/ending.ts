/** The end of a run: journal, logs, console, metrics, health check, notifications. None of them can fail a run. */
import { systemReason } from '../../config/secrets.ts'
import { plainFetch } from '../../http/route.ts'
import type { Logger } from '../../model/logger.ts'
import type { Summary } from '../../model/summary.ts'
import { writeMetrics } from '../../report/metrics.ts'
import { createPing, type Ping } from '../../report/ping.ts'
import { summaryText } from '../../report/summary-text.ts'
import type { RunJournal } from '../../state/run-journal.ts'
import { EXIT } from './exit-codes.ts'
import { keepSuccess, lastSuccess } from './last-success.ts'
import { lineOfUndone } from './left-undone.ts'
import { notifyOf } from './notifications.ts'
import { makePage, writePage } from './report-page.ts'
import type { Session } from './session.ts'
import { type Ending, summarize } from './summary.ts'

/** Tells the health check that a run began. */
export function announce(session: Session): Promise<void> {
  return pingOf(session).start()
}

/** Tells everybody how it ended; gives what was told. */
export async function conclude(session: Session, journal: RunJournal, ending: Ending): Promise<Summary> {
  session.console.close()
  const summary = keepSummary(session, journal, ending)
  tellPeople(session, journal, summary)
  writeFiles(session, journal, summary)
  const ping = pingOf(session)
  // Together: neither waits for the other's server.
  await Promise.all([isWell(summary) ? ping.ok() : ping.fail(), notifyOf(session, journal, summary)])
  return summary
}

/** Into the journal and the log. One of them may be lost only now: that belongs into the summary too. */
function keepSummary(session: Session, journal: RunJournal, ending: Ending): Summary {
  const { config, logs, problems } = session
  const keep = (): Summary => {
    const summary = summarize(session, ending)
    journal.finishRun(summary)
    logs.record(summary)
    return summary
  }
  const known = problems.list().length
  const summary = keep()
  journal.prune(config.journal)
  if (summary.exitCode === EXIT.done) keepSuccess(journal, summary.finishedAt)
  return problems.list().length === known ? summary : keep()
}

function tellPeople(session: Session, journal: RunJournal, summary: Summary): void {
  const { console, records, problems, isQuiet, now } = session
  const { exitCode } = summary
  // Each in its own language: a log is English, for whoever searches it and for whoever is sent it.
  tellSummary(
    { info: (line) => console.tell('info', line), warn: (line) => console.tell('warn', line) },
    summaryText(summary, console.speaker),
    exitCode,
  )
  tellSummary(records, summaryText(summary), exitCode)
  if (exitCode === EXIT.guard) for (const problem of guardLines(summary)) console.error(problem)
  // A run that did not come to its end knows nothing of the records it did not come to.
  if (exitCode !== EXIT.done && exitCode !== EXIT.partial && exitCode !== EXIT.guard) return
  const isSaid = isQuiet && exitCode === EXIT.partial
  const line = lineOfUndone(journal, problems, { now: now(), isQuiet: isSaid })
  if (line !== undefined) console.error(line)
}

function tellSummary(logger: Pick<Logger, 'info' | 'warn'>, text: string, exitCode: number): void {
  const [headline = '', ...details] = text.split('\n')
  if (exitCode === EXIT.done) logger.info(headline)
  else logger.warn(headline)
  for (const line of details) logger.info(line)
}

function writeFiles(session: Session, journal: RunJournal, summary: Summary): void {
  const { config, redact, speaker } = session
  const { metricsFile, reportFile } = config
  if (metricsFile !== undefined) {
    const succeededAt = lastSuccess(journal, config)
    attempt(session, 'metricsFile', metricsFile, () => writeMetrics(metricsFile, summary, succeededAt))
  }
  if (reportFile !== undefined) {
    const page = (): string => makePage({ config, redact, journal, now: session.now(), speaker })
    attempt(session, 'reportFile', reportFile, () => writePage(reportFile, page()))
  }
}

/** A run that did all it could is well: records the ERP refused are told elsewhere. */
function isWell({ exitCode }: Summary): boolean {
  return exitCode === EXIT.done || exitCode === EXIT.partial
}

/** A guard's sentence is seen even where only errors are. */
function guardLines({ problems }: Summary): string[] {
  return problems.filter(({ code }) => code.endsWith('-guard')).map(({ text }) => text)
}

function pingOf({ config, logger, signal, env }: Session): Ping {
  return createPing({
    url: config.pingUrl,
    onTrouble: (message) => logger.warn(message),
    signal,
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
