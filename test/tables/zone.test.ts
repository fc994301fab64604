/** The zone of a server that does not call it by a name, found by what its clock showed (databases.md §1). */
import { describe, expect, test } from 'bun:test'
import { instantsToProbe, offsetsLike, offsetsOfZone } from '../../src/billing/tables/servers/zone.ts'

const NOW = Date.parse('2026-11-30T12:00:00Z') / 1000

const clockOf = (zone: string) => {
  const offsets = offsetsOfZone(zone)
  if (offsets === undefined) throw new Error(zone)
  return offsets
}

/** The offsets as a server in the zone is asked for them. @param otherwise what it knows otherwise than this host */
function found(zone: string, otherwise: (at: number) => number | undefined = () => undefined) {
  const offsets = clockOf(zone)
  const probes = instantsToProbe(NOW).map((at) => [at, otherwise(at) ?? offsets(at)] as const)
  return offsetsLike(probes, offsets(NOW))
}

describe('a server in', () => {
  test.each([
    // Its summers were four hours ahead until 2010, and so was all of the time until 2014.
    ['Europe/Moscow', ['2005-07-01T00:00', '2012-01-31T20:00', '2014-06-30T20:00', '2016-06-30T21:00']],
    ['Europe/Minsk', ['2009-01-31T22:00', '2009-06-30T21:00', '2012-01-31T21:00']],
    ['Asia/Tashkent', ['1995-06-30T19:00', '2024-06-30T19:00']],
    // Beirut changes its clocks in the same night, three hours before.
    ['Europe/Kyiv', ['2024-03-30T22:30', '2024-03-31T00:59', '2024-03-31T01:01', '2024-10-26T23:30']],
    ['Europe/Chisinau', ['2015-03-29T00:30', '2005-10-29T23:30']],
  ])('%s shows what it showed then', (zone, instants) => {
    const offsets = found(zone)
    const at = instants.map((instant) => Date.parse(`${instant}:00Z`) / 1000)
    expect(at.map((each) => [each, offsets(each)])).toEqual(at.map((each) => [each, clockOf(zone)(each)]))
  })

  test('a zone of which this host knows the distant past otherwise is found all the same', () => {
    const until = Date.parse('1992-01-01T00:00:00Z') / 1000
    const offsets = found('Europe/Moscow', (at) => (at < until ? 150 : undefined))
    const summer = Date.parse('2013-06-30T20:00:00Z') / 1000
    expect(offsets(summer)).toBe(240)
  })

  test('no zone at all shows what it shows now', () => {
    const offsets = found('Europe/Kyiv', (at) => (at % 2 === 0 ? 17 : undefined))
    expect(offsets(0)).toBe(clockOf('Europe/Kyiv')(NOW))
  })
})
