/** The archives: what another tar reads from them, and that they depend on nothing but what goes in. */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { tarGz } from '../../src/bundle/tar.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usm-billing-tar-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const entry = (path: string, data: Uint8Array, mode = 0o644) => ({ path, data, mode })

test("the system's tar unpacks what was packed: content, permission, time", async () => {
  const data = new Uint8Array(1500).map((_, index) => index % 251)
  const archive = join(folder, 'a.tar.gz')
  await Bun.write(
    archive,
    tarGz([entry('top/program', data, 0o755), entry('top/empty', new Uint8Array())], 1_800_000_000),
  )
  expect(Bun.spawnSync(['tar', '-xzf', archive, '-C', folder]).success).toBe(true)
  const status = await stat(join(folder, 'top/program'))
  expect(await Bun.file(join(folder, 'top/program')).bytes()).toEqual(data)
  expect(status.mode & 0o777).toBe(0o755)
  expect(status.mtimeMs).toBe(1_800_000_000_000)
  expect(Bun.file(join(folder, 'top/empty')).size).toBe(0)
})

test('the order in which entries are given makes no difference', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,20}$/), fc.uint8Array()), {
    selector: ([path]) => path,
  })
  fc.assert(
    fc.property(entries, (given) => {
      const packed = given.map(([path, data]) => entry(path, data))
      expect(tarGz(packed.toReversed(), 1)).toEqual(tarGz(packed, 1))
    }),
  )
})

test('a path too long for the header is refused, not cut', () => {
  expect(() => tarGz([entry('a'.repeat(101), new Uint8Array())], 0)).toThrow('too long')
})
