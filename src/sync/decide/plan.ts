/** Everything a run would do, decided before anything is written. Reading and deciding only. */
import type { Journal } from '../../model/journal.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Logger } from '../../model/logger.ts'
import type { FieldName } from '../../model/policy.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { zoneOf } from '../../model/zone.ts'
import type { Userside } from '../../userside/userside.ts'
import { planHouses } from '../addresses/house-plan.ts'
import { createAcceptance, createRecordAcceptance, type IsInVain, type Tried } from '../compare/acceptance.ts'
import type { ComparisonInput } from '../compare/compare.ts'
import type { SubscriberChange } from '../compare/diff.ts'
import { createFilter, type IsManaged } from '../compare/filter.ts'
import { Roster } from '../compare/roster.ts'
import { Selection } from '../compare/selection.ts'
import type { SyncContext } from '../fields/context.ts'
import { CreateJudge } from '../fields/creatable.ts'
import type { SyncOptions } from '../fields/options.ts'
import { contextDigest } from '../light/digests.ts'
import { compareKnown, type LightMemory, type Way } from '../light/light.ts'
import type { AnyMemoryWriter } from '../light/light-memory-writer.ts'
import type { Source } from '../read/source.ts'
import type { Target } from '../read/target.ts'
import { type Decision, decide } from './decision.ts'
import { learnHouseTexts } from './house-texts.ts'
import { type PlannedMessage, planMessages } from './messages.ts'
import { type Needs, needsOf } from './needs.ts'
import { givenBy, reportForeign } from './ownership.ts'
import { type CataloguePlan, needsCatalogue, planCatalogue, prepareContext } from './prepare.ts'
import {
  reportClock,
  reportNearMisses,
  reportNotExported,
  reportPasswords,
  reportRecordOfAnother,
  reportUnavailable,
} from './run-warnings.ts'
import { createSubscriberWarnings, notExported, reportSubscriberWarnings } from './subscriber-warnings.ts'
import { planTariffs } from './tariffs.ts'
import { reportUnreadable } from './unreadable-values.ts'

export interface Plan extends Decision {
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
  readonly memoryWriter: AnyMemoryWriter | undefined
  readonly isTariffInVain: IsInVain
  /** What of the lists may be created and changed. */
  readonly needs: Needs
  /** Asked once more about what is found out to be needed only while writing. */
  readonly judge: CreateJudge
  readonly messages: readonly PlannedMessage[]
  /** What of a new subscriber's differences may be written; all of them when left out. */
  readonly onlyOf?: (change: SubscriberChange) => SubscriberChange
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
  /** What was created before. */
  readonly ledger: Ledger
  readonly now: Date
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
  const selection = selectionOf(options, source)
  const isFiltered = createFilter(options, source, report)
  const isManaged: IsManaged = (subscriber) => (selection?.isIn(subscriber) ?? true) && isFiltered(subscriber)
  const subscribers = [...source.subscribers.subscribers.values()]
  const managed = subscribers.filter(isManaged)
  reportUnmanaged(
    subscribers.filter((one) => selection?.isIn(one) === true && !isFiltered(one)),
    report,
  )
  const needs = needsOf(selection && managed)
  const judge = createJudge(input)
  const inVain = (entity: 'tariff' | 'house' | 'service'): IsInVain =>
    createRecordAcceptance(entity, options, input.pastWrites, report)
  const found = await planHouses(
    { ...input, settings: target.settings, judge, isInVain: inVain('house') },
    managed,
  )
  const erpIds = new Map<string, string>()
  const awaited = new Set<string>()
  const rest = { erpIds, awaited, isGiven: givenBy(input.ledger) }
  const context = prepareContext(source, target, found, options, rest, judge, report)

  const warningsOf = createSubscriberWarnings(source, context)
  const isClean = (subscriber: Subscriber): boolean => warningsOf(subscriber).length === 0
  const isUnremarkable = (subscriber: Subscriber): boolean =>
    isClean(subscriber) && !needsCatalogue(subscriber, context)

