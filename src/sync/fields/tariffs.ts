/** A subscriber's tariffs: a multiset of billing tariff ids, and the change that is ordered (§6, §11.9). */
import { decodeEntities } from '../../model/text.ts'
import type { CustomerPatch } from '../../userside/userside.ts'
import { row } from './field.ts'

/** The form in which tariff ids of the two sides are compared: the ERP may return them entity-encoded (§11.4). */
export function canonicalTariffId(id: string): string {
  return decodeEntities(id).trim()
}

/** The same for all of a subscriber's, in order; most have one, in this form already. */
function canonicalTariffIds(ids: readonly string[]): readonly string[] {
  const [only] = ids
  return ids.length === 0 || (ids.length === 1 && only !== undefined && canonicalTariffId(only) === only)
    ? ids
    : ids.map(canonicalTariffId).sort()
}

/** What is in `left` more often than in `right`. */
function multisetDifference(left: readonly string[], right: readonly string[]): string[] {
  const rest = [...right]
  return left.filter((id) => {
    const index = rest.indexOf(id)
    if (index >= 0) rest.splice(index, 1)
    return index < 0
  })
}

/**
 * The tariffs UserSide shall end with. Ids the billing's list does not know are ignored one by one: such a tariff is
 * neither added nor, where the subscriber already holds it, deleted.
 */
function reachTariffs(
  want: readonly string[],
  have: readonly string[],
  isListed: (id: string) => boolean,
): string[] {
  const listed = want.filter(isListed)
  const kept = have.filter((id) => !isListed(id) && want.includes(id))
  return [...listed, ...kept].sort()
}

function patchTariffs(after: readonly string[], before: readonly string[]): CustomerPatch {
  const add = multisetDifference(after, before)
  const remove = multisetDifference(before, after)
  return {
    ...(add.length > 0 && { add_tariff_id: add }),
    ...(remove.length > 0 && { delete_tariff_id: remove }),
  }
}

/** A date long past, by which the ERP understands that no change is ordered. */
const NO_NEXT_TARIFF = '|1970-01-01'

function patchNextTariff(next: { id: string; startDate: string } | null): CustomerPatch {
  return { tariff_new_id: next === null ? NO_NEXT_TARIFF : `${next.id}|${next.startDate}` }
}

/** The tariffs in force, by canonical id. */
export const tariffsField = row<readonly string[]>({
  title: 'Tariffs',
  exportedAs: 'tariff',
  want: ({ tariffs }, { tariffIds }) => tariffIds && canonicalTariffIds(tariffs),
  have: ({ tariffs }) => canonicalTariffIds(tariffs),
  isEmpty: (ids) => ids.length === 0,
  reach: (want, have, { tariffIds }) => reachTariffs(want, have, (id) => tariffIds?.has(id) ?? false),
  resolve: (ids, creations) =>
    ids.every((id) => creations.hasTariff(id)) ? ids : ids.filter((id) => creations.hasTariff(id)),
  patch: (after, before, { tariffWireIds }) => {
    const wireId = (id: string): string => tariffWireIds.get(id) ?? id
    return patchTariffs(after.map(wireId), before.map(wireId))
  },
  show: (ids) => ids.join(', '),
})

/** The change of tariff that is ordered; `null` none. */
export const nextTariffField = row<{ readonly id: string; readonly startDate: string } | null>({
  title: 'Next tariff',
  exportedAs: 'nextTariff',
  want: ({ nextTariff }, { tariffIds }) => {
    if (tariffIds === undefined) return undefined
    if (nextTariff === undefined) return null
    const id = canonicalTariffId(nextTariff.id)
    return tariffIds.has(id) ? { id, startDate: nextTariff.startDate } : undefined
  },
  have: ({ nextTariff }) => (nextTariff && { ...nextTariff, id: canonicalTariffId(nextTariff.id) }) || null,
  isEmpty: (next) => next === null,
  isEqual: (after, before) =>
    after === null || before === null
      ? after === before
      : after.id.toLowerCase() === before.id.toLowerCase() &&
        (before.startDate === '' || before.startDate === after.startDate),
  resolve: (next, creations) => (next === null || creations.hasTariff(next.id) ? next : undefined),
  patch: (next, _, { tariffWireIds }) =>
    patchNextTariff(next && { ...next, id: tariffWireIds.get(next.id) ?? next.id }),
  show: (next) => (next === null ? '' : `${next.id} from ${next.startDate}`),
})
