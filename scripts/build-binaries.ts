/**
 * Compiles usm-billing. Without arguments: the host's kind into `dist/usm-billing`. With `--all`: every target into
 * `dist/NAME/usm-billing`, packed in every format, summed and listed, which is a whole release. docs/release.md tells the
 * rest.
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { archiveName, checksums, packArchive } from './release/archive.ts'
import { compile, installRuntimes } from './release/compile.ts'
import { readContents } from './release/contents.ts'
import { readLicenses } from './release/licenses.ts'
import { packPackages } from './release/packages.ts'
import { billOfMaterials, type Metafile } from './release/sbom.ts'
import { readSource, type Source } from './release/source.ts'
import { binaryName, targets } from './release/targets.ts'

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1).padStart(6)} MB`
const say = (name: string, path: string) =>
  console.log(`${name.padEnd(42)} ${megabytes(Bun.file(path).size)}`)

async function buildHost(source: Source): Promise<void> {
  const outfile = join(source.root, 'dist', binaryName)
  await compile({ source, outfile })
  say(join('dist', binaryName), outfile)
}

async function buildAll(source: Source): Promise<void> {
  const dist = join(source.root, 'dist')
  await rm(dist, { recursive: true, force: true })
  await mkdir(dist, { recursive: true })
  await installRuntimes(source)
  const metafile = join(dist, 'compiled-files.json')
  const released: string[] = []
  const release = (name: string): void => {
    released.push(join(dist, name))
    say(name, join(dist, name))
  }
  for (const target of targets) {
    const binary = join(dist, target.name, binaryName)
    await compile({ source, target, outfile: binary, metafile })
    say(join('dist', target.name, binaryName), binary)
  }
  const compiled: Metafile = await Bun.file(metafile).json()
  await rm(metafile)
  const contents = await readContents(source, await readLicenses(source, compiled))
  for (const target of targets) {
    const binary = join(dist, target.name, binaryName)
    const archive = `${archiveName(source, target)}.tar.gz`
    await Bun.write(join(dist, archive), await packArchive(source, target, binary, contents))
    release(archive)
    for (const { name, missingTool } of await packPackages(source, target, binary, contents, dist)) {
      if (missingTool === undefined) release(name)
      else console.log(`${name.padEnd(42)} not made: ${missingTool} is not on this machine`)
    }
  }
  const bom = `${binaryName}-${source.version}.cdx.json`
  await Bun.write(join(dist, bom), await billOfMaterials(source, compiled))
  release(bom)
  await Bun.write(join(dist, 'SHA256SUMS'), await checksums(released))
}

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } })
const source = await readSource()
console.log(`usm-billing ${source.version}, commit ${source.commit}, Bun ${source.bun}`)
await (values.all ? buildAll(source) : buildHost(source))
