/** Everything a run would do, decided before anything is written. Reading and deciding only. */
import type { Journal } from '../../model/journal.ts'
import type { Logger } from '../../model/logger.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { Userside } from '../../userside/userside.ts'
import { planHouses } from '../addresses/house-plan.ts'
import type { HousePlan } from '../addresses/houses.ts'
import {
  createAcceptance,
  createTariffAcceptance,
  type IsTariffInVain,
  type Tried,
} from '../compare/acceptance.ts'
import type { Comparison, ComparisonInput } from '../compare/compare.ts'
import { createFilter, type IsManaged } from '../compare/filter.ts'
import type { SyncContext } from '../fields/context.ts'
import type { SyncOptions } from '../fields/options.ts'
import { contextDigest } from '../light/agreement.ts'
import { compareKnown, type LightMemory, type Way } from '../light/light.ts'
import type { AnyRecollection } from '../light/recollection.ts'
import type { Source } from '../read/source.ts'
import type { Target } from '../read/target.ts'
import { type Judgement, judge } from './limits.ts'
import { type PlannedMessage, planMessages } from './messages.ts'
import { type CataloguePlan, needsCatalogue, planCatalogue, prepareContext } from './prepare.ts'
import { reportNearMisses, reportNotExported, reportPasswords, reportUnavailable } from './run-warnings.ts'
import { createSubscriberWarnings, notExported, reportSubscriberWarnings } from './subscriber-warnings.ts'
import { planTariffs, type TariffPlan } from './tariffs.ts'

export interface Plan extends Judgement {
  readonly source: Source
  readonly target: Target
  readonly context: SyncContext
  /** Filled further when new subscribers get their ids. */
  readonly erpIds: Map<string, string>
  readonly awaited: Set<string>
  readonly isManaged: IsManaged
  readonly accept: ComparisonInput['accept']
  /** How the run came to know what UserSide holds. */
  readonly way: Way
  /** Learns what is written, for the light runs to come. */
  readonly recollection: AnyRecollection | undefined
  readonly isTariffInVain: IsTariffInVain
  /** `undefined`: tariffs are left alone. */
  readonly tariffs: TariffPlan | undefined
  /** `undefined`: addresses are left alone. */
  readonly houses: HousePlan | undefined
  readonly catalogue: CataloguePlan
  readonly messages: readonly PlannedMessage[]
  readonly comparison: Comparison
  readonly isFirstRun: boolean
  /** Fields the billing does not export. */
  readonly notExported: readonly string[]
}

export interface PlanInput {
  readonly source: Source
  readonly target: Target
  readonly userside: Userside
  readonly options: SyncOptions
  readonly logger: Logger
  readonly report: ReportProblem
  /** What was written before, for fields the ERP does not accept (§10). */
  readonly pastWrites: Journal['pastWrites']
  readonly tried: Tried
  /** False for a preview. */
  readonly canPost: boolean
  /** What is remembered for light runs; `undefined` for whoever wants everything compared and nothing remembered. */
  readonly memory: LightMemory | undefined
  readonly onBegin?: ComparisonInput['onBegin']
  readonly onPair?: ComparisonInput['onPair']
  readonly onOrphan?: ComparisonInput['onOrphan']
  readonly onDuplicate?: ComparisonInput['onDuplicate']
}

/** Reads the ERP's subscribers and decides. @throws UsersideError when the ERP cannot be read */
export async function makePlan(input: PlanInput): Promise<Plan> {
  const { source, target, userside, options, logger, report } = input
  reportUnavailable(source, target, options, report)
  const isManaged = createFilter(options, source, report)
  const managed = [...source.subscribers.subscribers.values()].filter(isManaged)
  const houses = await planHouses({ ...input, settings: target.settings }, managed)
  const erpIds = new Map<string, string>()
  const awaited = new Set<string>()
  const context = prepareContext(source, target, houses, options, { erpIds, awaited }, report)

  const warningsOf = createSubscriberWarnings(source, context)
  const isClean = (subscriber: Subscriber): boolean => warningsOf(subscriber).length === 0
  const isUnremarkable = (subscriber: Subscriber): boolean =>
    isClean(subscriber) && !needsCatalogue(subscriber, context)

  logger.step('Comparing subscribers', source.subscribers.subscribers.size)
  const comparing = (reportTo: ReportProblem): ComparisonInput => ({
    withPasswords: takesPasswords(context),
    onDuplicate: (customer) => {
      input.onDuplicate?.(customer)
      reportTo({
        code: 'userside-duplicate',
        example: customer.key,
        text: 'UserSide holds subscribers twice under one id; only one record of each is kept up, delete the other there.',
      })
    },
    subscribers: source.subscribers.subscribers,
    setAside: source.subscribers.setAside,
    context,
    erpIds,
    awaited,
    isManaged,
    accept: createAcceptance(context, input.tried, reportTo),
    isUnremarkable,
    logger,
    ...(input.onBegin && { onBegin: input.onBegin }),
    ...(input.onPair && { onPair: input.onPair }),
    ...(input.onOrphan && { onOrphan: input.onOrphan }),
  })
  const { comparison, way, recollection } = await compareKnown({
    userside,
    memory: input.memory,
    context,
    contextDigest: contextDigest(source, target, houses),
    readAll: source.subscribers.readAll,
    offsetMinutes: target.system.clock.offsetMinutes,
    logger,
    report,
    isClean,
    comparing,
  })
  // Of whom all was known nothing is to be said.
  const looked = managed.filter(({ id }) => !comparison.known.has(id))
  reportSubscriberWarnings(warningsOf, looked, report)
  const fieldsNotExported = notExported(context)
  reportNotExported(fieldsNotExported, report)
  reportPasswords(context, report)
  const isTariffInVain = createTariffAcceptance(options, input.pastWrites, report)
  const tariffs =
    source.tariffs.state === 'available'
      ? planTariffs(source.tariffs.items, target.tariffs, isTariffInVain)
      : undefined
  reportNearMisses(tariffs, report)
  return {
    source,
    target,
    context,
    erpIds,
    awaited,
    isManaged,
    accept: createAcceptance(context, input.tried, report),
    way,
    recollection,
    isTariffInVain,
    tariffs,
    houses,
    catalogue: planCatalogue(source, target, looked, context),
    messages: planMessages(source, target.settings.lastMessageId, isManaged),
    comparison,
    ...judge(comparison, source, { options, rowLimit: target.settings.rowLimit }, report),
    isFirstRun: comparison.records === 0,
    notExported: fieldsNotExported,
  }
}

/** True when the ERP's passwords have to be read. */
export function takesPasswords({ policies, settings, options }: SyncContext): boolean {
  const isPossible = !settings.isPasswordEncoded || options.passwordSalt !== undefined
  return policies.password !== 'ignore' && isPossible
}
