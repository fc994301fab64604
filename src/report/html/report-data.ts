/** The data of the page. */
import type { ReportRun } from '../outcome.ts'

/** How much of a field is filled: shares from 0 to 1. */
export interface Completeness {
  readonly field: string
  readonly billing: number
  readonly userside: number
}

/** How much of every field was filled when both sides were compared. */
export interface Shares {
  /** ISO 8601. */
  readonly foundAt: string
  readonly shares: readonly Completeness[]
}

/** A subscriber something happened to, and in which run. */
export interface Affected {
  /** In the billing. */
  readonly id: string
  /** `undefined` when the journal does not know it. */
  readonly name: string | undefined
  readonly what: 'refused' | 'lost' | 'marked' | 'returned'
  /** What UserSide said of it. */
  readonly why: string | undefined
  readonly run: number
  /** When the run began, ISO 8601. */
  readonly at: string
}

export interface AffectedSubscribers {
  /** Newest first. */
  readonly subscribers: readonly Affected[]
  /** False when there are more. */
  readonly isWhole: boolean
}

export interface ReportData {
  readonly version: string
  readonly billingId: number
  readonly generatedAt: Date
  /** Newest first, of the last 30 days. */
  readonly runs: readonly ReportRun[]
  readonly affected: AffectedSubscribers
  /** `undefined` when nothing was compared. */
  readonly completeness: Shares | undefined
  /** The running configuration, its secrets already taken out. */
  readonly configuration: readonly (readonly [key: string, value: string])[]
}
