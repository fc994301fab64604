/** Looking back: whoever may read the journal can, and nothing in its folder is another afterwards. */
import { Database } from 'bun:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError } from '../../src/model/errors.ts'
import { SILENT } from '../../src/model/logger.ts'
import { journalPath, openJournal } from '../../src/state/journal.ts'
import { openPastJournal } from '../../src/state/past-journal.ts'
import { MIGRATIONS } from '../../src/state/schema.ts'
import { anySummary } from '../report/any-summary.ts'
import { recordingLogger } from '../report/recording-logger.ts'
import { COLLEAGUE, SOMEBODY, testAsRoot } from './accounts.ts'

let root = ''
let folder = ''
let copies = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'usm-past-'))
  chmodSync(root, 0o755)
  folder = join(root, 'state')
  copies = join(root, 'copies')
  mkdirSync(folder)
  mkdirSync(copies)
  chmodSync(copies, 0o1777)
})
const children: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const kill of children.splice(0)) await kill()
  rmSync(root, { recursive: true, force: true })
})

const path = () => journalPath(folder, 1)

/** A run with one change of the subscriber `s0`. */
function writeRun() {
  const { journal } = openJournal({ folder, billingId: 1, logger: SILENT })
  journal.beginRun('sync')
  const fields = [{ field: 'comment', before: '', after: 'x', from: '', to: 'x' }]
  journal.settle(
    journal.open([{ entity: 'subscriber', id: 's0', erpId: '1', action: 'update', fields }]),
    'done',
  )
  journal.finishRun(anySummary())
  return journal
}

/** Everything that can be seen of the folder's files. */
function photograph(): unknown {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const { uid, gid, mode, mtimeMs, ino } = statSync(join(folder, name))
      // In this one who is reading says so to who is writing: it is no part of what is kept.
      if (name.endsWith('-shm')) return { name, uid, gid, mode, ino }
      return { name, uid, gid, mode, mtimeMs, ino, bytes: Bun.hash(readFileSync(join(folder, name))) }
    })
}

function look() {
  const logger = recordingLogger()
  const place = { folder, billingId: 1, logger, isPastAsked: true, temporaryFolder: copies }
  const journal = openPastJournal(place)
  const found = [journal?.listRuns(10).length, journal?.pastWrites('subscriber', 's0').length]
  journal?.close()
  return found
}

/** Runs a script as a process of its own; gives what it said first. */
async function said(
  script: string,
  account: number | '' = '',
): Promise<{ text: string; kill(): Promise<void> }> {
  const child = Bun.spawn(
    [process.execPath, join(import.meta.dir, script), folder, String(account), copies],
    {
      stdin: 'pipe',
      stdout: 'pipe',
      stderr: 'inherit',
    },
  )
  const { value } = await child.stdout.getReader().read()
  const kill = async () => {
    child.kill(9)
    await child.exited
  }
  children.push(kill)
  return { text: new TextDecoder().decode(value).trim(), kill }
}

describe('looking back leaves the folder as it was', () => {
  test('where there is no journal, and no folder', () => {
    expect(look()).toEqual([undefined, undefined])
    expect(readdirSync(folder)).toEqual([])
    folder = join(root, 'nowhere')
    expect(look()).toEqual([undefined, undefined])
    expect(readdirSync(root).sort()).toEqual(['copies', 'state'])
  })

  const STATES: Readonly<Record<string, readonly [make: () => unknown, found: number[]]>> = {
    'of a run that has ended': [() => writeRun().close(), [1, 1]],
    'of a run that was killed': [
      async () => {
        const { kill, text } = await said('keep-journal.ts')
        expect(text).toBe('1')
        await kill()
      },
      [1, 1],
    ],
    'that is empty': [() => writeFileSync(path(), ''), [0, 0]],
    'of a run that asked for what was written before': [
      () => {
        const run = writeRun()
        run.pastWrites('subscriber', 's0')
        run.close()
      },
      [1, 1],
    ],
    'of an older program': [
      () => {
        const old = new Database(path(), { create: true })
        for (const step of MIGRATIONS.slice(0, 2)) old.run(step)
        old.run("INSERT INTO runs (command, started_at) VALUES ('sync', '2026-11-22T10:00:00.000Z')")
        old.run('PRAGMA user_version = 2')
        old.close()
      },
      [1, 0],
    ],
    'whose mode its owner has changed': [
      () => {
        writeRun().close()
        chmodSync(path(), 0o640)
      },
      [1, 1],
    ],
  }
  test.each(Object.entries(STATES))('with a journal %s', async (_, [make, found]) => {
    await make()
    const before = photograph()
    expect(look()).toEqual(found)
    expect(look()).toEqual(found)
    expect(photograph()).toEqual(before)
    expect(readdirSync(copies)).toEqual([])
  })

  test('while a run is at work, which is seen as far as it has come', () => {
    const run = writeRun()
    expect(look()).toEqual([1, 1])
    run.beginRun('sync')
    expect(look()).toEqual([2, 1])
    run.close()
    expect(readdirSync(folder)).toEqual(['usm-billing-1.sqlite'])
  })
})

