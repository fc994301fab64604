/**
 * What of all that differs is done: brakes, ledger, leads and licence, in that order. What is held is taken out of the
 * plan here, so that whoever shows or carries out the plan need not know why.
 */

import { itemsOf } from '../../model/directory.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { FieldName } from '../../model/policy.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { decodeEntities } from '../../model/text.ts'
import type { Userside } from '../../userside/userside.ts'
import { readAddressBook } from '../addresses/address-book.ts'
import type { HousePlan } from '../addresses/houses.ts'
import type { Comparison } from '../compare/compare.ts'
import { isFullChange, type SubscriberChange } from '../compare/diff.ts'
import { fieldMeasures } from '../compare/measures.ts'
import type { Roster } from '../compare/roster.ts'
import type { CreateJudge } from '../fields/creatable.ts'
import type { Delta } from '../fields/field.ts'
import { subscriberName } from '../fields/name.ts'
import type { SyncOptions } from '../fields/options.ts'
import { reference } from '../fields/reference.ts'
import type { Source } from '../read/source.ts'
import type { Target } from '../read/target.ts'
import {
  absenceBrake,
  type Brake,
  type CreateMeasure,
  changeBrake,
  createBrake,
  houseBrake,
  isListDoubtful,
  keyBrake,
  listBrake,
  reportBrakes,
} from './brakes.ts'
import { type Conversion, planLeads } from './leads.ts'
import { underLicence } from './licence.ts'
import type { CataloguePlan } from './prepare.ts'
import { type SimilarHouse, similarHouses } from './similar-houses.ts'
import type { TariffPlan } from './tariffs.ts'

export interface Decision {
  /** The brakes that are on. */
  readonly brakes: readonly Brake[]
  /** The comparison less what is held. */
  readonly comparison: Comparison
  /** Subscribers to mark absent; empty when a brake stopped the marking. */
  readonly absent: readonly SubscriberChange[]
  readonly creates: readonly Subscriber[]
  /** Leads that are made regular subscribers instead. */
  readonly conversions: readonly Conversion[]
  /** New subscribers the licence has no room for. */
  readonly overLicence: number
  /** `undefined`: tariffs are left alone. */
  readonly tariffs: TariffPlan | undefined
  /** `undefined`: addresses are left alone. */
  readonly houses: HousePlan | undefined
  readonly catalogue: CataloguePlan
  /** Houses that are not created because UserSide has one that reads the same. */
  readonly similarHouses: readonly SimilarHouse[]
  /** What UserSide's list showed, to be remembered when the run begins to write; `undefined` when it is not believed. */
  readonly roster: Roster | undefined
}

export interface DecisionInput {
  readonly source: Source
  readonly target: Target
  readonly userside: Userside
  readonly options: SyncOptions
  readonly ledger: Ledger
  readonly judge: CreateJudge
  readonly report: ReportProblem
  readonly comparison: Comparison
  /** `undefined` in a light run, which did not see UserSide's list. */
  readonly roster: Roster | undefined
  readonly tariffs: TariffPlan | undefined
  readonly houses: HousePlan | undefined
  readonly catalogueOf: (isHeld: (field: FieldName) => boolean) => CataloguePlan
}

