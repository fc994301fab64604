/** A look at a table source before anything of it is believed: for `doctor` and `init`. Reads, as everything here. */
import type { ServerAddress, TableAddress } from '../../../model/table-address.ts'
import { type QueryName, TABLE_QUERIES } from '../../../model/table-queries.ts'
import { placeOf } from '../lists.ts'
import { flawsOfColumns } from '../rows/columns.ts'
import type { Row, SourceFacts, TableSource } from '../source.ts'
import type { ServerSurvey } from '../sql/connection.ts'

/** A query that was asked for its columns and its first rows. */
export interface QueryFinding {
  readonly query: QueryName
  /** Where an operator finds it. */
  readonly place: string
  /** Known columns, in the order of the rows. */
  readonly columns: readonly string[]
  /** Sentences to follow the query's name; the rows are not asked for then. */
  readonly flaws: readonly string[]
  readonly rows: readonly Row[]
  /** How long the rows took. */
  readonly milliseconds: number
  readonly isMarked: boolean
}

export interface TablesInspection {
  readonly address: TableAddress
  /** Connects. @throws BillingError, ConfigError */
  open(): Promise<SourceFacts>
  readonly queries: ReadonlySet<QueryName>
  /** What only a server has. */
  readonly survey: ServerSurvey | undefined
  /** Asks a query for its columns and first rows. @throws BillingError */
  look(query: QueryName, rows: number): Promise<QueryFinding>
  /** The tables, or schemas, of these that some query names. */
  named(tables: readonly string[]): string[]
  close(): Promise<void>
}

/** What of a source is not the same for a database and for files. */
export type InspectedSource = TableSource & {
  readonly survey?: ServerSurvey | undefined
  textOf?(name: QueryName): string
  isMarked?(name: QueryName): boolean
}

/** @param now milliseconds, for measuring only */
export function inspectionOf(
  source: InspectedSource,
  address: TableAddress,
  now: () => number = () => performance.now(),
): TablesInspection {
  return {
    address,
    queries: source.queries,
    survey: source.survey,
    open: () => source.open(),
    async look(query, count) {
      const told = await source.columnsOf(query)
      const flaws = flawsOfColumns(query, told)
      // What nobody is going to look at is not asked for.
      const columns = Object.keys(TABLE_QUERIES[query].columns).filter(
        (column) => told.includes(column) && column !== 'password',
      )
      const isMarked = source.isMarked?.(query) ?? false
      const place = placeOf(query, source.isFolder)
      if (flaws.length > 0) return { query, place, columns, flaws, rows: [], milliseconds: 0, isMarked }
      const askedAt = now()
      const rows = await source.firstRows(query, columns, count)
      return { query, place, columns, flaws, rows, milliseconds: now() - askedAt, isMarked }
    },
    named(tables) {
      const words = new Set(
        [...source.queries].flatMap((query) => source.textOf?.(query).match(/[\p{L}\p{N}_$]+/gu) ?? []),
      )
      return tables.filter((table) => words.has(table))
    },
    close: () => source.close(),
  }
}

export function isServer(address: TableAddress): address is ServerAddress {
  return 'host' in address
}
