/** FreeBSD: a gzipped tar with the package's manifest first (pkg-create(8), "MANIFEST FILE DETAILS"). */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { gzip, type TarEntry, tar } from '../../../src/bundle/tar.ts'
import type { Source } from '../source.ts'
import { description, packageVersion, summary } from './about.ts'
import type { PackagedFile } from './layout.ts'

export async function packFreebsd(
  source: Source,
  architecture: string,
  files: readonly PackagedFile[],
  outfile: string,
): Promise<void> {
  const isFolder = ({ path }: PackagedFile) => path.endsWith('/')
  const groupOf = ({ owner }: PackagedFile) => (owner === 'root' ? 'wheel' : owner)
  const rights = (file: PackagedFile) => ({
    uname: file.owner,
    gname: groupOf(file),
    perm: file.mode.toString(8).padStart(4, '0'),
  })
  const entry = (file: PackagedFile): TarEntry => ({ ...file, group: groupOf(file) })
  const compact = {
    name: 'usm-billing',
    origin: 'net-mgmt/usm-billing',
    version: packageVersion(source),
    comment: summary,
    maintainer: source.maintainer,
    www: source.homepage,
    // Of every release: the runtime is linked with what FreeBSD keeps compatible.
    abi: `FreeBSD:*:${architecture}`,
    arch: `freebsd:*:${architecture === 'amd64' ? 'x86:64' : 'aarch64:64'}`,
    prefix: '/usr/local',
    flatsize: files.reduce((total, { data }) => total + data.length, 0),
    licenselogic: 'and',
    licenses: ['MIT', 'LGPL20', 'LGPL21', 'BSD3CLAUSE', 'APACHE20'],
    desc: description.join('\n'),
    categories: ['net-mgmt'],
  }
  const manifest = {
    ...compact,
    files: Object.fromEntries(
      files
        .filter((file) => !isFolder(file))
        .map((file) => [
          file.path,
          { sum: `1$${createHash('sha256').update(file.data).digest('hex')}`, ...rights(file) },
        ]),
    ),
    directories: Object.fromEntries(files.filter(isFolder).map((file) => [file.path, rights(file)])),
    scripts: { 'pre-install': await Bun.file(join(source.root, 'packaging/freebsd/pre-install.sh')).text() },
  }
  const json = (name: string, value: object): TarEntry => ({
    path: name,
    data: Buffer.from(JSON.stringify(value)),
    mode: 0o644,
  })
  const entries = [
    json('+COMPACT_MANIFEST', compact),
    json('+MANIFEST', manifest),
    // Files before folders, as pkg itself writes them.
    ...files.filter((file) => !isFolder(file)).map(entry),
    ...files.filter(isFolder).map(entry),
  ]
  await Bun.write(outfile, gzip(tar(entries, source.committedAt)))
}
