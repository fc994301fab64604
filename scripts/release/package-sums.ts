/** The sums a package carries, against what is in it. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { withUnpacked } from './listing.ts'
import type { PackageFormat } from './targets.ts'

const checks: Readonly<Record<PackageFormat, (path: string) => Promise<string[]>>> = {
  async deb(path) {
    const { stdout } = Bun.spawnSync(['dpkg-deb', '--info', path, 'md5sums'])
    const lines = stdout.toString().trim().split('\n')
    return await wrongFiles('deb', path, 'md5', () => lines.map((line) => line.split('  ')))
  },
  async rpm(path) {
    const { success, stdout } = Bun.spawnSync(['rpm', '--checksig', '--nosignature', path])
    return success ? [] : [stdout.toString()]
  },
  /** The second of the two gzipped tars is what the first one says it is. */
  async apk(path) {
    const bytes = Buffer.from(await Bun.file(path).bytes())
    const second = bytes.subarray(bytes.indexOf(bytes.subarray(0, 4), 4))
    const told = `datahash = ${createHash('sha256').update(second).digest('hex')}\n`
    const info = await withUnpacked('apk', path, (folder) => Bun.file(join(folder, '.PKGINFO')).text())
    return info.includes(told) ? [] : ['datahash is wrong']
  },
  async pkg(path) {
    return await wrongFiles('pkg', path, 'sha256', async (folder) => {
      const { files }: { files: Record<string, { sum: string }> } = await Bun.file(
        join(folder, '+MANIFEST'),
      ).json()
      return Object.entries(files).map(([file, { sum }]) => [sum.replace(/^1\$/, ''), file])
    })
  },
}

/** A sentence for each sum in a package that is not that of what it stands for. */
export async function wrongSumsOf(format: PackageFormat, path: string): Promise<string[]> {
  return await checks[format](path)
}

/** @param told gives pairs of a sum and the file it is of */
async function wrongFiles(
  format: PackageFormat,
  path: string,
  kind: 'md5' | 'sha256',
  told: (folder: string) => string[][] | Promise<string[][]>,
): Promise<string[]> {
  return await withUnpacked(format, path, async (folder) => {
    const wrong: string[] = []
    for (const [sum, file = ''] of await told(folder)) {
      const bytes = await Bun.file(join(folder, file)).bytes()
      if (createHash(kind).update(bytes).digest('hex') !== sum) wrong.push(`the sum of ${file} is wrong`)
    }
    return wrong
  })
}
