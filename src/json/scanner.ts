/**
 * Finds, byte by byte, where the entries of a top-level list or map begin and end. It understands just enough of
 * JSON for that; whether an entry is legal is for the real parser to say. It can stop at any byte and go on when
 * more of them have come.
 */
import { Places } from './places.ts'

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const OPEN_MAP = 0x7b
const ZERO = 0x30

/** What a byte means outside of strings. */
const SKIP = 0
const STRING = 1
const OPEN = 2
const CLOSE = 3
const DELIMITER = 4
const NUMBER = 5
const WORD = 6
const ILLEGAL = 7

const MEANING = new Uint8Array(256).fill(ILLEGAL)
for (const byte of ' \t\r\n') MEANING[byte.charCodeAt(0)] = SKIP
for (const byte of '-0123456789') MEANING[byte.charCodeAt(0)] = NUMBER
for (const byte of 'tfn') MEANING[byte.charCodeAt(0)] = WORD
for (const byte of ',:') MEANING[byte.charCodeAt(0)] = DELIMITER
MEANING[QUOTE] = STRING
for (const byte of '[{') MEANING[byte.charCodeAt(0)] = OPEN
for (const byte of ']}') MEANING[byte.charCodeAt(0)] = CLOSE

/** Bytes that may stand in a number token, legal or not. */
const IN_NUMBER = new Uint8Array(256)
for (const byte of '0123456789.eE+-') IN_NUMBER[byte.charCodeAt(0)] = 1

/** Deeper than any answer of either system; below the depth at which later readers overflow. */
export const MOST_DEPTH = 100
/** From here on an integer may lose digits when it is read as a number. */
const EXACT_DIGITS = 16
const LONGEST_NUMBER = 100_000

export type ScanFault = 'not-json' | 'too-deep' | 'too-long'

export class Scanner {
  /** The next byte to look at. */
  position: number
  /** The comma that ended the last whole entry, or the opening bracket. */
  boundary: number
  /** The closing bracket of the whole, -1 while it is not found. */
  end = -1
  fault: ScanFault | undefined
  /** Commas between top-level entries. */
  readonly commas = new Places()
  /** Bytes of the longest entry that has ended, with what stands around it. */
  longest = 0
  /** Colons between keys and values of top-level entries. */
  readonly colons = new Places()
  /** Colons and commas between the members of entries, where they are asked for. */
  readonly inEntries = new Places()
  /** Begin and end, in turn, of number tokens that would lose digits or are not legal JSON. */
  readonly suspicious = new Places()
  readonly isMap: boolean
  readonly #isLookingIntoEntries: boolean
  #depth = 1
  #isInString = false
  #isColonNext: boolean

  /**
   * @param start where the opening bracket stands
   * @param isLookingIntoEntries the places between members are asked for
   */
  constructor(bytes: Uint8Array, start: number, isLookingIntoEntries = false) {
    this.#isLookingIntoEntries = isLookingIntoEntries
    this.isMap = bytes[start] === OPEN_MAP
    this.#isColonNext = this.isMap
    this.boundary = start
    this.position = start + 1
  }

