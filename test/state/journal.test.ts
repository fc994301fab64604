import { Database } from 'bun:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'bun:test'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FieldChange, RecordChange } from '../../src/model/journal.ts'
import { journalPath, openJournal } from '../../src/state/journal.ts'
import type { RunJournal } from '../../src/state/run-journal.ts'
import { anySummary } from '../report/any-summary.ts'
import { recordingLogger } from '../report/recording-logger.ts'

let root = ''
let folder = ''
let now = new Date('2026-11-22T10:00:00Z')

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'usm-journal-'))
  folder = root
  now = new Date('2026-11-22T10:00:00Z')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function openedJournal() {
  const logger = recordingLogger()
  const { journal } = openJournal({ folder, billingId: 1, logger, now: () => now })
  return { journal, logger }
}

function field(name: string, before: string | number | null, after: string | number | null): FieldChange {
  return { field: name, before, after, from: String(before ?? ''), to: String(after ?? '') }
}

function edit(id: string, ...fields: FieldChange[]): RecordChange {
  return { entity: 'subscriber', id, erpId: `erp-${id}`, action: 'update', fields }
}

describe('runs', () => {
  test('are listed newest first, with what came of them', () => {
    const { journal } = openedJournal()
    const first = journal.beginRun('sync')
    journal.finishRun(anySummary({ outcome: 'partial', exitCode: 3 }))
    const second = journal.beginRun('undo')

    const runs = journal.listRuns(10)
    expect(runs.map((run) => run.id)).toEqual([second, first])
    expect(runs[1]).toMatchObject({ command: 'sync', outcome: 'partial', exitCode: 3 })
    expect(runs[1]?.summary).toEqual(anySummary({ outcome: 'partial', exitCode: 3 }))
    expect(runs[0]).toMatchObject({ command: 'undo', finishedAt: undefined, outcome: undefined })
    expect(journal.listRuns(1).map((run) => run.id)).toEqual([second])
    expect(journal.findRun(99)).toBeUndefined()
  })

  test('are there for the next process', () => {
    const { journal } = openedJournal()
    const run = journal.beginRun('sync')
    journal.settle(journal.open([edit('petrenko', field('balance', 1250, -300))]), 'done')
    journal.finishRun(anySummary())
    journal.close()

    const { journal: later, logger } = openedJournal()
    expect(later.listRuns(10)).toHaveLength(1)
    expect([...later.changesOf(run)]).toEqual([
      { ...edit('petrenko', field('balance', 1250, -300)), settlement: 'done' },
    ])
    expect(logger.lines).toEqual([])
  })

  test('keep no secret of their summary', () => {
    const { journal } = openJournal({
      folder,
      billingId: 1,
      logger: recordingLogger(),
      redact: (text) => text.replaceAll('hunter22', '***'),
    })
    journal.beginRun('sync')
    journal.finishRun(anySummary({ error: 'refused: key=hunter22' }))
    expect(journal.listRuns(1)[0]?.summary?.error).toBe('refused: key=***')
  })
})

