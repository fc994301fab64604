/**
 * What groups, tags and services have in common: sets of ERP ids, of which only the billing's own are ever removed
 * (`contracts/userside-api.md` §7).
 */
import type { NameMatch } from './name-match.ts'
import { type Creations, isReference } from './reference.ts'

type Ids = readonly string[]

/** Ids in order and without repeats, so that equal sets are equal lists. */
export function toSet(ids: Ids): Ids {
  return ids.length < 2 ? ids : [...new Set(ids)].sort()
}

/**
 * The ids UserSide shall end with: the billing's, and what it holds that the billing knows nothing of or its own list
 * does not show.
 * @param isOurs whether it is to be taken away all the same, because this program gave it
 */
export function reachIds(want: Ids, have: Ids, link: NameMatch, isOurs: (erpId: string) => boolean): Ids {
  const isLost = (id: string): boolean => link.isListed(id) && (link.isOfBilling(id) || isOurs(id))
  return toSet([...want, ...have.filter((id) => !isLost(id))])
}

/** What most subscribers have of most collections: shared, so that it is the same at a glance. */
const NOTHING = Object.freeze({})

/** An object with its keys in order, so that equal sets are equal JSON. */
export function byKey<T>(entries: readonly (readonly [string, T])[]): { readonly [key: string]: T } {
  if (entries.length === 0) return NOTHING
  return Object.fromEntries([...new Map(entries)].sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** A membership whose group could not be created is left out; the others are written, in the order of their new ids. */
export function resolveIds(ids: Ids, creations: Creations): Ids {
  return ids.some(isReference) ? toSet(ids.flatMap((id) => creations.erpIdOf(id) ?? [])) : ids
}

export function resolveKeys<T>(
  value: { readonly [id: string]: T },
  creations: Creations,
): { readonly [key: string]: T } {
  if (!Object.keys(value).some(isReference)) return value
  return byKey(
    Object.entries(value).flatMap(([id, item]) => {
      const erpId = creations.erpIdOf(id)
      return erpId === undefined ? [] : [[erpId, item] as const]
    }),
  )
}
