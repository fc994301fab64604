/** Tariffs (userside-api.md §4). */
import { type Call, type CallDefinition, isWrite } from './call.ts'
import type { TariffRow } from './erp-rows.ts'
import { counterCheck, flagCheck, scalar } from './value-rules.ts'
import { hasEntity, isFolded } from './wire-text.ts'

const LONGEST_NAME = 255

export const TARIFF_CALLS: Readonly<Record<string, CallDefinition>> = {
  'tariff/add': {
    method: 'POST',
    kind: isWrite,
    required: ['billing_id', 'billing_tariff_id', 'name'],
    handle: (call) => {
      const { erp, printer, refusals } = call.world
      const id = call.param('billing_tariff_id')
      const name = tariffName(call, call.param('name'))
      if (id === '') call.forbid('A tariff is created without an id.')
      if (hasEntity(id)) call.forbid(`The tariff id ${id} holds entities.`)
      if (erp.isFound(erp.tariffOf(id))) call.forbid(`The tariff ${id} is created though it is there.`)
      const refusal = refusals.tariffs.get(id)
      if (refusal !== undefined) call.ruling.refuse(refusal)
      const made = call.create({ kind: 'tariff', key: id }, () => erp.addTariff(id, name).erpId)
      return () => printer.ok({ Id: printer.number(made.erpId) })
    },
  },
  'tariff/edit': {
    method: 'POST',
    kind: isWrite,
    required: ['id'],
    optional: ['name', 'payment', 'payment_interval', 'speed_rx', 'speed_tx', 'traffic', 'is_in_billing'],
    handle: (call) => {
      const patch = new Map(call.params)
      for (const name of ['key', 'cat', 'action', 'id']) patch.delete(name)
      judgePatch(call, call.param('id'), Object.fromEntries(patch))
      return () => call.world.printer.ok()
    },
  },
  'tariff/group_edit': {
    method: 'POST',
    kind: isWrite,
    required: ['data'],
    handle: (call) => {
      const data = call.json('data')
      if (typeof data !== 'object' || data === null || Array.isArray(data)) {
        call.forbid('data of tariff/group_edit is not an object keyed by ERP id.')
      } else {
        const entries = Object.entries(data)
        if (entries.length === 0) call.forbid('data of tariff/group_edit names no tariff.')
        for (const [id, patch] of entries) {
          if (typeof patch === 'object' && patch !== null) judgePatch(call, id, patch)
          else call.forbid(`The patch of the tariff ${id} is not an object.`)
        }
      }
      return () => call.world.printer.ok()
    },
  },
}

function tariffName(call: Call, value: unknown): string {
  const name = call.text('A tariff name', value, 'tariff name')
  if (name === '') call.forbid('A tariff name is empty.')
  if (name.length > LONGEST_NAME)
    call.forbid(`A tariff name of ${name.length} characters is longer than 255.`)
  if (!isFolded(name))
    call.forbid(`The tariff name ${JSON.stringify(name)} has white space that is not folded.`)
  return name
}

function judgePatch(call: Call, erpId: string, patch: Record<string, unknown>): void {
  const row = call.world.erp.tariffs.get(erpId)
  if (row === undefined) {
    call.forbid(`The tariff ${erpId} is not there.`)
    return
  }
  const refusal = call.world.refusals.tariffs.get(row.billingId)
  if (refusal !== undefined) call.ruling.refuse(refusal)
  if (Object.keys(patch).length === 0) call.forbid(`The patch of the tariff ${row.billingId} is empty.`)
  judgeFee(call, row, patch)
  for (const [field, value] of Object.entries(patch)) {
    if (field === 'payment' || field === 'payment_interval') continue
    const rule = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined
    if (rule === undefined) call.forbid(`There is no tariff field ${field}.`)
    else rule(call, row, value)
  }
}

