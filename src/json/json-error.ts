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

export class JsonError extends Error {
  constructor(
    readonly fault: JsonFault,
    message: string,
    readonly excerpt: BodyExcerpt,
  ) {
    super(message)
    this.name = 'JsonError'
  }
}
