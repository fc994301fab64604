/** Finds where the JSON of a body may begin: after white space and a BOM, or on a line behind others (T33). */
import type { ByteBuffer } from './byte-buffer.ts'
import { isOpening } from './scanner.ts'

/** `mark`: a byte order mark, harmless. `text`: anything else, be it another JSON that broke off. */
export type Skipped = 'nothing' | 'mark' | 'text'

export class JsonStart {
  /** What stood before the place that was given last. */
  skipped: Skipped = 'nothing'
  readonly #buffer: ByteBuffer
  #from = 0
  #isFirstLine = true

  constructor(buffer: ByteBuffer) {
    this.#buffer = buffer
  }

  /**
   * The place of the next bracket that may open the JSON; `undefined` when more bytes are needed. Bytes that cannot be
   * part of the JSON are dropped.
   * @param isOver no more bytes will come
   */
  next(isOver: boolean): number | undefined {
    if (this.#isFirstLine && !this.#skipBlank(isOver)) return undefined
    const isHere = this.#isFirstLine && isOpening(this.#buffer.bytes[this.#from])
    this.#isFirstLine = false
    return isHere ? this.#from : this.#nextLine()
  }

  /** The JSON does not begin at this place: the search goes on behind it. */
  reject(place: number): void {
    this.#from = place + 1
    this.skipped = 'text'
  }

  /** Skips white space and a BOM; false while nothing else has come. */
  #skipBlank(isOver: boolean): boolean {
    const { bytes, length } = this.#buffer
    while (this.#from < length) {
      const bom = bomAt(bytes, this.#from, length)
      if (bom === 'begun' && !isOver) return false
      if (bom === 'whole') this.skipped = 'mark'
      else if (!isSpace(bytes[this.#from])) return true
      this.#from += bom === 'whole' ? 3 : 1
    }
    this.#dropBefore(length)
    return false
  }

  /** The next line that begins with a bracket, or one that follows the end of a PHP source. */
  #nextLine(): number | undefined {
    const { bytes, length } = this.#buffer
    this.skipped = 'text'
    for (let at = this.#from; at < length; at++) {
      if (!isLineEnd(bytes[at]) && !isTagEnd(bytes, at)) continue
      if (at + 1 === length) break
      if (isOpening(bytes[at + 1])) return at + 1
    }
    // The next byte may be the bracket.
    this.#dropBefore(Math.max(this.#from, length - TAG_END_BYTES))
    return undefined
  }

  #dropBefore(place: number): void {
    this.#buffer.dropBefore(place)
    this.#from = 0
  }
}

/** True for white space of JSON. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || isLineEnd(byte)
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d
}

const QUESTION = 0x3f
const GREATER = 0x3e
const TAG_END_BYTES = 2

/** True at the end of `?>`: a program that is printed as it is ends there, and its answer follows on the same line. */
function isTagEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === GREATER && bytes[at - 1] === QUESTION
}

const BOM = [0xef, 0xbb, 0xbf]

function bomAt(bytes: Uint8Array, at: number, length: number): 'whole' | 'begun' | 'none' {
  const known = Math.min(BOM.length, length - at)
  for (let i = 0; i < known; i++) if (bytes[at + i] !== BOM[i]) return 'none'
  return known === BOM.length ? 'whole' : 'begun'
}
