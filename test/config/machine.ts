/** A machine for the configuration to stand on: files and environment in memory. */

import type { ConfigHost } from '../../src/config/host.ts'
import { formatIssue, type LoadedConfig, loadConfig } from '../../src/config/load.ts'
import { ConfigError, type ConfigIssue } from '../../src/model/errors.ts'

export const FILE = '/etc/usm/usm-billing.jsonc'

/** The four keys no configuration can do without. */
export const REQUIRED = {
  billingUrl: 'http://billing.test/?module=remoteapi&key=UB0&action=userside',
  billingId: 1,
  usersideUrl: 'http://userside.test/',
  usersideApiKey: 'K',
}

interface Machine {
  readonly files?: Readonly<Record<string, string>>
  readonly modes?: Readonly<Record<string, number>>
  readonly links?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly binary?: string | undefined
  readonly platform?: NodeJS.Platform
  /** Folders that are there, beside those of the files. */
  readonly folders?: readonly string[]
}

export function machine(given: Machine): ConfigHost {
  const { files = {}, modes = {}, links = {}, env = {}, binary, platform = 'linux', folders = [] } = given
  const isFolder = (path: string): boolean =>
    [...folders, ...Object.keys(files)].some((known) => `${known}/`.startsWith(`${path}/`))
  return {
    env,
    cwd: '/home/operator',
    binary,
    platform,
    readText: (path) => {
      const text = files[path]
      if (text === undefined) throw new Error(`ENOENT: no such file or directory, open '${path}'`)
      return text
    },
    permissions: (path) => {
      if (files[path] !== undefined) return modes[path] ?? 0o100600
      return isFolder(path) ? 0o040755 : undefined
    },
    realPath: (path) => links[path] ?? path,
  }
}

/** Loads a text as the configuration file. */
export function load(text: string, more: Machine = {}): LoadedConfig {
  return loadConfig({ file: FILE, host: machine({ ...more, files: { ...more.files, [FILE]: text } }) })
}

/** Loads keys beside the required ones. */
export function loadKeys(keys: Readonly<Record<string, unknown>>, more: Machine = {}): LoadedConfig {
  return load(JSON.stringify({ ...REQUIRED, ...keys }), more)
}

/** What is wrong, a line each; empty when nothing is. */
export function errorsOf(attempt: () => unknown): string[] {
  return issuesOf(attempt).map(formatIssue)
}

export function issuesOf(attempt: () => unknown): readonly ConfigIssue[] {
  try {
    attempt()
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.issues
    throw error
  }
}
