/** `usm-billing version`: which build this is and, when asked, whether a newer release exists. */
import type { Speaker } from '../text/speaker.ts'
import { RELEASES_URL, VERSION, VERSION_JSON, VERSION_TEXT } from '../version.ts'
import type { Run } from './frame/context.ts'
import { EXIT } from './frame/exit-codes.ts'
import { jsonLine } from './frame/io.ts'
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
  return async ({ flags, io, speaker }) => {
    const newest = flags.check ? await newestRelease(releasesUrl, patienceMs) : undefined
    const exitCode = newest !== undefined && 'problem' in newest ? EXIT.partial : EXIT.done
    if (flags.json) {
      io.stdout.write(jsonLine({ ...VERSION_JSON, exitCode, ...asJson(newest) }))
      return exitCode
    }
    io.stdout.write(`${VERSION_TEXT}\n`)
    if (newest === undefined) return exitCode
    if ('problem' in newest) {
      const why = `Whether there is a newer release could not be told: ${newest.problem}.`
      io.stderr.write(`${speaker().retell(why)}\n`)
    } else io.stdout.write(`${sentence(newest, speaker())}\n`)
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

function sentence(
  { version: newest, page }: Exclude<NewestRelease, { problem: string }>,
  speaker: Speaker,
): string {
  const order = Bun.semver.order(newest, VERSION)
  if (order < 0) return speaker.say('This is newer than the newest release, {1}.', newest)
  if (order === 0) return speaker.say('This is the newest release.')
  return speaker.say('A newer release exists: {1}', page === undefined ? newest : `${newest}, ${page}`)
}

function isNewer(newest: string): boolean {
  return Bun.semver.order(newest, VERSION) > 0
}
