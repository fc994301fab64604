/** Pages that are made smaller where a writer would have to wait for them (`contracts/databases.md` §2.2). */
import { describe, expect, test } from 'bun:test'
import { readTextCell } from '../../src/billing/tables/servers/encoding.ts'
import { type Question, readPages } from '../../src/billing/tables/servers/mysql-pages.ts'

const PEOPLE = Array.from({ length: 30_000 }, (_, at) => String(100_000 + at))

/** @param millisecondsOf what the server takes for a page of so many rows */
async function readAll(millisecondsOf: (rows: number) => number) {
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
    rowsAtOnce: 5000,
    now: () => new Date(now),
  }))
    read.push(...rows.map(([id]) => String(id)))
  expect(read).toEqual(PEOPLE)
  return limits
}

describe('a page', () => {
  test('has 5 000 rows where the server is quick', async () => {
    expect(new Set(await readAll((rows) => rows / 25))).toEqual(new Set([5000]))
  })

  test('has fewer where it takes long, and never more again', async () => {
    const limits = await readAll((rows) => rows / 8)
    expect(limits.slice(0, 3)).toEqual([5000, 2500, 1250])
    expect(new Set(limits.slice(2))).toEqual(new Set([1250]))
  })

  test('has no fewer than are worth a request', async () => {
    const limits = await readAll((rows) => rows * 10)
    expect(limits.at(-1)).toBe(625)
    expect(Math.min(...limits)).toBe(625)
  })

  test('stays large where a smaller one takes as long', async () => {
    const limits = await readAll((rows) => 2000 + rows / 10)
    expect(limits.slice(0, 3)).toEqual([5000, 2500, 5000])
    expect(new Set(limits.slice(2))).toEqual(new Set([5000]))
  })

  test('is made smaller as long as that helps', async () => {
    const limits = await readAll((rows) => 150 + rows / 5)
    expect(limits.slice(0, 4)).toEqual([5000, 2500, 1250, 625])
    expect(limits.at(-1)).toBe(1250)
  })

  test('was slow once, when nothing was in memory yet', async () => {
    let isFirst = true
    const limits = await readAll((rows) => {
      const factor = isFirst ? 10 : 1
      isFirst = false
      return (rows / 40) * factor
    })
    expect(new Set(limits.slice(1))).toEqual(new Set([2500]))
  })
})