/** @throws UsersideError when UserSide cannot be asked about houses or leads */
export async function decide(input: DecisionInput): Promise<Decision> {
  const { target, userside, options, report, ledger, roster } = input
  const brakes: Brake[] = []
  const put = <B extends Brake | undefined>(brake: B): B => {
    if (brake !== undefined) brakes.push(brake)
    return brake
  }

  const doubt = put(doubtOfList(input))
  const marking = judgeMarking(input, doubt)
  put(marking.brake)
  const mayCreate = marking.brake === undefined && (doubt === undefined || isOverridden(doubt, options))
  const wanted = mayCreate ? input.comparison.missing.filter((missing) => mayBeCreated(missing, input)) : []

  const similar =
    input.houses === undefined
      ? []
      : await similarHouses(userside, input.comparison.changes, input.houses, report)
  const free = withoutHouses(input, new Set(similar.map(({ id }) => id)))
  const changes = put(changeBrake(fieldMeasures(free.comparison), options))
  const heldFields: ReadonlySet<string> = new Set(changes?.subjects)
  const settled =
    heldFields.size === 0
      ? free.comparison
      : withoutDeltas(free.comparison, ({ field }) => heldFields.has(field.name))
  const catalogue = input.catalogueOf((field) => heldFields.has(field))

  const isFirstRun = input.comparison.records === 0 && (roster?.remembered ?? 0) === 0
  const measures: readonly CreateMeasure[] = [
    {
      what: 'subscribers',
      count: wanted.length,
      base: Math.max(input.comparison.records, roster?.remembered ?? 0),
    },
    {
      what: 'houses',
      count: options.isAddressCreationDisabled ? 0 : (free.houses?.missing.length ?? 0),
      base: Math.max(free.houses?.erpIds.size ?? 0, ledger.count('house')),
    },
    {
      what: 'tariffs',
      count: input.tariffs?.add.length ?? 0,
      base: Math.max(target.tariffs.size, ledger.count('tariff')),
    },
    ...NAMED.map(([list, kind]) => ({
      what: list,
      count: catalogue[list].length,
      base: Math.max(itemsOf(target[list]).size, ledger.count(kind)),
    })),
  ]
  const creating = put(createBrake(measures, isFirstRun, options))
  const isHeld = (what: string): boolean => creating?.subjects.includes(what) ?? false
  const strange = isHeld('houses') ? undefined : put(await strangeHouses(free.houses, input))
  const areHousesHeld = isHeld('houses') || strange !== undefined
  const allHouses = new Set(areHousesHeld ? free.houses?.missing.map(({ id }) => id) : [])
  const { houses, comparison } = withoutHouses({ houses: free.houses, comparison: settled }, allHouses)

  const isEverybodyMarked = marking.absent.length === comparison.absent.length
  const staying = comparison.active + (isEverybodyMarked ? 0 : comparison.leaving)
  const leads = await planLeads(userside, isHeld('subscribers') ? [] : wanted, options, report)
  const licence = underLicence(leads.creates, staying, target.settings.rowLimit, report)
  reportBrakes(brakes, report)
  return {
    brakes,
    comparison,
    absent: marking.absent,
    conversions: leads.conversions,
    ...licence,
    tariffs: isHeld('tariffs') ? withoutAdding(input.tariffs) : input.tariffs,
    houses,
    similarHouses: similar,
    catalogue: {
      ...catalogue,
      ...Object.fromEntries(NAMED.flatMap(([list]) => (isHeld(list) ? [[list, []]] : []))),
    },
    roster: doubt === undefined || isOverridden(doubt, options) ? roster : undefined,
  }
}

const NAMED = [
  ['groups', 'group'],
  ['tags', 'tag'],
  ['services', 'service'],
] as const

/** Whether UserSide's list is the one that is remembered; asked where something would follow from it (§12.6). */
function doubtOfList({ roster, comparison, options }: DecisionInput): Brake | undefined {
  const { missing, absent, records } = comparison
  if (roster === undefined || missing.length + absent.length === 0) return undefined
  if (roster.isKeyedByErpId && missing.length > 0 && comparison.matched === 0) return keyBrake(records)
  if (!isListDoubtful(roster)) return undefined
  const isAccepted =
    (missing.length === 0 || options.isCreateAccepted) && (absent.length === 0 || options.isAbsenceAccepted)
  return isAccepted ? undefined : listBrake(roster)
}

/** The operator has looked at UserSide, and lets it create. */
function isOverridden(brake: Brake, { isCreateAccepted }: SyncOptions): boolean {
  return brake.isOverridable === true && isCreateAccepted
}

interface Marking {
  readonly absent: readonly SubscriberChange[]
  readonly brake: Brake | undefined
}

const NOBODY: readonly SubscriberChange[] = []

/** Of a list that may have been cut nobody is judged: who is missing in it may be there all the same (T30). */
function judgeMarking(input: DecisionInput, doubt: Brake | undefined): Marking {
  const { source, comparison, roster, ledger, options } = input
  const { subscribers, isSuspectedCut = false } = source.subscribers
  const isHeld = doubt !== undefined && !(doubt.isOverridable === true && options.isAbsenceAccepted)
  const absent = isSuspectedCut || isHeld ? NOBODY : knownToBeGone(input)
  const [first] = absent
  if (first === undefined) return { absent, brake: undefined }
  const remembered = roster?.rememberedActive ?? ledger.count('subscriber')
  const base = Math.max(comparison.present, remembered)
  const brake = absenceBrake(absent.length, base, subscribers.size, options)
  if (brake === undefined) return { absent, brake }
  return { absent: NOBODY, brake: { ...brake, subjects: [first.id] } }
}

