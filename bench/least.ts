/** The least requests that the lot sizes of the contract allow (`LOT_SIZES`), against those that were sent. */
import type { Summary } from '../src/model/summary.ts'
import { LOT_SIZES } from '../src/userside/userside.ts'
import type { Traffic } from './sandboxes.ts'

/** Names of houses are long and triple on their way: no more of them fit into a form of the size that is allowed. */
const HOUSES_A_FORM = 1250

/** @throws Error when a rule was broken, a record failed, or more requests were sent than had to be */
export function checkRequests(what: string, { billing, userside }: Traffic, summary: Summary): void {
  const { tariffs, subscribers, fields, addresses } = summary
  const edited = subscribers.created + subscribers.updated + subscribers.absent + subscribers.returned
  // Traffic travels as two fields, up and down.
  const hot = [fields.balance, fields.activity, fields.traffic, fields.traffic]
  const houses = addresses.matched + addresses.created + addresses.failed
  const most: Readonly<Record<string, number>> = {
    'customer/group_add': lots(subscribers.created, LOT_SIZES.creates),
    'customer/group_edit':
      lots(edited, LOT_SIZES.edits) + sum(hot.map((count = 0) => lots(count, LOT_SIZES.hotEdits))),
    'tariff/add': tariffs.created,
    'tariff/group_edit': lots(tariffs.created + tariffs.updated + tariffs.retired, LOT_SIZES.tariffs),
    // Asked by their true and by their former numbers, and once more to have made what is missing.
    'address/compare_house': 2 * lots(houses, HOUSES_A_FORM) + lots(addresses.created, HOUSES_A_FORM),
    // The ids of new subscribers are only in the list; its beginning shows once more that fields are kept.
    'module/get_user_list': subscribers.created > 0 ? 4 : 1,
    'module/get_tariff_list': tariffs.created > 0 ? 2 : 1,
  }
  const wrong = [...billing.violations, ...userside.violations]
  for (const [call, sent] of Object.entries(userside.calls)) {
    const allowed = most[call] ?? (call.startsWith('customer/') || call.startsWith('service/') ? sent : 1)
    if (sent > allowed) wrong.push(`${call} was sent ${sent} times, ${allowed} would do`)
  }
  if (subscribers.failed > 0) wrong.push(`${subscribers.failed} subscribers failed`)
  if (wrong.length > 0) throw new Error(`${what}: ${wrong.slice(0, 10).join('; ')}`)
}

function lots(count: number, size: number): number {
  return Math.ceil(count / size)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
