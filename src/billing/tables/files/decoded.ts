/** The text of a file. Bytes that are no characters of its encoding are no text: names would come out as odd signs. */
import { textDecoder, unreadBytes } from '../servers/encoding.ts'
import { Failure } from './file-failure.ts'

/** Marks at the beginning of a file that say what it is written in: spreadsheets set them, and know it best. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
const LONGEST_MARK = 3

/** The bytes of a file, whose beginning was looked at. */
export interface MarkedBytes {
  /** What its mark says; `undefined` without one. */
  readonly encoding: string | undefined
  /** All of them. */
  readonly bytes: AsyncIterable<Uint8Array>
}

/** Looks for the mark of an encoding. */
export async function lookForMark(bytes: AsyncIterable<Uint8Array>): Promise<MarkedBytes> {
  const pieces = bytes[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array()
  while (head.length < LONGEST_MARK) {
    const piece = await pieces.next()
    if (piece.done === true) break
    head = Buffer.concat([head, piece.value])
  }
  const encoding = MARKS.find(([, mark]) => mark.every((byte, at) => head[at] === byte))?.[0]
  return { encoding, bytes: joined(head, pieces) }
}

async function* joined(
  head: Uint8Array,
  pieces: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield head
    for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) yield piece.value
  } finally {
    await pieces.return?.()
  }
}

/**
 * The text of a file in pieces, without the mark of its encoding.
 * @param encoding of a file that has no such mark
 * @throws Failure where bytes are no characters of the encoding
 */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string, void> {
  const marked = await lookForMark(bytes)
  const decoder = textDecoder(marked.encoding ?? encoding, { fatal: true })
  const textOf = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch (cause) {
      throw new Failure(
        unreadBytes(decoder.encoding),
        'Set billingDatabase.encoding to the encoding the file is written in, as "windows-1251".',
        cause,
      )
    }
  }
  for await (const piece of marked.bytes) yield textOf(piece)
  yield textOf()
}
