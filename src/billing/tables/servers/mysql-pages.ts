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
import type { Cell, Row } from '../source.ts'
import { EVERYTHING, quoteMysql } from '../sql/render.ts'

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
  readonly ask: (sql: string) => Promise<Row[]>
  /** The bytes of a key in the encoding of its column; `undefined` where the server converts. */
  readonly bytesOf: ((text: string) => Uint8Array) | undefined
  readonly rowsAtOnce: number
}

export async function* readPages(
  question: Question,
  { ask, bytesOf, rowsAtOnce }: PageReading,
): AsyncGenerator<readonly Row[], void> {
  const { keyAt, name, marked } = question
  const literal = literals(question, ask, bytesOf)
  let after: string | undefined
  let limit = rowsAtOnce
  let isFirst = true
  for (;;) {
    const condition = await behind(after, literal)
    const rows = await ask(question.page(condition, limit))
    if (rows.length < limit) {
      if (rows.length > 0) yield rows
      if (marked !== undefined) yield* await rest(question, rows, after, ask, literal)
      return
    }
    const whole = wholeKeys(rows, keyAt, name)
    const last = whole.at(-1)?.[keyAt]
    if (last === undefined || last === null) {
      // Nobody has so many rows of one list; somebody may have more than fit on a page.
      limit *= 4
      continue
    }
    if (isFirst && marked !== undefined) await proveKey(question, last, ask, literal)
    isFirst = false
    yield whole
    after = last
    limit = rowsAtOnce
  }
}

type Literal = (key: string) => Promise<string>

async function behind(after: string | undefined, literal: Literal): Promise<(column: string) => string> {
  if (after === undefined) return () => EVERYTHING
  const key = await literal(after)
  return (column) => `${column} > ${key}`
}

/** What stands behind the last row of a page that was not full. */
async function rest(
  question: Question,
  rows: readonly Row[],
  after: string | undefined,
  ask: PageReading['ask'],
  literal: Literal,
): Promise<readonly Row[][]> {
  const last = keyOf(rows.at(-1), question.keyAt) ?? after
  const left = await ask(question.page(await behind(last, literal), undefined))
  return left.length === 0 ? [] : [left]
}

/** The rows of all keys but the last. @throws BillingError of a row without a key */
function wholeKeys(rows: readonly Row[], keyAt: number, query: string): readonly Row[] {
  const last = keyOf(rows.at(-1), keyAt)
  if (last === undefined) throw withoutKey(query)
  let end = rows.length
  while (end > 0) {
    const key = keyOf(rows[end - 1], keyAt)
    if (key === undefined) throw withoutKey(query)
    if (!isAlike(key, last)) break
    end--
  }
  return rows.slice(0, end)
}

/** A key that is not the marked column would make pages overlap, or leave people out. */
async function proveKey(
  question: Question,
  key: string,
  ask: PageReading['ask'],
  literal: Literal,
): Promise<void> {
  const text = await literal(key)
  const found = await ask(question.page((column) => `${column} = ${text}`, undefined))
  if (found.some((row) => row[question.keyAt] === key)) return
  throw new BillingError(
    'config',
    question.name,
    `In the query "${question.name}", {page:${question.marked}} does not name the column that tells its rows apart.`,
    { hint: 'Put the column there that comes out as "id" (in lists of subscribers as "subscriber").' },
  )
}

/** ASCII is the same everywhere. All else is told byte by byte, in the character set the column claims to have. */
function literals({ charset }: Question, ask: PageReading['ask'], bytesOf: PageReading['bytesOf']): Literal {
  let known: string | undefined
  return async (key) => {
    if (bytesOf === undefined || /^[\0-\x7f]*$/.test(key)) return quoteMysql(key)
    known ??= (await ask(charset))[0]?.[0] ?? 'binary'
    return `_${known} x'${Buffer.from(bytesOf(key)).toString('hex')}'`
  }
}

function keyOf(row: Row | undefined, keyAt: number): string | undefined {
  const key: Cell | undefined = row?.[keyAt]
  return key ?? undefined
}

const collator = new Intl.Collator('und', { sensitivity: 'base' })

/** True where a server might take two keys for equal: then it gives both or none behind another. */
function isAlike(one: string, other: string): boolean {
  return one === other || collator.compare(one.trimEnd(), other.trimEnd()) === 0
}

function withoutKey(query: string): BillingError {
  return new BillingError('malformed', query, `The query "${query}" has rows without an id.`, {
    hint: 'See to the query, or to the table it reads: every row needs an id.',
  })
}
