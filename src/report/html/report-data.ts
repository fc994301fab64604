/** What the page is made of. */
import type { ReportRun } from '../outcome.ts'

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
