/** Real database servers for tests. Where their packages are missing, tests that need them say so and are left out. */
import { afterAll } from 'bun:test'
import {
  type DatabaseServer,
  isInstalled,
  launchServer,
  type ServerKind,
  type StartOptions,
} from './database-processes.ts'

export type { DatabaseServer, ServerKind } from './database-processes.ts'
export { READER, statementsIn } from './database-processes.ts'

/** True where a server can be started; where it cannot, that is said once. */
export function canStart(kind: ServerKind): boolean {
  const isThere = isInstalled(kind)
  if (!isThere && !told.has(kind)) {
    told.add(kind)
    const packages = { mysql: 'mariadb-server', postgres: 'postgresql' }
    afterAll(() => console.warn(`Left out: tests with a real ${packages[kind]}, which is not installed.`))
  }
  return isThere
}

const told = new Set<ServerKind>()

/** Starts a server; it is stopped when the tests of the file are over. */
export async function startServer(kind: ServerKind, options: StartOptions = {}): Promise<DatabaseServer> {
  const starting = launchServer(kind, options)
  afterAll(async () => {
    await (await starting).stop()
  })
  return await starting
}
