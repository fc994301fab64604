/** Creating and editing subscribers, and their messages (userside-api.md §6, §8). */
import { type Call, type CallDefinition, isWrite } from './call.ts'
import { customerPatches, judgeCustomerEdit } from './customer-edit.ts'
import { counterCheck } from './value-rules.ts'
import { hasEntity, isFolded } from './wire-text.ts'

const MOST_CREATES = 100

export const CUSTOMER_CALLS: Readonly<Record<string, CallDefinition>> = {
  'customer/group_add': {
    method: 'POST',
    kind: isWrite,
    required: ['billing_id', 'data'],
    handle: (call) => {
      const items = call.json('data')
      if (!Array.isArray(items) || items.length === 0) {
        call.forbid('data of customer/group_add is not a list of subscribers.')
        return () => call.world.printer.ok()
      }
      if (items.length > MOST_CREATES)
        call.forbid(`A lot of ${items.length} new subscribers is more than 100.`)
      judgeLicence(call, items.length)
      const seen = new Set<string>()
      for (const item of items) judgeNewCustomer(call, item, seen)
      return () => call.world.printer.ok({ Count: call.world.printer.number(items.length) })
    },
  },
  'customer/group_edit': {
    method: 'POST',
    kind: isWrite,
    required: ['data'],
    optional: ['src'],
    handle: (call) => {
      const { world, ruling } = call
      const patches = customerPatches(call.json('data'))
      if (typeof patches === 'string') {
        call.forbid(patches)
        return () => world.printer.ok()
      }
      const source = call.params.get('src')
      const rows = judgeCustomerEdit(patches, source, {
        erp: world.erp,
        settings: call.settings,
        ruling,
        now: Math.floor(world.now().getTime() / 1000),
        additionalFields: world.additionalFields,
        ignored: world.ignored,
        oddities: world.oddities,
        isFlatCleared: world.isFlatCleared,
      })
      for (const row of rows) {
        const refusal = world.refusals.customers.get(row.billingId)
        if (refusal !== undefined) ruling.refuse(refusal)
      }
      ruling.change(() => {
        for (const row of rows) world.erp.touch(row, source !== undefined)
      })
      return () => world.printer.ok({ Count: world.printer.number(rows.length) })
    },
  },
  'customer/edit': {
    method: 'POST',
    kind: isWrite,
    required: ['id', 'is_potential'],
    handle: (call) => {
      const { erp, printer } = call.world
      const row = erp.customer(call.param('id'))
      if (row === undefined) call.forbid(`The subscriber ${call.param('id')} is not there.`)
      else if (!row.isLead)
        call.forbid(`The subscriber ${row.billingId} is made regular though it is no lead.`)
      if (call.param('is_potential') !== '0')
        call.forbid(`is_potential is ${call.param('is_potential')}, not 0.`)
      call.ruling.change(() => {
        if (row === undefined) return
        row.isLead = false
        erp.touch(row)
      })
      return () => printer.ok()
    },
  },
  'customer/msg_add': {
    method: 'POST',
    kind: isWrite,
    required: ['billing_msg_id', 'customer_id', 'billing_msg_date', 'text'],
    handle: (call) => {
      const { erp, printer, settings } = call.world
      const id = call.param('billing_msg_id')
      call.check('billing_msg_id', counterCheck(id))
      if (erp.customer(call.param('customer_id')) === undefined)
        call.forbid(`The message ${id} is of the subscriber ${call.param('customer_id')}, who is not there.`)
      if (!/^\d{9,11}$/.test(call.param('billing_msg_date')))
        call.forbid(`The date of the message ${id} is not unix seconds.`)
      if (Number(id) <= call.settings.last_msg_id || erp.messages.some((row) => row.billingMessageId === id))
        call.forbid(`The message ${id} is sent though UserSide has it.`)
      const text = call.text(`The text of the message ${id}`, call.param('text'), 'text')
      if (text === '') call.forbid(`The message ${id} is empty.`)
      const erpId = erp.nextId()
      call.ruling.change(() => {
        erp.messages.push({
          erpId,
          billingMessageId: id,
          customerId: call.param('customer_id'),
          date: Number(call.param('billing_msg_date')),
          text,
        })
        settings.last_msg_id = Math.max(settings.last_msg_id, Number(id))
      })
      return () => printer.ok({ Id: printer.number(erpId) })
    },
  },
}

function judgeLicence(call: Call, count: number): void {
  const limit = call.settings.row_limit
  if (limit === 0) return
  const active = call.world.erp.customers.filter(
    (row) => !row.isLead && row.isInBilling && !row.isDisabled,
  ).length
  if (active + count > Math.max(limit, 150))
    call.forbid(`${count} new subscribers beside ${active} exceed the licence of ${limit}.`)
}

function judgeNewCustomer(call: Call, item: unknown, seen: Set<string>): void {
  const { erp, refusals, oddities, onDuplicate } = call.world
  const fields = typeof item === 'object' && item !== null ? new Map(Object.entries(item)) : new Map()
  const id: unknown = fields.get('billing_customer_id')
  for (const field of fields.keys())
    if (field !== 'billing_customer_id' && field !== 'name')
      call.forbid(`A new subscriber has a field ${field}.`)
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '') {
    call.forbid('A new subscriber has no billing_customer_id.')
    return
  }
  const billingId = String(id)
  const name = call.text(`The name of ${billingId}`, fields.get('name'), 'text')
  if (name === '') call.forbid(`The name of ${billingId} is empty.`)
  if (name.includes('\\')) call.forbid(`The name of ${billingId} holds a backslash.`)
  if (!isFolded(name)) call.forbid(`The name of ${billingId} has white space that is not folded.`)
  if (hasEntity(billingId)) call.forbid(`The subscriber id ${billingId} holds entities.`)
  if (seen.has(billingId)) call.forbid(`The subscriber ${billingId} is created twice in one lot.`)
  seen.add(billingId)
  const refusal = refusals.newCustomers.get(billingId)
  if (refusal !== undefined) call.ruling.refuse(refusal)
  const holder = erp.customerOf(billingId)
  const isHeld = holder?.isLead === true
  const isThere = isHeld || erp.isFound(holder)
  const outcome = isHeld ? (oddities.onLeadCreate ?? 'refuse') : onDuplicate
  if (isThere && outcome === 'refuse')
    call.forbid(
      `The subscriber ${billingId} is created though ${isHeld ? 'a lead has its id' : 'it is there'}.`,
    )
  if (!isThere || outcome === 'duplicate' || outcome === 'second-card')
    call.create({ kind: 'subscriber', key: billingId }, () => erp.addCustomer(billingId, name).erpId)
}
