/** The text and the summary of a command that ended with an error. */
import { formatIssue, tellIssue } from '../../config/load.ts'
import { ConfigError, UsmError } from '../../model/errors.ts'
import type { Problem } from '../../model/problem.ts'
import { createRedactor } from '../../model/redaction.ts'
import type { Summary } from '../../model/summary.ts'
import { ENGLISH, type Speaker } from '../../text/speaker.ts'
import { summaryOf } from './summary.ts'

/** The text for stderr: one sentence, what to do, and every error of a configuration on a line of its own. */
export function describeFailure(
  error: unknown,
  { isVerbose, speaker = ENGLISH }: { readonly isVerbose: boolean; readonly speaker?: Speaker },
): string {
  if (!(error instanceof UsmError)) return describeBug(error, isVerbose, speaker)
  const { message, hint } = error
  const tell = (english: string): string => speaker.retell(english)
  const issues = error instanceof ConfigError ? error.issues.map((issue) => tellIssue(issue, tell)) : []
  const lines = [...issues, tell(message), ...(hint === undefined ? [] : [tell(hint)])]
  return `${lines.map(redacted).join('\n')}\n`
}

function describeBug(error: unknown, isVerbose: boolean, speaker: Speaker): string {
  const text =
    error instanceof Error ? ((isVerbose ? error.stack : undefined) ?? error.message) : String(error)
  const advice = speaker.say('This is a bug: please report it, with what --verbose prints.')
  return `${speaker.say('Unexpected error: {1}', redacted(text))}\n${advice}\n`
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
