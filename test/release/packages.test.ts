/** The packages as the formats' own readers see them. The binary in them is a stand-in: which one it is changes nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import type { Contents } from '../../scripts/release/contents.ts'
import { readLicenses } from '../../scripts/release/licenses.ts'
import { listPackage, withUnpacked } from '../../scripts/release/listing.ts'
import { wrongSumsOf } from '../../scripts/release/package-sums.ts'
import { packageVersion } from '../../scripts/release/packages/about.ts'
import { runtimeParts } from '../../scripts/release/runtime-parts.ts'
import { readSource, type Source } from '../../scripts/release/source.ts'
import { makeStandIns, readStandInContents, type StandIn } from '../../scripts/release/stand-in.ts'
import { type PackageFormat, type Target, targets } from '../../scripts/release/targets.ts'
import type { Need } from '../../scripts/test-needs.ts'
import { links } from '../docs/pages.ts'
import { describeWith } from '../needs.ts'

/** What each format takes beside tar. */
const needs: Readonly<Record<PackageFormat, readonly Need[]>> = {
  deb: ['dpkg-deb'],
  rpm: ['rpmbuild'],
  apk: [],
  pkg: [],
}
const formats = Object.keys(needs) as PackageFormat[]

interface Made {
  readonly format: PackageFormat
  readonly target: Target
  readonly name: string
}

const all: readonly Made[] = targets.flatMap((target) =>
  (Object.keys(target.packages) as PackageFormat[]).map((format) => ({
    format,
    target,
    name: `${format} of ${target.name}`,
  })),
)
const of = (format: PackageFormat) => all.filter((one) => one.format === format)

let folder: string
let source: Source
let contents: Contents

const pathsIn = (standIns: readonly StandIn[]) => (one: Made) =>
  standIns.find(({ target, format }) => target === one.target && format === one.format)?.path ?? ''

let once: (one: Made) => string
let again: (one: Made) => string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usm-billing-packages-'))
  source = await readSource()
  contents = await readStandInContents(source, folder)
  once = pathsIn(await makeStandIns(source, contents, join(folder, 'once')))
  again = pathsIn(await makeStandIns(source, contents, join(folder, 'again')))
}, 120_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