describe('a journal that cannot be read', () => {
  const DAMAGE: Readonly<Record<string, readonly [damage: () => void, says: RegExp]>> = {
    'no database': [() => writeFileSync(path(), 'no database at all '.repeat(500)), /not a database/],
    'another database': [
      () => {
        const other = new Database(path(), { create: true })
        other.run('CREATE TABLE runs (whatever)')
        other.close()
      },
      /./,
    ],
    'a folder': [() => mkdirSync(path()), /it is no file/],
    'of a newer program': [
      () => {
        writeRun().close()
        const hand = new Database(path())
        hand.run('PRAGMA user_version = 1000')
        hand.close()
      },
      /newer version/,
    ],
    'its pages are overwritten': [
      () => {
        writeRun().close()
        const bytes = readFileSync(path())
        writeFileSync(path(), bytes.fill(0xa5, 4096))
      },
      /malformed/,
    ],
  }
  test.each(Object.entries(DAMAGE))('is no empty one, and stays where it is: %s', (_, [damage, says]) => {
    damage()
    const before = statSync(path()).isFile() ? photograph() : []
    expect(look).toThrow(ConfigError)
    expect(look).toThrow(says)
    expect(look).toThrow(path())
    if (statSync(path()).isFile()) expect(photograph()).toEqual(before)
    expect(readdirSync(copies)).toEqual([])
  })
})

test('a row that is damaged is left out, and that is said once', () => {
  writeRun().close()
  writeRun().close()
  const hand = new Database(path())
  hand.run("UPDATE runs SET summary = '{broken' WHERE id = 1")
  hand.close()
  const logger = recordingLogger()
  const journal = openPastJournal({ folder, billingId: 1, logger, temporaryFolder: copies })
  expect(journal?.listRuns(10).map(({ id }) => id)).toEqual([2])
  expect(journal?.listRuns(10)).toHaveLength(1)
  journal?.close()
  expect(logger.lines).toEqual([expect.stringContaining('Rows of the journal are damaged')])
})

describe('a colleague of the account that runs', () => {
  testAsRoot('who may read the file reads it, also when there is nothing he may write', async () => {
    chmodSync(folder, 0o750)
    writeRun().close()
    for (const name of ['.', 'usm-billing-1.sqlite']) chownSync(join(folder, name), SOMEBODY, COLLEAGUE)
    chmodSync(path(), 0o640)
    const before = photograph()
    expect((await said('read-journal.ts', COLLEAGUE)).text).toBe('1 runs, 1 past writes')
    expect(photograph()).toEqual(before)
    expect(readdirSync(copies)).toEqual([])

    // The same while a run is at work, and after it was killed.
    const run = await said('keep-journal.ts')
    expect((await said('read-journal.ts', COLLEAGUE)).text).toBe('2 runs, 2 past writes')
    await run.kill()
    expect((await said('read-journal.ts', COLLEAGUE)).text).toBe('2 runs, 2 past writes')
  })

  testAsRoot('who may not is told which right is missing, and of which account', async () => {
    writeRun().close()
    for (const name of ['.', 'usm-billing-1.sqlite']) chownSync(join(folder, name), SOMEBODY, COLLEAGUE)
    chmodSync(folder, 0o750)
    const { text } = await said('read-journal.ts', COLLEAGUE)
    expect(text).toStartWith(
      `ConfigError: The journal cannot be read: ${path()} belongs to ${SOMEBODY}, and this account (${COLLEAGUE}) may not read it.`,
    )
    expect(text).toContain(`Run it as ${SOMEBODY} (sudo -u ${SOMEBODY})`)
    chmodSync(folder, 0o700)
    expect((await said('read-journal.ts', COLLEAGUE)).text).toContain(
      `${folder} belongs to ${SOMEBODY}, and this account (${COLLEAGUE}) may not look into it`,
    )
  })
})

describe('the mode of a journal that a run goes on with', () => {
  test.each([
    [0o640, 0o640],
    [0o600, 0o600],
    [0o660, 0o640],
    [0o644, 0o600],
    [0o666, 0o600],
  ])(
    '%o is %o afterwards: its group may read it where somebody has wanted that, the world never',
    (was, is) => {
      writeRun().close()
      chmodSync(path(), was)
      writeRun().close()
      expect(statSync(path()).mode & 0o777).toBe(is)
    },
  )
})

describe('a run that may not use the journal', () => {
  testAsRoot('leaves it where it is, and names the chown', async () => {
    writeRun().close()
    chownSync(folder, SOMEBODY, SOMEBODY)
    for (const mode of [0o600, 0o644]) {
      chmodSync(path(), mode)
      const before = photograph()
      const { text } = await said('lose-journal.ts', SOMEBODY)
      expect(text).toContain(`${path()} belongs to root, and this account (${SOMEBODY}) may not `)
      expect(text).toContain(`As root: chown ${SOMEBODY} ${path()}*`)
      expect(text).toContain('history and undo will not know them')
      expect(photograph()).toEqual(before)
    }
  })
})
