/** One connection to a database that is only read, with one snapshot from its opening to its closing. */
import type { SqlText } from '../../../model/sql-text.ts'
import type { RawRow, ReadRawCell, Row, SourceFacts } from '../source.ts'

export interface SqlConnection {
  /** Connects and begins the snapshot. @throws BillingError */
  open(): Promise<SourceFacts>
  /** The names of a query's columns, without reading a row of it. @throws BillingError */
  columnsOf(query: PreparedQuery): Promise<readonly string[]>
  /** The rows of a query in lots, in the order of its key. @throws BillingError */
  rows(query: PreparedQuery, columns: readonly string[]): AsyncIterable<readonly RawRow[]>
  /** The text of a cell of {@link rows}, or of its bytes. */
  readonly read: ReadRawCell
  /** The first rows of a query, in the way a run reads its first page. @throws BillingError */
  firstRows(query: PreparedQuery, columns: readonly string[], count: number): Promise<readonly Row[]>
  /** Which tables there are, and which columns they have, as `table` and `table.column`. @throws BillingError */
  schema(tables: readonly string[]): Promise<ReadonlySet<string>>
  close(): Promise<void>
  readonly tally: { requests: number; bytes: number }
  /** Looked at by `doctor` alone; a file on this machine has nothing of it. */
  readonly survey?: ServerSurvey
}

/** What a server tells of itself and of the account it was asked by. */
export interface ServerSurvey {
  /** Encrypted, once it is open. */
  isEncrypted(): boolean
  /** @throws BillingError */
  account(): Promise<AccountRights>
  /** Where it has tables, beside the database itself. @throws BillingError */
  schemas(): Promise<readonly string[]>
  /** Tables without a snapshot, which a reader locks for writers. @throws BillingError */
  lockedTables(): Promise<readonly string[]>
}

export interface AccountRights {
  /** As the server calls it. */
  readonly name: string
  /** The host it came from, as the server sees it; `""` where that does not count. */
  readonly host: string
  /** What it may do to this database beside reading it: `INSERT`, `DROP`, `everything`. */
  readonly writing: readonly string[]
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
