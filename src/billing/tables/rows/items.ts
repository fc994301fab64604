/** Rows of the lists subscribers refer to, in the universal API's own shape, for its tolerant readers. */
import type { WireRecord } from '../../../json/shapes.ts'
import type { QueryName, SideQuery } from '../../../model/table-queries.ts'
import type { Get } from './cell-reader.ts'

export type ListQuery = Exclude<QueryName, SideQuery | 'subscribers'>

const named = (get: Get): WireRecord => ({ id: get('id'), name: get('name') })

/** How an item of each list is written. */
export const LIST_ITEMS: Readonly<Record<ListQuery, (get: Get) => WireRecord>> = {
  tariffs: (get) => ({
    id: get('id'),
    name: get('name'),
    payment: get('fee'),
    payment_interval: get('days'),
    speed: { down: get('speed_down'), up: get('speed_up') },
    traffic: get('traffic'),
  }),
  groups: named,
  tags: named,
  additional_fields: named,
  services: (get) => ({ ...named(get), cost: get('cost') }),
  states: (get) => ({ ...named(get), functional: get('functional') }),
  cities: named,
  districts: (get) => ({ ...named(get), city_id: get('city') }),
  streets: (get) => ({ ...named(get), city_id: get('city'), full_name: get('full_name') }),
  houses: (get) => ({
    id: get('id'),
    street_id: get('street'),
    city_district_id: get('district'),
    number: get('number'),
    block: get('block'),
    postcode: get('postcode'),
    floor: get('floor'),
    entrance: get('entrance'),
  }),
  messages: (get) => ({
    id: get('id'),
    user_id: get('subscriber'),
    msg_date: get('date'),
    subject: get('subject'),
    text: get('text'),
  }),
}
