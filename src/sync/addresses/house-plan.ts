/** Which houses the run wants, and where they stand in the ERP. */
import type { FieldName } from '../../model/policy.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { PlanInput } from '../decide/plan.ts'
import { wantedHouses } from './addresses.ts'
import { type HousePlan, matchHouses, reportRefusedHouse, setRefusedApart } from './houses.ts'

/** `undefined`: addresses are left alone in this run. @throws UsersideError when the ERP does not answer */
export async function planHouses(
  input: PlanInput,
  managed: readonly Subscriber[],
): Promise<HousePlan | undefined> {
  const { source, target, userside, options, report, logger } = input
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
  logger.step('Matching houses', wanted.size)
  const houses = await matchHouses(userside, wanted, target.settings, options, input.canPost)
  if (options.isFull || options.isAddressCreationDisabled) return houses
  const plan = setRefusedApart(houses, input.pastWrites)
  for (const house of plan.refused) reportRefusedHouse(house, report)
  return plan
}
