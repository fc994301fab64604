/** PHP source as tokens: as much of the language as a configuration made of assignments uses. */
import { decodeEscapes, isInterpolated, unindent } from './strings.ts'

export type TokenKind = 'comment' | 'variable' | 'text' | 'number' | 'word' | 'symbol' | 'end'

export interface Token {
  readonly kind: TokenKind
  /** A variable without its `$`, a comment without its marks, a text decoded; symbols and words as written. */
  readonly text: string
  /** From 1, where the token begins and where it ends. */
  readonly line: number
  readonly lastLine: number
  /** A text in which PHP would put the value of a variable; its {@link text} is not decoded then. */
  readonly isInterpolated?: boolean
}

const OPENING = /<\?(?:php\b|=)?/gi
const WHITE = /\s+/y
const LINE_COMMENT = /(?:\/\/|#(?!\[))(.*?)(?=\r?\n|\?>|$)/sy
const BLOCK_COMMENT = /\/\*(.*?)\*\//sy
const HEREDOC = /<<<[ \t]*(["']?)([A-Za-z_\x80-\u{10ffff}][\w\x80-\u{10ffff}]*)\1\r?\n/uy
const SINGLE = /'((?:[^'\\]|\\.)*)'/sy
const DOUBLE = /"((?:[^"\\]|\\.)*)"/sy
const VARIABLE = /\$([A-Za-z_\x80-\u{10ffff}][\w\x80-\u{10ffff}]*)/uy
const NUMBER = /0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?/y
const WORD = /\\?[A-Za-z_\x80-\u{10ffff}][\w\x80-\u{10ffff}\\]*/uy
const SYMBOL = /=>|\.=|===?|!==?|[-+*/]=|\?\?=?|->|::|&&|\|\||<<<|./sy

/** The tokens of a file, an `end` last. Text outside `<?php … ?>` is no code; a `?>` ends a statement like `;`. */
export function tokensOf(source: string): Token[] {
  const lines = [...source.matchAll(/\n/g)].map(({ index }) => index)
  // Tokens come in order, so the line is found by walking on instead of searching.
  let line = 1
  const lineAt = (offset: number): number => {
    while ((lines[line - 1] ?? Number.POSITIVE_INFINITY) < offset) line++
    return line
  }
  const tokens: Token[] = []
  let at = openingAfter(source, 0)
  while (at < source.length) {
    if (source.startsWith('?>', at)) {
      tokens.push({ kind: 'symbol', text: ';', line: lineAt(at), lastLine: line })
      at = openingAfter(source, at + 2)
      continue
    }
    const { length, token } = nextToken(source, at)
    if (token !== undefined) tokens.push({ ...token, line: lineAt(at), lastLine: lineAt(at + length - 1) })
    at += length
  }
  return [...tokens, { kind: 'end', text: '', line: lineAt(source.length), lastLine: line }]
}

function openingAfter(source: string, from: number): number {
  OPENING.lastIndex = from
  return OPENING.exec(source) === null ? source.length : OPENING.lastIndex
}

type TokenText = Pick<Token, 'kind' | 'text' | 'isInterpolated'>

interface Found {
  readonly length: number
  readonly token?: TokenText
}

function nextToken(source: string, at: number): Found {
  const white = match(WHITE, source, at)
  if (white !== undefined) return { length: white[0].length }
  const comment = match(LINE_COMMENT, source, at) ?? match(BLOCK_COMMENT, source, at)
  if (comment !== undefined) return found(comment, 'comment', comment[1] ?? '')
  const heredoc = match(HEREDOC, source, at)
  if (heredoc !== undefined) return heredocToken(source, at, heredoc)
  const single = match(SINGLE, source, at)
  if (single !== undefined) return found(single, 'text', (single[1] ?? '').replace(/\\([\\'])/g, '$1'))
  const double = match(DOUBLE, source, at)
  if (double !== undefined) return { length: double[0].length, token: quotedToken(double[1] ?? '', '"') }
  const variable = match(VARIABLE, source, at)
  if (variable !== undefined) return found(variable, 'variable', variable[1] ?? '')
  const number = match(NUMBER, source, at)
  if (number !== undefined) return found(number, 'number', number[0])
  const word = match(WORD, source, at)
  if (word !== undefined) return found(word, 'word', word[0].replace(/^\\/, ''))
  const symbol = match(SYMBOL, source, at)
  return { length: symbol?.[0].length ?? 1, token: { kind: 'symbol', text: symbol?.[0] ?? '' } }
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(source) ?? undefined
}

function found(matched: RegExpExecArray, kind: TokenKind, text: string): Found {
  return { length: matched[0].length, token: { kind, text } }
}

/** The end is the identifier at the beginning of a line, indented or not; its indentation is taken off every line. */
function heredocToken(source: string, at: number, opening: RegExpExecArray): Found {
  const [whole, quote, name = ''] = opening
  const end = new RegExp(`(?:^|\\r?\\n)([ \\t]*)${name}(?![\\w\\x80-\\u{10ffff}])`, 'u')
  const rest = source.slice(at + whole.length)
  const closing = end.exec(rest)
  if (closing === null) return { length: source.length - at, token: { kind: 'symbol', text: whole.trim() } }
  const body = unindent(rest.slice(0, closing.index), closing[1] ?? '')
  return {
    length: whole.length + closing.index + closing[0].length,
    token: quote === "'" ? { kind: 'text', text: body } : quotedToken(body, ''),
  }
}

function quotedToken(body: string, quote: string): TokenText {
  if (isInterpolated(body)) return { kind: 'text', text: body, isInterpolated: true }
  return { kind: 'text', text: decodeEscapes(body, quote) }
}
