/** The columns of a query against those it may have: what is unknown, missing or contradicts itself is said at once. */
import { ConfigError } from '../../../model/errors.ts'
import { nearest } from '../../../model/nearest.ts'
import { type QueryForm, type QueryName, TABLE_QUERIES } from '../../../model/table-queries.ts'
import { asSentence } from '../../../model/text.ts'

/** Columns of which none makes sense without the other. */
const PAIRS: Readonly<Partial<Record<QueryName, readonly (readonly [string, string])[]>>> = {
  subscribers: [
    ['traffic_up', 'traffic_down'],
    ['next_tariff_from', 'next_tariff'],
    ['house_number', 'street'],
    ['house_block', 'house_number'],
  ],
}
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
  const missing = form.required
    .filter((column) => !has(column))
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
    ...unknown.map(({ column, meant }) =>
      meant === undefined
        ? `has an unknown column "${column}"`
        : `has an unknown column "${column}"; did you mean "${meant}"?`,
    ),
    ...missing,
    ...alone,
    ...twice,
    // The long list once, and last.
    ...(unknown.some(({ meant }) => meant === undefined) ? [`known are ${known.join(', ')}`] : []),
  ]
}

/** @throws ConfigError with everything that is wrong */
export function checkColumns(query: QueryName, columns: readonly string[]): void {
  const flaws = flawsOfColumns(query, columns)
  if (flaws.length === 0) return
  throw new ConfigError(asSentence(`The query "${query}" ${flaws.join('; ')}.`), [], {
    hint: `The columns of a query are the mapping: name them with AS (SELECT num AS id, fio AS name …). Its own text stands in billingDatabase.queries.${query}.`,
  })
}
