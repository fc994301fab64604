/** What is written for others: a page, metrics. What stands in the place is respected, whoever put it there. */
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replaceFile } from '../../src/report/replace-file.ts'
import { SOMEBODY, testAsRoot } from '../state/accounts.ts'

let folder = ''
let umask = 0
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usm-written-'))
  umask = process.umask()
})
afterEach(() => {
  process.umask(umask)
  rmSync(folder, { recursive: true, force: true })
})

const at = (name: string) => join(folder, name)
const modeOf = (name: string) => statSync(at(name)).mode & 0o777

describe('a file', () => {
  test.each([0o000, 0o022, 0o027, 0o077, 0o777])('has the mode it is promised, under umask %o', (mask) => {
    process.umask(mask)
    replaceFile(at('usm.prom'), 'text', 0o644)
    replaceFile(at('report.html'), 'text', 0o600)
    expect([modeOf('usm.prom'), modeOf('report.html')]).toEqual([0o644, 0o600])
    writeFileSync(at('usm.prom'), 'old')
    chmodSync(at('usm.prom'), 0o600)
    chmodSync(at('report.html'), 0o666)
    replaceFile(at('usm.prom'), 'new', 0o644)
    replaceFile(at('report.html'), 'new', 0o600)
    expect([modeOf('usm.prom'), modeOf('report.html')]).toEqual([0o644, 0o600])
  })

  test('that another process of this number left half written is no obstacle, and no way elsewhere', () => {
    symlinkSync(at('victim'), at(`page.${process.pid}.tmp`))
    writeFileSync(at('victim'), 'mine')
    replaceFile(at('page'), 'text', 0o600)
    expect(readFileSync(at('victim'), 'utf8')).toBe('mine')
    expect(readdirSync(folder).sort()).toEqual(['page', 'victim'])
  })

  testAsRoot('keeps its owner, and a new one has that of its folder', () => {
    writeFileSync(at('old'), '')
    chownSync(at('old'), SOMEBODY, SOMEBODY)
    replaceFile(at('old'), 'text', 0o644)
    expect(statSync(at('old')).uid).toBe(SOMEBODY)
    chownSync(folder, SOMEBODY, SOMEBODY)
    replaceFile(at('new'), 'text', 0o644)
    expect(statSync(at('new')).uid).toBe(SOMEBODY)
  })
})

describe('a link', () => {
  test('is followed, and stays a link', () => {
    mkdirSync(at('other'))
    writeFileSync(at('other/page'), 'old')
    symlinkSync('other/page', at('link'))
    symlinkSync(at('link'), at('link-to-link'))
    replaceFile(at('link-to-link'), 'new', 0o600)
    expect(readFileSync(at('other/page'), 'utf8')).toBe('new')
    expect([readlinkSync(at('link')), readlinkSync(at('link-to-link'))]).toEqual(['other/page', at('link')])
    expect(readdirSync(at('other'))).toEqual(['page'])
  })

  test('to what is not there yet brings it about', () => {
    mkdirSync(at('other'))
    symlinkSync('other/page', at('link'))
    replaceFile(at('link'), 'new', 0o600)
    expect(readFileSync(at('other/page'), 'utf8')).toBe('new')
    expect(lstatSync(at('link')).isSymbolicLink()).toBe(true)
  })

  test('through a folder that is a link itself leads where the system says', () => {
    mkdirSync(at('deep/er'), { recursive: true })
    symlinkSync('deep/er', at('folder'))
    symlinkSync('../page', at('folder/link'))
    replaceFile(at('folder/link'), 'new', 0o600)
    expect(readFileSync(at('deep/page'), 'utf8')).toBe('new')
  })

  test('to nowhere, or in a circle, is an error that leaves everything as it is', () => {
    symlinkSync('nowhere/page', at('lost'))
    symlinkSync('circle', at('circle'))
    for (const name of ['lost', 'circle']) expect(() => replaceFile(at(name), 'new', 0o600)).toThrow()
    expect(readdirSync(folder).sort()).toEqual(['circle', 'lost'])
  })
})

