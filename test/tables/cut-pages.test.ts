/** Pages of a query that drops rows behind the limit, in a join (`contracts/databases.md` §1, the mark). */
import { expect, test } from 'bun:test'
import { readTextCell } from '../../src/billing/tables/servers/encoding.ts'
import { type Question, readPages } from '../../src/billing/tables/servers/mysql-pages.ts'

interface Phone {
  readonly owner: string
  readonly number: string
  readonly isDropped: boolean
}

/** Three phones each, of ten people. */
const PHONES: readonly Phone[] = Array.from({ length: 30 }, (_, at) => ({
  owner: String(100 + Math.floor(at / 3)),
  number: String(at),
  isDropped: false,
}))

/** The numbers of each page, as they come. */
async function pagesOf(phones: readonly Phone[], rowsAtOnce: number): Promise<string[][]> {
  const question: Question = {
    name: 'phones',
    keyAt: 0,
    marked: 'uid',
    page: (condition, limit) => JSON.stringify([condition('uid'), limit ?? null]),
    kind: 'kind',
  }
  const ask = async (sql: string) => {
    if (sql === 'kind') return [['utf8mb4', 'utf8mb4_general_ci']]
    const [condition, limit]: [string, number | null] = JSON.parse(sql)
    const [, sign = '>', key = ''] = /uid (>|=) '(\d+)'/.exec(condition) ?? []
    const found = phones.filter(({ owner }) => (sign === '=' ? owner === key : owner > key))
    // The limit stands inside, and the join is made with what is left.
    return found
      .slice(0, limit ?? found.length)
      .filter(({ isDropped }) => !isDropped)
      .map(({ owner, number }) => [owner, number])
  }
  const pages: string[][] = []
  for await (const rows of readPages(question, {
    ask,
    read: readTextCell,
    isRaw: false,
    rowsAtOnce,
    now: () => new Date(0),
  }))
    pages.push(rows.map(([, number]) => String(number)))
  return pages
}

async function read(phones: readonly Phone[], rowsAtOnce: number): Promise<string[]> {
  return (await pagesOf(phones, rowsAtOnce)).flat()
}

test.each([4, 5, 6, 7, 8, 10, 29, 30, 31])(
  'none of the rows is lost or told twice (%d at a time)',
  async (rows) => {
    for (let dropped = 0; dropped < PHONES.length; dropped++) {
      const phones = PHONES.map((phone, at) => ({ ...phone, isDropped: at === dropped }))
      const kept = phones.filter(({ isDropped }) => !isDropped).map(({ number }) => number)
      expect([dropped, await read(phones, rows)]).toEqual([dropped, kept])
    }
    const none = PHONES.map((phone) => ({ ...phone, isDropped: true }))
    expect(await read(none, rows)).toEqual([])
    expect(await read(PHONES, rows)).toEqual(PHONES.map(({ number }) => number))
  },
)

test('what follows rows that were dropped comes in pages as well: a long SELECT would hold writers up', async () => {
  const phones = PHONES.map((phone, at) => ({ ...phone, isDropped: at % 3 === 2 }))
  const kept = phones.filter(({ isDropped }) => !isDropped).map(({ number }) => number)
  const pages = await pagesOf(phones, 9)
  expect(pages.flat()).toEqual(kept)
  // Of nine rows three are dropped, and the last person comes with the next page.
  expect(pages.map(({ length }) => length)).toEqual([4, 4, 4, 4, 2, 2])
})

test('what follows a page of which next to nothing is left is not lost', async () => {
  const phones = PHONES.map((phone, at) => ({ ...phone, isDropped: at >= 3 && at < 24 }))
  expect(await read(phones, 6)).toEqual(['0', '1', '2', '24', '25', '26', '27', '28', '29'])
})

test('a name of a character set that is none never becomes part of a statement', async () => {
  const asked: string[] = []
  const question: Question = {
    name: 'phones',
    keyAt: 0,
    marked: undefined,
    page: (condition, limit) => `${condition('uid')} LIMIT ${limit}`,
    kind: 'kind',
  }
  const ask = async (sql: string) => {
    asked.push(sql)
    if (sql === 'kind') return [["utf8mb4'; DROP TABLE users; --", 'utf8mb4_bin` FROM users; --']]
    return asked.length === 1 ? [['Їжак'], ['Їжачок']] : []
  }
  const reading = { ask, read: readTextCell, isRaw: true, rowsAtOnce: 2, now: () => new Date(0) }
  const rows = await Array.fromAsync(readPages(question, reading))
  expect(rows).toEqual([[['Їжак']]])
  expect(asked.at(-1)).toStartWith("uid > _binary x'")
  expect(asked.join()).not.toContain('DROP')
})
