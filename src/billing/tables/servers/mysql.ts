/** MariaDB and MySQL: one read-only snapshot, read page by page (`contracts/databases.md` §2). */
import { fromUnix } from '../../../model/date.ts'
import { BillingError } from '../../../model/errors.ts'
import type { RawRow, SourceFacts } from '../source.ts'
import type { PreparedQuery, SqlConnection } from '../sql/connection.ts'
import { EVERYTHING, pageColumn, quoteMysql, renderSql } from '../sql/render.ts'
import { type Question, readPages } from './mysql-pages.ts'
import { mysqlSurvey } from './mysql-survey.ts'
import { readAhead } from './read-ahead.ts'
import type { Asker, Session } from './session.ts'
import { instantsToProbe, type OffsetAt, offsetsLike, offsetsOfZone, type Probe } from './zone.ts'

const QUARTER_MINUTES = 15
/** Room for a page of wide rows. It is the server's memory, and taken while a join lasts. */
const JOIN_BYTES = 8 * 1024 * 1024

/**
 * What an administrator may have set for everybody, and what would cut lists, texts or dates here without a word:
 * sql_select_limit is the most rows anybody is given. Bun's client sets UTC, which would move every date.
 */
const ALL_OF_IT = [
  'time_zone = @@global.time_zone',
  "sql_mode = ''",
  'sql_select_limit = 18446744073709551615',
  'sql_big_selects = 1',
  'group_concat_max_len = 1048576',
].join(', ')

export interface ServerSurroundings {
  readonly timeoutSec: number
  readonly now: () => Date
  readonly hostOffsetMinutes: (at: Date) => number
  readonly rowsAtOnce: number
  /** How a query is told of in messages. */
  readonly askerOf: (query: string) => Asker
}

