/** Everything a run would do, decided before anything is written. Reading and deciding only. */
import type { Journal } from '../model/journal.ts'
import type { Narrator } from '../model/narrator.ts'
import type { FieldName } from '../model/policy.ts'
import type { ReportProblem } from '../model/problem.ts'
import type { Subscriber } from '../model/subscriber.ts'
import type { Userside } from '../userside/userside.ts'
import { createAcceptance, createTariffAcceptance, type PastWrites } from './acceptance.ts'
import { wantedHouses } from './addresses.ts'
import { auditSource, notExported } from './audit.ts'
import type { Comparison, ComparisonInput } from './compare.ts'
import type { SyncContext } from './context.ts'
import type { SubscriberChange } from './diff.ts'
import { createFilter, type IsManaged } from './filter.ts'
import { type AbsenceVerdict, judgeAbsence } from './guard.ts'
import { type HousePlan, matchHouses, reportRefusedHouse, setRefusedApart } from './houses.ts'
import { roomForNew } from './licence.ts'
import type { AnyRecollection } from './light/recollection.ts'
import { compareKnown, type LightMemory, type Way } from './light.ts'
import { type PlannedMessage, planMessages } from './messages.ts'
import type { SyncOptions } from './options.ts'
import { type CataloguePlan, planCatalogue, prepareContext } from './prepare.ts'
import type { Source } from './source.ts'
import type { Target } from './target.ts'
import { type IsTariffInVain, planTariffs, type TariffPlan } from './tariffs.ts'

export interface Plan {
  readonly source: Source
  readonly target: Target
  readonly context: SyncContext
  /** Filled further when new subscribers get their ids. */
  readonly erpIds: Map<string, string>
  readonly awaited: Set<string>
  readonly isManaged: IsManaged
  readonly isUnaccepted: ComparisonInput['isUnaccepted']
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
  readonly creates: readonly Subscriber[]
  /** New subscribers the licence has no room for. */
  readonly overLicence: number
  /** Subscribers to mark absent; empty when the guard stopped the marking. */
  readonly absent: readonly SubscriberChange[]
  readonly absence: AbsenceVerdict
  readonly isFirstRun: boolean
  /** Fields the billing does not export. */
  readonly notExported: readonly string[]
}

export interface PlanInput {
  readonly source: Source
  readonly target: Target
  readonly userside: Userside
  readonly options: SyncOptions
  readonly narrator: Narrator
  readonly report: ReportProblem
  /** What was written before, for fields the ERP does not accept (§10). */
  readonly pastWrites: Journal['pastWrites']
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
  const { source, target, userside, options, narrator, report } = input
  reportUnavailable(source, target, report)
  const isManaged = createFilter(options, source, report)
  const managed = [...source.subscribers.subscribers.values()].filter(isManaged)
  const houses = await planHouses(input, managed)
  const erpIds = new Map<string, string>()
  const awaited = new Set<string>()
  const context = prepareContext(source, target, houses, options, { erpIds, awaited }, report)

  narrator.step('Comparing subscribers', source.subscribers.subscribers.size)
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
    isUnaccepted: createAcceptance(context, pastOfSubscribers(input), reportTo),
    narrator,
    ...(input.onBegin && { onBegin: input.onBegin }),
    ...(input.onPair && { onPair: input.onPair }),
    ...(input.onOrphan && { onOrphan: input.onOrphan }),
  })
  const { comparison, way, recollection } = await compareKnown({
    userside,
    memory: input.memory,
    context,
    offsetMinutes: target.system.clock.offsetMinutes,
    narrator,
    report,
    comparing,
  })
  auditSource(source, managed, context, report)
  const fieldsNotExported = notExported(context)
  reportNotExported(fieldsNotExported, report)
  reportPasswords(context, report)
  const isTariffInVain = createTariffAcceptance(options, input.pastWrites, report)
  const tariffs =
    source.tariffs.state === 'available'
      ? planTariffs(source.tariffs.items, target.tariffs, isTariffInVain)
      : undefined
  for (const id of tariffs?.nearMisses ?? []) {
    report({
      code: 'tariff-near-miss',
      example: id,
      text: 'UserSide has tariffs whose id is almost that of the billing ("_" for "&" or "+"); they are not the same for usm-billing.',
    })
  }
  const { subscribers, isSuspectedCut = false } = source.subscribers
  // Of a list that may have been cut nobody is judged: who is missing in it may be there all the same (T30).
  const leaving = isSuspectedCut ? 0 : comparison.absent.length
  const absence = judgeAbsence(leaving, comparison.present, subscribers.size, options)
  const isMarked = !isSuspectedCut && !absence.isStopped
  const staying = comparison.active + (isMarked ? 0 : comparison.leaving)
  const licence = underLicence(comparison.missing, staying, target.settings.rowLimit, report)
  if (absence.isStopped) {
    report({ code: 'absence-guard', example: comparison.absent[0]?.id ?? '', text: absence.message })
  }
  return {
    source,
    target,
    context,
    erpIds,
    awaited,
    isManaged,
    isUnaccepted: createAcceptance(context, pastOfSubscribers(input), report),
    way,
    recollection,
    isTariffInVain,
    tariffs,
    houses,
    catalogue: planCatalogue(source, target, managed, context),
    messages: planMessages(source, target.settings.lastMessageId, isManaged),
    comparison,
    ...licence,
    absent: isMarked ? comparison.absent : [],
    absence,
    isFirstRun: comparison.records === 0,
    notExported: fieldsNotExported,
  }
}

