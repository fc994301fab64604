import { afterEach, describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { fromUnixIn, hostZone, toUnixIn, zoneOf } from '../../src/model/zone.ts'

const usual = process.env['TZ']
afterEach(() => {
  process.env['TZ'] = usual ?? 'Etc/UTC'
})

const SUMMER = { local: '2026-07-01 15:00:00', offsetMinutes: 180 }
const WINTER = { local: '2026-12-01 14:00:00', offsetMinutes: 120 }

describe('the zone of a clock', () => {
  test("is this host's, summer time and all, where it is as far ahead of UTC just now", () => {
    process.env['TZ'] = 'Europe/Kyiv'
    for (const clock of [SUMMER, WINTER]) {
      const zone = zoneOf(clock)
      expect(toUnixIn('2026-07-01 12:00:00', zone)).toBe(Date.parse('2026-07-01T09:00:00Z') / 1000)
      expect(toUnixIn('2026-12-01 12:00:00', zone)).toBe(Date.parse('2026-12-01T10:00:00Z') / 1000)
      expect(fromUnixIn(Date.parse('2026-07-01T09:00:00Z') / 1000, zone)).toBe('2026-07-01 12:00:00')
    }
  })

  test('is as far ahead as the clock is now where the host is in another one', () => {
    process.env['TZ'] = 'Europe/London'
    const zone = zoneOf(WINTER)
    expect(toUnixIn('2026-07-01 12:00:00', zone)).toBe(Date.parse('2026-07-01T10:00:00Z') / 1000)
    expect(toUnixIn('2026-12-01 12:00:00', zone)).toBe(Date.parse('2026-12-01T10:00:00Z') / 1000)
  })

  test("is this host's where the clock is not to be believed", () => {
    process.env['TZ'] = 'Europe/Kyiv'
    const zone = zoneOf({ local: '2005-07-01 00:00:12', offsetMinutes: 120, isDoubtful: true })
    expect(toUnixIn('2026-07-01 12:00:00', zone)).toBe(Date.parse('2026-07-01T09:00:00Z') / 1000)
  })

  test('of every moment is read back, but for the hour that comes twice', () => {
    process.env['TZ'] = 'Europe/Kyiv'
    fc.assert(
      fc.property(fc.integer({ min: 1e9, max: 2e9 }), (unix) => {
        const back = toUnixIn(fromUnixIn(unix, hostZone), hostZone)
        if (back !== unix)
          expect([back - unix, fromUnixIn(back, hostZone)]).toEqual([3600, fromUnixIn(unix, hostZone)])
      }),
      { numRuns: 2000 },
    )
  })

  test('knows the hour that is left out', () => {
    process.env['TZ'] = 'Europe/Kyiv'
    expect(fromUnixIn(toUnixIn('2026-03-29 03:30:00', hostZone), hostZone)).toBe('2026-03-29 04:30:00')
  })
})
