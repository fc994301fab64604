/**
 * Makes CHANGELOG.md from one small file a change, so that two changes never meet on the same line.
 * A file `changes/NAME.md` begins with its kind and one sentence (`Fixed: …`); paragraphs may follow. A release moves
 * the files into `changes/VERSION_DATE/`.
 *
 *     bun scripts/changelog.ts            writes CHANGELOG.md
 *     bun scripts/changelog.ts --check    fails when CHANGELOG.md is stale
 *     bun scripts/changelog.ts --release 2026-12-01    moves the files of the version in package.json, then writes
 */
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readSource } from './release/source.ts'

const kinds = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'] as const

interface Change {
  readonly kind: (typeof kinds)[number]
  readonly sentence: string
  readonly details: string
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, release: { type: 'string' } } })
const { root, version } = await readSource()
const folder = join(root, 'changes')
const target = join(root, 'CHANGELOG.md')

if (values.release !== undefined) await release(values.release)
const text = await changelog()
if (values.check !== true) {
  await Bun.write(target, text)
} else if ((await Bun.file(target).text()) !== text) {
  console.error('CHANGELOG.md is stale: bun run changelog')
  process.exit(1)
}

async function release(date: string): Promise<void> {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`${date} is no date: --release 2026-12-01`)
  const to = join(folder, `${version}_${date}`)
  await mkdir(to)
  for (const name of fragmentsIn(folder)) await rename(join(folder, name), join(to, name))
}

async function changelog(): Promise<string> {
  const sections = [
    '# Changelog\n\nMade from `changes/` by `bun run changelog`; versions follow semver.org.\n',
  ]
  const coming = await changesIn(folder)
  if (coming.length > 0) sections.push(section(`${version} (not released)`, coming))
  const releases = [...new Bun.Glob('*_*').scanSync({ cwd: folder, onlyFiles: false })].filter(
    (n) => !n.endsWith('.md'),
  )
  releases.sort((a, b) => Bun.semver.order(versionOf(b), versionOf(a)))
  for (const name of releases) {
    sections.push(section(name.replace(/^(.*)_(.*)$/, '$1 ($2)'), await changesIn(join(folder, name))))
  }
  return sections.join('\n')
}

function versionOf(releaseFolder: string): string {
  return releaseFolder.slice(0, releaseFolder.lastIndexOf('_'))
}

function section(title: string, changes: readonly Change[]): string {
  let text = `## ${title}\n`
  for (const kind of kinds) {
    const entries = changes.filter((change) => change.kind === kind)
    if (entries.length > 0) text += `\n### ${kind}\n\n`
    for (const { sentence, details } of entries) {
      text += `- ${sentence}\n`
      if (details !== '') text += `\n${details.replace(/^(?=.)/gm, '  ')}\n\n`
    }
  }
  return text
}

async function changesIn(from: string): Promise<Change[]> {
  return Promise.all(
    fragmentsIn(from).map(async (name) => parse(name, await Bun.file(join(from, name)).text())),
  )
}

function fragmentsIn(from: string): string[] {
  return [...new Bun.Glob('*.md').scanSync(from)].sort()
}

function parse(name: string, content: string): Change {
  const [, word, sentence, details = ''] = /^(\w+): (.+)\n([\s\S]*)$/.exec(content) ?? []
  const kind = kinds.find((known) => known === word)
  if (kind === undefined || sentence === undefined) {
    throw new Error(`changes/${name} must begin with one of ${kinds.join(', ')}, a colon and one sentence.`)
  }
  return { kind, sentence, details: details.trim() }
}
