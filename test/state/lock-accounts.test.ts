/** The lock among the accounts of a host: root by hand, cron as an account of its own, a colleague. */
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, LockHeld } from '../../src/model/errors.ts'
import { acquireLock } from '../../src/state/lock.ts'
import { recordingLogger } from '../report/recording-logger.ts'
import { COLLEAGUE, SOMEBODY, testAsRoot } from './accounts.ts'

let root = ''
let folder = ''
let elsewhere = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'usm-accounts-'))
  chmodSync(root, 0o755)
  folder = join(root, 'state')
  elsewhere = join(root, 'tmp')
  mkdirSync(folder, { mode: 0o700 })
  mkdirSync(elsewhere)
  chmodSync(elsewhere, 0o1777)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const LOCK = 'usm-billing-1.lock'
const HOLDER = join(import.meta.dir, 'hold-lock.ts')

/** Starts a run of an account (root unless said otherwise). */
async function start(account: number | '' = '') {
  const child = Bun.spawn([process.execPath, HOLDER, folder, String(account), elsewhere], {
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'inherit',
  })
  let said = ''
  const decoder = new TextDecoder()
  const reader = child.stdout.getReader()
  // Who holds it says one line and stays; whoever is refused says all it has to say.
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    said += decoder.decode(part.value)
    if (said === 'held\n') break
  }
  const end = async () => {
    child.kill(9)
    await child.exited
  }
  return { said: said.trim(), end }
}

function take() {
  const logger = recordingLogger()
  const lock = acquireLock({ folder, billingId: 1, logger, fallbackFolder: elsewhere })
  return { lock, logger }
}

function hintOf(fails: () => unknown): string | undefined {
  try {
    fails()
    return undefined
  } catch (error) {
    return error instanceof ConfigError ? error.hint : undefined
  }
}

describe('a lock file that exists and cannot be used', () => {
  /** What is in its place, and what of it the message names. */
  const CASES: Readonly<Record<string, readonly [put: (path: string) => void, says: RegExp]>> = {
    'a folder': [(path) => mkdirSync(path), /it is no file/],
    'a link to nowhere': [(path) => symlinkSync('/nowhere/at/all', path), /no such file/],
    'a link to itself': [(path) => symlinkSync(path, path), /ELOOP/],
    'a text': [(path) => writeFileSync(path, 'held by me '.repeat(200)), /not a database/],
    'a pipe': [(path) => void Bun.spawnSync(['mkfifo', path]), /it is no file/],
    'a device': [(path) => symlinkSync('/dev/null', path), /it is no file/],
  }
  test.each(Object.entries(CASES))('is refused: %s', (_, [put, says]) => {
    put(join(folder, LOCK))
    expect(take).toThrow(ConfigError)
    expect(take).toThrow(says)
    expect(take).toThrow('Nothing was done.')
    expect(hintOf(take)).toBe(`When no run of this billing is at work: rm ${folder}/${LOCK}`)
    expect(readdirSync(elsewhere)).toEqual([])
    expect(readdirSync(folder)).toEqual([LOCK])
  })

  testAsRoot('is refused, with its owner and the chown to run: root made it by hand', async () => {
    writeFileSync(join(folder, LOCK), '', { mode: 0o600 })
    chownSync(folder, SOMEBODY, SOMEBODY)
    const { said } = await start(SOMEBODY)
    expect(said).toBe(
      [
        `ConfigError: The lock ${folder}/${LOCK} cannot be used: ${folder}/${LOCK} belongs to root, and this account (${SOMEBODY}) may not read it. Nothing was done.`,
        `As root: chown ${SOMEBODY} ${folder}/usm-billing-1.*`,
      ].join('\n'),
    )
    expect(readdirSync(elsewhere)).toEqual([])
  })

  testAsRoot('is refused to a colleague, who is told whose run it is', async () => {
    chmodSync(folder, 0o750)
    chownSync(folder, SOMEBODY, COLLEAGUE)
    const run = await start(SOMEBODY)
    expect(run.said).toBe('held')
    const { said } = await start(COLLEAGUE)
    expect(said).toContain(`belongs to ${SOMEBODY}, and this account (${COLLEAGUE}) may not read it`)
    expect(said).toContain(`Run it as ${SOMEBODY} (sudo -u ${SOMEBODY}).`)
    expect(said).toContain(`chown ${COLLEAGUE} `)
    await run.end()
  })

  testAsRoot(
    'is refused when only reading it is allowed, and when its own account took the right away',
    async () => {
      chownSync(folder, SOMEBODY, SOMEBODY)
      for (const [owner, mode, says] of [
        [0, 0o644, 'may not write to it'],
        [SOMEBODY, 0o000, `chmod u+r ${folder}/${LOCK}`],
        [SOMEBODY, 0o400, `chmod u+rw ${folder}/${LOCK}`],
      ] as const) {
        writeFileSync(join(folder, LOCK), '')
        chownSync(join(folder, LOCK), owner, owner)
        chmodSync(join(folder, LOCK), mode)
        expect((await start(SOMEBODY)).said).toContain(says)
        rmSync(join(folder, LOCK))
      }
      expect(readdirSync(elsewhere)).toEqual([])
    },
  )

  testAsRoot('nobody can tell whether there is one: refused too', async () => {
    const { said } = await start(SOMEBODY)
    expect(said).toContain(`${folder} belongs to root, and this account (${SOMEBODY}) may not look into it`)
    expect(said).toContain(`As root: chown ${SOMEBODY} ${folder}`)
    expect(readdirSync(elsewhere)).toEqual([])
  })
})

