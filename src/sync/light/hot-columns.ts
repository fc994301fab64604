/**
 * The hot values that stand beside the source hashes (`contracts/userside-api.md` §2, step 8). Nobody says in which
 * notation an activity comes there, nor which traffic is "in": so the list is believed only in the reading that gives,
 * for a sample of records, exactly what is known of them.
 */
import type { Customer } from '../../model/customer.ts'
import { fromUnix, parseDateTime, toUnix } from '../../model/date.ts'
import { integerText, parseDecimal } from '../../model/decimal.ts'
import type { SourceHash } from '../../userside/userside.ts'

/** The values of a record that are told beside its source hash, so that they need not be remembered. */
export type HotPart = Pick<Customer, 'balance' | 'trafficUp' | 'trafficDown' | 'activeAt' | 'activeAtUnix'>

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
  const [up, down] =
    reading.trafficIn === 'up'
      ? [columns.trafficIn, columns.trafficOut]
      : [columns.trafficOut, columns.trafficIn]
  return {
    balance: parseDecimal(columns.balance, 2) ?? 0,
    trafficUp: integerText(up),
    trafficDown: integerText(down),
    ...readActivity(columns.activity, reading, rules),
  }
}

function readActivity(
  text: string,
  { activity }: HotReading,
  { isActivityUnix, offsetMinutes }: HotRules,
): Pick<HotPart, 'activeAt' | 'activeAtUnix'> {
  if (activity === 'unix') {
    const activeAtUnix = parseDecimal(text, 0) ?? 0
    const isLocalWanted = !isActivityUnix && activeAtUnix !== 0
    return { activeAt: isLocalWanted ? fromUnix(activeAtUnix, offsetMinutes) : '', activeAtUnix }
  }
  const activeAt = parseDateTime(text)
  const isUnixWanted = isActivityUnix && activeAt !== ''
  return { activeAt, activeAtUnix: isUnixWanted ? toUnix(activeAt, offsetMinutes) : 0 }
}

/** The hot values of a few records, with their keys, as they are known for certain. */
export type HotSample = readonly (readonly [key: string, known: HotPart])[]

/** What a run leaves to the next: how the columns read, or, as long as no list was met, by what that can be told. */
export type HotKnowledge = { readonly reading: HotReading } | { readonly sample: HotSample }

/** Enough for every column to hold something telling in some of them. */
export const SAMPLE_SIZE = 200

export interface HotRules {
  /** Fields that are compared; the columns of the others may hold what they want. */
  readonly compared: ReadonlySet<string>
  readonly isActivityUnix: boolean
  /** How far UserSide's clock is ahead of UTC. */
  readonly offsetMinutes: number
}

/** The first reading that gives what is known of every record of the sample; `undefined` when none does. */
export function findReading(
  sample: HotSample,
  hashes: ReadonlyMap<string, SourceHash>,
  rules: HotRules,
): HotReading | undefined {
  const { compared, isActivityUnix } = rules
  const isRight = (reading: HotReading): boolean =>
    sample.every(([key, known]) => {
      const columns = hashes.get(key)
      if (columns === undefined) return false
      const read = readHot(columns, reading, rules)
      const isSame = (name: keyof HotPart): boolean => read[name] === known[name]
      return (
        (!compared.has('balance') || isSame('balance')) &&
        (!compared.has('traffic') || (isSame('trafficUp') && isSame('trafficDown'))) &&
        (!compared.has('activity') || isSame(isActivityUnix ? 'activeAtUnix' : 'activeAt'))
      )
    })
  return READINGS.find(isRight)
}

/** The hot values of a record. */
export function hotPart(customer: Customer): HotPart {
  const { balance, trafficUp, trafficDown, activeAt, activeAtUnix } = customer
  return { balance, trafficUp, trafficDown, activeAt, activeAtUnix }
}
