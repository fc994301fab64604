/** Creates the houses the ERP lacks, through `compare_house` or step by step, and fills what they lack (§5). */
import type { AddressCounts } from '../../model/summary.ts'
import { LOT_SIZES } from '../../userside/userside.ts'
import { type AddressBook, createAddressBook } from '../address-book.ts'
import { numberText, type WantedHouse } from '../addresses.ts'
import { compareInLots, type HousePlan } from '../houses.ts'
import type { Plan } from '../plan.ts'
import type { Creations } from '../reference.ts'
import {
  changeOnce,
  createOnce,
  creation,
  journalled,
  ROUNDS,
  reportLost,
  reportRefused,
  type Writer,
} from './writer.ts'

/** Fills `creations` with the ERP's ids of new houses. */
export async function applyHouses(
  writer: Writer,
  plan: Plan,
  houses: HousePlan,
  creations: Creations,
): Promise<AddressCounts> {
  const counts: AddressCounts = { matched: houses.erpIds.size, created: 0, failed: 0 }
  for (const touchUp of houses.touchUps) await applyTouchUp(writer, touchUp)
  const { missing } = houses
  if (missing.length === 0) return counts
  if (plan.context.options.isAddressCreationDisabled) return { ...counts, failed: missing.length }

  writer.narrator.step('Creating houses', missing.length)
  const erpIds =
    houses.book === undefined
      ? await createThroughErp(writer, plan, missing)
      : await createStepByStep(writer, houses.book, missing)
  for (const [id, erpId] of erpIds) creations.add('house', id, erpId)
  for (const house of missing) if (!erpIds.has(house.id)) reportHouse(writer, house)
  return { ...counts, created: erpIds.size, failed: missing.length - erpIds.size }
}

function reportHouse(writer: Writer, house: WantedHouse): void {
  const { city, street } = house.name
  writer.report({
    code: 'house-refused',
    example: [city, street, numberText(house.name)].filter((part) => part !== '').join(', '),
    text: 'UserSide could neither find nor create houses; the addresses of those who live there are left as they are.',
    partial: true,
  })
}

async function createThroughErp(
  writer: Writer,
  { context: { settings, options } }: Plan,
  missing: readonly WantedHouse[],
): Promise<Map<string, string>> {
  const erpIds = new Map<string, string>()
  let rest = missing
  let lost = ''
  for (let round = 0; round < ROUNDS && rest.length > 0; round++) {
    lost = ''
    for (let start = 0; start < rest.length; start += LOT_SIZES.houses) {
      const lot = rest.slice(start, start + LOT_SIZES.houses)
      const names = new Map(lot.map((house) => [house.id, house.name]))
      const changes = lot.map((house) => creation('house', house.id, nameText(house)))
      const result = await journalled(writer, changes, () =>
        writer.userside.compareHouses(names, {
          create: true,
          short: settings.isShortAddressFormat,
          configurationHash: options.configurationHash,
        }),
      )
      if (result.kind === 'done') {
        for (const [id, erpId] of result.value.houseIds) if (erpId !== '') erpIds.set(id, erpId)
      } else if (result.kind === 'refused') reportRefused(writer, 'houses', result.message)
      else lost = result.message
      writer.narrator.advance(lot.length)
    }
    if (lost === '') return erpIds
    // The ERP may have created them all the same: ask, then create what is still missing.
    const names = new Map(rest.filter(({ id }) => !erpIds.has(id)).map((house) => [house.id, house.name]))
    for (const [id, erpId] of await compareInLots(writer.userside, names, settings, options))
      erpIds.set(id, erpId)
    rest = rest.filter(({ id }) => !erpIds.has(id))
  }
  if (rest.length > 0) reportLost(writer, 'houses', lost)
  return erpIds
}

async function createStepByStep(
  writer: Writer,
  book: AddressBook,
  missing: readonly WantedHouse[],
): Promise<Map<string, string>> {
  const erpIds = new Map<string, string>()
  for (const house of missing) {
    const erpId = book.house(house)?.erpId ?? (await createHouse(writer, book, house))
    if (erpId !== undefined) {
      erpIds.set(house.id, erpId)
      book.addHouse(house, erpId)
    }
    writer.narrator.advance(1)
  }
  return erpIds
}

async function createHouse(
  writer: Writer,
  book: AddressBook,
  house: WantedHouse,
): Promise<string | undefined> {
  const { userside } = writer
  // A house needs a street to be created in, and something to be told by.
  if (house.name.street === '' || numberText(house.name) === '') return undefined
  const cityId = await cityOf(writer, book, house)
  if (cityId === undefined) return undefined
  const streetId = await streetOf(writer, book, cityId, house)
  if (streetId === undefined) return undefined
  const erpId = await createOnce(
    writer,
    `house ${nameText(house)}`,
    creation('house', house.id, nameText(house)),
    () =>
      userside.addHouse({
        cityId,
        streetId,
        number: house.name.number,
        block: house.name.block,
        floor: house.floors,
        entrance: house.entrances,
      }),
    async () => createAddressBook(await lists(writer)).house(house)?.erpId,
  )
  if (erpId !== undefined && house.name.postcode !== '') {
    const held = { postcode: '', floor: house.floors, entrance: house.entrances }
    await applyTouchUp(writer, { houseId: house.id, erpId, patch: { postcode: house.name.postcode }, held })
  }
  return erpId
}

async function cityOf(writer: Writer, book: AddressBook, house: WantedHouse): Promise<string | undefined> {
  const name = book.cityOf(house.name)
  const known = book.cityId(name)
  if (known !== undefined) return known
  const erpId = await createOnce(
    writer,
    `city ${name}`,
    creation('house', `city ${name}`, name),
    () => writer.userside.addCity(name),
    async () => createAddressBook(await lists(writer)).cityId(name),
  )
  if (erpId !== undefined) book.addCity(name, erpId)
  return erpId
}

async function streetOf(
  writer: Writer,
  book: AddressBook,
  cityId: string,
  house: WantedHouse,
): Promise<string | undefined> {
  const name = house.name.street
  const known = book.streetId(cityId, name)
  if (known !== undefined) return known
  const erpId = await createOnce(
    writer,
    `street ${name}`,
    creation('house', `street ${name}`, name),
    () => writer.userside.addStreet(cityId, name),
    async () => createAddressBook(await lists(writer)).streetId(cityId, name),
  )
  if (erpId !== undefined) book.addStreet(cityId, name, erpId)
  return erpId
}

async function lists({ userside }: Writer): Promise<Parameters<typeof createAddressBook>[0]> {
  return {
    cities: await userside.cities(),
    streets: await userside.streets(),
    houses: await userside.houses(),
  }
}

async function applyTouchUp(
  writer: Writer,
  { houseId, erpId, patch, held }: HousePlan['touchUps'][number],
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

function nameText({ name }: WantedHouse): string {
  return [name.city, name.street, numberText(name)].filter((part) => part !== '').join(', ')
}
