/** Asks UserSide what the houses are called that only it knows: an id says nothing to whoever reads a plan. */
import type { Userside } from '../../userside/userside.ts'
import type { Comparison } from '../compare/compare.ts'
import { isFullChange } from '../compare/diff.ts'
import type { SyncContext } from '../fields/context.ts'
import { isReference } from '../fields/reference.ts'

/** One request more, where somebody is moved out of a house the billing does not know. @throws UsersideError */
export async function learnHouseTexts(
  userside: Pick<Userside, 'houseUnits'>,
  { changes }: Pick<Comparison, 'changes'>,
  { houseNames }: Pick<SyncContext, 'houseNames'>,
): Promise<void> {
  const unknown = new Set<string>()
  for (const change of changes) {
    if (!isFullChange(change)) continue
    const move = change.deltas.find(({ field }) => field.name === 'house')
    const id = String(move?.before ?? '')
    if (id !== '' && !isReference(id) && houseNames.of(id) === undefined) unknown.add(id)
  }
  if (unknown.size === 0) return
  const units = await userside.houseUnits([...unknown])
  for (const id of unknown) {
    const name = units?.get(id)?.name ?? ''
    if (name !== '') houseNames.learn(id, `${name} (id ${id})`)
  }
}
