/**
 * Reads the values most records have most of: texts without escapes, numbers of few digits, null, and maps of such.
 * For hundreds of thousands of values of a few bytes each the engine's parser takes three times as long. Whatever is
 * written in any other way is left to it.
 */

const QUOTE = 0x22
const COMMA = 0x2c
const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30
const NINE = 0x39
const COLON = 0x3a
const BACKSLASH = 0x5c
const OPEN_MAP = 0x7b
const CLOSE_MAP = 0x7d
const TILDE = 0x7e
const SPACE = 0x20
const NULL = Array.from('null', (letter) => letter.charCodeAt(0))

/** What is given for a value that is for the parser to read. */
export const NOT_PLAIN = Symbol('not plain')

/** So many digits of an integer are always kept. */
const EXACT_DIGITS = 15
/** Deeper than any of them is. */
const MOST_DEPTH = 3

/** One for a text: it reads values at any place of it. */
export class PlainValues {
  readonly #bytes: Buffer
  /** Behind what was read last. */
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** The value from one place up to another, exactly as `JSON.parse` would give it; else {@link NOT_PLAIN}. */
  read(from: number, to: number): unknown {
    this.#at = from
    const value = this.#value(to, 0)
    return this.#at === to ? value : NOT_PLAIN
  }

  #value(to: number, depth: number): unknown {
    switch (this.#bytes[this.#at]) {
      case QUOTE:
        return this.#text(to)
      case OPEN_MAP:
        return depth < MOST_DEPTH ? this.#map(to, depth) : NOT_PLAIN
      case NULL[0]:
        return this.#null()
      default:
        return this.#number(to)
    }
  }

  #text(to: number): string | typeof NOT_PLAIN {
    const from = this.#at + 1
    for (let at = from; at < to; at++) {
      const byte = this.#bytes[at] ?? 0
      if (byte === QUOTE) {
        this.#at = at + 1
        return this.#bytes.toString('latin1', from, at)
      }
      if (byte < SPACE || byte > TILDE || byte === BACKSLASH) return NOT_PLAIN
    }
    return NOT_PLAIN
  }

  #map(to: number, depth: number): unknown {
    const map: Record<string, unknown> = {}
    do {
      this.#at++
      const key = this.#bytes[this.#at] === QUOTE ? this.#text(to) : NOT_PLAIN
      // To name a member like this would set what an object inherits.
      if (key === NOT_PLAIN || key === '__proto__' || this.#bytes[this.#at] !== COLON) return NOT_PLAIN
      this.#at++
      const value = this.#value(to, depth + 1)
      if (value === NOT_PLAIN) return NOT_PLAIN
      map[key] = value
    } while (this.#bytes[this.#at] === COMMA)
    return this.#bytes[this.#at++] === CLOSE_MAP ? map : NOT_PLAIN
  }

  #null(): null | typeof NOT_PLAIN {
    for (const letter of NULL) if (this.#bytes[this.#at++] !== letter) return NOT_PLAIN
    return null
  }

  /** Without an exponent, and of so few digits that none is lost. */
  #number(to: number): number | typeof NOT_PLAIN {
    const from = this.#at
    let at = from
    if (this.#bytes[at] === MINUS) at++
    const whole = at
    while (at < to && isDigit(this.#bytes[at])) at++
    if (at === whole || (this.#bytes[whole] === ZERO && at > whole + 1)) return NOT_PLAIN
    if (this.#bytes[at] === POINT) {
      const fraction = ++at
      while (at < to && isDigit(this.#bytes[at])) at++
      if (at === fraction) return NOT_PLAIN
    }
    if (at - from > EXACT_DIGITS) return NOT_PLAIN
    this.#at = at
    return Number(this.#bytes.toString('latin1', from, at))
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE
}
