/** Red Hat, Fedora, SUSE and their kin: `rpmbuild` packs, this says what. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Source } from '../source.ts'
import { description, fillTemplate, license, packageVersion, summary } from './about.ts'
import type { PackagedFile } from './layout.ts'
import { runTool, withStaged } from './stage.ts'

export async function packRpm(
  source: Source,
  architecture: string,
  files: readonly PackagedFile[],
  outfile: string,
): Promise<void> {
  const version = packageVersion(source)
  const topFolder = await mkdtemp(join(tmpdir(), 'usm-billing-rpm-'))
  try {
    await withStaged(files, source.committedAt, async (staged) => {
      const spec = await fillTemplate(source, 'rpm/usm-billing.spec', {
        VERSION: version,
        SUMMARY: summary.replace(/^./, (letter) => letter.toUpperCase()),
        LICENSE: license,
        MAINTAINER: source.maintainer,
        DESCRIPTION: description.join('\n'),
        DATE: changelogDate(source.committedAt),
        STAGED: staged,
        FILES: files.map(listed).join('\n'),
      })
      await writeFile(join(topFolder, 'usm-billing.spec'), spec)
      runTool(
        [
          'rpmbuild',
          '-bb',
          `--target=${architecture}-linux`,
          `--define=_topdir ${topFolder}`,
          join(topFolder, 'usm-billing.spec'),
        ],
        source.committedAt,
      )
    })
    await cp(join(topFolder, 'RPMS', architecture, `usm-billing-${version}-1.${architecture}.rpm`), outfile)
  } finally {
    await rm(topFolder, { recursive: true, force: true })
  }
}

/** A line of `%files`. */
function listed({ path, mode, owner }: PackagedFile): string {
  const rights = `%attr(0${mode.toString(8)}, ${owner}, ${owner})`
  if (path.endsWith('/')) return `${rights} %dir ${path.slice(0, -1)}`
  const isDocumentation = /^\/usr\/share\/(?:doc|man)\//.test(path)
  return `${rights}${isDocumentation ? ' %doc' : ''} ${path}`
}

/** `Mon Nov 23 2026`, the only form rpm takes. */
function changelogDate(seconds: number): string {
  const [weekday = '', day, month, year] = new Date(seconds * 1000).toUTCString().split(/,? /)
  return `${weekday} ${month} ${day} ${year}`
}
