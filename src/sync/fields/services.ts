/** Services of a subscriber, linked by name (`contracts/userside-api.md` §7, §11). */
import { formatDecimal } from '../../model/decimal.ts'
import type { Policy } from '../../model/policy.ts'
import { flowingText, isSameText } from '../../model/text.ts'
import type { CustomerPatch } from '../../userside/userside.ts'
import { row } from './field.ts'
import { byKey, resolveKeys } from './memberships.ts'

/** Services by ERP id: cost in minor units (`null` unknown) and comment. */
type ServiceValue = {
  readonly [erpId: string]: { readonly cost: number | null; readonly comment: string }
}

export const servicesField = row<ServiceValue>({
  title: 'Services',
  exportedAs: 'services',
  isAsked: ({ services: link }) => link !== undefined,
  want: ({ services }, { services: link }) =>
    link &&
    byKey(
      // Of several elements of one service the first counts, so it is set last.
      [...services].reverse().flatMap(({ id, cost, comment }) => {
        const erpId = link.erpIdOf(id)
        return erpId === undefined
          ? []
          : [[erpId, { cost: cost ?? null, comment: flowingText(comment) }] as const]
      }),
    ),
  have: ({ services }) =>
    byKey(
      [...services].map(
        ([id, { cost, comment }]) => [id, { cost: cost ?? null, comment: flowingText(comment) }] as const,
      ),
    ),
  isEmpty: (services) => Object.keys(services).length === 0,
  reach: (want, have, { services: link, isGiven }, policy, subscriberId) =>
    link === undefined
      ? have
      : reachServices(
          want,
          have,
          policy,
          (erpId) =>
            link.isListed(erpId) && (link.isOfBilling(erpId) || isGiven('service', subscriberId, erpId)),
        ),
  isEqual: isSameServices,
  resolve: resolveKeys,
  patch: patchServices,
  show: (services, { services: link }) =>
    Object.entries(services)
      .map(
        ([id, { cost }]) => `${link?.nameOf(id) ?? id}${cost === null ? '' : ` ${formatDecimal(cost, 2)}`}`,
      )
      .join(', '),
})

/** A cost the billing does not name stays as UserSide has it, and so does a comment unless the billing always wins. */
function reachServices(
  want: ServiceValue,
  have: ServiceValue,
  policy: Policy,
  isOurs: (erpId: string) => boolean,
): ServiceValue {
  const reached: Record<string, { cost: number | null; comment: string }> = {}
  for (const [id, held] of Object.entries(have)) if (!isOurs(id)) reached[id] = held
  for (const [id, wanted] of Object.entries(want)) {
    const held = have[id]
    reached[id] = {
      cost: wanted.cost ?? held?.cost ?? null,
      comment: wanted.comment === '' && policy !== 'mirror' ? (held?.comment ?? '') : wanted.comment,
    }
  }
  return Object.fromEntries(Object.entries(reached).sort(([left], [right]) => (left < right ? -1 : 1)))
}

function patchServices(after: ServiceValue, before: ServiceValue): CustomerPatch {
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
function isSameServices(after: ServiceValue, before: ServiceValue): boolean {
  return after === before || Object.keys(patchServices(after, before)).length === 0
}