describe('a lock file that cannot be created', () => {
  testAsRoot('is kept elsewhere, until there is one in its place', async () => {
    chmodSync(folder, 0o755)
    const first = await start(SOMEBODY)
    expect(first.said).toBe('held')
    expect(readdirSync(elsewhere)).toHaveLength(1)
    // Root could create it, but a run is at work.
    const second = await start()
    expect(second.said).toStartWith('LockHeld: Another run of this billing is at work')
    await first.end()
    const third = await start()
    expect(third.said).toBe('held')
    expect((await start(SOMEBODY)).said).toContain('belongs to root')
    await third.end()
  })
})

describe('what root makes in the folder of another account', () => {
  testAsRoot("is that account's, and so is the folder it has to make first", async () => {
    chownSync(root, SOMEBODY, COLLEAGUE)
    folder = join(root, 'new', 'state')
    const { lock } = take()
    for (const path of [
      dirnameOf(folder),
      folder,
      ...readdirSync(folder).map((name) => join(folder, name)),
    ]) {
      const { uid, gid } = statSync(path)
      expect([path, uid, gid]).toEqual([path, SOMEBODY, COLLEAGUE])
    }
    expect((await start(SOMEBODY)).said).toStartWith(
      'LockHeld: Another run of this billing is at work: process ',
    )
    lock.release()
    const after = await start(SOMEBODY)
    expect(after.said).toBe('held')
    await after.end()
  })

  testAsRoot('stays as it is where it was there before', () => {
    chownSync(folder, SOMEBODY, SOMEBODY)
    writeFileSync(join(folder, LOCK), '')
    take().lock.release()
    expect(statSync(join(folder, LOCK)).uid).toBe(0)
  })

  test('is its own in a folder of its own', () => {
    take().lock.release()
    expect(statSync(join(folder, LOCK)).uid).toBe(process.getuid?.() ?? -1)
    expect(existsSync(join(folder, `${LOCK}.json`))).toBe(false)
  })
})

describe('of many runs started together', () => {
  testAsRoot(
    'by root and by the account of cron one works, and the others say so',
    async () => {
      chownSync(folder, SOMEBODY, SOMEBODY)
      for (let round = 0; round < 3; round++) {
        const runs = await Promise.all(
          Array.from({ length: 20 }, (_, at) => start(at % 2 === 0 ? '' : SOMEBODY)),
        )
        const said = runs.map((run) => run.said)
        expect(said.filter((line) => line === 'held')).toHaveLength(1)
        expect(
          said.filter((text) => text.startsWith('LockHeld: Another run of this billing is at work')),
        ).toHaveLength(19)
        await Promise.all(runs.map(({ end }) => end()))
        rmSync(join(folder, LOCK))
      }
      expect(readdirSync(elsewhere)).toEqual([])
    },
    60_000,
  )
})

describe('the name of whoever holds it', () => {
  const NAMES: readonly unknown[] = [
    '',
    'no JSON',
    '[]',
    'null',
    { pid: process.pid },
    { pid: process.pid, host: 'h', since: 'yesterday' },
    { pid: process.pid, host: 'h', since: null },
    { pid: process.pid, host: 'h', since: '+275760-09-13T00:00:00.000Z' },
    { pid: process.pid, host: 'h', since: '2026-13-45T99:99:99.999Z' },
    { pid: 'one', host: 'h', since: '2026-11-22T10:00:00.000Z' },
    { pid: -1, host: 'h', since: '2026-11-22T10:00:00.000Z' },
    { pid: 1e300, host: 'h', since: '2026-11-22T10:00:00.000Z' },
    { pid: 1, host: '\u001b[2J', since: '2026-11-22T10:00:00.000Z' },
    { pid: 1, host: 'h'.repeat(10_000), since: '2026-11-22T10:00:00.000Z' },
  ]
  test.each(NAMES.map((name, at) => [at, name] as const))(
    'may be anything, the lock is held (%d)',
    (_, name) => {
      const { lock } = take()
      writeFileSync(join(folder, `${LOCK}.json`), typeof name === 'string' ? name : JSON.stringify(name))
      expect(take).toThrow(LockHeld)
      expect(take).toThrow(/^Another run of this billing is at work[^\u001b]{0,60}\.$/)
      lock.release()
      take().lock.release()
    },
  )

  test('may be no file at all', () => {
    const { lock } = take()
    rmSync(join(folder, `${LOCK}.json`))
    mkdirSync(join(folder, `${LOCK}.json`))
    expect(take).toThrow('Another run of this billing is at work.')
    lock.release()
  })
})

function dirnameOf(path: string): string {
  return join(path, '..')
}
