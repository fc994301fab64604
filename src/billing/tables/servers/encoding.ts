/** Bytes of a database or a file as text, in whatever encoding they are. */
import type { Cell, RawCell } from '../source.ts'

/** Gives the text of bytes; what is no character of the encoding becomes U+FFFD. */
export type Decode = (bytes: Uint8Array) => string

/** The encoding that lets the server convert. */
export const AUTO = 'auto'

/** A decoder of Bun's by whatever name. @throws RangeError when the name is unknown */
export function textDecoder(
  name: string,
  options?: { readonly ignoreBOM?: boolean; readonly fatal?: boolean },
): TextDecoder {
  const label = (name === AUTO ? 'utf-8' : name) as ConstructorParameters<typeof TextDecoder>[0]
  return new TextDecoder(label, options)
}

/** A decoder for an encoding. @param name `auto` is UTF-8: that is what the server was asked for */
export function decoderOf(name: string): Decode {
  const decoder = textDecoder(name, { ignoreBOM: true })
  if (decoder.encoding === 'utf-8') return (bytes) => buffer(bytes).toString('utf8')
  // Most cells are digits and Latin letters: asking for that is much cheaper than decoding.
  return (bytes) => {
    const text = buffer(bytes).toString('latin1')
    return ASCII.test(text) ? text : decoder.decode(bytes)
  }
}

/** The text of a cell where cells come as texts: their bytes are written down as UTF-8. */
export function readTextCell(cell: RawCell): Cell {
  return cell === null || typeof cell === 'string' ? cell : buffer(cell).toString('utf8')
}

/** What is told of bytes that are no text. @param encoding by its name */
export function unreadBytes(encoding: string): string {
  return `It holds bytes that are no characters of its encoding (${encoding}).`
}

const ASCII = /^[\0-\x7f]*$/

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
