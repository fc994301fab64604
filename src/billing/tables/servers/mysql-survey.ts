/** What MariaDB or MySQL tells `doctor` of the account it is asked by, and of its tables. */
import type { Row } from '../source.ts'
import type { AccountRights, ServerSurvey } from '../sql/connection.ts'

/** Rights that change nothing. */
const HARMLESS: ReadonlySet<string> = new Set([
  'USAGE',
  'SELECT',
  'SHOW VIEW',
  'SHOW DATABASES',
  'SHOW_ROUTINE',
  'PROCESS',
  'BINLOG MONITOR',
  'REPLICATION CLIENT',
  'SLAVE MONITOR',
  'REPLICA MONITOR',
])

/** A line of SHOW GRANTS; what stands behind TO may hold a password's hash, and is looked at by nobody. */
const GRANT = /^GRANT (.+?) ON (?:(?:TABLE|DATABASE) )?(`(?:[^`]|``)*`|\*)\.(`(?:[^`]|``)*`|\*) TO /

export function mysqlSurvey(session: {
  readonly isEncrypted: boolean
  ask(sql: string): Promise<Row[]>
}): ServerSurvey {
  return {
    isEncrypted: () => session.isEncrypted,
    async account(): Promise<AccountRights> {
      const [[own, from, database] = []] = await session.ask('SELECT CURRENT_USER(), USER(), DATABASE()')
      const grants = await session.ask('SHOW GRANTS')
      return {
        name: own ?? '',
        host: (from ?? '').replace(/^.*@/, ''),
        writing: writingIn(
          grants.map(([line]) => line ?? ''),
          database ?? '',
        ),
      }
    },
    schemas: async () => [],
    async lockedTables() {
      const found = await session.ask(
        "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND ENGINE IN ('MyISAM', 'Aria')",
      )
      return found.map(([table]) => table ?? '')
    },
  }
}

/** Rights beyond reading one database. @param grants the lines of SHOW GRANTS */
export function writingIn(grants: readonly string[], database: string): string[] {
  const found = new Set<string>()
  for (const line of grants) {
    const [, rights = '', scope = ''] = GRANT.exec(line) ?? []
    if (rights === '' || !covers(scope, database)) continue
    // The columns a right is limited to stand in brackets.
    for (const right of rights.replace(/\s*\([^)]*\)/g, '').split(/,\s*/)) {
      if (right === 'ALL PRIVILEGES' || right === 'ALL') return ['everything']
      if (!HARMLESS.has(right)) found.add(right)
    }
  }
  return [...found]
}

/** Names of databases are patterns: `_` is any character, `%` any number of them. */
function covers(scope: string, database: string): boolean {
  if (scope === '*') return true
  const name = scope.slice(1, -1).replaceAll('``', '`')
  const pattern = name.replace(/\\([_%])|([_%])|[.*+?^${}()|[\]\\]/g, (text, plain, wild) =>
    plain !== undefined ? plain : wild === '%' ? '.*' : wild === '_' ? '.' : `\\${text}`,
  )
  return new RegExp(`^${pattern}$`, 'i').test(database)
}
