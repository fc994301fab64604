/** The billing's clock, from the two ways it tells the time (§4). */
import type { SystemClock } from '../../model/clock.ts'
import { fromUnix, parseDateTime, toUnix } from '../../model/date.ts'

const QUARTER_MINUTES = 15

/**
 * Reads the clock from the billing's own local time and the instant of the same answer. Without a local time of day
 * (old uBilling, unsupported method) the billing is taken to be in this host's zone.
 * @param local the `date` of the system information, `""` when there is none
 * @param instant milliseconds since 1970, from the HTTP `Date` header
 */
export function readClock(
  local: string,
  instant: number,
  hostOffsetMinutes: (at: Date) => number,
): SystemClock {
  const time = local.includes(':') ? parseDateTime(local) : ''
  if (time === '') {
    const offsetMinutes = hostOffsetMinutes(new Date(instant))
    return { local: fromUnix(Math.floor(instant / 1000), offsetMinutes), offsetMinutes }
  }
  const minutes = (toUnix(time, 0) - instant / 1000) / 60
  return { local: time, offsetMinutes: Math.round(minutes / QUARTER_MINUTES) * QUARTER_MINUTES + 0 }
}
