/** Finding houses among those the ERP lists, for the step-by-step way and for previews (§5). Pure. */
import { createHash } from 'node:crypto'
import { numberText } from '../../model/catalogue.ts'
import { plainText } from '../../model/text.ts'
import type { HeldHouse, HouseName, Userside } from '../../userside/userside.ts'
import type { WantedHouse } from './addresses.ts'

/** What stands for "no city" in the ERP. */
const NO_CITY = '-'

/** The ERP's units as its three lists give them. */
export interface AddressLists {
  readonly cities: ReadonlyMap<string, string>
  readonly streets: ReadonlyMap<string, string>
  readonly houses: ReadonlyMap<string, HeldHouse>
}

/** The ERP's units, ready to be looked up; creating adds to it. */
export interface AddressBook {
  cityId(name: string): string | undefined
  streetId(cityId: string, street: string): string | undefined
  house(house: WantedHouse): HeldHouse | undefined
  /** What the ERP calls a city or a street of its own; `undefined` when it does not list that id. */
  cityNamed(erpId: string): string | undefined
  streetNamed(erpId: string): string | undefined
  hasHouse(erpId: string): boolean
  /** True when the ERP lists houses, and one of these streets among its own. */
  hasHousesAround(houses: Iterable<WantedHouse>): boolean
  /** The city a house is in, or would be created in. */
  cityOf(name: HouseName): string
  addCity(name: string, erpId: string): void
  addStreet(cityId: string, street: string, erpId: string): void
  /** So that another house of the billing with the same name is the same house. */
  addHouse(house: WantedHouse, erpId: string): void
}

function createAddressBook(lists: AddressLists): AddressBook {
  const cities = new Map([...lists.cities].map(([name, id]) => [upper(name), id]))
  const cityNames = [...lists.cities.keys()].map((name) => plainText(name))
  const streets = new Map([...lists.streets].map(([key, id]) => [upper(key), id]))

  const houses = new Map(lists.houses)

  const streetId = (cityId: string, street: string): string | undefined =>
    streets.get(upper(`${cityId}_${street}`))
  const cityId = (name: string): string | undefined => cities.get(upper(name))

  /** A house without a city is looked for in every city that has its street. */
  const citiesOf = (name: HouseName): string[] => {
    if (name.city !== '') return [name.city]
    const having = cityNames.filter((city) => streetId(cityId(city) ?? '', name.street) !== undefined)
    return [...having.filter((city) => city !== NO_CITY), NO_CITY]
  }

  const find = (name: HouseName): HeldHouse | undefined => {
    for (const city of citiesOf(name)) {
      for (const hash of houseHashes(city, name)) {
        const found = houses.get(hash)
        if (found !== undefined) return found
      }
    }
    return undefined
  }

  let houseIds: ReadonlySet<string> | undefined

  return {
    cityId,
    streetId,
    cityNamed: (erpId) => nameOfId(lists.cities, erpId),
    streetNamed: (erpId) => nameOfId(lists.streets, erpId)?.replace(/^\d+_/, ''),
    hasHouse: (erpId) => {
      houseIds ??= new Set(Array.from(lists.houses.values(), (house) => house.erpId))
      return houseIds.has(erpId)
    },
    hasHousesAround: (wanted) =>
      lists.houses.size > 0 &&
      Iterator.from(wanted).some(({ name }) =>
        citiesOf(name).some((city) => streetId(cityId(city) ?? '', name.street) !== undefined),
      ),
    house: (house) => find(house.name) ?? (house.formerName && find(house.formerName)),
    cityOf: (name) => citiesOf(name)[0] ?? NO_CITY,
    addCity: (name, erpId) => void cities.set(upper(name), erpId),
    addStreet: (city, street, erpId) => void streets.set(upper(`${city}_${street}`), erpId),
    addHouse: ({ name, floors, entrances }, erpId) => {
      const held = { erpId, postcode: name.postcode, floor: floors, entrance: entrances }
      for (const hash of houseHashes(citiesOf(name)[0] ?? NO_CITY, name)) houses.set(hash, held)
    },
  }
}

/** Reads the ERP's three lists. @throws UsersideError */
export async function readAddressBook(
  userside: Pick<Userside, 'cities' | 'streets' | 'houses'>,
): Promise<AddressBook> {
  return createAddressBook({
    cities: await userside.cities(),
    streets: await userside.streets(),
    houses: await userside.houses(),
  })
}

function nameOfId(names: ReadonlyMap<string, string>, erpId: string): string | undefined {
  for (const [name, id] of names) if (id === erpId) return name
  return undefined
}

/** The md5 of `CITY, STREET, NUMBER`, over the decoded text and over the ways an ERP may have encoded it (§11.13). */
function houseHashes(city: string, name: HouseName): string[] {
  return [...new Set(hashedTexts(city, name))].map((form) => createHash('md5').update(form).digest('hex'))
}

/** Texts of a house over which an ERP may hash, in an order that does not depend on the house; some may be alike. */
export function hashedTexts(city: string, name: HouseName): string[] {
  const parts = [plainText(city), name.street, numberText(name)]
  // Nobody says what stands for a missing part: nothing, or its comma with or without a blank.
  const texts = [parts.join(', '), parts.join(', ').trim(), parts.filter((part) => part !== '').join(', ')]
  return texts.map((text) => text.toUpperCase()).flatMap((text) => [text, encodeQuote(text), encodeAll(text)])
}

function encodeQuote(text: string): string {
  return text.replaceAll("'", '&#039;')
}

function encodeAll(text: string): string {
  return encodeQuote(text).replaceAll('/', '&#047;').replaceAll('\\', '&#092;').replaceAll('+', '&#43;')
}

function upper(text: string): string {
  return plainText(text).toUpperCase()
}
