import { describe, expect, test } from 'bun:test'
import { readClock } from '../../../src/billing/universal/clock.ts'

const instant = Date.parse('2026-11-23T00:17:31Z')
const host = () => 60

describe("the billing's clock (§4)", () => {
  const rows: readonly [date: string, local: string, offsetMinutes: number][] = [
    ['2026-11-23 02:17:33', '2026-11-23 02:17:33', 120],
    ['2026-11-23 00:17:33', '2026-11-23 00:17:33', 0],
    ['2026-11-22 19:17:00', '2026-11-22 19:17:00', -300],
    ['2026-11-23 06:02:40', '2026-11-23 06:02:40', 345],
    ['2026-11-23 02:24:59', '2026-11-23 02:24:59', 120],
    ['23.11.2026 02:17', '2026-11-23 02:17:00', 120],
  ]
  for (const [date, local, offsetMinutes] of rows)
    test(`${date} is ${offsetMinutes} minutes ahead of the Date header`, () => {
      expect(readClock(date, instant, host)).toEqual({ local, offsetMinutes })
    })

  for (const date of ['', '2026-11-23', 'soon: 12'])
    test(`${JSON.stringify(date)} tells no time: the instant in this host's zone`, () => {
      expect(readClock(date, instant, host)).toEqual({ local: '2026-11-23 01:17:31', offsetMinutes: 60 })
    })

  const farthest: readonly [date: string, offsetMinutes: number][] = [
    ['2026-11-22 12:17:31', -720],
    ['2026-11-23 14:17:31', 840],
  ]
  for (const [date, offsetMinutes] of farthest)
    test(`${date} is as far off as a zone may be`, () => {
      expect(readClock(date, instant, host)).toEqual({ local: date, offsetMinutes })
    })

  for (const date of [
    '2026-11-22 12:02:31',
    '2026-11-23 14:32:31',
    '2005-01-01 00:00:12',
    '2036-02-07 06:28:16',
  ])
    test(`${date} is in no zone: the clock is wrong, and the zone is that of this host`, () => {
      expect(readClock(date, instant, host)).toEqual({ local: date, offsetMinutes: 60, isDoubtful: true })
    })

  test('no zone is minus zero', () => {
    expect(Object.is(readClock('2026-11-23 00:17:00', instant, host).offsetMinutes, 0)).toBe(true)
  })
})
