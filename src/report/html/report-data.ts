/** What the page is made of. */
import type { Outcome, Summary } from '../../model/summary.ts'

/** A run as the journal tells it; without an end it was killed or is going on. */
export interface ReportRun {
  readonly id: number
  readonly command: string
  /** ISO 8601. */
  readonly startedAt: string
  readonly finishedAt: string | undefined
  readonly outcome: Outcome | undefined
  readonly summary: Summary | undefined
}

/** How much of a field is filled: shares from 0 to 1. */
export interface Completeness {
  readonly field: string
  readonly billing: number
  readonly userside: number
}

export interface ReportData {
  readonly version: string
  readonly billingId: number
  readonly generatedAt: Date
  /** Newest first. */
  readonly runs: readonly ReportRun[]
  /** Empty when nothing was compared. */
  readonly completeness: readonly Completeness[]
  /** The running configuration, its secrets already taken out. */
  readonly configuration: readonly (readonly [key: string, value: string])[]
}
