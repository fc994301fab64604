/** What the operator and scripts are told when a command ended with an error. */
import { formatIssue } from '../config/load.ts'
import { ConfigError, UsmError } from '../model/errors.ts'
import type { Problem } from '../model/problem.ts'
import { createRedactor } from '../model/redaction.ts'
import type { Outcome, Summary } from '../model/summary.ts'
import { VERSION } from '../version.ts'

/** The text for stderr: one sentence, what to do, and every error of a configuration on a line of its own. */
export function describeFailure(error: unknown, { isVerbose }: { readonly isVerbose: boolean }): string {
  if (!(error instanceof UsmError)) return describeBug(error, isVerbose)
  const issues = error instanceof ConfigError ? error.issues.map(formatIssue) : []
  const lines = [...issues, error.message, ...(error.hint === undefined ? [] : [error.hint])]
  return `${lines.map(redacted).join('\n')}\n`
}

function describeBug(error: unknown, isVerbose: boolean): string {
  const text =
    error instanceof Error ? ((isVerbose ? error.stack : undefined) ?? error.message) : String(error)
  const advice = 'This is a bug: please report it, with what --verbose prints.'
  return `Unexpected error: ${redacted(text)}\n${advice}\n`
}

interface Ending {
  readonly command: string
  readonly billingId: number
  readonly exitCode: number
  readonly outcome: Outcome
  readonly startedAt: Date
  readonly finishedAt: Date
}

/** A summary for a command that ended before it had counted anything: every member is there, at zero. */
export function failureSummary(error: unknown, ending: Ending): Summary {
  const message = error instanceof Error ? error.message : String(error)
  return {
    type: 'summary',
    version: VERSION,
    command: ending.command,
    billingId: ending.billingId,
    startedAt: ending.startedAt.toISOString(),
    finishedAt: ending.finishedAt.toISOString(),
    durationMs: ending.finishedAt.getTime() - ending.startedAt.getTime(),
    exitCode: ending.exitCode,
    outcome: ending.outcome,
    firstRun: false,
    billing: { name: '', version: '', dialect: '', subscribers: 0, requests: 0, bytes: 0 },
    userside: { version: '', reads: 0, writes: 0, retries: 0 },
    tariffs: { created: 0, updated: 0, retired: 0, unchanged: 0 },
    addresses: { matched: 0, created: 0, failed: 0 },
    subscribers: {
      seen: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      absent: 0,
      returned: 0,
      unmanaged: 0,
      failed: 0,
    },
    fields: {},
    problems: error instanceof ConfigError ? error.issues.map(problemOf) : [],
    error: redacted(message),
  }
}

function problemOf(issue: ConfigError['issues'][number]): Problem {
  return { code: 'config', count: 1, sample: [issue.key], text: redacted(formatIssue(issue)), partial: false }
}

/** The last net: whatever an error's text carries, no key and no password leaves the program. */
const redacted = createRedactor([])
