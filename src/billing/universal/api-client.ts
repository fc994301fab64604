/** Asks the billing for one method: request, classification of what comes, retries. One question at a time (§2). */
import { setTimeout as pause } from 'node:timers/promises'
import { FetchError } from 'ofetch'
import { chooseProxy, PROXY_HINT } from '../../http/proxy.ts'
import { JsonError } from '../../json/json-error.ts'
import { type Entry, type Recall, readRecords } from '../../json/records.ts'
import { BillingError, type BillingErrorKind, UsmError } from '../../model/errors.ts'
import { createRedactor, secretsOfUrl } from '../../model/redaction.ts'
import { WrongContent } from '../records/wrong-content.ts'
import { odditiesOf } from './address-oddities.ts'
import type { Dialect } from './dialects/dialect.ts'
import { Failure, failureOf, networkFailure, packedFailure } from './failure.ts'
import { faultText } from './fault-text.ts'
import { type Method, ruleOf } from './methods.ts'
import type { NonAnswer } from './non-answer.ts'
import { classify, isSource } from './non-answers.ts'
import type { BillingOptions } from './options.ts'
import { excerptOf } from './redact.ts'
import { type RetryDecision, withRetries } from './retry.ts'
import { createTransport, type HttpAnswer, type Transport } from './transport.ts'
import { type Parameters, readAddress, withParameters } from './url.ts'

export type Lots = AsyncIterable<readonly Entry[]>

/** Begins to read an answer's entries. @param recall what is known of entries by their texts; these are not parsed */
export type OpenLots = (recall?: Recall) => Lots

export interface ApiClient {
  /**
   * The entries of a method's answer, which `read` takes lot by lot. `read` is called anew for every attempt; an
   * answer without rows has no lots.
   * @throws BillingError with what the last attempt came to
   */
  ask<T>(
    dialect: Dialect,
    method: Method,
    parameters: Parameters,
    read: (open: OpenLots) => Promise<T>,
  ): Promise<T>
  readonly tally: { requests: number; bytes: number; retries: number }
  /** The server's clock as of the last answer, milliseconds since 1970. */
  readonly serverTime: () => number | undefined
}

