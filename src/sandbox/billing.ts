/**
 * A billing on loopback: recorded answers or a population in a product's own bytes, over real HTTP. It refuses and
 * records what `contracts/universal-billing-api.md` forbids a client to do.
 */
import { ALLOWED_METHODS, BillingDiscipline } from './billing-discipline.ts'
import { Query, type SandboxDialect } from './dialects/dialect.ts'
import { type DialectName, dialects } from './dialects/dialects.ts'
import { UBILLING_NON_ANSWERS } from './dialects/ubilling.ts'
import { Faults } from './faults.ts'
import { type Exchange, listen, type Service } from './loopback.ts'
import { type Population, populationInstant } from './population.ts'
import { byteLength, type Reply, textReply, toChunks } from './reply.ts'
import { readSamples, type Samples } from './samples.ts'

export interface BillingOptions {
  /** A folder of recorded uBilling answers, served byte for byte. */
  readonly samples?: string
  /** Served in the bytes of {@link dialect} when there are no samples. */
  readonly population?: Population
  /** Default `ubilling`. */
  readonly dialect?: DialectName
  readonly key?: string
  readonly isGzip?: boolean
  /** Before each answer. */
  readonly latencyMs?: number
  /** The instant for the `Date` header. Default: the billing's own clock, two hours ahead of UTC. */
  readonly now?: () => Date
  /** Judge the order of methods and their repetition in a run. Default true. */
  readonly isRunWatched?: boolean
  /** ABillS: most rows of a page whatever `MAX_ROWS` says. */
  readonly rowCap?: number
  readonly port?: number
}

/** One request, without the key. */
export interface BillingRequest {
  readonly method: string
  readonly query: Readonly<Record<string, string>>
  readonly status: number
  readonly bytes: number
  /** Left out when nothing was wrong with it. */
  readonly violations?: readonly string[]
}

export interface BillingSandbox {
  /** The operator's `billingUrl`, key included. */
  readonly url: string
  readonly key: string
  readonly requests: BillingRequest[]
  /** Sentences, in the order they happened; empty after a well-behaved client. */
  readonly violations: string[]
  readonly faults: Faults
  /** Answers that are none, by the samples' file names: recorded ones, else those that are known by heart. */
  readonly nonAnswers: ReadonlyMap<string, Reply>
  /** From now on the billing holds this one. */
  setPopulation(population: Population): void
  /** Another client: methods may be asked again from the start. */
  forgetRun(): void
  /** Forgets requests and violations; the population stays. */
  forgetRequests(): void
  /** The sum of all bodies sent. */
  bytes(): number
  stop(): Promise<void>
}

/** Starts a billing on 127.0.0.1. */
export async function startBilling(options: BillingOptions = {}): Promise<BillingSandbox> {
  const server = new BillingServer(options)
  const loopback = await listen(server, {
    faults: server.faults,
    isGzip: options.isGzip ?? true,
    now: options.now ?? (() => server.now()),
    ...(options.port === undefined ? {} : { port: options.port }),
  })
  return {
    url: server.dialect.operatorUrl(loopback.origin, server.key),
    key: server.key,
    requests: server.requests,
    violations: server.violations,
    faults: server.faults,
    nonAnswers: server.nonAnswers,
    setPopulation: (population) => server.setPopulation(population),
    forgetRun: () => server.discipline.forget(),
    forgetRequests: () => {
      server.requests.length = 0
      server.violations.length = 0
      server.discipline.forget()
    },
    bytes: () => server.requests.reduce((sum, request) => sum + request.bytes, 0),
    stop: loopback.stop,
  }
}

class BillingServer implements Service {
  readonly requests: BillingRequest[] = []
  readonly violations: string[] = []
  readonly faults = new Faults()
  readonly discipline: BillingDiscipline
  readonly dialect: SandboxDialect
  readonly key: string
  readonly #samples: Samples | undefined
  #population: Population | undefined
  #printed = new Map<string, Reply | undefined>()

  constructor(private readonly options: BillingOptions) {
    this.dialect = dialects[options.dialect ?? 'ubilling']
    this.key = options.key ?? 'UB0123456789abcdef0123456789abcdef'
    this.#samples = options.samples === undefined ? undefined : readSamples(options.samples)
    this.#population = options.population
    this.discipline = new BillingDiscipline(options.isRunWatched ?? true)
  }

  setPopulation(population: Population): void {
    this.#population = population
    this.#printed.clear()
  }

