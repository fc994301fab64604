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

async function read(phones: readonly Phone[], rowsAtOnce: number): Promise<string[]> {
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
  const numbers: string[] = []
  for await (const rows of readPages(question, {
    ask,
    read: readTextCell,
    isRaw: false,
    rowsAtOnce,
    now: () => new Date(0),
  }))
    numbers.push(...rows.map(([, number]) => String(number)))
  return numbers
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
