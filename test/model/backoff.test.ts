import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { backoffMs, retryAfterMs } from '../../src/model/backoff.ts'

describe('the pause before a retry', () => {
  test('doubles from half a second up to half a minute', () => {
    const latest = [0, 1, 2, 3, 6, 50].map((attempt) => backoffMs(attempt, 1))
    expect(latest).toEqual([500, 1000, 2000, 4000, 30_000, 30_000])
  })

  test('is never shorter than half its span and never longer than the span', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 60 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (n, r) => {
          expect(backoffMs(n, r)).toBeGreaterThanOrEqual(backoffMs(n, 0))
          expect(backoffMs(n, r)).toBeLessThanOrEqual(backoffMs(n, 0) * 2)
          expect(backoffMs(n, 0)).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-11-23T10:00:00Z')

  test('is read as seconds', () => {
    expect(retryAfterMs('7', now)).toBe(7000)
    expect(retryAfterMs(' 0 ', now)).toBe(0)
  })

  test('is read as a date', () => {
    expect(retryAfterMs('Mon, 23 Nov 2026 10:00:30 GMT', now)).toBe(30_000)
  })

  test('of a moment already past asks for no pause', () => {
    expect(retryAfterMs('Mon, 23 Nov 2026 09:00:00 GMT', now)).toBe(0)
  })

  test('is capped at two minutes, so that a server cannot stall a run', () => {
    expect(retryAfterMs('86400', now)).toBe(120_000)
    expect(retryAfterMs('Fri, 01 Jan 2100 00:00:00 GMT', now)).toBe(120_000)
  })

  test('that is absent, empty or no time at all is nothing', () => {
    expect([null, '', 'soon', '-5x'].map((header) => retryAfterMs(header, now))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
