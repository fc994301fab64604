/** One connection to a database that is only read, with one snapshot from its opening to its closing. */
import type { SqlText } from '../../../model/sql-text.ts'
import type { Row, SourceFacts } from '../source.ts'

export interface SqlConnection {
  /** Connects and begins the snapshot. @throws BillingError */
  open(): Promise<SourceFacts>
  /** The names of a query's columns, without reading a row of it. @throws BillingError */
  columnsOf(query: PreparedQuery): Promise<readonly string[]>
  /** The rows of a query in lots, in the order of its key. @throws BillingError */
  rows(query: PreparedQuery, columns: readonly string[]): AsyncIterable<readonly Row[]>
  /** Which tables there are, and which columns they have, as `table` and `table.column`. @throws BillingError */
  schema(tables: readonly string[]): Promise<ReadonlySet<string>>
  close(): Promise<void>
  readonly tally: { requests: number; bytes: number }
}

export interface PreparedQuery {
  readonly name: string
  readonly sql: SqlText
  readonly parameters: Readonly<Record<string, string | number>>
  /** The column by which its rows are told apart, or belong to somebody. */
  readonly key: string
}

/** Rows in a lot. */
export const PAGE_ROWS = 5000
