/** From a request to a call: the key, the form, the order of a run, then the call itself. */
import type { Exchange, Service } from '../loopback.ts'
import { byteLength, pageReply, type Reply, textReply } from '../reply.ts'
import { ADDRESS_CALLS } from './address-calls.ts'
import { Call, type CallDefinition, type World } from './call.ts'
import { CUSTOMER_CALLS } from './customer-calls.ts'
import { CustomerPrinter } from './customer-printer.ts'
import { DESCRIPTION_CALLS } from './description-calls.ts'
import { DIRECTORY_CALLS } from './directory-calls.ts'
import { type Form, parseForm } from './form.ts'
import { handshakeCalls } from './handshake-calls.ts'
import { readCalls } from './read-calls.ts'
import { Ruling } from './ruling.ts'
import { TARIFF_CALLS } from './tariff-calls.ts'

export type RequestKind = 'read' | 'bookkeeping' | 'write'

/** One request, without the key. */
export interface UsersideRequest {
  readonly call: string
  readonly method: string
  readonly kind: RequestKind
  /** Empty when the log is not full. */
  readonly params: Readonly<Record<string, string>>
  /** `late`: not carried out yet. */
  readonly result: 'ok' | 'refused' | 'violation' | 'missed' | 'late'
  readonly bytesIn: number
  readonly bytesOut: number
  /** Left out when nothing was wrong with it. */
  readonly violations?: readonly string[]
}

export interface ServerOptions {
  readonly apiKey: string
  readonly writeLatencyMs: number
  readonly readLatencyMs: number
  readonly isLogFull: boolean
  /** The category of the calls that open and close a run. */
  readonly moduleCategory: string
}

interface Parsed {
  readonly name: string
  readonly form: Form
  readonly definition: CallDefinition | undefined
  readonly kind: RequestKind
}

export class UsersideServer implements Service {
  readonly requests: UsersideRequest[] = []
  readonly violations: string[] = []
  readonly counts = { reads: 0, bookkeeping: 0, writes: 0 }
  readonly apiKey: string
  isWriteForbidden = false
  peakConcurrency = 0
  /** Milliseconds in which writes were carried out, their latency left out. */
  writingMs = 0
  #underWay = 0
  readonly #calls: ReadonlyMap<string, CallDefinition>
  readonly #customers: CustomerPrinter
  readonly #parsed = new WeakMap<Exchange, Parsed>()

  constructor(
    private readonly world: World,
    private readonly options: ServerOptions,
  ) {
    this.apiKey = options.apiKey
    this.#customers = new CustomerPrinter(world.erp, world.printer)
    this.#calls = new Map(
      Object.entries({
        ...readCalls(this.#customers),
        ...handshakeCalls(options.moduleCategory),
        ...DESCRIPTION_CALLS,
        ...TARIFF_CALLS,
        ...ADDRESS_CALLS,
        ...CUSTOMER_CALLS,
        ...DIRECTORY_CALLS,
      }),
    )
  }

  callOf(exchange: Exchange): string {
    return this.#parse(exchange).name
  }

  latencyOf(exchange: Exchange): number {
    return this.#parse(exchange).kind === 'write' ? this.options.writeLatencyMs : this.options.readLatencyMs
  }

  meanwhile(): void {
    this.#customers.printAhead()
  }

  refusal(text: string): Reply {
    return this.world.printer.error(text)
  }

  begun(): void {
    this.#underWay += 1
    this.peakConcurrency = Math.max(this.peakConcurrency, this.#underWay)
  }

  ended(): void {
    this.#underWay -= 1
  }

  missed(exchange: Exchange): void {
    const parsed = this.#parse(exchange)
    const ruling = new Ruling()
    this.#judgeTransport(exchange, parsed, ruling)
    this.#note(
      exchange,
      parsed,
      ruling.wrong.length > 0 ? 'violation' : 'missed',
      ruling,
      textReply(0, '', ''),
    )
  }

  forget(): void {
    this.requests.length = 0
    this.violations.length = 0
    Object.assign(this.counts, { reads: 0, bookkeeping: 0, writes: 0 })
    this.writingMs = 0
    this.peakConcurrency = 0
  }

  answer(exchange: Exchange): Reply {
    const begin = performance.now()
    const reply = this.#answer(exchange)
    if (this.#parse(exchange).kind === 'write') this.writingMs += performance.now() - begin
    return reply
  }

  #answer(exchange: Exchange): Reply {
    const parsed = this.#parse(exchange)
    const ruling = new Ruling()
    this.#judgeTransport(exchange, parsed, ruling)
    const stopped = this.#stopBeforeErp(exchange, parsed.name)
    if (stopped !== undefined) {
      this.#note(exchange, parsed, ruling.wrong.length > 0 ? 'violation' : 'missed', ruling, stopped)
      return stopped
    }
    const { definition, form, name } = parsed
    const call = new Call(name, form.fields, this.world, ruling)
    const word = ruling.wrong.length === 0 ? definition?.handle(call) : undefined
    if (exchange.body.length > MOST_FORM_BYTES)
      ruling.forbid(`${name} came in a form of ${exchange.body.length} bytes, more than 512 KiB.`)
    const isClean = ruling.wrong.length === 0 && word !== undefined
    if (!isClean || ruling.refusal !== undefined) {
      const reply = this.#refuse(parsed, ruling)
      this.#note(exchange, parsed, isClean ? 'refused' : 'violation', ruling, reply)
      return reply
    }
    if (this.world.creates.isLate(name, call.creations)) {
      this.world.creates.postpone(call.creations, () => ruling.carryOut())
      const reply = pageReply(504, '504 Gateway Time-out', false)
      this.#note(exchange, parsed, 'late', ruling, reply)
      return reply
    }
    ruling.carryOut()
    const reply = word()
    this.#note(exchange, parsed, 'ok', ruling, reply)
    return reply
  }

