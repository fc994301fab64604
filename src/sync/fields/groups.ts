/** Groups of a subscriber, linked by name (`contracts/userside-api.md` §7). */
import type { CustomerPatch } from '../../userside/userside.ts'
import { row } from './field.ts'
import { reachIds, resolveIds, toSet } from './memberships.ts'

/** ERP ids in order. */
export const groupsField = row<readonly string[]>({
  title: 'Groups',
  exportedAs: 'groups',
  // A billing without groups may still have the one every subscriber is put in.
  comparedWith: 'always',
  want: ({ groups }, { groups: link, exported, alwaysGroupErpId }) => {
    if (link === undefined || !(exported.parts.has('groups') || alwaysGroupErpId)) return undefined
    const ids = groups.flatMap((id) => link.erpIdOf(id) ?? [])
    return toSet(alwaysGroupErpId === '' ? ids : [...ids, alwaysGroupErpId])
  },
  have: ({ groupIds }) => toSet(groupIds),
  isEmpty: (ids) => ids.length === 0,
  reach: (want, have, { groups: link, exported, options, isGiven }, _policy, id) =>
    link === undefined || !exported.parts.has('groups')
      ? toSet([...have, ...want])
      : reachIds(want, have, link, (erpId) => options.isForeignGroupRemoved || isGiven('group', id, erpId)),
  resolve: resolveIds,
  patch: patchGroups,
  show: (ids, { groups: link }) => ids.map((id) => link?.nameOf(id) ?? id).join(', '),
})

function patchGroups(after: readonly string[], before: readonly string[]): CustomerPatch {
  const add = after.filter((id) => !before.includes(id))
  const remove = before.filter((id) => !after.includes(id))
  return {
    ...(add.length > 0 && { add_group_id: Object.fromEntries(add.map((id) => [id, id])) }),
    ...(remove.length > 0 && { delete_group_id: Object.fromEntries(remove.map((id) => [id, id])) }),
  }
}
