/**
 * The floor of a billing that is read as tables: what the cheapest program there can be needs to run the same queries.
 * It asks for the same columns in the same pages (MariaDB) or by a cursor (PostgreSQL), makes texts of the rows, holds
 * them, as `floor.ts` holds what it has parsed, and knows nothing then.
 * `bun bench/table-floor.ts '{"billingName": …, "url": …, "queries": …, "lists": […]}'`
 *
 * With `lists`, it fetches and parses these as well, which is what the floor of the other benchmark has of UserSide.
 */
import { SQL } from 'bun'
import { queriesOf } from '../src/billing/tables/billings/billing.ts'
import { BUILT_IN } from '../src/billing/tables/billings/billings.ts'
import { type QueryForm, type QueryName, TABLE_QUERIES } from '../src/model/table-queries.ts'

type RawRows = (Buffer | null)[][]
type Rows = (string | null)[][]

const PAGE = 5000
const { billingName, url, queries: own, lists = [] } = JSON.parse(process.argv[2] ?? '{}')
const isMysql = url.startsWith('mysql:')
const client = new SQL(url, { max: 1 })
const connection = await client.reserve()

async function ask(sql: string): Promise<Rows> {
  const rows: RawRows = await connection.unsafe(sql).simple().raw()
  return rows.map((row) => row.map((cell) => (cell === null ? null : cell.toString('utf8'))))
}

const SETTINGS = ['join_cache_level = 8', 'join_buffer_space_limit = 33554432', 'join_buffer_size = 8388608']
if (isMysql) for (const setting of SETTINGS) await ask(`SET SESSION ${setting}`)

const held: unknown[] = []
let count = 0
for (const [name, text] of Object.entries(await queries()) as [QueryName, string][]) {
  if (name === 'messages') continue
  if (isMysql) await pages(name, text)
  else await cursor(name, text)
}
await client.close({ timeout: 0 })
for (const list of lists) held.push(JSON.parse(await (await fetch(list)).text()))
if (held.length === 0) throw new Error('There was nothing to read.')
console.log(count)

/** The built-in ones for what is there, or the operator's. */
async function queries(): Promise<Record<string, string>> {
  if (own !== undefined) return own
  const billing = BUILT_IN[billingName as 'mikbill']
  const rows = await ask(
    'SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()',
  )
  const there = new Set(rows.flatMap(([table, column]) => [`${table}`, `${table}.${column}`]))
  return queriesOf(billing, {
    server: 'mysql',
    has: (each) => there.has(each),
    isSet: () => false,
  }) as Record<string, string>
}

/** The columns a run asks for: those it knows, without passwords. */
function columnsIn(name: QueryName, text: string): string[] {
  const named = new Set([...text.matchAll(/\bAS [`"]?(\w+)/gi)].map(([, column]) => column))
  return Object.keys(TABLE_QUERIES[name].columns).filter(
    (column) => named.has(column) && column !== 'password',
  )
}

function hold(rows: Rows): void {
  held.push(rows)
  count += rows.length
}

/** By the column of the mark, or around the query by its key. The rows of a full page's last key come again. */
async function pages(name: QueryName, text: string): Promise<void> {
  const columns = columnsIn(name, text)
  const form: QueryForm = TABLE_QUERIES[name]
  const key = columns.includes('id') ? 'id' : (form.required[0] ?? 'id')
  const keyAt = columns.indexOf(key)
  const marked = /\{page:([^}]+)\}/.exec(text)?.[1]
  const list = columns.map((column) => `q.\`${column}\``).join(', ')
  const page = (after: string | undefined, limit: string): string => {
    const condition = (column: string): string => (after === undefined ? '1 = 1' : `${column} > '${after}'`)
    if (marked === undefined)
      return `SELECT ${list} FROM (${text}) AS q WHERE ${condition(`q.\`${key}\``)} ORDER BY q.\`${key}\`${limit}`
    const inner = text.replace(/\{page:[^}]+\}/, `${condition(marked)} ORDER BY ${marked}${limit}`)
    return `SELECT ${list} FROM (${inner}) AS q ORDER BY q.\`${key}\``
  }
  for (let after: string | undefined; ; ) {
    const rows = await ask(page(after, ` LIMIT ${PAGE}`))
    const last = rows.at(-1)?.[keyAt] ?? undefined
    if (rows.length < PAGE) {
      hold(rows)
      if (marked !== undefined) hold(await ask(page(last ?? after, '')))
      return
    }
    const whole = rows.slice(
      0,
      rows.findIndex((row) => row[keyAt] === last),
    )
    hold(whole)
    after = whole.at(-1)?.[keyAt] ?? undefined
  }
}

async function cursor(name: QueryName, text: string): Promise<void> {
  const list = columnsIn(name, text)
    .map((column) => `q."${column}"`)
    .join(', ')
  await ask('BEGIN')
  await ask('SET LOCAL cursor_tuple_fraction = 1')
  const query = text.replace(/\{page:[^}]+\}/, 'true')
  await ask(`DECLARE floor NO SCROLL CURSOR FOR SELECT ${list} FROM (${query}) AS q`)
  for (;;) {
    const rows = await ask(`FETCH ${PAGE} FROM floor`)
    hold(rows)
    if (rows.length < PAGE) break
  }
  await ask('COMMIT')
}