describe('changes', () => {
  test('keep every kind of value, the text for people and the order', () => {
    const { journal } = openedJournal()
    const run = journal.beginRun('sync')
    const change = edit('петренко', {
      field: 'ipMac',
      before: [],
      after: [{ ip: 167772161, mac: 'aabbccddeeff' }, null, true],
      from: 'none',
      to: '10.0.0.1 (aabbccddeeff)',
    })
    const other = edit('ivanenko', field('name', '', "О'Браєн \u0000 ‮"), field('balance', null, -0.5))
    journal.settle(journal.open([change, other]), 'refused')
    expect([...journal.changesOf(run)]).toEqual([
      { ...change, settlement: 'refused' },
      { ...other, settlement: 'refused' },
    ])
  })

  test('of a run are told apart from those of another, and by record', () => {
    const { journal } = openedJournal()
    const first = journal.beginRun('sync')
    for (const id of ['a', 'b', 'a']) journal.open([edit(id, field('name', '', id))])
    const second = journal.beginRun('sync')
    journal.open([edit('a', field('name', 'a', 'z'))])

    expect([...journal.changesOf(first)].map((change) => change.id)).toEqual(['a', 'b', 'a'])
    expect([...journal.changesOf(second)].map((change) => change.fields[0]?.after)).toEqual(['z'])
    expect([...journal.changesOf(first, { id: 'a' })]).toHaveLength(2)
    expect([...journal.changesOf(first, { entity: 'tariff' })]).toEqual([])
  })

  test('are read whole when there are more than fit a page', () => {
    const { journal } = openedJournal()
    const run = journal.beginRun('sync')
    const ids = Array.from({ length: 1201 }, (_, index) => `s${index}`)
    for (let at = 0; at < ids.length; at += 200)
      journal.open(ids.slice(at, at + 200).map((id) => edit(id, field('name', '', id))))
    expect([...journal.changesOf(run)].map((change) => change.id)).toEqual(ids)
    expect([...journal.changesOf(run, { id: 's1100' })]).toHaveLength(1)
  })

  test('that were never settled are told to be so', () => {
    const { journal } = openedJournal()
    const run = journal.beginRun('sync')
    journal.open([edit('a', field('name', '', 'x'))])
    expect([...journal.changesOf(run)][0]?.settlement).toBe('unsettled')
  })

  test('of a password hold neither the old nor the new one, in the file neither', () => {
    const { journal } = openedJournal()
    const run = journal.beginRun('sync')
    const secret: FieldChange = {
      field: 'password',
      before: 'OldSecret77',
      after: 'NewSecret88',
      from: 'OldSecret77',
      to: 'NewSecret88',
      digest: 'd1',
    }
    journal.settle(journal.open([edit('a', secret, field('name', '', 'x'))]), 'done')
    expect([...journal.changesOf(run)][0]?.fields[0]).toEqual({
      field: 'password',
      before: null,
      after: null,
      from: '***',
      to: '***',
      digest: 'd1',
    })
    expect(journal.pastWrites('subscriber', 'a')[0]).toEqual([
      { field: 'password', before: null, after: null, digest: 'd1' },
    ])
    const bytes = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('')
    expect(bytes).toContain('d1')
    expect(bytes).not.toMatch(/OldSecret77|NewSecret88/)
  })
})

describe('past writes', () => {
  test('are the last two of each field that were done, newest first', () => {
    const { journal } = openedJournal()
    journal.beginRun('sync')
    const write = (change: RecordChange) => journal.settle(journal.open([change]), 'done')
    write(edit('a', field('name', '1', '2'), field('balance', 10, 20)))
    write(edit('a', field('balance', 20, 30)))
    write(edit('a', field('name', '2', '3')))
    write(edit('a', field('balance', 30, 40), field('email', '', 'x@y')))
    write(edit('a', field('balance', 40, 50)))
    write(edit('b', field('balance', 0, 1)))

    const past = new Map(journal.pastWrites('subscriber', 'a').map((writes) => [writes[0]?.field, writes]))
    expect(past.get('balance')).toEqual([
      { field: 'balance', before: 40, after: 50 },
      { field: 'balance', before: 30, after: 40 },
    ])
    expect(past.get('name')).toEqual([
      { field: 'name', before: '2', after: '3' },
      { field: 'name', before: '1', after: '2' },
    ])
    expect(past.get('email')).toEqual([{ field: 'email', before: '', after: 'x@y' }])
    expect(past.size).toBe(3)
    expect(journal.pastWrites('tariff', 'a')).toEqual([])
  })

  test('leave out what was refused, lost or never settled', () => {
    const { journal } = openedJournal()
    journal.beginRun('sync')
    journal.settle(journal.open([edit('a', field('name', '', 'done'))]), 'done')
    journal.settle(journal.open([edit('a', field('name', '', 'refused'))]), 'refused')
    journal.settle(journal.open([edit('a', field('name', '', 'lost'))]), 'lost')
    journal.open([edit('a', field('name', '', 'open'))])
    expect(journal.pastWrites('subscriber', 'a')).toEqual([[{ field: 'name', before: '', after: 'done' }]])
  })

  test('of a rare field are found behind thousands of a frequent one', () => {
    const { journal } = openedJournal()
    journal.beginRun('sync')
    journal.settle(journal.open([edit('a', field('name', 'x', 'y'))]), 'done')
    for (let at = 0; at < 3000; at++)
      journal.settle(journal.open([edit('a', field('balance', at, at + 1))]), 'done')
    expect(journal.pastWrites('subscriber', 'a').map((writes) => writes[0]?.field)).toEqual([
      'balance',
      'name',
    ])
  })

  test('are put into an index only when somebody asks for them, and from then on', () => {
    const isIndexed = (): boolean => {
      const database = new Database(journalPath(folder, 1), { readonly: true })
      const found = database.query("SELECT 1 FROM sqlite_master WHERE name = 'changes_by_record'").get()
      database.close()
      return found !== null
    }
    const write = (journal: RunJournal, value: string): void => {
      journal.settle(journal.open([edit('a', field('name', '', value)), edit('b')]), 'done')
    }
    const { journal } = openedJournal()
    journal.beginRun('sync')
    write(journal, 'first')
    expect(isIndexed()).toBe(false)
    journal.close()

    const { journal: later } = openedJournal()
    later.beginRun('sync')
    write(later, 'second')
    expect(isIndexed()).toBe(false)
    expect(later.pastWrites('subscriber', 'a')[0]?.map(({ after }) => after)).toEqual(['second', 'first'])
    expect(isIndexed()).toBe(true)
    write(later, 'third')
    expect(later.pastWrites('subscriber', 'a')[0]?.map(({ after }) => after)).toEqual(['third', 'second'])
    later.close()

    const { journal: last } = openedJournal()
    write(last, 'fourth')
    expect(isIndexed()).toBe(true)
    last.close()
  })
})

