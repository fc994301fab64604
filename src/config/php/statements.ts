/** A PHP configuration as a list of assignments, each with the comments that belong to it. */
import { cutText } from '../../model/text.ts'
import { type Token, tokensOf } from './tokens.ts'
import { isPhpArray, keyText, NotAValue, type PhpValue, type Scope, ValueReader } from './values.ts'

export interface Assignment {
  /** Variable (without `$`) or constant. */
  readonly name: string
  readonly isConstant: boolean
  /** Another value was made of it. */
  readonly isUsed: boolean
  readonly value: PhpValue
  readonly line: number
  /** Lines of comment before, inside and behind it. */
  readonly comments: readonly string[]
}

/** A statement that could not be read as a value. */
export interface Unread {
  readonly line: number
  /** Names that are assigned in it. */
  readonly names: readonly string[]
  /** Its first words. */
  readonly excerpt: string
  readonly reason: string
  readonly comments: readonly string[]
}

export interface PhpFile {
  /** By name, the last assignment of each, with the comments of all. */
  readonly assignments: ReadonlyMap<string, Assignment>
  readonly unread: readonly Unread[]
  /** Comments at the top that belong to no assignment, and those after the last. */
  readonly header: readonly string[]
  readonly footer: readonly string[]
}

/**
 * Reads assignments of variables and constants. Executes nothing: a statement that is more than that is listed as
 * unread, with everything inside its braces.
 * @param folder what `__DIR__` stands for
 */
export function readPhp(source: string, folder: string): PhpFile {
  const tokens = tokensOf(source)
  const variables = new Map<string, PhpValue>()
  const constants = new Map<string, PhpValue>()
  const scope: Scope = { variables, constants, folder, used: new Set() }
  const assignments = new Map<string, Omit<Assignment, 'isUsed'>>()
  const unread: Unread[] = []
  const { statements, header, footer } = split(tokens)
  for (const { code, comments } of statements) {
    try {
      const { name, value, isConstant } = assignmentIn(code, scope)
      ;(isConstant ? constants : variables).set(name, value)
      const earlier = assignments.get(name)?.comments ?? []
      assignments.set(name, {
        name,
        isConstant,
        value,
        line: lineOf(code),
        comments: [...earlier, ...comments],
      })
    } catch (error) {
      if (!(error instanceof NotAValue)) throw error
      unread.push({
        line: lineOf(code),
        names: assignedIn(code),
        excerpt: excerptOf(code),
        reason: error.message,
        comments,
      })
    }
  }
  const isUsed = (name: string) => scope.used.has(name)
  return {
    assignments: new Map([...assignments].map(([name, found]) => [name, { ...found, isUsed: isUsed(name) }])),
    unread,
    header,
    footer,
  }
}

interface Statement {
  readonly code: readonly Token[]
  readonly comments: readonly string[]
}

/** Cuts the tokens into statements: at `;` outside of every bracket, and behind a block in braces. */
function split(tokens: readonly Token[]): { statements: Statement[]; header: string[]; footer: string[] } {
  const statements: { code: Token[]; comments: string[] }[] = []
  let header: string[] = []
  let code: Token[] = []
  let comments: Token[] = []
  let depth = 0
  const finish = (): void => {
    const isFirst = statements.length === 0
    if (code.length === 0) return
    const [free, own] = isFirst ? freeFrom(comments, lineOf(code)) : [[], comments]
    header = [...header, ...linesOf(free)]
    statements.push({ code, comments: linesOf(own) })
    code = []
    comments = []
  }
  for (const token of tokens) {
    const previous = statements.at(-1)
    if (token.kind === 'comment') {
      // Behind a statement, on its last line, a comment speaks of that statement.
      const isBehind = code.length === 0 && previous?.code.at(-1)?.lastLine === token.line
      if (isBehind && comments.length === 0) previous?.comments.push(...linesOf([token]))
      else comments.push(token)
      continue
    }
    if (token.kind === 'end') break
    const isSymbol = token.kind === 'symbol'
    if (isSymbol && '([{'.includes(token.text)) depth++
    if (isSymbol && ')]}'.includes(token.text)) depth = Math.max(0, depth - 1)
    const isEnd = isSymbol && depth === 0 && (token.text === ';' || token.text === '}')
    if (!(isEnd && token.text === ';' && code.length === 0)) code.push(token)
    if (isEnd) finish()
  }
  finish()
  return { statements, header, footer: linesOf(comments) }
}

