/**
 * Ascending places in a text, of which those at the front are dropped again. Not an ordinary list: the engine changes
 * its mind about what one holds in the middle of a big answer, and compiles everything anew that looks at it.
 */

const FIRST_ROOM = 256

export class Places {
  #room = new Int32Array(FIRST_ROOM)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** All of them, as they are until the next change. */
  get all(): Int32Array {
    return this.#room.subarray(0, this.#length)
  }

  add(place: number): void {
    if (this.#length === this.#room.length) this.#enlarge()
    this.#room[this.#length++] = place
  }

  /** Those behind one place and before another. */
  between(from: number, to: number): Int32Array {
    const first = this.#firstFrom(from + 1)
    let end = first
    while (end < this.#length && (this.#room[end] ?? to) < to) end++
    return this.#room.slice(first, end)
  }

  dropBelow(limit: number): void {
    const kept = this.#firstFrom(limit)
    this.#room.copyWithin(0, kept, this.#length)
    this.#length -= kept
  }

  /** The text was moved towards the front. */
  shift(by: number): void {
    for (let i = 0; i < this.#length; i++) this.#room[i] = (this.#room[i] ?? 0) - by
  }

  #firstFrom(least: number): number {
    let first = 0
    while (first < this.#length && (this.#room[first] ?? least) < least) first++
    return first
  }

  #enlarge(): void {
    const larger = new Int32Array(2 * this.#length)
    larger.set(this.#room)
    this.#room = larger
  }
}
