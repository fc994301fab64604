/** Pages of a server that sorts keys otherwise than it compares them (`contracts/databases.md` §2.2). */
import { expect, test } from 'bun:test'
import { readTextCell } from '../../src/billing/tables/servers/encoding.ts'
import { readPages } from '../../src/billing/tables/servers/mysql-pages.ts'
import type { RawRow } from '../../src/billing/tables/source.ts'

/** As it sorts them, and as it finds them below each other. */
const SORTED = ['a', 'Á', 'á', 'b', 'c', 'É', 'é', 'z']
const COMPARED = ['a', 'á', 'Á', 'b', 'c', 'é', 'É', 'z']

async function read(keys: readonly string[], rowsAtOnce: number): Promise<string[]> {
  const placeOf = (key: string): number => COMPARED.indexOf(key)
  const ask = async (sql: string): Promise<readonly RawRow[]> => {
    if (sql === 'kind') return [['utf8mb4', 'utf8mb4_uca1400_as_cs']]
    const [, left = '', sign, right = ''] = /'(.)'.* ([<=]) .*'(.)'/.exec(sql) ?? []
    if (sign === '=') return [[left === right ? '1' : '0']]
    if (sign === '<') return [[placeOf(left) < placeOf(right) ? '1' : '0']]
    const [condition, limit]: [string, number] = JSON.parse(sql)
    const [, after] = /> '(.)'/.exec(condition) ?? []
    return keys
      .filter((key) => after === undefined || placeOf(key) > placeOf(after))
      .slice(0, limit)
      .map((key) => [key])
  }
  const question = {
    name: 'phones',
    keyAt: 0,
    marked: undefined,
    page: (condition: (column: string) => string, limit: number | undefined) =>
      JSON.stringify([condition('login'), limit]),
    kind: 'kind',
  }
  const found: string[] = []
  const reading = { ask, read: readTextCell, isRaw: false, rowsAtOnce, now: () => new Date(0) }
  for await (const rows of readPages(question, reading)) found.push(...rows.map(([key]) => String(key)))
  return found
}

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'no row is lost or told twice without a word (%d at a time)',
  async (rows) => {
    for (let first = 0; first < SORTED.length; first++) {
      const keys = SORTED.slice(first)
      const found = await read(keys, rows).catch((error: Error) => error.message)
      if (typeof found === 'string') expect(found).toContain('its key is not compared as it is sorted')
      else expect(found).toEqual(keys)
    }
  },
)
