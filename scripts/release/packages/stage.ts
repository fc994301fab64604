/** Files of a package laid out as the formats' own tools want to find them. */
import { chmod, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { PackagedFile } from './layout.ts'

/** Lays the files out in a new folder, with their rights and one time, for as long as `work` needs them. */
export async function withStaged<T>(
  files: readonly PackagedFile[],
  modifiedAt: number,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'usm-billing-package-'))
  try {
    const root = join(folder, 'root')
    await mkdir(root, { mode: 0o755 })
    for (const { path, data, mode } of files) {
      const place = join(root, path)
      const isFolder = path.endsWith('/')
      await mkdir(isFolder ? place : dirname(place), { recursive: true, mode: 0o755 })
      if (!isFolder) await writeFile(place, data)
      await chmod(place, mode)
    }
    // Deepest first: writing into a folder changes its time.
    const paths = [...new Bun.Glob('**').scanSync({ cwd: root, onlyFiles: false, dot: true })]
      .sort()
      .reverse()
    for (const path of [...paths, '.']) await utimes(join(root, path), modifiedAt, modifiedAt)
    return await work(root)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Runs one of the formats' own tools, with nothing of this machine's settings.
 * @throws Error with what it said when it fails
 */
export function runTool(command: readonly string[], modifiedAt: number): void {
  const env = {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LC_ALL: 'C.UTF-8',
    HOME: '/nonexistent',
    SOURCE_DATE_EPOCH: String(modifiedAt),
  }
  const { success, stdout, stderr } = Bun.spawnSync([...command], { env, stdin: 'ignore' })
  if (!success) throw new Error(`${command[0]} failed:\n${stdout}${stderr}`)
}
