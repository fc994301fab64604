/** The error of a body that is not the JSON expected, with an excerpt to classify it by. */

/**
 * `empty`: nothing but white space. `not-json`: another language. `scalar`: whole JSON, but neither list nor map.
 * `cut`: it ends too early. `trailing`: something follows the JSON. `encoding`: a byte that is not UTF-8.
 * `too-deep` and `too-long`: nested or sized beyond any sense.
 */
export type JsonFault =
  | 'empty'
  | 'not-json'
  | 'scalar'
  | 'cut'
  | 'trailing'
  | 'encoding'
  | 'too-deep'
  | 'too-long'

/** What of a body is kept for messages and for telling non-answers apart. */
export interface BodyExcerpt {
  /** The beginning, some kilobytes at most. */
  readonly head: string
  /** The end of what was read, some kilobytes at most. */
  readonly tail: string
  /** Bytes read. */
  readonly size: number
}

/** Where a body stops being JSON (`contracts/universal-billing-api.md` T38). */
export interface FaultPlace {
  /** Byte of the body, the first one is 0. */
  readonly offset: number
  /** Entries before it that are whole. */
  readonly entries: number
  /** The id of the last of them: its own, else its key; `""` when there is none. */
  readonly lastId: string
  /** The text up to the place, and from there on: some hundred characters each. */
  readonly before: string
  readonly behind: string
}

export class JsonError extends Error {
  /** @param place known of a list or a map that is broken inside */
  constructor(
    readonly fault: JsonFault,
    message: string,
    readonly excerpt: BodyExcerpt,
    readonly place?: FaultPlace,
  ) {
    super(message)
    this.name = 'JsonError'
  }
}