for (const format of formats)
  describeWith(...needs[format])(`a package of the kind ${format}`, () => {
    test.each(of(format))(
      '$name holds the files, rights and owners that were agreed on, and no other',
      async (one) => {
        const kept = await Bun.file(join(import.meta.dir, 'listings', `${one.format}.txt`)).text()
        expect(`${listPackage(one.format, once(one)).join('\n')}\n`).toBe(kept)
      },
    )

    test.each(of(format))('$name is the same byte for byte when made again', async (one) => {
      const [first, second] = await Promise.all([Bun.file(once(one)).bytes(), Bun.file(again(one)).bytes()])
      expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
    })

    test.each(of(format))('$name carries the sums of what is in it', async (one) => {
      expect(await wrongSumsOf(one.format, once(one))).toEqual([])
    })

    test.each(of(format))('$name holds nothing of the machine it was made on', async (one) => {
      await withUnpacked(one.format, once(one), async (unpacked) => {
        for (const path of await readdir(unpacked, { recursive: true })) {
          const file = Bun.file(join(unpacked, path))
          if (!(await file.exists())) continue
          const bytes = Buffer.from(await file.bytes())
          for (const place of [source.root, folder, 'usm-billing-package-'])
            expect(bytes.includes(place), path).toBe(false)
        }
      })
    })

    test.each(of(format))(
      '$name keeps every link of its README, its docs and its licences alive',
      async (one) => {
        await withUnpacked(one.format, once(one), async (unpacked) => {
          const root = join(unpacked, one.format === 'pkg' ? 'usr/local' : 'usr', 'share/doc/usm-billing')
          const pages = [...new Bun.Glob('**/*.md').scanSync(root)]
          expect(pages.length).toBeGreaterThan(30)
          for (const page of pages) {
            const text = await Bun.file(join(root, page)).text()
            for (const link of links(text).filter((target) => !/^(?:https?:|#)/.test(target))) {
              const path = join(root, page, '..', link.replace(/#.*/, ''))
              expect(existsSync(path), `${page}: ${link}`).toBe(true)
            }
          }
        })
      },
    )
  })

describe('a package for Alpine', () => {
  test.each(of('apk'))('$name tells apk all it wants to know', async (one) => {
    const bytes = Buffer.from(await Bun.file(once(one)).bytes())
    const second = bytes.indexOf(bytes.subarray(0, 4), 4)
    const data = bytes.subarray(second)
    const control = Buffer.from(Bun.gunzipSync(bytes.subarray(0, second))).toString()
    expect(control).toContain(`pkgver = ${packageVersion(source)}-r0\n`)
    // No mark of an end: the two tars are read as one.
    expect(control.endsWith('\0'.repeat(1024))).toBe(false)
    const tar = Buffer.from(Bun.gunzipSync(data))
    const example = contents.get('LICENSE') ?? new Uint8Array()
    expect(
      tar.includes(`APK-TOOLS.checksum.SHA1=${createHash('sha1').update(example).digest('hex')}\n`),
    ).toBe(true)
  })
})

describe('a package for FreeBSD', () => {
  test.each(of('pkg'))('$name tells pkg all it wants to know', async (one) => {
    const names = Bun.spawnSync(['tar', '-tzf', once(one)])
      .stdout.toString()
      .split('\n')
      .slice(0, 2)
    expect(names).toEqual(['+COMPACT_MANIFEST', '+MANIFEST'])
    await withUnpacked('pkg', once(one), async (unpacked) => {
      const told = await Bun.file(join(unpacked, '+MANIFEST')).json()
      expect(told).toMatchObject({
        name: 'usm-billing',
        version: packageVersion(source),
        prefix: '/usr/local',
      })
      expect(told.abi).toMatch(/^FreeBSD:\*:(?:amd64|aarch64)$/)
      expect(told.directories['/var/lib/usm-billing/']).toEqual({
        uname: 'usm-billing',
        gname: 'usm-billing',
        perm: '0750',
      })
    })
  })
})

describe('the licences', () => {
  test('are there for every package that is compiled in and every part of the runtime, each with a text', () => {
    const index = Buffer.from(contents.get('LICENSES/README.md') ?? []).toString()
    for (const name of Object.keys(manifest.dependencies)) {
      expect(index).toContain(`| ${name} |`)
      expect(contents.get(`LICENSES/packages/${name}.txt`)?.length, name).toBeGreaterThan(500)
    }
    for (const name of Object.keys(manifest.devDependencies)) expect(index).not.toContain(`| ${name} |`)
    for (const { name, text } of runtimeParts) {
      expect(index).toContain(name)
      expect(contents.get(`LICENSES/bun/${text}`)?.length, name).toBeGreaterThan(100)
    }
  })

  test('say plainly what the LGPL asks for, with the whole text of it', () => {
    const index = Buffer.from(contents.get('LICENSES/README.md') ?? []).toString()
    for (const word of ['JavaScriptCore', 'TinyCC', '--compile-executable-path', 'WEBKIT_VERSION'])
      expect(index).toContain(word)
    for (const version of ['2.0', '2.1'])
      expect(contents.get(`LICENSES/bun/LGPL-${version}.txt`)?.length).toBeGreaterThan(20_000)
  })

  test('are looked at again before another Bun is compiled in', async () => {
    const other = { ...source, bun: '1.4.6' }
    expect(readLicenses(other, { inputs: {} })).rejects.toThrow('runtime-parts.ts')
  })

  test('of a package that has none stop the build', async () => {
    const root = join(folder, 'without-licence')
    await Bun.write(join(root, 'node_modules/some/package.json'), '{ "version": "1.0.0", "license": "MIT" }')
    const inputs = { 'node_modules/some/index.js': {} }
    expect(readLicenses({ ...source, root }, { inputs })).rejects.toThrow('some is compiled in')
  })
})

test('a version that the formats would order in different ways is refused', () => {
  expect(() => packageVersion({ ...source, version: '1.1.0-rc.1' })).toThrow('releases only')
})
