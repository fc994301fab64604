/**
 * Splits the bytes of one JSON list or map into its entries and parses them in lots, so that neither the whole text
 * nor all of its objects are ever held at once. What stands before the JSON is skipped
 * (`contracts/universal-billing-api.md` T33).
 */

import { EntryText, hashOf, PackedTexts } from './entry-text.ts'
import { type BodyExcerpt, JsonError, type JsonFault } from './json-error.ts'
import { type Entry, parseLot } from './lot.ts'
import { isOpening, Scanner } from './scanner.ts'

/** Entries are parsed together once they come to this many bytes: fewer calls of the parser, still little memory. */
const LOT_BYTES = 64 * 1024
/** An entry beyond this is no record of anybody. */
const MOST_ENTRY_BYTES = 256 * 1024 * 1024
/** Trying line after line of garbage must not become a way to keep the reader busy: a try costs as many bytes. */
const MOST_RETRIED_BYTES = 32 * 1024 * 1024
const LEAST_TRY_BYTES = 1024
const EXCERPT_BYTES = 4096

const MESSAGES: Record<JsonFault, string> = {
  empty: 'the body is empty',
  'not-json': 'the body is not JSON',
  scalar: 'the JSON is neither a list nor a map',
  cut: 'the JSON ends too early',
  trailing: 'something follows the JSON',
  encoding: 'a byte of the JSON is not UTF-8',
  'too-deep': 'the JSON is nested too deeply',
  'too-long': 'one record of the JSON is larger than any can be',
}

/** `mark`: a byte order mark, harmless. `text`: anything else, be it another JSON that broke off. */
export type Skipped = 'nothing' | 'mark' | 'text'

/**
 * What is known of an entry by the hash of its text: the entry then comes with that as its value, under the key `""`,
 * and is not parsed. `undefined`: nothing is known. The text can be read as soon as the entry was given.
 */
export type Recall = (hash: string, text: EntryText) => unknown

export class Splitter {
  readonly #recall: Recall | undefined
  #bytes = new Uint8Array(4 * LOT_BYTES)
  #length = 0
  #size = 0
  #head = ''
  /** Where to look for the start of the JSON. */
  #from = 0
  #isFirstLine = true
  #skipped: Skipped = 'nothing'
  #scanner: Scanner | undefined
  /** The opening bracket of the candidate now read; only of meaning until its first lot is given away. */
  #start = 0
  /** The bracket or comma before the next entry to parse. */
  #lotStart = 0
  #index = 0
  /** The entries of the last lot: given away once it is certain that nothing follows. */
  #held: Entry[] = []
  /** True once entries were given away: from then on there is no way back to another line. */
  #isCommitted = false
  #retriedBytes = 0
  #firstError: JsonError | undefined

  constructor(recall?: Recall) {
    this.#recall = recall
  }

  /** What stood before the JSON. Certain after {@link finish}. */
  get skipped(): Skipped {
    return this.#skipped
  }

  /** Takes the next bytes, gives the entries that are whole by now. @throws JsonError */
  push(chunk: Uint8Array): Entry[] {
    this.#append(chunk)
    return this.#advance(false)
  }

