/** Tags of a subscriber, linked by name (`contracts/userside-api.md` §7). */
import type { CustomerPatch } from '../../userside/userside.ts'
import { row } from './field.ts'
import { byKey, reachIds, resolveKeys } from './memberships.ts'

/** Tags by ERP id with the date they were given, `""` unknown. */
type TagValue = { readonly [erpId: string]: string }

export const tagsField = row<TagValue>({
  title: 'Tags',
  exportedAs: 'tags',
  isAsked: ({ tags: link }) => link !== undefined,
  want: ({ tags }, { tags: link }) =>
    link &&
    byKey(
      tags.flatMap(({ id, addedAt }) => {
        const erpId = link.erpIdOf(id)
        return erpId === undefined ? [] : [[erpId, addedAt] as const]
      }),
    ),
  have: ({ tagIds }) => byKey(tagIds.map((id) => [id, ''] as const)),
  isEmpty: (tags) => Object.keys(tags).length === 0,
  reach: (want, have, { tags: link, isGiven }, _policy, subscriberId) =>
    link === undefined
      ? have
      : byKey(
          reachIds(Object.keys(want), Object.keys(have), link, (erpId) =>
            isGiven('tag', subscriberId, erpId),
          ).map((id) => [id, want[id] ?? ''] as const),
        ),
  // The date a tag was given is told once, when it is added; the ERP does not return it.
  isEqual: (after, before) => Object.keys(after).join() === Object.keys(before).join(),
  resolve: resolveKeys,
  patch: patchTags,
  show: (tags, { tags: link }) =>
    Object.keys(tags)
      .map((id) => link?.nameOf(id) ?? id)
      .join(', '),
})

function patchTags(after: TagValue, before: TagValue): CustomerPatch {
  const tag: Record<string, string | number> = {}
  for (const [id, addedAt] of Object.entries(after))
    if (!(id in before)) tag[id] = addedAt === '' ? 1 : addedAt
  for (const id of Object.keys(before)) if (!(id in after)) tag[id] = -1
  return { tag }
}
