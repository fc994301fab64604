/** Time zones: how far local times are ahead of UTC, which changes twice a year (`contracts/universal-billing-api.md` §4). */
import type { SystemClock } from './clock.ts'
import { fromUnix, toUnix } from './date.ts'

/** Minutes a zone is ahead of UTC at an instant. */
export type Zone = (at: Date) => number

export const hostZone: Zone = (at) => -at.getTimezoneOffset()

/**
 * The zone of a system that told its clock: this host's, where that is as far ahead of UTC just now. Then its summer time
 * is known too, and a moment of last month does not move by an hour when the clocks are changed. So it is with a clock that
 * cannot be believed. Else all times are taken to be as far ahead as the clock is now.
 */
export function zoneOf({ local, offsetMinutes, isDoubtful }: SystemClock, host: Zone = hostZone): Zone {
  if (isDoubtful === true) return host
  const now = new Date(toUnix(local, offsetMinutes) * 1000)
  return host(now) === offsetMinutes ? host : () => offsetMinutes
}

/** Seconds since 1970 of a local date-time. Of an hour that comes twice it is the second; one that is left out is read on. */
export function toUnixIn(local: string, zone: Zone): number {
  const asUtc = toUnix(local, 0)
  const offset = offsetAt(asUtc - offsetAt(asUtc, zone) * 60, zone)
  return asUtc - offset * 60
}

/** The local date-time of an instant. */
export function fromUnixIn(unixSeconds: number, zone: Zone): string {
  return fromUnix(unixSeconds, offsetAt(unixSeconds, zone))
}

function offsetAt(unixSeconds: number, zone: Zone): number {
  return zone(new Date(unixSeconds * 1000))
}
