/** What an operator downloads: the binary with everything needed to put it to work, and the sums to check it by. */
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import type { Source } from './source.ts'
import { type TarEntry, tarGz } from './tar.ts'
import { binaryName, type Target } from './targets.ts'

/** File in the archive → file in the repository. */
const companions: Readonly<Record<string, string>> = {
  'usm-billing.example.jsonc': 'config/example.jsonc',
  LICENSE: 'LICENSE',
  'man/usm-billing.1': 'docs/usm-billing.1',
  'systemd/usm-billing.service': 'packaging/systemd/usm-billing.service',
  'systemd/usm-billing.timer': 'packaging/systemd/usm-billing.timer',
  'cron/usm-billing.cron': 'packaging/cron/usm-billing.cron',
  'freebsd/README.md': 'packaging/freebsd/README.md',
  'freebsd/500.usm-billing': 'packaging/freebsd/500.usm-billing',
}

/** Where each shell looks for a completion: file in the archive → shell. */
const completions: Readonly<Record<string, string>> = {
  'completions/usm-billing.bash': 'bash',
  'completions/_usm-billing': 'zsh',
  'completions/usm-billing.fish': 'fish',
}

/** The archive's name without its ending, which is also the folder it unpacks to. */
export function archiveName(source: Source, target: Target): string {
  return `${binaryName}-${source.version}-${target.name}`
}

/** What every archive holds beside the binary, by the path inside. */
export async function readCompanions(source: Source): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const [path, from] of Object.entries(companions))
    files.set(path, await Bun.file(join(source.root, from)).bytes())
  for (const [path, shell] of Object.entries(completions)) {
    const command = [process.execPath, '--no-env-file', 'src/main.ts', 'completion', shell]
    const { success, stdout, stderr } = Bun.spawnSync(command, { cwd: source.root })
    if (!success) throw new Error(`The completion for ${shell} could not be made:\n${stderr}`)
    files.set(path, stdout)
  }
  return files
}

/** Packs one target's binary and its companions. */
export async function packArchive(
  source: Source,
  target: Target,
  binary: string,
  companionFiles: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const folder = archiveName(source, target)
  const entries: TarEntry[] = [
    { path: `${folder}/${binaryName}`, data: await Bun.file(binary).bytes(), isExecutable: true },
  ]
  for (const [path, data] of companionFiles)
    entries.push({ path: `${folder}/${path}`, data, isExecutable: path === 'freebsd/500.usm-billing' })
  return tarGz(entries, source.committedAt)
}

/** The text of `SHA256SUMS`, as `sha256sum --check` reads it, in order of the names. */
export async function checksums(paths: readonly string[]): Promise<string> {
  let text = ''
  for (const path of paths.toSorted()) {
    const sum = createHash('sha256')
      .update(await Bun.file(path).bytes())
      .digest('hex')
    text += `${sum}  ${basename(path)}\n`
  }
  return text
}
