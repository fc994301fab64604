/**
 * Time limits, without waiting for them: where a system has taken a request that it will never answer, and nothing else
 * is under way, nothing can happen but that time passes. So it has passed.
 */
import type { Faults } from '../../src/sandbox/faults.ts'

/**
 * A way to both systems on which an answer that never comes is given up at a standstill, as at the end of its time. A run
 * on it is not told to stop.
 */
export function skippingTime(systems: readonly Faults[]): typeof fetch {
  const underWay = new Set<AbortController>()
  let givenUp = 0

  function look(): void {
    const swallowed = systems.flatMap(({ fired }) => fired).filter(({ kind }) => kind === 'timeout').length
    if (underWay.size === 0 || swallowed - givenUp < underWay.size) return
    givenUp += underWay.size
    for (const limit of underWay) limit.abort(new DOMException('The operation timed out.', 'TimeoutError'))
  }

  async function watch(faults: Faults): Promise<never> {
    for (;;) {
      await faults.whenFired()
      look()
    }
  }

  async function send(url: string, init: RequestInit = {}): Promise<Response> {
    const limit = new AbortController()
    underWay.add(limit)
    try {
      const limits = [limit.signal, ...(init.signal ? [init.signal] : [])]
      return await fetch(url, { ...init, signal: AbortSignal.any(limits) })
    } finally {
      underWay.delete(limit)
      look()
    }
  }

  for (const faults of systems) void watch(faults)
  return send as typeof fetch
}
