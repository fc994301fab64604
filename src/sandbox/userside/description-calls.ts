/** What the ERP tells of itself to whoever may ask (userside-api.md §13). */
import { type CallDefinition, isRead } from './call.ts'

const PRODUCT = { erp_version: '3.19.12', php_version: '8.2.7' }
/** An ERP that has every field lists so many. */
const MANY_FIELDS = 200

export const DESCRIPTION_CALLS: Readonly<Record<string, CallDefinition>> = {
  'billing/get': {
    method: 'GET',
    kind: isRead,
    required: [],
    handle: (call) => {
      const { billingId, printer } = call.world
      const item = `{"id":${printer.number(Number(billingId))},"name":${printer.text('Sandbox & Co.')}}`
      return () => printer.ok({ Data: `{"${billingId}":${item}}` })
    },
  },
  'system/get_system_info': {
    method: 'GET',
    kind: isRead,
    required: [],
    handle: (call) => {
      const { now, printer } = call.world
      const unix = printer.number(Math.floor(now().getTime() / 1000))
      const members = Object.entries(PRODUCT).map(([name, text]) => `"${name}":${printer.text(text)}`)
      return () => printer.ok({ Data: `{${members.join(',')},"date_time_unix":${unix}}` })
    },
  },
  'additional_data/get_list': {
    method: 'GET',
    kind: isRead,
    required: ['section'],
    handle: (call) => {
      const { additionalFields, printer } = call.world
      if (call.param('section') !== '28')
        call.forbid(`section of ${call.name} is ${call.param('section')}, which is not that of subscribers.`)
      const ids = additionalFields ?? Array.from({ length: MANY_FIELDS }, (_, index) => String(index + 1))
      const items = [...ids].map((id) => `"${id}":{"id":${id},"name":${printer.text(`Field ${id}`)}}`)
      return () => printer.ok({ Data: `{${items.join(',')}}` })
    },
  },
}
