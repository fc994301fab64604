import { Database } from 'bun:sqlite'
import { afterEach, beforeEach, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Refusal } from '../../src/model/journal.ts'
import { journalPath, openJournal } from '../../src/state/journal.ts'
import type { RunJournal } from '../../src/state/run-journal.ts'
import { anySummary } from '../report/any-summary.ts'
import { recordingLogger } from '../report/recording-logger.ts'

let folder = ''
let now = new Date('2026-11-22T10:00:00Z')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'usm-refusals-'))
  now = new Date('2026-11-22T10:00:00Z')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function opened(redact?: (text: string) => string): RunJournal {
  const place = { folder, billingId: 1, logger: recordingLogger(), now: () => now }
  return openJournal({ ...place, ...(redact && { redact }) }).journal
}

const refused = (id: string, message = 'Поле "Примітка" заповнене невірно'): Refusal => ({
  entity: 'subscriber',
  id,
  message,
})

function runWith(journal: RunJournal, refusals: Iterable<Refusal>): number {
  const run = journal.beginRun('sync')
  for (const refusal of refusals) journal.refused(refusal)
  journal.finishRun(anySummary({ outcome: 'partial', exitCode: 3 }))
  return run
}

test('every refused record is kept with its words, run by run, and read by the next program', () => {
  const journal = opened()
  const first = runWith(journal, [refused('a'), { entity: 'tariff', id: '12', message: 'No' }])
  const second = runWith(journal, [refused('a', 'other words')])
  journal.close()
  const later = opened()
  expect([...later.refusals(first)]).toEqual([
    { run: first, ...refused('a') },
    { run: first, entity: 'tariff', id: '12', message: 'No' },
  ])
  expect([...later.refusals()].map(({ run, message }) => [run, message])).toEqual([
    [first, refused('a').message],
    [first, 'No'],
    [second, 'other words'],
  ])
  later.close()
})

test('so many of one run, the rest is counted; a page for a sentence is cut; a secret is taken out', () => {
  const journal = opened((text) => text.replaceAll('S3cret', '***'))
  const many = Array.from({ length: 7000 }, (_, at) => refused(`s${at}`, `S3cret ${'<p>'.repeat(400)}`))
  const run = runWith(journal, many)
  const kept = [...journal.refusals(run)]
  expect([kept.length, journal.moreRefusalsOf(run)]).toEqual([5000, 2000])
  expect(kept[4999]?.message).toHaveLength(300)
  expect(kept[0]?.message).toStartWith('*** <p>')
  journal.close()
  // The same sentence is kept once for many.
  expect(statSync(journalPath(folder, 1)).size).toBeLessThan(400_000)
})

test('they go with their run, and count for the room of the journal', () => {
  const journal = opened()
  const old = runWith(journal, [refused('a')])
  now = new Date('2027-01-22T10:00:00Z')
  const young = runWith(
    journal,
    Array.from({ length: 5000 }, (_, at) => refused(`s${at}`, `${at} ${'x'.repeat(290)}`)),
  )
  journal.prune({ keepDays: 30, maxMegabytes: 500 })
  expect([[...journal.refusals(old)].length, [...journal.refusals(young)].length]).toEqual([0, 5000])
  runWith(journal, [refused('b')])
  journal.prune({ keepDays: 30, maxMegabytes: 1 })
  expect([...journal.refusals(young)]).toEqual([])
  expect([...journal.refusals()].map(({ id }) => id)).toEqual(['b'])
  journal.close()
})

test('what was damaged is left out', () => {
  const journal = opened()
  const first = runWith(journal, [refused('a')])
  const second = runWith(journal, [refused('b')])
  journal.close()
  const database = new Database(journalPath(folder, 1))
  database.run(`UPDATE refusals SET refused = replace(refused, 'invalid', 'x') || '}' WHERE run = ${first}`)
  database.close()
  const later = opened()
  expect([...later.refusals()].map(({ run }) => run)).toEqual([second])
  later.close()
})
