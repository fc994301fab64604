/**
 * Splits the bytes of one JSON list or map into its entries and parses them in lots, so that neither the whole text
 * nor all of its objects are ever held at once. What stands before the JSON is skipped
 * (`contracts/universal-billing-api.md` T33).
 */
import { ByteBuffer } from './byte-buffer.ts'
import { placeOf } from './fault-place.ts'
import { type BodyExcerpt, JsonError, type JsonFault } from './json-error.ts'
import { isSpace, JsonStart, type Skipped } from './json-start.ts'
import { KnownEntries, type Recall } from './known-entries.ts'
import { type Entry, parseLot } from './lot.ts'
import { Scanner } from './scanner.ts'
import { idOfItem } from './shapes.ts'

/** Entries are parsed together once they come to this many bytes: fewer calls of the parser, still little memory. */
const LOT_BYTES = 64 * 1024
/** An entry beyond this is no record of anybody. */
export const MOST_ENTRY_BYTES = 8 * 1024 * 1024
/** Trying line after line of garbage must not become a way to keep the reader busy: a try costs as many bytes. */
const MOST_RETRIED_BYTES = 32 * 1024 * 1024
const LEAST_TRY_BYTES = 1024

const MESSAGES: Record<JsonFault, string> = {
  empty: 'the body is empty',
  'not-json': 'the body is not JSON',
  scalar: 'the JSON is neither a list nor a map',
  cut: 'the JSON ends too early',
  trailing: 'something follows the JSON',
  encoding: 'a byte of the JSON is not UTF-8',
  'too-deep': 'the JSON is nested too deeply',
  'too-long': `one record of the JSON is larger than ${MOST_ENTRY_BYTES / 1024 / 1024} MiB`,
}

export class Splitter {
  readonly #known: KnownEntries | undefined
  readonly #buffer = new ByteBuffer(MOST_ENTRY_BYTES + 4 * LOT_BYTES)
  readonly #jsonStart = new JsonStart(this.#buffer)
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
  /** The id of the last entry that was taken. */
  #lastId = ''
  #retriedBytes = 0
  #firstError: JsonError | undefined

  constructor(recall?: Recall) {
    this.#known = recall && new KnownEntries(recall)
  }

  /** What stood before the JSON. Certain after {@link finish}. */
  get skipped(): Skipped {
    return this.#jsonStart.skipped
  }

  /** Takes the next bytes, gives the entries that are whole by now. @throws JsonError */
  push(chunk: Uint8Array): Entry[] {
    if (!this.#buffer.append(chunk)) throw this.#error('too-long')
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
    return this.#buffer.excerpt()
  }

  #advance(isOver: boolean): Entry[] {
    for (;;) {
      this.#scanner ??= this.#findStart(isOver)
      if (this.#scanner === undefined) return []
      try {
        return this.#read(this.#scanner, isOver)
      } catch (error) {
        if (!(error instanceof JsonError)) throw error
        // What is larger than any record is not searched for another beginning: it may go on for ever.
        if (this.#isCommitted || error.fault === 'too-long') throw this.#placed(this.#scanner, error)
        this.#tryNextLine(this.#scanner, error)
      }
    }
  }

  #findStart(isOver: boolean): Scanner | undefined {
    const start = this.#jsonStart.next(isOver)
    if (start === undefined) return undefined
    this.#start = start
    this.#lotStart = start
    return new Scanner(this.#buffer.bytes, start, this.#known !== undefined)
  }

  #read(scanner: Scanner, isOver: boolean): Entry[] {
    if (scanner.end < 0) {
      scanner.scan(this.#buffer.bytes, this.#buffer.length)
      if (scanner.fault !== undefined) throw this.#error(scanner.fault)
      const unfinished = scanner.end >= 0 ? 0 : this.#buffer.length - scanner.boundary
      if (Math.max(scanner.longest, unfinished) > MOST_ENTRY_BYTES) throw this.#error('too-long')
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
    this.#buffer.dropBefore(this.#lotStart)
    scanner.shift(this.#lotStart)
    this.#lotStart = 0
    return entries
  }

  #take(scanner: Scanner, to: number): Entry[] {
    const { bytes } = this.#buffer
    const from = this.#lotStart
    const lot =
      this.#known === undefined
        ? parseLot(bytes, from, to, scanner, this.#index)
        : this.#known.readLot(bytes, from, to, scanner, this.#index)
    if (typeof lot === 'string') throw this.#error(lot)
    // A comma promises an entry.
    if (lot.length === 0 && this.#index > 0) throw this.#error('not-json')
    const last = lot.at(-1)
    if (last !== undefined) this.#lastId = idOfItem(last[0], last[1])
    scanner.forget(to)
    this.#lotStart = to
    this.#index += lot.length
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
    const buffer = this.#buffer
    while (scanner.position < buffer.length) {
      if (!isSpace(buffer.bytes[scanner.position])) throw this.#error('trailing')
      scanner.position++
    }
    if (!this.#isCommitted) return
    buffer.length = scanner.end + 1
    scanner.position = buffer.length
  }

  #tryNextLine(scanner: Scanner, error: JsonError): void {
    this.#firstError ??= this.#placed(scanner, error)
    this.#retriedBytes += Math.max(scanner.position - this.#start, LEAST_TRY_BYTES)
    if (this.#retriedBytes > MOST_RETRIED_BYTES) throw error
    this.#scanner = undefined
    this.#held = []
    this.#index = 0
    this.#lastId = ''
    this.#jsonStart.reject(this.#start)
  }

  #nothingFound(): JsonError {
    // By now more is known of the body than when it was first given up.
    const first = this.#firstError
    if (first !== undefined) return new JsonError(first.fault, first.message, this.excerpt(), first.place)
    const { head, isShort } = this.#buffer
    if (head.replace('\uFEFF', '').trim() === '') return this.#error('empty')
    return this.#error(isShort && isJson(head) ? 'scalar' : 'not-json')
  }

  #placed(scanner: Scanner, { fault, message, excerpt }: JsonError): JsonError {
    const { bytes, length, size } = this.#buffer
    const place = placeOf(fault, {
      bytes,
      start: this.#lotStart,
      end: length,
      gone: size - length,
      scanner,
      taken: this.#index,
      lastId: this.#lastId,
    })
    return new JsonError(fault, message, excerpt, place)
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
