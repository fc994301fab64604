/**
 * The rows of a subscriber as one text: to be known again by it in the next run, and to be read when that is wanted.
 * The texts of some rows are packed together: they are held for as long as a run lasts, and most are never asked for.
 */
import { hashOf } from '../../../json/entry-hash.ts'
import { PackedTexts, type RecordText } from '../../../json/entry-text.ts'
import type { Row } from '../source.ts'

/** The subscriber's own row, and those of each side list. */
export type SubscriberRows = readonly [row: Row, ...sides: (readonly Row[])[]]

/** The text of a subscriber's rows. @param sides the rows of each side list, written down: `["…"],["…"]` */
export function textOfRows(row: Row, sides: readonly string[]): string {
  let text = `[${JSON.stringify(row)}`
  for (const side of sides) text += `,[${side}]`
  return `${text}]`
}

/** The rows a text was made of. */
function rowsOfText(text: string): SubscriberRows {
  return JSON.parse(text)
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** As many are packed together: fewer take more room, more take longer to get at one. */
const TEXTS_IN_A_PACK = 64

/** Gathers texts and packs them. */
export class RowTexts {
  #pack = new PackedTexts(false)
  #bytes: Uint8Array[] = []
  #length = 0
  readonly #read: (rows: SubscriberRows) => unknown
  readonly #passingAt: ReadonlySet<number>

  /**
   * @param read makes the record of rows
   * @param passingAt cells of a subscriber's own row that are no part of the hash
   */
  constructor(read: (rows: SubscriberRows) => unknown, passingAt: ReadonlySet<number>) {
    this.#read = read
    this.#passingAt = passingAt
  }

  /** By what the subscriber is known again. */
  hashOf(row: Row, sides: readonly string[]): string {
    const lasting = row.map((cell, at) => (this.#passingAt.has(at) ? '' : cell))
    return hashOf(bytesOf(textOfRows(lasting, sides)))
  }

  /** The text that will be kept next. @param length of it, in bytes */
  next(length: number): RecordText {
    return new RowText(this.#pack, this.#length, this.#length + length, this)
  }

  /** Keeps a text: the one that {@link next} was asked for. */
  keep(bytes: Uint8Array): void {
    this.#bytes.push(bytes)
    this.#length += bytes.length
    if (this.#bytes.length >= TEXTS_IN_A_PACK) this.flush()
  }

  read(rows: SubscriberRows): unknown {
    return this.#read(rows)
  }

  /** Packs what was not packed yet: before that it cannot be read. */
  flush(): void {
    if (this.#bytes.length === 0) return
    this.#pack.pack(Buffer.concat(this.#bytes))
    this.#pack = new PackedTexts(false)
    this.#bytes = []
    this.#length = 0
  }
}

/** The bytes of a text, as they are hashed and packed. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text)
}

class RowText implements RecordText {
  readonly #pack: PackedTexts
  readonly #from: number
  readonly #to: number
  readonly #texts: RowTexts

  constructor(pack: PackedTexts, from: number, to: number, texts: RowTexts) {
    this.#pack = pack
    this.#from = from
    this.#to = to
    this.#texts = texts
  }

  hash(): string {
    const [row, ...sides] = this.#rows
    return this.#texts.hashOf(
      row,
      sides.map((rows) => JSON.stringify(rows).slice(1, -1)),
    )
  }

  read(): unknown {
    return this.#texts.read(this.#rows)
  }

  get #rows(): SubscriberRows {
    return rowsOfText(decoder.decode(this.#pack.unpack().subarray(this.#from, this.#to)))
  }
}
