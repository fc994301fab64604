/**
 * Cities, streets and houses out of subscribers' addresses: home-made billings keep them as texts, and have no lists
 * of them (`contracts/databases.md` §1).
 */
import type { City, House, Street } from '../../../model/catalogue.ts'
import { plainText } from '../../../model/text.ts'
import { houseNumberOf } from '../../records/house-number.ts'
import type { Cell } from '../source.ts'

/** The parts of an address as a row has them. */
export interface TextAddress {
  readonly city: Cell
  readonly street: Cell
  readonly number: Cell
  /** `undefined`: the query has no column for it, and it stands in the number. */
  readonly block: Cell | undefined
}

export class TextAddresses {
  readonly cities = new Map<string, City>()
  readonly streets = new Map<string, Street>()
  readonly houses = new Map<string, House>()
  /** By the texts as they came: thousands live in the same house. */
  readonly #known = new Map<string, string>()

  /** Notes a house. @returns its id; `""` when there is no address, `null` when all of it is NULL */
  note({ city, street, number, block }: TextAddress): Cell {
    if (city === null && street === null && number === null) return null
    const typed = `${city ?? ''}\u0000${street ?? ''}\u0000${number ?? ''}\u0000${block ?? '\u0001'}`
    const known = this.#known.get(typed)
    if (known !== undefined) return known
    const id = this.#make(
      plain(city),
      plain(street),
      plain(number),
      block === undefined ? undefined : plain(block),
    )
    this.#known.set(typed, id)
    return id
  }

  #make(city: string, street: string, number: string, block: string | undefined): string {
    if (street === '' && number === '') return ''
    const cityId = city === '' ? '' : part(city)
    const streetId = `${part(city)}|${part(street)}`
    const id = `${streetId}|${part(number)}${block === undefined || block === '' ? '' : `|${part(block)}`}`
    if (cityId !== '') this.cities.set(cityId, { id: cityId, name: city })
    this.streets.set(streetId, { id: streetId, cityId, name: street, fullName: street })
    const sent = { number, block: block ?? '' }
    const split = block === undefined ? (houseNumberOf(` ${number}`, undefined) ?? sent) : sent
    const isSplit = split.number !== sent.number || split.block !== sent.block
    this.houses.set(id, {
      id,
      streetId,
      districtId: '',
      number: split,
      sentNumber: isSplit ? sent : undefined,
      postcode: '',
      floors: '',
      entrances: '',
    })
    return id
  }
}

function plain(cell: Cell): string {
  return plainText(cell ?? '')
}

/** A part of an id: the bar parts them. */
function part(text: string): string {
  return text.replaceAll('|', '¦')
}
