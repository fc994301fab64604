/** Writing addresses, in both of the ERP's ways (§5). */
import { fieldOf } from '../json/shapes.ts'
import { numberText } from '../model/catalogue.ts'
import { decodeEntities } from '../model/text.ts'
import type { Caller } from './caller.ts'
import { encodeText } from './entity.ts'
import { jsonOf } from './map-json.ts'
import { type HouseMatches, type HouseName, LOT_SIZES, type Userside, type UsersideWays } from './userside.ts'
import { erpReference, membersOf, numberOf } from './values.ts'

type AddressWrites = Pick<Userside, 'compareHouses' | 'addCity' | 'addStreet' | 'addHouse' | 'editHouse'>

/** The key under which `compare_house` counts what it created. */
const COUNTERS = '-1'

const SHORT_NAMES = {
  province: 'p',
  district: 'd',
  city: 'c',
  area: 'a',
  street: 's',
  number: 'n',
  block: 'b',
  postcode: 'o',
} as const satisfies Record<keyof HouseName, string>

export function createAddressWrites(caller: Caller, ways: UsersideWays): AddressWrites {
  const text = (value: string): string => encodeText('text', value)

  const compareHouses: AddressWrites['compareHouses'] = async (houses, options) => {
    if (houses.size > LOT_SIZES.houses) throw new RangeError(`${houses.size} houses in one request`)
    const fields = {
      is_disable_create: options.create ? 0 : 1,
      billing_crc_id: options.configurationHash,
      data: jsonOf(houses, options.short ? shortName : longName),
    }
    return await caller.write(
      'address',
      'compare_house',
      fields,
      ({ data }) =>
        typeof data === 'object' && data !== null ? readMatches(houses.keys(), data) : undefined,
      { effect: options.create ? 'changes' : 'none' },
    )
  }

  return {
    compareHouses,
    addCity: (name) => caller.create('address', 'add_city', { name: text(name) }),
    addStreet: (cityId, name) =>
      caller.create('address', 'add_street', { city_id: cityId, name: text(name) }),
    // What is documented of both calls is not what was observed of them: both spellings go side by side (§5).
    addHouse: (house) =>
      caller.create('address', 'add_house', {
        city_id: house.cityId,
        street_id: house.streetId,
        number: text(ways.isBlockDropped ? numberText(house) : house.number),
        block: text(ways.isBlockDropped ? '' : house.block),
        floor: text(house.floor),
        level_count: text(house.floor),
        entrance: text(house.entrance),
        entrance_count: text(house.entrance),
      }),
    editHouse: (house, patch) => {
      const data = jsonOf(new Map(Object.entries(patch)), (value) => text(String(value)))
      if ('unitId' in house) return caller.change('address', 'edit_house', { id: house.unitId, data })
      return caller.change('address', 'edit_house', {
        building_id: house.buildingId,
        ...(patch.floor !== undefined && { level_count: text(patch.floor) }),
        ...(patch.entrance !== undefined && { entrance_count: text(patch.entrance) }),
        data,
      })
    },
  }
}

function longName(house: HouseName): Record<string, string> {
  return Object.fromEntries(partsOf(house).map(([part, value]) => [part, value]))
}

/** Short names, empty parts left out. */
function shortName(house: HouseName): Record<string, string> {
  return Object.fromEntries(
    partsOf(house).flatMap(([part, value]) => (value === '' ? [] : [[SHORT_NAMES[part], value]])),
  )
}

function partsOf(house: HouseName): [part: keyof HouseName, value: string][] {
  const parts = Object.keys(SHORT_NAMES) as (keyof HouseName)[]
  return parts.map((part) => [part, encodeText('text', house[part])])
}

/** The answer may return the billing's ids encoded; what is no id of the ERP is no house. */
function readMatches(asked: Iterable<string>, data: object): HouseMatches {
  const answered = new Map<string, unknown>()
  for (const [key, value] of membersOf(data)) answered.set(decodeEntities(key), value).set(key, value)
  const houseIds = new Map<string, string>()
  for (const id of asked) {
    houseIds.set(id, erpReference(answered.get(id) ?? answered.get(decodeEntities(id))))
  }
  const counter = (unit: string): number => numberOf(fieldOf(answered.get(COUNTERS), unit))
  return {
    houseIds,
    created: { cities: counter('city'), streets: counter('street'), houses: counter('house') },
  }
}
