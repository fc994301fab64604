/** Faults to inject into a sandbox: which call, which time, which fault. */
import { bombReply, deepReply } from './excessive-replies.ts'
import { byteLength, firstBytes, pageReply, type Reply, textReply } from './reply.ts'

export type FaultKind =
  /** The connection is reset before anything was handled. */
  | 'reset-before'
  /** Everything was done, then the connection is reset: the answer is lost. */
  | 'reset-after'
  /** An HTTP status without a usable body. */
  | 'status'
  /** No answer until the sandbox stops. */
  | 'timeout'
  /** 200 and no body. */
  | 'empty'
  /** 200 and a page for browsers. */
  | 'html'
  /** Half of the body, then the connection ends as if that were all of it. */
  | 'cut'
  /** Half of the body, then nothing more until the sandbox stops. */
  | 'stall'
  /** A refusal in the system's own words. */
  | 'error-result'
  /** A notice before the right body. */
  | 'garbage-prefix'
  /** The given body instead of the right one. */
  | 'body'
  /** A megabyte that unpacks to a gigabyte. */
  | 'bomb'
  /** JSON nested 100 000 deep. */
  | 'deep'

export interface Fault {
  readonly kind: FaultKind
  /** Name of the call (`get_user_list`, `customer/group_edit`), or a pattern of names; all calls when left out. */
  readonly call?: string | RegExp
  /** The first matching call to disturb, counted from 1. Default 1. */
  readonly nth?: number
  /** How many matching calls from there on. Default 1; `Infinity` for every one. */
  readonly times?: number
  /** For `status` and `body`. Default 500 and 200. */
  readonly status?: number
  /** Seconds of a `Retry-After` header, for `status`. */
  readonly retryAfter?: number
  /** For `body`, `garbage-prefix` and `error-result`. */
  readonly text?: string
  readonly contentType?: string
  /** For `body`, instead of status, text and type: a recorded answer. */
  readonly reply?: Reply
  /**
   * True: the call is carried out and only its answer is disturbed. Default false, save for `reset-after`, `cut`,
   * `stall` and `garbage-prefix`, which need the real answer.
   */
  readonly isApplied?: boolean
}

/** How the server is to treat one call. */
export interface Disturbance {
  readonly fault: Fault
  readonly isApplied: boolean
}

interface Armed {
  readonly fault: Fault
  seen: number
}

/** The faults of one sandbox. Tests add and clear them while it runs. */
export class Faults {
  #armed: Armed[] = []
  #waiting: (() => void)[] = []
  readonly #gates = new Set<{ readonly call: string | RegExp; readonly promise: Promise<void> }>()
  #watching: { readonly call: string | RegExp; left: number; readonly resolve: () => void }[] = []
  /** Calls that were disturbed, in order. */
  readonly fired: { readonly call: string; readonly kind: FaultKind }[] = []

  add(fault: Fault): void {
    this.#armed.push({ fault, seen: 0 })
  }

  clear(): void {
    this.#armed = []
  }

  /** Resolves when the next call is disturbed. */
  whenFired(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  /** Resolves when that many such calls have come in from now on, disturbed or not. */
  whenCalled(call: string | RegExp, times = 1): Promise<void> {
    return new Promise((resolve) => this.#watching.push({ call, left: times, resolve }))
  }

  /** Holds the answers to such calls back until the function it gives is called. */
  hold(call: string | RegExp): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    const gate = { call, promise }
    this.#gates.add(gate)
    return () => {
      this.#gates.delete(gate)
      resolve()
    }
  }

  /** Resolves when nothing holds such a call back any more. */
  async whenFree(call: string): Promise<void> {
    for (const gate of this.#gates) if (matches(gate.call, call)) await gate.promise
  }

  /** Counts a call against every armed fault and gives the first that is due. */
  next(call: string): Disturbance | undefined {
    for (const watch of this.#watching) {
      if (matches(watch.call, call) && --watch.left === 0) watch.resolve()
    }
    this.#watching = this.#watching.filter(({ left }) => left > 0)
    let due: Fault | undefined
    for (const armed of this.#armed) {
      if (!matches(armed.fault.call, call)) continue
      armed.seen += 1
      const first = armed.fault.nth ?? 1
      if (armed.seen >= first && armed.seen < first + (armed.fault.times ?? 1)) due ??= armed.fault
    }
    if (due === undefined) return undefined
    this.fired.push({ call, kind: due.kind })
    for (const resolve of this.#waiting.splice(0)) resolve()
    return { fault: due, isApplied: due.isApplied ?? NEEDS_ANSWER.has(due.kind) }
  }
}

const NEEDS_ANSWER: ReadonlySet<FaultKind> = new Set(['reset-after', 'cut', 'stall', 'garbage-prefix'])
const NOTICE =
  '<br />\n<b>Warning</b>:  Undefined array key [9999999] in <b>/app/api.php</b> on line <b>1265</b><br />\n'

/**
 * The disturbed answer; `undefined` when the connection carries none.
 * @param real the real answer where the call was carried out
 * @param refusal how this system words an error
 */
export function disturbedReply(
  { fault }: Disturbance,
  real: Reply | undefined,
  refusal: (text: string) => Reply,
): Reply | undefined {
  switch (fault.kind) {
    case 'reset-before':
    case 'reset-after':
    case 'timeout':
      return undefined
    case 'status':
      return withRetryAfter(pageReply(fault.status ?? 500, 'Error', false), fault.retryAfter)
    case 'empty':
      return textReply(200, 'text/html; charset=UTF-8', '')
    case 'html':
      return pageReply(200, 'Welcome', true)
    case 'error-result':
      return refusal(fault.text ?? 'Something went wrong')
    case 'body':
      return (
        fault.reply ??
        textReply(fault.status ?? 200, fault.contentType ?? 'text/html; charset=UTF-8', fault.text ?? '')
      )
    case 'bomb':
      return bombReply(1024)
    case 'deep':
      return deepReply(100_000)
    case 'cut':
      return real && { ...real, body: firstHalf(real), framing: 'close' }
    case 'stall':
      return real && { ...real, body: firstHalf(real), framing: 'open' }
    case 'garbage-prefix':
      return real && { ...real, body: [Buffer.from(fault.text ?? NOTICE), ...real.body] }
  }
}

function firstHalf({ body }: Reply): Reply['body'] {
  return firstBytes(body, byteLength(body) >> 1)
}

function withRetryAfter(reply: Reply, seconds: number | undefined): Reply {
  return seconds === undefined
    ? reply
    : { ...reply, headers: { ...reply.headers, 'Retry-After': String(seconds) } }
}

function matches(pattern: string | RegExp | undefined, call: string): boolean {
  if (pattern === undefined) return true
  return typeof pattern === 'string' ? pattern === call : pattern.test(call)
}
