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

export interface ReportData {
  readonly version: string
  readonly billingId: number
  readonly generatedAt: Date
  /** Newest first. */
  readonly runs: readonly ReportRun[]
  /** `undefined` when nothing was compared. */
  readonly completeness: Shares | undefined
  /** The running configuration, its secrets already taken out. */
  readonly configuration: readonly (readonly [key: string, value: string])[]
}
