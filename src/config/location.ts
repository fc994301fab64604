/** Where the configuration is. */
import { dirname, join, resolve } from 'node:path'
import type { ConfigHost } from './host.ts'

const FILE_NAME = 'usm-billing.jsonc'
export const FILE_VARIABLE = 'USM_BILLING_CONFIG'

export interface Location {
  readonly path: string
  /** The operator named it, so it has to be there. */
  readonly isNamed: boolean
}

/**
 * The file to read: `--config`, else `$USM_BILLING_CONFIG`, else `usm-billing.jsonc` next to the binary's real path,
 * or in the working folder when run from source.
 */
export function locateConfig(named: string | undefined, host: ConfigHost): Location {
  const path = named ?? (host.env[FILE_VARIABLE] || undefined)
  if (path !== undefined) return { path: resolve(host.cwd, path), isNamed: true }
  const folder = host.binary === undefined ? host.cwd : dirname(host.realPath(host.binary))
  return { path: join(folder, FILE_NAME), isNamed: false }
}
