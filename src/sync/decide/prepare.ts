/** Brings what both sides said into the form in which fields are compared. Pure but for the house matching's result. */
import type { Named, Service } from '../../model/catalogue.ts'
import type { HeldName } from '../../model/customer.ts'
import { toUnix } from '../../model/date.ts'
import { type Directory, itemsOf } from '../../model/directory.ts'
import type { FieldName } from '../../model/policy.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { plainText } from '../../model/text.ts'
import { isUnreadable } from '../../model/unreadable.ts'
import { zoneOf } from '../../model/zone.ts'
import { HouseNames } from '../addresses/house-names.ts'
import type { HousePlan } from '../addresses/houses.ts'
import type { IsInVain } from '../compare/acceptance.ts'
import type { SyncContext } from '../fields/context.ts'
import type { CreateJudge } from '../fields/creatable.ts'
import { matchNames, type NameMatch } from '../fields/name-match.ts'
import type { SyncOptions } from '../fields/options.ts'
import { isReference, reference } from '../fields/reference.ts'
import { canonicalTariffId } from '../fields/tariffs.ts'
import type { Source } from '../read/source.ts'
import type { Target } from '../read/target.ts'
import type { Needs } from './needs.ts'

/** Names the ERP lacks and some managed subscriber uses, and services whose list price differs. */
export interface CataloguePlan {
  readonly groups: readonly string[]
  readonly tags: readonly string[]
  readonly services: readonly string[]
  readonly prices: readonly ServicePrice[]
}

export interface ServicePrice {
  /** ERP id, or the reference of a service about to be created. */
  readonly erpId: string
  readonly name: string
  /** Minor units. */
  readonly from: number
  readonly to: number
}

/** Makes the context of a run. Of `rest` the subscribers' ids are filled later, while the ERP's records pass. */
export function prepareContext(
  source: Source,
  target: Target,
  houses: HousePlan | undefined,
  options: SyncOptions,
  rest: Pick<SyncContext, 'erpIds' | 'awaited' | 'isGiven'>,
  judge: CreateJudge,
  report: ReportProblem,
): SyncContext {
  const groups = match('group', source.groups, target.groups, judge)
  const missing = new Set(houses?.missing.map(({ id }) => id))
  return {
    options,
    policies: options.policies,
    settings: target.settings,
    exported: source.subscribers.exported,
    tariffIds:
      source.tariffs.state === 'available'
        ? new Set([...source.tariffs.items.keys()].map(canonicalTariffId))
        : undefined,
    tariffWireIds: new Map(
      [...target.tariffs.keys(), ...itemsOf(source.tariffs).keys()].map((id) => [canonicalTariffId(id), id]),
    ),
    states: source.states.state === 'available' ? source.states.items : undefined,
    groups,
    tags: match('tag', source.tags, target.tags, judge),
    services: match('service', source.services, target.services, judge),
    additionalFieldNames: additionalFieldNames(source.additionalFields, options),
    alwaysGroupErpId: alwaysGroup(options.alwaysGroup, groups, report),
    resolveHouse:
      houses &&
      (({ houseId }) => {
        const erpId = houses.erpIds.get(houseId)
        if (erpId !== undefined || options.isAddressCreationDisabled || !missing.has(houseId)) return erpId
        return reference('house', houseId)
      }),
    houseNames: new HouseNames(houses),
    isTrafficDue: isTrafficDue(target),
    billingZone: zoneOf(source.system.clock),
    ...rest,
  }
}

/** True for a subscriber that needs a group, tag or service UserSide does not have yet. */
export function needsCatalogue(subscriber: Subscriber, context: SyncContext): boolean {
  const { groups, tags, services } = subscriber
  const isMissing = (erpId: string | undefined): boolean => erpId !== undefined && isReference(erpId)
  return (
    isMissing(context.alwaysGroupErpId) ||
    groups.some((id) => isMissing(context.groups?.erpIdOf(id))) ||
    (tags.some(({ id }) => isMissing(context.tags?.erpIdOf(id))) && !isUnreadable(subscriber, 'tags')) ||
    (services.some(({ id }) => isMissing(context.services?.erpIdOf(id))) &&
      !isUnreadable(subscriber, 'services'))
  )
}

export interface CatalogueRules {
  /** Fields a brake holds: nothing is created for them. */
  readonly isHeld: (field: FieldName) => boolean
  /** Whether a price was written twice already and came back unchanged (§12.5). */
  readonly isInVain: IsInVain
  readonly needs: Pick<Needs, 'isService'>
}

