/** Where things are on a host: the configuration, and the folders it uses when it names none. */
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { ConfigHost } from './host.ts'

const EXTENSION = '.jsonc'
const FILE_NAME = `usm-billing${EXTENSION}`
export const FILE_VARIABLE = 'USM_BILLING_CONFIG'

/** The one layout of every package, unit and document. */
const LOGS = '/var/log/usm-billing'
const STATE = '/var/lib/usm-billing'

export interface Location {
  readonly path: string
  /** The operator named it, so it has to be there. */
  readonly isNamed: boolean
}

/** Folders of a configuration that names none, by their keys. */
export interface Folders {
  readonly logPath: string
  readonly statePath: string
}

/**
 * The file to read, and the file `init` writes when there is none: `--config`, else `$USM_BILLING_CONFIG`, else
 * `usm-billing.jsonc` next to the binary's real path, else the one in the system's folder. Run from source, it is the one
 * in the working folder. A bare name, as the units of several billings give it, is a file of the system's folder.
 */
export function locateConfig(named: string | undefined, host: ConfigHost): Location {
  const name = named ?? (host.env[FILE_VARIABLE] || undefined)
  if (name !== undefined) return { path: namedPath(name, host), isNamed: true }
  if (host.binary === undefined) return { path: join(host.cwd, FILE_NAME), isNamed: false }
  return { path: unnamedPath(dirname(host.realPath(host.binary)), host), isNamed: false }
}

/**
 * The folders of a configuration in the system's folder, where neither logs nor a journal may lie; `undefined` for one
 * that stands anywhere else. Each billing writes a log of its own: two runs at once must not rotate one file.
 */
export function systemFolders(path: string, host: ConfigHost): Folders | undefined {
  const folder = systemFolder(host)
  if (dirname(path) !== folder) return undefined
  const name = path.slice(folder.length + 1)
  const logPath = name === FILE_NAME ? LOGS : join(LOGS, name.replace(/\.jsonc?$/, ''))
  return { logPath, statePath: STATE }
}

function systemFolder({ platform }: ConfigHost): string {
  return platform === 'freebsd' ? '/usr/local/etc/usm-billing' : '/etc/usm-billing'
}

function namedPath(name: string, host: ConfigHost): string {
  const path = isAbsolute(name) ? resolve(name) : resolve(host.cwd, name)
  if (!/^[\w@-][\w@.-]*$/.test(name) || /\.jsonc?$/.test(name)) return path
  const inSystem = join(systemFolder(host), `${name}${EXTENSION}`)
  return !isThere(inSystem, host) && isThere(path, host) ? path : inSystem
}

function unnamedPath(folder: string, host: ConfigHost): string {
  const beside = join(folder, FILE_NAME)
  const inSystem = join(systemFolder(host), FILE_NAME)
  if (isThere(beside, host)) return beside
  // Among the programs of the whole system there is no place for a configuration, and nobody would look for it there.
  const isShared = /\/s?bin$/.test(folder)
  return isShared || isThere(systemFolder(host), host) ? inSystem : beside
}

/** What this account may not look at counts as there: the one who reads it then says what right is missing. */
function isThere(path: string, host: ConfigHost): boolean {
  try {
    return host.permissions(path) !== undefined
  } catch {
    return true
  }
}
