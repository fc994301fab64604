/**
 * How far a server's clock was ahead of UTC at some past instant: for dates it keeps as unix seconds
 * (`contracts/databases.md` §1). Summer time counts, and so does its being introduced or given up.
 */

export type OffsetAt = (unixSeconds: number) => number

/** Offsets a server was asked for. */
export type Probe = readonly [unixSeconds: number, offsetMinutes: number]

/** Days of a year between which the zones of the world part ways: winter, summer, and both ends of it here and there. */
const PROBED_DAYS = ['01-15', '03-20', '04-02', '07-15', '10-28', '11-15'] as const
/** Nobody was connected before. */
const FIRST_PROBED_YEAR = 1990
const HALF_AN_HOUR = 1800

/** The instants to ask a server about, so that its zone is known, the newest year first. @param now unix seconds */
export function instantsToProbe(now: number): number[] {
  const year = new Date(now * 1000).getUTCFullYear()
  return Array.from({ length: year - FIRST_PROBED_YEAR + 1 }, (_, back) => year - back)
    .flatMap((each) => [
      ...PROBED_DAYS.map((day) => Date.parse(`${each}-${day}T12:00:00Z`) / 1000),
      ...europeanChanges(each).flatMap((at) => [at - HALF_AN_HOUR, at + HALF_AN_HOUR]),
    ])
    .filter((instant) => instant <= now)
}

/** When Europe changes its clocks. Others do it in the same night, at another hour. */
function europeanChanges(year: number): number[] {
  return [3, 10].map((month) => {
    const lastDay = new Date(Date.UTC(year, month, 0, 1))
    return lastDay.setUTCDate(lastDay.getUTCDate() - lastDay.getUTCDay()) / 1000
  })
}

/** The offsets of a zone by its name; `undefined` when the name is unknown here. */
export function offsetsOfZone(zone: string): OffsetAt | undefined {
  let format: Intl.DateTimeFormat
  try {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch {
    return undefined
  }
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
}

/** Seconds between two looks at a zone's clock; where both say the same, so does every hour between. */
const STRIDE = 28 * 24 * 3600

/** Zones that part ways over what is older are told apart by it, as far as the server and this host know it alike. */
const SURE_SECONDS = 12 * 365 * 24 * 3600

/**
 * The offsets of a server that calls its zone by no name: of the zones that gave in the last years what it gave, those
 * of the one that did so most often before, this host's before all others. Where there is none, its offset of now.
 * @param probes the newest first
 */
export function offsetsLike(probes: readonly Probe[], now: number): OffsetAt {
  const [[newest] = [0]] = probes
  const sure = probes.filter(([at]) => at > newest - SURE_SECONDS)
  const host = new Intl.DateTimeFormat().resolvedOptions().timeZone
  let best: OffsetAt = () => now
  let most = -1
  for (const zone of [host, ...Intl.supportedValuesOf('timeZone')]) {
    const offsets = offsetsOfZone(zone)
    if (offsets === undefined || !sure.every(([at, offset]) => offsets(at) === offset)) continue
    const alike = probes.filter(([at, offset]) => offsets(at) === offset).length
    if (alike === probes.length) return offsets
    if (alike <= most) continue
    most = alike
    best = offsets
  }
  return best
}

/** `1/1/2024, GMT+02:00` is 120. */
function offsetIn(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) + 0
}
