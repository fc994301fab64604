/** Byte streams for the tests: a body in pieces of chosen sizes. */

/** The body as a stream of pieces of `size` bytes. */
export function streamOf(
  body: string | Uint8Array,
  size = Number.POSITIVE_INFINITY,
): ReadableStream<Uint8Array> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  let from = 0
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(from, from + size))
      from += size
    },
  })
}