describe('pruning', () => {
  test('forgets the runs older than asked, with their changes, and keeps the rest', () => {
    const { journal } = openedJournal()
    now = new Date('2026-10-01T00:00:00Z')
    const old = journal.beginRun('sync')
    journal.settle(journal.open([edit('a', field('name', '', 'old'))]), 'done')
    now = new Date('2026-11-20T00:00:00Z')
    const recent = journal.beginRun('sync')
    journal.settle(journal.open([edit('a', field('name', 'old', 'new'))]), 'done')
    now = new Date('2026-11-22T00:00:00Z')
    journal.prune({ keepDays: 30, maxMegabytes: 500 })

    expect(journal.listRuns(10).map((run) => run.id)).toEqual([recent])
    expect([...journal.changesOf(old)]).toEqual([])
    expect([...journal.changesOf(recent)]).toHaveLength(1)
    expect(journal.pastWrites('subscriber', 'a')).toEqual([[{ field: 'name', before: 'old', after: 'new' }]])
  })

  test('never gives a number to a run a second time', () => {
    const { journal } = openedJournal()
    now = new Date('2026-10-01T00:00:00Z')
    const old = journal.beginRun('sync')
    journal.close()
    now = new Date('2026-11-22T00:00:00Z')
    const { journal: later } = openedJournal()
    later.prune({ keepDays: 1, maxMegabytes: 500 })
    expect(later.beginRun('sync')).toBe(old + 1)
  })

  test('gives the space back', () => {
    const { journal } = openedJournal()
    now = new Date('2026-10-01T00:00:00Z')
    journal.beginRun('sync')
    const long = 'x'.repeat(1000)
    journal.open(Array.from({ length: 2000 }, (_, at) => edit(`s${at}`, field('comment', '', long))))
    now = new Date('2026-11-22T00:00:00Z')
    journal.beginRun('sync')
    journal.prune({ keepDays: 30, maxMegabytes: 500 })
    journal.close()
    expect(statSync(journalPath(folder, 1)).size).toBeLessThan(200_000)
  })
})

describe('the room for changes', () => {
  const long = 'x'.repeat(400)
  const writeRun = (journal: RunJournal, count: number): number => {
    const run = journal.beginRun('sync')
    for (let lot = 0; lot < count; lot += 100)
      journal.settle(
        journal.open(Array.from({ length: 100 }, (_, at) => edit(`s${lot + at}`, field('name', '', long)))),
        'done',
      )
    journal.finishRun(anySummary())
    return run
  }

  test('is kept by forgetting the oldest runs, and the file follows', () => {
    const { journal } = openedJournal()
    const bounds = { keepDays: 30, maxMegabytes: 1 }
    let last = 0
    for (let count = 0; count < 30; count++) {
      last = writeRun(journal, 300)
      // Changes are found by their records too.
      journal.pastWrites('subscriber', 's1')
      journal.prune(bounds)
    }
    const kept = journal.listRuns(99).map(({ id }) => id)
    expect(kept[0]).toBe(last)
    expect(kept.length).toBeGreaterThan(3)
    expect(kept.length).toBeLessThan(9)
    for (const run of kept) expect([...journal.changesOf(run)]).toHaveLength(300)
    expect([...journal.changesOf(1)]).toEqual([])
    journal.close()
    expect(statSync(journalPath(folder, 1)).size).toBeLessThan(1_400_000)
  })

  test('never costs the run that is going on', () => {
    const { journal } = openedJournal()
    writeRun(journal, 300)
    const present = writeRun(journal, 9000)
    journal.prune({ keepDays: 30, maxMegabytes: 1 })
    expect(journal.listRuns(9).map(({ id }) => id)).toEqual([present])
    expect([...journal.changesOf(present)]).toHaveLength(9000)
  })

  test('holds nobody up: what there is no time for waits for the next run', () => {
    const { journal } = openedJournal()
    for (let count = 0; count < 5; count++) writeRun(journal, 3000)
    // A second passes whenever somebody looks at the clock.
    const before = now.getTime()
    let looks = 0
    const slow = openJournal({
      folder,
      billingId: 1,
      logger: recordingLogger(),
      now: () => new Date(before + 500 * looks++),
    }).journal
    slow.prune({ keepDays: 30, maxMegabytes: 1 })
    const left = slow.listRuns(9).length
    expect(left).toBeGreaterThan(1)
    for (let count = 0; count < 9; count++) slow.prune({ keepDays: 30, maxMegabytes: 1 })
    expect(slow.listRuns(9).length).toBeLessThan(left)
  })
})

