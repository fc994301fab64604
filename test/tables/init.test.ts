/** `init` for a billing that is read as tables: from nothing but an account to a configuration that plans. */
import { describe, expect, test } from 'bun:test'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { proveTables } from '../../src/commands/doctor/tables/proof.ts'
import { askRequired } from '../../src/commands/init/prompt.ts'
import { initWith } from '../../src/commands/init.ts'
import { loadConfig } from '../../src/config/load.ts'
import { utm5Tables } from '../../src/sandbox/tables/utm5.ts'
import { startUserside } from '../../src/sandbox/userside.ts'
import { play } from '../commands/frame/console.ts'
import { canStart, READER, type ServerKind, startServer } from './database-servers.ts'
import { sayable } from './stand-ins.ts'
import { SqliteFile } from './table-world.ts'

const KEYS = ['billingName', 'billingUrl', 'billingId', 'usersideUrl', 'usersideApiKey']

/** An operator whose answers are known beforehand. */
function operator(answers: readonly string[]) {
  const asked: string[] = []
  const left = [...answers]
  const askLine = async (question: string): Promise<string> => {
    asked.push(question)
    const answer = left.shift()
    if (answer === undefined) throw new Error(`nobody expected: ${question}`)
    return answer
  }
  return { asked, askLine, left }
}

class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'usm-billing-init-'));

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true })
  }
}

describe.each(['mysql', 'postgres'] as const)('with a database that speaks %s', (kind: ServerKind) => {
  if (!canStart(kind)) return
  const started = startServer(kind)

  test('from the answers to the first plan, and what is wrong is asked again', async () => {
    const server = await started
    await server.createDatabase('netup')
    await server.load('netup', utm5Tables(sayable()()))
    const userside = await startUserside()
    using folder = new Folder()
    const file = join(folder.path, 'usm-billing.jsonc')
    const { asked, askLine, left } = operator([
      ...['utm', 'UTM5', kind, `127.0.0.1:${server.port}`, 'netup', READER.name, 'wrong', ''],
      // What was right before is offered again.
      ...['', '', '', '', READER.password],
      ...['1', userside.url, userside.apiKey, 'n'],
    ])
    const loaders = {
      init: async () =>
        initWith({ ask: (keys, known) => askRequired(keys, { askLine, prove: proveTables, known }) }),
    }
    const typed = await play(['init', '--config', file], { isInteractive: true, loaders })
    expect(typed.exitCode).toBe(0)
    expect(left).toEqual([])
    expect(asked.join('\n')).toContain('did you mean "utm5"?')
    expect(asked.join('\n')).toContain('refuses the account or its password')
    expect(asked.join('\n')).toMatch(/✔ connection: (?:MariaDB|PostgreSQL)/)
    expect(asked.join('\n')).toMatch(/✔ account: reader.* may read, and nothing else/)
    expect(asked.join('\n')).toContain('✔ encoding: auto: Cyrillic as it should be')
    expect(`${asked.join('\n')}${typed.stdout}${typed.stderr}`).not.toContain(READER.password)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const { config } = loadConfig({ file })
    expect(config).toMatchObject({ billingName: 'utm5', billingDatabase: { password: READER.password } })
    expect(config.billingUrl).not.toContain(encodeURIComponent(READER.password))
    const plan = await play(['plan', '--config', file, '--json'])
    expect(plan.exitCode).toBe(2)
    expect(JSON.parse(plan.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
      billing: { name: 'UTM5', subscribers: 60 },
    })
    expect(userside.counts.writes).toBe(0)
    expect(userside.violations).toEqual([])
    await userside.stop()
  })
})

