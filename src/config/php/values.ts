/** PHP expressions that are plain values. Nothing is executed: what is more than a value is refused. */
import { decodeEscapes, partsOf } from './strings.ts'
import type { Token } from './tokens.ts'

/** An array of PHP: an ordered map whose keys may be 0, 1, 2 … */
export interface PhpArray {
  readonly entries: ReadonlyMap<string, PhpValue>
}

export type PhpValue = string | number | boolean | null | PhpArray

/** Names known so far. */
export interface Scope {
  readonly variables: ReadonlyMap<string, PhpValue>
  readonly constants: ReadonlyMap<string, PhpValue>
  /** Takes the names that other values were made of. */
  readonly used: Set<string>
  /** Folder of the file that is read. */
  readonly folder: string
}

/** The expression is more than a value; the message says which part of it. */
export class NotAValue extends Error {}

export function isPhpArray(value: PhpValue): value is PhpArray {
  return typeof value === 'object' && value !== null
}

/** Reads expressions from tokens without comments. */
export class ValueReader {
  #at = 0

  constructor(
    private readonly tokens: readonly Token[],
    private readonly scope: Scope,
  ) {}

  get position(): number {
    return this.#at
  }

  /** The next token; the last one, `end`, comes again and again. */
  peek(ahead = 0): Token {
    const last = this.tokens.length - 1
    return this.tokens[Math.min(this.#at + ahead, last)] ?? { kind: 'end', text: '', line: 0, lastLine: 0 }
  }

  take(): Token {
    const token = this.peek()
    this.#at = Math.min(this.#at + 1, this.tokens.length - 1)
    return token
  }

  isSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'symbol' && token.text === text
  }

  expect(symbol: string): void {
    if (!this.isSymbol(symbol)) throw new NotAValue(`"${symbol}" is expected, found ${shown(this.peek())}`)
    this.take()
  }

  /** An expression: one value, or several joined by `.` into a text. @throws NotAValue */
  value(): PhpValue {
    let value = this.#single()
    while (this.isSymbol('.')) {
      this.take()
      value = asText(value) + asText(this.#single())
    }
    return value
  }

  #single(): PhpValue {
    const token = this.take()
    if (token.kind === 'text')
      return token.isInterpolated === true ? this.#interpolated(token.text) : token.text
    if (token.kind === 'number') return numberOf(token.text)
    if (token.kind === 'variable') return this.#known('variables', token.text)
    if (token.kind === 'word') return this.#word(token.text)
    if (token.text === '[') return this.#array(']')
    if (token.text === '-' || token.text === '+') return signed(token.text, this.#single())
    if (token.text === '(') return this.#parenthesised()
    throw new NotAValue(`${shown(token)} is more than a plain value`)
  }

  #parenthesised(): PhpValue {
    const isCast = /^(?:int|integer|string|bool|boolean|float|double|array)$/i.test(this.peek().text)
    if (isCast && this.isSymbol(')', 1)) {
      this.take()
      this.take()
      return this.#single()
    }
    const value = this.value()
    this.expect(')')
    return value
  }

  #word(word: string): PhpValue {
    const lower = word.toLowerCase()
    if (lower === 'true') return true
    if (lower === 'false') return false
    if (lower === 'null') return null
    if (lower === '__dir__') return this.scope.folder
    if (!this.isSymbol('(')) return this.#known('constants', word)
    this.take()
    if (lower === 'array') return this.#array(')')
    if (lower === 'dirname' && this.peek().text.toLowerCase() === '__file__') this.take()
    else if (lower === 'ip2long') return this.#address()
    else throw new NotAValue(`the function ${word}() is not executed`)
    this.expect(')')
    return this.scope.folder
  }

  /** `ip2long('10.0.0.1')` is how PHP writes an address as a number; the text says the same. */
  #address(): PhpValue {
    const address = this.value()
    this.expect(')')
    return address
  }

  #array(closing: string): PhpArray {
    const entries = new Map<string, PhpValue>()
    let next = 0
    while (!this.isSymbol(closing)) {
      const first = this.value()
      if (this.isSymbol('=>')) {
        this.take()
        const key = keyText(first)
        entries.set(key, this.value())
        if (/^\d+$/.test(key)) next = Math.max(next, Number(key) + 1)
      } else {
        entries.set(String(next), first)
        next++
      }
      if (!this.isSymbol(',')) break
      this.take()
    }
    this.expect(closing)
    return { entries }
  }

  #known(kind: 'variables' | 'constants', name: string): PhpValue {
    const value = this.scope[kind].get(name)
    const shownName = kind === 'variables' ? `$${name}` : name
    if (value === undefined) throw new NotAValue(`${shownName} is not known here`)
    this.scope.used.add(name)
    return value
  }

  #interpolated(body: string): string {
    const parts = partsOf(body)
    if (parts === undefined) throw new NotAValue('the text holds an expression in braces or brackets')
    return parts
      .map((part) =>
        'text' in part ? decodeEscapes(part.text, '"') : asText(this.#known('variables', part.variable)),
      )
      .join('')
  }
}

/** A key as PHP keeps it: a number and a text of digits are the same. */
export function keyText(value: PhpValue): string {
  if (typeof value === 'number') return String(Math.trunc(value))
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (isPhpArray(value)) throw new NotAValue('an array cannot be a key')
  return value ?? ''
}

function asText(value: PhpValue): string {
  if (isPhpArray(value)) throw new NotAValue('an array is joined to a text')
  if (typeof value === 'boolean') return value ? '1' : ''
  return value === null ? '' : String(value)
}

function signed(sign: string, value: PhpValue): number {
  if (typeof value !== 'number') throw new NotAValue('a sign stands before what is no number')
  return sign === '-' ? -value : value
}

function numberOf(text: string): number {
  const digits = text.replaceAll('_', '')
  return /^0\d+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits)
}

function shown(token: Token): string {
  if (token.kind === 'end') return 'the end of the file'
  return token.kind === 'text' ? 'a text' : `"${token.kind === 'variable' ? '$' : ''}${token.text}"`
}