export function mysqlConnection(session: Session, surroundings: ServerSurroundings): SqlConnection {
  const { timeoutSec, now, rowsAtOnce, askerOf } = surroundings

  async function open(): Promise<SourceFacts> {
    await session.connect()
    await session.tell(`SET SESSION ${ALL_OF_IT}`)
    await speakUtf8()
    const [[version = '', comment = ''] = []] = await session.ask('SELECT VERSION(), @@version_comment')
    const isMariadb = /mariadb/i.test(`${version} ${comment}`)
    await limitTime(isMariadb)
    if (isMariadb) await hashJoins()
    if (session.isRaw) await session.tell('SET SESSION character_set_results = NULL')
    const facts = await readClock()
    await beginSnapshot()
    return {
      product: isMariadb ? 'MariaDB' : 'MySQL',
      version: /^[\d.]+/.exec(version ?? '')?.[0] ?? '',
      ...facts,
    }
  }

  /** A server may be told not to listen to what its clients speak, and what to take them to speak (init_connect). */
  async function speakUtf8(): Promise<void> {
    await session.tell('SET NAMES utf8mb4 COLLATE utf8mb4_general_ci').catch(async (error: unknown) => {
      if (numberOf(error) !== UNKNOWN_CHARSET) throw error
      // Before MySQL 5.5.3.
      await session.tell('SET NAMES utf8')
    })
  }

  /**
   * Joins over what has no index are hashed then, instead of comparing every row with every other; and a page fits into
   * the room for it: where it does not, the other table is read once for every part of it that does. Below the highest
   * level joins over an index are hashed as well, and the whole table is read for each page.
   */
  async function hashJoins(): Promise<void> {
    const settings = {
      join_cache_level: 8,
      join_buffer_space_limit: 4 * JOIN_BYTES,
      join_buffer_size: JOIN_BYTES,
    }
    for (const [name, value] of Object.entries(settings))
      await session.tell(`SET SESSION ${name} = ${value}`).catch(unlessUnknown)
  }

  /** Some servers know one of the two, old ones none: the watchdog is there all the same. */
  async function limitTime(isMariadb: boolean): Promise<void> {
    const limit = isMariadb
      ? `max_statement_time = ${timeoutSec}`
      : `max_execution_time = ${timeoutSec * 1000}`
    await session.tell(`SET SESSION ${limit}`).catch(unlessUnknown)
  }

  async function readClock(): Promise<Pick<SourceFacts, 'clock' | 'offsetAt'>> {
    const [[local, utc, zone] = []] = await session.ask('SELECT NOW(), UTC_TIMESTAMP(), @@time_zone')
    const clock = { local: local ?? '', offsetMinutes: minutesBetween(utc ?? '', local ?? '') }
    const named = offsetsOfZone(zone ?? '')
    return { clock, offsetAt: named ?? (await unnamedZone(clock.offsetMinutes)) }
  }

  /** The zone of the server's machine, which is called SYSTEM. */
  async function unnamedZone(offsetMinutes: number): Promise<OffsetAt> {
    const instants = instantsToProbe(Math.floor(now().getTime() / 1000))
    const [row = []] = await session.ask(`SELECT ${instants.map((at) => `FROM_UNIXTIME(${at})`).join(', ')}`)
    const probes = instants.map((at, place): Probe => [at, minutesBetween(fromUnix(at, 0), row[place] ?? '')])
    return offsetsLike(probes, offsetMinutes)
  }

  async function beginSnapshot(): Promise<void> {
    await session.tell('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    await session
      .tell('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY')
      .catch(async (error: unknown) => {
        if (numberOf(error) !== SYNTAX) throw error
        // Before MySQL 5.6 a transaction could not be told to be read-only: it reads all the same.
        await session.tell('START TRANSACTION WITH CONSISTENT SNAPSHOT')
      })
  }

  function sqlOf(query: PreparedQuery, page: (column: string) => string): string {
    return renderSql(query.sql, { page, parameters: query.parameters, quote: quoteMysql })
  }

  async function columnsOf(query: PreparedQuery): Promise<readonly string[]> {
    const inner = sqlOf(query, () => '1 = 0')
    return await session.names(
      `SELECT q.* FROM (SELECT 1 AS usm_one) AS usm_one LEFT JOIN (${inner}) AS q ON 1 = 0`,
      askerOf(query.name),
    )
  }

  function questionOf(query: PreparedQuery, columns: readonly string[]): Question {
    const key = `q.${name(query.key)}`
    const list = columns.map((column) => `q.${name(column)}`).join(', ')
    const marked = pageColumn(query.sql)
    const from = (inner: string): string => `SELECT ${list} FROM (${inner}) AS q`
    return {
      name: query.name,
      keyAt: columns.indexOf(query.key),
      marked,
      page(condition, limit) {
        const size = limit === undefined ? '' : ` LIMIT ${limit}`
        if (marked === undefined)
          return `${from(sqlOf(query, () => EVERYTHING))} WHERE ${condition(key)} ORDER BY ${key}${size}`
        const inner = sqlOf(query, (column) => `${condition(column)} ORDER BY ${column}${size}`)
        return `${from(inner)} ORDER BY ${key}`
      },
      kind: `SELECT CHARSET(${key}), COLLATION(${key}) FROM (SELECT 1 AS usm_one) AS usm_one LEFT JOIN (${sqlOf(query, () => '1 = 0')}) AS q ON 1 = 0`,
    }
  }

  function rows(query: PreparedQuery, columns: readonly string[]): AsyncIterable<readonly RawRow[]> {
    const asker = askerOf(query.name)
    return readAhead(
      readPages(questionOf(query, columns), {
        ask: (sql) => session.askRaw(sql, asker),
        read: session.read,
        isRaw: session.isRaw,
        rowsAtOnce,
        now,
      }),
    )
  }

  async function schema(tables: readonly string[]): Promise<ReadonlySet<string>> {
    const names = tables.map(quoteMysql).join(', ')
    const found = await session.ask(
      `SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (${names})`,
    )
    return new Set(found.flatMap(([table, column]) => [`${table}`, `${table}.${column}`]))
  }

  return {
    open,
    columnsOf,
    rows,
    read: session.read,
    firstRows: (query, columns, count) =>
      session.ask(
        questionOf(query, columns).page(() => EVERYTHING, count),
        askerOf(query.name),
      ),
    survey: mysqlSurvey(session),
    schema,
    tally: session.tally,
    async close() {
      await session.tell('COMMIT').catch(() => {})
      await session.close()
    },
  }
}

/** A name in quotes: `group` is a word of SQL. */
function name(text: string): string {
  return `\`${text.replaceAll('`', '``')}\``
}

const SYNTAX = 1064
const UNKNOWN_CHARSET = 1115
const UNKNOWN_VARIABLE = 1193
const NO_RIGHT = 1227

/** @throws the error unless the server does not know the variable, or keeps it to others */
function unlessUnknown(error: unknown): void {
  const number = numberOf(error)
  if (number !== UNKNOWN_VARIABLE && number !== NO_RIGHT) throw error
}

function numberOf(error: unknown): unknown {
  const cause: unknown = error instanceof BillingError ? error.cause : undefined
  return cause instanceof Error && 'errno' in cause ? cause.errno : undefined
}

function minutesBetween(utc: string, local: string): number {
  const instant = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`)
  const minutes = (instant(local) - instant(utc)) / 60_000
  return Math.round(minutes / QUARTER_MINUTES) * QUARTER_MINUTES + 0
}
