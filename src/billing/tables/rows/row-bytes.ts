/**
 * Rows written down as bytes: each cell behind its length, NULL as no length. So equal bytes are equal rows, and no
 * others; and nothing is made a text of that nobody wants to read. Most rows of a run are only known again.
 */
import type { Cell, RawCell, RawRow, ReadRawCell } from '../source.ts'

/** So many are copied faster one by one. */
const FEW_BYTES = 48
/** A number takes no more, and a character of a text no more than three. */
const MOST_BYTES_A_NUMBER = 5
const MOST_BYTES_A_CHARACTER = 3
/** Bits of a number in a byte; the byte's last one says that more follow. */
const BITS = 7
const MORE = 1 << BITS

/** Of the hash known as FNV-1a. */
const HASH_BEGIN = 0x811c9dc5 | 0
const HASH_PRIME = 0x01000193

/** Bytes that are put together cell by cell, in room that grows and is used again. */
export class RowBytes {
  #bytes: Uint8Array<ArrayBuffer>
  /** The same ones. A part of a buffer is another buffer, and dearer to make. */
  #buffer: Buffer
  #length = 0

  constructor(room: number) {
    this.#bytes = new Uint8Array(room)
    this.#buffer = Buffer.from(this.#bytes.buffer)
  }

  get length(): number {
    return this.#length
  }

  /** What stands there; another writing may change it. */
  part(from: number, to: number): Uint8Array {
    return this.#bytes.subarray(from, to)
  }

  /** What stands behind is written over. */
  cutTo(length: number): void {
    this.#length = length
  }

  addRow(row: RawRow, from: number, to: number): void {
    for (let at = from; at < to; at++) this.addCell(row[at] ?? null)
  }

  addCell(cell: RawCell): void {
    if (cell === null) {
      this.addNumber(0)
    } else if (typeof cell === 'string') {
      this.#makeRoom(cell.length * MOST_BYTES_A_CHARACTER + MOST_BYTES_A_NUMBER)
      this.addNumber(Buffer.byteLength(cell) + 1)
      this.#length += this.#buffer.write(cell, this.#length)
    } else {
      this.addNumber(cell.length + 1)
      this.add(cell, 0, cell.length)
    }
  }

  addNumber(number: number): void {
    this.#makeRoom(MOST_BYTES_A_NUMBER)
    let rest = number
    while (rest >= MORE) {
      this.#bytes[this.#length++] = (rest % MORE) | MORE
      rest = Math.floor(rest / MORE)
    }
    this.#bytes[this.#length++] = rest
  }

  add(bytes: Uint8Array, from: number, to: number): void {
    const size = to - from
    this.#makeRoom(size)
    const target = this.#bytes
    const start = this.#length
    if (size > FEW_BYTES) target.set(bytes.subarray(from, to), start)
    else for (let at = 0; at < size; at++) target[start + at] = bytes[from + at] ?? 0
    this.#length = start + size
  }

  /** The same part of another. */
  addPart(other: RowBytes, from: number, to: number): void {
    this.add(other.#bytes, from, to)
  }

  /** A hash of 32 bits of what stands there: other parts may have it as well. */
  hashOfPart(from: number, to: number): number {
    const bytes = this.#bytes
    let hash = HASH_BEGIN
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), HASH_PRIME)
    return hash
  }

  /** True where a part of another holds the same bytes. */
  isEqual(from: number, to: number, other: RowBytes, otherFrom: number, otherTo: number): boolean {
    if (to - from !== otherTo - otherFrom) return false
    const bytes = this.#bytes
    const others = other.#bytes
    for (let at = from; at < to; at++) if (bytes[at] !== others[at - from + otherFrom]) return false
    return true
  }

  /** Below 0, 0 or above it, as two parts stand to each other. */
  compare(from: number, to: number, otherFrom: number, otherTo: number): number {
    return this.#buffer.compare(this.#buffer, otherFrom, otherTo, from, to)
  }

  #makeRoom(size: number): void {
    const needed = this.#length + size
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(needed * 2)
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
    this.#buffer = Buffer.from(larger.buffer)
  }
}

/** Reads what was written down, in the same order. */
export class RowBytesReader {
  readonly #bytes: Uint8Array
  readonly #read: ReadRawCell
  #at = 0

  constructor(bytes: Uint8Array, read: ReadRawCell) {
    this.#bytes = bytes
    this.#read = read
  }

  row(cells: number): Cell[] {
    return Array.from({ length: cells }, () => this.#cell())
  }

  number(): number {
    let number = 0
    for (let worth = 1; ; worth *= MORE) {
      const byte = this.#bytes[this.#at++] ?? 0
      number += (byte % MORE) * worth
      if (byte < MORE) return number
    }
  }

  #cell(): Cell {
    const length = this.number()
    if (length === 0) return null
    const from = this.#at
    this.#at += length - 1
    return this.#read(this.#bytes.subarray(from, this.#at))
  }
}
