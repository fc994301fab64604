/** An SQLite file, opened for reading only. It is on this machine, and so is its clock. */
import { Database, SQLiteError } from 'bun:sqlite'
import { existsSync, statSync } from 'node:fs'
import { fromUnix } from '../../../model/date.ts'
import { BillingError, type BillingErrorKind } from '../../../model/errors.ts'
import type { Cell, Row, SourceFacts } from '../source.ts'
import type { PreparedQuery, SqlConnection } from '../sql/connection.ts'
import { EVERYTHING, quoteStandard, renderSql } from '../sql/render.ts'
import { AUTO, decoderOf, readTextCell, unreadBytes } from './encoding.ts'
import { unreadText } from './failure.ts'

import type { ServerSurroundings } from './mysql.ts'

export interface SqliteOptions extends ServerSurroundings {
  readonly path: string
  readonly encoding: string
}

export function sqliteConnection(options: SqliteOptions): SqlConnection {
  const { path, encoding, now, hostOffsetMinutes, askerOf, timeoutSec, rowsAtOnce } = options
  const decode = decoderOf(encoding)
  const tally = { requests: 0, bytes: 0 }
  let database: Database | undefined

  /** @throws BillingError */
  function ask<T>(query: string, read: (database: Database) => T): T {
    tally.requests++
    try {
      if (database === undefined) throw new Error('the file is closed')
      return read(database)
    } catch (error) {
      throw failure(error, query)
    }
  }

  function failure(error: unknown, query: string): BillingError {
    if (error instanceof BillingError) return error
    const asker = askerOf(query)
    const says = error instanceof Error ? error.message : String(error)
    const { kind, hint } = meaningOf(error)
    const sentence = error instanceof UnreadBytes ? says : `SQLite says: ${says}.`
    return new BillingError(kind, asker.method, unreadText(asker, asker.method, sentence), {
      hint,
      cause: error,
    })
  }

  function sqlOf(query: PreparedQuery): string {
    return renderSql(query.sql, {
      page: () => EVERYTHING,
      parameters: query.parameters,
      quote: quoteStandard,
    })
  }

  function cellOf(value: unknown): Cell {
    if (value === null || value === undefined) return null
    const text = value instanceof Uint8Array ? decode(value) : String(value)
    // SQLite keeps whatever it is given, and its client takes it for UTF-8.
    if (encoding === AUTO && text.includes('\ufffd')) throw new UnreadBytes()
    tally.bytes += text.length
    return text
  }

  /** Bytes as they are stored: only a BLOB is not taken for UTF-8. */
  function selected(columns: readonly string[]): string {
    return columns
      .map((column) => {
        const cell = encoding === AUTO ? `q.${name(column)}` : `CAST(q.${name(column)} AS BLOB)`
        return `${cell} AS ${name(column)}`
      })
      .join(', ')
  }

  return {
    tally,
    async open(): Promise<SourceFacts> {
      try {
        database = new Database(path, { readonly: true, safeIntegers: true })
        database.run(`PRAGMA busy_timeout = ${timeoutSec * 1000}`)
        database.run('BEGIN')
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause)
        const says = isFolder(path) ? 'it is a folder' : reason
        throw new BillingError('config', 'connection', `The file ${path} cannot be opened: ${says}.`, {
          hint: 'Check billingUrl, and that this account may read the file and its folder.',
          cause,
        })
      }
      const instant = now()
      const offsetMinutes = hostOffsetMinutes(instant)
      const local = fromUnix(Math.floor(instant.getTime() / 1000), offsetMinutes)
      const version = ask('connection', (open) => open.query('SELECT sqlite_version()').values()[0]?.[0])
      return {
        product: 'SQLite',
        version: String(version ?? ''),
        clock: { local, offsetMinutes },
        offsetAt: (seconds) => hostOffsetMinutes(new Date(seconds * 1000)),
      }
    },
    async columnsOf(query) {
      return ask(query.name, (open) => open.query(sqlOf(query)).columnNames)
    },
    async *rows(query, columns) {
      const sql = `SELECT ${selected(columns)} FROM (${sqlOf(query)}) AS q`
      const statement = ask(query.name, (open) => open.prepare<Record<string, unknown>, []>(sql))
      let lot: Row[] = []
      try {
        for (const row of statement.iterate()) {
          lot.push(Object.values(row).map(cellOf))
          if (lot.length < rowsAtOnce) continue
          yield lot
          lot = []
        }
      } catch (error) {
        throw failure(error, query.name)
      } finally {
        statement.finalize()
      }
      if (lot.length > 0) yield lot
    },
    read: readTextCell,
    async firstRows(query, columns, count) {
      const sql = `SELECT ${selected(columns)} FROM (${sqlOf(query)}) AS q LIMIT ${count}`
      return ask(query.name, (open) =>
        open
          .query<Record<string, unknown>, []>(sql)
          .all()
          .map((row) => Object.values(row).map(cellOf)),
      )
    },
    async schema(tables) {
      const found = new Set<string>()
      for (const table of tables) {
        const rows = ask('connection', (open) =>
          open.query('SELECT name FROM pragma_table_info(?)').values(table),
        )
        if (rows.length > 0) found.add(table)
        for (const [column] of rows) found.add(`${table}.${column}`)
      }
      return found
    },
    async close() {
      database?.close()
      database = undefined
    },
  }
}

/** Of a folder SQLite says that the disk is broken. */
function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

/** Letters are lost, unless it is said what they are. */
class UnreadBytes extends Error {
  override readonly name = 'UnreadBytes'

  constructor() {
    super(unreadBytes('utf-8'))
  }
}

function meaningOf(error: unknown): { readonly kind: BillingErrorKind; readonly hint: string } {
  const code = error instanceof SQLiteError ? (error.code ?? '') : ''
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code))
    return {
      kind: 'temporary',
      hint: 'Whoever writes to it took longer than billingDatabase.timeoutSec. In WAL mode it can be read meanwhile.',
    }
  if (/^SQLITE_(?:CORRUPT|NOTADB)/.test(code))
    return { kind: 'malformed', hint: 'Check the file in billingUrl.' }
  if (error instanceof UnreadBytes)
    return {
      kind: 'malformed',
      hint: 'Set billingDatabase.encoding to the encoding texts are stored in, as "windows-1251"; "utf-8" takes what can be read of them.',
    }
  if (error instanceof Error && /^no such column/.test(error.message))
    return {
      kind: 'config',
      hint: 'Check the query in billingDatabase.queries: what stands in double quotes is the name of a column, a text stands in single ones.',
    }
  return {
    kind: 'config',
    hint: 'Check the query in billingDatabase.queries, and the file in billingUrl.',
  }
}

function name(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