test("an SQLite file and queries of one's own begin with a sample that doctor takes further", async () => {
  using file = new SqliteFile(utm5Tables(sayable()()))
  const { askLine, asked } = operator(['sql', 'sqlite', file.path, '1', 'http://us.test', 'k'])
  const { values } = await askRequired(KEYS, { askLine, prove: proveTables })
  expect(values).toMatchObject({
    billingName: 'sql',
    billingUrl: file.url,
    billingDatabase: { queries: { subscribers: expect.arrayContaining(['FROM users']) } },
  })
  expect(asked.join('\n')).toContain('✔ connection: SQLite')
})

test('answers nobody can prove now may be kept', async () => {
  const { askLine } = operator([
    'abills',
    '127.0.0.1:1',
    'abills',
    'reader',
    'secret',
    'n',
    '1',
    'http://us.test',
    'k',
  ])
  const { values } = await askRequired(KEYS, { askLine, prove: proveTables })
  expect(values).toMatchObject({
    billingUrl: 'mysql://reader@127.0.0.1:1/abills',
    billingDatabase: { password: 'secret' },
  })
})

test.each([
  [
    '/run/mysqld/mysqld.sock',
    'a b',
    "o'k:@",
    "mysql://o'k%3A%40@localhost/a%20b?socket=%2Frun%2Fmysqld%2Fmysqld.sock",
  ],
  ['db.example.com', 'bill', 'r', 'mysql://r@db.example.com/bill'],
  ['[::1]:3307', 'bill', 'r', 'mysql://r@[::1]:3307/bill'],
])('a host %s, a database %s and an account %s make an address', async (host, database, account, url) => {
  const { askLine } = operator(['ubilling', host, database, account, 'p', '1', 'http://us.test', 'k'])
  const { values } = await askRequired(KEYS, { askLine })
  expect(values['billingUrl']).toBe(url)
})

describe("the configuration of the vendor's reader of a database", () => {
  const PHP = `<?php
$billingId = 3;
$usersideUrl = 'http://us.test';
$usersideApiKey = 'k';
$confIsImportLessPhone = 1;
$dbHost = '10.0.0.1';
$dbPassword = 'top-secret';
`

  test.each([
    ['usm_utm5.conf.php', 'utm5'],
    ['usm_abills.conf.php', 'abills'],
  ])('%s carries over what is common to all, and names the rest', async (name, billing) => {
    using folder = new Folder()
    const from = join(folder.path, name)
    writeFileSync(from, PHP)
    const file = join(folder.path, 'usm-billing.jsonc')
    const { exitCode, stdout } = await play(['init', '--from', from, '--config', file])
    expect(exitCode).toBe(3)
    expect(stdout).toContain('Carried over from')
    expect(stdout).toContain('$dbHost has no counterpart')
    expect(stdout).toContain('$dbPassword has no counterpart')
    expect(stdout).toContain('Still to be set in it: billingUrl')
    expect(stdout + readFileSync(file, 'utf8')).not.toContain('top-secret')
    const text = readFileSync(file, 'utf8').replace('"billingUrl": ""', '"billingUrl": "mysql://u@h/d"')
    writeFileSync(file, text)
    expect(loadConfig({ file }).config).toMatchObject({
      billingName: billing,
      billingId: 3,
      confIsImportLessPhone: true,
    })
  })

  test('on a terminal asks for the database alone', async () => {
    using folder = new Folder()
    const from = join(folder.path, 'usm_abills.conf.php')
    writeFileSync(from, PHP)
    const file = join(folder.path, 'usm-billing.jsonc')
    const { askLine, asked } = operator(['db.test', 'abills', 'reader', 'p', 'n'])
    const loaders = {
      init: async () => initWith({ ask: (keys, known) => askRequired(keys, { askLine, known }) }),
    }
    await play(['init', '--from', from, '--config', file], { isInteractive: true, loaders })
    expect(asked[0]).toStartWith('Host of the database')
    expect(loadConfig({ file }).config).toMatchObject({
      billingName: 'abills',
      billingUrl: 'mysql://reader@db.test/abills',
      billingDatabase: { password: 'p' },
    })
  })
})