  /** Scans up to `length`, the closing bracket or a fault, whichever comes first. */
  scan(bytes: Uint8Array, length: number): void {
    let at = this.#isInString ? this.#skipString(bytes, this.position, length) : this.position
    let depth = this.#depth
    while (at < length && !this.#isInString && this.end < 0 && this.fault === undefined) {
      const byte = bytes[at] ?? 0
      switch (MEANING[byte]) {
        case SKIP:
          at++
          break
        case STRING:
          at = this.#skipString(bytes, at + 1, length)
          break
        case OPEN:
          at++
          if (++depth > MOST_DEPTH) this.fault = 'too-deep'
          break
        case CLOSE:
          if (--depth === 0) this.#close(byte, at)
          at++
          break
        case DELIMITER:
          if (depth === 1) this.#delimit(byte, at)
          else if (depth === 2 && this.#isLookingIntoEntries) this.inEntries.add(at)
          at++
          break
        case NUMBER: {
          const next = this.#skipNumber(bytes, at, length)
          if (next === length) {
            this.#keep(at, depth)
            return
          }
          at = next
          break
        }
        case WORD: {
          const size = wordAt(bytes, at, length)
          if (size > length - at) {
            this.#keep(at, depth)
            return
          }
          if (size === 0) this.fault = 'not-json'
          at += size
          break
        }
        default:
          this.fault = 'not-json'
      }
    }
    this.#keep(at, depth)
  }

  /** Entries before this place are done with. */
  forget(before: number): void {
    for (const places of this.#places) places.dropBelow(before)
  }

  /** Tells that the bytes were moved towards the front. */
  shift(by: number): void {
    this.position -= by
    this.boundary -= by
    if (this.end >= 0) this.end -= by
    for (const places of this.#places) places.shift(by)
  }

  get #places(): readonly Places[] {
    return [this.commas, this.colons, this.inEntries, this.suspicious]
  }

  #keep(position: number, depth: number): void {
    this.position = position
    this.#depth = depth
  }

  #close(byte: number, at: number): void {
    const isMatching = byte === (this.isMap ? OPEN_MAP : OPEN_LIST) + 2
    this.longest = Math.max(this.longest, at - this.boundary)
    if (isMatching) this.end = at
    else this.fault = 'not-json'
  }

  /** In a map colons and commas take turns; in a list no colon stands at the top. */
  #delimit(byte: number, at: number): void {
    if (byte === COMMA) {
      if (this.isMap && this.#isColonNext) this.fault = 'not-json'
      this.#isColonNext = this.isMap
      this.longest = Math.max(this.longest, at - this.boundary)
      this.boundary = at
      this.commas.add(at)
      return
    }
    if (!this.#isColonNext) this.fault = 'not-json'
    this.#isColonNext = false
    this.colons.add(at)
  }

  /** Gives the place after the closing quote; while it has not come, the place to go on from. */
  #skipString(bytes: Uint8Array, from: number, length: number): number {
    this.#isInString = true
    let at = from
    while (at < length) {
      const byte = bytes[at] ?? 0
      if (byte === QUOTE) {
        this.#isInString = false
        return at + 1
      }
      if (byte === BACKSLASH) {
        if (at + 1 === length) return at
        at += 2
      } else if (byte < 0x20) {
        this.#isInString = false
        this.fault = 'not-json'
        return at
      } else {
        at++
      }
    }
    return at
  }

  /** Gives the place after the number, or `length` while its end has not come. */
  #skipNumber(bytes: Uint8Array, from: number, length: number): number {
    let at = from + 1
    while (at < length && IN_NUMBER[bytes[at] ?? 0] === 1) at++
    if (at - from > LONGEST_NUMBER) this.fault = 'too-long'
    if (at < length && isSuspicious(bytes, from, at)) {
      this.suspicious.add(from)
      this.suspicious.add(at)
    }
    return at
  }
}

/** `contracts/universal-billing-api.md` §3: a leading zero before another digit, or 16 and more digits and no `.` or `e`. */
function isSuspicious(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] === 0x2d ? from + 1 : from
  const second = bytes[first + 1] ?? 0
  if (bytes[first] === ZERO && first + 1 < to && second >= ZERO && second <= 0x39) return true
  if (to - first < EXACT_DIGITS) return false
  for (let at = first; at < to; at++) {
    const byte = bytes[at] ?? 0
    if (byte < ZERO || byte > 0x39) return false
  }
  return true
}

/** True for the brackets a list or a map begins with. */
export function isOpening(byte: number | undefined): boolean {
  return byte === OPEN_LIST || byte === OPEN_MAP
}

const WORDS = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word))

/** The size of the word `true`, `false` or `null` that stands or begins to stand here; 0 when none does. */
function wordAt(bytes: Uint8Array, at: number, length: number): number {
  const word = WORDS.find((candidate) => candidate[0] === bytes[at])
  if (word === undefined) return 0
  const known = Math.min(word.length, length - at)
  for (let i = 1; i < known; i++) if (bytes[at + i] !== word[i]) return 0
  return word.length
}
