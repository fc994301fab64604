/** Creates houses one unit after another: city, street, house (§5, the way without `compare_house`). */
import type { RecordChange } from '../../model/journal.ts'
import type { WriteResult } from '../../userside/userside.ts'
import { type AddressBook, createAddressBook } from '../address-book.ts'
import { houseText, type WantedHouse } from '../addresses.ts'
import type { HouseTouchUp } from '../houses.ts'
import { changeOnce, createOnce, creation, type Writer } from './writer.ts'

/** What became of the houses that were to be created. */
export interface CreatedHouses {
  /** The ERP's ids by the billing's. */
  readonly erpIds: ReadonlyMap<string, string>
  /** Houses the ERP said no to; the others nobody answered for. */
  readonly refused: ReadonlySet<string>
}

/** Creates what the ERP's lists do not have; what it refuses once is not tried for the next house again. */
export async function createStepByStep(
  writer: Writer,
  book: AddressBook,
  missing: readonly WantedHouse[],
): Promise<CreatedHouses> {
  const units = new Units(writer, book)
  const erpIds = new Map<string, string>()
  const refused = new Set<string>()
  for (const house of missing) {
    const erpId = book.house(house)?.erpId ?? (await units.createHouse(house))
    if (erpId === 'refused') refused.add(house.id)
    else if (erpId !== undefined) {
      erpIds.set(house.id, erpId)
      book.addHouse(house, erpId)
    }
    writer.narrator.advance(1)
  }
  return { erpIds, refused }
}

/** Fills what a house lacks. A lost answer is looked up before it is sent again. */
export async function applyTouchUp(
  writer: Writer,
  { houseId, erpId, patch, held }: HouseTouchUp,
): Promise<void> {
  const parts = (['postcode', 'floor', 'entrance'] as const).flatMap((part) => {
    const after = patch[part]
    return after === undefined ? [] : [{ part, after }]
  })
  const fields = parts.map(({ part, after }) => {
    const before = held[part]
    return { field: part, before, after, from: before, to: after }
  })
  await changeOnce(
    writer,
    `house ${houseId}`,
    { entity: 'house', id: houseId, erpId, action: 'update', fields },
    () => writer.userside.editHouse(erpId, patch),
    async () => {
      const houses = (await writer.userside.houses()).values()
      const now = [...houses].find((house) => house.erpId === erpId)
      return now !== undefined && parts.every(({ part, after }) => now[part] === after)
    },
  )
}

/** An ERP id; `refused`; or `undefined` when nobody answered. No ERP id is a word. */
type Made = string | 'refused' | undefined

class Units {
  readonly #writer: Writer
  readonly #book: AddressBook
  readonly #refused = new Set<string>()

  constructor(writer: Writer, book: AddressBook) {
    this.#writer = writer
    this.#book = book
  }

  async createHouse(house: WantedHouse): Promise<Made> {
    const { name, floors, entrances } = house
    const cityId = await this.#city(this.#book.cityOf(name))
    if (cityId === undefined || cityId === 'refused') return cityId
    const streetId = await this.#street(cityId, name.street)
    if (streetId === undefined || streetId === 'refused') return streetId
    const { number, block } = name
    const erpId = await this.#make(
      `house ${houseText(house)}`,
      creation('house', house.id, houseText(house)),
      () =>
        this.#writer.userside.addHouse({
          cityId,
          streetId,
          number,
          block,
          floor: floors,
          entrance: entrances,
        }),
      (book) => book.house(house)?.erpId,
    )
    if (erpId !== undefined && erpId !== 'refused' && name.postcode !== '') {
      const held = { postcode: '', floor: floors, entrance: entrances }
      await applyTouchUp(this.#writer, { houseId: house.id, erpId, patch: { postcode: name.postcode }, held })
    }
    return erpId
  }

  async #city(name: string): Promise<Made> {
    const known = this.#book.cityId(name)
    if (known !== undefined) return known
    const erpId = await this.#make(
      `city ${name}`,
      creation('house', `city ${name}`, name),
      () => this.#writer.userside.addCity(name),
      (book) => book.cityId(name),
    )
    if (erpId !== undefined && erpId !== 'refused') this.#book.addCity(name, erpId)
    return erpId
  }

  async #street(cityId: string, name: string): Promise<Made> {
    const known = this.#book.streetId(cityId, name)
    if (known !== undefined) return known
    const erpId = await this.#make(
      `street ${name}`,
      creation('house', `street ${name}`, name),
      () => this.#writer.userside.addStreet(cityId, name),
      (book) => book.streetId(cityId, name),
    )
    if (erpId !== undefined && erpId !== 'refused') this.#book.addStreet(cityId, name, erpId)
    return erpId
  }

  async #make(
    what: string,
    change: RecordChange,
    create: () => Promise<WriteResult<string>>,
    find: (book: AddressBook) => string | undefined,
  ): Promise<Made> {
    if (this.#refused.has(what)) return 'refused'
    const erpId = await createOnce(
      this.#writer,
      what,
      change,
      async () => {
        const result = await create()
        if (result.kind === 'refused') this.#refused.add(what)
        return result
      },
      async () => find(createAddressBook(await this.#lists())),
    )
    return this.#refused.has(what) ? 'refused' : erpId
  }

  async #lists(): Promise<Parameters<typeof createAddressBook>[0]> {
    const { userside } = this.#writer
    return {
      cities: await userside.cities(),
      streets: await userside.streets(),
      houses: await userside.houses(),
    }
  }
}
