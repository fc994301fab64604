/** `doctor` against real servers: names, accounts, rights, TLS, tables without a snapshot, slow pages. */
import { describe, expect, test } from 'bun:test'
import { readerAccount } from '../../src/billing/tables/inspection/reader-account.ts'
import { writingIn } from '../../src/billing/tables/servers/mysql-survey.ts'
import type { ServerAddress } from '../../src/model/table-address.ts'
import { HOME_QUERIES, homeTables } from '../../src/sandbox/tables/home.ts'
import { type Operator, startOperator, type Typed } from '../commands/operator.ts'
import { CERTIFICATE, PRIVATE_KEY } from '../userside/tls-identity.ts'
import { canStart, READER, type ServerKind, startServer, statementsIn } from './database-servers.ts'
import { sayable } from './stand-ins.ts'

const HOME = homeTables(sayable()())
/** MySQL's names in quotes are not PostgreSQL's. */
const queriesFor = (kind: ServerKind) =>
  Object.fromEntries(
    Object.entries(HOME_QUERIES).map(([name, text]) => [
      name,
      kind === 'mysql' ? text.replaceAll('"', '`') : text,
    ]),
  )

async function examine(
  operator: Operator,
  kind: ServerKind,
  billingUrl: string,
  database: Readonly<Record<string, unknown>> = {},
): Promise<Typed> {
  operator.userside.isWriteForbidden = true
  const typed = await operator.type('doctor --json', {
    billingName: 'sql',
    billingUrl,
    billingDatabase: { queries: queriesFor(kind), ...database },
  })
  expect(operator.userside.counts).toMatchObject({ bookkeeping: 0, writes: 0 })
  expect(`${typed.stdout}${typed.stderr}`).not.toContain(READER.password)
  expect(`${typed.stdout}${typed.stderr}`).not.toContain(encodeURIComponent(READER.password))
  operator.expectNoViolation()
  return typed
}

const named = ({ lines }: Typed, name: string) =>
  lines.find((line) => line['name'] === name && line['system'] === 'billing')
const unwell = ({ lines }: Typed) =>
  lines.filter(
    (line) =>
      line['system'] === 'billing' &&
      line['name'] !== 'clock' &&
      (line['ok'] === 'warn' || line['ok'] === 'fail'),
  )

const READS = /^(?:SET|START|BEGIN|SELECT|DECLARE|FETCH|CLOSE|SHOW|COMMIT|ROLLBACK)\b/i

