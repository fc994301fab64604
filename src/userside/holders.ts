/**
 * Who holds which id of the billing, and which agreement: read by UserSide's own ids, leads among them, so that no
 * record hides another one (`contracts/userside-api.md` §6).
 */
import { fieldOf, idOf, isRecord } from '../json/shapes.ts'
import type { Holder } from '../model/customer.ts'
import { decodeId } from './entity.ts'
import { decoded, eachMember, erpIdOf, flagOf } from './values.ts'

/** What a record without an id of the billing has in its place. */
const NOBODYS: ReadonlySet<string> = new Set(['', '0'])

/** @param key the key of the record: UserSide's own id, where the record does not tell it */
export function readHolder(key: string, record: unknown): Holder | undefined {
  if (!isRecord(record)) return undefined
  const own = idOf(fieldOf(record, 'billing_id')) || idOf(fieldOf(fieldOf(record, 'billing'), 'id'))
  const billingId = decodeId(own)
  const mark = fieldOf(record, 'is_in_billing')
  return {
    erpId: erpIdOf(record) || key,
    billingId: NOBODYS.has(billingId) ? '' : billingId,
    agreements: agreementsOf(record),
    isLead: flagOf(fieldOf(record, 'is_potential')),
    isInBilling: mark === undefined || flagOf(mark),
    isChild: !NOBODYS.has(idOf(fieldOf(record, 'parent_id'))),
  }
}

function agreementsOf(record: unknown): string[] {
  const agreements = new Set<string>()
  eachMember(fieldOf(record, 'agreement'), (agreement) => {
    const number = decoded(fieldOf(agreement, 'number'))
    if (!NOBODYS.has(number)) agreements.add(number)
  })
  return [...agreements]
}
