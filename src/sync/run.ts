/** The order of a run (`contracts/userside-api.md` §2): read the billing, read UserSide, decide, write, say goodbye. */
import type { Billing } from '../billing/billing.ts'
import type { Journal, MemoryStore, TextStore } from '../model/journal.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Logger } from '../model/logger.ts'
import type { Problems } from '../model/problem.ts'
import type { Userside } from '../userside/userside.ts'
import { apply, type Done, foresee } from './apply/apply.ts'
import { stopIfAsked, type Writer } from './apply/writer.ts'
import { namedCreations } from './decide/created-names.ts'
import { makePlan, type Plan, type PlanInput } from './decide/plan.ts'
import type { SyncOptions } from './fields/options.ts'
import { contextDigest } from './light/digests.ts'
import { isReadingWorthKnowing, type LightMemory } from './light/light.ts'
import { readSource, type Source } from './read/source.ts'
import { askSettings, checkRevision, type RunIdentity, readTarget, type Target } from './read/target.ts'

export interface RunInput {
  readonly billing: Billing
  readonly userside: Userside
  readonly journal: Journal
  /** What was created in earlier runs: nothing is created before it was asked. */
  readonly ledger: Ledger
  readonly logger: Logger
  /** Told of the writing; `logger` when left out. */
  readonly writingLogger?: Logger
  readonly problems: Problems
  readonly options: SyncOptions
  readonly handshake: RunIdentity
  readonly signal: AbortSignal
  /** What is remembered for light runs; left out, every run compares everything. */
  readonly memory?: MemoryStore & TextStore
  readonly now?: () => Date
  /** How many subscribers the billing had last time, for the time left. */
  readonly expectedSubscribers?: number | undefined
  /** What of the plan is carried out; all of it when left out. */
  readonly narrow?: (plan: Plan) => Plan
  /** Told of every pair of records, for comparisons that want more than differences. */
  readonly onBegin?: PlanInput['onBegin']
  readonly onPair?: PlanInput['onPair']
  readonly onOrphan?: PlanInput['onOrphan']
  readonly onDuplicate?: PlanInput['onDuplicate']
}

export interface RunResult {
  readonly plan: Plan
  readonly done: Done
}

/**
 * One whole run. The ERP is told that it began and, whatever happens after that, that it ended.
 * @throws BillingError, UsersideError, Interrupted
 */
export async function runSync(input: RunInput): Promise<RunResult> {
  const { userside, logger, signal, options } = input
  const memory = memoryOf(input)
  const source = await readBilling(input, memory)
  const system = await userside.system()
  stopIfAsked(signal)
  const report = input.problems.report.bind(input.problems)
  const handshake = await userside.start(input.handshake)
  try {
    checkRevision(handshake, options.moduleRevision, report)
    const target = await readTarget(userside, system, source.system, logger)
    stopIfAsked(signal)
    const made = await makePlan(planInput(input, source, target, { canPost: true, memory }))
    const plan = input.narrow?.(made) ?? made
    stopIfAsked(signal)
    plan.roster?.save()
    const { memoryWriter } = plan
    if (plan.comparison.changes.length + plan.absent.length > 0) memoryWriter?.begin()
    const writer: Writer = {
      userside,
      journal: input.journal,
      ledger: input.ledger,
      now: input.now ?? (() => new Date()),
      logger: input.writingLogger ?? logger,
      report,
      signal,
      concurrency: options.concurrency,
      onSent: memoryWriter && ((sent) => memoryWriter.sent(sent)),
    }
    const creations = namedCreations(plan.context)
    const done = await apply(writer, plan, creations, () => askSettings(userside, system, source.system))
    await memoryWriter?.checkKept(userside, plan.context)
    source.subscribers.noteReading?.()
    const { catalogue, houses } = plan
    memoryWriter?.keep(contextDigest(source, target, houses, plan.context, { catalogue, creations }))
    await userside.finishOperation()
    return { plan, done }
  } finally {
    await userside.stop()
  }
}

/** What a run would do. Nothing but reads: no handshake, no POST but the settings'. */
export async function previewSync(input: RunInput): Promise<RunResult> {
  const source = await readBilling(input)
  const system = await input.userside.system()
  const target = await readTarget(input.userside, system, source.system, input.logger)
  stopIfAsked(input.signal)
  const plan = await makePlan(planInput(input, source, target, { canPost: false, memory: undefined }))
  return { plan, done: foresee(plan) }
}

async function readBilling(input: RunInput, memory?: RunMemory): Promise<Source> {
  const { billing, logger, options, signal, expectedSubscribers: expected } = input
  stopIfAsked(signal)
  const source = await readSource(billing, logger, {
    withMessages: options.isMessageImported,
    expected,
    texts: memory && isReadingWorthKnowing(options, memory.store, memory.now) ? memory.store : undefined,
  })
  stopIfAsked(signal)
  return source
}

interface RunMemory extends LightMemory {
  readonly store: MemoryStore & TextStore
}

function memoryOf({ memory, now = () => new Date() }: RunInput): RunMemory | undefined {
  return memory && { store: memory, now: now() }
}

function planInput(
  input: RunInput,
  source: Source,
  target: Target,
  traits: Pick<PlanInput, 'canPost' | 'memory'>,
): PlanInput {
  return {
    source,
    target,
    userside: input.userside,
    options: input.options,
    logger: input.logger,
    report: input.problems.report.bind(input.problems),
    pastWrites: (entity, id) => input.journal.pastWrites(entity, id),
    ledger: input.ledger,
    now: input.now?.() ?? new Date(),
    tried: input.journal,
    ...traits,
    ...(input.onBegin && { onBegin: input.onBegin }),
    ...(input.onPair && { onPair: input.onPair }),
    ...(input.onOrphan && { onOrphan: input.onOrphan }),
    ...(input.onDuplicate && { onDuplicate: input.onDuplicate }),
  }
}
