/** The entries of a lot of which some are known by the hashes of their texts: those are not parsed. */
import { EntryHasher, type HashedEntry, NOTHING_PASSES, type Passing } from './entry-hash.ts'
import { EntryText, PackedTexts, type RecordText } from './entry-text.ts'
import type { JsonFault } from './json-error.ts'
import { type Entry, parseLot } from './lot.ts'
import { PlainValues } from './plain-value.ts'
import type { Scanner } from './scanner.ts'

/** What is known of entries by their texts. */
export interface Recall {
  /** What may differ of an entry that is known. Nothing, when left out. */
  readonly passing?: Passing
  /**
   * What is known of an entry by its hash: the entry then comes with that as its value, under the key `""`, and is not
   * parsed. `undefined`: nothing is known. The text can be read as soon as the entry was given.
   * @param passing the values that are no part of the hash, in the order of their names
   */
  find(hash: string, text: RecordText, passing: readonly unknown[]): unknown
}

/** Reads lots of which some entries may be known. */
export class KnownEntries {
  readonly #recall: Recall
  readonly #hasher: EntryHasher

  constructor(recall: Recall) {
    this.#recall = recall
    this.#hasher = new EntryHasher(recall.passing ?? NOTHING_PASSES)
  }

  /** Like {@link parseLot}; neighbours that are not known are parsed together, and come with their hashes. */
  readLot(bytes: Buffer, from: number, to: number, scanner: Scanner, index: number): Entry[] | JsonFault {
    const texts = new PackedTexts(scanner.isMap)
    const lot: Entry[] = []
    let isAnyKnown = false
    let unknown: HashedEntry[] = []
    let unknownFrom = from
    const parseUnknown = (border: number): JsonFault | undefined => {
      if (unknown.length === 0) return undefined
      const parsed = parseLot(bytes, unknownFrom, border, scanner, index + lot.length)
      if (typeof parsed === 'string') return parsed
      // Nothing at all may stand only between the brackets of an empty list, never beside a comma.
      const isEmptyList = parsed.length === 0 && border === to && index + lot.length === 0
      if (parsed.length !== unknown.length && !isEmptyList) return 'not-json'
      for (const [place, [key, value]] of parsed.entries()) {
        const hashed = unknown[place]
        lot.push([key, value, hashed && this.#hasher.isTold(hashed, value) ? hashed.hash : ''])
      }
      unknown = []
      return undefined
    }
    const borders = [...scanner.commas.between(from, to), to]
    const entries = this.#hash(bytes, from, borders, scanner.inEntries.all)
    const isPassingRead = this.#hasher.readOthers(bytes, entries, scanner.suspicious.length === 0)
    let begin = from
    for (const [place, border] of borders.entries()) {
      const hashed = entries[place]
      if (hashed === undefined) continue
      const text = new EntryText(texts, begin + 1 - from, border - from, this.#hasher)
      const isKnowable = isPassingRead && hashed.hash !== ''
      const value = isKnowable ? this.#recall.find(hashed.hash, text, hashed.values) : undefined
      if (value === undefined) {
        if (unknown.length === 0) unknownFrom = begin
        unknown.push(hashed)
      } else {
        isAnyKnown = true
        const fault = parseUnknown(begin)
        if (fault !== undefined) return fault
        lot.push(['', value])
      }
      begin = border
    }
    const fault = parseUnknown(to)
    if (fault !== undefined) return fault
    if (isAnyKnown) texts.pack(bytes.subarray(from, to))
    return lot
  }

  /** @param borders where each entry ends */
  #hash(
    bytes: Buffer,
    from: number,
    borders: readonly number[],
    inEntries: Int32Array,
  ): readonly HashedEntry[] {
    const plain = new PlainValues(bytes)
    let begin = from
    let first = 0
    return borders.map((border) => {
      let end = first
      while ((inEntries[end] ?? border) < border) end++
      const hashed = this.#hasher.hash(bytes, plain, begin + 1, border, inEntries, first, end)
      begin = border
      first = end
      return hashed
    })
  }
}
