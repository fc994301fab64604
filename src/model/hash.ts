/** Hashing of many small values, one after another, without putting them together first. */

const PRIME_ONE = 2_654_435_761
const PRIME_OTHER = 1_597_334_677
/** Stands for the end of a value, and for one that is missing: no text holds these half surrogates on their own. */
const END = 0xdc00
const MISSING = 0xdc01
const NUMBER = 0xdc02

/** A number's bits. */
const float = new Float64Array(1)
const halves = new Uint32Array(float.buffer)

/**
 * A hash of 53 bits, as many as a number holds exactly, from two multiplicative lanes (known as cyrb53). Not for
 * secrets: whoever knows the values can make others with the same hash.
 */
export class Hash {
  #one = 0xdeadbeef
  #other = 0x41c6ce57

  /** Takes a value; what is a number counts as its text. */
  add(value: string | number | boolean | undefined): this {
    if (value === undefined) return this.#mix(MISSING)
    const text = typeof value === 'string' ? value : String(value)
    let one = this.#one
    let other = this.#other
    for (let place = 0; place < text.length; place++) {
      const unit = text.charCodeAt(place)
      one = Math.imul(one ^ unit, PRIME_ONE)
      other = Math.imul(other ^ unit, PRIME_OTHER)
    }
    this.#one = one
    this.#other = other
    return this.#mix(END)
  }

  /** Takes a number as such: not what its text would be, and without making one. */
  addNumber(value: number): this {
    float[0] = value
    return this.#mix(NUMBER)
      .#mix(halves[0] ?? 0)
      .#mix(halves[1] ?? 0)
  }

  /** Takes a list: its length counts, so that it cannot be taken for its items. */
  addAll(texts: readonly string[]): this {
    this.add(texts.length)
    for (const text of texts) this.add(text)
    return this
  }

  /** The hash of all that was taken. From here on another one is begun. */
  take(): number {
    let one = this.#one
    let other = this.#other
    one = Math.imul(one ^ (one >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909)
    other = Math.imul(other ^ (other >>> 16), 2_246_822_507) ^ Math.imul(one ^ (one >>> 13), 3_266_489_909)
    this.#one = 0xdeadbeef
    this.#other = 0x41c6ce57
    return (other & 0x1f_ffff) * 2 ** 32 + (one >>> 0)
  }

  #mix(unit: number): this {
    this.#one = Math.imul(this.#one ^ unit, PRIME_ONE)
    this.#other = Math.imul(this.#other ^ unit, PRIME_OTHER)
    return this
  }
}