describe.each(['mysql', 'postgres'] as const)('with a real server that speaks %s', (kind) => {
  describe.skipIf(!canStart(kind))('', () => {
    if (!canStart(kind)) return
    const started = startServer(kind, { tls: { certificate: CERTIFICATE, key: PRIVATE_KEY } })

    test('an account that may only read is well, and nothing but reads is sent', async () => {
      const server = await started
      const url = await server.createDatabase('home')
      await server.load('home', HOME)
      await using operator = await startOperator()
      const typed = await examine(operator, kind, url)
      expect(unwell(typed)).toEqual([])
      expect(named(typed, 'connection')).toMatchObject({
        text: expect.stringMatching(/^(?:MariaDB|PostgreSQL) \d/),
      })
      expect(named(typed, 'TLS')).toMatchObject({
        ok: 'ok',
        text: expect.stringContaining('on this machine'),
      })
      expect(named(typed, 'account')).toMatchObject({ ok: 'ok', text: expect.stringContaining('may read') })
      expect(named(typed, 'one page')).toMatchObject({ ok: 'ok' })
      expect(named(typed, 'snapshot')).toMatchObject({ ok: 'ok' })
      expect(named(typed, 'subscribers')).toMatchObject({ text: '60 subscribers, each id once' })
      expect(typed.exitCode).toBe(0)
      const statements = statementsIn(server)
      expect(statements.length).toBeGreaterThan(40)
      expect(statements.filter((statement) => !READS.test(statement.trim()))).toEqual([])
      expect(statements.join('\n')).not.toContain('parol')
    })

    test('an account that can write is warned of, with the lines that make another', async () => {
      const server = await started
      const url = await server.createDatabase('writable')
      await server.load('writable', HOME)
      const grant =
        kind === 'mysql'
          ? `GRANT INSERT, UPDATE (fio) ON writable.abonenty TO '${READER.name}'@'127.0.0.1'`
          : `GRANT INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO ${READER.name}`
      await server.run('writable', [grant])
      await using operator = await startOperator()
      const typed = await examine(operator, kind, url)
      expect(named(typed, 'account')).toMatchObject({
        ok: 'warn',
        text: expect.stringContaining('INSERT, UPDATE'),
      })
      const hint = String(named(typed, 'account')?.['hint'])
      expect(hint).toMatch(
        kind === 'mysql'
          ? /CREATE USER 'usm_billing'@'127.0.0.1' IDENTIFIED BY 'PASSWORD'; GRANT SELECT ON `writable`\.\* TO/
          : /CREATE ROLE "usm_billing" LOGIN PASSWORD 'PASSWORD';.* GRANT SELECT ON ALL TABLES IN SCHEMA public TO/,
      )
      expect(typed.exitCode).toBe(0)
    })

    test('the lines make an account that doctor is content with', async () => {
      const server = await started
      const url = new URL(await server.createDatabase('made_by_lines'))
      await server.load('made_by_lines', HOME)
      const address = { server: kind, database: 'made_by_lines', host: '127.0.0.1' } as ServerAddress
      await server.run('made_by_lines', readerAccount(address, 'usm_billing', '127.0.0.1'))
      url.username = 'usm_billing'
      url.password = 'PASSWORD'
      await using operator = await startOperator()
      expect(unwell(await examine(operator, kind, url.href))).toEqual([])
    })

    test('a wrong password is told with the lines for the account', async () => {
      const url = new URL(await (await started).createDatabase('refused'))
      url.password = 'wrong'
      await using operator = await startOperator()
      const typed = await examine(operator, kind, url.href)
      expect(named(typed, 'connection')).toMatchObject({
        ok: 'fail',
        text: 'The database refuses the account or its password.',
        hint: expect.stringContaining(kind === 'mysql' ? "CREATE USER 'reader'" : 'CREATE ROLE "reader"'),
      })
      expect(named(typed, 'subscribers')).toBeUndefined()
      expect(typed.exitCode).toBe(5)
    })

    test('a name nobody knows and a port nobody listens at are two things', async () => {
      const url = new URL(await (await started).createDatabase('unreached'))
      await using operator = await startOperator()
      url.hostname = 'nobody.invalid'
      expect(named(await examine(operator, kind, url.href), 'connection')).toMatchObject({
        text: 'The name nobody.invalid of the database is unknown.',
      })
      url.hostname = '127.0.0.1'
      url.port = '1'
      expect(named(await examine(operator, kind, url.href), 'connection')).toMatchObject({
        text: expect.stringContaining('nothing listens'),
      })
    })

    test('TLS that proves nothing is a warning, one that is not trusted a failure', async () => {
      const server = await started
      const url = await server.createDatabase('encrypted')
      await server.load('encrypted', HOME)
      await using operator = await startOperator()
      expect(named(await examine(operator, kind, url, { tls: 'require' }), 'TLS')).toMatchObject({
        ok: 'warn',
        hint: expect.stringContaining('billingDatabase.caFile'),
      })
      const untrusted = await examine(operator, kind, url, { tls: 'verify' })
      expect(named(untrusted, 'connection')).toMatchObject({
        ok: 'fail',
        text: expect.stringContaining('not trusted'),
      })
    })

    test('a table the account may not read is told with the right that is missing', async () => {
      const server = await started
      const url = await server.createDatabase('partly')
      await server.load('partly', HOME)
      if (kind === 'mysql')
        await server.run('partly', [
          `REVOKE SELECT ON partly.* FROM '${READER.name}'@'127.0.0.1'`,
          `GRANT SELECT ON partly.abonenty TO '${READER.name}'@'127.0.0.1'`,
        ])
      else await server.run('partly', [`REVOKE SELECT ON taryfy FROM ${READER.name}`])
      await using operator = await startOperator()
      const typed = await examine(operator, kind, url)
      expect(named(typed, 'query tariffs')).toMatchObject({
        ok: 'fail',
        hint: expect.stringContaining('GRANT SELECT'),
      })
      expect(named(typed, 'query subscribers')).toMatchObject({ ok: 'ok' })
      expect(typed.exitCode).toBe(5)
    })

    test('the lines for what is missing are those of an account that is there', async () => {
      const server = await started
      const url = await server.createDatabase('elsewhere')
      if (kind === 'mysql')
        await server.run('elsewhere', [
          'CREATE TABLE clients (num int PRIMARY KEY)',
          `REVOKE SELECT ON elsewhere.* FROM '${READER.name}'@'127.0.0.1'`,
          'CREATE TABLE other (num int)',
          `GRANT SELECT ON elsewhere.other TO '${READER.name}'@'127.0.0.1'`,
        ])
      else
        await server.run('elsewhere', [
          'CREATE SCHEMA "Crm"',
          'CREATE SCHEMA unused',
          'CREATE TABLE "Crm".clients (num int PRIMARY KEY)',
          'CREATE TABLE unused.clients (num int)',
        ])
      const table = kind === 'mysql' ? 'clients' : '"Crm".clients'
      const queries = { subscribers: `SELECT num AS id FROM ${table}` }
      await using operator = await startOperator()
      const refused = named(await examine(operator, kind, url, { queries }), 'query subscribers')
      const hint = String(refused?.['hint'])
      const [, lines = ''] = hint.split('as its administrator: ')
      expect(lines).not.toContain('CREATE')
      expect(lines).not.toContain('unused')
      if (kind === 'mysql') expect(lines).toContain(`TO 'reader'@'127.0.0.1';`)
      await server.run(
        'elsewhere',
        lines.split('; ').filter((line) => line !== ''),
      )
      const readable = await examine(operator, kind, url, { queries })
      expect(named(readable, 'query subscribers')).toMatchObject({ ok: 'ok' })
      if (kind === 'mysql') return
      await server.run('elsewhere', [`GRANT UPDATE ON "Crm".clients TO ${READER.name}`])
      expect(named(await examine(operator, kind, url, { queries }), 'account')).toMatchObject({
        ok: 'warn',
        text: expect.stringContaining('UPDATE'),
        hint: expect.stringContaining('ON ALL TABLES IN SCHEMA "Crm" TO "usm_billing"'),
      })
    })

    test.each<[string, string, string]>([
      ['a column', 'SELECT nmu AS id FROM abonenty', 'billingDatabase.queries.subscribers.'],
      ['a word of SQL', 'SELECT num AS id, order AS comment FROM abonenty', 'order'],
      [
        'several rows in brackets',
        'SELECT num AS id, (SELECT vid FROM abonenty) AS name FROM abonenty',
        'one row',
      ],
    ])(
      "an own query with %s wrong is told by its place, not by a built-in one's",
      async (_, subscribers, hint) => {
        const server = await started
        const name = `slips_${Bun.hash(subscribers).toString(36)}`
        const url = await server.createDatabase(name)
        await server.load(name, HOME)
        await using operator = await startOperator()
        const refused = named(
          await examine(operator, kind, url, { queries: { subscribers } }),
          'query subscribers',
        )
        const told = String(refused?.['hint'])
        expect(refused).toMatchObject({ ok: 'fail' })
        expect(told).toStartWith('Correct the query: its text stands in billingDatabase.queries.subscribers.')
        expect(told).toContain(hint)
      },
    )

    if (kind === 'mysql')
      test('a database the account has no right to may be there: the line that gives it follows', async () => {
        const server = await started
        const url = await server.createDatabase('unseen')
        await server.run('unseen', [`REVOKE SELECT ON unseen.* FROM '${READER.name}'@'127.0.0.1'`])
        await using operator = await startOperator()
        const refused = named(await examine(operator, kind, url), 'connection')
        expect(String(refused?.['text'])).toStartWith('There is no such database, or the account may not')
        expect(String(refused?.['hint'])).toEndWith(
          "as its administrator: GRANT SELECT ON `unseen`.* TO 'reader'@'127.0.0.1';",
        )
      })

    if (kind === 'mysql')
      test('a view whose maker may not read is no wrong password', async () => {
        const server = await started
        const url = await server.createDatabase('viewed')
        await server.run('viewed', [
          'CREATE TABLE clients (num int PRIMARY KEY)',
          "CREATE DEFINER='gone'@'localhost' VIEW seen AS SELECT num FROM clients",
        ])
        await using operator = await startOperator()
        const queries = { subscribers: 'SELECT num AS id FROM seen' }
        const refused = named(await examine(operator, kind, url, { queries }), 'query subscribers')
        expect(String(refused?.['text'])).toContain('The database says: ')
        expect(String(refused?.['hint'])).toStartWith('A view needs')
      })

    test('a page that takes long is told, with the mark that makes it short', async () => {
      const server = await started
      const url = await server.createDatabase('slow')
      await server.load('slow', HOME)
      const wait = kind === 'mysql' ? 'SLEEP(0.02)' : "pg_sleep(0.02)::text = 'x'"
      const base = 'SELECT num AS id, fio AS name FROM abonenty'
      const subscribers = kind === 'mysql' ? `${base} WHERE ${wait} = 0` : `${base} WHERE NOT (${wait})`
      await using operator = await startOperator()
      const typed = await examine(operator, kind, url, { queries: { subscribers } })
      expect(named(typed, 'one page')).toMatchObject({
        ok: 'warn',
        hint: expect.stringContaining('{page:COLUMN}'),
      })
    })

    if (kind === 'mysql')
      test('tables without a snapshot are named', async () => {
        const server = await started
        const url = await server.createDatabase('myisam')
        await server.load('myisam', HOME, { engine: 'MyISAM' })
        await using operator = await startOperator()
        const typed = await examine(operator, kind, url)
        expect(named(typed, 'snapshot')).toMatchObject({
          ok: 'ok',
          text: expect.stringMatching(/^13 tables .*MyISAM.*abonenty|^13 tables/),
        })
      })
  })
})

