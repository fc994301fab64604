/** Sales leads that hold an id of the billing already (`contracts/userside-api.md` §6, "Leads"). */
import type { ReportProblem } from '../../model/problem.ts'
import type { Subscriber } from '../../model/subscriber.ts'
import { decodeEntities } from '../../model/text.ts'
import type { Lead, Userside } from '../../userside/userside.ts'
import type { SyncOptions } from '../fields/options.ts'

/** The journal's field of a lead that was made a regular subscriber. */
export const LEAD = 'lead'

/** A lead that is made a regular subscriber instead of creating one. */
export interface Conversion {
  readonly subscriber: Subscriber
  readonly lead: Lead
}

export interface LeadPlan {
  /** Those that are created all the same. */
  readonly creates: readonly Subscriber[]
  readonly conversions: readonly Conversion[]
}

/**
 * Looks for leads before subscribers are created: a lead is left out of the list that runs compare with, and creating
 * its id would be refused, ignored, or make a second card. Nothing is asked where nobody is to be created.
 * @throws UsersideError when the list cannot be read
 */
export async function planLeads(
  userside: Pick<Userside, 'customers'>,
  creates: readonly Subscriber[],
  { leads: way }: Pick<SyncOptions, 'leads'>,
  report: ReportProblem,
): Promise<LeadPlan> {
  if (creates.length === 0) return { creates, conversions: [] }
  const leads = new Map<string, Lead>()
  const onLead = (lead: Lead): void => void leads.set(decodeEntities(lead.billingId), lead)
  for await (const _ of userside.customers({ withPasswords: false, withLeads: true, onLead }));
  const kept: Subscriber[] = []
  const conversions: Conversion[] = []
  for (const subscriber of creates) {
    const lead = leads.get(subscriber.id)
    if (lead === undefined) kept.push(subscriber)
    else if (way === 'convert') conversions.push({ subscriber, lead })
    else {
      report({
        code: 'lead-holds-id',
        example: `${subscriber.id} (UserSide id ${lead.erpId})`,
        text: 'Sales leads in UserSide hold ids of subscribers, who were not created beside them. Make these leads regular subscribers in UserSide, take the id away from them, or set "leads": "convert".',
        partial: true,
      })
    }
  }
  return { creates: kept, conversions }
}
