/** Checks of a database server: the connection, how it is kept from others, the account and its rights. */
import { isServer, type TablesInspection } from '../../../billing/tables/inspection/inspection.ts'
import { type AccountNeeds, readerAccount } from '../../../billing/tables/inspection/reader-account.ts'
import { missingRights } from '../../../billing/tables/servers/failure.ts'
import type { SourceFacts } from '../../../billing/tables/source.ts'
import type { AccountRights } from '../../../billing/tables/sql/connection.ts'
import type { Config } from '../../../config/schema.ts'
import { BillingError, ConfigError } from '../../../model/errors.ts'
import type { ServerAddress, TableAddress } from '../../../model/table-address.ts'
import { ENGLISH } from '../../../text/speaker.ts'
import { type Check, checksOf, named } from '../check.ts'

const { ok, warn, fail, skip } = checksOf('billing')

/** Accounts that are made for this program alone; the second name where the first is the one that may too much. */
const OWN_ACCOUNTS = ['usm_billing', 'usm_reader'] as const
const MOST_NAMED = 5

/** Where the tables are, without the account. */
export function addressCheck(address: TableAddress): Check {
  if (!isServer(address)) return ok('address', address.path)
  const { server, host, port, socket, database } = address
  const kind = server === 'mysql' ? 'MariaDB or MySQL' : 'PostgreSQL'
  return ok('address', `${kind} at ${socket ?? `${host}:${port}`}, database ${database}`)
}

/** A source that could not be opened. Lines for an account follow where those would help. */
export function refusedCheck(address: TableAddress, error: BillingError | ConfigError): Check {
  return fail('connection', error.message, hintWithAccount(address, error))
}

/** The hint of an error, and an account's lines where the error is about rights. */
export function hintWithAccount(
  address: TableAddress,
  error: BillingError | ConfigError,
  schemas: readonly string[] = [],
): string {
  const hint = error.hint ?? ''
  if (error instanceof ConfigError || !isServer(address)) return hint
  const { host, isAccountThere } = missingRights(error)
  if (error.kind !== 'auth' && !isAccountThere) return hint
  const account = address.user === '' ? OWN_ACCOUNTS[0] : address.user
  return `${hint} ${linesText(address, account, host, { isThere: isAccountThere, schemas })}`.trim()
}

/** The schemas of PostgreSQL that the queries read from; none where they cannot be had. */
export async function schemasOf({ survey, named: namedIn }: TablesInspection): Promise<readonly string[]> {
  try {
    return namedIn((await survey?.schemas()) ?? [])
  } catch (error) {
    if (!(error instanceof BillingError) || error.kind === 'temporary') throw error
    return []
  }
}

export function openedChecks(
  inspection: TablesInspection,
  { product, version }: SourceFacts,
  config: Config,
): Check[] {
  const { address, survey } = inspection
  const opened = ok('connection', `${product} ${version}`.trim())
  if (!isServer(address) || survey === undefined) return [opened]
  return [opened, tlsCheck(address, survey.isEncrypted(), config.billingDatabase.tls)]
}

/** How the way to the server is kept from others. */
function tlsCheck(
  { host, socket }: ServerAddress,
  isEncrypted: boolean,
  tls: Config['billingDatabase']['tls'],
): Check {
  const name = 'TLS'
  if (isEncrypted && tls !== 'require')
    return ok(name, 'encrypted; the certificate is trusted and is made out to this host')
  if (isEncrypted)
    return warn(
      name,
      'Encrypted, but the certificate is not proved, as billingDatabase.tls says: anybody on the way could be the server.',
      'billingDatabase.caFile: the certificate authority of the server, with tls: "verify"',
    )
  if (socket !== undefined || /^(?:localhost|127(?:\.\d+){3}|::1)$/i.test(host))
    return ok(name, 'none, and none needed: the server is on this machine')
  return warn(
    name,
    tls === 'off'
      ? 'Not encrypted, as billingDatabase.tls says: password and subscribers can be read on the way.'
      : 'The server offers no TLS: what is read can be seen on the way.',
    'switch TLS on in the server, and set billingDatabase.tls to "verify"; or come in by a tunnel',
  )
}

/** What the account may do. One that can write is one mistake away from doing it. */
export function accountCheck(
  address: TableAddress,
  { name, host, writing }: AccountRights,
  schemas: readonly string[] = [],
): Check {
  if (writing.length === 0) return ok('account', `${name} may read, and nothing else`)
  const rights = named(writing.includes('everything') ? ['everything'] : writing, MOST_NAMED)
  const text = `${name} may do more than read: ${rights}. usm-billing only reads; an account that can do no more keeps it so.`
  if (!isServer(address)) return warn('account', text)
  const own = OWN_ACCOUNTS.find((account) => account !== address.user) ?? OWN_ACCOUNTS[0]
  return warn('account', text, linesText(address, own, host, { schemas }))
}

/** Tables that have no snapshot, and are locked while they are read. */
export function snapshotCheck(locked: readonly string[]): Check {
  if (locked.length === 0) return ok('snapshot', 'all queries see the database at one moment')
  const tables = ENGLISH.count(locked.length, '{1} table', '{1} tables')
  return ok(
    'snapshot',
    `${tables} of the queries without one (MyISAM): ${named(locked, MOST_NAMED)}; read page by page, so that writers wait for one page at most`,
  )
}

/** A fact that could not be had is no failure of a run. */
export function unknownCheck(name: string, { message }: BillingError): Check {
  return skip(name, `Not known: ${message}`)
}

function linesText(address: ServerAddress, account: string, host: string, needs: AccountNeeds): string {
  return `In the database, as its administrator: ${readerAccount(address, account, host, needs).join(' ')}`
}
