/** What goes wrong with tables, and what `queries` prints, told in Ukrainian and Russian. */
import { Database } from 'bun:sqlite'
import { afterAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LIST_RULES } from '../../src/billing/tables/lists.ts'
import { checkColumns } from '../../src/billing/tables/rows/columns.ts'
import { readTextCell } from '../../src/billing/tables/servers/encoding.ts'
import { failureOf, Silence } from '../../src/billing/tables/servers/failure.ts'
import { readPages } from '../../src/billing/tables/servers/mysql-pages.ts'
import { proveTables } from '../../src/commands/doctor/tables/proof.ts'
import { UsmError } from '../../src/model/errors.ts'
import { BUILT_IN_NAMES } from '../../src/model/table-address.ts'
import { QUERY_NAMES, type QueryName } from '../../src/model/table-queries.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { play } from '../commands/frame/console.ts'
import { leftInEnglish } from '../text/left-in-english.ts'
import { openTableBilling, type TableBilling } from './table-world.ts'

const uk = await speakerOf('uk')
const ru = await speakerOf('ru')

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'usm-billing-told-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** Told whole in both languages, sentence and hint. @param quoted what a system has said */
function expectTold(error: unknown, quoted: readonly string[] = []): void {
  if (!(error instanceof UsmError)) throw error
  for (const speaker of [uk, ru])
    for (const english of [error.message, error.hint ?? '']) {
      const told = speaker.retell(english)
      expect(leftInEnglish(told, quoted), told).toEqual([])
      if (english !== '') expect(told).toMatch(/\p{Script=Cyrillic}/u)
    }
}

async function errorOf(act: () => Promise<unknown> | unknown): Promise<Error> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing failed')
}

describe('a server that refuses', () => {
  const place = { method: 'tariffs', what: LIST_RULES.tariffs.what, timeoutSec: 60 }
  const refusal = (code: string, errno: string | number, message = 'no (near "x: y") such, thing'): Error =>
    Object.assign(new Error(message), { code, errno })

  test.each<[string, string | number]>([
    ['CERT_HAS_EXPIRED', 0],
    ['ERR_POSTGRES_TLS_NOT_AVAILABLE', 0],
    ['ERR_MYSQL_CONNECTION_REFUSED', 0],
    ['ERR_MYSQL_CONNECTION_TIMEOUT', 0],
    ['ERR_POSTGRES_UNSUPPORTED_AUTHENTICATION_METHOD', '1'],
    ['ERR_MYSQL_CONNECTION_CLOSED', 0],
    ...[1045, 1049, 1142, 1146, 1969, 1040, 1053, 4711, '28P01', '42P01', '57014'].map(
      (errno): [string, string | number] => ['ERR_SERVER', errno],
    ),
  ])('%s, %s', (code, errno) => {
    const error = refusal(code, errno)
    expectTold(failureOf(error, place), [error.message])
    expectTold(failureOf(error, { ...place, method: 'connection', what: '' }), [error.message])
  })

  test.each([1044, 1045, 1054, 1064, 1242, 1267, 1356, '42601', '42703', '42P01', '22P02'])(
    'a query of the operator: %s',
    (errno) => {
      const error = refusal('ERR_SERVER', errno)
      expectTold(failureOf(error, { ...place, isOwn: true }), [error.message])
    },
  )

  test('is quoted in its own words', () => {
    const { message } = failureOf(refusal('ERR', 1146, "Table 'abills.tarif_plans' doesn't exist"), place)
    expect(uk.retell(message)).toBe(
      "З білінгу не вдалося прочитати: тарифи (tariffs). База даних каже: Table 'abills.tarif_plans' doesn't exist (1146).",
    )
    expect(ru.retell(message)).toBe(
      "Из биллинга не удалось прочитать: тарифы (tariffs). База данных говорит: Table 'abills.tarif_plans' doesn't exist (1146).",
    )
  })

  test('every list has a name in both languages', () => {
    for (const query of QUERY_NAMES) {
      const { what, affects } = LIST_RULES[query]
      expectTold(failureOf(new Silence(), { ...place, method: query, what }))
      for (const speaker of [uk, ru])
        expect(speaker.retell(`There is no such query; left alone: ${affects}.`)).not.toMatch(
          /(?<!e-)\b[a-z]{2}/,
        )
    }
  })
})

