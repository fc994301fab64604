/** Creates houses one unit after another: city, street, house (§5, the way without `compare_house`). */
import type { RecordChange } from '../../model/journal.ts'
import type { WriteResult } from '../../userside/userside.ts'
import { type AddressBook, createAddressBook } from '../addresses/address-book.ts'
import { houseText, type WantedHouse } from '../addresses/addresses.ts'
import type { HouseTouchUp } from '../addresses/houses.ts'
import { changeOnce, createOnce, creation, type Writer } from './writer.ts'

/**
 * Creates what the ERP's lists do not have; what it refuses is not tried again for the next house of this run. Gives
 * the ERP's ids by the billing's.
 */
export async function createStepByStep(
  writer: Writer,
  book: AddressBook,
  missing: readonly WantedHouse[],
): Promise<ReadonlyMap<string, string>> {
  const units = new Units(writer, book)
  const erpIds = new Map<string, string>()
  for (const house of missing) {
    const erpId = book.house(house)?.erpId ?? (await units.createHouse(house))
    if (erpId !== undefined) {
      erpIds.set(house.id, erpId)
      book.addHouse(house, erpId)
    }
    writer.logger.advance(1)
  }
  return erpIds
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
    () => writer.userside.editHouse({ unitId: erpId }, patch),
    async () => {
      const houses = (await writer.userside.houses()).values()
      const now = [...houses].find((house) => house.erpId === erpId)
      return now !== undefined && parts.every(({ part, after }) => now[part] === after)
    },
  )
}

class Units {
  readonly #writer: Writer
  readonly #book: AddressBook
  readonly #refused = new Set<string>()

  constructor(writer: Writer, book: AddressBook) {
    this.#writer = writer
    this.#book = book
  }

  async createHouse(house: WantedHouse): Promise<string | undefined> {
    const { name, floors, entrances } = house
    const cityId = await this.#city(this.#book.cityOf(name))
    if (cityId === undefined) return undefined
    const streetId = await this.#street(cityId, name.street)
    if (streetId === undefined) return undefined
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
    if (erpId !== undefined && name.postcode !== '') {
      const held = { postcode: '', floor: floors, entrance: entrances }
      await applyTouchUp(this.#writer, { houseId: house.id, erpId, patch: { postcode: name.postcode }, held })
    }
    return erpId
  }

  async #city(name: string): Promise<string | undefined> {
    const known = this.#book.cityId(name)
    if (known !== undefined) return known
    const erpId = await this.#make(
      `city ${name}`,
      creation('house', `city ${name}`, name),
      () => this.#writer.userside.addCity(name),
      (book) => book.cityId(name),
    )
    if (erpId !== undefined) this.#book.addCity(name, erpId)
    return erpId
  }

  async #street(cityId: string, name: string): Promise<string | undefined> {
    const known = this.#book.streetId(cityId, name)
    if (known !== undefined) return known
    const erpId = await this.#make(
      `street ${name}`,
      creation('house', `street ${name}`, name),
      () => this.#writer.userside.addStreet(cityId, name),
      (book) => book.streetId(cityId, name),
    )
    if (erpId !== undefined) this.#book.addStreet(cityId, name, erpId)
    return erpId
  }

  async #make(
    what: string,
    change: RecordChange,
    create: () => Promise<WriteResult<string>>,
    find: (book: AddressBook) => string | undefined,
  ): Promise<string | undefined> {
    if (this.#refused.has(what)) return undefined
    return createOnce(
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
