/** Fills what houses lack: postcode, storeys, entrances (§5). */
import type { HouseUnit } from '../../userside/userside.ts'
import type { HouseTouchUp } from '../addresses/houses.ts'
import { isSpelledAlike } from '../addresses/spelling.ts'
import { changeOnce, type Writer } from './writer.ts'

/**
 * Two ids may stand for a house, that of its address unit and that of its building; UserSide is asked which one ours is
 * before anything is written to it. Where that cannot be told the house is left alone.
 */
export async function applyTouchUps(writer: Writer, touchUps: readonly HouseTouchUp[]): Promise<void> {
  if (touchUps.length === 0) return
  const units = await writer.userside.houseUnits(touchUps.map(({ erpId }) => erpId))
  for (const touchUp of touchUps) {
    if (isThisHouse(units?.get(touchUp.erpId), touchUp)) await applyTouchUp(writer, touchUp)
    else {
      writer.report({
        code: 'house-unit-unknown',
        example: `house ${touchUp.houseId}`,
        text: 'UserSide does not tell which of its ids is that of a building; postcode, storeys and entrances of houses are left as they are there. Allow the section "address" for the API key.',
      })
    }
  }
}

/** An id may be that of one house's building and of another one's unit. */
function isThisHouse(unit: HouseUnit | undefined, { number }: HouseTouchUp): boolean {
  return unit !== undefined && (unit.name === '' || isSpelledAlike(unit.name, number))
}

/** A lost answer is looked up before it is sent again. */
async function applyTouchUp(writer: Writer, { houseId, erpId, patch, held }: HouseTouchUp): Promise<void> {
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
    { entity: 'house', id: houseId, erpId, action: 'update', fields },
    () => writer.userside.editHouse({ buildingId: erpId }, patch),
    async () => {
      const houses = (await writer.userside.houses()).values()
      const now = [...houses].find((house) => house.erpId === erpId)
      return now !== undefined && parts.every(({ part, after }) => now[part] === after)
    },
  )
}
