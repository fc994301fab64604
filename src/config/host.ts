/** What the configuration needs of the machine it stands on, so that tests can be another machine. */
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { ConfigError } from '../model/errors.ts'

export interface ConfigHost {
  readonly env: Readonly<Record<string, string | undefined>>
  /** The working folder. @throws ConfigError when it was removed, which harms nobody who names no path in it */
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

/** The machine the program runs on. @param env as the program takes it */
export function thisHost(env: ConfigHost['env'] = process.env): ConfigHost {
  return {
    env,
    get cwd() {
      return workingFolder()
    },
    binary: isCompiled() ? process.execPath : undefined,
    platform: process.platform,
    readText: (path) => readFileSync(path, 'utf8'),
    permissions: (path) => statSync(path, { throwIfNoEntry: false })?.mode,
    realPath: (path) => realpathSync(path),
  }
}

function workingFolder(): string {
  try {
    return process.cwd()
  } catch (cause) {
    throw new ConfigError('The working folder is gone.', [], {
      hint: 'Change into a folder that is there, or name the configuration with its whole path.',
      cause,
    })
  }
}

/** True inside a binary made by `bun build --compile`: its modules live in a file system of their own. */
function isCompiled(): boolean {
  return /^(?:\/\$bunfs\/|[A-Z]:[\\/]~BUN[\\/])/i.test(Bun.main)
}
