/** What tables are read from: a database, or a folder of files. One pass over it, reading only. */
import type { SystemClock } from '../../model/clock.ts'
import type { QueryName } from '../../model/table-queries.ts'

/** A cell as the server's own text; `null` is NULL. */
export type Cell = string | null

/** The cells of a row, in the order of the columns asked for. */
export type Row = readonly Cell[]

/** A cell as it came. Bytes are what a server sent: most of them nobody wants as text, for they are known already. */
export type RawCell = Uint8Array | Cell

/** A row as it came. */
export type RawRow = readonly RawCell[]

/** The text of a cell, of the bytes of one too. */
export type ReadRawCell = (cell: RawCell) => Cell

/** What a source tells of itself when it is opened. */
export interface SourceFacts {
  /** `MariaDB`, `PostgreSQL`, `CSV`. */
  readonly product: string
  readonly version: string
  readonly clock: SystemClock
  /** Minutes its zone was ahead of UTC at an instant: for what it keeps as unix seconds. */
  readonly offsetAt: (unixSeconds: number) => number
}

export interface TableSource {
  /**
   * Connects, and decides which queries there are.
   * @throws BillingError when the source cannot be had, ConfigError when a query cannot be one
   */
  open(): Promise<SourceFacts>
  /** Its queries are files of a folder. */
  readonly isFolder: boolean
  /** Rows come in an order that means something. */
  readonly isOrdered: boolean
  /** The queries there are; empty before it was opened. */
  readonly queries: ReadonlySet<QueryName>
  /** The names of a query's columns, whether it has rows or not. @throws BillingError */
  columnsOf(query: QueryName): Promise<readonly string[]>
  /**
   * The rows of a query in lots, whole or an error at the end.
   * @param columns which, and in which order
   * @throws BillingError
   */
  rows(query: QueryName, columns: readonly string[]): AsyncIterable<readonly RawRow[]>
  /** The text of a cell of {@link rows}, or of its bytes: those of a cell that came as a text are UTF-8. */
  readonly read: ReadRawCell
  /** The first rows of a query: a sample. @throws BillingError */
  firstRows(query: QueryName, columns: readonly string[], count: number): Promise<readonly Row[]>
  /** The last was read: a database's snapshot is given up. Harmless when repeated. */
  close(): Promise<void>
  readonly tally: { requests: number; bytes: number }
}
