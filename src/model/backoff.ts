/** The pause before a request is tried again. Pure: randomness and time come in as parameters. */

/** First pause, before jitter. */
const BASE_MS = 500
/** Longest pause we choose ourselves, before jitter. */
const LONGEST_MS = 30_000
/** Longest pause a server may ask for: a run comes back in minutes anyway, and a hostile header must not stall it. */
const LONGEST_ASKED_MS = 120_000

/**
 * Milliseconds to wait before retry `attempt` (0 is the first). The span doubles each time; the pause is drawn from
 * its upper half, so that clients which failed together do not come back together, and none comes back at once.
 * @param random a number from 0 to below 1
 */
export function backoffMs(attempt: number, random: number): number {
  const span = Math.min(LONGEST_MS, BASE_MS * 2 ** attempt)
  return Math.round(span / 2 + (span / 2) * random)
}

/**
 * What a `Retry-After` header asks for, in milliseconds, capped at two minutes; `undefined` when there is none or it
 * is neither seconds nor a date. A moment already past is 0.
 * @param now milliseconds since 1970
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? ''
  const asked = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isNaN(asked) ? undefined : Math.min(LONGEST_ASKED_MS, Math.max(0, asked))
}