/**
 * A record that is remembered as that of somebody who is missing has another key, and is not gone; neither is that of
 * somebody for whom another one is shown. As long as somebody who was created is not shown, a record whose id the
 * billing never had may be that one under another id: it is not marked either.
 */
function knownToBeGone({ comparison, roster, ledger }: DecisionInput): readonly SubscriberChange[] {
  const { absent, missing } = comparison
  if (roster === undefined || absent.length === 0) return absent
  const remembered = missing.flatMap(({ id }) => ledger.find('subscriber', id) ?? [])
  const moved = new Set(remembered.map(({ erpId }) => erpId))
  const isAnyNotShown = remembered.some(({ creates }) => creates > 0)
  return absent.filter(
    ({ id, erpId }) =>
      !moved.has(erpId) &&
      !roster.isDisplaced(erpId) &&
      !(isAnyNotShown && roster.isStranger(decodeEntities(id))),
  )
}

function mayBeCreated(subscriber: Subscriber, { judge, roster }: DecisionInput): boolean {
  const item = { kind: 'subscriber', key: subscriber.id, name: subscriberName(subscriber) } as const
  return judge.mayCreate(item, (erpId) => roster?.isShownOtherwise(erpId) ?? false)
}

const ADDRESS: ReadonlySet<string> = new Set(['house', 'apartment', 'floor', 'entrance'])

/** Houses are not created, and nobody is moved to them. */
function withoutHouses(
  { houses, comparison }: Pick<DecisionInput, 'houses' | 'comparison'>,
  ids: ReadonlySet<string>,
): Pick<DecisionInput, 'houses' | 'comparison'> {
  if (houses === undefined || ids.size === 0) return { houses, comparison }
  const references = new Set(Array.from(ids, (id) => reference('house', id)))
  const isMove = ({ deltas }: SubscriberChange): boolean =>
    deltas.some(({ field, after }) => field.name === 'house' && references.has(String(after)))
  return {
    houses: {
      ...houses,
      missing: houses.missing.filter(({ id }) => !ids.has(id)),
      held: [...houses.held, ...houses.missing.filter(({ id }) => ids.has(id))],
    },
    comparison: withoutDeltas(comparison, ({ field }, change) => ADDRESS.has(field.name) && isMove(change)),
  }
}

/** The comparison without some differences; a change of which nothing is left is none. */
function withoutDeltas(
  comparison: Comparison,
  isHeld: (delta: Delta, change: SubscriberChange) => boolean,
): Comparison {
  const changes = comparison.changes.flatMap((change): SubscriberChange[] => {
    if (!isFullChange(change) || !change.deltas.some((delta) => isHeld(delta, change))) return [change]
    const deltas = change.deltas.filter((delta) => !isHeld(delta, change))
    const isNothing = deltas.length === 0 && change.action === 'update'
    return isNothing ? [] : [{ ...change, deltas, isWhole: false }]
  })
  return { ...comparison, changes }
}

/** Where none of many houses is found among those UserSide has in the same streets, it writes them otherwise. */
async function strangeHouses(
  houses: HousePlan | undefined,
  { userside, options }: DecisionInput,
): Promise<Brake | undefined> {
  if (houses === undefined || options.isAddressCreationDisabled) return undefined
  if (houses.erpIds.size > 0 || houses.missing.length < LEAST_HOUSES) return undefined
  const book = houses.book ?? (await readAddressBook(userside))
  return book.hasHousesAround(houses.missing) ? houseBrake(houses.missing.length, options) : undefined
}

/** Of fewer nothing can be said. */
const LEAST_HOUSES = 10

function withoutAdding(tariffs: TariffPlan | undefined): TariffPlan | undefined {
  return tariffs && { ...tariffs, add: [], held: [...tariffs.held, ...tariffs.add] }
}