describe('what an account of MariaDB may do beside reading', () => {
  test.each<[string, readonly string[]]>([
    ["GRANT USAGE ON *.* TO `r`@`%` IDENTIFIED BY PASSWORD '*00'", []],
    ['GRANT SELECT, SHOW VIEW ON `bill`.* TO `r`@`%`', []],
    ['GRANT SELECT, INSERT ON `bill`.* TO `r`@`%`', ['INSERT']],
    ['GRANT SELECT, INSERT ON `other`.* TO `r`@`%`', []],
    ['GRANT ALL PRIVILEGES ON *.* TO `r`@`%` WITH GRANT OPTION', ['everything']],
    ['GRANT ALL PRIVILEGES ON `bi%`.* TO `r`@`%`', ['everything']],
    ['GRANT DROP ON `bi\\_l`.* TO `r`@`%`', []],
    ['GRANT DROP ON `b_ll`.* TO `r`@`%`', ['DROP']],
    ['GRANT UPDATE (`a`, `b`), SELECT ON `bill`.`users` TO `r`@`%`', ['UPDATE']],
    ['GRANT SUPER, PROCESS ON *.* TO `r`@`%`', ['SUPER']],
    ['GRANT `role` TO `r`@`%`', []],
  ])('%s', (line, expected) => {
    expect(writingIn([line], 'bill')).toEqual([...expected])
  })
})
