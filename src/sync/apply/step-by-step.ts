/** Creates houses one unit after another: city, street, house (§5, the way without `compare_house`). */
import { numberText } from '../../model/catalogue.ts'
import type { LedgerItem } from '../../model/ledger.ts'
import type { WriteResult } from '../../userside/userside.ts'
import { type AddressBook, readAddressBook } from '../addresses/address-book.ts'
import { houseText, type WantedHouse } from '../addresses/addresses.ts'
import { reportNotCreated } from '../addresses/house-plan.ts'
import { type HouseTouchUp, houseItem } from '../addresses/houses.ts'
import { type CreateJudge, reportNotShown } from '../fields/creatable.ts'
import { createOnce, type Made, type Writer } from './writer.ts'

/** What became of houses that were to be created. */
export interface CreatedHouses {
  /** The ERP's ids by the billing's. */
  readonly erpIds: ReadonlyMap<string, string>
  /** Houses that were not made and of which it was said why. */
  readonly left: ReadonlySet<string>
  /**
   * Houses of which the ERP said that it can neither match nor create them. An error of one call is no verdict: step by
   * step a refused house is tried again in the next run.
   */
  readonly refused?: ReadonlySet<string>
  /** What the new ones lack still. */
  readonly touchUps: readonly HouseTouchUp[]
}

/**
 * Creates what the ERP's lists do not have; what it refuses is not tried again for the next house of this run. What
 * was made of the first house is looked for before the next one is made: when it is not found under its key, the others
 * would not be either, and would be made again in every run (§12).
 */
export async function createStepByStep(
  writer: Writer,
  book: AddressBook,
  missing: readonly WantedHouse[],
  judge: CreateJudge,
): Promise<CreatedHouses> {
  const units = new Units(writer, book, judge)
  const erpIds = new Map<string, string>()
  const left = new Set<string>()
  const touchUps: HouseTouchUp[] = []
  for (const house of missing) {
    const known = units.find(house)
    const made: Made = known === undefined ? await units.createHouse(house) : { kind: 'made', erpId: known }
    if (made.kind === 'made') {
      erpIds.set(house.id, made.erpId)
      units.learn(house, made.erpId)
      if (known === undefined) touchUps.push(...postcodeOf(house, made.erpId))
    } else if (made.kind === 'left') left.add(house.id)
    writer.logger.advance(1)
  }
  return { erpIds, left, touchUps }
}

/** A house is created without its postcode, which follows. */
function postcodeOf({ id, name, floors, entrances }: WantedHouse, erpId: string): HouseTouchUp[] {
  if (name.postcode === '') return []
  const held = { postcode: '', floor: floors, entrance: entrances }
  return [{ houseId: id, erpId, number: numberText(name), patch: { postcode: name.postcode }, held }]
}

const LEFT: Made = { kind: 'left' }

class Units {
  readonly #writer: Writer
  readonly #judge: CreateJudge
  readonly #refused = new Set<string>()
  /** Cities and streets that were not made, and of which it was said why. */
  readonly #left = new Set<string>()
  #book: AddressBook
  /** What is certain of the houses this UserSide makes: that they are found, with and without a block. */
  readonly #proven = { plain: false, block: false }
  /** What was made is not found under its key: no further house is made. */
  #isStopped = false

  constructor(writer: Writer, book: AddressBook, judge: CreateJudge) {
    this.#writer = writer
    this.#book = book
    this.#judge = judge
  }

  find(house: WantedHouse): string | undefined {
    return this.#book.house(house)?.erpId
  }

  /** Another house of the billing with the same name is the same house. */
  learn(house: WantedHouse, erpId: string): void {
    this.#book.addHouse(house, erpId)
  }

  async createHouse(house: WantedHouse): Promise<Made> {
    if (this.#isStopped) {
      reportNotCreated(house, this.#writer.report)
      return LEFT
    }
    const cityName = this.#book.cityOf(house.name)
    const city = await this.#city(cityName)
    if (city.kind !== 'made') return city
    const street = await this.#street(house.name.street, { name: cityName, erpId: city.erpId })
    if (street.kind !== 'made') return street
    const made = await this.#house(house, city.erpId, street.erpId)
    return made.kind === 'made' ? this.#prove(house, made, { city: city.erpId, street: street.erpId }) : made
  }

  #house(house: WantedHouse, cityId: string, streetId: string): Promise<Made> {
    const { name, floors, entrances } = house
    const isFolded = this.#writer.userside.ways.isBlockDropped && name.block !== ''
    const number = isFolded ? numberText(name) : name.number
    const block = isFolded ? '' : name.block
    return this.#make(
      houseItem(house),
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
  }

