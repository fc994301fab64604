/** `usm-billing version`: which build this is and, when asked, whether a newer release exists. */
import { COMMIT, RELEASES_URL, VERSION, VERSION_TEXT } from '../version.ts'
import type { Run } from './frame/context.ts'
import { EXIT } from './frame/exit-codes.ts'
import { type NewestRelease, newestRelease } from './version/newest-release.ts'

export interface VersionHooks {
  /** Where the newest release is told; of this build unless given. `''`: nobody has said. */
  readonly releasesUrl?: string
  /** Milliseconds for the whole answer. */
  readonly patienceMs?: number
}

/** The command. It asks only with `--check`; an answer that cannot be had ends with 3. */
export function versionWith({
  releasesUrl = RELEASES_URL,
  patienceMs = 10_000,
}: VersionHooks): Run<'version'> {
  return async ({ flags, io }) => {
    const newest = flags.check ? await newestRelease(releasesUrl, patienceMs) : undefined
    const exitCode = newest !== undefined && 'problem' in newest ? EXIT.partial : EXIT.done
    if (flags.json) {
      const told = { type: 'version', exitCode, version: VERSION, commit: COMMIT || null, ...asJson(newest) }
      io.stdout.write(`${JSON.stringify(told)}\n`)
      return exitCode
    }
    io.stdout.write(`${VERSION_TEXT}\n`)
    if (newest === undefined) return exitCode
    if ('problem' in newest)
      io.stderr.write(`Whether there is a newer release could not be told: ${newest.problem}.\n`)
    else io.stdout.write(`${sentence(newest)}\n`)
    return exitCode
  }
}

/** `usm-billing version`, asking where this build says. */
export const version = versionWith({})

function asJson(newest: NewestRelease | undefined): Record<string, unknown> {
  if (newest === undefined) return {}
  if ('problem' in newest) return { newest: null, problem: newest.problem }
  return { newest: newest.version, isNewer: isNewer(newest.version), page: newest.page ?? null }
}

function sentence({ version: newest, page }: Exclude<NewestRelease, { problem: string }>): string {
  const order = Bun.semver.order(newest, VERSION)
  if (order < 0) return `This is newer than the newest release, ${newest}.`
  if (order === 0) return 'This is the newest release.'
  return `A newer release exists: ${newest}${page === undefined ? '' : `, ${page}`}`
}

function isNewer(newest: string): boolean {
  return Bun.semver.order(newest, VERSION) > 0
}
