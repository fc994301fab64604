/**
 * Looks for quotes inside of cells in quotes that the writer of a CSV file has not written twice. The parser lets them
 * stand; but where lines have ended since the cell began, they are other rows, and whoever stands in them would seem to
 * be gone.
 */
import { Failure } from './file-failure.ts'

const QUOTE = '"'
/** So many characters before and behind a quote tell what it is: a line may end in two. */
const SURROUNDINGS = 2

export class QuoteWatch {
  readonly #delimiter: string
  readonly #lineEnd: string
  /** What was not looked at yet, and what stands before it. */
  #rest = ''
  #before = 0
  #isInQuotes = false
  #hasLineEnded = false
  /** Lines that have ended in what was looked at. */
  #lines = 0

  /** @param head the beginning of the file, with its first line in it */
  constructor(delimiter: string, head: string) {
    this.#delimiter = delimiter
    this.#lineEnd = /\r\n|\n|\r/.exec(head)?.[0] ?? '\n'
  }

  /** Looks at the next piece of the file. @throws Failure */
  see(piece: string): void {
    const text = this.#rest + piece
    this.#look(text, text.length - SURROUNDINGS)
  }

  /** Looks at what is left when there are no more pieces. @throws Failure */
  end(): void {
    this.#look(this.#rest, this.#rest.length)
  }

  #look(text: string, end: number): void {
    let at = this.#before
    while (at < end) {
      const quote = text.indexOf(QUOTE, at)
      const stop = quote < 0 ? end : Math.min(quote, end)
      if (this.#isInQuotes && !this.#hasLineEnded) this.#hasLineEnded = linesIn(text, at, stop) > 0
      if (stop === end) break
      at = this.#behind(text, quote)
    }
    at = Math.max(at, end, 0)
    this.#lines += linesIn(text, this.#before, at)
    this.#rest = text.slice(Math.max(0, at - SURROUNDINGS))
    this.#before = Math.min(at, SURROUNDINGS)
  }

  /** Where to go on behind a quote. @throws Failure */
  #behind(text: string, quote: number): number {
    if (!this.#isInQuotes) {
      this.#isInQuotes = this.#isBorder(text, quote - 1, quote - this.#lineEnd.length)
      this.#hasLineEnded = false
      return quote + 1
    }
    if (text[quote + 1] === QUOTE) return quote + 2
    this.#isInQuotes = false
    if (!this.#hasLineEnded || this.#isBorder(text, quote + 1, quote + 1)) return quote + 1
    const line = this.#lines + linesIn(text, this.#before, quote) + 1
    throw new Failure(
      `It has a cell that opens with a quote and goes on over other rows, up to line ${line}.`,
      'Let the program that writes the file write a quote inside a cell twice.',
    )
  }

  /** True where a cell ends or begins. */
  #isBorder(text: string, delimiter: number, lineEnd: number): boolean {
    const isEdge = delimiter < 0 || delimiter >= text.length
    return (
      isEdge || text[delimiter] === this.#delimiter || text.startsWith(this.#lineEnd, Math.max(0, lineEnd))
    )
  }
}

/** How many lines end in a part of a text. */
function linesIn(text: string, from: number, to: number): number {
  return text.slice(from, to).match(/\r\n|\n|\r(?!\n)/g)?.length ?? 0
}
