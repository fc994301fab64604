/** Which houses the run wants, and where they stand in the ERP. */
import type { Journal } from '../../model/journal.ts'
import type { Logger } from '../../model/logger.ts'
import type { FieldName } from '../../model/policy.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { Settings, Userside } from '../../userside/userside.ts'
import type { SyncOptions } from '../fields/options.ts'
import type { Source } from '../read/source.ts'
import { wantedHouses } from './addresses.ts'
import { type HousePlan, matchHouses, reportRefusedHouse, setRefusedApart } from './houses.ts'

export interface HousePlanInput {
  readonly source: Source
  readonly settings: Settings
  readonly userside: Userside
  readonly options: SyncOptions
  readonly logger: Logger
  readonly report: ReportProblem
  readonly pastWrites: Journal['pastWrites']
  /** False for a preview. */
  readonly canPost: boolean
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
  logger.step('Matching houses', wanted.size)
  const houses = await matchHouses(userside, wanted, settings, options, input.canPost)
  if (options.isFull || options.isAddressCreationDisabled) return houses
  const plan = setRefusedApart(houses, input.pastWrites)
  for (const house of plan.refused) reportRefusedHouse(house, report)
  return plan
}
