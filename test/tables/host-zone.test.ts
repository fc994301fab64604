/** Days made of unix seconds, on a host and on servers that live by Kyiv's clock, summer and winter (databases.md §1, §2.4). */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { type Table, tableOf } from '../../src/sandbox/tables/table-set.ts'
import { canStart, type ServerKind, startServer } from './database-servers.ts'
import { openTableBilling, SqliteFile, type TableBilling } from './table-world.ts'

const KYIV = 'Europe/Kyiv'
const usual = process.env['TZ']
beforeAll(() => {
  process.env['TZ'] = KYIV
})
afterAll(() => {
  process.env['TZ'] = usual ?? 'Etc/UTC'
})

/** The moment, and the day and time a clock in Kyiv showed. */
const MOMENTS = [
  ['winter, two hours ahead', '2025-01-14T22:30:00Z', '2025-01-15 00:30:00'],
  ['summer, three hours ahead', '2025-07-14T21:30:00Z', '2025-07-15 00:30:00'],
  ['summer, still the day before', '2025-07-14T20:59:59Z', '2025-07-14 23:59:59'],
  ['the last second before the clocks go on', '2025-03-30T00:59:59Z', '2025-03-30 02:59:59'],
  ['the first one after', '2025-03-30T01:00:00Z', '2025-03-30 04:00:00'],
  ['before the clocks go back', '2025-10-26T00:59:59Z', '2025-10-26 03:59:59'],
  ['after they went back', '2025-10-26T01:00:00Z', '2025-10-26 03:00:00'],
] as const

const PEOPLE: Table = tableOf(
  'people',
  { id: 'int', seen: 'int' },
  ['id'],
  MOMENTS.map(([, at], index) => ({ id: index + 1, seen: Date.parse(at) / 1000 })),
)
const QUERIES = { subscribers: 'SELECT id AS id, seen AS connected, seen AS active FROM people' }

async function read(source: Pick<TableBilling, 'url'>): Promise<string[][]> {
  const billing = openTableBilling({ name: 'sql', database: { queries: QUERIES }, ...source })
  const { clock } = await billing.system()
  expect(clock.offsetMinutes).toBe(-new Date().getTimezoneOffset())
  const { subscribers } = await billing.subscribers()
  await billing.houses(new Map())
  return [...subscribers.values()].map(({ connectedOn, activeAt }) => [connectedOn, activeAt])
}

const EXPECTED = MOMENTS.map(([, , local]) => [local.slice(0, 10), local])

test('an SQLite file is read by the clock of the host', async () => {
  using file = new SqliteFile([PEOPLE])
  expect(await read({ url: file.url })).toEqual(EXPECTED)
})

describe.each<[ServerKind, readonly string[]]>([
  ['mysql', []],
  ['postgres', ['-c', 'timezone=Europe/Kyiv']],
])('a server that speaks %s', (kind, settings) => {
  if (!canStart(kind)) return
  const started = startServer(kind, { environment: { TZ: KYIV }, settings })

  test('is read by its own, which is the same', async () => {
    const server = await started
    const url = await server.createDatabase('zone')
    await server.load('zone', [PEOPLE])
    expect(await read({ url })).toEqual(EXPECTED)
  })
})
