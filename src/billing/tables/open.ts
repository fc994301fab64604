/** From an operator's address to a billing that is read as tables. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { BillingError } from '../../model/errors.ts'
import { parseTableAddress, type TableAddress } from '../../model/table-address.ts'
import type { DescribedBilling } from '../billing.ts'
import { createBilling } from '../universal/universal-billing.ts'
import { BUILT_IN } from './billings/billings.ts'
import { csvFolder } from './files/csv-folder.ts'
import { FOLDER_ADDRESS, folderFetch, SUBSCRIBERS_FILE } from './files/json-folder.ts'
import { type InspectedSource, inspectionOf, type TablesInspection } from './inspection/inspection.ts'
import { askerOf } from './lists.ts'
import type { TablesOptions } from './options.ts'
import { mysqlConnection, type ServerSurroundings } from './servers/mysql.ts'
import { postgresConnection } from './servers/postgres.ts'
import { Session } from './servers/session.ts'
import { sqliteConnection } from './servers/sqlite.ts'
import { PAGE_ROWS, type SqlConnection } from './sql/connection.ts'
import { sqlSource } from './sql/sql-source.ts'
import { billingOfTables } from './tables-billing.ts'

const zoneOfHost = (at: Date): number => -at.getTimezoneOffset()

/**
 * A billing that is read as tables. Nothing is connected to before a method is called.
 * @throws BillingError of the kind `config` when the address is none
 */
export function openTables(options: TablesOptions): DescribedBilling {
  const address = addressOf(options)
  if (address.server === 'file' && existsSync(join(address.path, SUBSCRIBERS_FILE)))
    return jsonFolder(address.path, options)
  return billingOfTables(sourceOf(address, options), options)
}

/**
 * The same source, to be looked at before it is read; `undefined` for a folder in the universal API's shape, of which
 * its own methods tell. Nothing is connected to before it is opened.
 * @throws BillingError of the kind `config` when the address is none
 */
export function inspectTables(options: TablesOptions): TablesInspection | undefined {
  const address = addressOf(options)
  if (address.server === 'file' && existsSync(join(address.path, SUBSCRIBERS_FILE))) return undefined
  return inspectionOf(sourceOf(address, options), address)
}

/** @throws BillingError */
function addressOf({ url }: TablesOptions): TableAddress {
  const address = parseTableAddress(url)
  if (typeof address === 'string') throw new BillingError('config', 'connection', `billingUrl ${address}.`)
  return address
}

/** Where the tables are. */
function sourceOf(address: TableAddress, options: TablesOptions): InspectedSource {
  const { database, now = () => new Date(), hostOffsetMinutes = zoneOfHost, rowsAtOnce = PAGE_ROWS } = options
  const surroundings = {
    timeoutSec: database.timeoutSec,
    now,
    hostOffsetMinutes,
    rowsAtOnce,
    askerOf: (query: string) => ({ ...askerOf(query), isOwn: typeof database.queries[query] === 'string' }),
  }
  if (address.server === 'file') {
    const { encoding, maxAgeMinutes } = database
    return csvFolder({ ...surroundings, folder: address.path, encoding, maxAgeMinutes })
  }
  return sqlSource(connectionTo(address, options, surroundings), {
    server: address.server,
    billing: options.name === 'sql' || options.name === 'files' ? undefined : BUILT_IN[options.name],
    queries: database.queries,
    parameters: database.parameters,
  })
}

function connectionTo(
  address: TableAddress,
  { database, logger, signal }: TablesOptions,
  surroundings: ServerSurroundings,
): SqlConnection {
  if ('path' in address)
    return sqliteConnection({ ...surroundings, path: address.path, encoding: database.encoding })
  const session = new Session({ address, database, logger, signal })
  return address.server === 'mysql'
    ? mysqlConnection(session, surroundings)
    : postgresConnection(session, surroundings)
}

function jsonFolder(folder: string, options: TablesOptions): DescribedBilling {
  const { database, now = () => new Date() } = options
  if (existsSync(join(folder, 'subscribers.csv'))) {
    throw new BillingError(
      'config',
      'connection',
      `The folder holds both ${SUBSCRIBERS_FILE} and subscribers.csv.`,
      {
        hint: 'Leave one of them there: nobody can tell which of them is meant.',
      },
    )
  }
  const { encoding, maxAgeMinutes, timeoutSec } = database
  return createBilling({
    ...options,
    url: FOLDER_ADDRESS,
    protocol: 'standart',
    dialect: 'auto',
    http: { timeoutSec, retries: 0 },
    fetch: folderFetch(folder, encoding, { maxAgeMinutes, now }),
  })
}
