/** A billing or a UserSide that knows nothing but recorded answers: it gives them back byte for byte. */
import { Faults } from './faults.ts'
import { listen } from './loopback.ts'
import { type Reply, textReply } from './reply.ts'

/** What was answered to a question. */
export interface Recorded {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface ReplaySandbox {
  readonly url: string
  stop(): Promise<void>
}

/** @param find by address and form of a request */
export async function startReplay(
  find: (address: URL, form: string) => Recorded | undefined,
): Promise<ReplaySandbox> {
  const answer = (target: string, body: string): Reply => {
    const found = find(new URL(target, 'http://replay.invalid'), body)
    if (found === undefined) return textReply(400, 'text/plain', 'The bundle has no answer to this.')
    return { status: found.status, headers: found.headers, body: [found.body], framing: 'length' }
  }
  const loopback = await listen(
    {
      callOf: () => '',
      answer: ({ target, body }) => answer(target, body),
      missed() {},
      latencyOf: () => 0,
      refusal: (text) => textReply(500, 'text/plain', text),
      begun() {},
      ended() {},
    },
    { faults: new Faults(), isGzip: false, now: () => new Date() },
  )
  return { url: `${loopback.origin}/`, stop: () => loopback.stop() }
}
