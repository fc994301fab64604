/** One POST to somebody else's server: bounded in time and in what is read of the answer. */
import { cutText, printable } from '../../model/text.ts'
import { ChannelFailure } from './channel.ts'

export interface Post {
  readonly url: string
  /** Sent as JSON. */
  readonly body: object
  readonly headers?: Readonly<Record<string, string>>
  readonly fetch: typeof fetch
  readonly patience: AbortSignal
  /** Finds the reason in the text of a refusal; `undefined`: there is none that is fit to show. */
  readonly reason?: (answer: string) => string | undefined
}

const MOST_BYTES = 65_536
const MOST_REASON = 200

/** @throws ChannelFailure without the address: it is as good as a key */
export async function post({ url, body, headers, fetch: send, patience, reason }: Post): Promise<void> {
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      // What is meant for one server is not carried to another.
      redirect: 'manual',
      signal: patience,
    })
    const answer = await beginning(response)
    if (response.ok) return
    const told = cutText(printable(reason?.(answer) ?? ''), MOST_REASON)
    throw new ChannelFailure(
      told === '' ? `it answered HTTP ${response.status}` : `it answered HTTP ${response.status} (${told})`,
    )
  } catch (error) {
    throw error instanceof ChannelFailure ? error : new ChannelFailure(reasonOf(error, patience))
  }
}

/** As much of an answer as is ever looked at. */
async function beginning({ ok, body }: Response): Promise<string> {
  if (body === null) return ''
  const reader = body.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  while (!ok && size < MOST_BYTES) {
    const { done, value } = await reader.read()
    if (done) break
    pieces.push(value.subarray(0, MOST_BYTES - size))
    size += value.length
  }
  // It may be endless, and nobody waits for its end.
  reader.cancel().catch(() => {})
  return Buffer.concat(pieces).toString()
}

function reasonOf(error: unknown, patience: AbortSignal): string {
  if (patience.aborted) return 'it did not answer in time'
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? `it could not be reached (${code})` : 'it could not be reached'
}
