/**
 * How far a server's clock was ahead of UTC at some past instant: for dates it keeps as unix seconds
 * (`contracts/databases.md` §1). Summer time counts.
 */
import type { SystemClock } from '../../../model/clock.ts'

export type OffsetAt = (unixSeconds: number) => number

const HALF_A_YEAR = 182 * 24 * 3600

/**
 * By the zone's name where the server tells one that is known; else as on this host, where both agree now and had to
 * agree half a year ago; else the offset of now.
 * @param halfYearOffset minutes ahead of UTC half a year ago, as the server sees it; `undefined` unknown
 */
export function offsetsOf(
  clock: SystemClock,
  now: number,
  host: (at: Date) => number,
  { zone, halfYearOffset }: { zone?: string | undefined; halfYearOffset?: number | undefined } = {},
): OffsetAt {
  const named = zone === undefined ? undefined : offsetsOfZone(zone)
  if (named?.(now) === clock.offsetMinutes) return named
  const ofHost = (unixSeconds: number): number => host(new Date(unixSeconds * 1000))
  const isAlike =
    ofHost(now) === clock.offsetMinutes &&
    (halfYearOffset === undefined || ofHost(now - HALF_A_YEAR) === halfYearOffset)
  return isAlike ? ofHost : () => clock.offsetMinutes
}

/** The instant at which a server is asked for its other offset. */
export function halfYearBefore(now: number): number {
  return now - HALF_A_YEAR
}

/** Days between two looks at a zone's clock; where both say the same, so does every hour between. */
const STRIDE = 28 * 24 * 3600

function offsetsOfZone(zone: string): OffsetAt | undefined {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    const known = new Map<number, number>()
    // Zones change at full hours: an hour is asked for once.
    const atHour = (hour: number): number => {
      const found = known.get(hour) ?? offsetIn(format.format(new Date(hour * 3_600_000)))
      known.set(hour, found)
      return found
    }
    return (unixSeconds) => {
      const from = Math.floor(unixSeconds / STRIDE) * (STRIDE / 3600)
      const first = atHour(from)
      return first === atHour(from + STRIDE / 3600) ? first : atHour(Math.floor(unixSeconds / 3600))
    }
  } catch {
    return undefined
  }
}

/** `1/1/2024, GMT+02:00` is 120. */
function offsetIn(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) + 0
}
