/**
 * Makes CHANGELOG.md from `changes/`. A file `changes/NAME.md` begins with its kind and one sentence (`Fixed: …`);
 * paragraphs may follow. A release moves the files into `changes/VERSION_DATE/`.
 *
 *     bun run changelog                        writes CHANGELOG.md
 *     bun run changelog --check                fails when CHANGELOG.md is stale
 *     bun run changelog --release 2026-12-01   moves the files under the version of package.json, then writes
 */
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Change, parseChange, type Release, renderChangelog } from './release/changes.ts'
import { readSource } from './release/source.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean' }, release: { type: 'string' } } })
const { root, version } = await readSource()
const folder = join(root, 'changes')
const target = join(root, 'CHANGELOG.md')

if (values.release !== undefined) await moveFragments(values.release)
const changelog = renderChangelog(await readReleases())
if (values.check !== true) {
  await Bun.write(target, changelog)
} else if ((await Bun.file(target).text()) !== changelog) {
  console.error('CHANGELOG.md is stale: bun run changelog')
  process.exit(1)
}

async function moveFragments(date: string): Promise<void> {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`${date} is no date: --release 2026-12-01`)
  const to = join(folder, `${version}_${date}`)
  await mkdir(to)
  for (const name of fragmentsIn(folder)) await rename(join(folder, name), join(to, name))
}

async function readReleases(): Promise<Release[]> {
  const releases: Release[] = [{ version, date: undefined, changes: await changesIn(folder) }]
  for (const name of new Bun.Glob('*_????-??-??').scanSync({ cwd: folder, onlyFiles: false })) {
    const [releasedVersion = '', date] = name.split('_')
    releases.push({ version: releasedVersion, date, changes: await changesIn(join(folder, name)) })
  }
  return releases
}

async function changesIn(from: string): Promise<Change[]> {
  return Promise.all(
    fragmentsIn(from).map(async (name) => parseChange(name, await Bun.file(join(from, name)).text())),
  )
}

function fragmentsIn(from: string): string[] {
  return [...new Bun.Glob('*.md').scanSync(from)].sort()
}
