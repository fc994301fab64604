/** When a request is tried again, and how long after. The pauses themselves are `model/backoff.ts`. */
import { setTimeout as pause } from 'node:timers/promises'
import { backoffMs } from '../model/backoff.ts'
import { NoAnswer } from './failure.ts'

/** Waits; ends early, by throwing, when the signal is aborted. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>

export const realSleep: Sleep = (milliseconds, signal) =>
  pause(milliseconds, undefined, signal === undefined ? {} : { signal })

export interface Patience {
  /** Further tries after the first. */
  readonly retries: number
  readonly sleep: Sleep
  readonly random: () => number
  /** Aborted: no further try begins, and a pause ends at once; its reason is thrown. */
  readonly signal: AbortSignal | undefined
  /** Told before each pause. */
  readonly onRetry: (failure: NoAnswer, waitMs: number) => void
}

/**
 * Runs an attempt until it succeeds or trying again is of no use.
 * @param isRepeatable true for a request that changes nothing; one that does is repeated only after a failure that
 *   proves the ERP did not act on it
 * @throws NoAnswer of the last attempt; the signal's reason when it is aborted
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  isRepeatable: boolean,
  patience: Patience,
): Promise<T> {
  for (let tried = 0; ; tried += 1) {
    patience.signal?.throwIfAborted()
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
      if (tried >= Math.min(patience.retries, usefulRetries(error, isRepeatable))) throw error
      const waitMs = Math.max(error.retryAfterMs ?? 0, backoffMs(tried, patience.random()))
      patience.onRetry(error, waitMs)
      await sleepUnlessAborted(waitMs, patience)
    }
  }
}

/** True when a failure proves that the ERP did not act on the request (§1). */
export function isProvenUnsent(failure: NoAnswer): boolean {
  if (failure.stage === 'unsent' || failure.stage === 'untrusted') return true
  return failure.status === 429 || (failure.status === 503 && failure.retryAfterMs !== undefined)
}

function usefulRetries(failure: NoAnswer, isRepeatable: boolean): number {
  if (failure.stage === 'untrusted') return 0
  if (!isRepeatable) return isProvenUnsent(failure) ? Number.POSITIVE_INFINITY : 0
  // A body may have been cut on the way; one that is damaged twice will be so the third time.
  if (failure.stage === 'body') return 1
  return failure.stage !== 'status' || isTemporaryStatus(failure.status) ? Number.POSITIVE_INFINITY : 0
}

/** Statuses after which the same request may well succeed. */
export function isTemporaryStatus(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500
}

async function sleepUnlessAborted(waitMs: number, { sleep, signal }: Patience): Promise<void> {
  try {
    await sleep(waitMs, signal)
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  }
}
