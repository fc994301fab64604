/**
 * The form of a source that is read as tables (`contracts/databases.md` §1): the named queries and their columns. The
 * names of the columns are the mapping, so both lists are a promise to operators, who write queries by them.
 */

/**
 * What a cell means, where it has to be more than text. `key` is the unique id of a row, `owner` the id of the
 * subscriber a row belongs to; `day` and `moment` are dates in any of the forms a server prints, unix seconds too;
 * `flag` is 1/0, `t`/`f`, yes/no.
 */
export type ColumnKind = 'key' | 'owner' | 'text' | 'day' | 'moment' | 'flag'

type Columns = Readonly<Record<string, ColumnKind>>

export interface QueryForm {
  /** In the order they are told in. */
  readonly columns: Columns
  /** Without these a query says nothing. */
  readonly required: readonly string[]
}

const NAMED = form({ id: 'key', name: 'text' }, ['id', 'name'])

/** By the names of queries, and of files in a folder. */
export const TABLE_QUERIES = {
  subscribers: form(
    {
      id: 'key',
      login: 'text',
      name: 'text',
      account: 'text',
      agreement: 'text',
      agreement_date: 'day',
      balance: 'text',
      credit: 'text',
      discount: 'text',
      corporate: 'flag',
      former: 'flag',
      connected: 'day',
      active: 'moment',
      tariff: 'text',
      next_tariff: 'text',
      next_tariff_from: 'day',
      traffic_up: 'text',
      traffic_down: 'text',
      phone: 'text',
      phone2: 'text',
      email: 'text',
      ip: 'text',
      mac: 'text',
      group: 'text',
      state: 'text',
      house: 'text',
      city: 'text',
      street: 'text',
      house_number: 'text',
      house_block: 'text',
      apartment: 'text',
      floor: 'text',
      entrance: 'text',
      comment: 'text',
      parent: 'text',
      password: 'text',
    },
    ['id'],
  ),
  agreements: ofSubscriber({ number: 'text', date: 'day' }, ['number']),
  phones: ofSubscriber({ number: 'text', main: 'flag' }, ['number']),
  emails: ofSubscriber({ address: 'text', main: 'flag' }, ['address']),
  ips: ofSubscriber({ ip: 'text', mac: 'text' }, []),
  subscriber_tariffs: ofSubscriber({ tariff: 'text' }, ['tariff']),
  subscriber_groups: ofSubscriber({ group: 'text' }, ['group']),
  subscriber_tags: ofSubscriber({ tag: 'text', added: 'moment' }, ['tag']),
  subscriber_services: ofSubscriber({ service: 'text', cost: 'text', comment: 'text' }, ['service']),
  additional_values: ofSubscriber({ field: 'text', value: 'text' }, ['field', 'value']),
  tariffs: form(
    {
      id: 'key',
      name: 'text',
      fee: 'text',
      days: 'text',
      speed_down: 'text',
      speed_up: 'text',
      traffic: 'text',
    },
    ['id', 'name'],
  ),
  groups: NAMED,
  tags: NAMED,
  additional_fields: NAMED,
  services: form({ id: 'key', name: 'text', cost: 'text' }, ['id', 'name']),
  states: form({ id: 'key', name: 'text', functional: 'text' }, ['id', 'name']),
  cities: form({ id: 'key', name: 'text' }, ['id']),
  districts: form({ id: 'key', name: 'text', city: 'text' }, ['id']),
  streets: form({ id: 'key', name: 'text', city: 'text', full_name: 'text' }, ['id']),
  houses: form(
    {
      id: 'key',
      street: 'text',
      number: 'text',
      block: 'text',
      postcode: 'text',
      floor: 'text',
      entrance: 'text',
      district: 'text',
    },
    ['id'],
  ),
  messages: form({ id: 'key', subscriber: 'text', date: 'moment', subject: 'text', text: 'text' }, [
    'id',
    'subscriber',
  ]),
} as const satisfies Readonly<Record<string, QueryForm>>

export type QueryName = keyof typeof TABLE_QUERIES

export const QUERY_NAMES = Object.keys(TABLE_QUERIES) as readonly QueryName[]

export function isQueryName(name: string): name is QueryName {
  return Object.hasOwn(TABLE_QUERIES, name)
}

/** Parameters every query may use: the moment of the reading by the source's clock, its day, the first of its month. */
export const OWN_PARAMETERS = ['now', 'today', 'month'] as const

export type OwnParameter = (typeof OWN_PARAMETERS)[number]

/** Queries whose rows belong to subscribers: several for one of them. */
export const SIDE_QUERIES = [
  'agreements',
  'phones',
  'emails',
  'ips',
  'subscriber_tariffs',
  'subscriber_groups',
  'subscriber_tags',
  'subscriber_services',
  'additional_values',
] as const satisfies readonly QueryName[]

export type SideQuery = (typeof SIDE_QUERIES)[number]

/** The queries of a source by their names; one that is not there is a list the source does not have. */
export type Queries = Readonly<Partial<Record<QueryName, string>>>

function form<const C extends Columns>(columns: C, required: readonly (keyof C & string)[]) {
  return { columns, required }
}

/** With an id of its own a row is read by that, page by page; else by whom it belongs to. */
function ofSubscriber<const C extends Columns>(columns: C, required: readonly (keyof C & string)[]) {
  return {
    columns: { id: 'key', subscriber: 'owner', ...columns } as const,
    required: ['subscriber', ...required],
  }
}
