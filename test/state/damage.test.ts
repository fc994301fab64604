import { Database } from 'bun:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RecordChange } from '../../src/model/journal.ts'
import { journalPath, openJournal } from '../../src/state/journal.ts'
import { MIGRATIONS } from '../../src/state/schema.ts'
import { anySummary } from '../report/any-summary.ts'
import { recordingLogger } from '../report/recording-logger.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usm-damage-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const now = () => new Date('2026-11-22T10:11:12Z')

function opened(at = folder) {
  const logger = recordingLogger()
  const { journal } = openJournal({ folder: at, billingId: 1, logger, now })
  return { journal, logger }
}

function change(id: string, text = 'x'): RecordChange {
  const fields = [{ field: 'comment', before: '', after: text, from: '', to: text }]
  return { entity: 'subscriber', id, erpId: '1', action: 'update', fields }
}

function expectWorking(journal: ReturnType<typeof opened>['journal']) {
  const run = journal.beginRun('sync')
  journal.settle(journal.open([change('a')]), 'done')
  journal.finishRun(anySummary())
  expect(journal.isKept).toBe(true)
  expect([...journal.changesOf(run)]).toHaveLength(1)
  expect(journal.listRuns(5)[0]?.outcome).toBe('ok')
}

describe('a file that cannot be used is set aside, and a new one works', () => {
  const path = () => journalPath(folder, 1)
  const cases: Record<string, () => void> = {
    'no database at all': () => writeFileSync(path(), 'no database at all '.repeat(500)),
    'a database of something else': () => {
      const other = new Database(path(), { create: true })
      other.run('CREATE TABLE runs (whatever)')
      other.close()
    },
    'a database that claims our version without our tables': () => {
      const other = new Database(path(), { create: true })
      other.run('PRAGMA user_version = 1')
      other.close()
    },
    'a journal of a newer program': () => {
      opened().journal.close()
      const newer = new Database(path())
      newer.run('PRAGMA user_version = 1000')
      newer.close()
    },
    'a journal whose first page was overwritten': () => {
      const { journal } = opened()
      expectWorking(journal)
      journal.close()
      const file = openSync(path(), 'r+')
      writeSync(file, Buffer.alloc(2000, 0xa5), 0, 2000, 20)
      closeSync(file)
    },
    'a folder of that name': () => mkdirSync(path()),
  }
  for (const [name, damage] of Object.entries(cases)) {
    test(name, () => {
      damage()
      const isFile = statSync(path()).isFile()
      const { journal, logger } = opened()
      expectWorking(journal)
      journal.close()
      const aside = join(folder, 'usm-billing-1.sqlite.damaged-2026-11-22-101112')
      expect(statSync(aside).isFile()).toBe(isFile)
      expect(logger.lines).toHaveLength(1)
      expect(logger.lines[0]).toContain(`set aside as ${aside}`)
    })
  }

  test('what is set aside is left as it was', () => {
    for (const damage of [cases['no database at all'], cases['a journal of a newer program']]) {
      rmSync(folder, { recursive: true })
      mkdirSync(folder)
      damage?.()
      const before = readFileSync(path())
      opened().journal.close()
      expect(readFileSync(`${path()}.damaged-2026-11-22-101112`).equals(before)).toBe(true)
    }
  })

  test('an empty file is simply a new journal', () => {
    writeFileSync(path(), '')
    const { journal, logger } = opened()
    expectWorking(journal)
    expect(logger.lines).toEqual([])
  })

  test('twice in one second does not overwrite what was set aside first', () => {
    for (const text of ['first', 'second']) {
      writeFileSync(path(), text.repeat(1000))
      opened().journal.close()
    }
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(2)
  })
})

