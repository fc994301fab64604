/** The statements by which an administrator makes an account that may read a billing's database, and nothing else. */
import type { ServerAddress } from '../../../model/table-address.ts'
import { quoteMysql, quoteStandard } from '../sql/render.ts'

/** Whoever writes the password and this host's address in their places can run them. */
const PASSWORD = 'PASSWORD'
const THIS_HOST = 'ADDRESS_OF_THIS_HOST'

export interface AccountNeeds {
  /** The account is there, and only lacks rights. */
  readonly isThere?: boolean
  /** Where PostgreSQL has the tables of the queries. */
  readonly schemas?: readonly string[]
}

/**
 * @param account the name of the account
 * @param host where it will come from, as the server sees it; `""` when that is not known
 */
export function readerAccount(
  address: ServerAddress,
  account: string,
  host = '',
  { isThere = false, schemas = [] }: AccountNeeds = {},
): string[] {
  const { database, server } = address
  const asNew = (line: string): string[] => (isThere ? [] : [line])
  if (server === 'postgres') {
    const name = quoted(account)
    return [
      ...asNew(`CREATE ROLE ${name} LOGIN PASSWORD ${quoteStandard(PASSWORD)};`),
      `GRANT CONNECT ON DATABASE ${quoted(database)} TO ${name};`,
      ...(schemas.length === 0 ? ['public'] : schemas.map(quoted)).flatMap((schema) => [
        `GRANT USAGE ON SCHEMA ${schema} TO ${name};`,
        `GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${name};`,
      ]),
    ]
  }
  const from = host !== '' ? host : isHere(address) ? 'localhost' : THIS_HOST
  const name = `${quoteMysql(account)}@${quoteMysql(from)}`
  // In the name of a database "_" and "%" stand for others.
  const scope = database.replaceAll('`', '``').replace(/[_%\\]/g, '\\$&')
  return [
    ...asNew(`CREATE USER ${name} IDENTIFIED BY '${PASSWORD}';`),
    `GRANT SELECT ON \`${scope}\`.* TO ${name};`,
  ]
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function isHere({ host, socket }: ServerAddress): boolean {
  return socket !== undefined || /^(?:localhost|127(?:\.\d+){3}|::1)$/i.test(host)
}
