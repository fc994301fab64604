/** A billing that is read as tables, by the program as an operator runs it. */
import { describe, expect, setDefaultTimeout, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HOME_QUERIES, homeTables } from '../../src/sandbox/tables/home.ts'
import type { Table } from '../../src/sandbox/tables/table-set.ts'
import { utm5Tables } from '../../src/sandbox/tables/utm5.ts'
import { canStart, READER, startServer, statementsIn } from '../tables/database-servers.ts'
import { faultProxy } from '../tables/fault-proxy.ts'
import { SqliteFile } from '../tables/table-world.ts'
import { run } from './cli.ts'
import { PEOPLE, Site } from './site.ts'

setDefaultTimeout(120_000)

const HOME = { billingName: 'sql', billingDatabase: { queries: HOME_QUERIES } }

/** An installation whose billing is a file beside the configuration. */
async function siteOf(tables: readonly Table[], config: Readonly<Record<string, unknown>>): Promise<Site> {
  const site = await Site.open({ config: { ...config, billingUrl: 'sqlite:billing.db' } })
  using file = new SqliteFile(tables)
  writeFileSync(join(site.folder, 'billing.db'), await Bun.file(file.path).bytes())
  // The billing's own file holds what it holds.
  site.own(join(site.folder, 'billing.db'))
  return site
}

describe('a database of SQLite', () => {
  test('is brought over, a second run writes nothing, plan and verify agree', async () => {
    await using site = await siteOf(homeTables(PEOPLE), HOME)
    const first = await site.runJson()
    expect(first.exitCode).toBe(0)
    expect(first.summary).toMatchObject({
      firstRun: true,
      billing: { dialect: 'sql', subscribers: PEOPLE.subscribers.length },
      subscribers: { created: PEOPLE.subscribers.length },
    })
    expect((await site.runJson()).summary.userside.writes).toBe(0)
    expect((await site.run(['plan'])).exitCode).toBe(0)
    expect((await site.run(['verify'])).exitCode).toBe(0)
    expect(site.userside.violations).toEqual([])
    expect(site.billing.requests).toEqual([])
  })

  test('of a built-in billing needs no query', async () => {
    await using site = await siteOf(utm5Tables(PEOPLE), { billingName: 'utm5' })
    const { exitCode, summary } = await site.runJson()
    expect([exitCode, summary.billing.name, summary.billing.dialect]).toEqual([0, 'UTM5', 'utm5'])
    expect((await site.runJson()).summary.userside.writes).toBe(0)
  })

  test('that cannot be read ends the run with 5, a wrong query with 4, and nothing is written', async () => {
    await using site = await siteOf(homeTables(PEOPLE), HOME)
    expect((await site.run()).exitCode).toBe(0)
    const { writes } = site.userside.counts
    const attempt = async (changes: Readonly<Record<string, unknown>>) => {
      site.configure(changes)
      const { exitCode, stderr } = await site.run(['--quiet'])
      return `${exitCode} ${stderr}`
    }
    const queries = (changed: Readonly<Record<string, string | null>>) => ({
      billingDatabase: { queries: { ...HOME_QUERIES, ...changed } },
    })
    expect(await attempt({ billingUrl: 'sqlite:nowhere.db' })).toMatch(/^5 .*nowhere\.db cannot be opened/s)
    site.configure({ billingUrl: 'sqlite:billing.db' })
    expect(await attempt(queries({ subscribers: 'SELECT num AS id FROM nope' }))).toMatch(
      /^5 .*no such table: nope/s,
    )
    expect(await attempt(queries({ tariffs: 'SELECT id AS id, nazva AS nmae FROM taryfy' }))).toMatch(
      /^4 .*The query "tariffs" has an unknown column "nmae"; did you mean "name"\?/s,
    )
    expect(await attempt(queries({ tariffs: 'DELETE FROM taryfy' }))).toMatch(/^4 .*begins with DELETE/s)
    // Without groups all else goes on, and the run says that it was not whole.
    expect(await attempt(queries({ groups: 'SELECT id AS id, nope AS name FROM grupy' }))).toMatch(/^3 /)
    expect(site.userside.counts.writes).toBe(writes)
  })
})

