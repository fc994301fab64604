/** The keys of a billing that is read as tables, against each other: all that can be told without asking a server. */
import { nearest, withMeant } from '../model/nearest.ts'
import { parseSql } from '../model/sql-text.ts'
import {
  isTableBilling,
  parseTableAddress,
  schemeOf,
  TABLE_BILLINGS,
  TABLE_SCHEMES,
  type TableServer,
  tableServerOf,
} from '../model/table-address.ts'
import { isQueryName, OWN_PARAMETERS, QUERY_NAMES } from '../model/table-queries.ts'
import { oneOf } from './kinds.ts'

type Path = readonly string[]

/** Something wrong, by the path of the key it is wrong with. */
interface Flaw {
  readonly path: Path
  readonly message: string
}

/** What is wrong with the billing's address, its name and its queries together. */
export function flawsOfTables(configuration: unknown): Flaw[] {
  const { billingName = 'standart', billingUrl, billingDatabase } = members(configuration)
  if (typeof billingName !== 'string') return []
  if (!isTableBilling(billingName)) return flawsOfApi(billingName, billingUrl)
  const server = typeof billingUrl === 'string' ? tableServerOf(billingUrl) : undefined
  return [
    ...(typeof billingUrl === 'string' ? flawsOfAddress(billingName, billingUrl, server) : []),
    ...flawsOfQueries(billingName, members(billingDatabase), server),
  ]
}

/** The universal API is had from a web server alone. */
function flawsOfApi(name: string, url: unknown): Flaw[] {
  const server = typeof url === 'string' ? tableServerOf(url) : undefined
  const names = Object.entries(TABLE_BILLINGS)
    .filter(([, servers]) => servers.some((other) => other === server))
    .map(([other]) => other)
  return server === undefined
    ? []
    : flaw(
        'billingUrl',
        `${schemeOf(String(url))}: does not go with billingName "${name}", which speaks HTTP; tables are read by ${oneOf(names)}`,
      )
}

function flawsOfAddress(
  name: keyof typeof TABLE_BILLINGS,
  url: string,
  server: TableServer | undefined,
): Flaw[] {
  const servers: readonly TableServer[] = TABLE_BILLINGS[name]
  if (server === undefined || !servers.includes(server)) {
    const scheme = schemeOf(url)
    const schemes = servers.map((other) => `${TABLE_SCHEMES[other][0]}:`)
    // What is no address at all is told by the form it must have.
    return scheme === ''
      ? []
      : flaw(
          'billingUrl',
          `${scheme}: does not go with billingName "${name}", which is read from ${oneOf(schemes)}`,
        )
  }
  const address = parseTableAddress(url)
  return typeof address === 'string' ? flaw('billingUrl', address) : []
}

function flawsOfQueries(
  name: keyof typeof TABLE_BILLINGS,
  database: Record<string, unknown>,
  server: TableServer | undefined,
): Flaw[] {
  const queries = members(database['queries'])
  const isEmpty = Object.keys(queries).length === 0
  if (name === 'files')
    return isEmpty ? [] : at(['queries'], 'is for databases: a folder of files is read as it is')
  if (name === 'sql' && typeof queries['subscribers'] !== 'string')
    return at(['queries'], 'lacks "subscribers", the one query that has to be there')
  const parameters = Object.keys(members(database['parameters']))
  return Object.entries(queries).flatMap(([query, text]) => {
    if (!isQueryName(query))
      return at(
        ['queries', query],
        nearest(query, QUERY_NAMES) === undefined
          ? `is an unknown query; known are ${QUERY_NAMES.join(', ')}`
          : withMeant('is an unknown query', query, QUERY_NAMES),
      )
    if (text === null)
      return query === 'subscribers'
        ? at(['queries', query], 'cannot be taken away: there is nothing without it')
        : []
    return typeof text === 'string' && text !== '' && server !== undefined
      ? flawsOfQuery(query, text, server, parameters)
      : []
  })
}

function flawsOfQuery(
  query: string,
  text: string,
  server: TableServer,
  parameters: readonly string[],
): Flaw[] {
  const sql = parseSql(text, server)
  if (typeof sql === 'string') return at(['queries', query], sql)
  const known = [...parameters, ...OWN_PARAMETERS]
  return sql.parts.flatMap((part) =>
    part.kind === 'parameter' && !known.includes(part.name)
      ? at(
          ['queries', query],
          withMeant(
            `uses {parameter:${part.name}}, which billingDatabase.parameters does not have`,
            part.name,
            known,
          ),
        )
      : [],
  )
}

function flaw(key: string, message: string): Flaw[] {
  return [{ path: [key], message }]
}

function at(path: Path, message: string): Flaw[] {
  return [{ path: ['billingDatabase', ...path], message }]
}

function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}
}
