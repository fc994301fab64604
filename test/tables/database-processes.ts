/**
 * Real database servers, each in a folder of its own with a temporary folder of its own (a MariaDB that starts deletes
 * the `#sql*` files of others in a shared one), without privileges, on loopback.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SQL } from 'bun'
import { statementsOf, type Table } from '../../src/sandbox/tables/table-set.ts'

export type ServerKind = 'mysql' | 'postgres'

export interface DatabaseServer {
  readonly kind: ServerKind
  readonly port: number
  /** For administrators: tests fill tables and kill connections by it. */
  readonly admin: SQL
  /** A new empty database. @returns its address for an account that may only read */
  createDatabase(name: string, charset?: string): Promise<string>
  /** Makes tables and fills them. */
  load(database: string, tables: readonly Table[], options?: LoadOptions): Promise<void>
  /** An administrator's connection to a database; whoever takes it closes it. */
  connect(database: string): SQL
  /** Statements of an administrator, in a database. */
  run(database: string, statements: readonly string[]): Promise<void>
  /** Everything the server was asked since it started. */
  readonly logFile: string
}

export interface LoadOptions {
  readonly engine?: string
  readonly charset?: string
  /** What a connection says before it fills tables. */
  readonly before?: readonly string[]
}

export interface StartOptions {
  /** In PEM form. */
  readonly tls?: { readonly certificate: string; readonly key: string } | undefined
  /** Further settings, as on the command line. */
  readonly settings?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** A name that can be told in an address, and a password that cannot be told in one as it is. */
export const READER = { name: 'reader', password: "p'w \\ö#1" }

const BINARIES: Readonly<Record<ServerKind, () => string | undefined>> = {
  mysql: () => firstOf(['/usr/sbin/mariadbd', '/usr/local/sbin/mariadbd', Bun.which('mariadbd') ?? '']),
  postgres: () => {
    const root = '/usr/lib/postgresql'
    const releases = existsSync(root)
      ? readdirSync(root).toSorted((one, other) => Number(other) - Number(one))
      : []
    return firstOf([
      ...releases.map((release) => join(root, release, 'bin/postgres')),
      Bun.which('postgres') ?? '',
    ])
  },
}

/** True where the packages of a server are there. */
export function isInstalled(kind: ServerKind): boolean {
  return BINARIES[kind]() !== undefined && (process.getuid?.() !== 0 || Bun.which('setpriv') !== null)
}

/** Starts a server, which is to be stopped. */
export async function launchServer(
  kind: ServerKind,
  options: StartOptions = {},
): Promise<DatabaseServer & { stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), `usm-billing-${kind}-`))
  for (const name of ['data', 'tmp']) mkdirSync(join(folder, name))
  if (options.tls !== undefined) {
    writeFileSync(join(folder, 'tls.pem'), options.tls.certificate)
    writeFileSync(join(folder, 'tls.key'), options.tls.key, { mode: 0o600 })
  }
  if (process.getuid?.() === 0) Bun.spawnSync(['chown', '-R', 'nobody:nogroup', folder])
  chmodSync(folder, 0o755)
  const port = await freePort()
  const logFile = join(folder, kind === 'mysql' ? 'general.log' : 'server.log')
  const environment = { PATH: process.env['PATH'] ?? '', TMPDIR: join(folder, 'tmp'), ...options.environment }
  const place = { folder, port, logFile, environment, options }
  const child = kind === 'mysql' ? startMariadb(place) : startPostgres(place)
  const stop = async (): Promise<void> => {
    await admin.close({ timeout: 0 })
    child.kill('SIGKILL')
    await child.exited
    rmSync(folder, { recursive: true, force: true })
  }
  const connect = (database: string): SQL =>
    new SQL({ ...adminOf(kind, port, folder), database, max: 1 } as SQL.Options)
  const admin = new SQL({ ...adminOf(kind, port, folder), max: 1 } as SQL.Options)
  await untilOpen(() => new SQL({ ...adminOf(kind, port, folder), max: 1 } as SQL.Options), child)
  await prepare(kind, admin)
  return {
    kind,
    port,
    admin,
    logFile,
    stop,
    async createDatabase(name, charset = 'utf8mb4') {
      const host = `${encodeURIComponent(READER.name)}:${encodeURIComponent(READER.password)}@127.0.0.1:${port}`
      if (kind === 'mysql') {
        await admin.unsafe(`CREATE DATABASE ${name} CHARACTER SET ${charset}`).simple()
        await admin.unsafe(`GRANT SELECT ON ${name}.* TO '${READER.name}'@'127.0.0.1'`).simple()
        return `mysql://${host}/${name}`
      }
      await admin.unsafe(`CREATE DATABASE ${name}`).simple()
      return `postgres://${host}/${name}`
    },
    connect,
    async run(database, statements) {
      const client = connect(database)
      for (const statement of statements) await client.unsafe(statement).simple()
      await client.close({ timeout: 0 })
    },
    async load(database, tables, loading = {}) {
      const client = connect(database)
      const connection = await client.reserve()
      if (kind === 'mysql')
        await connection.unsafe("SET sql_mode = '', time_zone = @@global.time_zone").simple()
      for (const statement of loading.before ?? []) await connection.unsafe(statement).simple()
      for (const table of tables)
        for (const statement of statementsOf(table, { server: kind, ...loading }))
          await connection.unsafe(statement).simple()
      if (kind === 'postgres')
        await connection.unsafe(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${READER.name}`).simple()
      await client.close({ timeout: 0 })
    },
  }
}

interface Place {
  readonly folder: string
  readonly port: number
  readonly logFile: string
  readonly environment: Readonly<Record<string, string>>
  readonly options: StartOptions
}

function startMariadb({ folder, port, logFile, environment, options }: Place): Bun.Subprocess {
  const binary = BINARIES.mysql() ?? ''
  const base = [`--datadir=${folder}/data`, `--tmpdir=${folder}/tmp`]
  run(
    [
      'mariadb-install-db',
      '--no-defaults',
      ...base,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    environment,
  )
  const tls = options.tls && [`--ssl-cert=${folder}/tls.pem`, `--ssl-key=${folder}/tls.key`]
  return start(
    [
      binary,
      '--no-defaults',
      ...base,
      `--socket=${folder}/s.sock`,
      `--pid-file=${folder}/pid`,
      `--port=${port}`,
      '--bind-address=127.0.0.1,127.0.0.2',
      '--general-log=1',
      `--general-log-file=${logFile}`,
      '--innodb-buffer-pool-size=64M',
      '--skip-log-bin',
      '--innodb-flush-log-at-trx-commit=0',
      '--skip-name-resolve',
      ...(tls ?? []),
      ...(options.settings ?? []),
    ],
    environment,
    folder,
  )
}

function startPostgres({ folder, port, logFile, environment, options }: Place): Bun.Subprocess {
  const binary = BINARIES.postgres() ?? ''
  run(
    [
      binary.replace(/postgres$/, 'initdb'),
      '-D',
      `${folder}/data`,
      '-U',
      'admin',
      '--auth-host=scram-sha-256',
    ].concat(['--auth-local=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']),
    environment,
  )
  const tls = options.tls && {
    ssl: 'on',
    ssl_cert_file: `${folder}/tls.pem`,
    ssl_key_file: `${folder}/tls.key`,
  }
  const settings = {
    unix_socket_directories: folder,
    listen_addresses: '127.0.0.1,127.0.0.2',
    fsync: 'off',
    log_statement: 'all',
    log_line_prefix: '%u ',
    ...tls,
  }
  const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return start(
    [binary, '-D', `${folder}/data`, '-p', String(port), ...parameters, ...(options.settings ?? [])],
    environment,
    folder,
    logFile,
  )
}

function adminOf(kind: ServerKind, port: number, folder: string): Record<string, unknown> {
  return kind === 'mysql'
    ? { adapter: 'mysql', path: `${folder}/s.sock`, username: 'root', password: '', database: 'mysql' }
    : { adapter: 'postgres', path: `${folder}/.s.PGSQL.${port}`, username: 'admin', database: 'postgres' }
}

async function prepare(kind: ServerKind, admin: SQL): Promise<void> {
  const password = READER.password.replaceAll("'", "''")
  if (kind === 'mysql') {
    await admin.unsafe("SET SESSION sql_mode = ''").simple()
    const text = password.replaceAll('\\', '\\\\')
    await admin.unsafe(`CREATE USER '${READER.name}'@'127.0.0.1' IDENTIFIED BY '${text}'`).simple()
    return
  }
  await admin.unsafe(`CREATE ROLE ${READER.name} LOGIN PASSWORD '${password}'`).simple()
}

/** As nobody where the tests run as root: servers refuse that. */
function unprivileged(command: readonly string[]): string[] {
  if (process.getuid?.() !== 0) return [...command]
  return ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', ...command]
}

function run(command: readonly string[], env: Readonly<Record<string, string>>): void {
  const { success, stderr, stdout } = Bun.spawnSync(unprivileged(command), { env: { ...env }, cwd: '/' })
  if (!success) throw new Error(`${command[0]}: ${stdout}${stderr}`)
}

function start(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  folder: string,
  logFile = join(folder, 'server.log'),
): Bun.Subprocess {
  const output = Bun.file(logFile)
  return Bun.spawn(unprivileged(command), { env: { ...env }, cwd: '/', stdout: output, stderr: output })
}

async function untilOpen(connect: () => SQL, child: Bun.Subprocess): Promise<void> {
  const until = performance.now() + 60_000
  for (;;) {
    const client = connect()
    try {
      await client.unsafe('SELECT 1').simple()
      return
    } catch (error) {
      if (performance.now() > until || child.exitCode !== null) throw error
      await Bun.sleep(50)
    } finally {
      await client.close({ timeout: 0 })
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address !== null ? address.port : 0
}

function firstOf(paths: readonly string[]): string | undefined {
  return paths.find((path) => path !== '' && existsSync(path))
}

/** The statements a server was asked by the account that may only read. */
export function statementsIn({ kind, logFile }: DatabaseServer): string[] {
  const log = readFileSync(logFile, 'utf8')
  if (kind === 'postgres') {
    return [
      ...log.matchAll(new RegExp(`^${READER.name} LOG:\\s+(?:statement|execute [^:]*): (.*)$`, 'gm')),
    ].map(([, text = '']) => text)
  }
  const mine = new Set([...log.matchAll(/^\S* ?\S*?\t?\s*(\d+) Connect\s+reader@/gm)].map(([, id]) => id))
  return [...log.matchAll(/^(?:\d{6}\s+[\d:]+)?\s*(\d+) (?:Query|Execute|Prepare)\s+(.*)$/gm)]
    .filter(([, id]) => mine.has(id))
    .map(([, , text = '']) => text)
}
