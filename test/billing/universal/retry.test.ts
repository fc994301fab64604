import { describe, expect, test } from 'bun:test'
import { type RetryDecision, withRetries } from '../../../src/billing/universal/retry.ts'

function options(verdict: (error: unknown) => RetryDecision) {
  const pauses: number[] = []
  return {
    pauses,
    decide: verdict,
    onRetry: () => {},
    random: () => 0.5,
    sleep: async (ms: number) => {
      pauses.push(ms)
    },
  }
}

function failing(kinds: readonly string[]): () => Promise<string> {
  const left = [...kinds]
  return async () => {
    const kind = left.shift()
    if (kind === undefined) return 'done'
    throw new Error(kind)
  }
}

const verdict = (attempts: number) => (error: unknown) => ({
  kind: error instanceof Error ? error.message : '',
  attempts,
  waitAtLeastMs: undefined,
})

describe('trying again', () => {
  test('pauses grow', async () => {
    const given = options(verdict(4))
    expect(await withRetries(failing(['a', 'a', 'a', 'a']), given)).toBe('done')
    expect(given.pauses).toEqual(given.pauses.toSorted((one, other) => one - other))
    expect(new Set(given.pauses).size).toBe(4)
  })

  test('ends with the last error', () => {
    expect(withRetries(failing(['a', 'a', 'a']), options(verdict(2)))).rejects.toThrow('a')
  })

  test('each kind of failure has its own number of attempts', async () => {
    expect(await withRetries(failing(['a', 'b', 'a', 'b']), options(verdict(2)))).toBe('done')
  })

  test('what is worth no attempt is thrown at once', async () => {
    const given = options(verdict(0))
    expect(withRetries(failing(['a']), given)).rejects.toThrow('a')
    expect(given.pauses).toEqual([])
  })

  test('waits as long as it is asked to', async () => {
    const given = options(() => ({ kind: '', attempts: 1, waitAtLeastMs: 60_000 }))
    await withRetries(failing(['a']), given)
    expect(given.pauses).toEqual([60_000])
  })

  test('a sleep that is interrupted ends it', () => {
    const given = { ...options(verdict(5)), sleep: () => Promise.reject(new Error('SIGTERM')) }
    expect(withRetries(failing(['a']), given)).rejects.toThrow('SIGTERM')
  })
})
