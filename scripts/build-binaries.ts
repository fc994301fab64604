/**
 * Compiles usm-billing. Without arguments: the host's kind into `dist/usm-billing`. With `--all`: every target into
 * `dist/NAME/usm-billing`, packed, summed and listed, which is a whole release. docs/release.md tells the rest.
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { archiveName, checksums, packArchive, readCompanions } from './release/archive.ts'
import { compile, installRuntimes } from './release/compile.ts'
import { billOfMaterials } from './release/sbom.ts'
import { readSource, type Source } from './release/source.ts'
import { binaryName, targets } from './release/targets.ts'

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1).padStart(6)} MB`

async function buildHost(source: Source): Promise<void> {
  const outfile = join(source.root, 'dist', binaryName)
  await compile({ source, outfile })
  console.log(`${join('dist', binaryName)}  ${megabytes(Bun.file(outfile).size)}`)
}

async function buildAll(source: Source): Promise<void> {
  const dist = join(source.root, 'dist')
  await rm(dist, { recursive: true, force: true })
  await mkdir(dist, { recursive: true })
  await installRuntimes(source)
  const companions = await readCompanions(source)
  const metafile = join(dist, 'compiled-files.json')
  const released: string[] = []
  for (const target of targets) {
    const binary = join(dist, target.name, binaryName)
    await compile({ source, target, outfile: binary, metafile })
    const archive = join(dist, `${archiveName(source, target)}.tar.gz`)
    await Bun.write(archive, await packArchive(source, target, binary, companions))
    released.push(archive)
    const [full, packed] = [megabytes(Bun.file(binary).size), megabytes(Bun.file(archive).size)]
    console.log(`${target.name.padEnd(18)} ${full}   packed ${packed}`)
  }
  const bom = join(dist, `${binaryName}-${source.version}.cdx.json`)
  await Bun.write(bom, await billOfMaterials(source, await Bun.file(metafile).json()))
  await rm(metafile)
  await Bun.write(join(dist, 'SHA256SUMS'), await checksums([...released, bom]))
}

const { values } = parseArgs({ options: { all: { type: 'boolean', default: false } } })
const source = await readSource()
console.log(`usm-billing ${source.version}, commit ${source.commit}, Bun ${source.bun}`)
await (values.all ? buildAll(source) : buildHost(source))
