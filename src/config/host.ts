/** What the configuration needs of the machine it stands on, so that tests can be another machine. */
import { readFileSync, realpathSync, statSync } from 'node:fs'

export interface ConfigHost {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The working folder. */
  readonly cwd: string
  /** The compiled binary's path; `undefined` when run from source. */
  readonly binary: string | undefined
  /** Which system it is: FreeBSD keeps configurations in a folder of its own. */
  readonly platform: NodeJS.Platform
  /** A file's text. @throws the system's error */
  readText(path: string): string
  /** Permission bits; `undefined` when there is no such file or folder. @throws the system's error when it is hidden */
  permissions(path: string): number | undefined
  /** The path without symbolic links. @throws the system's error */
  realPath(path: string): string
}

/** The machine the program runs on. */
export function thisHost(): ConfigHost {
  return {
    env: process.env,
    cwd: process.cwd(),
    binary: isCompiled() ? process.execPath : undefined,
    platform: process.platform,
    readText: (path) => readFileSync(path, 'utf8'),
    permissions: (path) => statSync(path, { throwIfNoEntry: false })?.mode,
    realPath: (path) => realpathSync(path),
  }
}

/** True inside a binary made by `bun build --compile`: its modules live in a file system of their own. */
function isCompiled(): boolean {
  return /^(?:\/\$bunfs\/|[A-Z]:[\\/]~BUN[\\/])/i.test(Bun.main)
}