describe('fields that are not kept', () => {
  const openedWith = (skipFields: readonly string[]) =>
    openJournal({ folder, billingId: 1, logger: recordingLogger(), skipFields }).journal

  test('are counted where they were done, whichever way they come', () => {
    const journal = openedWith(['comment', 'traffic'])
    expect([journal.keeps('comment'), journal.keeps('name')]).toEqual([false, true])
    const run = journal.beginRun('sync')
    const both = edit('a', field('comment', '', 'x'), field('name', '', 'y'))
    journal.settle(journal.open([both, edit('b', field('comment', '', 'x'))]), 'done')
    journal.settle(journal.open([edit('c', field('comment', '', 'x'))]), 'refused')
    journal.settle(journal.open([], { field: 'traffic', count: 4000, digests: [1, 2] }), 'done')
    journal.settle(journal.open([], { field: 'traffic', count: 70, digests: [3] }), 'done')
    journal.settle(journal.open([], { field: 'traffic', count: 9, digests: [4] }), 'lost')
    journal.withdraw(journal.open([], { field: 'traffic', count: 5, digests: [5] }))
    expect([...journal.changesOf(run)]).toEqual([
      { ...edit('a', field('name', '', 'y')), settlement: 'done' },
    ])
    expect([...journal.unkeptOf(run)].toSorted()).toEqual([
      ['comment', 2],
      ['traffic', 4070],
    ])
    expect(journal.pastWrites('subscriber', 'a')).toEqual([[{ field: 'name', before: '', after: 'y' }]])
    expect([...journal.unkeptOf(run + 1)]).toEqual([])
  })

  test('leave a creation and a mark what they are', () => {
    const journal = openedWith(['name'])
    const run = journal.beginRun('sync')
    const creation: RecordChange = { ...edit('a', field('name', '', 'x')), action: 'create' }
    journal.settle(journal.open([creation]), 'done')
    expect([...journal.changesOf(run)]).toEqual([{ ...creation, fields: [], settlement: 'done' }])
  })

  test('are those of subscribers only', () => {
    const journal = openedWith(['name'])
    const run = journal.beginRun('sync')
    const change: RecordChange = { ...edit('1', field('name', '', 'x')), entity: 'tariff' }
    journal.settle(journal.open([change]), 'done')
    expect([...journal.changesOf(run)]).toHaveLength(1)
  })
})

describe('hot values that were sent', () => {
  /** A run that sends these digests of a field. */
  const send = (digests: readonly number[], settlement: 'done' | 'refused' = 'done', held: number[] = []) => {
    const { journal } = openedJournal()
    journal.beginRun('sync')
    const inVain = [...journal.sentInVain('activity')].toSorted()
    if (held.length > 0) journal.holdBack('activity', held)
    if (digests.length > 0)
      journal.settle(journal.open([], { field: 'activity', count: digests.length, digests }), settlement)
    journal.finishRun(anySummary())
    journal.close()
    return inVain
  }

  test('are in vain when the next run sends the same ones again, and stay so while they are held back', () => {
    expect(send([3, 1, 2])).toEqual([])
    expect(send([2, 5, 1])).toEqual([])
    // Whoever is not held back has a value of another digest now.
    expect(send([7], 'done', [2])).toEqual([1, 2])
    expect(send([])).toEqual([2])
    expect(send([8])).toEqual([2])
    expect(send([])).toEqual([])
  })

  test('are not when they were refused, nor when a run sent others in between', () => {
    send([1])
    send([1], 'refused')
    expect(send([2])).toEqual([])
    send([1])
    expect(send([])).toEqual([])
  })

  test('are sent once more when what is known of them was damaged', () => {
    send([1, 2])
    send([1, 2])
    const database = new Database(journalPath(folder, 1))
    database.run("UPDATE sent SET twice = x'0000000000000840'")
    database.close()
    expect(send([])).toEqual([])
  })
})

