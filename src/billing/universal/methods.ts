/**
 * The methods of the protocol this program may call, and what it means for a run when one of them has no answer
 * (`contracts/universal-billing-api.md` §2). A method that is not in this table cannot be called: above all none
 * that changes anything in the billing.
 */
import type { SourceList, SourceLists } from '../records/cross-check.ts'

export interface MethodRule {
  /** The list in words, for messages. */
  readonly what: string
  /** The billing does not have it. `stop`: no run without it. `unavailable`: what needs it is left alone. */
  readonly unsupported: 'stop' | 'unavailable'
  /** It has, but the answer was none, retries included. */
  readonly failed: 'stop' | 'unavailable'
  /** What is left alone when it could not be had. */
  readonly affects: string
  /** A list cut at some number of rows does no harm: what it leaves out comes later or not at all. */
  readonly isCutHarmless?: boolean
}

export const METHOD_RULES = {
  get_system_information: {
    what: 'the system information',
    unsupported: 'unavailable',
    failed: 'stop',
    affects: "the billing's name and clock",
  },
  get_api_information: {
    what: 'the version of the API',
    unsupported: 'unavailable',
    failed: 'unavailable',
    affects: 'nothing',
  },
  get_supported_method_list: {
    what: 'the list of methods',
    unsupported: 'unavailable',
    failed: 'unavailable',
    affects: 'nothing',
  },
  get_tariff_list: {
    what: 'the tariffs',
    unsupported: 'unavailable',
    failed: 'stop',
    affects: 'tariffs',
  },
  get_services_list: {
    what: 'the services',
    unsupported: 'unavailable',
    failed: 'unavailable',
    affects: 'services',
  },
  get_user_state_list: {
    what: 'the states',
    unsupported: 'unavailable',
    failed: 'unavailable',
    affects: 'states',
  },
  get_user_group_list: {
    what: 'the groups',
    unsupported: 'unavailable',
    failed: 'unavailable',
    affects: 'groups',
  },
  get_user_tags: {
    what: 'the tags',
    unsupported: 'unavailable',
    failed: 'unavailable',
    affects: 'tags',
  },
  get_user_additional_data_type_list: {
    what: 'the additional fields',
    unsupported: 'unavailable',
    failed: 'unavailable',
    affects: 'additional fields',
  },
  get_user_list: {
    what: 'the subscribers',
    unsupported: 'stop',
    failed: 'stop',
    affects: 'everything',
  },
  get_city_list: {
    what: 'the cities',
    unsupported: 'unavailable',
    failed: 'stop',
    affects: 'cities: houses come without one',
  },
  get_city_district_list: {
    what: 'the city districts',
    unsupported: 'unavailable',
    failed: 'unavailable',
    affects: 'city districts',
  },
  get_street_list: {
    what: 'the streets',
    unsupported: 'unavailable',
    failed: 'stop',
    affects: 'addresses',
  },
  get_house_list: {
    what: 'the houses',
    unsupported: 'unavailable',
    failed: 'stop',
    affects: 'addresses',
  },
  get_user_messages: {
    what: 'the messages',
    unsupported: 'unavailable',
    failed: 'unavailable',
    affects: 'messages',
    isCutHarmless: true,
  },
} as const satisfies Record<string, MethodRule>

export type Method = keyof typeof METHOD_RULES

/** Every method there is, in the order a run calls them. */
export const METHODS = Object.keys(METHOD_RULES) as readonly Method[]

/** The rule of a method. */
export function ruleOf(method: Method): MethodRule {
  return METHOD_RULES[method]
}

/** The lists that subscribers refer to, by the method each comes from. */
export const LISTS: SourceLists = {
  tariffs: listOf('get_tariff_list'),
  services: listOf('get_services_list'),
  states: listOf('get_user_state_list'),
  groups: listOf('get_user_group_list'),
  tags: listOf('get_user_tags'),
  additionalFields: listOf('get_user_additional_data_type_list'),
  cities: listOf('get_city_list'),
  districts: listOf('get_city_district_list'),
  streets: listOf('get_street_list'),
  houses: listOf('get_house_list'),
}

function listOf(name: Method): SourceList {
  return { name, ...ruleOf(name) }
}
