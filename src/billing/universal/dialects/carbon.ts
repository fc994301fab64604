/** Carbon Billing, the protocol `carbon5` (docs/billings/carbon.md, contract §6). */
import type { Method } from '../methods.ts'
import type { Dialect } from './dialect.ts'
import { adviceTo, generic } from './generic.ts'

const METHODS: ReadonlySet<Method> = new Set([
  'get_system_information',
  'get_tariff_list',
  'get_city_list',
  'get_street_list',
  'get_house_list',
  'get_user_state_list',
  'get_user_list',
  'get_user_group_list',
])

export const carbon: Dialect = {
  ...generic,
  call: (method) => ({
    method1: `userside_manager.${method}`,
    ...(method === 'get_user_group_list' ? { context: 'userside' } : {}),
  }),
  isMissing: (method) => !METHODS.has(method),
  advice: adviceTo('billingName: "standart", unless this is Carbon Billing'),
}
