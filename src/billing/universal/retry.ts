/** Repeats an attempt: how often, and how long the pauses are. */
import { backoffMs } from '../../model/backoff.ts'

/** What a failure means for another attempt. */
export interface RetryDecision {
  /** Failures are counted by this word, each against its own limit. */
  readonly kind: string
  /** Further attempts a failure of this kind is worth in all. */
  readonly attempts: number
  /** What the server asked to wait; `undefined` when it did not. */
  readonly waitAtLeastMs: number | undefined
}

export interface RetryOptions {
  /** What the error of an attempt means for another one. */
  readonly decide: (error: unknown) => RetryDecision
  /** Told before each pause. */
  readonly onRetry: (error: unknown, waitMs: number) => void
  /** Waits, or throws when the run is told to stop. */
  readonly sleep: (ms: number) => Promise<void>
  /** 0 to below 1. */
  readonly random: () => number
}

/**
 * Attempts until it succeeds, with pauses that grow and never fall below what the server asked for.
 * @throws what the last attempt threw
 */
export async function withRetries<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const failures = new Map<string, number>()
  for (let pauses = 0; ; pauses++) {
    try {
      return await attempt()
    } catch (error) {
      const { kind, attempts, waitAtLeastMs = 0 } = options.decide(error)
      const failed = (failures.get(kind) ?? 0) + 1
      if (failed > attempts) throw error
      failures.set(kind, failed)
      const waitMs = Math.max(backoffMs(pauses, options.random()), waitAtLeastMs)
      options.onRetry(error, waitMs)
      await options.sleep(waitMs)
    }
  }
}
