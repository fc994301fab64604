/**
 * Reading a query page by page, by its key: a long SELECT would hold up whoever writes to a MyISAM table, and would be
 * held as a whole in memory. Nothing may be lost between two pages (`contracts/databases.md` §2.2):
 *
 * - The rows of a full page's last key come with the next page, all of them: the limit may have cut them, and keys that
 *   a collation takes for equal stand together. Which those are the server alone knows: to some collations all of the
 *   alphabet's letters behind another are one, as cp1251 is in a latin1 column. It may also sort otherwise than it
 *   compares, as MariaDB does by the collations of Unicode 14 that tell letter case: what it does not find below the last
 *   key comes with that.
 * - With the mark `{page:…}` rows may be lost behind the limit, in joins. So a page that is not full is not known to be
 *   the last, nor its last key to be whole: it is gone on from as from a full one. Only where no more than the rows of
 *   one key are left of a page is all that may follow asked for without a limit; as a rule that is these rows once more.
 * - The column of the mark must be the key, and sorted as the key is: a number that comes out as a text is not. That is
 *   tried out before the first page is gone on from.
 */
import { BillingError } from '../../../model/errors.ts'
import type { Cell, RawCell, RawRow, ReadRawCell } from '../source.ts'
import { EVERYTHING, quoteMysql } from '../sql/render.ts'
import { PageSize } from './page-size.ts'

/** A query, cut to what a page needs. */
export interface Question {
  readonly name: string
  /** Where the key stands in a row. */
  readonly keyAt: number
  /** The column in the mark, if there is one. */
  readonly marked: string | undefined
  /** The text of one page. @param condition by the column it is put to */
  page(condition: (column: string) => string, limit: number | undefined): string
  /** Asks in which character set the key is kept, and by which collation it is sorted. */
  readonly kind: string
}

export interface PageReading {
  readonly ask: (sql: string) => Promise<readonly RawRow[]>
  readonly read: ReadRawCell
  /** Cells are bytes as their columns hold them; else the server makes UTF-8 of them. */
  readonly isRaw: boolean
  /** Rows of a page at most. */
  readonly rowsAtOnce: number
  readonly now: () => Date
}

export async function* readPages(
  question: Question,
  reading: PageReading,
): AsyncGenerator<readonly RawRow[], void> {
  const { keyAt, name, marked } = question
  const { ask, read, now } = reading
  const keyOf = (row: RawRow | undefined): RawCell => row?.[keyAt] ?? null
  /** A page has all rows of a key: none of them comes with another. */
  const isAmong = (rows: readonly RawRow[], row: RawRow | undefined): boolean =>
    row !== undefined && rows.some((each) => isSameCell(keyOf(each), keyOf(row)))
  const server = new KeysOfServer(question, reading)
  const size = new PageSize(reading.rowsAtOnce)
  const ends = new Set<string | null>()
  /** The rows of a key are found by the column of the mark. */
  const isKey = async (key: RawCell): Promise<boolean> => {
    const found = await ask(question.page(await server.isKey(key), undefined))
    return found.some((row) => read(keyOf(row)) === read(key))
  }
  let after: RawCell = null
  let before: readonly RawRow[] = []
  let limit = size.rows
  for (;;) {
    const condition = await behind(after, server)
    const askedAt = now().getTime()
    const rows = await ask(question.page(condition, limit))
    if (limit === size.rows) size.took(now().getTime() - askedAt)
    if (isAmong(before, rows[0])) throw withoutOrder(name)
    const isFull = rows.length >= limit
    if (!isFull && marked === undefined) {
      if (rows.length > 0) yield rows
      return
    }
    const whole = rows.length === 0 ? rows : await wholeKeys(rows, keyOf, name, server)
    const last = keyOf(whole.at(-1))
    if (last === null && isFull) {
      // Nobody has so many rows of one list; somebody may have more than fit on a page.
      limit *= 4
      continue
    }
    if (last === null) {
      const left = await ask(question.page(condition, undefined))
      if (isAmong(before, left[0])) throw withoutOrder(name)
      if (left.length > 0) yield left
      return
    }
    if (marked !== undefined && ends.size === 0 && !(await isKey(last))) throw otherKey(name, marked)
    // A page that ends where one has ended would be followed by the same ones, for ever.
    const end = read(last)
    if (ends.has(end)) throw withoutOrder(name)
    ends.add(end)
    yield whole
    after = last
    before = whole
    limit = size.rows
  }
}

/** A condition, by the column it is put to. */
type Condition = (column: string) => string

async function behind(after: RawCell, server: KeysOfServer): Promise<Condition> {
  if (after === null) return () => EVERYTHING
  const key = await server.literal(after)
  return (column) => `${column} > ${key}`
}

