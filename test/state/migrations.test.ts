import { Database } from 'bun:sqlite'
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { journalPath, openJournal } from '../../src/state/journal.ts'
import { MIGRATIONS, SCHEMA_VERSION } from '../../src/state/schema.ts'
import { recordingLogger } from '../report/recording-logger.ts'

const KEPT = join(import.meta.dir, '..', 'fixtures', 'journals')
const MEMORY = {
  header: { fullRunAt: '2026-11-22T10:00:00.000Z', version: '1', hot: '', context: 'c' },
  records: [
    [
      'petrenko',
      {
        erpId: '17',
        isInBilling: true,
        isFormer: false,
        agreed: 123_456_789_012,
        crc: 'abc',
        record: '["Петренко"]',
        digest: 0,
        written: '[["login","petrenko"]]',
      },
    ],
  ],
}
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usm-migrations-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a journal of every version is kept', () => {
  const versions = Array.from({ length: SCHEMA_VERSION }, (_, index) => `version-${index + 1}.sqlite`)
  expect(readdirSync(KEPT).toSorted()).toEqual(versions.toSorted())
})

for (const name of readdirSync(KEPT)) {
  test(`a journal of ${name.replace('.sqlite', '')} is read, and goes on being used`, () => {
    // Nothing was remembered by its program: a full comparison has to come first.
    const isOldest = name === 'version-1.sqlite'
    copyFileSync(join(KEPT, name), journalPath(folder, 1))
    const logger = recordingLogger()
    const { journal } = openJournal({ folder, billingId: 1, logger })

    expect(journal.listRuns(5)).toMatchObject([{ id: 1, command: 'sync', outcome: 'partial', exitCode: 3 }])
    const [first, second] = [...journal.changesOf(1)]
    expect(first).toEqual({
      entity: 'subscriber',
      id: 'petrenko',
      erpId: '17',
      action: 'update',
      settlement: 'done',
      fields: [
        { field: 'balance', before: 1250, after: -300, from: '12.50', to: '-3.00' },
        {
          field: 'name',
          before: 'Петренко',
          after: 'Петренко Остап',
          from: 'Петренко',
          to: 'Петренко Остап',
        },
      ],
    })
    expect(second).toMatchObject({ settlement: 'refused', fields: [{ field: 'password', digest: 'd1' }] })
    const records = [...journal.rememberedRecords()].map(([key, record]) => [
      key,
      { ...record, ...journal.rememberedText(key) },
    ])
    const memory = { header: journal.loadMemory(), records }
    expect<unknown>(memory).toEqual(isOldest ? { header: undefined, records: [] } : MEMORY)
    // Before version 3 no text was kept.
    const texts = [...journal.texts()].map(([, hash, facts]) => [hash, facts])
    expect(texts).toEqual(name < 'version-3' ? [] : [['hash', '["petrenko"]']])

    // Before version 5 every change was kept, and none counted.
    expect([...journal.unkeptOf(1)]).toEqual(name < 'version-5' ? [] : [['traffic', 3]])

    expect(journal.beginRun('sync')).toBe(2)
    if (first !== undefined) journal.settle(journal.open([first]), 'done')
    expect(journal.pastWrites('subscriber', 'petrenko').map((writes) => writes.length)).toEqual([2, 2])
    journal.close()
    expect(logger.lines).toEqual([])
    expect(readdirSync(folder)).toEqual(['usm-billing-1.sqlite'])
    const database = new Database(journalPath(folder, 1))
    expect(database.query('PRAGMA user_version').get()).toEqual({ user_version: MIGRATIONS.length })
    database.close()
  })
}
