/** Which build this is. */
import { releases, version } from '../package.json'

/** Set by the build (`--define`); a run from source has none. */
declare const USM_BILLING_COMMIT: string | undefined

/** The commit it was built from; `''` when run from source. */
const COMMIT = typeof USM_BILLING_COMMIT === 'string' ? USM_BILLING_COMMIT : ''

/** From `package.json`. */
export const VERSION: string = version

/** What `--version` prints: the version and, in a release, the commit it was built from. */
export const VERSION_TEXT: string = COMMIT === '' ? VERSION : `${VERSION} (${COMMIT})`

/** The same with `--json`, of a build that was not compared with any other. */
export const VERSION_JSON = {
  type: 'version',
  exitCode: 0,
  version: VERSION,
  commit: COMMIT || null,
} as const

/** Where the newest release is told, from `package.json`; `''` as long as nobody publishes. */
export const RELEASES_URL: string = releases
