/**
 * The hash by which an entry is known again. What changes from minute to minute is not part of it: values that come
 * beside it, and numbers counted through over all entries, of which one entry more would change all that follow.
 */
import { isSpace } from './json-start.ts'
import { parseJson } from './parse.ts'
import { NOT_PLAIN, type PlainValues } from './plain-value.ts'
import { isRecord } from './shapes.ts'

/** What of an entry's members is passing. */
export interface Passing {
  /** Members whose values are no part of the hash. */
  readonly values: readonly string[]
  /** Members in which the numbers that are keys mean nothing. */
  readonly counted: readonly string[]
}

export const NOTHING_PASSES: Passing = { values: [], counted: [] }

export interface HashedEntry {
  /** Equal for texts of which nothing else differs, and for no others; `""`: the entry cannot be known again. */
  readonly hash: string
  /** The passing values, in the order of their names; `undefined` where it lacks one, {@link NOT_PLAIN} where one is not read yet. */
  readonly values: unknown[]
  /** Of each that is not read yet: its name's number, where it begins and where it ends. */
  readonly unread: number[]
  /** Members of the entry, repeated ones too. */
  readonly members: number
}

type Hashing = { -readonly [Member in keyof HashedEntry]: HashedEntry[Member] }

const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_MAP = 0x7b
const CLOSE_MAP = 0x7d
const ZERO = 0x30
const NINE = 0x39
/** Stands for what is left out; in no JSON. */
const LEFT_OUT = 0
/** Objects give keys of more digits in another order than that of their numbers. */
const MOST_DIGITS = 9

/** So many are copied faster one by one. */
const FEW_BYTES = 32

const encoder = new TextEncoder()
const hasher = new Bun.CryptoHasher('blake2b256')
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Equal for equal texts, and for no others. */
export function hashOf(text: Uint8Array): string {
  return hasher.update(text).digest('base64')
}

export class EntryHasher {
  readonly #passing: Passing
  /** The values' names, then those that are counted. */
  readonly #names: readonly Uint8Array[]
  /** The values of an entry that has none of them. */
  readonly #lackingAll: readonly unknown[]
  /** Bytes a name ends with: most names that are looked at end with another one. */
  readonly #isLast = new Uint8Array(256)

  constructor(passing: Passing) {
    this.#passing = passing
    this.#lackingAll = passing.values.map(() => undefined)
    this.#names = [...passing.values, ...passing.counted].map((name) => encoder.encode(name))
    for (const name of this.#names) this.#isLast[name.at(-1) ?? 0] = 1
  }

  /**
   * Hashes the entry with the text from `from` up to `to`.
   * @param plain reads the same bytes
   * @param delimiters places of colons and commas between the members of entries
   * @param first place in them of the entry's first one
   * @param end place in them behind its last one
   */
  hash(
    bytes: Uint8Array,
    plain: PlainValues,
    from: number,
    to: number,
    delimiters: Int32Array,
    first: number,
    end: number,
  ): HashedEntry {
    const entry: Hashing = { hash: '', values: this.#lackingAll.slice(), unread: [], members: 0 }
    let isRepeated = false
    kept.begin(bytes, from, to)
    for (let i = first; i < end; i++) {
      const colon = delimiters[i] ?? 0
      if (bytes[colon] !== COLON) continue
      entry.members++
      const name = this.#nameBefore(bytes, colon)
      if (name < 0) continue
      const close = i + 1 < end ? (delimiters[i + 1] ?? 0) : closingBefore(bytes, colon + 1, to)
      if (name >= entry.values.length) {
        leaveOutCounters(bytes, colon + 1, close)
        continue
      }
      isRepeated ||= entry.values[name] !== undefined
      this.#takeValue(entry, name, plain, colon + 1, close)
      kept.leaveOut(colon + 1, close)
    }
    const text = kept.end()
    if (!isRepeated) entry.hash = hashOf(text)
    return entry
  }

  #takeValue(entry: Hashing, name: number, plain: PlainValues, from: number, to: number): void {
    const value = plain.read(from, to)
    entry.values[name] = value
    if (value === NOT_PLAIN) entry.unread.push(name, from, to)
  }

  /**
   * Reads the values of a lot that are not read yet, in one go: one by one it takes three times as long. False when they
   * are no JSON: then the entries are none either.
   * @param isExact no number among them would lose digits
   */
  readOthers(bytes: Uint8Array, entries: readonly HashedEntry[], isExact: boolean): boolean {
    const others = entries.filter(({ unread }) => unread.length > 0)
    if (others.length === 0) return true
    aside.clear()
    let count = 0
    for (const { unread } of others)
      for (let i = 0; i < unread.length; i += 3) {
        aside.addByte(count++ === 0 ? OPEN_LIST : COMMA)
        aside.add(bytes, unread[i + 1] ?? 0, unread[i + 2] ?? 0)
      }
    aside.addByte(CLOSE_LIST)
    try {
      const text = utf8.decode(aside.all)
      const read: unknown = isExact ? JSON.parse(text) : parseJson(text)
      // Nothing in the place of a value is none.
      if (!Array.isArray(read) || read.length !== count) return false
      let next = 0
      for (const { unread, values } of others)
        for (let i = 0; i < unread.length; i += 3) values[unread[i] ?? 0] = read[next++]
      return true
    } catch {
      return false
    }
  }

  /**
   * True when an entry's text tells which values are passing: not where a member is repeated, or its name written in
   * another way. That it does is part of the hash, so once is enough to look.
   */
  isTold({ values, members }: HashedEntry, value: unknown): boolean {
    if (!isRecord(value)) return true
    return (
      Object.keys(value).length === members &&
      this.#passing.values.every(
        (name, place) => Object.hasOwn(value, name) === (values[place] !== undefined),
      )
    )
  }