/** @throws BillingError of the kind `config` when the address is none, ConfigError when the environment's proxy is none */
export function createApiClient(options: BillingOptions): ApiClient {
  const address = readAddress(options.url)
  const redact = createRedactor(secretsOfUrl(options.url))
  const { now = () => new Date(), random = Math.random, logger, report, http, signal, env = {} } = options
  const proxy = chooseProxy(address.url, { url: http.proxy, key: 'billingHttp.proxy' }, env)
  const sleep = options.sleep ?? ((ms: number) => sleepUnless(signal, ms))
  const tally = { requests: 0, bytes: 0, retries: 0 }
  let transport: Promise<Transport> | undefined
  let serverTime: number | undefined
  let last: Promise<unknown> = Promise.resolve()
  /** Answers are asked for as they are: as the operator wants it, or once a packed one was of no use (T39). */
  let isPlain = http.compress === false

  function connect(): Promise<Transport> {
    transport ??= createTransport({
      http,
      authorization: address.authorization,
      env,
      userAgent: options.userAgent ?? 'usm-billing',
      fetch: options.fetch ?? fetch,
      now,
      signal,
      onBytes: (count) => {
        tally.bytes += count
      },
    })
    return transport
  }

  async function attempt<T>(
    dialect: Dialect,
    method: Method,
    parameters: Parameters,
    read: (open: OpenLots) => Promise<T>,
  ): Promise<T> {
    const temp = String(Math.floor(now().getTime() / 1000))
    const url = withParameters(address.url, { temp, ...dialect.call(method), ...parameters })
    let isPacked = false
    try {
      const connection = await connect()
      tally.requests++
      return await connection.get(url, isPlain, (answer) => {
        serverTime = answer.date ?? serverTime
        isPacked = answer.status === 200 && answer.isPacked
        return readAnswer(answer, dialect, method, read)
      })
    } catch (error) {
      // Being told to stop is no fault of the network, though its error has a code as well.
      signal?.throwIfAborted()
      const origin = error instanceof FetchError ? (error.cause ?? error) : error
      const isBroken = isOfNetwork(origin, error)
      const failure = isBroken ? await explained(origin, url) : origin
      if (failure instanceof Failure) {
        const isDoubtful = isPacked && (isBroken || failure.kind === 'malformed')
        isPlain ||= isDoubtful || failure.isPlainBetter
      }
      throw failure
    }
  }

  /** What a broken connection means: the server may be looked at once more. */
  async function explained(error: unknown, url: string): Promise<Failure> {
    const { route } = await connect()
    const fault = await route.explain(error, url)
    signal?.throwIfAborted()
    return networkFailure(fault, { timeoutSec: http.timeoutSec, isProxied: proxy !== undefined })
  }

  async function readAnswer<T>(
    answer: HttpAnswer,
    dialect: Dialect,
    method: Method,
    read: (open: OpenLots) => Promise<T>,
  ): Promise<T> {
    if (answer.status !== 200) throw await refusal(answer, dialect)
    const open: OpenLots = (recall) =>
      readRecords(answer.body, {
        isNullEmpty: method !== 'get_user_list',
        isEmptyBehindGarbageRefused: method === 'get_user_list',
        ...(method !== 'get_user_list' && { mostBytes: MOST_DIRECTORY_BYTES }),
        onGarbage: (head) => reportGarbage(method, head),
        recall,
      })
    try {
      return await read(open)
    } catch (error) {
      if (!(error instanceof JsonError || error instanceof WrongContent)) throw error
      const head = answer.head()
      const packed = packedFailure(head)
      if (packed !== undefined) throw packed
      const isJson = error instanceof JsonError
      const { tail, size } = isJson ? error.excerpt : { tail: '', size: head.length }
      const isCut = isJson && error.fault === 'cut'
      const isCertain = error instanceof WrongContent && error.isCertain
      const reply = isCertain ? NOTHING_SAID : { ...replyTo(answer), head, tail, size, isCut }
      const meaning = classify(reply, error.message, dialect.loginPage)
      if (meaning.kind === 'empty') return await readNothing(read, meaning)
      logger.debug(`${method} (${error.message}): ${excerptOf(`${head} … ${tail}`, redact)}`)
      const isPlaceTold = isJson && meaning.kind === 'malformed' && meaning.isBodyHidden !== true
      const place = isPlaceTold ? error.place : undefined
      if (place === undefined) throw failureOf(meaning, excerptOf(head, redact))
      const sentence = `${meaning.sentence} ${faultText(place, redact)}`
      // The beginning of a list of which much is sound says nothing of what is wrong with it.
      throw failureOf({ ...meaning, sentence }, place.entries > 0 ? '' : excerptOf(head, redact))
    }
  }

  async function refusal(answer: HttpAnswer, dialect: Dialect): Promise<Failure> {
    const { size, tail } = await drain(answer.body)
    const head = answer.head()
    const reply = { ...replyTo(answer), head, tail, size }
    const meaning = classify(reply, `HTTP ${answer.status}`, dialect.loginPage)
    const shown = excerptOf(head, redact)
    return failureOf(meaning, shown === '' ? '' : `HTTP ${answer.status} ${shown}`, answer.retryAfterMs)
  }

  function replyTo({ status, isLengthTold, isLoginWanted }: HttpAnswer) {
    return { status, isLengthTold, isLoginWanted, isLoginSent: address.authorization !== undefined }
  }

  function reportGarbage(method: Method, head: string): void {
    logger.debug(`${method}: before the JSON stands ${excerptOf(head, redact)}`)
    report({
      code: 'garbage-before-json',
      example: method,
      text: isSource({ head })
        ? 'The billing prints the source text of its programs before its answers. It was skipped; set short_open_tag=On in php.ini of the billing.'
        : 'The billing prints notices before its answers. They were skipped; its error log says what is wrong.',
    })
  }

  /** Names the proxy that an answer may have been lost at. */
  function unread(method: Method): string {
    const { what } = ruleOf(method)
    return proxy === undefined
      ? `Of the billing, ${what} could not be read (${method}).`
      : `Of the billing, ${what} could not be read (${method}, through the proxy ${proxy.name}).`
  }

  function decide(error: unknown): RetryDecision {
    const kind = error instanceof Failure ? error.kind : 'unknown'
    const attempts: Partial<Record<BillingErrorKind | 'unknown', number>> = {
      temporary: http.retries,
      malformed: 1,
    }
    const waitAtLeastMs = error instanceof Failure ? error.retryAfterMs : undefined
    return { kind, attempts: attempts[kind] ?? 0, waitAtLeastMs }
  }

  async function askNow<T>(method: Method, once: () => Promise<T>): Promise<T> {
    const bytesBefore = tally.bytes
    try {
      const answer = await withRetries(once, {
        decide,
        sleep,
        random,
        onRetry: (error, waitMs) => {
          tally.retries++
          const why = error instanceof Error ? redact(error.message) : ''
          const pause = waitMs < 950 ? 'at once' : `in ${Math.round(waitMs / 1000)} s`
          const when = isPlain ? `${pause}, uncompressed` : pause
          logger.warn(
            proxy === undefined
              ? `${method}: ${why} Asking again ${when}.`
              : `${method}, through the proxy ${proxy.name}: ${why} Asking again ${when}.`,
          )
        },
      })
      logger.debug(`The billing answered ${method}: ${tally.bytes - bytesBefore} bytes.`)
      return answer
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const hint = hintFor(error)
      throw new BillingError(error.kind, method, redact(`${unread(method)} ${error.message}`), {
        ...(hint === '' ? {} : { hint: redact(hint) }),
        cause: error,
      })
    }
  }

  /** What to do about a failure; something odd about the address and a proxy between may have caused it as well. */
  function hintFor({ kind, hint = '' }: Failure): string {
    const odd = ADDRESS_MAY_CAUSE.has(kind) ? odditiesOf(options) : []
    const remarks = odd.map(({ text, hint: mend }) => `${text} ${mend}.`)
    const own = odd.some(({ isDecisive }) => isDecisive) ? '' : hint
    return [...remarks, own, proxy === undefined ? '' : PROXY_HINT].filter((part) => part !== '').join(' ')
  }

  return {
    ask(dialect, method, parameters, read) {
      const answer = last.then(() => askNow(method, () => attempt(dialect, method, parameters, read)))
      last = answer.catch(() => {})
      return answer
    },
    tally,
    serverTime: () => serverTime,
  }
}

