/**
 * The hot values that stand beside the source hashes (`contracts/userside-api.md` §2, step 8). Nobody says in which
 * notation an activity comes there, nor which traffic is "in": so the list is believed only in the reading that gives,
 * for a sample of records, exactly what is known of them.
 */
import type { Customer, HotPart } from '../../model/customer.ts'
import { parseDateTime, realUnix } from '../../model/date.ts'
import { integerText, parseDecimal } from '../../model/decimal.ts'
import { fromUnixIn, toUnixIn, type Zone } from '../../model/zone.ts'
import type { SourceHash } from '../../userside/userside.ts'

/** How the columns are to be read. */
export interface HotReading {
  readonly activity: 'local' | 'unix'
  readonly trafficIn: 'up' | 'down'
}

const READINGS: readonly HotReading[] = [
  { activity: 'local', trafficIn: 'up' },
  { activity: 'local', trafficIn: 'down' },
  { activity: 'unix', trafficIn: 'up' },
  { activity: 'unix', trafficIn: 'down' },
]

/** Reads the columns of one record. Of the two notations of an activity only the one that is compared is filled. */
export function readHot(columns: SourceHash, reading: HotReading, rules: HotRules): HotPart {
  const isUpIn = reading.trafficIn === 'up'
  const { activeAt, activeAtUnix } = readActivity(columns.activity, reading, rules)
  return {
    balance: parseDecimal(columns.balance, 2) ?? 0,
    trafficUp: integerText(isUpIn ? columns.trafficIn : columns.trafficOut),
    trafficDown: integerText(isUpIn ? columns.trafficOut : columns.trafficIn),
    activeAt,
    activeAtUnix,
  }
}

function readActivity(
  text: string,
  { activity }: HotReading,
  { isActivityUnix, zone }: HotRules,
): Pick<HotPart, 'activeAt' | 'activeAtUnix'> {
  if (activity === 'unix') {
    const activeAtUnix = realUnix(parseDecimal(text, 0) ?? 0)
    const isLocalWanted = !isActivityUnix && activeAtUnix !== 0
    return { activeAt: isLocalWanted ? fromUnixIn(activeAtUnix, zone) : '', activeAtUnix }
  }
  const activeAt = parseDateTime(text)
  const isUnixWanted = isActivityUnix && activeAt !== ''
  return { activeAt, activeAtUnix: isUnixWanted ? toUnixIn(activeAt, zone) : 0 }
}

/** The hot values of a few records, with their keys, as they are known for certain. */
export type HotSample = readonly (readonly [key: string, known: HotPart])[]

/** What a run leaves to the next: how the columns read, or, as long as no list was met, by what that can be told. */
export type HotKnowledge = { readonly reading: HotReading } | { readonly sample: HotSample }

/** What was found out of a list: how this one is to be read, and what the next run may rely on. */
export interface Finding {
  readonly reading: HotReading
  readonly learned: HotKnowledge
}

/** A sample holds as many records as these: any, and of those that tell columns apart. */
const MOST_OF_ANY = 100
const MOST_TELLING = 50

/** Gathers a sample of the records that pass: some, and such as tell one reading from another. */
export class Sampler {
  readonly sample = new Map<string, HotPart>()
  #traffic = 0
  #activity = 0

  /** Takes a record into the sample if it is of use. One that is not in billing any more need not be in the list. */
  offer(customer: Customer): void {
    if (!customer.isInBilling) return
    const hot = hotPart(customer)
    const isTraffic = hot.trafficUp !== hot.trafficDown && this.#traffic < MOST_TELLING
    const isActivity = (hot.activeAt !== '' || hot.activeAtUnix !== 0) && this.#activity < MOST_TELLING
    if (!isTraffic && !isActivity && this.sample.size >= MOST_OF_ANY) return
    if (isTraffic) this.#traffic += 1
    if (isActivity) this.#activity += 1
    this.sample.set(customer.key, hot)
  }
}

export interface HotRules {
  /** Fields that are compared; the columns of the others may hold what they want. */
  readonly compared: ReadonlySet<string>
  readonly isActivityUnix: boolean
  /** In which UserSide's local times are. */
  readonly zone: Zone
}

/**
 * The reading that gives what is known of every record of the sample; `undefined` when none does. Where the sample fits
 * several, the list must read the same in all of them, and it stays open for the next run which one it is.
 */
export function findReading(
  sample: HotSample,
  hashes: ReadonlyMap<string, SourceHash>,
  rules: HotRules,
): Finding | undefined {
  const isRight = (reading: HotReading): boolean =>
    sample.every(([key, known]) => {
      const columns = hashes.get(key)
      return columns === undefined || isSameHot(readHot(columns, reading, rules), known, rules)
    })
  const [reading, ...others] = READINGS.filter(isRight)
  if (reading === undefined) return undefined
  if (others.length === 0) return { reading, learned: { reading } }
  const isOneWay = others
    .filter((other) => isOtherwise(other, reading, rules))
    .every((other) =>
      hashes
        .values()
        .every((columns) =>
          isSameHot(readHot(columns, other, rules), readHot(columns, reading, rules), rules),
        ),
    )
  return isOneWay ? { reading, learned: { sample } } : undefined
}

/** Whether two readings read a column differently that is compared at all. */
function isOtherwise(one: HotReading, other: HotReading, { compared }: HotRules): boolean {
  return (
    (compared.has('traffic') && one.trafficIn !== other.trafficIn) ||
    (compared.has('activity') && one.activity !== other.activity)
  )
}

/** The same in all that is compared. */
function isSameHot(one: HotPart, other: HotPart, { compared, isActivityUnix }: HotRules): boolean {
  const isSame = (name: keyof HotPart): boolean => one[name] === other[name]
  return (
    (!compared.has('balance') || isSame('balance')) &&
    (!compared.has('traffic') || (isSame('trafficUp') && isSame('trafficDown'))) &&
    (!compared.has('activity') || isSame(isActivityUnix ? 'activeAtUnix' : 'activeAt'))
  )
}

/** The hot values of a record. */
function hotPart(customer: Customer): HotPart {
  const { balance, trafficUp, trafficDown, activeAt, activeAtUnix } = customer
  return { balance, trafficUp, trafficDown, activeAt, activeAtUnix }
}
