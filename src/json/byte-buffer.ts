/** The bytes of a body that are still needed, and how it began and ends, for messages. */
import type { BodyExcerpt } from './json-error.ts'

const EXCERPT_BYTES = 4096

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

export class ByteBuffer {
  /** Holds the bytes up to `length`; replaced by a larger one when they need it. Most lists are a few hundred bytes. */
  bytes = Buffer.alloc(0)
  length = 0
  /** Bytes that were appended in all. */
  size = 0
  /** How the body began: 4 KiB at most. */
  head = ''
  /** The last bytes that came, whatever was dropped of those before. */
  #tail: Uint8Array = new Uint8Array(0)
  readonly #most: number

  /** @param most bytes that may be held at a time */
  constructor(most: number) {
    this.#most = most
  }

  /** False when that would be more than may be held. */
  append(chunk: Uint8Array): boolean {
    if (this.size < EXCERPT_BYTES) this.head += lenient.decode(chunk.subarray(0, EXCERPT_BYTES - this.size))
    this.size += chunk.length
    this.#tail = endOf(this.#tail, chunk)
    const needed = this.length + chunk.length
    if (needed > this.#most) return false
    if (needed > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(needed, this.bytes.length * 2))
      larger.set(this.bytes.subarray(0, this.length))
      this.bytes = larger
    }
    this.bytes.set(chunk, this.length)
    this.length = needed
    return true
  }

  /** Moves the bytes from a place on to the front; those before it are gone. */
  dropBefore(place: number): void {
    this.bytes.copyWithin(0, place, this.length)
    this.length -= place
  }

  /** `head` is the whole body. */
  get isShort(): boolean {
    return this.size <= EXCERPT_BYTES
  }

  excerpt(): BodyExcerpt {
    return { head: this.head, tail: lenient.decode(this.#tail), size: this.size }
  }
}

/** The last bytes of what came before and of what comes now, copied: whoever gave them may use them again. */
function endOf(before: Uint8Array, chunk: Uint8Array): Uint8Array {
  if (chunk.length >= EXCERPT_BYTES) return chunk.slice(-EXCERPT_BYTES)
  return Buffer.concat([before.subarray(chunk.length - EXCERPT_BYTES), chunk])
}
