/** The bare lists of `cat=module` (userside-api.md §1, §2, §5). */
import { createHash } from 'node:crypto'
import type { Reply } from '../reply.ts'
import { type Call, type CallDefinition, isRead } from './call.ts'
import type { CustomerPrinter } from './customer-printer.ts'
import type { Erp } from './erp.ts'
import type { HouseRow } from './erp-rows.ts'
import { numberText } from './house-number.ts'
import { oddCustomerList } from './odd-customer-list.ts'
import { shownName } from './shown-name.ts'
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
      { is_parent_id: '1', timestamp_ready: '1' },
      (call) => customerList(call, customers),
      {
        required: ['billing_id', 'is_id_billing_user_id'],
        optional: ['is_load_password', 'is_with_potential'],
      },
    ),
    'module/get_user_tags': read({}, (call) => named(call, 'tag')),
    'module/get_user_group_list': read({}, (call) => named(call, 'group')),
    'module/get_city_list': read({ is_id_address: '1' }, cities),
    'module/get_street_list': read({ is_id_address: '2' }, streets),
    'module/get_house_list': read({ is_id_address: '3' }, houses),
  }
}

function customerList(call: Call, customers: CustomerPrinter): Reply {
  const view = {
    hasParents: true,
    hasTimestamps: true,
    hasPasswords: call.param('is_load_password') === '1',
    zone: call.world.zone,
  }
  const options = {
    isKeyedByErpId: call.param('is_id_billing_user_id') === '0',
    hasLeads: call.param('is_with_potential') === '1',
  }
  const body = oddCustomerList(call.world, customers, view, options) ?? customers.body(view)
  return { ...json(''), body }
}

function listed<Row extends { readonly erpId: string }>(erp: Erp, rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.values()].filter((row) => erp.isListed(row))
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
      listed(erp, erp.tariffs).map((row) => [
        printer.id(erp.strangeName(row) ?? row.billingId),
        `{"${idKey}":${printer.number(row.erpId)},"id":${printer.id(row.billingId)},` +
          `"name":${printer.text(world.oddities.rename?.tariff?.(row.name) ?? row.name)},"payment":"${row.payment}",` +
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
      listed(erp, erp.services).map((row) => {
        const name = printer.text(shownName(world, 'service', row))
        return [name, `{"id":${printer.number(row.erpId)},"name":${name},"cost":"${row.cost}"}`]
      }),
    ),
  )
}

function named({ world }: Call, kind: 'group' | 'tag'): Reply {
  const { erp, printer } = world
  return json(
    printer.map(
      listed(erp, kind === 'group' ? erp.groups : erp.tags).map((row) => [
        `"${row.erpId}"`,
        `{"id":${printer.number(row.erpId)},"name":${printer.text(shownName(world, kind, row))}}`,
      ]),
    ),
  )
}

function cities({ world }: Call): Reply {
  const { erp, printer } = world
  return json(
    printer.map(
      listed(erp, erp.cities).map((row) => {
        const name = printer.text(shownName(world, 'city', row))
        return [name, `{"id":${printer.number(row.erpId)},"name":${name}}`]
      }),
    ),
  )
}

function streets({ world }: Call): Reply {
  const { erp, printer } = world
  return json(
    printer.map(
      listed(erp, erp.streets).map((row) => {
        const name = shownName(world, 'street', row)
        return [
          printer.text(`${row.cityId}_${name}`),
          `{"id":${printer.number(row.erpId)},"city_id":${printer.number(row.cityId)},"name":${printer.text(name)}}`,
        ]
      }),
    ),
  )
}

function houses({ world }: Call): Reply {
  const { erp, oddities, printer } = world
  const hashed = (row: HouseRow): string => {
    const city = erp.cities.get(row.cityId)?.name ?? ''
    const street = erp.streets.get(row.streetId)?.name ?? ''
    if (oddities.areHousesHashedOtherwise) return `${street} ${numberText(row)} (${city})`
    return erp.strangeName(row) ?? `${city}, ${street}, ${numberText(row)}`
  }
  return json(
    printer.map(
      listed(erp, erp.houses).map((row) => {
        return [
          `"${houseHash(hashed(row), printer.form.areHousesHashedEncoded)}"`,
          `{"id":${printer.number(row.erpId)},"postcode":${printer.text(row.postcode)},` +
            `"floor":${printer.text(row.floor)},"entrance":${printer.text(row.entrance)}}`,
        ]
      }),
    ),
  )
}

function houseHash(fullName: string, isEncoded: boolean): string {
  const text = isEncoded ? encodeReturned(fullName.toUpperCase()) : fullName.toUpperCase()
  return createHash('md5').update(text).digest('hex')
}