  get nonAnswers(): ReadonlyMap<string, Reply> {
    return new Map([...Object.entries(UBILLING_NON_ANSWERS), ...(this.#samples?.nonAnswers ?? [])])
  }

  now(): Date {
    if (this.#population !== undefined) return populationInstant(this.#population)
    const local = this.#samples?.now
    return local === undefined ? new Date() : new Date(Date.parse(`${local.replace(' ', 'T')}+02:00`))
  }

  callOf(exchange: Exchange): string {
    const method = queryOf(exchange).get(this.dialect.methodParameter) ?? ''
    return method.replace(/^userside_manager\./, '')
  }

  latencyOf(): number {
    return this.options.latencyMs ?? 0
  }

  refusal(text: string): Reply {
    return this.dialect.refusal(text)
  }

  answer(exchange: Exchange, isDisturbed: boolean): Reply {
    const query = queryOf(exchange)
    const call = this.callOf(exchange)
    const page = query.get('START_PAGE') ?? ''
    const wrong = this.discipline.begin(call, page)
    const door = this.dialect.door(query, this.key)
    const complaints = this.#complaints(exchange, query)
    const reply = this.#replyTo(exchange, query, door, [...wrong, ...complaints])
    if (door.kind === 'refused') complaints.push(`A request was turned away: ${door.why}.`)
    const isRefused = door.kind === 'refused' || reply.status !== 200
    this.discipline.settle(call, page, isDisturbed ? 'disturbed' : isRefused ? 'refused' : 'answered')
    this.#note(call, query, reply, [...wrong, ...complaints])
    return reply
  }

  missed(exchange: Exchange): void {
    const query = queryOf(exchange)
    const call = this.callOf(exchange)
    const page = query.get('START_PAGE') ?? ''
    const wrong = [...this.discipline.begin(call, page), ...this.#complaints(exchange, query)]
    this.discipline.settle(call, page, 'disturbed')
    this.#note(call, query, textReply(0, '', ''), wrong)
  }

  begun(): void {
    this.discipline.arrive()
  }

  ended(): void {
    this.discipline.leave()
  }

  #note(method: string, query: Query, reply: Reply, violations: readonly string[]): void {
    this.violations.push(...violations)
    const shown = query.pairs.filter(([name]) => name !== 'key')
    this.requests.push({
      method,
      query: Object.fromEntries(shown),
      status: reply.status,
      bytes: byteLength(reply.body),
      ...(violations.length === 0 ? {} : { violations }),
    })
  }

  #replyTo(
    exchange: Exchange,
    query: Query,
    door: ReturnType<SandboxDialect['door']>,
    violations: readonly string[],
  ): Reply {
    if (exchange.target.split('?').length > 2) return UBILLING_NON_ANSWERS.login_page
    if (door.kind === 'refused') return door.reply
    const customer = query.get('customer_id')
    if (this.#samples !== undefined && customer !== undefined) return this.#recorded(customer)
    if (violations.length > 0) return textReply(409, 'text/plain; charset=utf-8', violations.join('\n'))
    return this.#directory(door.method, query) ?? this.dialect.unknownMethod(door.method)
  }

  #recorded(login: string): Reply {
    const record = this.#samples?.record(login)
    if (record === undefined) return UBILLING_NON_ANSWERS.no_such_user
    return { status: 200, headers: this.dialect.headers, body: [record], framing: this.dialect.framing }
  }

  #directory(method: string, query: Query): Reply | undefined {
    const { headers, framing, isPaged } = this.dialect
    if (this.#samples !== undefined) {
      const body = this.#samples.body(method)
      return body && { status: 200, headers, body: [body], framing }
    }
    const population = this.#population
    if (population === undefined) return undefined
    const asked = Number(query.get('MAX_ROWS') ?? 10_000)
    const rows = isPaged ? Math.min(asked, this.options.rowCap ?? asked) : Number.POSITIVE_INFINITY
    const offset = isPaged ? Number(query.get('START_PAGE') ?? 0) : 0
    const key = `${method} ${offset} ${rows}`
    if (!this.#printed.has(key)) {
      const pieces = this.dialect.print(method, population, { offset, rows })
      this.#printed.set(key, pieces && { status: 200, headers, body: toChunks(pieces), framing })
    }
    return this.#printed.get(key)
  }

  #complaints(exchange: Exchange, query: Query): string[] {
    const wrong: string[] = []
    const method = this.callOf(exchange)
    const named = method === '' ? 'A request' : method
    if (exchange.method !== 'GET')
      wrong.push(`${named} came by ${exchange.method}: a billing is only read by GET.`)
    if (exchange.body !== '') wrong.push(`${named} came with a body.`)
    if (exchange.target.split('?').length > 2) wrong.push(`${named} came with a second "?" in its address.`)
    if (!query.has('key')) wrong.push(`${named} came without a key.`)
    if (query.has('customer_id')) wrong.push(`${named} asked for one subscriber by customer_id.`)
    if (!/^\d{9,11}$/.test(query.get('temp') ?? '')) wrong.push(`${named} came without temp=<unix time>.`)
    if (method !== '' && !ALLOWED_METHODS.includes(method))
      wrong.push(`${method} is not a method a client may call.`)
    const names = query.pairs.map(([name]) => name)
    for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index)))
      wrong.push(`${named} came with the parameter ${name} twice.`)
    return [...wrong, ...(this.dialect.complaints?.(query) ?? [])]
  }
}

function queryOf(exchange: Exchange): Query {
  const start = exchange.target.indexOf('?')
  return new Query(start < 0 ? [] : [...new URLSearchParams(exchange.target.slice(start + 1))])
}
