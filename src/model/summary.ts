/** The result of a run as scripts and dashboards read it (`--json`, journal, metrics, report). */
import type { FieldName } from './policy.ts'
import type { Problem } from './problem.ts'

export type Outcome =
  | 'ok'
  | 'changes'
  | 'partial'
  | 'guard'
  | 'locked'
  | 'config'
  | 'billing'
  | 'userside'
  | 'interrupted'
  | 'error'

/** The exit code of a command line that asks for what is not there. Its outcome is `error`, as a bug's is. */
export const WRONG_COMMAND_LINE = 64

export interface Summary {
  readonly type: 'summary'
  readonly version: string
  readonly command: string
  readonly billingId: number
  /** ISO 8601 with zone. */
  readonly startedAt: string
  readonly finishedAt: string
  readonly durationMs: number
  readonly exitCode: number
  readonly outcome: Outcome
  readonly firstRun: boolean
  readonly billing: {
    readonly name: string
    readonly version: string
    readonly dialect: string
    readonly subscribers: number
    readonly requests: number
    readonly bytes: number
  }
  readonly userside: {
    readonly version: string
    readonly reads: number
    readonly writes: number
    readonly retries: number
  }
  readonly tariffs: TariffCounts
  readonly addresses: AddressCounts
  readonly subscribers: SubscriberCounts
  /** Changed subscribers by field; a field without changes is left out. */
  readonly fields: Partial<Record<FieldName, number>>
  readonly problems: readonly Problem[]
  /** What ended the run early, one sentence; left out when nothing did. */
  readonly error?: string
}

/** A summary as scripts read it: the promised members, and no others. */
export type ToldSummary = Omit<Summary, 'problems'> & {
  readonly problems: readonly Omit<Problem, 'partial'>[]
}

/** What `--json` prints of a summary. That a problem left something undone is told by the exit code. */
export function toldSummary(summary: Summary): ToldSummary {
  const problems = summary.problems.map(({ code, count, sample, text }) => ({ code, count, sample, text }))
  return { ...summary, problems }
}

export interface TariffCounts {
  created: number
  updated: number
  retired: number
  unchanged: number
}

export interface AddressCounts {
  matched: number
  created: number
  failed: number
}

export interface SubscriberCounts {
  seen: number
  created: number
  updated: number
  unchanged: number
  absent: number
  returned: number
  unmanaged: number
  failed: number
}
