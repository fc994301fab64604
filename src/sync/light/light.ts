/**
 * Light runs: between two full comparisons UserSide is not asked for its big list. Its records are remembered, and its
 * list of source hashes, a tenth of the size, tells whether they are still those. Comparing itself knows no difference:
 * it is given records, and does not see where they come from. Where the memory may not be valid everything is compared
 * (docs/light-runs.md).
 */
import { localDateTime } from '../../model/date.ts'
import { MemoryDamaged, type MemoryHeader, type MemoryStore, type TextStore } from '../../model/journal.ts'
import type { Logger } from '../../model/logger.ts'
import type { ProblemReport, ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { digestOf } from '../../model/subscriber-digest.ts'
import type { Zone } from '../../model/zone.ts'
import type { SourceHash, Userside } from '../../userside/userside.ts'
import { type Comparison, type ComparisonInput, compareAll } from '../compare/compare.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Field } from '../fields/field.ts'
import type { SyncOptions } from '../fields/options.ts'
import { FIELDS } from '../fields/table.ts'
import { FullComparisonNeeded } from './full-comparison-needed.ts'
import { FullMemoryWriter } from './full-memory-writer.ts'
import type { HotRules } from './hot-columns.ts'
import { type AnyMemoryWriter, LightMemoryWriter } from './light-memory-writer.ts'
import { RememberedCustomer } from './remembered-customer.ts'
import { RememberedCustomers } from './remembered-customers.ts'
import { checkComparison, isFullDue, validHeader, validReading, versionOf } from './validity.ts'

/** Where a run finds what is remembered, and leaves what it learned. */
export interface LightMemory {
  readonly store: MemoryStore & Pick<TextStore, 'forgetTexts'>
  readonly now: Date
}

/** How a run came to know what UserSide holds. */
export type Way =
  | { readonly kind: 'light'; readonly fullRunAt: string }
  | { readonly kind: 'full'; readonly reason: string }

export interface KnownComparison {
  readonly comparison: Comparison
  readonly way: Way
  /** Learns from the run for the next one; `undefined` when nothing is remembered. */
  readonly memoryWriter: AnyMemoryWriter | undefined
}

export interface KnownInput {
  readonly userside: Pick<Userside, 'customers' | 'hashes'>
  /** `undefined`: nothing is remembered, as in a preview. */
  readonly memory: LightMemory | undefined
  readonly context: SyncContext
  /** Digest of what the context was made of. */
  readonly contextDigest: string
  /** How many the billing has. */
  readonly subscribers: number
  /** See `SubscriberList`. */
  readonly readAll: (() => void) | undefined
  /** In which UserSide's local times are. */
  readonly zone: Zone
  readonly logger: Logger
  readonly report: ReportProblem
  /** True for a subscriber of whom there is nothing to be said but what is written. */
  readonly isClean: (subscriber: Subscriber) => boolean
  /** The comparison to make, and to whom it reports. */
  readonly comparing: (report: ReportProblem) => ComparisonInput
  /** Listens where UserSide's own list is compared with, not what is remembered of it. */
  readonly listening: Pick<
    ComparisonInput,
    'onBegin' | 'onShown' | 'onNameless' | 'isHeldOtherwise' | 'isSomebodyElses'
  >
}

/** Compares from memory where that may be done, else everything. @throws UsersideError when UserSide cannot be read */
export async function compareKnown(input: KnownInput): Promise<KnownComparison> {
  const { userside, memory, context, logger } = input
  if (memory === undefined) return compareEverything(input, 'nothing is remembered', undefined, undefined)
  const { store, now } = memory
  // Whoever asks for it believes nothing of what was read before.
  if (context.options.isFull) store.forgetTexts()
  const remembered = store.loadMemory()
  const obstacle = obstacleTo(input)
  if (obstacle !== undefined) {
    // What this run changes will not be noted.
    store.mistrustMemory()
    return compareEverything(input, obstacle, undefined, remembered)
  }
  const version = versionOf(context.options, context.settings)
  const proven = remembered?.proven ?? []
  const hashes = await userside.hashes(input.subscribers)
  try {
    const header = validHeader(remembered, version, context.options, now)
    if (hashes === undefined) throw new FullComparisonNeeded('UserSide does not give its source hashes')
    return await compareRemembered(input, store, header, hashes)
  } catch (error) {
    if (!(error instanceof FullComparisonNeeded || error instanceof MemoryDamaged)) throw error
    logger.info(`Everything is compared: ${error.message}.`)
    if (hashes === undefined) store.mistrustMemory()
    const memoryWriter =
      hashes &&
      new FullMemoryWriter(
        { store, fullRunAt: now.toISOString(), version, proven, isClean: input.isClean },
        hashes,
      )
    return compareEverything(input, error.message, memoryWriter, remembered)
  }
}

/**
 * Whether it is of use to know what texts of the billing were read as: not where it is certain from the beginning that
 * everything will be compared, and so read. In a first run there is all to note for the second.
 */
export function isReadingWorthKnowing(
  { fullEveryMinutes, isFull, policies, only }: SyncOptions,
  store: MemoryStore & TextStore,
  now: Date,
): boolean {
  if (fullEveryMinutes === 0 || isFull || only !== undefined || policies.password !== 'ignore') return false
  const header = store.loadMemory()
  return header === undefined ? store.textHeader() === undefined : !isFullDue(header, fullEveryMinutes, now)
}

/** Why light runs are out of the question whatever is remembered; `undefined` when they are not. */
function obstacleTo({ context, comparing, report }: KnownInput): string | undefined {
  if (context.options.only !== undefined) return 'only some subscribers were asked for'
  if (context.options.fullEveryMinutes === 0) return '"safety.fullEvery" is 0'
  // A password is never remembered, not even as a hash: whether it changed can only be seen in the list.
  return comparing(report).withPasswords ? 'passwords are imported' : undefined
}

async function compareEverything(
  { userside, memory, comparing, listening, report, readAll }: KnownInput,
  reason: string,
  memoryWriter: FullMemoryWriter | undefined,
  remembered: MemoryHeader | undefined,
): Promise<KnownComparison> {
  readAll?.()
  const input = comparing(report)
  const comparison = await compareAll(userside, {
    ...input,
    ...listening,
    onBegin: () => {
      input.onBegin?.()
      listening.onBegin?.()
    },
    onRecord: memoryWriter && ((customer) => memoryWriter.saw(customer, false)),
    onAgreed: memoryWriter && ((subscriber, customer) => memoryWriter.agreed(subscriber, customer)),
  })
  const isMemorable = comparison.doubtful === 0
  // Records stand under ids that are perhaps not theirs: next time everything is compared again.
  if (!isMemorable) memory?.store.mistrustMemory()
  memoryWriter?.counted(comparison.holders)
  const vanished = vanishedHolders(comparison, remembered)
  return {
    comparison: { ...comparison, vanished },
    way: { kind: 'full', reason },
    memoryWriter: isMemorable ? memoryWriter : undefined,
  }
}

/** Of a field that was never seen kept, what is remembered is what was sent. */
function vanishedHolders(
  { holders }: Comparison,
  { holders: known = {}, proven = [] }: Partial<MemoryHeader> = {},
): ReadonlyMap<Field, number> {
  const vanished = new Map<Field, number>()
  for (const field of FIELDS) {
    const missing = (known[field.name] ?? 0) - (holders.get(field) ?? 0)
    if (missing > 0 && proven.includes(field.name)) vanished.set(field, missing)
  }
  return vanished
}

async function compareRemembered(
  { context, contextDigest, zone, logger, report, comparing, isClean }: KnownInput,
  store: MemoryStore,
  header: MemoryHeader,
  hashes: ReadonlyMap<string, SourceHash>,
): Promise<KnownComparison> {
  const rules = hotRules(context, zone)
  const { reading, learned } = validReading(header, hashes, rules)
  const isAgreementBelieved = header.context === contextDigest
  const remembered = new RememberedCustomers({ store, hashes, reading, rules, isAgreementBelieved })
  const agree: (readonly [key: string, agreed: number])[] = []
  const told: ProblemReport[] = []
  const attempt = comparing((problem) => told.push(problem))
  try {
    const shown = await compareAll(remembered, {
      ...attempt,
      onAgreed: (subscriber, customer) => {
        const digest = digestOf(subscriber)
        const isNoted = customer instanceof RememberedCustomer && customer.remembered.agreed === digest
        if (!isNoted) agree.push([customer.key, digest])
      },
    })
    const comparison = { ...shown, holders: holdersKnown(shown, header) }
    checkComparison(comparison, remembered.unlisted, context.options.safety)
    for (const problem of told) report(problem)
    const { fullRunAt, version, proven = [], holders } = header
    logger.info(
      `A light run: what UserSide holds is known since the full comparison of ${localDateTime(new Date(fullRunAt))}.`,
    )
    return {
      comparison,
      way: { kind: 'light', fullRunAt },
      memoryWriter: new LightMemoryWriter(
        { store, fullRunAt, version, proven, holders, isClean },
        { hot: learned, agree },
      ),
    }
  } catch (error) {
    attempt.erpIds.clear()
    attempt.awaited.clear()
    throw error
  }
}

/** Of most records a light run looks at no field: how many hold a value is remembered. */
function holdersKnown(shown: Comparison, { holders = {} }: MemoryHeader): Comparison['holders'] {
  return new Map(
    FIELDS.map((field) => [field, Math.max(shown.holders.get(field) ?? 0, holders[field.name] ?? 0)]),
  )
}

function hotRules(context: SyncContext, zone: Zone): HotRules {
  const { settings } = context
  const compared = FIELDS.filter((field) => field.isHot && field.isCompared(context))
  return {
    compared: new Set(compared.map(({ name }) => name)),
    isActivityUnix: settings.isActivityTimestamp,
    zone,
  }
}
