/** The billing's clock, from the two ways it tells the time (§4). */
import type { SystemClock } from '../../model/clock.ts'
import { fromUnix, parseDateTime, toUnix } from '../../model/date.ts'
import type { Zone } from '../../model/zone.ts'

const QUARTER_MINUTES = 15

/** No zone is farther behind UTC, or farther ahead of it. */
const FARTHEST_MINUTES = { behind: -12 * 60, ahead: 14 * 60 }

/**
 * Reads the clock from the billing's own local time and the instant of the same answer. Without a local time of day
 * (old uBilling, unsupported method) the billing is taken to be in this host's zone.
 * @param local the `date` of the system information, `""` when there is none
 * @param instant milliseconds since 1970, from the HTTP `Date` header
 */
export function readClock(local: string, instant: number, host: Zone): SystemClock {
  const time = local.includes(':') ? parseDateTime(local) : ''
  const ofHost = host(new Date(instant))
  if (time === '') return { local: fromUnix(Math.floor(instant / 1000), ofHost), offsetMinutes: ofHost }
  const minutes = (toUnix(time, 0) - instant / 1000) / 60
  const offsetMinutes = Math.round(minutes / QUARTER_MINUTES) * QUARTER_MINUTES + 0
  const isZone = offsetMinutes >= FARTHEST_MINUTES.behind && offsetMinutes <= FARTHEST_MINUTES.ahead
  return isZone ? { local: time, offsetMinutes } : { local: time, offsetMinutes: ofHost, isDoubtful: true }
}
