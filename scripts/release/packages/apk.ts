/**
 * Alpine: two tars, each gzipped, one after the other (apk-tools' format 2, without the signature that would come first: only
 * Alpine's own key would be known to a host, so it is installed with `--allow-untrusted`, after SHA256SUMS was checked).
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { gzip, type TarEntry, tar, tarPart } from '../../../src/bundle/tar.ts'
import type { Source } from '../source.ts'
import { license, packageVersion, summary } from './about.ts'
import type { PackagedFile } from './layout.ts'

export async function packApk(
  source: Source,
  architecture: string,
  files: readonly PackagedFile[],
  outfile: string,
): Promise<void> {
  const data = gzip(tar(withFolders(files).map(entry), source.committedAt))
  const bytes = files.reduce((total, file) => total + file.data.length, 0)
  const about = {
    pkgname: 'usm-billing',
    pkgver: `${packageVersion(source)}-r0`,
    pkgdesc: summary,
    url: source.homepage,
    builddate: source.committedAt,
    packager: source.maintainer,
    size: bytes,
    arch: architecture,
    license,
    datahash: createHash('sha256').update(data).digest('hex'),
  }
  // The runtime is linked with these; apk knows which packages bring them.
  const needs = [`so:libc.musl-${architecture}.so.1`, 'so:libstdc++.so.6', 'so:libgcc_s.so.1']
  const info = [
    ...Object.entries(about).map(([key, value]) => `${key} = ${value}`),
    ...needs.map((need) => `depend = ${need}`),
    `provides = cmd:usm-billing=${packageVersion(source)}-r0`,
  ]
  const script = await Bun.file(join(source.root, 'packaging/apk/pre-install')).bytes()
  const control = tarPart(
    [
      { path: '.PKGINFO', data: Buffer.from(`${info.join('\n')}\n`), mode: 0o644 },
      { path: '.pre-install', data: script, mode: 0o755 },
    ],
    source.committedAt,
  )
  await Bun.write(outfile, Buffer.concat([gzip(control), data]))
}

function entry({ path, data, mode, owner }: PackagedFile): TarEntry {
  const sum = createHash('sha1').update(data).digest('hex')
  const extended = path.endsWith('/') ? {} : { extended: { 'APK-TOOLS.checksum.SHA1': sum } }
  return { path: path.slice(1), data, mode, owner, ...extended }
}

/** apk wants each folder named before what it holds; those of the system are as everywhere. */
function withFolders(files: readonly PackagedFile[]): PackagedFile[] {
  const known = new Map(files.map((file) => [file.path, file]))
  for (const { path } of files) {
    const parts = path.split('/').slice(1, -1)
    for (let depth = 1; depth <= parts.length; depth++) {
      const folder = `/${parts.slice(0, depth).join('/')}/`
      if (!known.has(folder))
        known.set(folder, { path: folder, data: new Uint8Array(), mode: 0o755, owner: 'root' })
    }
  }
  return [...known.values()].sort((one, other) => (one.path < other.path ? -1 : 1))
}
