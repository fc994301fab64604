/**
 * The text of a query as an operator writes it: a single SELECT with marks in it. It is looked at before it is sent,
 * so that nothing but reading ever reaches a server (`contracts/databases.md` §1, §2.1).
 */
import { MarkPlace } from './mark-place.ts'
import type { TableServer } from './table-address.ts'

/** A mark in a query, or the text between two of them. */
export type SqlPart =
  | { readonly kind: 'text'; readonly text: string }
  /** Stands for condition, order and limit of a page by this column. */
  | { readonly kind: 'page'; readonly column: string }
  /** Stands for a value of the configuration. */
  | { readonly kind: 'parameter'; readonly name: string }

/** What a query consists of, for the program to put together. */
export interface SqlText {
  readonly parts: readonly SqlPart[]
}

/** Words that change something, or that lock what is read, wherever they stand outside names and quotes. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'insert',
  'update',
  'delete',
  'merge',
  'replace',
  'truncate',
  'into',
  'lock',
])
/** What locks rows stands behind FOR. */
const LOCKS: ReadonlySet<string> = new Set(['share', 'no', 'key'])

/** Letters, digits and what else a name without quotes may have. */
const WORD = /[\p{L}\p{N}_$]+/uy
const COLUMN =
  /^(?:[\p{L}_][\p{L}\p{N}_$]*|`[^`]+`|"[^"]+")(?:\.(?:[\p{L}_][\p{L}\p{N}_$]*|`[^`]+`|"[^"]+"))*$/u
const NAME = /^[A-Za-z_]\w*$/
const MARK = /\{([a-z]+):([^{}]*)\}/y

/**
 * Reads the text of a query.
 * @param server in whose words it is written: they differ in what quotes and comments look like
 * @returns a sentence that says what is wrong, to follow the name of the query
 */
export function parseSql(sql: string, server: TableServer): SqlText | string {
  const reading = new Reading(sql, server)
  return reading.read()
}

class Reading {
  readonly #sql: string
  readonly #isMysql: boolean
  readonly #isPostgres: boolean
  readonly #isSqlite: boolean
  readonly #parts: SqlPart[] = []
  #at = 0
  #text = ''
  #firstWord = ''
  #depth = 0
  readonly #place = new MarkPlace()
  #hasMark = false
  #isOver = false
  /** The word before, for names behind a point and functions. */
  #before = ''

  constructor(sql: string, server: TableServer) {
    this.#sql = sql
    this.#isMysql = server === 'mysql'
    this.#isPostgres = server === 'postgres'
    this.#isSqlite = server === 'sqlite'
  }