  const roster = new Roster(
    input.ledger,
    (id) => !options.isCreateAccepted && source.subscribers.subscribers.has(id),
  )
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
    selection,
    accept: createAcceptance(context, input.tried, reportTo),
    isUnremarkable,
    logger,
    ...(input.onBegin && { onBegin: input.onBegin }),
    ...(input.onPair && { onPair: input.onPair }),
    ...(input.onOrphan && { onOrphan: input.onOrphan }),
  })
  const { comparison, way, memoryWriter } = await compareKnown({
    userside,
    memory: input.memory,
    context,
    contextDigest: contextDigest(source, target, found, context),
    subscribers: source.subscribers.subscribers.size,
    readAll: source.subscribers.readAll,
    zone: zoneOf(target.system.clock),
    logger,
    report,
    isClean,
    comparing,
    listening: {
      onBegin: () => roster.begin(),
      onNameless: (erpId) => roster.sawNameless(erpId),
      isHeldOtherwise: (id, erpId) => roster.isHeldOtherwise(id, erpId),
      isSomebodyElses: (erpId, id) => {
        const isElses = roster.isSomebodyElses(erpId)
        if (isElses) reportRecordOfAnother(id, report)
        return isElses
      },
      onShown: (id, customer, subscriber) => {
        roster.saw(id, customer, subscriber !== undefined)
        if (subscriber !== undefined && isManaged(subscriber))
          reportForeign(subscriber, customer, context, report)
      },
    },
  })
  selection?.check()
  // Of whom all was known nothing is to be said.
  const looked = managed.filter(({ id }) => !comparison.known.has(id))
  reportSubscriberWarnings(warningsOf, looked, report)
  // Unlike warnings these are known of everybody without reading anything again.
  reportUnreadable(source, managed, context, report)
  const fieldsNotExported = notExported(context)
  reportNotExported(fieldsNotExported, report)
  reportPasswords(context, report)
  reportClock(source, report)
  const isTariffInVain = inVain('tariff')
  const tariffs =
    source.tariffs.state === 'available'
      ? planTariffs(source.tariffs.items, target.tariffs, {
          isInVain: isTariffInVain,
          isMeant: needs.isTariff,
          mayCreate: (item, listed) => judge.mayCreate(item, (erpId) => listed.has(erpId)),
        })
      : undefined
  reportNearMisses(tariffs, report)
  const catalogueOf = (isHeld: (field: FieldName) => boolean): CataloguePlan =>
    planCatalogue(source, target, looked, context, { isHeld, isInVain: inVain('service'), needs })
  const decided = await decide({
    ...input,
    judge,
    comparison,
    roster: way.kind === 'full' ? roster : undefined,
    tariffs,
    houses: found,
    catalogueOf,
  })
  const held = decided.brakes.find(({ kind }) => kind === 'changes')?.subjects ?? []
  for (const [field, count] of comparison.vanished ?? [])
    if (held.includes(field.name)) memoryWriter?.missed(field, count)
  await learnHouseTexts(userside, decided.comparison, context)
  return {
    source,
    target,
    context,
    erpIds,
    awaited,
    isManaged,
    accept: createAcceptance(context, input.tried, report),
    way,
    memoryWriter,
    isTariffInVain,
    needs,
    judge,
    // UserSide keeps the highest id only: sent for some, the messages of the others would never be sent.
    messages: selection === undefined ? planMessages(source, target.settings.lastMessageId, isManaged) : [],
    ...decided,
    isFirstRun: comparison.records === 0 && roster.remembered === 0,
    notExported: fieldsNotExported,
  }
}

/** @throws UnknownSubscriber for a name that several have */
function selectionOf({ only }: SyncOptions, { subscribers }: Source): Selection | undefined {
  return only && new Selection(only, subscribers.subscribers, subscribers.setAside)
}

function reportUnmanaged(subscribers: readonly Subscriber[], report: ReportProblem): void {
  for (const { id } of subscribers) {
    report({
      code: 'selected-unmanaged',
      example: id,
      text: 'Subscribers that were asked for are not managed: "filter" in the configuration leaves them alone.',
    })
  }
}

function createJudge({ ledger, now, options, report }: PlanInput): CreateJudge {
  const { isFull, isCreateAccepted: isAccepted } = options
  return new CreateJudge(ledger, { now, isFull, isAccepted }, report)
}

/** True when the ERP's passwords have to be read. */
export function takesPasswords({ policies, settings, options }: SyncContext): boolean {
  const isPossible = !settings.isPasswordEncoded || options.passwordSalt !== undefined
  return policies.password !== 'ignore' && isPossible
}
