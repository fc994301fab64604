/** Where tables are: `billingUrl` of a source that is a database or files (`interface.md`). */

/** `mysql` is MariaDB too. */
export type TableServer = 'mysql' | 'postgres' | 'sqlite' | 'file'

/** The billings that are read as tables, with what each of them may stand on. */
export const TABLE_BILLINGS = {
  utm5: ['mysql', 'postgres', 'sqlite'],
  abills: ['mysql', 'sqlite'],
  ubilling: ['mysql', 'sqlite'],
  mikbill: ['mysql', 'sqlite'],
  nodeny: ['mysql', 'sqlite'],
  sql: ['mysql', 'postgres', 'sqlite'],
  files: ['file'],
} as const satisfies Readonly<Record<string, readonly TableServer[]>>

export type TableBillingName = keyof typeof TABLE_BILLINGS

/** Those whose queries the program brings along. */
export type BuiltInName = Exclude<TableBillingName, 'sql' | 'files'>

export const BUILT_IN_NAMES = (Object.keys(TABLE_BILLINGS) as TableBillingName[]).filter(
  (name): name is BuiltInName => name !== 'sql' && name !== 'files',
)

/** Those whose tables `demo` shows, with what people call them. */
export const SHOWN_TABLES = {
  utm5: 'UTM5',
  abills: 'ABillS',
  sql: 'a home-made billing',
} as const satisfies Readonly<Partial<Record<TableBillingName, string>>>

export type ShownTables = keyof typeof SHOWN_TABLES

export function isTableBilling(name: string): name is TableBillingName {
  return Object.hasOwn(TABLE_BILLINGS, name)
}

/** How an address of each begins, the usual form first. */
export const TABLE_SCHEMES: Readonly<Record<TableServer, readonly string[]>> = {
  mysql: ['mysql', 'mariadb'],
  postgres: ['postgres', 'postgresql'],
  sqlite: ['sqlite'],
  file: ['file'],
}

/** A database server. */
export interface ServerAddress {
  readonly server: 'mysql' | 'postgres'
  readonly host: string
  readonly port: number
  readonly user: string
  /** `""` when it stands elsewhere. */
  readonly password: string
  readonly database: string
  /** The path of the server's socket, in place of host and port. */
  readonly socket: string | undefined
}

/** A file or a folder on this machine. */
export interface FileAddress {
  readonly server: 'sqlite' | 'file'
  readonly path: string
}

export type TableAddress = ServerAddress | FileAddress

const PORTS = { mysql: 3306, postgres: 5432 } as const

/** The scheme of an address, in lower case; `""` when it has none. */
export function schemeOf(address: string): string {
  return /^([a-z][a-z0-9+.-]*):/i.exec(address.trim())?.[1]?.toLowerCase() ?? ''
}

/** What an address leads to, by its scheme; `undefined` for a web server and for what is unknown. */
export function tableServerOf(address: string): TableServer | undefined {
  const scheme = schemeOf(address)
  return (Object.keys(TABLE_SCHEMES) as TableServer[]).find((server) =>
    TABLE_SCHEMES[server].includes(scheme),
  )
}

/**
 * Reads `mysql://user@host:3306/database?socket=PATH`, `postgres://…`, `sqlite:PATH`, `file:FOLDER`.
 * @returns a sentence that says what is wrong, to follow the name of the key
 */
export function parseTableAddress(address: string): TableAddress | string {
  const server = tableServerOf(address)
  if (server === undefined) return 'is no address of a database or a folder'
  if (server === 'sqlite' || server === 'file') {
    const path = pathOf(address)
    if (path !== '') return { server, path }
    return server === 'file' ? 'names no folder' : 'names no file'
  }
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined
  if (url === undefined) return 'is no address of a database'
  const database = decode(url.pathname.replace(/^\//, ''))
  if (database === '' || database.includes('/')) return 'must name a database behind the host'
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'socket')
  if (unknown !== undefined) return `has an unknown parameter "${unknown}" (only "socket" is known)`
  const socket = url.searchParams.get('socket') ?? undefined
  if (url.hostname === '' && socket === undefined) return 'names no host'
  return {
    server,
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? PORTS[server] : Number(url.port),
    user: decode(url.username),
    password: decode(url.password),
    database,
    socket,
  }
}

/** The same address with the path of a file or folder made absolute. @param absolute makes a relative path so */
export function withAbsolutePath(address: string, absolute: (path: string) => string): string {
  const server = tableServerOf(address)
  return server === 'sqlite' || server === 'file' ? `${server}:${absolute(pathOf(address))}` : address
}

/** `file:///a`, `file:/a`, `sqlite:a`: what follows the scheme, without the empty host. */
function pathOf(address: string): string {
  const rest = address.trim().replace(/^[a-z]+:/i, '')
  return rest.startsWith('//') ? decode(rest.slice(2)) : rest
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
