/** Calls of the ERP's API: a request with its retries, and what became of it (§1). */
import { JsonError } from '../json/json-error.ts'
import { parseJson } from '../json/parse.ts'
import { type Entry, readRecords } from '../json/records.ts'
import { UsersideError } from '../model/errors.ts'
import type { Logger } from '../model/logger.ts'
import { askCall, type Call, type Effect, type Fields, type PostTraits, postCall, readCall } from './call.ts'
import { type Envelope, isEnvelopeMember, memberError, moduleError, readEnvelope } from './envelope.ts'
import { NoAnswer } from './failure.ts'
import type { FormBound } from './form-bound.ts'
import type { Gate } from './gate.ts'
import {
  brokenOffError,
  type Circumstances,
  READ_TIMEOUT_HINT,
  refusedError,
  unansweredError,
  unexpectedError,
} from './meaning.ts'
import type { Redactor } from './redact.ts'
import { isProvenUnsent, isTemporaryStatus, type Patience, withRetries } from './retry.ts'
import type { Transport } from './transport.ts'
import type { UsersideTally, WriteResult } from './userside.ts'

/** A parsed answer and when the server says it was given: the text of its `Date` header, `null` without one. */
export interface Answer {
  readonly body: unknown
  readonly date: string | null
}

export interface CallerOptions {
  readonly transport: Transport
  readonly redactor: Redactor
  readonly logger: Logger
  readonly patience: Omit<Patience, 'onRetry'>
  /** Where writes wait for their turn, made ready to be sent. */
  readonly gate: Gate
  readonly formBound: FormBound
  /** The ERP's address without secrets, for messages. */
  readonly place: string
}

export class Caller {
  readonly #options: CallerOptions
  #reads = 0
  #writes = 0
  #retries = 0
  /** A call went well: the key is accepted. */
  #isKeyAccepted = false

  constructor(options: CallerOptions) {
    this.#options = options
  }

