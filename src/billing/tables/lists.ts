/** What each query is called in messages, and what it means for a run when it could not be read (databases.md §1). */
import type { QueryName } from '../../model/table-queries.ts'
import type { Asker } from './servers/session.ts'

export interface ListRule {
  /** The list in words, for messages. */
  readonly what: string
  /** The query failed. `stop`: no run without it. `unavailable`: what needs it is left alone. */
  readonly failed: 'stop' | 'unavailable'
  /** What is left alone when it could not be had. */
  readonly affects: string
}

const optional = (what: string, affects: string): ListRule => ({
  what,
  failed: 'unavailable',
  affects,
})

export const LIST_RULES: Readonly<Record<QueryName, ListRule>> = {
  subscribers: { what: 'the subscribers', failed: 'stop', affects: 'everything' },
  agreements: optional('the agreements', 'agreements'),
  phones: optional('the phones', 'phones'),
  emails: optional('the e-mail addresses', 'e-mail addresses'),
  ips: optional('the IP addresses', 'IP addresses'),
  subscriber_tariffs: optional("the subscribers' tariffs", "subscribers' tariffs"),
  subscriber_groups: optional("the subscribers' groups", "subscribers' groups"),
  subscriber_tags: optional("the subscribers' tags", "subscribers' tags"),
  subscriber_services: optional("the subscribers' services", "subscribers' services"),
  additional_values: optional('the additional fields of subscribers', 'additional fields of subscribers'),
  tariffs: { what: 'the tariffs', failed: 'stop', affects: 'tariffs' },
  groups: optional('the groups', 'groups'),
  tags: optional('the tags', 'tags'),
  additional_fields: optional('the additional fields', 'additional fields'),
  services: optional('the services', 'services'),
  states: optional('the states', 'states'),
  cities: { what: 'the cities', failed: 'stop', affects: 'cities: houses come without one' },
  districts: optional('the city districts', 'city districts'),
  streets: { what: 'the streets', failed: 'stop', affects: 'addresses' },
  houses: { what: 'the houses', failed: 'stop', affects: 'addresses' },
  messages: optional('the messages', 'messages'),
}

/** Where an operator finds what a query is, for hints. */
export function placeOf(query: QueryName, isFolder: boolean): string {
  return isFolder ? `${query}.csv` : `billingDatabase.queries.${query}`
}

/** How a query is told of where it failed. */
export function askerOf(query: string): Asker {
  return Object.hasOwn(LIST_RULES, query)
    ? { method: query, what: LIST_RULES[query as QueryName].what }
    : { method: query, what: '' }
}