  /** What a proxy or PHP answers in the ERP's place. */
  #stopBeforeErp({ body, method }: Exchange, name: string): Reply | undefined {
    const {
      mostFormBytes = Number.POSITIVE_INFINITY,
      mostPostBytes = Number.POSITIVE_INFINITY,
      refusedCalls,
    } = this.world.oddities
    if (refusedCalls?.test(name)) return OUT_OF_SECTION
    if (method !== 'POST') return undefined
    if (body.length > mostFormBytes) return pageReply(413, '413 Request Entity Too Large', false)
    return body.length > mostPostBytes ? NO_KEY : undefined
  }

  #refuse({ name, form }: Parsed, ruling: Ruling): Reply {
    const text = [...ruling.wrong, ...(ruling.refusal === undefined ? [] : [ruling.refusal])].join(' ')
    if (form.fields.get('key') !== this.apiKey) return NO_KEY
    if (!name.startsWith('module/')) return this.world.printer.error(text)
    const isUnknown = !this.#calls.has(name)
    return textReply(
      isUnknown ? 200 : 400,
      'application/json; charset=utf-8',
      JSON.stringify({ error: isUnknown ? 'unknown_method' : text }),
    )
  }

  #note(
    exchange: Exchange,
    { name, kind, form }: Parsed,
    result: UsersideRequest['result'],
    ruling: Ruling,
    reply: Reply,
  ): void {
    const key = ({ read: 'reads', bookkeeping: 'bookkeeping', write: 'writes' } as const)[kind]
    this.counts[key] += 1
    const run = this.world.runs.at(-1)
    if (kind === 'write' && run?.isStopped === false) run.writes += 1
    this.violations.push(...ruling.wrong)
    const params = new Map(this.options.isLogFull ? form.fields : [])
    params.delete('key')
    this.requests.push({
      call: name,
      method: exchange.method,
      kind,
      params: Object.fromEntries(params),
      result,
      bytesIn: exchange.body.length,
      bytesOut: byteLength(reply.body),
      ...(ruling.wrong.length === 0 ? {} : { violations: [...ruling.wrong] }),
    })
  }

  #parse(exchange: Exchange): Parsed {
    const known = this.#parsed.get(exchange)
    if (known !== undefined) return known
    const question = exchange.target.indexOf('?')
    const query = question < 0 ? '' : exchange.target.slice(question + 1)
    const form = parseForm(exchange.method === 'POST' ? exchange.body : query)
    const category = form.fields.get('cat') ?? ''
    const name = `${category}/${form.fields.get(category === 'module' ? 'request' : 'action') ?? ''}`
    const definition = this.#calls.get(name)
    const parsed = { name, form, definition, kind: definition?.kind(form.fields) ?? 'read' }
    this.#parsed.set(exchange, parsed)
    return parsed
  }

  #judgeTransport(exchange: Exchange, { name, form, definition, kind }: Parsed, ruling: Ruling): void {
    const path = exchange.target.split('?', 1)[0] ?? ''
    if (path !== '/api.php') ruling.forbid(`${name} came to ${path}, not to /api.php.`)
    if (exchange.method === 'POST') {
      if (exchange.target.includes('?'))
        ruling.forbid(`${name} came with parameters in the address of a POST.`)
      const type = String(exchange.headers['content-type'] ?? '')
      if (!type.startsWith('application/x-www-form-urlencoded')) ruling.forbid(`${name} came as ${type}.`)
    }
    for (const sentence of form.wrong) ruling.forbid(sentence)
    if (form.fields.get('key') !== this.apiKey) ruling.forbid(`${name} came with a wrong key.`)
    else if (definition === undefined) ruling.forbid(`There is no call ${name}.`)
    else if (exchange.method !== definition.method)
      ruling.forbid(`${name} came by ${exchange.method}, not by ${definition.method}.`)
    else judgeParams(name, form, definition, this.world.billingId, this.apiKey, ruling)
    if (this.isWriteForbidden && exchange.method === 'POST' && !name.endsWith('/get_settings'))
      ruling.forbid(`${name} came in a dry run.`)
    const run = this.world.runs.at(-1)
    if (kind === 'write' && (run === undefined || run.isStopped || run.settings === undefined))
      ruling.forbid(`${name} came before set_start_info and get_settings, or after set_stop_info.`)
  }
}

const NO_KEY = textReply(403, 'text/html; charset=UTF-8', 'Access denied: wrong key')
const OUT_OF_SECTION = textReply(400, 'application/json; charset=utf-8', '{"error":"Access denied: section"}')
/** No form may be larger, as encoded (userside-api.md §1). */
const MOST_FORM_BYTES = 512 * 1024

function judgeParams(
  name: string,
  form: Form,
  definition: CallDefinition,
  billingId: string,
  apiKey: string,
  ruling: Ruling,
): void {
  const { fields } = form
  const envelope = ['key', 'cat', name.startsWith('module/') ? 'request' : 'action']
  const allowed = new Set([...envelope, ...definition.required, ...(definition.optional ?? [])])
  for (const [field, value] of fields) {
    if (!allowed.has(field))
      ruling.forbid(`${name} came with the parameter ${JSON.stringify(field)}, which it has not.`)
    if (field !== 'key' && value.includes(apiKey)) ruling.forbid(`${name} tells the key in ${field}.`)
  }
  for (const field of definition.required)
    if (!fields.has(field)) ruling.forbid(`${name} came without ${field}.`)
  const billing = fields.get('billing_id')
  if (billing !== undefined && billing !== billingId)
    ruling.forbid(`${name} is about the billing ${billing}, which UserSide does not have.`)
}