  /** A call counts once, however often it had to be sent; what was sent again counts as retries. */
  get tally(): UsersideTally {
    const { bytes } = this.#options.transport
    return { reads: this.#reads, writes: this.#writes, retries: this.#retries, bytes }
  }

  /**
   * `cat=module&request=…`: the bare answer.
   * @param mostBytes how far it may reach, where that is more than others
   * @throws UsersideError when there is none, or it is an error
   */
  async read(request: string, parameters: Fields = {}, mostBytes?: number): Promise<Answer> {
    const call = readCall(request, parameters, mostBytes)
    const leave = await this.#options.gate.enter()
    const answer = await this.#ask(call).finally(leave)
    const error = moduleError(answer.body)
    if (error !== undefined) throw refusedError(call, this.shown(error))
    return answer
  }

  /** A read of another category: its envelope. @throws UsersideError when there is none, or it is an error */
  async ask(category: string, action: string, parameters: Fields): Promise<Envelope> {
    return readEnvelope(await this.askBare(category, action, parameters))
  }

  /** The same, whole: there may be no envelope around it. @throws UsersideError likewise */
  async askBare(category: string, action: string, parameters: Fields): Promise<unknown> {
    const call = askCall(category, action, parameters)
    const leave = await this.#options.gate.enter()
    const { body } = await this.#ask(call).finally(leave)
    const { result, errorText } = readEnvelope(body)
    if (result === 'error') throw refusedError(call, this.shown(errorText))
    return body
  }

  /**
   * As {@link read} for a big list: its entries in lots, as they arrive. Retries end with the first lot: what breaks after
   * it can only be thrown, because what was handed out cannot be taken back.
   * @throws UsersideError also after entries were given: only a list read to its end is whole
   */
  async *readList(request: string, parameters: Fields): AsyncGenerator<readonly Entry[], void> {
    const leave = await this.#options.gate.enter()
    try {
      yield* this.#list(request, parameters)
    } finally {
      leave()
    }
  }

  async *#list(request: string, parameters: Fields): AsyncGenerator<readonly Entry[], void> {
    const call = readCall(request, parameters)
    const { lots, first } = await this.#begin(call, async () => {
      const stream = this.#options.transport.stream(await this.#options.transport.open(call))
      const lots = readRecords(stream, {
        isNullEmpty: true,
        onGarbage: (head) =>
          this.#options.logger.warn(`UserSide puts this before its answer: ${this.shown(head, call)}`),
      })
      return { lots, first: await lots.next().catch((error: unknown) => this.#failBody(error, call)) }
    }).catch((error: unknown) => this.#failRead(error, call))
    try {
      for (let lot = first; !lot.done; lot = await lots.next()) {
        this.#refuseErrors(lot.value, call)
        yield lot.value
      }
    } catch (error) {
      if (error instanceof UsersideError) throw error
      throw brokenOffError(this.#failureOfBody(error, call), request, this.#circumstances)
    } finally {
      await lots.return()
    }
  }

  /** A POST without whose success a run cannot go on. @throws UsersideError unless the ERP says OK */
  async demand(category: string, action: string, fields: Fields, effect: Effect): Promise<Envelope> {
    const call = postCall(category, action, fields, { effect, isRepeatable: true })
    const { body } = await this.#ask(call)
    const envelope = readEnvelope(body)
    if (envelope.result === 'ok') return envelope
    if (envelope.result === 'error') throw refusedError(call, this.shown(envelope.errorText))
    throw unexpectedError(call.name, this.shown(JSON.stringify(body)))
  }

  /**
   * A write, and what became of it. `pick` takes what the caller wants to know from the answer; where it gives
   * `undefined` the ERP said yes without saying that, which is as good as no answer.
   * @throws UsersideError when the ERP cannot be reached or refuses the key: no other write would fare better. Whatever
   *   is thrown, nothing was changed
   */
  async write<T>(
    category: string,
    action: string,
    fields: Fields,
    pick: (envelope: Envelope) => T | undefined,
    traits: PostTraits = {},
  ): Promise<WriteResult<T>> {
    const call = postCall(category, action, fields, traits)
    const { formBound, gate, transport } = this.#options
    const encoded = transport.encode(call)
    return await gate.pass(async () => {
      const parts = formBound.partsOf(encoded.length)
      return parts > 1 ? this.#tooBig(encoded.length, parts) : await this.#write(call, encoded, pick)
    })
  }

  async #write<T>(
    call: Call,
    encoded: string,
    pick: (envelope: Envelope) => T | undefined,
  ): Promise<WriteResult<T>> {
    try {
      const { body } = await this.#exchange(call, encoded)
      this.#options.formBound.took(encoded.length)
      const envelope = readEnvelope(body)
      if (envelope.result === 'error') return this.#refused(envelope.errorText, call)
      const value = envelope.result === 'ok' ? pick(envelope) : undefined
      if (value !== undefined) return { kind: 'done', value }
      return {
        kind: 'lost',
        message: unexpectedError(call.name, this.shown(JSON.stringify(body), call)).message,
      }
    } catch (error) {
      if (error instanceof NoAnswer) return this.#fateOf(error, call, encoded.length)
      throw error
    }
  }

  /** A write of which only the success matters. */
  async change(category: string, action: string, fields: Fields, traits?: PostTraits): Promise<WriteResult> {
    const result = await this.write(category, action, fields, () => true, traits)
    return result.kind === 'done' ? { kind: 'done', value: undefined } : result
  }

  /** A write that creates something; its id is in the answer. */
  async create(category: string, action: string, fields: Fields): Promise<WriteResult<string>> {
    return await this.write(category, action, fields, ({ id }) => id || undefined)
  }

  /** A POST of which nobody needs the answer. Never throws. */
  async tell(category: string, action: string, fields: Fields, traits: PostTraits): Promise<void> {
    const call = postCall(category, action, fields, traits)
    const { transport, logger, redactor } = this.#options
    try {
      await this.#begin(call, async () => transport.text(await transport.open(call), call))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      logger.debug(redactor.redact(`UserSide did not answer ${call.name}: ${reason}`))
    }
  }

  async #ask(call: Call): Promise<Answer> {
    return await this.#exchange(call).catch((error: unknown) => this.#failRead(error, call))
  }

