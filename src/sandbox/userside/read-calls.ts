/** The bare lists of `cat=module` (userside-api.md §1, §2, §5). */
import { createHash } from 'node:crypto'
import type { Reply } from '../reply.ts'
import { type Call, type CallDefinition, isRead } from './call.ts'
import type { CustomerPrinter } from './customer-printer.ts'
import type { HouseRow } from './erp.ts'
import { json } from './wire-form.ts'
import { encodeReturned } from './wire-text.ts'

/** The reads, with the printer that keeps the big list. */
export function readCalls(customers: CustomerPrinter): Readonly<Record<string, CallDefinition>> {
  const read = (
    fixed: Readonly<Record<string, string>>,
    print: (call: Call) => Reply,
    more: { required?: string[]; optional?: string[] } = {},
  ): CallDefinition => ({
    method: 'GET',
    kind: isRead,
    required: [...Object.keys(fixed), ...(more.required ?? [])],
    optional: more.optional ?? [],
    handle: (call) => {
      for (const [name, value] of Object.entries(fixed))
        if (call.params.has(name) && call.param(name) !== value)
          call.forbid(`${name} of ${call.name} is ${call.param(name)}, not ${value}.`)
      return () => print(call)
    },
  })
  const ofBilling = { required: ['billing_id'] }
  return {
    'module/get_system_information': read({}, systemInformation),
    'module/get_tariff_list': read({}, tariffs, ofBilling),
    'module/get_services_list': read({ is_id_name: '1' }, services, ofBilling),
    'module/get_user_crc_billing_list': read({}, (call) => customers.hashes(call.world.zone), ofBilling),
    'module/get_user_list': read(
      { is_id_billing_user_id: '1', is_parent_id: '1', timestamp_ready: '1' },
      (call) => ({
        ...json(''),
        body: customers.body({
          hasParents: true,
          hasTimestamps: true,
          hasPasswords: call.param('is_load_password') === '1',
          zone: call.world.zone,
        }),
      }),
      { ...ofBilling, optional: ['is_load_password', 'is_with_potential'] },
    ),
    'module/get_user_tags': read({}, (call) => named(call, call.world.erp.tags)),
    'module/get_user_group_list': read({}, (call) => named(call, call.world.erp.groups)),
    'module/get_city_list': read({ is_id_address: '1' }, cities),
    'module/get_street_list': read({ is_id_address: '2' }, streets),
    'module/get_house_list': read({ is_id_address: '3' }, houses),
  }
}

function systemInformation({ world }: Call): Reply {
  const now = world.now()
  const local = new Date(now.getTime() + world.zone(now) * 60_000).toISOString()
  const date = local.slice(0, 19).replace('T', ' ')
  return json(`{"date":"${date}","os":"Linux","erp":{"name":"UserSide","version":"3.19.12"}}`)
}

function tariffs({ world }: Call): Reply {
  const { erp, printer } = world
  const { idKey } = printer.form
  return json(
    printer.map(
      [...erp.tariffs.values()].map((row) => [
        printer.id(row.billingId),
        `{"${idKey}":${printer.number(row.erpId)},"id":${printer.id(row.billingId)},` +
          `"name":${printer.text(row.name)},"payment":"${row.payment}",` +
          `"payment_interval":${printer.number(row.paymentInterval)},` +
          `"speed":{"up":${printer.number(row.speedTx)},"down":${printer.number(row.speedRx)}},` +
          `"traffic":${printer.number(row.traffic)},"service_type":${printer.text(row.serviceType)},` +
          `"is_in_billing":${printer.flag(row.isInBilling)},"additional_comment":${printer.text(row.comment)}}`,
      ]),
    ),
  )
}

function services({ world }: Call): Reply {
  const { erp, printer } = world
  return json(
    printer.map(
      [...erp.services.values()].map((row) => [
        printer.text(row.name),
        `{"id":${printer.number(row.erpId)},"name":${printer.text(row.name)},"cost":"${row.cost}"}`,
      ]),
    ),
  )
}

function named(
  { world }: Call,
  rows: ReadonlyMap<string, { readonly erpId: string; readonly name: string }>,
): Reply {
  const { printer } = world
  return json(
    printer.map(
      [...rows.values()].map((row) => [
        `"${row.erpId}"`,
        `{"id":${printer.number(row.erpId)},"name":${printer.text(row.name)}}`,
      ]),
    ),
  )
}

function cities({ world }: Call): Reply {
  const { erp, printer } = world
  return json(
    printer.map(
      [...erp.cities.values()].map((row) => [
        printer.text(row.name),
        `{"id":${printer.number(row.erpId)},"name":${printer.text(row.name)}}`,
      ]),
    ),
  )
}

function streets({ world }: Call): Reply {
  const { erp, printer } = world
  return json(
    printer.map(
      [...erp.streets.values()].map((row) => [
        printer.text(`${row.cityId}_${row.name}`),
        `{"id":${printer.number(row.erpId)},"city_id":${printer.number(row.cityId)},"name":${printer.text(row.name)}}`,
      ]),
    ),
  )
}

function houses({ world }: Call): Reply {
  const { erp, printer } = world
  return json(
    printer.map(
      [...erp.houses.values()].map((row) => {
        const city = erp.cities.get(row.cityId)?.name ?? ''
        const street = erp.streets.get(row.streetId)?.name ?? ''
        return [
          `"${houseHash(`${city}, ${street}, ${numberText(row)}`, printer.form.areHousesHashedEncoded)}"`,
          `{"id":${printer.number(row.erpId)},"postcode":${printer.text(row.postcode)},` +
            `"floor":${printer.text(row.floor)},"entrance":${printer.text(row.entrance)}}`,
        ]
      }),
    ),
  )
}

/** The number as it stands in a full name: `12-3`, `12 А`, a zero before a block is dropped. */
function numberText(row: HouseRow): string {
  const number = row.number === '0' && row.block !== '' ? '' : row.number
  if (row.block === '') return number
  if (number === '') return row.block
  return /^\d/.test(row.block) ? `${number}-${row.block}` : `${number} ${row.block}`
}

function houseHash(fullName: string, isEncoded: boolean): string {
  const text = isEncoded ? encodeReturned(fullName.toUpperCase()) : fullName.toUpperCase()
  return createHash('md5').update(text).digest('hex')
}
