/** The queries of a database, asked over one connection. */
import type { SystemClock } from '../../../model/clock.ts'
import { toUnix } from '../../../model/date.ts'
import { ConfigError } from '../../../model/errors.ts'
import { parseSql } from '../../../model/sql-text.ts'
import type { TableServer } from '../../../model/table-address.ts'
import {
  type OwnParameter,
  type Queries,
  type QueryForm,
  type QueryName,
  TABLE_QUERIES,
} from '../../../model/table-queries.ts'
import { type BuiltInBilling, layOver, queriesOf } from '../billings/billing.ts'
import type { SourceFacts, TableSource } from '../source.ts'
import type { PreparedQuery, ServerSurvey, SqlConnection } from './connection.ts'
import { pageColumn } from './render.ts'

export interface SqlSourceOptions {
  readonly server: TableServer
  /** `undefined`: there are only the operator's queries. */
  readonly billing: BuiltInBilling | undefined
  readonly queries: Readonly<Record<string, string | null>>
  readonly parameters: Readonly<Record<string, string | number>>
}

/** Queries of a database, with what `doctor` wants to know of it. */
export interface SqlSource extends TableSource {
  /** `undefined` where there is no server. */
  readonly survey: ServerSurvey | undefined
  /** The text of a query without its marks, for finding the tables it names. */
  textOf(name: QueryName): string
  /** It is cut into pages where its rows are taken. */
  isMarked(name: QueryName): boolean
}

export function sqlSource(connection: SqlConnection, options: SqlSourceOptions): SqlSource {
  const queries = new Set<QueryName>()
  const prepared = new Map<QueryName, PreparedQuery>()

  async function builtIn(parameters: PreparedQuery['parameters']): Promise<Queries> {
    const { billing, server } = options
    if (billing === undefined) return {}
    const schema = billing.probed.length === 0 ? NOTHING : await connection.schema(billing.probed)
    const isSet = (name: string): boolean => Object.hasOwn(parameters, name)
    return queriesOf(billing, { server, has: (name) => schema.has(name), isSet })
  }

  function prepare(name: QueryName, text: string, parameters: PreparedQuery['parameters']): PreparedQuery {
    const sql = parseSql(text, options.server)
    if (typeof sql === 'string') throw new ConfigError(`The query "${name}" ${sql}.`)
    const form: QueryForm = TABLE_QUERIES[name]
    const key = form.required[0] ?? 'id'
    return { name, sql, parameters, key }
  }

  function queryOf(name: QueryName): PreparedQuery {
    const query = prepared.get(name)
    if (query === undefined) throw new RangeError(`There is no query "${name}".`)
    return query
  }

  return {
    queries,
    isFolder: false,
    isOrdered: false,
    tally: connection.tally,
    async open(): Promise<SourceFacts> {
      const facts = await connection.open()
      const parameters = { ...momentOf(facts.clock), ...options.parameters }
      const own = layOver(await builtIn(parameters), options.queries)
      for (const [name, text] of Object.entries(own) as [QueryName, string][]) {
        prepared.set(name, prepare(name, text, parameters))
        queries.add(name)
      }
      return facts
    },
    async columnsOf(name) {
      const columns = await connection.columnsOf(queryOf(name))
      // A side list that has ids of its own is read by them.
      if (columns.includes('id')) prepared.set(name, { ...queryOf(name), key: 'id' })
      return columns
    },
    rows: (name, columns) => connection.rows(queryOf(name), columns),
    read: connection.read,
    firstRows: (name, columns, count) => connection.firstRows(queryOf(name), columns, count),
    survey: connection.survey,
    textOf: (name) =>
      queryOf(name)
        .sql.parts.map((part) => (part.kind === 'text' ? part.text : ' '))
        .join(''),
    isMarked: (name) => pageColumn(queryOf(name).sql) !== undefined,
    close: () => connection.close(),
  }
}

/** The moment of the reading, by the server's clock: unix seconds, its day, and the first day of its month. */
function momentOf({ local, offsetMinutes }: SystemClock): Record<OwnParameter, string | number> {
  const today = local.slice(0, 10)
  return { now: toUnix(local, offsetMinutes), today, month: `${today.slice(0, 7)}-01` }
}

const NOTHING: ReadonlySet<string> = new Set()
