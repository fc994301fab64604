/** Writing subscribers and their messages (§6, §8). */
import type { Caller } from './caller.ts'
import { customerLot } from './customer-wire.ts'
import { encodeText } from './entity.ts'
import { type CustomerPatch, HOT_KEYS, LOT_SIZES, type Userside, type UsersideWays } from './userside.ts'

type CustomerWrites = Pick<Userside, 'addCustomers' | 'editCustomers' | 'convertLead' | 'addMessage'>

export function createCustomerWrites(caller: Caller, billingId: number, ways: UsersideWays): CustomerWrites {
  const addCustomers: CustomerWrites['addCustomers'] = async (lot) => {
    requireSize(lot.length, LOT_SIZES.creates)
    const data = lot.map(({ billingId: id, name }) => ({
      billing_customer_id: id,
      name: encodeText('text', name),
    }))
    return await caller.change('customer', 'group_add', {
      billing_id: billingId,
      data: JSON.stringify(data),
    })
  }

  const editCustomers: CustomerWrites['editCustomers'] = async (lot, { hot }) => {
    requireSize(lot.size, hot ? LOT_SIZES.hotEdits : LOT_SIZES.edits)
    if (hot) requireOneHotField(lot)
    const fields = { ...(hot && { src: 'billing' }), data: customerLot(lot, ways) }
    return await caller.change('customer', 'group_edit', fields, { secrets: passwordsOf(lot) })
  }

  return {
    addCustomers,
    editCustomers,
    convertLead: (erpId) => caller.change('customer', 'edit', { id: erpId, is_potential: 0 }),
    addMessage: (message) =>
      caller.change('customer', 'msg_add', {
        billing_msg_id: message.billingMessageId,
        customer_id: message.customerErpId,
        billing_msg_date: message.unixTime,
        text: encodeText('text', message.text),
      }),
  }
}

/** An ERP that refuses a record may repeat it in its reason. */
function passwordsOf(lot: ReadonlyMap<string, CustomerPatch>): string[] {
  const passwords: string[] = []
  for (const { password } of lot.values()) if (password) passwords.push(password)
  return passwords
}

function requireSize(size: number, most: number): void {
  if (size === 0 || size > most)
    throw new RangeError(`A lot of ${size} subscribers; 1 to ${most} are allowed.`)
}

function requireOneHotField(lot: ReadonlyMap<string, CustomerPatch>): void {
  const fields = new Set<string>()
  for (const patch of lot.values()) for (const field in patch) fields.add(field)
  const [field = ''] = fields
  const isHot = (HOT_KEYS as readonly string[]).includes(field)
  if (fields.size !== 1 || !isHot) throw new RangeError(`A hot lot holds ${[...fields].join(', ')}.`)
}
