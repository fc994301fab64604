/**
 * The last word on the billing's lists, once all of them are read: a list that answered "nothing" while subscribers
 * refer to it was not read (`contracts/universal-billing-api.md` §2).
 */
import type { Directory } from '../model/directory.ts'
import { BillingError } from '../model/errors.ts'
import type { ReportProblem } from '../model/problem.ts'
import type { Subscriber } from '../model/subscriber.ts'
import type { BillingDirectories } from './billing.ts'
import { type Method, ruleOf } from './methods.ts'

/** The method each list comes from. */
export const METHOD_OF: Record<keyof BillingDirectories, Method> = {
  tariffs: 'get_tariff_list',
  services: 'get_services_list',
  states: 'get_user_state_list',
  groups: 'get_user_group_list',
  tags: 'get_user_tags',
  additionalFields: 'get_user_additional_data_type_list',
  cities: 'get_city_list',
  districts: 'get_city_district_list',
  streets: 'get_street_list',
  houses: 'get_house_list',
}

/**
 * Gives the lists with every wrongly empty one turned into a failed one.
 * @throws BillingError when it is a list that no run can do without
 */
export function judgeDirectories<D extends BillingDirectories>(
  directories: D,
  subscribers: Iterable<Subscriber>,
  report: ReportProblem,
): D {
  const referred = referredLists(directories, subscribers)
  const corrected: Partial<Record<keyof BillingDirectories, Directory<never>>> = {}
  for (const name of Object.keys(METHOD_OF) as (keyof BillingDirectories)[]) {
    const directory = directories[name]
    if (directory.state !== 'available' || directory.items.size > 0 || !referred.has(name)) continue
    const method = METHOD_OF[name]
    const message = `Of the billing, ${ruleOf(method).what} came as an empty list (${method}), although subscribers refer to them.`
    if (ruleOf(method).failed === 'stop') {
      throw new BillingError('malformed', method, message, { hint: 'See to the database of the billing.' })
    }
    report({
      code: 'billing-list-failed',
      example: `${method}: ${message}`,
      text: 'Some lists of the billing could not be read. What depends on them was left alone.',
      partial: true,
    })
    corrected[name] = { state: 'unavailable', reason: 'failed', message }
  }
  return { ...directories, ...corrected }
}

function referredLists(
  directories: BillingDirectories,
  subscribers: Iterable<Subscriber>,
): Set<keyof BillingDirectories> {
  const referred = new Set<keyof BillingDirectories>()
  const houses = new Set<string>()
  for (const subscriber of subscribers) {
    if (subscriber.tariffs.length > 0 || subscriber.nextTariff !== undefined) referred.add('tariffs')
    if (subscriber.services.length > 0) referred.add('services')
    if (subscriber.stateId !== '') referred.add('states')
    if (subscriber.groups.length > 0) referred.add('groups')
    if (subscriber.tags.length > 0) referred.add('tags')
    if (subscriber.additionalData.size > 0) referred.add('additionalFields')
    if (subscriber.address !== undefined) houses.add(subscriber.address.houseId)
  }
  if (houses.size > 0) referred.add('houses')
  for (const houseId of houses) followHouse(directories, houseId, referred)
  return referred
}

/** A house leads to its street and district, a street to its city. `0` leads nowhere. */
function followHouse(
  { houses, streets }: BillingDirectories,
  houseId: string,
  referred: Set<keyof BillingDirectories>,
): void {
  const house = houses.state === 'available' ? houses.items.get(houseId) : undefined
  if (house === undefined) return
  if (leads(house.streetId)) referred.add('streets')
  if (leads(house.districtId)) referred.add('districts')
  const street = streets.state === 'available' ? streets.items.get(house.streetId) : undefined
  if (street !== undefined && leads(street.cityId)) referred.add('cities')
}

function leads(id: string): boolean {
  return id !== '' && id !== '0'
}
