/** Entries of a list or a map as they stood in the text, to be known again by it and to be read when that is wanted. */
import type { EntryHasher } from './entry-hash.ts'
import { type Entry, parseLot } from './lot.ts'
import { PlainValues } from './plain-value.ts'
import { Scanner } from './scanner.ts'

const OPEN_LIST = 0x5b
const OPEN_MAP = 0x7b
/** A closing bracket stands two places behind its opening one. */
const CLOSING = 2

/**
 * Texts of neighbouring entries, packed: as they come they take more room than everything else that is held of them.
 * They are packed beside the run, by another processor where there is one, and stay as they came until that is done.
 */
export class PackedTexts {
  readonly isMap: boolean
  #plain: Uint8Array | undefined
  #packed: Uint8Array | undefined

  /** @param isMap they are entries of a map, each with its key */
  constructor(isMap: boolean) {
    this.isMap = isMap
  }

  /** @param bytes may be written over as soon as this returns */
  pack(bytes: Uint8Array): void {
    // A copy: what slice() gives of a Buffer is none.
    const plain = new Uint8Array(bytes)
    this.#plain = plain
    // Where there is no room to pack them in, they stay as they are.
    this.#packBeside(plain).catch(() => {})
  }

  async #packBeside(plain: Uint8Array): Promise<void> {
    this.#packed = await Bun.zstdCompress(plain, { level: 1 })
    this.#plain = undefined
  }

  /** @throws RangeError before they were handed over */
  unpack(): Uint8Array {
    if (this.#plain !== undefined) return this.#plain
    if (this.#packed === undefined) throw new RangeError('There are no texts yet.')
    if (unpacked?.texts !== this) unpacked = { texts: this, bytes: Bun.zstdDecompressSync(this.#packed) }
    return unpacked.bytes
  }
}

/** Who reads entries in their order unpacks each lot once. */
let unpacked: { readonly texts: PackedTexts; readonly bytes: Uint8Array } | undefined

/** The text of a record, to be known again by its hash and to be read when that is wanted. */
export interface RecordText {
  /** The same hash it was recalled by. */
  hash(): string
  /** The record, exactly as it would have been read in its place. */
  read(): unknown
}

/** One of them. Hundreds of thousands may be held. */
export class EntryText implements RecordText {
  readonly #texts: PackedTexts
  readonly #from: number
  readonly #to: number
  readonly #hasher: EntryHasher

  constructor(texts: PackedTexts, from: number, to: number, hasher: EntryHasher) {
    this.#texts = texts
    this.#from = from
    this.#to = to
    this.#hasher = hasher
  }

  /** The same hash it was recalled by. */
  hash(): string {
    const { body, scanner } = this.#scanned(true)
    const inEntries = scanner.inEntries.all
    const plain = new PlainValues(body)
    return this.#hasher.hash(body, plain, 1, body.length - 1, inEntries, 0, inEntries.length).hash
  }

  /**
   * Reads the entry's value, exactly as it would have been read in its place. `undefined` when it is no legal JSON:
   * never of a text that was read before.
   */
  read(): unknown {
    const { body, scanner } = this.#scanned(false)
    if (scanner.end !== body.length - 1) return undefined
    const lot = parseLot(body, 0, scanner.end, scanner, 0)
    const [entry]: readonly (Entry | undefined)[] = typeof lot === 'string' ? [] : lot
    return entry?.[1]
  }

  /** The entry as the only one of its list or map. */
  #scanned(isLookingIntoEntries: boolean): { body: Buffer; scanner: Scanner } {
    const open = this.#texts.isMap ? OPEN_MAP : OPEN_LIST
    const body = Buffer.alloc(this.#to - this.#from + 2)
    body[0] = open
    body.set(this.#texts.unpack().subarray(this.#from, this.#to), 1)
    body[body.length - 1] = open + CLOSING
    const scanner = new Scanner(body, 0, isLookingIntoEntries)
    scanner.scan(body, body.length)
    return { body, scanner }
  }
}