/** True when the ERP's passwords have to be read. */
export function takesPasswords({ policies, settings, options }: SyncContext): boolean {
  const isPossible = !settings.isPasswordEncoded || options.passwordSalt !== undefined
  return policies.password !== 'ignore' && isPossible
}

function pastOfSubscribers({ pastWrites }: PlanInput): PastWrites {
  return (id) => pastWrites('subscriber', id)
}

async function planHouses(input: PlanInput, managed: readonly Subscriber[]): Promise<HousePlan | undefined> {
  const { source, target, userside, options, report, narrator } = input
  const isWanted = (['house', 'apartment', 'floor', 'entrance'] satisfies FieldName[]).some(
    (name) => options.policies[name] !== 'ignore',
  )
  if (!target.settings.isUpdateAddress || !isWanted) return undefined
  const usedIds = options.isUnusedAddressSkipped
    ? new Set(managed.flatMap(({ address }) => address?.houseId ?? []))
    : undefined
  const wanted = wantedHouses(source, { isStreetFullNameUsed: options.isStreetFullNameUsed, usedIds }, report)
  if (wanted === undefined) {
    report({
      code: 'addresses-unavailable',
      example: source.houses.state === 'unavailable' ? 'get_house_list' : 'get_street_list',
      text: 'The billing does not give its houses or streets; addresses are left as UserSide has them.',
    })
    return undefined
  }
  narrator.step('Matching houses', wanted.size)
  const houses = await matchHouses(userside, wanted, target.settings, options, input.canPost)
  if (options.isFull || options.isAddressCreationDisabled) return houses
  const plan = setRefusedApart(houses, input.pastWrites)
  for (const house of plan.refused) reportRefusedHouse(house, report)
  return plan
}

function underLicence(
  missing: readonly Subscriber[],
  active: number,
  rowLimit: number,
  report: ReportProblem,
): { creates: readonly Subscriber[]; overLicence: number } {
  let room = roomForNew(rowLimit, active)
  const creates: Subscriber[] = []
  for (const subscriber of missing) {
    if (!subscriber.isFormer && room <= 0) {
      report({
        code: 'licence',
        example: subscriber.id,
        text: `The licence of UserSide allows ${rowLimit} active subscribers; new ones above it were not created, existing ones stay managed. Extend the licence.`,
        partial: true,
      })
      continue
    }
    if (!subscriber.isFormer) room -= 1
    creates.push(subscriber)
  }
  return { creates, overLicence: missing.length - creates.length }
}

function reportPasswords({ policies, settings, options }: SyncContext, report: ReportProblem): void {
  if (policies.password === 'ignore' || !settings.isPasswordEncoded || options.passwordSalt !== undefined)
    return
  report({
    code: 'password-salt',
    example: 'usersidePasswordSalt',
    text: 'UserSide wants passwords encoded with a salt; set "usersidePasswordSalt", or switch the encoding off there. Passwords were skipped.',
  })
}

/** What is left alone because a list could not be had; said once. The billing's failures tell of themselves. */
function reportUnavailable(source: Source, target: Target, report: ReportProblem): void {
  for (const [name, list] of Object.entries(source)) {
    if (list.state !== 'unavailable' || list.reason !== 'unsupported' || !NEEDED.has(name)) continue
    report({
      code: 'list-unsupported',
      example: name,
      text: 'The billing does not have some lists; the fields that need them are left alone.',
    })
  }
  for (const [name, list] of Object.entries({
    services: target.services,
    groups: target.groups,
    tags: target.tags,
  })) {
    if (list.state === 'available') continue
    report({
      code: 'userside-list-failed',
      example: `${name}: ${list.message}`,
      text: 'UserSide did not give some of its lists; the fields that need them were left alone.',
      partial: true,
    })
  }
}

/** Lists whose absence leaves a field alone; districts and messages are nobody's field. */
const NEEDED: ReadonlySet<string> = new Set(['tariffs', 'services', 'states', 'groups', 'tags', 'cities'])

/** Says which fields the billing does not export, so that nobody waits for them. */
function reportNotExported(fields: readonly string[], report: ReportProblem): void {
  if (fields.length === 0) return
  report({
    code: 'fields-not-exported',
    example: fields.join(', '),
    text: 'The billing does not export these fields; they are left alone in UserSide.',
  })
}
