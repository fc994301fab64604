/** How big a form may be (§1). PHP and the proxies in front of it have bounds nobody tells; they are found out once. */
import type { UsersideWays } from './userside.ts'
import { LEAST_FORM_BYTES, MOST_FORM_BYTES } from './ways.ts'

/** A lot is cut by numbers, not by weight: so that one heavy part need not be cut again, parts are aimed a little lower. */
const AIM = 0.95
/** From this size on a refused key may be one that never arrived: PHP drops a form above its bound whole. */
const LARGE_FORM_BYTES = 64 * 1024

/** Sizes are those of the form as it travels, percent-encoded. */
export class FormBound {
  readonly #ways: UsersideWays
  /** The largest form that was taken. */
  #taken = 0
  #hasForgiven = false

  /** @param ways `formBytes` is read anew each time, and lowered */
  constructor(ways: UsersideWays) {
    this.#ways = ways
  }

  /** Bytes of the largest form that may be sent. */
  get most(): number {
    return Math.min(MOST_FORM_BYTES, this.#ways.formBytes)
  }

  /** Into how many a form is to be cut so that each fits: 1 when it may be sent as it is. */
  partsOf(bytes: number): number {
    return bytes <= this.most ? 1 : Math.max(2, Math.ceil(bytes / (this.most * AIM)))
  }

  /** A form of this size arrived. */
  took(bytes: number): void {
    this.#taken = Math.max(this.#taken, bytes)
  }

  /** A form of this size was too big. Gives into how many it is to be cut; later ones fit at once. */
  refused(bytes: number): number {
    const next = this.#taken < bytes ? Math.max(this.#taken, Math.floor(bytes / 2)) : Math.floor(bytes / 2)
    // So small a form can hardly have been too big: that says nothing of others.
    if (bytes > LEAST_FORM_BYTES) this.#ways.formBytes = Math.max(LEAST_FORM_BYTES, Math.min(this.most, next))
    return Math.max(2, this.partsOf(bytes))
  }

  /**
   * A form of this size was answered as one with a wrong key. Gives into how many it is to be cut, when it may have been
   * dropped for its size: that is believed once.
   */
  refusedForKey(bytes: number): number | undefined {
    if (bytes < LARGE_FORM_BYTES) return undefined
    // Sent before another one of its size came back: it knew no better.
    if (bytes > this.most) return this.partsOf(bytes)
    if (this.#hasForgiven) return undefined
    this.#hasForgiven = true
    return this.refused(bytes)
  }
}
