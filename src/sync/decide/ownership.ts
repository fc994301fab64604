/**
 * Whose a subscriber's groups, tags and services are (`contracts/userside-api.md` §7): what this program gave is taken
 * away when the billing no longer gives it, also when the billing does not know it any more; everything else stays.
 */
import type { Customer } from '../../model/customer.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import type { IsGiven, SyncContext } from '../fields/context.ts'

/** Asks the ledger. */
export function givenBy(ledger: Pick<Ledger, 'given'>): IsGiven {
  return (kind, subscriberId, erpId) => ledger.given(subscriberId).includes(`${kind} ${erpId}`)
}

const HELD = [
  {
    list: 'groups',
    kind: 'group',
    code: 'group-unknown-to-billing',
    text: 'Subscribers hold groups in UserSide that the billing does not know (set by hand, or renamed or deleted in the billing): they stay. Take them away there when they are not meant.',
    heldBy: ({ groupIds }: Customer) => groupIds,
  },
  {
    list: 'tags',
    kind: 'tag',
    code: 'tag-unknown-to-billing',
    text: 'Subscribers hold tags in UserSide that the billing does not know (set by hand, or renamed or deleted in the billing): they stay. Take them away there when they are not meant.',
    heldBy: ({ tagIds }: Customer) => tagIds,
  },
  {
    list: 'services',
    kind: 'service',
    code: 'service-unknown-to-billing',
    text: 'Subscribers hold services in UserSide that the billing does not know (set by hand, or renamed or deleted in the billing): they stay. Take them away there when they are not meant.',
    heldBy: ({ services }: Customer) => services.keys(),
  },
] as const

/** Says who holds what the billing does not know and nobody remembers to have been given: it may cost money. */
export function reportForeign(
  { id }: Subscriber,
  customer: Customer,
  context: SyncContext,
  report: ReportProblem,
): void {
  for (const { list, kind, code, text, heldBy } of HELD) {
    const names = context[list]
    if (names === undefined || context.policies[list] === 'ignore' || !context.exported.parts.has(list))
      continue
    for (const erpId of heldBy(customer)) {
      if (names.isOfBilling(erpId) || context.isGiven(kind, id, erpId)) continue
      report({ code, example: `${id} ${names.nameOf(erpId)}`, text })
    }
  }
}
