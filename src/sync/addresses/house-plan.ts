/** Which houses the run wants, and where they stand in the ERP. */
import { numberText } from '../../model/catalogue.ts'
import type { FieldChange, Journal } from '../../model/journal.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { Logger } from '../../model/logger.ts'
import type { FieldName } from '../../model/policy.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { Settings, Userside } from '../../userside/userside.ts'
import type { CreateJudge } from '../fields/creatable.ts'
import type { SyncOptions } from '../fields/options.ts'
import type { Source } from '../read/source.ts'
import { readAddressBook } from './address-book.ts'
import { houseText, type WantedHouse, wantedHouses } from './addresses.ts'
import { type HousePlan, houseItem, matchHouses, reportRefusedHouse, setRefusedApart } from './houses.ts'

/** What deciding about houses needs. */
export interface HousePlanInput {
  readonly source: Source
  readonly settings: Settings
  readonly userside: Userside
  readonly options: SyncOptions
  readonly report: ReportProblem
  readonly logger: Logger
  /** False for a preview, which may only read. */
  readonly canPost: boolean
  readonly pastWrites: Journal['pastWrites']
  readonly ledger: Pick<Ledger, 'find'>
  readonly judge: CreateJudge
  /** Whether a difference was written twice already and came back unchanged. */
  readonly isInVain: (houseId: string, change: FieldChange) => boolean
}

/** `undefined`: addresses are left alone in this run. @throws UsersideError when the ERP does not answer */
export async function planHouses(
  input: HousePlanInput,
  managed: readonly Subscriber[],
): Promise<HousePlan | undefined> {
  const { source, settings, userside, options, report, logger } = input
  const isWanted = (['house', 'apartment', 'floor', 'entrance'] satisfies FieldName[]).some(
    (name) => options.policies[name] !== 'ignore',
  )
  if (!settings.isUpdateAddress || !isWanted) return undefined
  // Of a run for some subscribers it is theirs that are wanted.
  const usedIds =
    options.isUnusedAddressSkipped || options.only !== undefined
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
  logger.step('Matching houses', wanted.size)
  const houses = await matchHouses(userside, wanted, settings, options, input.canPost)
  if (options.isAddressCreationDisabled) return withoutVainTouchUps(houses, input.isInVain)
  const tried = options.isFull ? houses : setRefusedApart(houses, input.pastWrites)
  const plan = settings.isCompareHouse ? tried : withoutNumberless(tried, report)
  for (const house of plan.refused) reportRefusedHouse(house, report)
  return withoutVainTouchUps(await recallHouses(plan, input), input.isInVain)
}

/**
 * Of houses that are missing under their address the ledger knows whether they were created before (§12.2). Those that
 * UserSide lists by the id it gave them are used under that; the others are left.
 */
async function recallHouses(
  plan: HousePlan,
  { userside, ledger, judge, report }: HousePlanInput,
): Promise<HousePlan> {
  const known = plan.missing.flatMap((house) => ledger.find('house', house.id) ?? [])
  if (known.length === 0) return plan
  const ids = known.flatMap(({ erpId }) => (erpId === '' ? [] : [erpId]))
  const book = ids.length === 0 ? plan.book : (plan.book ?? (await readAddressBook(userside)))
  const listed = ids.filter((id) => book?.hasHouse(id))
  const units = listed.length === 0 ? undefined : await userside.houseUnits(listed)
  const names = new Map(listed.map((id) => [id, units?.get(id)?.name ?? '']))

  const erpIds = new Map(plan.erpIds)
  const missing: WantedHouse[] = []
  const held: WantedHouse[] = [...plan.held]
  for (const house of plan.missing) {
    const verdict = judge.judge(houseItem(house), (id) => names.get(id))
    if (verdict.kind === 'use') erpIds.set(house.id, verdict.erpId)
    else (verdict.kind === 'create' ? missing : held).push(house)
  }
  // Those that are there are found under no address at all: then the new ones would not be found either.
  const isNothingFound = plan.erpIds.size === 0 && erpIds.size > 0
  if (!isNothingFound) return { ...plan, erpIds, missing, held }
  for (const house of missing) reportNotCreated(house, report)
  return { ...plan, erpIds, missing: [], held: [...held, ...missing] }
}

/** Says that a house is not created because it would not be found afterwards. */
export function reportNotCreated(house: WantedHouse, report: ReportProblem): void {
  report({
    code: 'houses-not-created',
    example: houseText(house),
    text: 'Houses were not created: what UserSide has made of another one is not found under its address, so these would be made again in every run. Compare the address of that house in UserSide with the one in the billing.',
    partial: true,
  })
}

/** A house without a number would be refused for ever when it is created step by step (§11.15). */
function withoutNumberless(plan: HousePlan, report: ReportProblem): HousePlan {
  const numberless = plan.missing.filter(({ name }) => numberText(name) === '')
  for (const house of numberless) {
    report({
      code: 'house-without-number',
      example: houseText(house),
      text: 'Houses without a number are not created in UserSide; the addresses of those who live there are left as they are.',
    })
  }
  return {
    ...plan,
    missing: plan.missing.filter(({ name }) => numberText(name) !== ''),
    held: [...plan.held, ...numberless],
  }
}

/** What was written twice and came back unchanged is not written again (§10.2, §12.5). */
function withoutVainTouchUps(plan: HousePlan, isInVain: HousePlanInput['isInVain']): HousePlan {
  const touchUps = plan.touchUps.flatMap((touchUp) => {
    const { houseId, patch, held } = touchUp
    const parts = Object.entries(patch).filter(([part, after]) => {
      const before = held[part as keyof typeof held]
      return !isInVain(houseId, { field: part, before, after, from: before, to: after })
    })
    return parts.length === 0 ? [] : [{ ...touchUp, patch: Object.fromEntries(parts) }]
  })
  return { ...plan, touchUps }
}
