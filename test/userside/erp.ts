/** A UserSide of a few lines: answers what a test tells it to, and remembers what it was asked. */
import { SILENT } from '../../src/model/logger.ts'
import type { ProblemReport } from '../../src/model/problem.ts'
import { createUserside, type UsersideOptions } from '../../src/userside/client.ts'
import type { DescribedUserside } from '../../src/userside/userside.ts'

export const API_KEY = "s3cret'key&+"

export interface Request {
  readonly method: string
  readonly path: string
  readonly headers: Headers
  /** Query of a GET, form of a POST. */
  readonly fields: Readonly<Record<string, string>>
  readonly query: string
  /** The form as it was sent. */
  readonly rawBody: string
  /** `get_user_list`, `customer/group_edit`. */
  readonly call: string
  /** The `data` field, parsed. */
  readonly data: unknown
}

type Reply = string | object | null
/** A reply, or a function that makes one (a `Response` serves only once). */
export type Script = Reply | ((request: Request) => Reply | Promise<Reply>)

/** Scripts that serve one call after the other, the last one for good. */
export class Turns {
  readonly scripts: readonly Script[]
  constructor(...scripts: readonly Script[]) {
    this.scripts = scripts
  }
}

export interface Erp extends Disposable {
  readonly url: string
  readonly requests: Request[]
  readonly problems: ProblemReport[]
  readonly warnings: string[]
  readonly pauses: number[]
  readonly userside: DescribedUserside
  /** A client of its own, with other options. */
  client(options: Partial<UsersideOptions>): DescribedUserside
  calls(): string[]
}

export const OK = { Result: 'OK' }

/** Starts one. Calls without a script answer `{"Result":"OK"}`. */
export function startErp(scripts: Readonly<Record<string, Script>> = {}): Erp {
  const requests: Request[] = []
  const problems: ProblemReport[] = []
  const warnings: string[] = []
  const pauses: number[] = []
  const seen = new Map<string, number>()

  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    async fetch(raw): Promise<Response> {
      const request = await understand(raw)
      requests.push(request)
      const script = scripts[request.call] === undefined ? OK : scripts[request.call]
      const times = seen.get(request.call) ?? 0
      seen.set(request.call, times + 1)
      const turn: unknown =
        script instanceof Turns ? script.scripts[Math.min(times, script.scripts.length - 1)] : script
      const reply: unknown = typeof turn === 'function' ? await turn(request) : turn
      if (reply instanceof Response) return reply
      return new Response(typeof reply === 'string' ? reply : JSON.stringify(reply))
    },
  })
  const url = server.url.href

  function client(options: Partial<UsersideOptions> = {}): DescribedUserside {
    return createUserside({
      url,
      apiKey: API_KEY,
      billingId: 3,
      http: { timeoutSec: 10, retries: 3 },
      logger: { ...SILENT, warn: (text) => warnings.push(text) },
      report: (problem) => problems.push(problem),
      random: () => 0,
      sleep: async (milliseconds) => {
        pauses.push(milliseconds)
      },
      ...options,
    })
  }

  return {
    url,
    requests,
    problems,
    warnings,
    pauses,
    userside: client(),
    client,
    calls: () => requests.map(({ call }) => call),
    [Symbol.dispose]: () => void server.stop(true),
  }
}

async function understand(raw: globalThis.Request): Promise<Request> {
  const url = new URL(raw.url)
  const rawBody = await raw.text()
  const fields = Object.fromEntries(raw.method === 'GET' ? url.searchParams : new URLSearchParams(rawBody))
  return {
    method: raw.method,
    path: url.pathname,
    headers: raw.headers,
    query: url.search,
    fields,
    rawBody,
    call: fields['request'] ?? `${fields['cat']}/${fields['action']}`,
    data: fields['data'] === undefined ? undefined : JSON.parse(fields['data']),
  }
}

/** All of an async list. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  return await Array.fromAsync(items)
}
