/** Reads what `tar.ts` wrote. */
import { gunzipSync } from 'node:zlib'

const BLOCK = 512

/**
 * Contents by paths.
 * @throws RangeError for what is no such archive, or bigger than `most` bytes unpacked
 */
export function readTarGz(packed: Uint8Array, most: number): Map<string, Uint8Array> {
  const bytes = unpack(packed, most)
  const entries = new Map<string, Uint8Array>()
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const text = (from: number, to: number): string =>
      bytes.toString('utf8', at + from, at + to).replace(/\0[\s\S]*$/, '')
    const size = Number.parseInt(text(124, 136), 8)
    if (text(257, 263) !== 'ustar' || !(size >= 0)) throw new RangeError('This is no archive of ours.')
    entries.set(text(0, 100), bytes.subarray(at + BLOCK, at + BLOCK + size))
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return entries
}

function unpack(packed: Uint8Array, most: number): Buffer {
  try {
    return gunzipSync(packed, { maxOutputLength: most })
  } catch (cause) {
    throw new RangeError('This is no archive of ours.', { cause })
  }
}