/** Fee and interval are one fact in two fields. */
function judgeFee(call: Call, row: TariffRow, patch: Readonly<Record<string, unknown>>): void {
  if (patch['payment'] === undefined && patch['payment_interval'] === undefined) return
  const of = `of the tariff ${row.billingId}`
  const fee = scalar(patch['payment'])
  const interval = scalar(patch['payment_interval'])
  if (fee === undefined || interval === undefined) {
    call.forbid(`Fee and interval ${of} do not come together.`)
    return
  }
  if (!/^\d+(?:\.\d{1,5})?$/.test(fee))
    call.forbid(`The fee ${of} is ${fee}, not a decimal of at most 5 places.`)
  if (!/^[1-9]\d*$/.test(interval) || ['29', '31', '92', '183', '366'].includes(interval))
    call.forbid(`The interval ${of} is ${interval} days, which is not a normalised interval.`)
  if (Number(fee) === 0 && interval !== '30') call.forbid(`The interval ${of} without a fee is not 30.`)
  if (Number(fee) === Number(row.payment) && Number(interval) === row.paymentInterval)
    call.forbid(
      `The fee ${of} is a redundant write: UserSide already holds ${row.payment} per ${interval} days.`,
    )
  call.ruling.change(() => {
    row.payment = fee
    row.paymentInterval = Number(interval)
  })
}

/** A tariff is found by its id: another name is only shown. */
function shownTariffName({ world }: Call, row: TariffRow): string {
  return world.oddities.rename?.tariff?.(row.name) ?? row.name
}

type TariffRule = (call: Call, row: TariffRow, value: unknown) => void

function numberRule(
  name: string,
  held: (row: TariffRow) => number,
  store: (row: TariffRow, value: number) => void,
  least: 0 | -1 = 0,
): TariffRule {
  return (call, row, value) => {
    const text = scalar(value) ?? ''
    if (counterCheck(text) !== undefined && !(least === -1 && text === '-1'))
      return call.forbid(
        `${name} of the tariff ${row.billingId} is ${JSON.stringify(value)}, not a whole number.`,
      )
    redundancy(call, row, name, String(held(row)), text)
    call.ruling.change(() => store(row, Number(text)))
  }
}

function redundancy(call: Call, row: TariffRow, name: string, held: string, value: string): void {
  if (held === value)
    call.forbid(
      `${name} of the tariff ${row.billingId} is a redundant write: UserSide already holds ${held}.`,
    )
}

const FIELDS: Readonly<Record<string, TariffRule>> = {
  name: (call, row, value) => {
    const name = tariffName(call, value)
    const shown = shownTariffName(call, row)
    redundancy(call, row, 'name', shown, name)
    call.ruling.change(() => {
      const times = shown === row.name ? 0 : call.world.ignored.note(`tariff ${row.erpId} name`, name)
      if (times > 2) call.forbid(`The name of the tariff ${row.billingId} is sent for the third time.`)
      row.name = name
    })
  },
  speed_rx: numberRule(
    'speed_rx',
    (row) => row.speedRx,
    (row, value) => {
      row.speedRx = value
    },
  ),
  speed_tx: numberRule(
    'speed_tx',
    (row) => row.speedTx,
    (row, value) => {
      row.speedTx = value
    },
  ),
  traffic: numberRule(
    'traffic',
    (row) => row.traffic,
    (row, value) => {
      row.traffic = value
    },
    -1,
  ),
  service_type: (call, row, value) => {
    if (call.name === 'tariff/edit') return call.forbid('tariff/edit takes no service_type.')
    const type = call.text('service_type', value, 'text')
    redundancy(call, row, 'service_type', row.serviceType, type)
    call.ruling.change(() => {
      row.serviceType = type
    })
  },
  is_in_billing: (call, row, value) => {
    const flag = scalar(value) ?? ''
    call.check(`is_in_billing of the tariff ${row.billingId}`, flagCheck(flag))
    redundancy(call, row, 'is_in_billing', row.isInBilling ? '1' : '0', flag)
    call.ruling.change(() => {
      row.isInBilling = flag === '1'
    })
  },
  additional_comment: (call, row, value) => {
    const comment = call.text('additional_comment', value, 'comment')
    redundancy(call, row, 'additional_comment', row.comment, comment)
    call.ruling.change(() => {
      row.comment = comment
    })
  },
}