describe('what is no file', () => {
  // By links: a mistake must not cost this host its devices.
  test('is written into: a device', () => {
    symlinkSync('/dev/null', at('null'))
    const before = statSync('/dev/null')
    replaceFile(at('null'), 'text', 0o600)
    expect(lstatSync(at('null')).isSymbolicLink()).toBe(true)
    const after = statSync('/dev/null')
    expect([after.ino, after.mode, after.rdev]).toEqual([before.ino, before.mode, before.rdev])
  })

  test('is said when it takes nothing: a full device', () => {
    symlinkSync('/dev/full', at('full'))
    expect(() => replaceFile(at('full'), 'text', 0o600)).toThrow('ENOSPC')
    expect(lstatSync(at('full')).isSymbolicLink()).toBe(true)
  })

  testAsRoot('stays the device it is where it is one itself', () => {
    if (!Bun.spawnSync(['mknod', at('null'), 'c', '1', '3'], { stderr: 'ignore' }).success) return
    try {
      replaceFile(at('null'), 'text', 0o600)
    } catch (error) {
      // A file system that knows no devices refuses to open it.
      expect(String(error)).toContain('EACCES')
    }
    expect(lstatSync(at('null')).isCharacterDevice()).toBe(true)
  })

  test('is written into: a pipe that somebody reads, however long the text', async () => {
    Bun.spawnSync(['mkfifo', at('pipe')])
    const text = 'a line of a long page\n'.repeat(50_000)
    const reader = Bun.spawn(['sh', '-c', `exec 3<'${at('pipe')}'; echo open; cat <&3 | wc -c`], {
      stdout: 'pipe',
    })
    // To open a pipe for reading one waits for a writer: this process is none yet.
    const writer = Bun.spawn([process.execPath, join(import.meta.dir, 'write-for-people.ts'), at('pipe')], {
      stdin: Buffer.from(text),
    })
    expect(await writer.exited).toBe(0)
    expect((await reader.stdout.text()).trim()).toEndWith(String(text.length))
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true)
  })

  test('is refused, nobody is waited for: a pipe that nobody reads', () => {
    Bun.spawnSync(['mkfifo', at('pipe')])
    expect(() => replaceFile(at('pipe'), 'text', 0o600)).toThrow('nobody reads it')
    expect(lstatSync(at('pipe')).isFIFO()).toBe(true)
  })

  test('is refused: a folder, a socket', () => {
    mkdirSync(at('folder'))
    using _ = socketAt(at('socket'))
    expect(() => replaceFile(at('folder'), 'text', 0o600)).toThrow('it is a folder')
    expect(() => replaceFile(at('socket'), 'text', 0o600)).toThrow('it is a socket')
    expect(readdirSync(folder).sort()).toEqual(['folder', 'socket'])
  })

  testAsRoot('is refused: a disk', () => {
    const made = Bun.spawnSync(['mknod', at('disk'), 'b', '7', '200'], { stderr: 'ignore' })
    if (!made.success) return
    expect(() => replaceFile(at('disk'), 'text', 0o600)).toThrow('it is a disk')
    expect(lstatSync(at('disk')).isBlockDevice()).toBe(true)
  })
})

describe('what the process has open', () => {
  test.each(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])('is added to: %s', (path) => {
    writeFileSync(at('before'), 'what was there\n')
    const script = `'${process.execPath}' '${join(import.meta.dir, 'write-for-people.ts')}' ${path} >> '${at('before')}'`
    const { success } = Bun.spawnSync(['sh', '-c', script], { stdin: Buffer.from('text') })
    expect(success).toBe(true)
    expect(readFileSync(at('before'), 'utf8')).toBe('what was there\ntext')
  })
})

function socketAt(path: string): Disposable {
  const server = Bun.listen({ unix: path, socket: { data() {} } })
  return { [Symbol.dispose]: () => server.stop(true) }
}
