import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, LockHeld } from '../../src/model/errors.ts'
import { acquireLock } from '../../src/state/lock.ts'
import { recordingLogger } from '../report/recording-logger.ts'

let root = ''
let folder = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'usm-lock-'))
  folder = root
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const HOLDER = join(import.meta.dir, 'hold-lock.ts')

/** Starts a process that takes the lock; resolves with its first line. */
async function otherProcess() {
  const child = Bun.spawn([process.execPath, HOLDER, folder], {
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'inherit',
  })
  const reader = child.stdout.getReader()
  const { value } = await reader.read()
  return { child, line: new TextDecoder().decode(value).trim() }
}

function take(at = folder, fallbackFolder?: string) {
  const logger = recordingLogger()
  const lock = acquireLock({
    folder: at,
    billingId: 1,
    logger,
    ...(fallbackFolder === undefined ? {} : { fallbackFolder }),
  })
  return { lock, logger }
}

describe('the lock', () => {
  test('lets a second process in only when the first has ended, and says who holds it', async () => {
    const first = await otherProcess()
    expect(first.line).toBe('held')

    const second = await otherProcess()
    expect(second.line).toStartWith('LockHeld: Another run of this billing is at work')
    expect(second.line).toMatch(
      new RegExp(
        `process ${first.child.pid} on ${hostname()}, since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.$`,
      ),
    )
    expect(await second.child.exited).toBe(11)

    first.child.stdin.end()
    await first.child.exited
    const third = await otherProcess()
    expect(third.line).toBe('held')
    third.child.kill(9)
    await third.child.exited
  })

  test('of a killed process is gone with it', async () => {
    const killed = await otherProcess()
    expect(killed.line).toBe('held')
    killed.child.kill(9)
    await killed.child.exited
    const { lock } = take()
    lock.release()
  })

  test('is not blamed on a process that was killed long ago', async () => {
    const killed = await otherProcess()
    killed.child.kill(9)
    await killed.child.exited
    const stale = await Bun.file(join(folder, 'usm-billing-1.lock.json')).text()
    const { lock } = take()
    writeFileSync(join(folder, 'usm-billing-1.lock.json'), stale)
    expect(() => take()).toThrow('Another run of this billing is at work.')
    lock.release()
  })

  test('is held against the same process too, and survives the attempt', async () => {
    const { lock } = take()
    expect(() => take()).toThrow(LockHeld)
    expect((await otherProcess()).line).toStartWith('LockHeld')
    lock.release()
    lock.release()
    take().lock.release()
  })

  test('of one billing does not hold up another', () => {
    const { lock } = take()
    const other = acquireLock({ folder, billingId: 2, logger: recordingLogger() })
    other.release()
    lock.release()
  })

  test('leaves nothing behind where its name cannot be written', () => {
    mkdirSync(join(folder, 'usm-billing-1.lock.json', 'in-the-way'), { recursive: true })
    take().lock.release()
    expect(readdirSync(folder).toSorted()).toEqual(['usm-billing-1.lock', 'usm-billing-1.lock.json'])
  })

  test('leaves nothing that others may read, and no name when it is released', () => {
    folder = join(folder, 'new')
    const { lock } = take()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    lock.release()
    expect(readdirSync(folder)).toEqual(['usm-billing-1.lock'])
  })
})

describe('where the folder cannot hold the lock', () => {
  test('it is kept with the temporary files, for all runs alike, and that is said', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { lock, logger } = take(join(file, 'state'), folder)
    expect(logger.lines).toHaveLength(1)
    expect(logger.lines[0]).toContain('(statePath) cannot hold the lock')
    expect(() => take(join(file, 'state'), folder)).toThrow(LockHeld)
    lock.release()
    take(join(file, 'state'), folder).lock.release()
  })

  test('a folder somebody prepared there is not trusted', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const place = join(folder, 'temporary')
    const { lock } = take(join(file, 'state'), place)
    lock.release()
    const [name = ''] = readdirSync(place)
    rmSync(join(place, name), { recursive: true })
    mkdirSync(join(folder, 'theirs'))
    symlinkSync(join(folder, 'theirs'), join(place, name))
    expect(() => take(join(file, 'state'), place)).toThrow(ConfigError)
    expect(existsSync(join(folder, 'theirs', 'usm-billing-1.lock'))).toBe(false)
  })

  test('and nowhere else either, the run does not begin', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expect(() => take(join(file, 'state'), join(file, 'tmp'))).toThrow(/statePath/)
  })
})
