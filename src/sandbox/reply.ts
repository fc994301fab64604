/** An answer of a sandbox, before it is sent. */

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** In pieces, so that a body of hundreds of megabytes is printed once and never joined. */
  readonly body: readonly Uint8Array[]
  /**
   * `length`: Content-Length. `close`: neither length nor chunks, the end of the connection ends the body. `open`: the
   * same, and the connection does not end.
   */
  readonly framing: 'length' | 'close' | 'open'
}

/** A reply of one text. */
export function textReply(status: number, contentType: string, text: string): Reply {
  return { status, headers: { 'Content-Type': contentType }, body: [Buffer.from(text)], framing: 'length' }
}

/** A page such as a server shows to a browser. */
export function pageReply(status: number, title: string, isLogin: boolean): Reply {
  const form = isLogin
    ? '<form method="post"><input name="login"><input type="password" name="password"></form>'
    : ''
  return textReply(
    status,
    'text/html; charset=UTF-8',
    `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1>${form}</body></html>`,
  )
}

/** Gathers printed pieces into buffers of about a megabyte. */
export function toChunks(pieces: Iterable<string>): Uint8Array[] {
  const chunks: Uint8Array[] = []
  let pending = ''
  for (const piece of pieces) {
    pending += piece
    if (pending.length < 512 * 1024) continue
    chunks.push(Buffer.from(pending))
    pending = ''
  }
  if (pending !== '') chunks.push(Buffer.from(pending))
  return chunks
}

/** Number of bytes of a body. */
export function byteLength(body: readonly Uint8Array[]): number {
  return body.reduce((sum, chunk) => sum + chunk.byteLength, 0)
}

/** The first bytes of a body. */
export function firstBytes(body: readonly Uint8Array[], count: number): Uint8Array[] {
  const kept: Uint8Array[] = []
  let left = count
  for (const chunk of body) {
    if (left <= 0) break
    kept.push(chunk.subarray(0, left))
    left -= chunk.byteLength
  }
  return kept
}
