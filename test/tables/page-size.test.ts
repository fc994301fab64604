/** Pages that are made smaller where a writer would have to wait for them (`contracts/databases.md` §2.2). */
import { describe, expect, test } from 'bun:test'
import { readTextCell } from '../../src/billing/tables/servers/encoding.ts'
import { type Question, readPages } from '../../src/billing/tables/servers/mysql-pages.ts'

const PEOPLE = Array.from({ length: 30_000 }, (_, at) => String(100_000 + at))

/** The limits of the pages. @param millisecondsOf what the server takes for a page of so many rows */
async function readAll(millisecondsOf: (rows: number) => number, rowsAtOnce = 5000) {
  let now = 0
  const limits: number[] = []
  const question: Question = {
    name: 'subscribers',
    keyAt: 0,
    marked: undefined,
    page: (condition, limit) => `${condition('')} ${limit}`,
    kind: '',
  }
  const ask = async (sql: string) => {
    const [, after = '', limit = ''] = /^(?:1 = 1| > '(\d+)') (\d+)$/.exec(sql) ?? []
    const rows = PEOPLE.filter((id) => id > after).slice(0, Number(limit))
    limits.push(Number(limit))
    now += millisecondsOf(rows.length)
    return rows.map((id) => [id])
  }
  const read: string[] = []
  for await (const rows of readPages(question, {
    ask,
    read: readTextCell,
    isRaw: false,
    rowsAtOnce,
    now: () => new Date(now),
  }))
    read.push(...rows.map(([id]) => String(id)))
  expect(read).toEqual(PEOPLE)
  return limits
}

describe('a page', () => {
  test('grows to 5 000 rows where the server is quick', async () => {
    const limits = await readAll((rows) => rows / 50)
    expect(limits.slice(0, 4)).toEqual([1000, 2000, 4000, 5000])
    expect(new Set(limits.slice(3))).toEqual(new Set([5000]))
  })

  test('grows as long as it is quick', async () => {
    const limits = await readAll((rows) => rows / 12)
    expect(limits.slice(0, 2)).toEqual([1000, 2000])
    expect(new Set(limits.slice(1))).toEqual(new Set([2000]))
  })

  test('that became too large is made smaller, and not larger again', async () => {
    const limits = await readAll((rows) => (rows > 3000 ? 260 : rows / 25))
    expect(limits.slice(0, 4)).toEqual([1000, 2000, 4000, 2000])
    expect(new Set(limits.slice(3))).toEqual(new Set([2000]))
  })

  test('has no fewer rows than are worth a request', async () => {
    const limits = await readAll((rows) => rows * 10)
    expect(limits[0]).toBe(1000)
    expect(new Set(limits.slice(1))).toEqual(new Set([500]))
  })

  test('is as large as it can be where a smaller one takes as long', async () => {
    const limits = await readAll((rows) => 2000 + rows / 10)
    expect(limits.slice(0, 3)).toEqual([1000, 500, 5000])
    expect(new Set(limits.slice(2))).toEqual(new Set([5000]))
  })

  test('stays as it was where a smaller one is hardly quicker, and nobody waits long', async () => {
    const limits = await readAll((rows) => 140 + rows / 8)
    expect(limits.slice(0, 3)).toEqual([1000, 500, 1000])
    expect(new Set(limits.slice(2))).toEqual(new Set([1000]))
  })

  test('was slow once, when nothing was in memory yet', async () => {
    let isFirst = true
    const limits = await readAll((rows) => {
      const factor = isFirst ? 20 : 1
      isFirst = false
      return (rows / 40) * factor
    })
    expect(limits.slice(0, 4)).toEqual([1000, 500, 1000, 2000])
    expect(new Set(limits.slice(3))).toEqual(new Set([2000]))
  })

  test('has never more rows than it may', async () => {
    const limits = await readAll((rows) => rows / 1000, 300)
    expect(new Set(limits)).toEqual(new Set([300]))
  })
})
