/** A billing that answers what a test says, over real HTTP, and a client for it that never waits. */
import type { Billing } from '../../../src/billing/billing.ts'
import type { Method } from '../../../src/billing/universal/methods.ts'
import { type BillingOptions, createBilling } from '../../../src/billing/universal/universal-billing.ts'
import type { Directory } from '../../../src/model/directory.ts'
import { BillingError } from '../../../src/model/errors.ts'
import type { Logger } from '../../../src/model/logger.ts'
import type { ProblemReport } from '../../../src/model/problem.ts'
import type { Subscriber, SubscriberList } from '../../../src/model/subscriber.ts'

export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | ReadableStream<Uint8Array>
}

/** Of several answers one after the other is given, the last again and again. */
export type Answers = Readonly<Record<string, Answer | string | readonly (Answer | string)[]>>

export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: Headers
}

export interface Desk extends AsyncDisposable {
  /** The operator's address. */
  readonly url: string
  readonly port: number
  readonly requests: Received[]
  /** Values of a query parameter, request by request. */
  asked(parameter: string): (string | null)[]
}

/** Answers by the parameter `request`; what is not in the table is an unknown method. */
export function openDesk(answers: Answers | ((request: Request) => Response | Promise<Response>)): Desk {
  const requests: Received[] = []
  const counts = new Map<string, number>()
  const server = Bun.serve({
    hostname: '127.0.0.1',
    port: 0,
    fetch(request) {
      // A request cannot be read any more once it was answered.
      const { method, url, headers } = request
      requests.push({ method, url, headers: new Headers(headers) })
      if (typeof answers === 'function') return answers(request)
      const asked = new URL(url).searchParams.get('request') ?? ''
      const count = counts.get(asked) ?? 0
      counts.set(asked, count + 1)
      return respond(pick(answers[asked], count))
    },
  })
  return {
    url: `http://127.0.0.1:${server.port}/api?key=K0123456789`,
    port: server.port ?? 0,
    requests,
    asked: (parameter) => requests.map(({ url }) => new URL(url).searchParams.get(parameter)),
    [Symbol.asyncDispose]: () => server.stop(true),
  }
}

function pick(answer: Answers[string] | undefined, count: number): Answer | string {
  if (answer === undefined) return { status: 400, body: 'Unknown Action' }
  if (!isList(answer)) return answer
  return answer[Math.min(count, answer.length - 1)] ?? ''
}

function isList(answer: Answers[string]): answer is readonly (Answer | string)[] {
  return Array.isArray(answer)
}

function respond(answer: Answer | string): Response {
  const { status = 200, headers = {}, body = '' } = typeof answer === 'string' ? { body: answer } : answer
  return new Response(body as ConstructorParameters<typeof Response>[0], {
    status,
    headers: { 'content-type': 'text/html', ...headers },
  })
}

export interface Counter extends Billing {
  readonly problems: ProblemReport[]
  /** What was told, line by line, warnings and debug lines too. */
  readonly told: string[]
  /** Pauses asked for, milliseconds. */
  readonly pauses: number[]
}

/** A client whose pauses are noted instead of waited for. */
export function clientOf(url: string, options: Partial<BillingOptions> = {}): Counter {
  const problems: ProblemReport[] = []
  const told: string[] = []
  const pauses: number[] = []
  const tell = (text: string) => {
    told.push(text)
  }
  const logger: Logger = { step: tell, advance() {}, info: tell, warn: tell, error: tell, debug: tell }
  const billing = createBilling({
    url,
    protocol: 'standart',
    dialect: 'auto',
    http: { timeoutSec: 20, retries: 2 },
    withPasswords: false,
    withMessages: true,
    logger,
    report: (problem) => problems.push(problem),
    sleep: async (ms) => {
      pauses.push(ms)
    },
    random: () => 0,
    ...options,
  })
  return Object.assign(billing, { problems, told, pauses })
}

/** The error something ends in; fails when it does not. */
export async function errorOf(promise: Promise<unknown>): Promise<BillingError> {
  const outcome = await promise.then(
    () => 'no error',
    (error: unknown) => error,
  )
  if (outcome instanceof BillingError) return outcome
  throw new Error('a BillingError was expected', { cause: outcome })
}

export function itemsOf<T>(directory: Directory<T>): T[] {
  if (directory.state === 'available') return [...directory.items.values()]
  throw new Error(`the list is unavailable: ${directory.message}`)
}

/** Reads a list of subscribers given as JSON text or as records. */
export async function readList(
  list: unknown,
  options: Partial<BillingOptions> & { readonly system?: string } = {},
): Promise<SubscriberList & { readonly problems: ProblemReport[] }> {
  const body = typeof list === 'string' ? list : JSON.stringify(list)
  const system = options.system ?? '{"date":"2026-11-23 02:17:33"}'
  await using desk = openDesk({ get_system_information: system, get_user_list: body })
  const client = clientOf(desk.url, options)
  await client.system()
  return { ...(await client.subscribers()), problems: client.problems }
}

/** Reads one subscriber; members beside the given ones are left out. */
export async function readOne(
  record: Readonly<Record<string, unknown>> | string,
  options: Parameters<typeof readList>[1] = {},
): Promise<Subscriber> {
  const list = typeof record === 'string' ? `{"x":${record}}` : { x: { login: 'x', ...record } }
  const [subscriber] = (await readList(list, options)).subscribers.values()
  if (subscriber === undefined) throw new Error('no subscriber was read')
  return subscriber
}

/** Reads one directory given as JSON text or value. */
export async function readItems<
  K extends
    | 'tariffs'
    | 'services'
    | 'states'
    | 'groups'
    | 'tags'
    | 'additionalFields'
    | 'cities'
    | 'districts'
    | 'streets'
    | 'messages',
>(
  name: K,
  method: Method,
  list: unknown,
  options: Partial<BillingOptions> = {},
): Promise<Awaited<ReturnType<Billing[K]>>> {
  const body = typeof list === 'string' ? list : JSON.stringify(list)
  await using desk = openDesk({ [method]: body })
  return (await clientOf(desk.url, options)[name]()) as Awaited<ReturnType<Billing[K]>>
}
