/** Debian and Ubuntu: `dpkg-deb` packs, this says what. */
import { chmod, cp, mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { byPath, gzip } from '../../../src/bundle/tar.ts'
import type { Source } from '../source.ts'
import { description, fillTemplate, packageVersion, summary } from './about.ts'
import type { PackagedFile } from './layout.ts'
import { runTool, withStaged } from './stage.ts'

const scripts = ['postinst', 'prerm', 'postrm']
const documentation = '/usr/share/doc/usm-billing'

/** Rights of the account's folders are set by `postinst`: there is no such account where a package is made. */
export async function packDeb(
  source: Source,
  architecture: string,
  files: readonly PackagedFile[],
  outfile: string,
): Promise<void> {
  const text = (path: string, data: string): PackagedFile => ({
    path,
    data: Buffer.from(data),
    mode: 0o644,
    owner: 'root',
  })
  const copyright = await fillTemplate(source, 'deb/copyright', { COPYRIGHT: await ownCopyright(source) })
  const overrides = await fillTemplate(source, 'deb/lintian-overrides', {})
  const changelog = await fillTemplate(source, 'deb/changelog', {
    VERSION: packageVersion(source),
    MAINTAINER: source.maintainer,
    DATE: new Date(source.committedAt * 1000).toUTCString().replace('GMT', '+0000'),
  })
  const all = byPath([
    ...files.map((file) => (file.owner === 'root' ? file : { ...file, mode: 0o755 })),
    text(`${documentation}/copyright`, copyright),
    { ...text(`${documentation}/changelog.gz`, ''), data: gzip(Buffer.from(changelog), 9) },
    text('/usr/share/lintian/overrides/usm-billing', overrides),
  ])
  const bytes = all.reduce((total, { data }) => total + data.length, 0)
  const control = await fillTemplate(source, 'deb/control', {
    VERSION: packageVersion(source),
    ARCHITECTURE: architecture,
    MAINTAINER: source.maintainer,
    KILOBYTES: String(Math.ceil(bytes / 1024)),
    SUMMARY: summary,
    DESCRIPTION: description.map((line) => ` ${line}`).join('\n'),
  })
  await withStaged(all, source.committedAt, async (root) => {
    const folder = join(root, 'DEBIAN')
    await mkdir(folder, { mode: 0o755 })
    await writeFile(join(folder, 'control'), control, { mode: 0o644 })
    await writeFile(join(folder, 'md5sums'), md5sums(all), { mode: 0o644 })
    for (const script of scripts) {
      await cp(join(source.root, 'packaging/deb', script), join(folder, script))
      await chmod(join(folder, script), 0o755)
    }
    for (const path of ['DEBIAN', '.']) await utimes(join(root, path), source.committedAt, source.committedAt)
    runTool(['dpkg-deb', '--root-owner-group', '-Zgzip', '-z6', '--build', root, outfile], source.committedAt)
  })
}

function md5sums(files: readonly PackagedFile[]): string {
  return files
    .filter(({ path }) => !path.endsWith('/'))
    .map(({ path, data }) => `${new Bun.CryptoHasher('md5').update(data).digest('hex')}  ${path.slice(1)}\n`)
    .join('')
}

/** The licence of the program itself in the form Debian's file has. */
async function ownCopyright(source: Source): Promise<string> {
  const text = await Bun.file(join(source.root, 'LICENSE')).text()
  const [, holder = ''] = /^Copyright \(c\) (.*)$/m.exec(text) ?? []
  const terms = text.slice(text.indexOf('Permission is hereby')).trim()
  const lines = terms.split('\n').map((line) => (line === '' ? ' .' : ` ${line}`))
  return [`Copyright: ${holder}`, 'License: Expat', ...lines].join('\n')
}
