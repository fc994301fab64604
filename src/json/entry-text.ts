/** An entry of a list or a map as it stood in the text, by which it is known again. */
import type { Entry } from './lot.ts'
import { parseLot } from './lot.ts'
import { Scanner } from './scanner.ts'

const OPEN = { list: 0x5b, map: 0x7b } as const
/** A closing bracket stands two places behind its opening one. */
const CLOSING = 2
/** 132 bits: no two texts of any list there is have the same hash. */
const HASH_CHARACTERS = 22

const hasher = new Bun.CryptoHasher('blake2b256')

export class EntryText {
  readonly #bytes: Uint8Array
  readonly #from: number
  readonly #to: number
  #hash: string | undefined

  /**
   * @param bytes hold the entry from `from` on, up to `to`; they must not change any more
   * @param isKeyed the text is an entry of a map, its key included; otherwise an item of a list, which has none
   */
  constructor(
    bytes: Uint8Array,
    from: number,
    to: number,
    readonly isKeyed: boolean,
  ) {
    this.#bytes = bytes
    this.#from = from
    this.#to = to
  }

  /** Equal for equal texts, and for no others. */
  get hash(): string {
    this.#hash ??= hasher
      .update(this.#bytes.subarray(this.#from, this.#to))
      .digest('base64')
      .slice(0, HASH_CHARACTERS)
    return this.#hash
  }

  /**
   * Reads the entry, exactly as it would have been read in its place; an item of a list has the key `"0"`.
   * `undefined` when it is no legal JSON: not of a text that was read before.
   */
  parse(): Entry | undefined {
    const open = this.isKeyed ? OPEN.map : OPEN.list
    const body = new Uint8Array(this.#to - this.#from + 2)
    body[0] = open
    body.set(this.#bytes.subarray(this.#from, this.#to), 1)
    body[body.length - 1] = open + CLOSING
    const scanner = new Scanner(body, 0)
    scanner.scan(body, body.length)
    if (scanner.end !== body.length - 1) return undefined
    const lot = parseLot(body, 0, scanner.end, scanner, 0)
    return typeof lot === 'string' ? undefined : lot[0]
  }
}
