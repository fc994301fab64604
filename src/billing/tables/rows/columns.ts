/** The columns of a query against those it may have: what is unknown, missing or contradicts itself is said at once. */
import { ConfigError } from '../../../model/errors.ts'
import { nearest } from '../../../model/nearest.ts'
import { type QueryForm, type QueryName, TABLE_QUERIES } from '../../../model/table-queries.ts'
import { asSentence } from '../../../model/text.ts'
import { placeOf } from '../lists.ts'

/** Columns of which none makes sense without the other. */
const PAIRS: Readonly<Partial<Record<QueryName, readonly (readonly [string, string])[]>>> = {
  subscribers: [
    ['traffic_up', 'traffic_down'],
    ['next_tariff_from', 'next_tariff'],
    ['house_number', 'street'],
    ['house_block', 'house_number'],
  ],
}
const MOST_COLUMNS = 8
/** A house is told by its id or by these. */
const TEXT_ADDRESS = ['city', 'street', 'house_number', 'house_block'] as const

/**
 * What is wrong with the columns of a query, each to follow its name.
 * @param columns as the query gives them
 */
export function flawsOfColumns(query: QueryName, columns: readonly string[]): string[] {
  const form: QueryForm = TABLE_QUERIES[query]
  const known = Object.keys(form.columns)
  const has = (column: string): boolean => columns.includes(column)
  const repeated = new Set(columns.filter((column, at) => columns.indexOf(column) < at))
  const unknown = [...new Set(columns)]
    .filter((column) => !Object.hasOwn(form.columns, column))
    .map((column) => ({ column, meant: nearest(column, known) }))
  const meant = unknown.filter((slip): slip is Slip => slip.meant !== undefined)
  const strange = unknown.filter((slip) => slip.meant === undefined)
  const missing = form.required
    .filter((column) => !has(column) && !meant.some((slip) => slip.meant === column))
    .map((column) => `lacks the column "${column}"`)
  const alone = (PAIRS[query] ?? [])
    .filter(([column, other]) => has(column) && !has(other))
    .map(([column, other]) => `has the column "${column}" without "${other}"`)
  const twice =
    query === 'subscribers' && has('house') && TEXT_ADDRESS.some(has)
      ? ['has both "house" and an address as text ("city", "street", "house_number"): take one of them out']
      : []
  return [
    ...[...repeated].map((column) => `has the column "${column}" twice`),
    ...slipsTold(meant),
    ...strangersTold(strange.map(({ column }) => column)),
    ...missing,
    ...alone,
    ...twice,
    // The long list once, and last.
    ...(strange.length > 0 ? [`known are ${known.join(', ')}`] : []),
  ]
}

/** A column whose name is nearly one that is known. */
interface Slip {
  readonly column: string
  readonly meant: string
}

function slipsTold(slips: readonly Slip[]): string[] {
  const [only] = slips
  if (only === undefined) return []
  if (slips.length === 1) return [`has an unknown column "${only.column}"; did you mean "${only.meant}"?`]
  const columns = listed(slips.map(({ column }) => column))
  return [`has the unknown columns ${columns}; did you mean ${listed(slips.map(({ meant }) => meant))}?`]
}

/** Nobody knows what they are for: SELECT * gives a whole table of them. */
function strangersTold(columns: readonly string[]): string[] {
  if (columns.length === 0) return []
  const nameless = columns.includes('') ? ['has a column without a name'] : []
  const named = columns.filter((column) => column !== '')
  if (named.length < 2) return [...named.map((column) => `has an unknown column "${column}"`), ...nameless]
  return [`has the unknown columns ${listed(named)}`, ...nameless]
}

function listed(columns: readonly string[]): string {
  const told = columns.slice(0, MOST_COLUMNS).map((column) => `"${column}"`)
  return told.join(', ') + (columns.length > MOST_COLUMNS ? ' …' : '')
}

/** @throws ConfigError with everything that is wrong */
export function checkColumns(query: QueryName, columns: readonly string[], isFolder = false): void {
  const flaws = flawsOfColumns(query, columns)
  if (flaws.length === 0) return
  throw new ConfigError(asSentence(`The query "${query}" ${flaws.join('; ')}.`), [], {
    hint: isFolder
      ? `The first line of ${placeOf(query, isFolder)} names its columns: id, login, name …`
      : `The columns of a query are the mapping: name them with AS (SELECT num AS id, fio AS name …). Its own text stands in billingDatabase.queries.${query}.`,
  })
}
