/**
 * How many rows are asked for at a time. Who writes to a MyISAM table waits for the page that is being read, so pages
 * begin small, grow to 5 000 rows as long as they are quick, and are made smaller where they are not
 * (`contracts/databases.md` §2.2: a writer's wait below half a second). Where a query takes as long for half of the rows,
 * as without the mark `{page:…}`, smaller pages would only be more of them.
 */

const FIRST_ROWS = 1000
const LEAST_ROWS = 500
/** Half of what a writer may have to wait. */
const LONG_MS = 250
/** Half of the rows are to take no more than this share of the time, or all of them would take too much longer. */
const WORTHWHILE_SHARE = 2 / 3

export class PageSize {
  readonly #most: number
  #rows: number
  #isSettled = false
  /** Pages that took less may be twice as large. */
  #quickMs = LONG_MS / 2
  /** The page that was twice as large, and what it took. */
  #larger: { readonly rows: number; readonly ms: number } | undefined

  /** @param most rows of a page */
  constructor(most: number) {
    this.#most = most
    this.#rows = Math.min(most, FIRST_ROWS)
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
      // A writer has to wait however small pages are: then for as few of them as there can be.
      this.#rows = ms > LONG_MS ? this.#most : larger.rows
      this.#isSettled = true
    } else if (ms > LONG_MS && this.#rows / 2 >= LEAST_ROWS) {
      this.#larger = { rows: this.#rows, ms }
      this.#rows = Math.floor(this.#rows / 2)
      // It may have been the first page, of which nothing was in the server's memory.
      this.#quickMs = LONG_MS / 8
    } else if (ms < this.#quickMs) {
      this.#rows = Math.min(this.#most, this.#rows * 2)
    }
  }
}