describe('damage met in the middle of a run', () => {
  test('sets the file aside and goes on with a new one, under the same run number', () => {
    const first = opened().journal
    for (let at = 0; at < 4; at++) first.beginRun('sync')
    first.open(Array.from({ length: 3000 }, (_, index) => change(`s${index}`, 'long '.repeat(100))))
    first.close()

    const { journal, logger } = opened()
    const run = journal.beginRun('sync')
    const receipt = journal.open([change('before')])
    const file = openSync(journalPath(folder, 1), 'r+')
    const size = statSync(journalPath(folder, 1)).size
    writeSync(file, Buffer.alloc(size - 4096, 0xa5), 0, size - 4096, 4096)
    closeSync(file)
    for (let at = 0; at < 3000; at++) journal.pastWrites('subscriber', `s${at}`)
    journal.settle(receipt, 'done')
    journal.settle(journal.open([change('after')]), 'done')
    journal.finishRun(anySummary())

    expect(logger.lines).toHaveLength(1)
    expect([...journal.changesOf(run)].map((one) => one.id)).toEqual(['after'])
    expect(journal.findRun(run)?.outcome).toBe('ok')
    expect(readdirSync(folder).some((name) => name.includes('.damaged-'))).toBe(true)
    journal.close()
  })

  test('a text that is no longer JSON counts as damage too', () => {
    const { journal } = opened()
    journal.beginRun('sync')
    journal.finishRun(anySummary())
    journal.close()
    const hand = new Database(journalPath(folder, 1))
    hand.run("UPDATE runs SET summary = '{broken'")
    hand.close()
    const later = opened()
    expect(later.journal.listRuns(5)).toEqual([])
    expect(later.logger.lines).toHaveLength(1)
  })
})

describe('without a file', () => {
  test('a folder that cannot be made is said once, and everything can be called', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const { journal, logger } = opened(join(file, 'state'))
    expect(journal.isKept).toBe(false)
    const run = journal.beginRun('sync')
    journal.settle(journal.open([change('a')]), 'done')
    expect(journal.pastWrites('subscriber', 'a')).toEqual([])
    journal.saveMemory({ header: { fullRunAt: 'then', version: '1', hot: '', context: '' } })
    expect(journal.loadMemory()).toBeUndefined()
    journal.mistrustMemory()
    expect([...journal.rememberedRecords()]).toEqual([])
    journal.prune({ keepDays: 30, maxMegabytes: 500 })
    journal.finishRun(anySummary())
    expect(journal.listRuns(5)).toMatchObject([{ id: run, outcome: 'ok' }])
    expect([...journal.changesOf(run)]).toEqual([])
    journal.close()
    journal.close()
    expect(logger.lines).toHaveLength(1)
    expect(logger.lines[0]).toContain('history and undo will not know them')
  })
})

test('a file or a device that stands in the place of the folder is no matter of rights', () => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '', { mode: 0o600 })
  for (const place of [file, join(file, 'state'), '/dev/null']) {
    const { logger } = opened(place)
    expect(logger.lines.join()).toContain('cannot be kept')
    expect(logger.lines.join()).not.toContain('chmod')
  }
})

/** The system refuses to let any file of the process grow: what a full disk looks like to SQLite. */
describe('a disk that fills up in the middle of a run', () => {
  test('is said once, and the run goes on to its end', async () => {
    const script = join(import.meta.dir, 'fill-journal.ts')
    const shell = `trap '' XFSZ; ulimit -f 600; exec "$0" "$1" "$2"`
    const child = Bun.spawn(['bash', '-c', shell, process.execPath, script, folder], { stderr: 'pipe' })
    const [out, errors] = await Promise.all([child.stdout.text(), child.stderr.text(), child.exited])
    expect(errors).toBe('')
    const result = JSON.parse(out)
    expect(result.warnings).toHaveLength(1)
    expect(result.warnings[0]).toContain('cannot be kept')
    expect(result.wasKept).toBe(true)
    expect(result.isKept).toBe(false)
    expect(result.runs).toEqual([1])

    // What had been written before is there for the next run.
    const { journal, logger } = opened()
    expect(logger.lines).toEqual([])
    expect(journal.pastWrites('subscriber', 's0')).toHaveLength(1)
  })

  test('leaves a journal where it is that was to be brought up to date', async () => {
    const older = new Database(journalPath(folder, 1), { create: true })
    older.run(MIGRATIONS[0] ?? '')
    older.run('PRAGMA user_version = 1')
    older.close()
    const shell = `trap '' XFSZ; ulimit -f 40; exec "$0" "$1" "$2"`
    const script = join(import.meta.dir, 'lose-journal.ts')
    const child = Bun.spawn(['bash', '-c', shell, process.execPath, script, folder], { stderr: 'inherit' })
    expect(await child.stdout.text()).toContain('cannot be kept')
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
    expect(opened().journal.isKept).toBe(true)
  })
})
