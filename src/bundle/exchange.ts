/** Questions and answers of both systems as they were on the wire, recorded where they are sent and given back there. */

export interface Exchange {
  readonly side: 'billing' | 'userside'
  /** Parameters of the question, without keys and without what changes with every question. */
  readonly question: Readonly<Record<string, string>>
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Nothing of these is of use to a reader, and some are secret. */
const UNKEPT = /key|token|pass|psw|pwd|secret|hash|auth|login|^user$|^(?:temp|erp_time|billing_time|_.*)$/i
const KEPT_HEADERS = ['content-type', 'date', 'retry-after']

/** `fetch` that keeps what it gave. */
export function recordingFetch(side: Exchange['side'], send: typeof fetch, kept: Exchange[]): typeof fetch {
  const recording = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const response = await send(input, init)
    const body = new Uint8Array(await response.arrayBuffer())
    const headers = Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => {
        const value = response.headers.get(name)
        return value === null ? [] : [[name, value]]
      }),
    )
    kept.push({ side, question: questionOf(input, init?.body), status: response.status, headers, body })
    return new Response(body, { status: response.status, headers })
  }
  return Object.assign(recording, { preconnect() {} })
}

/** `fetch` that gives back what was recorded: what was asked in the same words, else of the same call. */
export function replayingFetch(side: Exchange['side'], exchanges: readonly Exchange[]): typeof fetch {
  const replayed = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const question = questionOf(input, init?.body)
    const found = answerTo(exchanges, side, question)
    if (found === undefined) return new Response('The bundle has no answer to this.', { status: 400 })
    return new Response(new Uint8Array(found.body), { status: found.status, headers: { ...found.headers } })
  }
  return Object.assign(replayed, { preconnect() {} })
}

/** Of several answers to one question the last: what it was asked again for had no answer that was of use. */
export function answerTo(
  exchanges: readonly Exchange[],
  side: Exchange['side'],
  question: Exchange['question'],
): Exchange | undefined {
  const said = (of: Exchange['question']): string => JSON.stringify(Object.entries(of).toSorted())
  const ofCall = exchanges.filter((each) => each.side === side && callOf(each.question) === callOf(question))
  return ofCall.findLast((each) => said(each.question) === said(question)) ?? ofCall.at(-1)
}

/** The name of what was asked. */
export function callOf(question: Exchange['question']): string {
  return question.request ?? question.action ?? question.method_name ?? ''
}

export function questionOf(input: string | URL | Request, body: unknown): Record<string, string> {
  const { searchParams } = new URL(input instanceof Request ? input.url : input)
  const form = typeof body === 'string' ? new URLSearchParams(body) : []
  return Object.fromEntries([...searchParams, ...form].filter(([name]) => !UNKEPT.test(name)))
}
