/**
 * Columns that say the same of everybody, where no two are alike: a name in quotes that make a text of it, or a word that
 * names the account which asks (`SELECT user`). A run would write it to every subscriber.
 */
import type { QueryName } from '../../../model/table-queries.ts'
import type { Row } from '../source.ts'

/** What tells one subscriber, or one tariff, from another. */
const TELLING: Readonly<Partial<Record<QueryName, readonly string[]>>> = {
  subscribers: ['login', 'name', 'account', 'agreement', 'phone', 'phone2', 'email', 'ip'],
  agreements: ['number'],
  phones: ['number'],
  emails: ['address'],
  ips: ['ip'],
  tariffs: ['name'],
}
/** Fewer may be alike. */
const LEAST_ROWS = 5

/** @param columns of the rows, in their order */
export function sameCellsIn(
  query: QueryName,
  columns: readonly string[],
  rows: readonly Row[],
): readonly { readonly column: string; readonly value: string; readonly count: number }[] {
  return (TELLING[query] ?? []).flatMap((column) => {
    const at = columns.indexOf(column)
    const cells = at < 0 ? [] : rows.map((row) => row[at] ?? '').filter((cell) => cell !== '' && cell !== '0')
    const [value = ''] = cells
    return cells.length >= LEAST_ROWS && cells.every((cell) => cell === value)
      ? [{ column, value, count: cells.length }]
      : []
  })
}
