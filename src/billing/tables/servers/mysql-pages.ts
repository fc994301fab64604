/**
 * Reading a query page by page, by its key: a long SELECT would hold up whoever writes to a MyISAM table, and would be
 * held as a whole in memory. Nothing may be lost between two pages (`contracts/databases.md` §2.2):
 *
 * - The rows of a full page's last key come with the next page, all of them: the limit may have cut them, and keys that
 *   a collation takes for equal stand together.
 * - With the mark `{page:…}` rows may be lost behind the limit, in joins. So a page that is not full is not known to be
 *   the last: what is left is asked for without a limit, as a rule nothing.
 * - The column of the mark must be the key. That is tried out with the first full page.
 */
import { BillingError } from '../../../model/errors.ts'
import type { Cell, RawRow, ReadRawCell } from '../source.ts'
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
  /** Asks in which character set the key is kept. */
  readonly charset: string
}

export interface PageReading {
  readonly ask: (sql: string) => Promise<readonly RawRow[]>
  readonly read: ReadRawCell
  /** The bytes of a key in the encoding of its column; `undefined` where the server converts. */
  readonly bytesOf: ((text: string) => Uint8Array) | undefined
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
  const keyOf = (row: RawRow | undefined): Cell => read(row?.[keyAt] ?? null)
  const literal = literals(question, reading)
  const size = new PageSize(reading.rowsAtOnce)
  let after: string | undefined
  let limit = size.rows
  let isFirst = true
  for (;;) {
    const condition = await behind(after, literal)
    const askedAt = now().getTime()
    const rows = await ask(question.page(condition, limit))
    if (limit === size.rows) size.took(now().getTime() - askedAt)
    if (rows.length < limit) {
      if (rows.length > 0) yield rows
      if (marked === undefined) return
      // What stands behind the last row of a page that was not full.
      const left = await ask(question.page(await behind(keyOf(rows.at(-1)) ?? after, literal), undefined))
      if (left.length > 0) yield left
      return
    }
    const whole = wholeKeys(rows, keyOf, name)
    const last = keyOf(whole.at(-1))
    if (last === null) {
      // Nobody has so many rows of one list; somebody may have more than fit on a page.
      limit *= 4
      continue
    }
    if (isFirst && marked !== undefined) {
      const text = await literal(last)
      const found = await ask(question.page((column) => `${column} = ${text}`, undefined))
      if (!found.some((row) => keyOf(row) === last)) throw otherKey(name, marked)
    }
    isFirst = false
    yield whole
    after = last
    limit = size.rows
  }
}

type Literal = (key: string) => Promise<string>

async function behind(after: string | undefined, literal: Literal): Promise<(column: string) => string> {
  if (after === undefined) return () => EVERYTHING
  const key = await literal(after)
  return (column) => `${column} > ${key}`
}

/** The rows of all keys but the last. @throws BillingError of a row without a key */
function wholeKeys(
  rows: readonly RawRow[],
  keyOf: (row: RawRow | undefined) => Cell,
  query: string,
): readonly RawRow[] {
  const last = keyOf(rows.at(-1))
  if (last === null) throw withoutKey(query)
  let end = rows.length
  while (end > 0) {
    const key = keyOf(rows[end - 1])
    if (key === null) throw withoutKey(query)
    if (!isAlike(key, last)) break
    end--
  }
  return rows.slice(0, end)
}

/** ASCII is the same everywhere. All else is told byte by byte, in the character set the column claims to have. */
function literals({ charset }: Question, { ask, read, bytesOf }: PageReading): Literal {
  let known: string | undefined
  return async (key) => {
    if (bytesOf === undefined || /^[\0-\x7f]*$/.test(key)) return quoteMysql(key)
    known ??= read((await ask(charset))[0]?.[0] ?? null) ?? 'binary'
    return `_${known} x'${Buffer.from(bytesOf(key)).toString('hex')}'`
  }
}

const collator = new Intl.Collator('und', { sensitivity: 'base' })

/** True where a server might take two keys for equal: then it gives both or none behind another. */
function isAlike(one: string, other: string): boolean {
  return one === other || collator.compare(one.trimEnd(), other.trimEnd()) === 0
}

/** A key that is not the marked column would make pages overlap, or leave people out. */
function otherKey(query: string, marked: string): BillingError {
  return new BillingError(
    'config',
    query,
    `In the query "${query}", {page:${marked}} does not name the column that tells its rows apart.`,
    { hint: 'Put the column there that comes out as "id" (in lists of subscribers as "subscriber").' },
  )
}

function withoutKey(query: string): BillingError {
  return new BillingError('malformed', query, `The query "${query}" has rows without an id.`, {
    hint: 'See to the query, or to the table it reads: every row needs an id.',
  })
}
