/** The target side over HTTP, put together from its parts. */
import type { Environment } from '../http/environment.ts'
import type { Logger } from '../model/logger.ts'
import type { ReportProblem } from '../model/problem.ts'
import { createAddressWrites } from './address-writes.ts'
import { Caller } from './caller.ts'
import { endpointOf, type UsersideHttp } from './connection.ts'
import { createCustomerWrites } from './customer-writes.ts'
import { createDescription } from './description.ts'
import { FormBound } from './form-bound.ts'
import { Gate } from './gate.ts'
import { unexpectedError } from './meaning.ts'
import { createNameWrites } from './name-writes.ts'
import { createReads } from './reads.ts'
import { createRedactor } from './redact.ts'
import { realSleep, type Sleep } from './retry.ts'
import { readHandshake, readSettings, readSystem } from './system.ts'
import { createTariffWrites } from './tariff-writes.ts'
import { createTransport } from './transport.ts'
import type { DescribedUserside, Userside, UsersideWays } from './userside.ts'
import { readWays } from './ways.ts'

export interface UsersideOptions {
  /** `usersideUrl` of the configuration. */
  readonly url: string
  readonly apiKey: string
  readonly billingId: number
  readonly http: UsersideHttp
  /** The category of the calls that open and close a run (§10.5); `usm_billing` unless said otherwise. */
  readonly moduleCategory?: string
  /** Its proxies count where the configuration names none; left out: there are none. */
  readonly env?: Environment
  readonly logger: Logger
  readonly report: ReportProblem
  /** What earlier runs have learned; amended. Nothing yet when left out. */
  readonly ways?: UsersideWays
  readonly fetch?: typeof fetch
  readonly sleep?: Sleep
  /** From 0 to below 1. */
  readonly random?: () => number
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /**
   * Ends the work: reads are cut off, a write on its way is let finish, no further request begins, and its reason is
   * thrown. Only {@link Userside.stop} is still sent.
   */
  readonly signal?: AbortSignal | undefined
}

type StartUp = Pick<Userside, 'system' | 'start' | 'settings' | 'finishOperation' | 'stop'>

/**
 * The client of one UserSide. Nothing is sent before the first call.
 * @throws ConfigError when the address or the CA file cannot be used
 */
export function createUserside(options: UsersideOptions): DescribedUserside {
  const { billingId, logger, report } = options
  const now = options.now ?? Date.now
  const ways = options.ways ?? readWays(undefined)
  const caller = createCaller(options, ways, now)
  return {
    ...createStartUp(caller, { billingId, category: options.moduleCategory ?? 'usm_billing', now }),
    ...createDescription(caller),
    ...createReads({ caller, billingId, ways, logger, report }),
    ...createTariffWrites(caller, billingId),
    ...createAddressWrites(caller, ways),
    ...createCustomerWrites(caller, billingId, ways),
    ...createNameWrites(caller, billingId),
    ways,
    get tally() {
      return caller.tally
    },
  }
}

function createCaller(options: UsersideOptions, ways: UsersideWays, now: () => number): Caller {
  const { apiKey, http, logger, signal, url } = options
  const endpoint = endpointOf(url)
  const redactor = createRedactor([apiKey, endpoint.password])
  const transport = createTransport({
    apiKey,
    endpoint,
    http,
    env: options.env ?? {},
    redactor,
    fetch: options.fetch ?? fetch,
    now,
    signal,
  })
  return new Caller({
    transport,
    redactor,
    logger,
    gate: new Gate(http.concurrency ?? Number.POSITIVE_INFINITY),
    formBound: new FormBound(ways),
    place: redactor.redact(endpoint.origin + endpoint.pathname),
    patience: {
      retries: http.retries,
      sleep: options.sleep ?? realSleep,
      random: options.random ?? Math.random,
      signal,
    },
  })
}

interface StartUpOptions {
  readonly billingId: number
  readonly category: string
  readonly now: () => number
}

function createStartUp(caller: Caller, { billingId, category, now }: StartUpOptions): StartUp {
  return {
    async system() {
      const answer = await caller.read('get_system_information')
      const system = readSystem(answer, now())
      if (system !== undefined) return system
      throw unexpectedError('get_system_information', caller.shown(JSON.stringify(answer.body)))
    },
    async start({ version, path, logPath }) {
      const fields = { version, path, log_path: logPath }
      return readHandshake(await caller.demand(category, 'set_start_info', fields, 'bookkeeping'))
    },
    async settings({ billingTime, erpTime }) {
      const fields = { billing_id: billingId, billing_time: billingTime, erp_time: erpTime }
      return readSettings((await caller.demand(category, 'get_settings', fields, 'none')).data)
    },
    finishOperation: () =>
      caller.tell(category, 'system_operation', { billing_id: billingId }, { effect: 'bookkeeping' }),
    stop: () => caller.tell(category, 'set_stop_info', {}, { effect: 'bookkeeping', isLast: true }),
  }
}
