/**
 * Lists whose rows belong to subscribers. They are read before the subscribers, each in one pass of its own: a join
 * with a table that has no index takes the server a minute a page (`contracts/databases.md` §3, uBilling).
 */
import { BillingError } from '../../../model/errors.ts'
import type { SideQuery } from '../../../model/table-queries.ts'
import type { Row, TableSource } from '../source.ts'
import type { SideShape } from './subscriber-shape.ts'

/** A list as it was read. */
export interface SideList extends SideShape {
  /** By the id of the subscriber, its rows written down: `["…",null],["…",null]`. */
  readonly rows: ReadonlyMap<string, string>
}

/**
 * Reads a side list whole. A server gives rows of one subscriber in any order, so they are put in one; a file's order is
 * its writer's.
 * @param columns as the query gives them
 * @throws BillingError
 */
export async function readSideList(
  source: TableSource,
  query: SideQuery,
  columns: readonly string[],
): Promise<SideList> {
  const ownerAt = columns.indexOf('subscriber')
  const idAt = columns.indexOf('id')
  const isOwn = (_: unknown, at: number): boolean => at !== ownerAt && at !== idAt
  const rows = new Map<string, string[]>()
  for await (const lot of source.rows(query, columns)) {
    for (const row of lot) {
      const owner = row[ownerAt]
      if (owner === null || owner === undefined) throw withoutOwner(query)
      const id = owner.trim()
      const text = JSON.stringify(row.filter(isOwn))
      const before = rows.get(id)
      if (before === undefined) rows.set(id, [text])
      else before.push(text)
    }
  }
  const texts = new Map<string, string>()
  for (const [id, list] of rows) texts.set(id, (source.isOrdered ? list : list.sort()).join(','))
  return { query, columns: columns.filter(isOwn), rows: texts }
}

/** The rows of one list. */
export function rowsOfSide(text: string): readonly Row[] {
  return text === '' ? [] : JSON.parse(`[${text}]`)
}

function withoutOwner(query: string): BillingError {
  return new BillingError('malformed', query, `The query "${query}" has rows without a subscriber.`, {
    hint: 'Leave rows that belong to nobody out of it (WHERE … IS NOT NULL).',
  })
}
