/** The text and the summary of a command that ended with an error. */
import { formatIssue } from '../../config/load.ts'
import { ConfigError, UsmError } from '../../model/errors.ts'
import type { Problem } from '../../model/problem.ts'
import { createRedactor } from '../../model/redaction.ts'
import type { Summary } from '../../model/summary.ts'
import { summaryOf } from './summary.ts'

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

/** A summary for a command that ended before it had asked anybody anything. */
export function failureSummary(
  error: unknown,
  ending: Pick<
    Parameters<typeof summaryOf>[0],
    'command' | 'billingId' | 'exitCode' | 'startedAt' | 'finishedAt'
  >,
): Summary {
  return summaryOf({
    ...ending,
    problems: error instanceof ConfigError ? error.issues.map(problemOf) : [],
    error: redacted(error instanceof Error ? error.message : String(error)),
  })
}

function problemOf(issue: ConfigError['issues'][number]): Problem {
  return { code: 'config', count: 1, sample: [issue.key], text: redacted(formatIssue(issue)), partial: false }
}

/** The last net: whatever an error's text carries, no key and no password leaves the program. */
const redacted = createRedactor([])