/** The rows of all keys but the last. @throws BillingError of a row without a key */
async function wholeKeys(
  rows: readonly RawRow[],
  keyOf: (row: RawRow | undefined) => RawCell,
  query: string,
  server: KeysOfServer,
): Promise<readonly RawRow[]> {
  const last = keyOf(rows.at(-1))
  if (last === null) throw withoutKey(query)
  let end = rows.length
  while (end > 0) {
    const key = keyOf(rows[end - 1])
    if (key === null) throw withoutKey(query)
    if (await server.isBelow(key, last)) break
    end--
  }
  return rows.slice(0, end)
}

interface KeyKind {
  readonly charset: string
  readonly collation: string
}

/** Bytes without a charset, and numbers and dates too. */
const BINARY = 'binary'
const ASCII = /^[\0-\x7f]*$/
const DIGITS = /^\d+$/
const NAME = /^\w+$/
/** The same letters in the same order, under the names of several releases. */
const UTF8_COLLATION = /^utf8(?:mb[34])?_/

function isSameCell(one: RawCell, other: RawCell): boolean {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other) === 0
  return one === other
}

/** Keys as the server has them: as literals, and which of them it finds below which. */
class KeysOfServer {
  readonly #question: Question
  readonly #reading: PageReading
  #kind: KeyKind | undefined
  /** By a key and the last one of its page. */
  readonly #below = new Map<string, boolean>()

  constructor(question: Question, reading: PageReading) {
    this.#question = question
    this.#reading = reading
  }

  /** ASCII is the same everywhere. All else is told as it came, byte by byte. */
  async literal(key: RawCell): Promise<string> {
    const { isRaw, read } = this.#reading
    const text = read(key) ?? ''
    if (ASCII.test(text)) return quoteMysql(text)
    const { charset } = await this.#kindOfKey()
    if (!isRaw && charset !== BINARY) return quoteMysql(text)
    return `_${charset} x'${Buffer.from(key ?? '').toString('hex')}'`
  }

  /** Finds the rows of a key, where the column is sorted as the key is. */
  async isKey(key: RawCell): Promise<Condition> {
    const text = await this.literal(key)
    const { collation } = await this.#kindOfKey()
    const names = UTF8_COLLATION.test(collation)
      ? ['utf8', 'utf8mb3', 'utf8mb4'].map((family) => collation.replace(UTF8_COLLATION, `${family}_`))
      : [collation]
    const list = names.map(quoteMysql).join(', ')
    return (column) => `${column} = ${text} AND COLLATION(${column}) IN (${list})`
  }

  /** True where the server gives the second of two keys behind the first, which it has sorted before it. */
  async isBelow(one: RawCell, other: RawCell): Promise<boolean> {
    const { ask, read } = this.#reading
    const [first, second] = [read(one) ?? '', read(other) ?? '']
    if (first === second) return false
    if (DIGITS.test(first) && DIGITS.test(second)) return true
    const { charset, collation } = await this.#kindOfKey()
    if (charset === BINARY) return true
    const both = JSON.stringify([first, second])
    const known = this.#below.get(both)
    if (known !== undefined) return known
    const sides = [await this.literal(one), await this.literal(other)]
    const [left, right] = sides.map((text) => `CONVERT(${text} USING ${charset}) COLLATE ${collation}`)
    const [[answer = null] = []] = await ask(`SELECT ${left} < ${right}`)
    const isBelow = read(answer) === '1'
    this.#below.set(both, isBelow)
    return isBelow
  }

  async #kindOfKey(): Promise<KeyKind> {
    const { ask, read } = this.#reading
    if (this.#kind === undefined) {
      const [[charset = null, collation = null] = []] = await ask(this.#question.kind)
      this.#kind = { charset: nameIn(read(charset)), collation: nameIn(read(collation)) }
    }
    return this.#kind
  }
}

/** Names stand in a statement as they are: what is none, whoever calls himself a server, does not get there. */
function nameIn(cell: Cell): string {
  return cell !== null && NAME.test(cell) ? cell : BINARY
}

/** A key that is not the marked column, or is sorted otherwise, would make pages overlap, or leave people out. */
function otherKey(query: string, marked: string): BillingError {
  return new BillingError(
    'config',
    query,
    `In the query "${query}", {page:${marked}} does not name the column that tells its rows apart.`,
    {
      hint: 'Put the column there that comes out as "id" (in lists of subscribers as "subscriber"), and select it as it is, without CAST or CONCAT around it.',
    },
  )
}

function withoutOrder(query: string): BillingError {
  return new BillingError(
    'malformed',
    query,
    `The query "${query}" gives a page that was there before: its key is not compared as it is sorted.`,
    { hint: 'Let the key be a whole number or a text: FLOAT, BIT, ENUM and SET are none (CAST … AS CHAR).' },
  )
}

function withoutKey(query: string): BillingError {
  return new BillingError('malformed', query, `The query "${query}" has rows without an id.`, {
    hint: 'See to the query, or to the table it reads: every row needs an id.',
  })
}