test('a row that was damaged is left out of what a run changed, and that is said once', () => {
  const { journal } = openedJournal()
  const run = journal.beginRun('sync')
  const changes = ['a', 'b', 'c'].map((id) => edit(id, field('balance', 100, 9668)))
  journal.settle(journal.open(changes), 'done')
  journal.close()
  const database = new Database(journalPath(folder, 1))
  database.run("UPDATE changes SET fields = replace(fields, '9668', '1668') WHERE ref = 'b'")
  database.close()
  const { journal: later, logger } = openedJournal()
  expect([...later.changesOf(run)].map(({ id }) => id)).toEqual(['a', 'c'])
  expect([...later.changesOf(run)].map(({ id }) => id)).toEqual(['a', 'c'])
  expect(later.pastWrites('subscriber', 'b')).toEqual([])
  expect(later.pastWrites('subscriber', 'a')).toHaveLength(1)
  expect(logger.lines).toHaveLength(1)
  expect(logger.lines[0]).toContain('Rows of the journal are damaged')
})

test('the past of many records is had at once, and is that of each of them', () => {
  const { journal } = openedJournal()
  journal.beginRun('sync')
  const ids = Array.from({ length: 1200 }, (_, at) => `s${at}`)
  for (const value of ['1', '2', '3'])
    journal.settle(
      journal.open(ids.map((id, at) => edit(id, field(at % 2 === 0 ? 'name' : 'comment', '', value)))),
      'done',
    )
  const past = journal.pastWritesOf('subscriber', [...ids, 'nobody', '"odd", id'])
  expect([...past.keys()].toSorted()).toEqual(ids.toSorted())
  for (const id of ['s0', 's1', 's777', 's1199'])
    expect(past.get(id)).toEqual(journal.pastWrites('subscriber', id))
  expect(past.get('s0')?.[0]?.map(({ after }) => after)).toEqual(['3', '2'])
  expect([...journal.pastWritesOf('tariff', ids)]).toEqual([])
  expect([...journal.pastWritesOf('subscriber', [])]).toEqual([])
})

test('changes that were withdrawn never were; those around them stay', () => {
  const { journal } = openedJournal()
  const run = journal.beginRun('sync')
  const [first = 0, second = 0, third = 0] = ['a', 'b', 'c'].map((id) =>
    journal.open([edit(id, field('comment', '', id)), edit(`${id}2`, field('comment', '', id))]),
  )
  journal.settle(first, 'done')
  journal.withdraw(second)
  journal.settle(third, 'done')
  expect([...journal.changesOf(run)].map(({ id }) => id)).toEqual(['a', 'a2', 'c', 'c2'])
  expect(journal.pastWrites('subscriber', 'b')).toEqual([])
})