  async #exchange(call: Call, encoded?: string): Promise<Answer> {
    return await this.#begin(call, async () => {
      const response = await this.#options.transport.open(call, encoded)
      const text = await this.#options.transport.text(response, call)
      try {
        const body = parseJson(text)
        this.#isKeyAccepted = true
        return { body, date: response.headers.get('date') }
      } catch (error) {
        return this.#failBody(error, call)
      }
    })
  }

  async #begin<T>(call: Call, attempt: () => Promise<T>): Promise<T> {
    const { patience, logger, transport } = this.#options
    const { proxy } = transport
    const onRetry: Patience['onRetry'] = (failure, waitMs) => {
      this.#retries += 1
      const wait = `${(waitMs / 1000).toFixed(1)} s`
      logger.warn(
        proxy === undefined
          ? `UserSide did not answer ${call.name}: ${failure.message}. Trying again in ${wait}.`
          : `UserSide, asked through the proxy ${proxy.name}, did not answer ${call.name}: ${failure.message}. Trying again in ${wait}.`,
      )
    }
    if (call.effect === 'none') this.#reads += 1
    if (call.effect === 'changes') this.#writes += 1
    const answer = await withRetries(attempt, call.effect === 'none' || call.isRepeatable === true, {
      ...patience,
      ...(call.isLast && lastPatience(patience)),
      onRetry,
    })
    logger.debug(`UserSide answered ${call.name}.`)
    return answer
  }

  /** An error while a body was read or parsed, as a failure of its call. */
  #failureOfBody(error: unknown, call: Call): NoAnswer {
    if (!(error instanceof JsonError)) return this.#options.transport.failure(error, call)
    const { fault, excerpt } = error
    const shown = this.shown(excerpt.head, call)
    if (fault === 'cut') {
      const message = `the answer ended early, after ${excerpt.size} bytes`
      // A list begins with a subscriber of somebody, and that says nothing.
      const isShown = !call.name.startsWith('get_user_')
      return new NoAnswer('body', isShown ? `${message}: ${shown}` : message, { hint: READ_TIMEOUT_HINT })
    }
    if (shown === '') return new NoAnswer('body', 'an empty answer')
    const message = BOUNDS.has(fault)
      ? `an answer that cannot be, because ${error.message}: ${shown}`
      : `an answer that is not whole JSON: ${shown}`
    return new NoAnswer('body', message)
  }

  get #circumstances(): Circumstances {
    const { place, transport } = this.#options
    return { place, proxy: transport.proxy, isKeyAccepted: this.#isKeyAccepted }
  }

  #failBody(error: unknown, call: Call): never {
    throw this.#failureOfBody(error, call)
  }

  #failRead(error: unknown, call: Call): never {
    if (error instanceof NoAnswer) throw unansweredError(error, call, this.#circumstances)
    throw error
  }

  #refuseErrors(lot: readonly Entry[], call: Call): void {
    if (lot.some(([key, value]) => memberError(key, value) !== undefined))
      throw refusedError(call, this.shown(moduleError(Object.fromEntries(lot))))
    // Its entries are not the list's: whoever took them for that would find nobody there.
    if (lot.some(([key, value]) => isEnvelopeMember(key, value)))
      throw unexpectedError(call.name, this.shown(JSON.stringify(Object.fromEntries(lot)), call))
  }

  #fateOf(failure: NoAnswer, call: Call, bytes: number): WriteResult<never> {
    const parts = this.#partsAfter(failure, bytes)
    if (parts !== undefined) return this.#tooBig(bytes, parts)
    const isKeyRefused = failure.status === 401 || failure.status === 403
    if (isKeyRefused || isProvenUnsent(failure)) this.#failRead(failure, call)
    const isClear = failure.stage === 'status' && !isTemporaryStatus(failure.status)
    if (isClear) return this.#refused(wordsOf(failure.body) || failure.message, call)
    const { proxy } = this.#options.transport
    return {
      kind: 'lost',
      message:
        proxy === undefined
          ? `UserSide did not answer ${call.name}: ${failure.message}`
          : `UserSide, asked through the proxy ${proxy.name}, did not answer ${call.name}: ${failure.message}`,
    }
  }

  /** Into how many a form is to be cut that was refused for its size; `undefined`: it was not for that. */
  #partsAfter({ status }: NoAnswer, bytes: number): number | undefined {
    const { formBound, logger } = this.#options
    const before = formBound.most
    const isKeyDoubtful = status === 403 && this.#isKeyAccepted
    const parts =
      status === 413 ? formBound.refused(bytes) : isKeyDoubtful ? formBound.refusedForKey(bytes) : undefined
    if (formBound.most < before)
      logger.info(
        `UserSide answered a form of ${inKilobytes(bytes)} with HTTP ${status}: forms are cut to ${inKilobytes(formBound.most)} from now on.`,
      )
    return parts
  }

  #tooBig(bytes: number, parts: number): WriteResult<never> {
    const most = inKilobytes(this.#options.formBound.most)
    const message = `a form of ${inKilobytes(bytes)} is too big for UserSide, which takes ${most} at once`
    return { kind: 'refused', message, parts }
  }

  #refused(words: string, call: Call): WriteResult<never> {
    return { kind: 'refused', message: this.shown(words, call) || 'UserSide gave no reason' }
  }

  /** The beginning of a text from the ERP, fit to be shown. */
  shown(text: string | undefined, call?: Call): string {
    return this.#options.redactor.excerpt(text ?? '', call?.secrets)
  }
}

const BOUNDS: ReadonlySet<string> = new Set(['too-deep', 'too-long'])

/** At the end of a run that was told to stop, nothing is waited for. */
function lastPatience({ signal, retries }: Omit<Patience, 'onRetry'>): Partial<Patience> {
  return { signal: undefined, retries: signal?.aborted ? 0 : retries }
}

function inKilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`
}

/** A refusal by status may carry the ERP's own words. */
function wordsOf(body: string): string {
  try {
    return readEnvelope(parseJson(body)).errorText
  } catch {
    return ''
  }
}
