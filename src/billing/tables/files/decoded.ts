/** The text of a file. Bytes that are no characters of its encoding are no text: names would come out as odd signs. */
import { textDecoder, unreadBytes } from '../servers/encoding.ts'
import { Failure } from './file-failure.ts'

/**
 * The text of a file in pieces, without the mark of its encoding.
 * @throws Failure where bytes are no characters of the encoding
 */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string, void> {
  const decoder = textDecoder(encoding, { fatal: true })
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
  for await (const piece of bytes) yield textOf(piece)
  yield textOf()
}
