/** Checks of the queries: their columns, their rows, and how long a page of them takes. */
import type { QueryFinding, TablesInspection } from '../../../billing/tables/inspection/inspection.ts'
import { LIST_RULES, placeOf } from '../../../billing/tables/lists.ts'
import { SAID_BY } from '../../../billing/tables/subscribers.ts'
import { type BillingError, ConfigError } from '../../../model/errors.ts'
import { type QueryForm, type QueryName, SIDE_QUERIES, TABLE_QUERIES } from '../../../model/table-queries.ts'
import { asSentence } from '../../../model/text.ts'
import { ENGLISH } from '../../../text/speaker.ts'
import { type Check, checksOf, rowsOf } from '../check.ts'
import { hintWithAccount, schemasOf } from './server.ts'

const { ok, warn, fail, skip } = checksOf('billing')

/** A page that takes longer keeps whoever writes to a table without a snapshot waiting (databases.md §1). */
const SLOW_MS = 1000
/** What a column is left out for is told by another. */
const ALTERNATIVES: ReadonlySet<string> = new Set([
  'city',
  'street',
  'house_number',
  'house_block',
  'house',
  'password',
])
const SIDE: ReadonlySet<string> = new Set(SIDE_QUERIES)

/** A query that can be asked: what it has, and what it leaves alone. */
export function columnsCheck(
  { query, place, columns, flaws }: QueryFinding,
  queries: ReadonlySet<QueryName>,
): Check {
  const name = checkName(query)
  if (flaws.length > 0)
    return fail(
      name,
      asSentence(`The query ${flaws.join('; ')}.`),
      place.endsWith('.csv')
        ? `the first line of ${place} names its columns: id, login, name …`
        : `The columns of a query are the mapping: name them with AS (SELECT num AS id). Its text stands in billingDatabase.queries.${query}`,
    )
  const form: QueryForm = TABLE_QUERIES[query]
  const elsewhere = query === 'subscribers' ? [...queries].flatMap((side) => saidBy(side)) : []
  const without = Object.keys(form.columns).filter(
    (column) =>
      !(columns.includes(column) || ALTERNATIVES.has(column) || elsewhere.includes(column)) &&
      column !== 'id',
  )
  const told = ENGLISH.count(columns.length, '{1} column', '{1} columns')
  return ok(name, without.length === 0 ? told : `${told}; without ${without.join(', ')}`)
}

export async function refusedQueryCheck(
  inspection: TablesInspection,
  query: QueryName,
  error: BillingError | ConfigError,
): Promise<Check> {
  const schemas = error instanceof ConfigError ? [] : await schemasOf(inspection)
  return fail(checkName(query), error.message, hintWithAccount(inspection.address, error, schemas))
}

/** A list whose query can be asked, and whose rows cannot be had. @param message why */
export function failedListCheck(query: QueryName, message: string): Check {
  return fail(query, message, placeOf(query, false))
}

/** Columns of the subscribers that a list of its own says. */
function saidBy(query: QueryName): readonly string[] {
  const side = SIDE_QUERIES.find((name) => name === query)
  return side === undefined ? [] : (SAID_BY[side] ?? [])
}

/** Lists that addresses which are texts make by themselves. */
export const MADE_OF_TEXTS: ReadonlySet<QueryName> = new Set(['cities', 'districts', 'streets', 'houses'])

/** The subscribers tell their addresses as texts. */
export function hasTextAddresses({ columns }: QueryFinding): boolean {
  return !columns.includes('house') && (columns.includes('city') || columns.includes('street'))
}

/** A list without a query; nothing bad, unless subscribers refer to what would be in it. */
export function absentCheck(query: QueryName, isNeeded: boolean, isFolder = false): Check {
  const text = `There is no such query; left alone: ${LIST_RULES[query].affects}.`
  return isNeeded ? warn(checkName(query), text, placeOf(query, isFolder)) : skip(checkName(query), text)
}

/** Columns that refer to lists a run cannot do without. */
const NEEDED: Readonly<Partial<Record<QueryName, readonly string[]>>> = {
  tariffs: ['tariff', 'next_tariff'],
  cities: ['house'],
  streets: ['house'],
  houses: ['house'],
}

/** True when some query selects what stands in this list. */
export function isNeeded(query: QueryName, findings: readonly QueryFinding[]): boolean {
  const columns = NEEDED[query] ?? []
  return findings.some((finding) => finding.columns.some((column) => columns.includes(column)))
}

/** The first page of the subscribers, as a run would read it. */
export function pageCheck({ query, rows, milliseconds, isMarked }: QueryFinding): Check {
  const name = 'one page'
  const text = `${rowsOf(rows.length)} of "${query}" in ${ENGLISH.duration(milliseconds)}`
  if (milliseconds <= SLOW_MS) return ok(name, text)
  return warn(
    name,
    `${text}: who writes to these tables may have to wait as long.`,
    isMarked
      ? 'an index on what the query joins by; what has none belongs into a query of its own (phones, ips …)'
      : `put {page:COLUMN} where the rows are taken: FROM (SELECT * FROM users WHERE {page:id}) u. Its text stands in billingDatabase.queries.${query}`,
  )
}

/** Queries whose rows belong to subscribers are read with them, and have no line of their own there. */
export function isSide(query: QueryName): boolean {
  return SIDE.has(query)
}

function checkName(query: QueryName): string {
  return `query ${query}`
}
