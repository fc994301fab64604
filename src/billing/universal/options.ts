/** What the billing client has to know; commands make it from the configuration. */
import type { Environment } from '../../http/environment.ts'
import type { Logger } from '../../model/logger.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Zone } from '../../model/zone.ts'
import type { DialectName } from './dialects/dialect.ts'

export interface BillingHttp {
  /** Seconds for a whole answer, counted from the request on. */
  readonly timeoutSec: number
  /** Further attempts after a temporary failure. */
  readonly retries: number
  /** A file of trusted certificates (PEM). */
  readonly caFile?: string | undefined
  readonly insecureTls?: boolean | undefined
  readonly proxy?: string | undefined
  /** False: answers are asked for as they are. They come packed otherwise, where the server can do that. */
  readonly compress?: boolean | undefined
}

export interface BillingOptions {
  /** The operator's address, with its own query string and key. */
  readonly url: string
  readonly protocol: 'standart' | 'carbon5'
  readonly dialect: 'auto' | DialectName
  readonly http: BillingHttp
  /** Its proxies count where the configuration names none; left out: there are none. */
  readonly env?: Environment
  /** Otherwise passwords are dropped where they are read. */
  readonly withPasswords: boolean
  /** Otherwise messages are never asked for. */
  readonly withMessages: boolean
  readonly userAgent?: string
  readonly logger: Logger
  readonly report: ReportProblem
  readonly fetch?: typeof fetch
  readonly sleep?: (ms: number) => Promise<void>
  readonly random?: () => number
  readonly now?: () => Date
  /** The zone of this host; of use only for a billing that does not tell its time. */
  readonly hostOffsetMinutes?: Zone
  /** Told to stop: the request in flight is given up and what the signal carries is thrown. */
  readonly signal?: AbortSignal | undefined
}
