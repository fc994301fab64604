/** PostgreSQL: one read-only snapshot, read by cursors (`contracts/databases.md` §2). */
import { BillingError } from '../../../model/errors.ts'
import type { RawRow, SourceFacts } from '../source.ts'
import type { AccountRights, PreparedQuery, SqlConnection } from '../sql/connection.ts'
import { EVERYTHING, quoteStandard, renderSql } from '../sql/render.ts'
import type { ServerSurroundings } from './mysql.ts'
import { readAhead } from './read-ahead.ts'
import type { Session } from './session.ts'
import { offsetsOfZone } from './zone.ts'

const CURSOR = 'usm_billing'
const WRITING = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'] as const

export function postgresConnection(session: Session, surroundings: ServerSurroundings): SqlConnection {
  const { timeoutSec, rowsAtOnce, askerOf } = surroundings

  async function open(): Promise<SourceFacts> {
    await session.connect()
    await session.tell(`SET statement_timeout = ${timeoutSec * 1000}`)
    // All rows are wanted, not the first ones soon.
    await session.tell('SET cursor_tuple_fraction = 1')
    await session.tell('SET standard_conforming_strings = on')
    await session.tell("SET DateStyle = 'ISO, YMD'")
    if (session.isRaw) await session.tell("SET client_encoding = 'SQL_ASCII'")
    await begin()
    return { product: 'PostgreSQL', ...(await readFacts()) }
  }

  async function begin(): Promise<void> {
    await session.tell('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
  }

  async function readFacts(): Promise<Omit<SourceFacts, 'product'>> {
    const [row = []] = await session.ask(
      "SELECT current_setting('server_version'), now()::timestamp(0), current_setting('TimeZone'), EXTRACT(TIMEZONE FROM now())::int / 60",
    )
    const [version, local, zone, offset] = row
    const offsetMinutes = Number(offset)
    return {
      version: /^[\d.]+/.exec(version ?? '')?.[0] ?? '',
      clock: { local: local ?? '', offsetMinutes },
      offsetAt: offsetsOfZone(zone ?? '') ?? (() => offsetMinutes),
    }
  }

  function sqlOf(query: PreparedQuery): string {
    return renderSql(query.sql, {
      page: () => EVERYTHING,
      parameters: query.parameters,
      quote: quoteStandard,
    })
  }

  /** A failed statement ends the transaction: what comes after it is read in another one. */
  async function afterFailure(error: unknown): Promise<never> {
    if (error instanceof BillingError && error.kind !== 'temporary') {
      await session.tell('ROLLBACK').catch(() => {})
      await begin().catch(() => {})
    }
    throw error
  }

  function selectOf(query: PreparedQuery, columns: readonly string[]): string {
    const list = columns.map((column) => `q.${name(column)}`).join(', ')
    return `SELECT ${list} FROM (${sqlOf(query)}) AS q`
  }

  async function* pages(
    query: PreparedQuery,
    columns: readonly string[],
  ): AsyncGenerator<readonly RawRow[], void> {
    const asker = askerOf(query.name)
    const select = selectOf(query, columns)
    let isOpen = false
    try {
      await session.ask(`DECLARE ${CURSOR} NO SCROLL CURSOR FOR ${select}`, asker)
      isOpen = true
      for (;;) {
        const lot = await session.askRaw(`FETCH ${rowsAtOnce} FROM ${CURSOR}`, asker)
        if (lot.length > 0) yield lot
        if (lot.length < rowsAtOnce) break
      }
    } catch (error) {
      // The cursor goes with the transaction.
      isOpen = false
      await afterFailure(error)
    } finally {
      if (isOpen) await session.ask(`CLOSE ${CURSOR}`, asker)
    }
  }

  async function account(): Promise<AccountRights> {
    const [[own, isSuperuser] = []] = await session.ask(
      'SELECT current_user, (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)',
    )
    const columns = WRITING.map((right) => `bool_or(has_table_privilege(c.oid, '${right}'))`).join(', ')
    const [held = []] = await session.ask(ofRelations(columns, "'r', 'p', 'f'"))
    const writing = WRITING.filter((_, at) => held[at] === 't')
    return { name: own ?? '', host: '', writing: isSuperuser === 't' ? ['everything'] : writing }
  }

  async function schemas(): Promise<readonly string[]> {
    const found = await session.ask(
      `${ofRelations('DISTINCT n.nspname', "'r', 'p', 'f', 'v', 'm'")} ORDER BY 1`,
    )
    return found.map(([schema]) => schema ?? '')
  }

  return {
    open,
    rows: (query, columns) => readAhead(pages(query, columns)),
    read: session.read,
    tally: session.tally,
    firstRows: (query, columns, count) =>
      session.ask(`${selectOf(query, columns)} LIMIT ${count}`, askerOf(query.name)).catch(afterFailure),
    survey: { isEncrypted: () => session.isEncrypted, account, schemas, lockedTables: async () => [] },
    async columnsOf(query) {
      const sql = `SELECT q.* FROM (SELECT 1 AS usm_one) AS usm_one LEFT JOIN (${sqlOf(query)}) AS q ON false`
      return await session.names(sql, askerOf(query.name)).catch(afterFailure)
    },
    async schema(tables) {
      const names = tables.map(quoteStandard).join(', ')
      const found = await session.ask(
        `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = ANY (current_schemas(false)) AND table_name IN (${names})`,
      )
      return new Set(found.flatMap(([table, column]) => [`${table}`, `${table}.${column}`]))
    },
    async close() {
      await session.tell('COMMIT').catch(() => {})
      await session.close()
    },
  }
}

/** Of all but the server's own relations: a billing may keep its tables in any schema. */
function ofRelations(columns: string, kinds: string): string {
  return `SELECT ${columns} FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN (${kinds})`
}

/** A name in quotes: `group` is a word of SQL. */
function name(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
