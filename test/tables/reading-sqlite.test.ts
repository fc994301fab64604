/** How an SQLite file is read: somebody else's transactions, bytes that are no text, damage (databases.md §2). */
import { Database } from 'bun:sqlite'
import { describe, expect, test } from 'bun:test'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { BillingError } from '../../src/model/errors.ts'
import type { Subscriber } from '../../src/model/subscriber.ts'
import { tableOf } from '../../src/sandbox/tables/table-set.ts'
import { openTableBilling, SqliteFile, type TableBilling } from './table-world.ts'

const QUERY = 'SELECT id AS id, name AS name FROM people'

const fileOf = (count = 2): SqliteFile =>
  new SqliteFile([
    tableOf(
      'people',
      { id: 'int', name: 'text' },
      ['id'],
      Array.from({ length: count }, (_, index) => ({ id: index + 1, name: 'Коваль' })),
    ),
  ])

async function read(
  { url }: SqliteFile,
  database: TableBilling['database'] = {},
): Promise<readonly Subscriber[]> {
  const billing = openTableBilling({
    name: 'sql',
    url,
    database: { queries: { subscribers: QUERY }, timeoutSec: 1, ...database },
  })
  const { subscribers } = await billing.subscribers()
  await billing.houses(new Map())
  return [...subscribers.values()]
}

async function failure(attempt: Promise<unknown>): Promise<BillingError> {
  const error: unknown = await attempt.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason,
  )
  if (error instanceof BillingError) return error
  throw error
}

describe('a file that is written to', () => {
  test.each(['DELETE', 'WAL'])('is read as it was before: %s', async (mode) => {
    using file = fileOf()
    using writer = new Database(file.path)
    writer.run(`PRAGMA journal_mode = ${mode}`)
    writer.run('BEGIN IMMEDIATE')
    writer.run("INSERT INTO people VALUES (3, 'Мороз')")
    expect(await read(file)).toHaveLength(2)
    writer.run('COMMIT')
    expect(await read(file)).toHaveLength(3)
  })

  test('by somebody who lets nobody read is waited for, and given up', async () => {
    using file = fileOf()
    using writer = new Database(file.path)
    writer.run('BEGIN EXCLUSIVE')
    const error = await failure(read(file))
    expect(error).toMatchObject({
      kind: 'temporary',
      hint: expect.stringContaining('took longer than billingDatabase.timeoutSec'),
    })
  })
})

test('bytes that are no characters are no list, unless it is said what they are', async () => {
  using file = fileOf()
  // "Мороз" in windows-1251.
  file.run(["UPDATE people SET name = CAST(x'cceef0eee7' AS TEXT) WHERE id = 2"])
  const error = await failure(read(file))
  expect(error).toMatchObject({ kind: 'malformed' })
  expect(error.message).toContain('bytes that are no characters of its encoding (utf-8)')
  file.run(["UPDATE people SET name = 'Kowal' WHERE id = 1"])
  const names = (people: readonly Subscriber[]) => people.map(({ fullName }) => fullName)
  expect(names(await read(file, { encoding: 'windows-1251' }))).toEqual(['Kowal', 'Мороз'])
  expect(names(await read(file, { encoding: 'utf-8' }))).toEqual(['Kowal', '\ufffd'.repeat(5)])
})

test('a damaged file is no list', async () => {
  using file = fileOf(2000)
  const bytes = readFileSync(file.path)
  writeFileSync(file.path, bytes.fill(0xff, 4096 * 3, 4096 * 8))
  expect(await failure(read(file))).toMatchObject({ kind: 'malformed' })
  writeFileSync(file.path, bytes.subarray(0, 4096))
  expect(await failure(read(file))).toMatchObject({ kind: 'malformed' })
})

test('a folder in the place of a file is told to be one', async () => {
  using file = fileOf()
  const url = `sqlite:${dirname(file.path)}`
  const billing = openTableBilling({ name: 'sql', url, database: { queries: { subscribers: QUERY } } })
  expect((await failure(billing.system())).message).toEndWith('cannot be opened: it is a folder.')
})

test('a slip in a column in double quotes is refused, and is not the name of every subscriber', async () => {
  using file = fileOf()
  const asking = (name: string): TableBilling['database'] => ({
    queries: { subscribers: `SELECT "id" AS "id", ${name} AS name FROM people` },
  })
  const names = (people: readonly Subscriber[]) => people.map(({ fullName }) => fullName)
  expect(names(await read(file, asking('"name"')))).toEqual(['Коваль', 'Коваль'])
  const error = await failure(read(file, asking('"nmae"')))
  expect(error).toMatchObject({
    kind: 'config',
    message: expect.stringContaining('no such column: nmae'),
    hint: expect.stringContaining('what stands in double quotes is the name of a column'),
  })
})
