/**
 * What a release holds beside the binary. Everything lies where it lies in the repository, so that each link in the
 * README and the docs leads somewhere in an archive and in a package as well.
 */
import { join } from 'node:path'
import { Glob } from 'bun'
import type { Source } from './source.ts'

/** By the path inside, which is the one in the repository for all that is not made here. */
export type Contents = ReadonlyMap<string, Uint8Array>

const kept = [
  'README.md',
  'README.uk.md',
  'README.ru.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'LICENSE',
  'config/example.jsonc',
  'config/usm-billing.schema.json',
  'docs/**/*.{md,1}',
  'packaging/{cron,docker,freebsd,monitoring,systemd}/**',
]

/** Where each shell's completion goes: file inside → shell. */
const completions: Readonly<Record<string, string>> = {
  'completions/usm-billing.bash': 'bash',
  'completions/_usm-billing': 'zsh',
  'completions/usm-billing.fish': 'fish',
}

/** Files that are programs themselves. */
export const executables: readonly string[] = ['packaging/freebsd/500.usm-billing']

/**
 * Reads them, sorted by path.
 * @param licenses the texts of what is compiled in, by their path inside
 */
export async function readContents(source: Source, licenses: Contents): Promise<Contents> {
  const files = new Map<string, Uint8Array>(licenses)
  const paths = kept.flatMap((pattern) => [...new Glob(pattern).scanSync(source.root)])
  for (const path of paths) files.set(path, await Bun.file(join(source.root, path)).bytes())
  for (const [path, shell] of Object.entries(completions)) files.set(path, completion(source, shell))
  return new Map([...files].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function completion(source: Source, shell: string): Uint8Array {
  const command = [process.execPath, '--no-env-file', 'src/main.ts', 'completion', shell]
  const { success, stdout, stderr } = Bun.spawnSync(command, { cwd: source.root })
  if (!success) throw new Error(`The completion for ${shell} could not be made:\n${stderr}`)
  return stdout
}