  /** The bytes are over; gives the last entries. @throws JsonError when that is too early */
  finish(): Entry[] {
    this.#advance(true)
    if (this.#scanner === undefined) throw this.#nothingFound()
    return this.#held
  }

  /** What was read, for messages. */
  excerpt(): BodyExcerpt {
    const tail = this.#bytes.subarray(Math.max(0, this.#length - EXCERPT_BYTES), this.#length)
    return { head: this.#head, tail: lenientText(tail), size: this.#size }
  }

  #append(chunk: Uint8Array): void {
    if (this.#size < EXCERPT_BYTES) this.#head += lenientText(chunk.subarray(0, EXCERPT_BYTES - this.#size))
    this.#size += chunk.length
    const needed = this.#length + chunk.length
    if (needed > MOST_ENTRY_BYTES) throw this.#error('too-long')
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = larger
    }
    this.#bytes.set(chunk, this.#length)
    this.#length = needed
  }

  #advance(isOver: boolean): Entry[] {
    for (;;) {
      this.#scanner ??= this.#findStart(isOver)
      if (this.#scanner === undefined) return []
      try {
        return this.#read(this.#scanner, isOver)
      } catch (error) {
        if (!(error instanceof JsonError) || this.#isCommitted) throw error
        this.#tryNextLine(this.#scanner, error)
      }
    }
  }

  #read(scanner: Scanner, isOver: boolean): Entry[] {
    if (scanner.end < 0) {
      scanner.scan(this.#bytes, this.#length)
      if (scanner.fault !== undefined) throw this.#error(scanner.fault)
      if (scanner.end >= 0) this.#held = this.#take(scanner, scanner.end)
      else if (isOver) this.#cut(scanner)
      else if (scanner.boundary - this.#lotStart >= LOT_BYTES) return this.#give(scanner)
    }
    if (scanner.end >= 0) this.#checkRest(scanner)
    return []
  }

  #give(scanner: Scanner): Entry[] {
    const entries = this.#take(scanner, scanner.boundary)
    this.#isCommitted = true
    this.#dropBefore(this.#lotStart)
    return entries
  }

  #take(scanner: Scanner, to: number): Entry[] {
    const lot = this.#recall === undefined ? this.#parse(scanner, to) : this.#known(scanner, to, this.#recall)
    // A comma promises an entry.
    if (lot.length === 0 && this.#index > 0) throw this.#error('not-json')
    scanner.forget(to)
    this.#lotStart = to
    this.#index += lot.length
    return lot
  }

  #parse(scanner: Scanner, to: number, from = this.#lotStart, index = this.#index): Entry[] {
    const lot = parseLot(this.#bytes, from, to, scanner, index)
    if (typeof lot === 'string') throw this.#error(lot)
    return lot
  }

  /** The entries, known or parsed; neighbours that have to be parsed are parsed together. */
  #known(scanner: Scanner, to: number, recall: Recall): Entry[] {
    const lotStart = this.#lotStart
    const texts = new PackedTexts(scanner.isMap)
    const lot: Entry[] = []
    let isAnyKnown = false
    let unknown: string[] = []
    let unknownFrom = lotStart
    const parseUnknown = (border: number): void => {
      if (unknown.length === 0) return
      const parsed = this.#parse(scanner, border, unknownFrom, this.#index + lot.length)
      // Nothing at all may stand only between the brackets of an empty list, never beside a comma.
      const isEmptyList = parsed.length === 0 && border === to && this.#index + lot.length === 0
      if (parsed.length !== unknown.length && !isEmptyList) throw this.#error('not-json')
      for (const [place, [key, value]] of parsed.entries()) lot.push([key, value, unknown[place]])
      unknown = []
    }
    let from = lotStart
    for (const border of [...scanner.commas.filter((comma) => comma > lotStart && comma < to), to]) {
      const hash = hashOf(this.#bytes.subarray(from + 1, border))
      const value = recall(hash, new EntryText(texts, from + 1 - lotStart, border - lotStart))
      if (value === undefined) {
        if (unknown.length === 0) unknownFrom = from
        unknown.push(hash)
      } else {
        isAnyKnown = true
        parseUnknown(from)
        lot.push(['', value])
      }
      from = border
    }
    parseUnknown(to)
    if (isAnyKnown) texts.pack(this.#bytes.subarray(lotStart, to))
    return lot
  }

  /** The bytes end inside the JSON. When entries before were sound it is a cut answer, not a line of garbage. */
  #cut(scanner: Scanner): never {
    if (scanner.boundary > this.#lotStart) {
      this.#take(scanner, scanner.boundary)
      this.#isCommitted = true
    }
    throw this.#error('cut')
  }

  /** Only white space may follow. */
  #checkRest(scanner: Scanner): void {
    while (scanner.position < this.#length) {
      if (!isSpace(this.#bytes[scanner.position])) throw this.#error('trailing')
      scanner.position++
    }
    if (!this.#isCommitted) return
    this.#length = scanner.end + 1
    scanner.position = this.#length
  }

  #tryNextLine(scanner: Scanner, error: JsonError): void {
    this.#firstError ??= error
    this.#retriedBytes += Math.max(scanner.position - this.#start, LEAST_TRY_BYTES)
    if (this.#retriedBytes > MOST_RETRIED_BYTES) throw error
    this.#scanner = undefined
    this.#held = []
    this.#index = 0
    this.#from = this.#start + 1
    this.#skipped = 'text'
  }

  #findStart(isOver: boolean): Scanner | undefined {
    if (this.#isFirstLine && !this.#skipBlank(isOver)) return undefined
    const start = this.#isFirstLine && isOpening(this.#bytes[this.#from]) ? this.#from : this.#nextLine()
    this.#isFirstLine = false
    if (start === undefined) return undefined
    this.#start = start
    this.#lotStart = start
    return new Scanner(this.#bytes, start)
  }

  /** Skips white space and a BOM; false while nothing else has come. */
  #skipBlank(isOver: boolean): boolean {
    while (this.#from < this.#length) {
      const bom = bomAt(this.#bytes, this.#from, this.#length)
      if (bom === 'begun' && !isOver) return false
      if (bom === 'whole') this.#skipped = 'mark'
      else if (!isSpace(this.#bytes[this.#from])) return true
      this.#from += bom === 'whole' ? 3 : 1
    }
    this.#dropBefore(this.#length)
    return false
  }

  /** The next line that begins with a bracket. What comes before it is forgotten. */
  #nextLine(): number | undefined {
    this.#skipped = 'text'
    for (let at = this.#from; at < this.#length; at++) {
      if (!isLineEnd(this.#bytes[at])) continue
      if (at + 1 === this.#length) {
        this.#dropBefore(at)
        return undefined
      }
      if (isOpening(this.#bytes[at + 1])) return at + 1
    }
    this.#dropBefore(this.#length)
    return undefined
  }

  #dropBefore(place: number): void {
    this.#bytes.copyWithin(0, place, this.#length)
    this.#length -= place
    this.#from = 0
    this.#lotStart -= place
    this.#scanner?.shift(place)
  }

  #nothingFound(): JsonError {
    if (this.#firstError !== undefined) return this.#firstError
    if (this.#head.replace('\uFEFF', '').trim() === '') return this.#error('empty')
    return this.#error(this.#size <= EXCERPT_BYTES && isJson(this.#head) ? 'scalar' : 'not-json')
  }

  #error(fault: JsonFault): JsonError {
    return new JsonError(fault, MESSAGES[fault], this.excerpt())
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || isLineEnd(byte)
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d
}

const BOM = [0xef, 0xbb, 0xbf]

function bomAt(bytes: Uint8Array, at: number, length: number): 'whole' | 'begun' | 'none' {
  const known = Math.min(BOM.length, length - at)
  for (let i = 0; i < known; i++) if (bytes[at + i] !== BOM[i]) return 'none'
  return known === BOM.length ? 'whole' : 'begun'
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

function lenientText(bytes: Uint8Array): string {
  return lenient.decode(bytes)
}