/** Which groups, tags and services the managed subscribers need (§7). */
export function planCatalogue(
  source: Source,
  target: Target,
  managed: Iterable<Subscriber>,
  context: SyncContext,
  { isHeld, isInVain, needs }: CatalogueRules,
): CataloguePlan {
  const used = { groups: new Set<string>(), tags: new Set<string>(), services: new Set<string>() }
  const use = (ids: Set<string>, erpId: string | undefined): void => {
    if (erpId !== undefined && isReference(erpId)) ids.add(erpId)
  }
  const { policies, exported } = context
  const takes = (name: 'groups' | 'tags' | 'services'): boolean =>
    policies[name] !== 'ignore' && exported.parts.has(name) && !isHeld(name)
  for (const subscriber of managed) {
    const isGiven = (name: 'tags' | 'services'): boolean => takes(name) && !isUnreadable(subscriber, name)
    if (takes('groups')) for (const id of subscriber.groups) use(used.groups, context.groups?.erpIdOf(id))
    if (isGiven('tags')) for (const { id } of subscriber.tags) use(used.tags, context.tags?.erpIdOf(id))
    if (isGiven('services'))
      for (const { id } of subscriber.services) use(used.services, context.services?.erpIdOf(id))
    if (policies.groups !== 'ignore' && !isHeld('groups'))
      use(used.groups, context.alwaysGroupErpId || undefined)
  }
  const names = (ids: ReadonlySet<string>, links: NameMatch | undefined): string[] =>
    [...ids].map((id) => links?.nameOf(id) ?? '').filter((name) => name !== '')
  return {
    groups: names(used.groups, context.groups),
    tags: names(used.tags, context.tags),
    services: names(used.services, context.services),
    prices:
      policies.services === 'ignore'
        ? []
        : planPrices(source.services, target, context.services, used.services, needs).filter(
            ({ name, from, to }) =>
              !isInVain(name, { field: 'cost', before: from, after: to, from: '', to: '' }),
          ),
  }
}

function planPrices(
  services: Directory<Service>,
  target: Target,
  links: NameMatch | undefined,
  created: ReadonlySet<string>,
  needs: Pick<Needs, 'isService'>,
): ServicePrice[] {
  if (links === undefined) return []
  const held = new Map([...itemsOf(target.services).values()].map((offer) => [offer.erpId, offer]))
  const prices = new Map<string, ServicePrice>()
  for (const { id, cost } of itemsOf(services).values()) {
    const erpId = links.erpIdOf(id)
    if (erpId === undefined || cost === undefined || prices.has(erpId) || !needs.isService(id)) continue
    if (isReference(erpId) && !created.has(erpId)) continue
    const from = held.get(erpId)?.cost ?? 0
    if (from !== cost) prices.set(erpId, { erpId, name: links.nameOf(erpId), from, to: cost })
  }
  return [...prices.values()]
}

function match(
  kind: NamedKind,
  billing: Directory<Named>,
  erp: Directory<HeldName>,
  judge: CreateJudge,
): NameMatch | undefined {
  // A list that could not be read is not an empty one: nothing is created from it, nothing removed by it.
  if (billing.state === 'unavailable' || erp.state === 'unavailable') return undefined
  return matchNames(billing.items, erp.items.values(), (name, listed) => {
    const verdict = judge.judge({ kind, key: name, name }, (erpId) => listed.get(erpId))
    if (verdict.kind === 'use') return verdict.erpId
    return verdict.kind === 'create' ? reference(kind, name) : undefined
  })
}

/** What has no id in common: it is matched by name. */
type NamedKind = 'group' | 'tag' | 'service'

function additionalFieldNames(
  fields: Directory<Named>,
  { additionalFields }: SyncOptions,
): ReadonlyMap<string, string> | undefined {
  if (fields.state === 'unavailable') return undefined
  const { items } = fields
  return new Map([...additionalFields].map(([id, erpId]) => [erpId, plainText(items.get(id)?.name ?? '')]))
}

function alwaysGroup(wanted: string, groups: NameMatch | undefined, report: ReportProblem): string {
  if (wanted === '' || groups === undefined) return ''
  const id = groups.find(wanted)
  const erpId = id === undefined ? undefined : groups.erpIdOf(id)
  if (erpId === undefined) {
    report({
      code: 'always-group-unknown',
      example: wanted,
      text: 'The group of "confAlwaysSetCustomerGroupId" does not exist in the billing; nobody was put in it.',
      partial: true,
    })
  }
  return erpId ?? ''
}

/** True when the last traffic update is older than the ERP's interval, by the ERP's own clock (§11.6). */
function isTrafficDue({ settings, system }: Target): boolean {
  const now = toUnix(system.clock.local, system.clock.offsetMinutes)
  return now - settings.trafficUpdatedAt > settings.trafficIntervalMinutes * 60
}