  /** Which of the names stands before a colon, -1: none of them. */
  #nameBefore(bytes: Uint8Array, colon: number): number {
    let quote = colon - 1
    while (isSpace(bytes[quote])) quote--
    if (this.#isLast[bytes[quote - 1] ?? 0] === 0) return -1
    for (let i = 0; i < this.#names.length; i++) {
      const name = this.#names[i]
      if (name !== undefined && isKey(bytes, quote - name.length, name)) return i
    }
    return -1
  }
}

/** True where a name begins as a key is written plainly. */
function isKey(bytes: Uint8Array, from: number, name: Uint8Array): boolean {
  for (let i = name.length - 1; i >= 0; i--) if (bytes[from + i] !== name[i]) return false
  return bytes[from - 1] === QUOTE && bytes[from - 2] !== BACKSLASH
}

/** The place of the bracket that closes an entry; before its last value where something else stands there. */
function closingBefore(bytes: Uint8Array, begin: number, to: number): number {
  let at = to - 1
  while (at > begin && isSpace(bytes[at])) at--
  return bytes[at] === CLOSE_MAP ? at : begin
}

/** Leaves out the numbers that are keys; none of them unless they ascend: otherwise they decide about the order. */
function leaveOutCounters(bytes: Uint8Array, from: number, to: number): void {
  const places: number[] = []
  let last = -1
  for (let at = from + 1; at < to; at++) {
    if (bytes[at] !== QUOTE || (bytes[at - 1] !== OPEN_MAP && bytes[at - 1] !== COMMA)) continue
    let number = 0
    let end = at + 1
    while (isDigit(bytes[end]) && end - at <= MOST_DIGITS) number = number * 10 + (bytes[end++] ?? 0) - ZERO
    if (end === at + 1 || bytes[end] !== QUOTE || bytes[end + 1] !== COLON) continue
    const isPlain = bytes[at + 1] !== ZERO || end === at + 2
    if (!isPlain || number <= last) return
    last = number
    places.push(at + 1, end)
    at = end
  }
  for (let i = 0; i < places.length; i += 2) kept.leaveOut(places[i] ?? 0, places[i + 1] ?? 0)
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE
}

/** Bytes that are put together piece by piece, in room that is used again. */
class Pieces {
  #bytes = new Uint8Array(4096)
  #length = 0

  get length(): number {
    return this.#length
  }

  get all(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  clear(): void {
    this.#length = 0
  }

  add(bytes: Uint8Array, from: number, to: number): void {
    this.#makeRoom(to - from)
    if (to - from > FEW_BYTES) this.#bytes.set(bytes.subarray(from, to), this.#length)
    else for (let at = from; at < to; at++) this.#bytes[this.#length + at - from] = bytes[at] ?? 0
    this.#length += to - from
  }

  addByte(byte: number): void {
    this.#makeRoom(1)
    this.#bytes[this.#length++] = byte
  }

  #makeRoom(size: number): void {
    const needed = this.#length + size
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(needed * 2)
    larger.set(this.all)
    this.#bytes = larger
  }
}

/** A text of which passages are left out, in room that is used again. Places are those in the text as it came. */
class Shortened {
  #bytes = new Uint8Array(4096)
  #from = 0
  #to = 0
  /** What is kept of the text up to `#done` stands at the beginning already; what follows is where it was. */
  #length = 0
  #done = 0

  begin(bytes: Uint8Array, from: number, to: number): void {
    if (to - from > this.#bytes.length) this.#bytes = new Uint8Array(2 * (to - from))
    this.#bytes.set(bytes.subarray(from, to))
    this.#from = from
    this.#to = to
    this.#length = 0
    this.#done = from
  }

  /** Passages are left out one behind the other. Where there is nothing, nothing is. */
  leaveOut(from: number, to: number): void {
    if (from === to) return
    this.#keepUpTo(from)
    this.#bytes[this.#length++] = LEFT_OUT
    this.#done = to
  }

  /** What is kept. */
  end(): Uint8Array {
    this.#keepUpTo(this.#to)
    return this.#bytes.subarray(0, this.#length)
  }

  #keepUpTo(place: number): void {
    // Moved within the same room: to make a view of every piece would cost as much as hashing it.
    this.#bytes.copyWithin(this.#length, this.#done - this.#from, place - this.#from)
    this.#length += place - this.#done
  }
}

const kept = new Shortened()
const aside = new Pieces()
