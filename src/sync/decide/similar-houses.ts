/**
 * Houses that are about to be created beside one that reads the same: whoever lives there must not be moved because of
 * a spelling (`contracts/userside-api.md` §12.4).
 */
import type { ReportProblem } from '../../model/problem.ts'
import type { HouseUnit, Userside } from '../../userside/userside.ts'
import { houseText, type WantedHouse } from '../addresses/addresses.ts'
import type { HousePlan } from '../addresses/houses.ts'
import { isSpelledAlike, spelling } from '../addresses/spelling.ts'
import { isFullChange, type SubscriberChange } from '../compare/diff.ts'
import { reference } from '../fields/reference.ts'

/** A house that would be created beside one that reads the same. */
export interface SimilarHouse {
  /** Id in the billing. */
  readonly id: string
  readonly text: string
  /** The one UserSide has. */
  readonly erpId: string
  readonly erpText: string
}

/** `Lenina, 5 (id 12 in the billing), ул. Ленина, 5 (id 44 in UserSide)` */
export function similarHouseText({ id, text, erpId, erpText }: SimilarHouse): string {
  return `${text} (id ${id} in the billing), ${erpText} (id ${erpId} in UserSide)`
}

/** Houses that would be created beside a similar one. @throws UsersideError */
export async function similarHouses(
  userside: Pick<Userside, 'houseUnits'>,
  changes: readonly SubscriberChange[],
  { missing, erpIds, wanted }: HousePlan,
  report: ReportProblem,
): Promise<readonly SimilarHouse[]> {
  if (missing.length === 0) return NONE
  const created = new Map(missing.map((house) => [reference('house', house.id), house]))
  const moves = changes.flatMap((change) => moveOf(change, created))
  if (moves.length === 0) return NONE
  const names = new Map(Array.from(erpIds, ([id, erpId]) => [erpId, textOf(wanted.get(id))]))
  const unknown = [...new Set(moves.map(({ from }) => from))].filter((erpId) => !names.has(erpId))
  const units = unknown.length === 0 ? undefined : await userside.houseUnits(unknown)
  for (const erpId of unknown) names.set(erpId, nameOf(units?.get(erpId)))
  const similar = new Map<string, SimilarHouse>()
  for (const { from, house } of moves) {
    const theirs = names.get(from) ?? ''
    if (!isWholeAddress(theirs) || !isSpelledAlike(theirs, houseText(house))) continue
    const found = { id: house.id, text: houseText(house), erpId: from, erpText: theirs }
    similar.set(`${house.id} ${from}`, found)
    report({
      code: 'similar-house',
      example: similarHouseText(found),
      text: 'Houses of the billing read like houses UserSide has, but for spelling. They were not created, and nobody was moved there: write them alike in both systems.',
      partial: true,
    })
  }
  return [...similar.values()]
}

const NONE: readonly SimilarHouse[] = []

function moveOf(
  change: SubscriberChange,
  created: ReadonlyMap<string, WantedHouse>,
): { readonly from: string; readonly house: WantedHouse }[] {
  if (!isFullChange(change)) return []
  const delta = change.deltas.find(({ field }) => field.name === 'house')
  const house = delta && created.get(String(delta.after))
  return house === undefined || delta === undefined || delta.before === ''
    ? []
    : [{ from: String(delta.before), house }]
}

function textOf(house: WantedHouse | undefined): string {
  return house === undefined ? '' : houseText(house)
}

function nameOf(unit: HouseUnit | undefined): string {
  return unit?.name ?? ''
}

/** A bare number says nothing: every street has it. */
function isWholeAddress(name: string): boolean {
  return /\p{L}{3}/u.test(spelling(name))
}
