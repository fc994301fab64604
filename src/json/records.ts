/** Reading a JSON list or map of any size from a byte stream, with the memory of a few records. */
import { JsonError } from './json-error.ts'
import type { Recall } from './known-entries.ts'
import type { Entry } from './lot.ts'
import { Splitter } from './splitter.ts'

export type { Passing } from './entry-hash.ts'
export type { RecordText } from './entry-text.ts'
export type { Recall } from './known-entries.ts'
export type { Entry } from './lot.ts'

export interface RecordOptions {
  /** The body was right but for something before it: a BOM, notices (T33). Called once, with how the body began. */
  readonly onGarbage?: (head: string) => void
  /** An empty list behind notices is no answer: it may be all that is left of a longer one. */
  readonly isEmptyBehindGarbageRefused?: boolean
  /** The whole body `null` is an empty list. Otherwise it is a `JsonError` of the fault `scalar`. */
  readonly isNullEmpty?: boolean
  /** A body of more bytes is none. Left out: a list may be of any size. */
  readonly mostBytes?: number
  /** Entries that are known by their texts need not be parsed. With it the others come with their hashes. */
  readonly recall?: Recall | undefined
}

/** A chunk is taken in pieces of this size, so that the room for unread bytes stays small. */
const PIECE_BYTES = 64 * 1024
/** What is read on after a failure, for the sake of the message. */
const MOST_DRAINED_BYTES = 64 * 1024
const EXCERPT_CHARACTERS = 4096

/**
 * Gives the entries of the top-level map, or the items of the top-level list under their index, in lots and in the
 * order of the text. Numbers that would lose digits come as texts (§3, T4). A key may repeat: the last one counts.
 *
 * An error may come after entries were given: only a stream read to its end was a whole answer.
 * @throws JsonError when the body is not exactly one JSON list or map, and whatever the stream throws
 */
export async function* readRecords(
  stream: ReadableStream<Uint8Array>,
  options: RecordOptions = {},
): AsyncGenerator<readonly Entry[], void> {
  const reader = stream.getReader()
  const splitter = new Splitter(options.recall)
  const { mostBytes = Number.POSITIVE_INFINITY } = options
  let count = 0
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      bytes += value.length
      if (bytes > mostBytes)
        throw new JsonError('too-long', 'the JSON is larger than any such answer can be', splitter.excerpt())
      for (let from = 0; from < value.length; from += PIECE_BYTES) {
        const entries = splitter.push(value.subarray(from, from + PIECE_BYTES))
        count += entries.length
        if (entries.length > 0) yield entries
      }
    }
    const entries = splitter.finish()
    count += entries.length
    if (splitter.skipped === 'text' && count === 0 && options.isEmptyBehindGarbageRefused)
      throw new JsonError('not-json', 'an empty list stands behind something else', splitter.excerpt())
    if (splitter.skipped !== 'nothing') options.onGarbage?.(splitter.excerpt().head)
    if (entries.length > 0) yield entries
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    if (options.isNullEmpty === true && isNull(error)) return
    throw await withTail(error, async () => (await reader.read()).value)
  } finally {
    reader.cancel().catch(() => {})
  }
}

function isNull(error: JsonError): boolean {
  return error.fault === 'scalar' && error.excerpt.head.trim() === 'null'
}

/** What went wrong is often told at the very end of a body: a database's complaint behind half of an answer. */
async function withTail(error: JsonError, next: () => Promise<Uint8Array | undefined>): Promise<JsonError> {
  const decoder = new TextDecoder()
  let drained = ''
  let size = 0
  try {
    while (size < MOST_DRAINED_BYTES) {
      const value = await next()
      if (value === undefined) break
      size += value.length
      drained += decoder.decode(value, { stream: true })
    }
  } catch {
    // The stream broke too; what is known of the body has to do.
  }
  const { head, tail, size: known } = error.excerpt
  const excerpt = { head, tail: (tail + drained).slice(-EXCERPT_CHARACTERS), size: known + size }
  const { place } = error
  const behind = place && (place.behind + drained).slice(0, EXCERPT_CHARACTERS)
  return new JsonError(error.fault, error.message, excerpt, place && { ...place, behind: behind ?? '' })
}
