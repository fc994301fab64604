/** What an operator unpacks: the binary with everything needed to put it to work, and the sums to check it by. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type TarEntry, tarGz } from '../../src/bundle/tar.ts'
import { type Contents, executables } from './contents.ts'
import type { Source } from './source.ts'
import { binaryName, type Target } from './targets.ts'

/** The archive's name without its ending, which is also the folder it unpacks to. */
export function archiveName(source: Source, target: Target): string {
  return `${binaryName}-${source.version}-${target.name}`
}

/** Packs one target's binary and what goes beside it. */
export async function packArchive(
  source: Source,
  target: Target,
  binary: string,
  contents: Contents,
): Promise<Uint8Array> {
  const folder = archiveName(source, target)
  const entries: TarEntry[] = [
    { path: `${folder}/${binaryName}`, data: await Bun.file(binary).bytes(), mode: 0o755 },
  ]
  for (const [path, data] of contents)
    entries.push({ path: `${folder}/${path}`, data, mode: executables.includes(path) ? 0o755 : 0o644 })
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