  read(): SqlText | string {
    while (this.#at < this.#sql.length) {
      const flaw = this.#step()
      if (flaw !== undefined) return flaw
    }
    if (this.#firstWord === '') return 'is empty'
    if (this.#depth !== 0) return 'has a bracket that is not closed'
    // Other servers are read by a cursor, and the mark is a condition that always holds.
    const misplaced = this.#isMysql ? this.#place.flaw() : undefined
    if (misplaced !== undefined) return misplaced
    this.#parts.push({ kind: 'text', text: this.#text })
    return { parts: this.#parts }
  }

  #step(): string | undefined {
    const sql = this.#sql
    const character = sql[this.#at] ?? ''
    if (/\s/.test(character)) return this.#take(1)
    const comment = this.#commentEnd()
    if (typeof comment === 'string') return comment
    if (comment !== undefined) {
      // What a comment says is nobody's business but the operator's: a server's log need not have it.
      this.#text += ' '
      this.#at = comment
      return undefined
    }
    if (this.#isOver) return 'is more than one statement: only a single SELECT may be sent'
    const quote = this.#quoteEnd()
    if (quote === -1) return 'has a quote that is not closed'
    if (quote !== undefined) return this.#quoted(quote)
    if (character === ';') {
      this.#isOver = true
      this.#at++
      return undefined
    }
    if (character === '{') return this.#mark()
    if (character === '(') {
      this.#depth++
      this.#place.openBracket()
    }
    if (character === ')') {
      this.#depth--
      this.#place.closeBracket()
    }
    if (this.#depth < 0) return 'has a bracket that closes nothing'
    if (sql.startsWith('||', this.#at)) this.#place.word('||')
    WORD.lastIndex = this.#at
    const word = WORD.exec(sql)?.[0]
    if (word === undefined) {
      this.#before = character
      return this.#take(1)
    }
    return this.#word(word)
  }

  #word(word: string): string | undefined {
    const lower = word.toLowerCase()
    if (this.#firstWord === '') {
      this.#firstWord = lower
      if (lower !== 'select' && lower !== 'with')
        return `begins with ${word.toUpperCase()}: only a single SELECT may be sent`
    }
    const isFunction = /^\s*\(/.test(this.#sql.slice(this.#at + word.length, this.#at + word.length + 20))
    const isForbidden = FORBIDDEN.has(lower) || (LOCKS.has(lower) && this.#before.toLowerCase() === 'for')
    if (isForbidden && this.#before !== '.' && !(isFunction && FUNCTIONS.has(lower)))
      return `says ${word.toUpperCase()}: only a single SELECT may be sent, and it may not lock anything either`
    if (this.#before !== '.') this.#place.word(lower)
    this.#before = word
    return this.#take(word.length)
  }

  #mark(): string | undefined {
    MARK.lastIndex = this.#at
    const mark = MARK.exec(this.#sql)
    const [whole = '', kind = '', name = ''] = mark ?? []
    if (kind === 'page') {
      if (name === '') return 'has {page:}, which names no column'
      if (!COLUMN.test(name)) return `has {page:${name}}, which names no column`
      if (this.#hasMark) return 'has {page:…} twice'
      this.#hasMark = true
      this.#place.mark(this.#before.toLowerCase())
      this.#put({ kind: 'page', column: name })
    } else if (kind === 'parameter') {
      if (!NAME.test(name)) return `has {parameter:${name}}, which is no name`
      this.#put({ kind: 'parameter', name })
    } else {
      return 'has a "{" that begins neither {page:COLUMN} nor {parameter:NAME}'
    }
    this.#at += whole.length
    this.#before = whole
    return undefined
  }

  #put(part: SqlPart): void {
    this.#parts.push({ kind: 'text', text: this.#text }, part)
    this.#text = ''
  }

  #take(length: number): undefined {
    this.#text += this.#sql.slice(this.#at, this.#at + length)
    this.#at += length
  }

  #quoted(end: number): string | undefined {
    const text = this.#sql.slice(this.#at, end)
    if (/\{(?:page|parameter):/.test(text))
      return 'has a mark inside quotes: leave the quotes away, the program sets its own'
    this.#before = text
    if (!this.#isSqlite || !text.startsWith('"')) return this.#take(text.length)
    this.#text += nameOfSqlite(text)
    this.#at = end
    return undefined
  }

  /** Where a comment that begins here ends; `undefined` when none does. */
  #commentEnd(): number | string | undefined {
    const rest = this.#sql.slice(this.#at, this.#at + 3)
    // MySQL wants a blank behind "--"; without one it is a minus of a minus.
    const isLine = rest.startsWith('--') && (!this.#isMysql || /^--(?:\s|$)/.test(rest))
    if (isLine || (this.#isMysql && rest.startsWith('#'))) return this.#indexOr('\n', this.#sql.length)
    if (!rest.startsWith('/*')) return undefined
    if (this.#isMysql && /^\/\*[!M]/.test(rest)) return 'has a comment that MySQL would carry out'
    return this.#isPostgres
      ? this.#nestedCommentEnd()
      : this.#indexOr('*/', -2, 2) + 2 || 'has a comment that is not closed'
  }

  #nestedCommentEnd(): number | string {
    const edge = /\/\*|\*\//g
    edge.lastIndex = this.#at
    let depth = 0
    for (let found = edge.exec(this.#sql); found !== null; found = edge.exec(this.#sql)) {
      depth += found[0] === '/*' ? 1 : -1
      if (depth === 0) return edge.lastIndex
    }
    return 'has a comment that is not closed'
  }

  #indexOr(text: string, otherwise: number, from = 0): number {
    const found = this.#sql.indexOf(text, this.#at + from)
    return found < 0 ? otherwise : found
  }

  /** Where what is quoted from here on ends; -1 when it does not, `undefined` when nothing is quoted. */
  #quoteEnd(): number | undefined {
    const sql = this.#sql
    const quote = sql[this.#at] ?? ''
    if (this.#isPostgres && quote === '$') {
      const tag = /^\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/u.exec(sql.slice(this.#at))?.[0]
      if (tag === undefined) return undefined
      const end = sql.indexOf(tag, this.#at + tag.length)
      return end < 0 ? -1 : end + tag.length
    }
    if (quote !== "'" && quote !== '"' && quote !== '`') return undefined
    const hasBackslashes =
      quote !== '`' && (this.#isMysql || (this.#isPostgres && quote === "'" && /^e$/i.test(this.#before)))
    for (let at = this.#at + 1; at < sql.length; at++) {
      if (hasBackslashes && sql[at] === '\\') at++
      else if (sql[at] === quote) {
        if (sql[at + 1] !== quote) return at + 1
        at++
      }
    }
    return -1
  }
}

/**
 * A name in double quotes, in quotes that hold nothing but names: of a column it does not know, SQLite makes a text of
 * what stands in double quotes, and every subscriber would be called by the slip in the name of a column.
 */
function nameOfSqlite(quoted: string): string {
  const name = quoted.slice(1, -1).replaceAll('""', '"')
  return `\`${name.replaceAll('`', '``')}\``
}

/** Forbidden words that are harmless functions as well. */
const FUNCTIONS = new Set(['insert', 'replace', 'truncate'])
