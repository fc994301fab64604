/**
 * The floor of a billing that is read as tables: what the cheapest program there can be needs to run the same queries.
 * It takes the raw rows page by page (MariaDB) or by a cursor (PostgreSQL), holds them, and knows nothing then.
 * `bun bench/table-floor.ts '{"billingName": …, "url": …, "queries": …}'`
 */
import { SQL } from 'bun'
import { queriesOf } from '../src/billing/tables/billings/billing.ts'
import { BUILT_IN } from '../src/billing/tables/billings/billings.ts'

const PAGE = 5000
const { billingName, url, queries: own } = JSON.parse(process.argv[2] ?? '{}')
const isMysql = url.startsWith('mysql:')
const client = new SQL(url, { max: 1 })
const connection = await client.reserve()
const ask = async (sql: string): Promise<(Uint8Array | null)[][]> =>
  await connection.unsafe(sql).simple().raw()

if (isMysql) await ask('SET SESSION join_cache_level = 4')

const held: unknown[] = []
for (const [name, text] of Object.entries<string>(await queries())) {
  if (name === 'messages') continue
  if (isMysql) await pages(text)
  else await cursor(text)
}
await client.close({ timeout: 0 })
if (held.length === 0) throw new Error('There was nothing to read.')

/** The built-in ones for what is there, or the operator's. */
async function queries(): Promise<Record<string, string>> {
  if (own !== undefined) return own
  const billing = BUILT_IN[billingName as 'mikbill']
  const rows = await ask(
    'SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()',
  )
  const there = new Set(
    rows.flatMap((row) => {
      const [table = '', column = ''] = row.map((cell) => Buffer.from(cell ?? []).toString())
      return [table, `${table}.${column}`]
    }),
  )
  return queriesOf(billing, {
    server: 'mysql',
    has: (each) => there.has(each),
    isSet: () => false,
  }) as Record<string, string>
}

/** By the column of the mark, which is also the first that is selected; a query without a mark at once. */
async function pages(text: string): Promise<void> {
  const column = /\{page:([^}]+)\}/.exec(text)?.[1]
  const sql = (page: string): string => text.replace(/\{page:[^}]+\}/, page)
  if (column === undefined) return void held.push(await ask(text))
  let last = ''
  for (;;) {
    const condition = last === '' ? '1 = 1' : `${column} > ${last}`
    const rows = await ask(
      `SELECT q.* FROM (${sql(`${condition} ORDER BY ${column} LIMIT ${PAGE}`)}) AS q ORDER BY 1`,
    )
    held.push(rows)
    const key = rows.at(-1)?.[0]
    if (key === undefined || key === null) return
    last = `'${Buffer.from(key).toString()}'`
  }
}

async function cursor(text: string): Promise<void> {
  await ask('BEGIN')
  await ask('SET LOCAL cursor_tuple_fraction = 1')
  await ask(`DECLARE floor NO SCROLL CURSOR FOR ${text.replace(/\{page:[^}]+\}/, 'true')}`)
  for (;;) {
    const rows = await ask(`FETCH ${PAGE} FROM floor`)
    held.push(rows)
    if (rows.length < PAGE) break
  }
  await ask('COMMIT')
}
