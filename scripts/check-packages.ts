/**
 * Checks every package `build:all` made, each with the tools of its format: what is in it, with which rights and owner; that
 * it holds the binary that was tried out; that its sums are right; and what the format's own critic says. Exits 1 when
 * something is wrong; with `--whole`, as for a release, also when the tools of a format are not here.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { listPackage, readersOf, withUnpacked } from './release/listing.ts'
import { wrongSumsOf } from './release/package-sums.ts'
import { packagesOf } from './release/packages.ts'
import { readSource } from './release/source.ts'
import { binaryName, type PackageFormat, type Target, targets } from './release/targets.ts'

interface Row {
  readonly package: string
  readonly files: string
  readonly binary: string
  readonly sums: string
  readonly critic: string
}

const problems: string[] = []
/** What a format's critic is called with. It may complain, but of no error. */
const critics: Readonly<Partial<Record<PackageFormat, readonly string[]>>> = {
  deb: ['lintian', '--allow-root', '--fail-on', 'error'],
  rpm: ['rpmlint', '--config', join(import.meta.dir, '../packaging/rpm/rpmlint.toml')],
}

async function check(target: Target, name: string, format: PackageFormat): Promise<Row> {
  const path = join(dist, name)
  const complain = (problem: string) => problems.push(`${name}: ${problem}`)
  const row = { package: name, files: '–', binary: '–', sums: '–', critic: '–' }
  if (!existsSync(path)) {
    if (values.whole) complain('was not made')
    return { ...row, files: 'not made here' }
  }
  const missing = readersOf[format].filter((tool) => Bun.which(tool) === null)
  if (missing.length > 0) return { ...row, files: `not looked at: ${missing.join(', ')} is missing` }
  const files = listPackage(format, path)
  const kept = join(source.root, 'test/release/listings', `${format}.txt`)
  const isListed = (await Bun.file(kept).text()) === `${files.join('\n')}\n`
  if (!isListed)
    complain(`holds other files, rights or owners than ${kept}: look, then bun scripts/list-packages.ts`)
  const isSame = await withUnpacked(format, path, async (folder) => {
    const place = join(folder, format === 'pkg' ? 'usr/local/bin' : 'usr/bin', binaryName)
    return Buffer.from(await Bun.file(place).bytes()).equals(
      Buffer.from(await Bun.file(join(dist, target.name, binaryName)).bytes()),
    )
  })
  if (!isSame) complain('holds another binary than the one that was checked')
  const wrongSums = await wrongSumsOf(format, path)
  for (const wrong of wrongSums) complain(wrong)
  return {
    package: name,
    files: isListed ? `${files.length}, as listed` : 'DIFFER',
    binary: isSame ? 'the same' : 'DIFFERS',
    sums: wrongSums.length === 0 ? 'right' : 'WRONG',
    critic: criticize(format, path, complain),
  }
}

function criticize(format: PackageFormat, path: string, complain: (problem: string) => void): string {
  const [critic, ...args] = critics[format] ?? []
  if (critic === undefined) return '–'
  if (Bun.which(critic) === null) return `${critic} is not here`
  const { exitCode, stdout } = Bun.spawnSync([critic, ...args, path])
  if (exitCode !== 0) complain(`${critic} says:\n${stdout}`)
  return exitCode === 0 ? `${critic}: no error` : `${critic}: ERRORS`
}

const { values } = parseArgs({ options: { whole: { type: 'boolean', default: false } } })
const source = await readSource()
const dist = join(source.root, 'dist')
const rows: Row[] = []
for (const target of targets)
  for (const { name, format } of packagesOf(source, target)) rows.push(await check(target, name, format))
console.log(Bun.inspect.table(rows, { colors: false }))
for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
