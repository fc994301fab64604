/**
 * How many rows are asked for at a time. Who writes to a MyISAM table waits for the page that is being read, so a page
 * that takes long is made smaller (`contracts/databases.md` §2.2: 5 000 rows, a writer's wait below half a second). Where a
 * query takes as long for half of the rows, as without the mark `{page:…}`, smaller pages would only be more of them.
 */

/** Half of what a writer may have to wait. */
const LONG_MS = 250
const LEAST_ROWS = 500
/** Half of the rows are to take no more than this share of the time, or all of them would take too much longer. */
const WORTHWHILE_SHARE = 2 / 3

export class PageSize {
  #rows: number
  #isSettled = false
  /** The page that was twice as large, and what it took. */
  #larger: { readonly rows: number; readonly ms: number } | undefined

  /** @param most rows of a page, which is how many the first one has */
  constructor(most: number) {
    this.#rows = most
  }

  /** Rows of the next page. */
  get rows(): number {
    return this.#rows
  }

  /** A page of so many rows was answered after so many milliseconds. */
  took(ms: number): void {
    if (this.#isSettled) return
    const larger = this.#larger
    this.#larger = undefined
    if (larger !== undefined && ms > larger.ms * WORTHWHILE_SHARE) {
      this.#rows = larger.rows
      this.#isSettled = true
    } else if (ms > LONG_MS && this.#rows / 2 >= LEAST_ROWS) {
      this.#larger = { rows: this.#rows, ms }
      this.#rows = Math.floor(this.#rows / 2)
    }
  }
}
