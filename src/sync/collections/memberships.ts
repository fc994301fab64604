/** Groups, tags and services of a subscriber: sets of ERP ids, of which only the billing's own are ever removed (§7). */
import { formatDecimal } from '../../model/decimal.ts'
import type { Policy } from '../../model/policy.ts'
import { isSameText } from '../../model/text.ts'
import type { CustomerPatch } from '../../userside/userside.ts'
import type { Link } from '../link.ts'

type Ids = readonly string[]

/** Ids in order and without repeats, so that equal sets are equal lists. */
export function toSet(ids: Ids): Ids {
  return ids.length < 2 ? ids : [...new Set(ids)].sort()
}

/** The ids UserSide shall end with: the billing's, and what it holds that the billing knows nothing of. */
export function reachIds(want: Ids, have: Ids, link: Link, keepsForeign: boolean): Ids {
  const kept = keepsForeign ? have.filter((id) => !link.isOfBilling(id)) : []
  return toSet([...want, ...kept])
}

export function patchGroups(after: Ids, before: Ids): CustomerPatch {
  const add = after.filter((id) => !before.includes(id))
  const remove = before.filter((id) => !after.includes(id))
  return {
    ...(add.length > 0 && { add_group_id: Object.fromEntries(add.map((id) => [id, id])) }),
    ...(remove.length > 0 && { delete_group_id: Object.fromEntries(remove.map((id) => [id, id])) }),
  }
}

/** Tags by ERP id with the date they were given, `""` unknown. */
export type TagValue = { readonly [erpId: string]: string }

export function patchTags(after: TagValue, before: TagValue): CustomerPatch {
  const tag: Record<string, string | number> = {}
  for (const [id, addedAt] of Object.entries(after))
    if (!(id in before)) tag[id] = addedAt === '' ? 1 : addedAt
  for (const id of Object.keys(before)) if (!(id in after)) tag[id] = -1
  return { tag }
}

/** Services by ERP id: cost in minor units (`null` unknown) and comment. */
export type ServiceValue = {
  readonly [erpId: string]: { readonly cost: number | null; readonly comment: string }
}

/** A cost the billing does not name stays as UserSide has it, and so does a comment unless the billing always wins. */
export function reachServices(
  want: ServiceValue,
  have: ServiceValue,
  link: Link,
  policy: Policy,
): ServiceValue {
  const reached: Record<string, { cost: number | null; comment: string }> = {}
  for (const [id, held] of Object.entries(have)) if (!link.isOfBilling(id)) reached[id] = held
  for (const [id, wanted] of Object.entries(want)) {
    const held = have[id]
    reached[id] = {
      cost: wanted.cost ?? held?.cost ?? null,
      comment: wanted.comment === '' && policy !== 'mirror' ? (held?.comment ?? '') : wanted.comment,
    }
  }
  return Object.fromEntries(Object.entries(reached).sort(([left], [right]) => (left < right ? -1 : 1)))
}

export function patchServices(after: ServiceValue, before: ServiceValue): CustomerPatch {
  const service: Record<string, 1 | -1> = {}
  const cost: Record<string, string> = {}
  const comment: Record<string, string> = {}
  for (const [id, wanted] of Object.entries(after)) {
    const held = before[id]
    if (held === undefined) service[id] = 1
    if (wanted.cost !== null && wanted.cost !== (held?.cost ?? 0)) cost[id] = formatDecimal(wanted.cost, 2)
    if (!isSameText(wanted.comment, held?.comment ?? '')) comment[id] = wanted.comment
  }
  for (const id of Object.keys(before)) if (!(id in after)) service[id] = -1
  return {
    ...(Object.keys(service).length > 0 && { service }),
    ...(Object.keys(cost).length > 0 && { service_cost: cost }),
    ...(Object.keys(comment).length > 0 && { service_comment: comment }),
  }
}

/** The same services at the same cost with the same comment; a cost nobody names is 0. */
export function isSameServices(after: ServiceValue, before: ServiceValue): boolean {
  return after === before || Object.keys(patchServices(after, before)).length === 0
}
