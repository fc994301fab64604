/** What reading tables has to know; commands make it from the configuration. */
import type { Logger } from '../../model/logger.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { TableBillingName } from '../../model/table-address.ts'

export interface TableDatabase {
  /** In place of the one in the address. */
  readonly password?: string | undefined
  /** `undefined`: `verify` where the server is another host and offers TLS. */
  readonly tls?: 'verify' | 'require' | 'off' | undefined
  /** A file of trusted certificates (PEM). */
  readonly caFile?: string | undefined
  /** `auto`: the server converts. */
  readonly encoding: string
  /** Seconds until a silent server is given up. */
  readonly timeoutSec: number
  readonly parameters: Readonly<Record<string, string | number>>
  /** The operator's queries by their names; `null` takes a built-in one away. */
  readonly queries: Readonly<Record<string, string | null>>
  /** Files older than this are not read; `undefined`: of any age. */
  readonly maxAgeMinutes?: number | undefined
}

export interface TablesOptions {
  readonly name: TableBillingName
  /** The operator's address, a path in it absolute. */
  readonly url: string
  readonly database: TableDatabase
  /** Otherwise passwords are never asked for. */
  readonly withPasswords: boolean
  /** Otherwise messages are never asked for. */
  readonly withMessages: boolean
  readonly userAgent?: string
  readonly logger: Logger
  readonly report: ReportProblem
  /** Rows of a page, 5 000 unless tests want fewer. */
  readonly rowsAtOnce?: number
  readonly now?: () => Date
  /** Minutes the zone of this host is ahead of UTC. */
  readonly hostOffsetMinutes?: (at: Date) => number
  /** Told to stop: the connection is closed and what the signal carries is thrown. */
  readonly signal?: AbortSignal | undefined
}