  /** Looks for the first house that was made, and for the first that has a block. */
  async #prove(
    house: WantedHouse,
    made: Made & { readonly kind: 'made' },
    place: { readonly city: string; readonly street: string },
  ): Promise<Made> {
    const { ways } = this.#writer.userside
    const isWithBlock = house.name.block !== '' && !ways.isBlockDropped
    const what = isWithBlock ? 'block' : 'plain'
    if (this.#proven[what]) return made
    this.#proven[what] = true
    const before = this.#book
    this.#book = await readAddressBook(this.#writer.userside)
    if (this.#book.house(house) !== undefined) return made
    const withoutBlock = { ...house, name: { ...house.name, block: '' }, formerName: undefined }
    if (isWithBlock && this.#book.house(withoutBlock) !== undefined) {
      ways.isBlockDropped = true
      // It gave a house that was there already: this one was not made at all.
      return before.hasHouse(made.erpId) ? this.#house(house, place.city, place.street) : made
    }
    this.#isStopped = true
    reportNotShown(this.#writer.report, `house ${houseText(house)}`)
    return made
  }

  async #city(name: string): Promise<Made> {
    const known = this.#book.cityId(name)
    if (known !== undefined) return { kind: 'made', erpId: known }
    const item: LedgerItem = { kind: 'city', key: name.toUpperCase(), name }
    const made = await this.#judged(
      item,
      (erpId) => this.#book.cityNamed(erpId),
      () => this.#writer.userside.addCity(name),
      (book) => book.cityId(name),
    )
    if (made.kind === 'made') this.#book.addCity(name, made.erpId)
    return made
  }

  /** By the city's name: its id may be another one tomorrow, where UserSide has made it twice. */
  async #street(name: string, city: { readonly name: string; readonly erpId: string }): Promise<Made> {
    const cityId = city.erpId
    const known = this.#book.streetId(cityId, name)
    if (known !== undefined) return { kind: 'made', erpId: known }
    const item: LedgerItem = { kind: 'street', key: `${city.name.toUpperCase()}_${name.toUpperCase()}`, name }
    const made = await this.#judged(
      item,
      (erpId) => this.#book.streetNamed(erpId),
      () => this.#writer.userside.addStreet(cityId, name),
      (book) => book.streetId(cityId, name),
    )
    if (made.kind === 'made') this.#book.addStreet(cityId, name, made.erpId)
    return made
  }

  /** Of cities and streets nothing was planned: the ledger is asked when they are needed. */
  async #judged(
    item: LedgerItem,
    held: (erpId: string) => string | undefined,
    create: () => Promise<WriteResult<string>>,
    find: (book: AddressBook) => string | undefined,
  ): Promise<Made> {
    if (this.#left.has(keyOf(item))) return LEFT
    const verdict = this.#refused.has(keyOf(item)) ? undefined : this.#judge.judge(item, held)
    if (verdict?.kind === 'use') return { kind: 'made', erpId: verdict.erpId }
    const made = verdict?.kind === 'leave' ? LEFT : await this.#make(item, create, find)
    if (made.kind === 'left') this.#left.add(keyOf(item))
    return made
  }

  async #make(
    item: LedgerItem,
    create: () => Promise<WriteResult<string>>,
    find: (book: AddressBook) => string | undefined,
  ): Promise<Made> {
    if (this.#refused.has(keyOf(item))) return { kind: 'refused' }
    const made = await createOnce(this.#writer, item, create, async () =>
      find(await readAddressBook(this.#writer.userside)),
    )
    if (made.kind === 'refused') this.#refused.add(keyOf(item))
    return made
  }
}

function keyOf({ kind, key }: LedgerItem): string {
  return `${kind} ${key}`
}