test('a folder of CSV is brought over', async () => {
  await using site = await Site.open({ config: { billingName: 'files', billingUrl: 'file:export' } })
  await Bun.write(
    join(site.folder, 'export/subscribers.csv'),
    'id;login;name;balance\n1;koval;Коваль;5\n2;moroz;Мороз;-1,5\n',
  )
  expect((await site.runJson()).summary).toMatchObject({ exitCode: 0, subscribers: { created: 2 } })
  expect((await site.runJson()).summary.userside.writes).toBe(0)
})

test('the queries of a built-in billing are printed, and are valid in a configuration', async () => {
  await using site = await siteOf(utm5Tables(PEOPLE), { billingName: 'utm5' })
  const { exitCode, stdout } = await run(['queries', 'utm5'])
  expect(exitCode).toBe(0)
  const [own = ''] = /"queries": \{[\s\S]*?\n\}/.exec(stdout) ?? []
  const text = site.read('usm-billing.jsonc').replace(/\n\}\s*$/, `,\n"billingDatabase": {\n${own}\n}\n}`)
  const file = site.writeSecret('printed.jsonc', text)
  expect((await run(['--check-config', '--config', file])).exitCode).toBe(0)
  expect((await run(['sync', '--config', file])).exitCode).toBe(0)
})

describe.skipIf(!canStart('mysql'))('a database of MariaDB', async () => {
  if (!canStart('mysql')) return
  const server = await startServer('mysql')
  const url = new URL(await server.createDatabase('home'))
  await server.load('home', homeTables(PEOPLE))
  url.password = ''
  const DATABASE = { ...HOME, billingUrl: url.href }

  test('is brought over with a password from a file, and nothing but reads is asked', async () => {
    await using site = await Site.open()
    site.hide(READER.password)
    site.configure({
      ...DATABASE,
      billingDatabase: { ...HOME.billingDatabase, password: 'file:db.password' },
    })
    site.writeSecret('db.password', `${READER.password}\n`)
    expect((await site.runJson(['--verbose'])).summary).toMatchObject({ exitCode: 0, outcome: 'ok' })
    expect((await site.runJson()).summary.userside.writes).toBe(0)
    const reading = /^(?:SET |START TRANSACTION|SELECT |COMMIT)/i
    expect(statementsIn(server).filter((statement) => !reading.test(statement))).toEqual([])
  })

  test('that refuses the password ends the run with 5 and shows neither name nor password', async () => {
    await using site = await Site.open()
    site.hide(READER.password)
    site.configure({
      ...DATABASE,
      billingDatabase: { ...HOME.billingDatabase, password: `${READER.password}!` },
    })
    const { exitCode, stderr } = await site.run(['--verbose'])
    expect(exitCode).toBe(5)
    expect(stderr).toContain('The database refuses the account or its password.')
    expect(stderr).not.toContain(READER.name)
  })

  test.each(['fin', 'reset', 'silence'] as const)(
    'that is lost while it is read (%s): exit 5, nobody is absent',
    async (fault) => {
      await using site = await Site.open()
      site.hide(READER.password)
      const database = { ...HOME.billingDatabase, password: READER.password, timeoutSec: 2 }
      site.configure({ ...DATABASE, billingDatabase: database })
      expect((await site.run()).exitCode).toBe(0)
      const before = site.userside.snapshot('id')
      await using proxy = await faultProxy(server.port, 'abonenty', 2, fault)
      const through = new URL(url)
      through.port = String(proxy.port)
      site.configure({ billingUrl: through.href })
      expect((await site.run(['--quiet'])).exitCode).toBe(5)
      expect(proxy.seen()).toBeGreaterThanOrEqual(2)
      expect(site.userside.snapshot('id')).toEqual(before)
    },
  )
})
