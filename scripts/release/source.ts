/** Which source a build is made of: read from `package.json` and git, so that equal commits give equal builds. */
import { join } from 'node:path'

export interface Source {
  /** The repository's folder. */
  readonly root: string
  /** `version` of `package.json`: the one place it is written. */
  readonly version: string
  /** Name and address of whoever makes the packages: `author` of `package.json`. */
  readonly maintainer: string
  /** Where the program is at home; `''` as long as it is nowhere. */
  readonly homepage: string
  /** The exact Bun that compiles it. */
  readonly bun: string
  /** The commit's full hash, with `-dirty` after it when tracked files differ from it; `unknown` outside of git. */
  readonly commit: string
  /** Unix time of the commit in seconds, the only time that gets into a build; 0 outside of git. */
  readonly committedAt: number
}

/** Reads the source of the repository these scripts lie in. */
export async function readSource(root = join(import.meta.dir, '../..')): Promise<Source> {
  const manifest: { version: string; author: string; homepage?: string; engines: { bun: string } } =
    await Bun.file(join(root, 'package.json')).json()
  const git = (...args: string[]) => {
    const result = Bun.spawnSync(['git', '-C', root, ...args], { stderr: 'ignore' })
    return result.success ? result.stdout.toString().trim() : undefined
  }
  const hash = git('rev-parse', 'HEAD')
  const isDirty = git('status', '--porcelain', '--untracked-files=no') !== ''
  return {
    root,
    version: manifest.version,
    maintainer: manifest.author,
    homepage: manifest.homepage ?? '',
    bun: manifest.engines.bun,
    commit: hash === undefined ? 'unknown' : isDirty ? `${hash}-dirty` : hash,
    committedAt: Number(git('log', '-1', '--format=%ct') ?? 0),
  }
}