/** Comments at the top of the file that a blank line parts from the first statement are the file's own. */
function freeFrom(comments: readonly Token[], line: number): [free: Token[], own: Token[]] {
  let first = comments.length
  let next = line
  while (first > 0) {
    const comment = comments[first - 1]
    if (comment === undefined || comment.lastLine < next - 1) break
    next = Math.min(next, comment.line)
    first--
  }
  return [comments.slice(0, first), comments.slice(first)]
}

function assignmentIn(
  code: readonly Token[],
  scope: Scope,
): { name: string; value: PhpValue; isConstant: boolean } {
  const line = lineOf(code)
  const reader = new ValueReader([...code, { kind: 'end', text: '', line, lastLine: line }], scope)
  const first = reader.take()
  const word = first.kind === 'word' ? first.text.toLowerCase() : ''
  if (word === 'define') return ended(reader, constantOf(reader))
  if (word === 'const') {
    const name = reader.take().text
    reader.expect('=')
    return ended(reader, { name, value: reader.value(), isConstant: true })
  }
  if (first.kind !== 'variable') throw new NotAValue('it is not an assignment')
  return ended(reader, { name: first.text, value: assigned(reader, first.text, scope), isConstant: false })
}

function constantOf(reader: ValueReader): { name: string; value: PhpValue; isConstant: boolean } {
  reader.expect('(')
  const name = keyText(reader.value())
  reader.expect(',')
  const value = reader.value()
  reader.expect(')')
  return { name, value, isConstant: true }
}

/** What follows a variable's name: `= value`, `.= value`, `[key] = value`, `[] = value`. */
function assigned(reader: ValueReader, name: string, scope: Scope): PhpValue {
  const before = scope.variables.get(name)
  if (reader.isSymbol('.=')) {
    reader.take()
    const added = reader.value()
    if (isPhpArray(added) || (before !== undefined && isPhpArray(before)))
      throw new NotAValue('arrays are joined')
    return `${before ?? ''}${added ?? ''}`
  }
  if (!reader.isSymbol('[')) {
    reader.expect('=')
    return reader.value()
  }
  reader.take()
  const key = reader.isSymbol(']') ? undefined : keyText(reader.value())
  reader.expect(']')
  reader.expect('=')
  const entries = new Map(before !== undefined && isPhpArray(before) ? before.entries : [])
  const numbers = [...entries.keys()].filter((known) => /^\d+$/.test(known)).map(Number)
  entries.set(key ?? String(Math.max(-1, ...numbers) + 1), reader.value())
  return { entries }
}

function ended<T>(reader: ValueReader, result: T): T {
  if (reader.isSymbol(';')) reader.take()
  const rest = reader.peek()
  if (rest.kind !== 'end') throw new NotAValue(`"${rest.text}" makes it more than a plain value`)
  return result
}

function assignedIn(code: readonly Token[]): string[] {
  const names = code.flatMap((token, index) => {
    const next = code[code[index + 1]?.text === '[' ? closing(code, index + 1) + 1 : index + 1]
    const isAssigned = next?.kind === 'symbol' && ['=', '.=', '??='].includes(next.text)
    return token.kind === 'variable' && isAssigned ? [token.text] : []
  })
  return [...new Set(names)]
}

/** Where the bracket that opens at a token closes. */
function closing(code: readonly Token[], opening: number): number {
  return code.findIndex(({ kind, text }, index) => index > opening && kind === 'symbol' && text === ']')
}

/** Enough to find the statement again, without the texts in it: one of them may be a key. */
function excerptOf(code: readonly Token[]): string {
  const words = code
    .filter(({ text }) => text !== ';')
    .map(({ kind, text }) => (kind === 'text' ? "'…'" : kind === 'variable' ? `$${text}` : text))
  return cutText(words.join(' '), 60)
}

function lineOf(code: readonly Token[]): number {
  return code[0]?.line ?? 0
}

/** The text of comments, without the stars and blanks that draw their frame. */
function linesOf(comments: readonly Token[]): string[] {
  return comments.flatMap(({ text }) => {
    const lines = text
      .split(/\r?\n/)
      .map((line) => line.replace(/^[\s*]*(?:[/#]+(?=\s|$))?\s?/, '').trimEnd())
    const first = lines.findIndex((line) => line !== '')
    return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1)
  })
}