/** A wrong address does not make a billing busy. */
const ADDRESS_MAY_CAUSE: ReadonlySet<BillingErrorKind> = new Set(['auth', 'config', 'malformed'])

/** No rows are an answer, save where the method promises more than rows. */
async function readNothing<T>(read: (open: OpenLots) => Promise<T>, meaning: NonAnswer): Promise<T> {
  try {
    return await read(nothing)
  } catch (error) {
    throw error instanceof WrongContent ? failureOf(meaning, '') : error
  }
}

async function* nothing(): Lots {}

/** A reply in which there is nothing to be told from but what its reader found. */
const NOTHING_SAID = { status: 200, head: '{', tail: '', size: 1 }

/** Errors of the network carry a code; one without is a mistake of ours, and must be seen as such. */
function isOfNetwork(error: unknown, wrapped: unknown): boolean {
  if (error instanceof Failure || error instanceof UsmError) return false
  if (wrapped instanceof FetchError || error instanceof DOMException) return true
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}

/** More than any list but that of subscribers holds, unpacked. */
const MOST_DIRECTORY_BYTES = 64 * 1024 * 1024
const MOST_DRAINED_BYTES = 1024 * 1024
const TAIL_CHARACTERS = 4096

/** Reads as much of a body as is kept of it. */
async function drain(body: ReadableStream<Uint8Array>): Promise<{ size: number; tail: string }> {
  const decoder = new TextDecoder()
  let size = 0
  let text = ''
  try {
    for await (const chunk of body) {
      size += chunk.length
      text += decoder.decode(chunk, { stream: true })
      if (size >= MOST_DRAINED_BYTES) break
    }
  } catch {
    // The status has said enough.
  }
  return { size, tail: text.slice(-TAIL_CHARACTERS) }
}

async function sleepUnless(signal: AbortSignal | undefined, ms: number): Promise<void> {
  try {
    await pause(ms, undefined, signal === undefined ? {} : { signal })
  } catch (error) {
    throw signal?.aborted ? signal.reason : error
  }
}
