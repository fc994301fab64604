/** Parts of rows that were met, each held once: of hundreds of thousands of addresses few are different houses. */
import { NumberList } from './number-list.ts'
import { RowBytes } from './row-bytes.ts'

export class MetParts {
  readonly #bytes = new RowBytes(LEAST_ROOM)
  /** Where each part begins; the next one begins where it ends. */
  readonly #begins = new NumberList()
  /** By a hash: the part that has it, or one behind which others with the same hash follow. */
  readonly #byHash = new Map<number, number>()

  /** True when the part was not met before; it is from now on. */
  meet(source: RowBytes, from: number, to: number): boolean {
    // A part whose hash is another one's already has the next one that is free.
    for (let hash = source.hashOfPart(from, to); ; hash = (hash + 1) | 0) {
      const known = this.#byHash.get(hash)
      if (known === undefined) {
        this.#byHash.set(hash, this.#begins.length)
        this.#begins.push(this.#bytes.length)
        this.#bytes.addPart(source, from, to)
        return true
      }
      if (source.isEqual(from, to, this.#bytes, this.#begins.at(known), this.#endOf(known))) return false
    }
  }

  #endOf(part: number): number {
    return part + 1 < this.#begins.length ? this.#begins.at(part + 1) : this.#bytes.length
  }
}

const LEAST_ROOM = 4096