test.each([
  ['subscribers', ['login', 'balanse', 'zzzzzzz', 'qqqqqq']],
  ['subscribers', ['id', 'house', 'street', 'traffic_up', 'next_tariff_from']],
  ['subscribers', ['id', 'name', 'name']],
  ['phones', ['subscriber']],
  ['subscribers', ['ID', 'Login', 'Name', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6', 'x7', 'x8', 'x9', '']],
  ['subscribers', ['ID', 'Login', 'Name']],
  ['subscribers', ['id', '']],
] as const)('columns of %s: %j', async (query: QueryName, columns) => {
  for (const isFolder of [false, true])
    expectTold(await errorOf(() => checkColumns(query, columns, isFolder)))
})

test('many unknown columns are told in one sentence, and what was meant is not missed again', async () => {
  const wrong = await errorOf(() => checkColumns('tariffs', ['ID', 'Name', 'uuid', 'zzz', 'qqq']))
  expect(wrong.message).toBe(
    'The query "tariffs" has the unknown columns "ID", "Name"; did you mean "id", "name"?; has the unknown columns "uuid", "zzz", "qqq"; known are id, name, fee, days, speed_down, speed_up, traffic.',
  )
  expect(uk.retell(wrong.message)).toBe(
    'Запит "tariffs" має невідомі стовпці "ID", "Name"; може, "id", "name"?; має невідомі стовпці "uuid", "zzz", "qqq"; відомі: id, name, fee, days, speed_down, speed_up, traffic.',
  )
})

describe('files', () => {
  const HEAD = 'id;name\n'

  async function read(
    files: Readonly<Record<string, string | Uint8Array>>,
    database: TableBilling['database'] = {},
  ) {
    const folder = folderOf(files)
    const now = () => new Date(Date.now() + 3 * 3_600_000)
    const billing = openTableBilling({ name: 'files', url: `file:${folder}`, database, now })
    await billing.system()
    await billing.tariffs()
    await billing.subscribers()
  }

  test.each<[string, Readonly<Record<string, string | Uint8Array>>, TableBilling['database']]>([
    ['empty', { 'subscribers.csv': '' }, {}],
    ['cut in a quote', { 'subscribers.csv': `${HEAD}1;"Іван` }, {}],
    ['with too few cells', { 'subscribers.csv': `${HEAD}1\n` }, {}],
    ['old', { 'subscribers.csv': `${HEAD}1;Іван\n` }, { maxAgeMinutes: 30 }],
    ['with an unknown name', { 'subscriber.csv': HEAD }, {}],
    ['without subscribers', { 'tariffs.csv': `${HEAD}1;A\n` }, {}],
    ['in another encoding', { 'subscribers.csv': HEAD, 'tariffs.csv': Uint8Array.of(0xcf, 0xee) }, {}],
    ['without an id', { 'subscribers.csv': `${HEAD};Іван\n` }, {}],
    ['with an id twice', { 'subscribers.csv': `${HEAD}a b;Іван\na b;Ольга\n` }, {}],
    ['with a tariff without an id', { 'subscribers.csv': HEAD, 'tariffs.csv': `${HEAD};A\n` }, {}],
    ['with a tariff twice', { 'subscribers.csv': HEAD, 'tariffs.csv': `${HEAD}"1, 2";A\n"1, 2";B\n` }, {}],
    ['of both shapes', { 'subscribers.csv': HEAD, 'get_user_list.json': '{}' }, {}],
  ])('%s', async (_, files, database) => {
    expectTold(await errorOf(() => read(files, database)))
  })

  test('that are not there', async () => {
    const billing = openTableBilling({ name: 'files', url: 'file:/nowhere, at all' })
    expectTold(await errorOf(() => billing.system()), ['/nowhere, at all'])
  })
})

test.each<[string, string, readonly string[]]>([
  ['that is locked', 'BEGIN EXCLUSIVE', ['database is locked']],
  ['whose bytes are no text', "UPDATE people SET name = CAST(x'cceef0' AS TEXT)", []],
])('an SQLite file %s', async (_, statement, quoted) => {
  const path = join(folderOf({}), 'billing.db')
  using writer = new Database(path)
  writer.run('CREATE TABLE people (id INTEGER, name TEXT)')
  writer.run("INSERT INTO people VALUES (1, 'A')")
  writer.run(statement)
  const queries = { subscribers: 'SELECT id AS id, name AS name FROM people' }
  const billing = openTableBilling({
    name: 'sql',
    url: `sqlite:${path}`,
    database: { queries, timeoutSec: 1 },
  })
  expectTold(await errorOf(() => billing.subscribers()), quoted)
})

test('pages whose key is none', async () => {
  const page = (): string => 'SELECT'
  const rowsOf = (rows: (string | null)[][]) => async () => rows
  const read = async (rows: (string | null)[][], marked?: string) => {
    const question = { name: 'phones', keyAt: 0, marked, page, kind: '' }
    for await (const _ of readPages(question, {
      ask: rowsOf(rows),
      read: readTextCell,
      isRaw: false,
      rowsAtOnce: 2,
      now: () => new Date(0),
    }));
  }
  expectTold(await errorOf(() => read([['1'], [null]], 'uid')))
  // The same page again and again.
  expectTold(await errorOf(() => read([['1'], ['2']])))
  let asked = 0
  const error = await errorOf(async () => {
    const ask = async () => (asked++ === 0 ? [['1'], ['2']] : [['9']])
    const question = { name: 'phones', keyAt: 0, marked: 'uid', page, kind: '' }
    for await (const _ of readPages(question, {
      ask,
      read: readTextCell,
      isRaw: false,
      rowsAtOnce: 2,
      now: () => new Date(0),
    }));
  })
  expectTold(error)
  expect(uk.retell(error.message)).toBe(
    'У запиті "phones" {page:uid} називає не той стовпець, за яким розрізняються рядки.',
  )
})

test('a database that is tried out before its configuration is written', async () => {
  const values = { billingName: 'abills', billingUrl: 'sqlite:/nowhere/none.db' }
  const { lines, isProved } = await proveTables(values, uk)
  expect(isProved).toBe(false)
  expect(lines).toEqual([
    '✔ адреса: /nowhere/none.db',
    '✘ з’єднання: Не вдалося відкрити файл /nowhere/none.db: файл бази даних не відкривається. → Перевірте billingUrl і чи може цей обліковий запис читати файл і його теку.',
  ])
  expect((await proveTables(values)).lines[0]).toBe('✔ address: /nowhere/none.db')
})

describe('the queries of a built-in billing', () => {
  const comments = (text: string): string =>
    text
      .split('\n')
      .filter((line) => line.trim().startsWith('//'))
      .join('\n')

  test.each(BUILT_IN_NAMES)('%s: comments are told, queries and JSON are not', async (name) => {
    const english = await play(['queries', name])
    for (const language of ['uk', 'ru']) {
      const env = { USM_BILLING_LANGUAGE: language }
      const { stdout } = await play(['queries', name], { env })
      expect(leftInEnglish(comments(stdout))).toEqual([])
      const code = (text: string): string => text.replace(/^ *\/\/.*$/gm, '')
      expect(code(stdout)).toBe(code(english.stdout))
      const told = await play(['queries', name, '--json'], { env })
      expect(told.stdout).toBe((await play(['queries', name, '--json'])).stdout)
    }
  })

  test('its comments as a whole', async () => {
    const { stdout } = await play(['queries', 'ubilling'], { env: { USM_BILLING_LANGUAGE: 'uk' } })
    expect(comments(stdout)).toBe(
      [
        '// Запити для billingName "ubilling". Ваші з billingDatabase.queries лягають поверх них, кожен окремо;',
        '// null прибирає запит. Назви стовпців і є відповідність полів.',
        '// Замість наведених вище, варіант «SQLite, де немає CRC32»:',
        '// Замість наведених вище, варіант «випуски без паспортів будинків»:',
      ].join('\n'),
    )
  })
})
