/** Houses of the billing in the ERP's terms: names built from their parts, and where each of them stands. Pure. */
import type { BillingDirectories } from '../../billing/billing.ts'
import { type House, type HouseNumber, numberText } from '../../model/catalogue.ts'
import { itemsOf } from '../../model/directory.ts'
import type { ReportProblem } from '../../model/problem.ts'
import { plainText } from '../../model/text.ts'
import { isUnreadable } from '../../model/unreadable.ts'
import type { HouseName } from '../../userside/userside.ts'

/** A house that can be looked for in the ERP. */
export interface WantedHouse {
  readonly id: string
  readonly name: HouseName
  /** The name under which an ERP filled by the original module may know it; `undefined` when nobody else may be meant. */
  readonly formerName: HouseName | undefined
  readonly floors: string
  readonly entrances: string
}

export interface HouseRules {
  readonly isStreetFullNameUsed: boolean
  /** Only these houses; `undefined` all. */
  readonly usedIds: ReadonlySet<string> | undefined
}

/** Under which UserSide tells of all houses together what it has created (`contracts/userside-api.md` §5). */
const KEY_OF_COUNTS = '-1'

/**
 * The houses that can be named whole. A house of a street or city the billing does not list is left out and
 * reported: a subscriber who lives there keeps its address (`contracts/universal-billing-api.md` T20). So is one
 * without street and number. `undefined` when the billing's address lists could not be had.
 */
export function wantedHouses(
  source: Pick<BillingDirectories, 'cities' | 'districts' | 'streets' | 'houses'>,
  rules: HouseRules,
  report: ReportProblem,
): ReadonlyMap<string, WantedHouse> | undefined {
  const { cities, streets, houses } = source
  if (houses.state === 'unavailable' || streets.state === 'unavailable') return undefined
  const districts = itemsOf(source.districts)
  const pairs = countPairs(houses.items.values())
  const wanted = new Map<string, WantedHouse>()

  const place = (house: House): Pick<HouseName, 'city' | 'area' | 'street'> | undefined => {
    const district = plainText(districts.get(house.districtId)?.name ?? '')
    const area = isNone(house.districtId) ? '' : district
    if (isNone(house.streetId)) return { city: '', area, street: '' }
    const street = streets.items.get(house.streetId)
    if (street === undefined) return undefined
    const name = plainText(rules.isStreetFullNameUsed ? street.fullName : street.name)
    if (cities.state === 'unavailable' || isNone(street.cityId)) return { city: '', area, street: name }
    const city = cities.items.get(street.cityId)
    if (city === undefined) return undefined
    const cityName = plainText(city.name)
    // Newer releases of ABillS leave the city empty; its district is then all there is (T19).
    return cityName === ''
      ? { city: district, area: '', street: name }
      : { city: cityName, area, street: name }
  }

  for (const house of houses.items.values()) {
    if (rules.usedIds !== undefined && !rules.usedIds.has(house.id)) continue
    // Without its number it would be taken for another house; of one under this id no answer could be told.
    if (isUnreadable(house, 'number') || house.id === KEY_OF_COUNTS) continue
    const placed = place(house)
    if (placed === undefined) {
      report({
        code: 'house-street-unknown',
        example: house.id,
        text: 'Houses belong to a street or city the billing does not list; addresses there are left as UserSide has them.',
      })
      continue
    }
    const name = named(placed, house.number, house.postcode)
    if (!isNameable(name)) continue
    const sent = house.sentNumber
    const isTaken = sent !== undefined && (pairs.get(pairKey(house.streetId, sent)) ?? 0) > 1
    const former = sent === undefined || isTaken ? undefined : named(placed, sent, house.postcode)
    wanted.set(house.id, {
      id: house.id,
      name,
      formerName: former !== undefined && isNameable(former) ? former : undefined,
      floors: house.floors,
      entrances: house.entrances,
    })
  }
  return wanted
}

/** The whole name, for people and for the journal: `Київ, Соборна, 12 А`. */
export function houseText({ name }: Pick<WantedHouse, 'name'>): string {
  return [name.city, name.street, numberText(name)].filter((part) => part !== '').join(', ')
}

/** Equal for houses that are one to the ERP, which reads names without their letter case (§5). */
export function houseKey({ name }: Pick<WantedHouse, 'name'>): string {
  const parts = [name.province, name.district, name.city, name.area, name.street, numberText(name)]
  return parts.map((part) => part.toUpperCase()).join('\u0000')
}

function named(
  place: Pick<HouseName, 'city' | 'area' | 'street'>,
  number: HouseNumber,
  postcode: string,
): HouseName {
  return {
    province: '',
    district: '',
    ...place,
    number: plainText(number.number),
    block: plainText(number.block),
    postcode: plainText(postcode),
  }
}

/** UserSide answers of no house at all where one of them has neither street nor number; a block is not enough (§6). */
function isNameable({ street, number }: HouseName): boolean {
  return street !== '' || number !== ''
}

/** How many houses of a street have a pair, sent or rebuilt; a house that has it both ways counts once. */
function countPairs(houses: Iterable<House>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { streetId, number, sentNumber } of houses) {
    for (const key of new Set([number, sentNumber ?? number].map((pair) => pairKey(streetId, pair)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

function pairKey(streetId: string, { number, block }: HouseNumber): string {
  return JSON.stringify([streetId, plainText(number).toUpperCase(), plainText(block).toUpperCase()])
}

/** An id that means "none" in an address. */
function isNone(id: string): boolean {
  return id === '' || id === '0'
}
