/** Bodies of answers, read no further than any such answer can reach: what is packed may unpack to anything (§12.8). */

/** More than any answer holds, unpacked, but those that tell of every subscriber. */
export const MOST_ANSWER_BYTES = 64 * 1024 * 1024
/** Some five times what the list of source hashes holds of each. */
const MOST_BYTES_OF_HASHES = 512

/** How far the list of source hashes may reach, of about so many subscribers: whole megabytes. */
export function mostBytesOfHashes(subscribers: number): number {
  const megabytes = Math.ceil((subscribers * MOST_BYTES_OF_HASHES) / 1024 / 1024)
  return Math.max(MOST_ANSWER_BYTES, megabytes * 1024 * 1024)
}

/** What is read of an answer that is none: enough to say what it is. */
export const MOST_REFUSAL_BYTES = 64 * 1024

export interface ReadBody {
  readonly bytes: Uint8Array
  /** False when there was more. */
  readonly isWhole: boolean
}

/** Reads a body to its end, or as far as it may reach. @throws what the stream throws */
export async function readBody(body: ReadableStream<Uint8Array> | null, most: number): Promise<ReadBody> {
  const reader = (body ?? new Blob().stream()).getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { bytes: Buffer.concat(chunks), isWhole: true }
    size += value.byteLength
    if (size > most) {
      reader.cancel().catch(() => {})
      chunks.push(value.subarray(0, value.byteLength - (size - most)))
      return { bytes: Buffer.concat(chunks), isWhole: false }
    }
    chunks.push(value)
  }
}