describe('the memory of light runs', () => {
  const header = { fullRunAt: '2026-11-22T10:00:00.000Z', version: '1', hot: '', context: 'c' }
  const fresh = {
    erpId: '17',
    isInBilling: true,
    isFormer: false,
    agreed: 2 ** 53 - 1,
    crc: 'abc',
    record: '["Петренко"]',
    digest: 17,
  }
  const known = { ...fresh, written: '' }
  const recordsOf = (journal: RunJournal) =>
    [...journal.rememberedRecords()].map(([key, record]) => [
      key,
      { ...record, ...journal.rememberedText(key) },
    ])

  test('is not to be trusted until a full comparison has said when it was', () => {
    const { journal } = openedJournal()
    expect(journal.loadMemory()).toBeUndefined()
    journal.saveMemory({ remember: [['petrenko', fresh]] })
    expect(journal.loadMemory()).toBeUndefined()
    journal.saveMemory({ header })
    expect(journal.loadMemory()).toEqual(header)
    expect(recordsOf(journal)).toEqual([['petrenko', known]])
  })

  test('takes news, keeps what was written to a record beside it, and forgets', () => {
    const { journal } = openedJournal()
    const records = ['__proto__', 'b', 'c', 'd'].map((key) => [key, fresh] as const)
    journal.saveMemory({ header, remember: records })
    const news = { isInBilling: false, agreed: 0, crc: 'new', written: '{"login":"x"}' }
    journal.saveMemory({ amend: [['b', news]], agree: [['__proto__', 5]], forget: ['c'] })
    journal.saveMemory({ retain: new Set(['__proto__', 'b']) })
    journal.close()

    const { journal: later } = openedJournal()
    expect(recordsOf(later)).toEqual([
      ['__proto__', { ...known, agreed: 5, digest: 0 }],
      ['b', { ...known, ...news, digest: 0 }],
    ])
    later.saveMemory({ amend: [['b', { ...news, isFormer: true }]] })
    expect(recordsOf(later)).toContainEqual(['b', { ...known, ...news, isFormer: true, digest: 0 }])
    later.saveMemory({ remember: [['b', fresh]] })
    expect(recordsOf(later)).toContainEqual(['b', known])
  })

  test('gives any number of records, each once', () => {
    const { journal } = openedJournal()
    const keys = Array.from({ length: 1201 }, (_, index) => `s${index}`)
    journal.saveMemory({ header, remember: keys.map((key) => [key, fresh] as const) })
    expect(recordsOf(journal).map(([key]) => key)).toEqual(keys)

    // One that is noted anew while they are read does not come a second time.
    const read: string[] = []
    for (const [key] of journal.rememberedRecords()) {
      if (read.length === 0) journal.saveMemory({ remember: [['s0', fresh]] })
      read.push(key)
    }
    expect(read).toEqual(keys)
  })

  test('is mistrusted from the moment it is told so, by whoever opens it, until it is whole again', () => {
    const { journal } = openedJournal()
    journal.saveMemory({ header, remember: [['a', fresh]] })
    journal.mistrustMemory()
    journal.close()

    const { journal: later } = openedJournal()
    expect(later.loadMemory()).toBeUndefined()
    later.saveMemory({ agree: [['a', 1]] })
    expect(later.loadMemory()).toBeUndefined()
    later.saveMemory({ header })
    expect(later.loadMemory()).toEqual(header)
  })
})

describe('what texts were read as', () => {
  test('is given back, text by text, until it is dropped', () => {
    const { journal } = openedJournal()
    expect(journal.textHeader()).toBeUndefined()
    expect([...journal.texts()]).toEqual([])
    journal.saveTexts({
      drop: [],
      add: [['hash', '["petrenko"]'] as const, ['other', ''] as const],
      header: 'rules',
    })
    journal.close()

    const { journal: later } = openedJournal()
    expect(later.textHeader()).toBe('rules')
    const texts = [...later.texts()]
    expect(texts.map(([, hash, facts]) => [hash, facts])).toEqual([
      ['hash', '["petrenko"]'],
      ['other', ''],
    ])
    later.saveTexts({ drop: [texts[0]?.[0] ?? 0], add: [], header: 'others' })
    expect([...later.texts()].map(([, hash]) => hash)).toEqual(['other'])
    expect(later.textHeader()).toBe('others')
  })

  test('may be any number of texts', () => {
    const { journal } = openedJournal()
    const hashes = Array.from({ length: 1201 }, (_, index) => `hash ${index}`)
    journal.saveTexts({ drop: [], add: hashes.map((hash) => [hash, ''] as const), header: '' })
    expect(Array.from(journal.texts(), ([, hash]) => hash)).toEqual(hashes)
  })
})

test('the file is for its owner only, and so is a folder that is made for it', () => {
  folder = join(folder, 'state', 'deep')
  const { journal } = openedJournal()
  journal.beginRun('sync')
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
})

test('the file is whole and alone once the journal is closed', () => {
  const { journal } = openedJournal()
  journal.beginRun('sync')
  journal.settle(journal.open([edit('a', field('name', '', 'x'))]), 'done')
  journal.pastWrites('subscriber', 'a')
  journal.saveMemory({
    header: { fullRunAt: 'then', version: '1', hot: '', context: 'c' },
    forget: ['a'],
    remember: [],
  })
  journal.loadMemory()
  journal.listRuns(3)
  journal.prune({ keepDays: 30, maxMegabytes: 500 })
  journal.close()
  expect(readdirSync(folder)).toEqual(['usm-billing-1.sqlite'])
})
