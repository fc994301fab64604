/** How MariaDB is read: pages, encodings, zones, connections that break, certificates (databases.md §2). */
import { afterAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BillingError, ConfigError } from '../../src/model/errors.ts'
import { type Logger, SILENT } from '../../src/model/logger.ts'
import type { Problem } from '../../src/model/problem.ts'
import { Problems } from '../../src/model/problem.ts'
import { type Table, tableOf } from '../../src/sandbox/tables/table-set.ts'
import { CERTIFICATE, PRIVATE_KEY } from '../userside/tls-identity.ts'
import { SIZE, sessionOf, sizesAfterWork, slowWork } from './busy-reader.ts'
import { canStart, READER, startServer } from './database-servers.ts'
import { faultProxy } from './fault-proxy.ts'
import { OTHER_AUTHORITY } from './other-authority.ts'
import { openTableBilling } from './table-world.ts'

const QUERY = 'SELECT id AS id, name AS name FROM people WHERE {page:id}'

/** People with ids of their own and nothing else. */
const people = (ids: readonly (string | number)[]): Table =>
  tableOf(
    'people',
    { id: typeof ids[0] === 'number' ? 'int' : 'text', name: 'text' },
    ['id'],
    ids.map((id) => ({ id, name: `Людина ${id}` })),
  )

describe.skipIf(!canStart('mysql'))('MariaDB', async () => {
  if (!canStart('mysql')) return
  const folder = mkdtempSync(join(tmpdir(), 'usm-billing-ca-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const caFile = file('ca.pem', CERTIFICATE)
  const otherCaFile = file('other.pem', OTHER_AUTHORITY)
  const server = await startServer('mysql', {
    tls: { certificate: CERTIFICATE, key: PRIVATE_KEY },
    environment: { TZ: 'Europe/Kyiv' },
    settings: [
      '--sql-mode=STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT',
    ],
  })
  let made = 0
  const databaseOf = async (tables: readonly Table[], charset?: string): Promise<string> => {
    const name = `t${++made}`
    const url = await server.createDatabase(name, charset)
    await server.load(name, tables, charset === undefined ? {} : { charset })
    return url
  }

  interface Reading {
    readonly queries?: Readonly<Record<string, string>>
    readonly rowsAtOnce?: number
    readonly logger?: Logger
    readonly encoding?: string
    readonly timeoutSec?: number
    readonly tls?: 'verify' | 'require' | 'off'
    readonly caFile?: string
    readonly password?: string
  }

  const open = (
    url: string,
    { queries = { subscribers: QUERY }, rowsAtOnce = 3, logger = SILENT, ...database }: Reading = {},
  ) => {
    const problems = new Problems()
    const billing = openTableBilling(
      { name: 'sql', url, database: { ...database, queries } },
      { rowsAtOnce, logger, report: problems.report.bind(problems) },
    )
    return { billing, problems: (): Problem[] => problems.list() }
  }

  const read = async (url: string, reading?: Reading) => {
    const { billing } = open(url, reading)
    await billing.system()
    return await billing.subscribers()
  }

  const failure = async (attempt: Promise<unknown>): Promise<BillingError | ConfigError> => {
    const error: unknown = await attempt.then(
      () => new Error('nothing failed'),
      (reason: unknown) => reason,
    )
    if (error instanceof BillingError || error instanceof ConfigError) return error
    throw error
  }

  test.each([
    ['what its clients speak', "init_connect = 'SET NAMES cp1251'", "init_connect = ''"],
    ['how many rows there are for one', 'sql_select_limit = 2', 'sql_select_limit = DEFAULT'],
    ['how many rows a join may look at', 'max_join_size = 2', 'max_join_size = DEFAULT'],
    ['how long a list in a text is', 'group_concat_max_len = 4', 'group_concat_max_len = DEFAULT'],
  ])('a server that says for everybody %s gives all of it', async (_, said, before) => {
    const url = await databaseOf([people([1, 2, 3, 4, 5])])
    await server.admin.unsafe(`SET GLOBAL ${said}`).simple()
    try {
      const subscribers = `SELECT id AS id, name AS name, (SELECT GROUP_CONCAT(id) FROM people) AS comment
        FROM (SELECT * FROM people WHERE {page:id}) p WHERE name LIKE 'Людина%'`
      for (const rowsAtOnce of [3, 100]) {
        const list = await read(url, { queries: { subscribers }, rowsAtOnce })
        expect([...list.subscribers.values()].map(({ fullName, comment }) => [fullName, comment])).toEqual(
          [1, 2, 3, 4, 5].map((id) => [`Людина ${id}`, '1,2,3,4,5']),
        )
      }
    } finally {
      await server.admin.unsafe(`SET GLOBAL ${before}`).simple()
    }
  })

  describe('pages', () => {
    test.each([0, 1, 2, 3, 4, 5, 6, 7, 9, 10])('lose nobody: %i people, three at a time', async (count) => {
      const url = await databaseOf([people(Array.from({ length: count }, (_, index) => index * 7 + 1))])
      for (const text of [QUERY, QUERY.replace(' WHERE {page:id}', '')])
        expect((await read(url, { queries: { subscribers: text } })).subscribers.size).toBe(count)
    })

    test('lose nobody whose id is hostile: quotes, backslashes, comments, NUL, words of SQL', async () => {
      const ids = [
        "o'neil",
        'back\\slash',
        "\\'; DROP TABLE people; --",
        '" OR 1=1 --',
        '--',
        '#',
        '/*',
        '%',
        '_',
        '`',
        'nul\u0000inside',
        "x' UNION SELECT 1 --",
        '日本',
        'Їжак',
        'їжачок',
        '😀',
        '{page:id}',
        '__proto__',
        '0',
        '00',
        '-1',
        '1e3',
      ]
      const url = await databaseOf([people(ids)])
      const { subscribers } = await read(url)
      expect([...subscribers.keys()].sort()).toEqual([...ids].sort())
    })

    test('lose nobody whose ids a collation takes for equal', async () => {
      const url = await databaseOf([{ ...people(['a', 'A', 'á', 'b', 'B', 'Ä', 'ä', 'c']), keys: [] }])
      expect((await read(url)).subscribers.size).toBe(8)
      expect((await read(url, { rowsAtOnce: 1 })).subscribers.size).toBe(8)
    })

    test.each([
      // To these collations the letters of each row are one.
      ['utf8mb4_general_ci', ['s', 'ß', 'S', 't', '😀', '😁', '😂']],
      ['utf8mb4_unicode_ci', ['r', '😀', '😁', '😂', '😃', 's\u0001', 's']],
      ['utf8mb4_swedish_ci', ['x', 'y', 'ü', 'Y', 'Ü', 'z']],
      ['utf8mb4_lithuanian_ci', ['h', 'i', 'y', 'I', 'Y', 'j']],
    ])('lose nobody whose ids are equal to %s alone', async (collation, ids) => {
      const url = await databaseOf([{ ...people(ids), keys: [] }])
      const database = new URL(url).pathname.slice(1)
      await server.admin
        .unsafe(`ALTER TABLE ${database}.people MODIFY id VARCHAR(40) COLLATE ${collation}`)
        .simple()
      for (const text of [QUERY, QUERY.replace(' WHERE {page:id}', '')]) {
        for (const rowsAtOnce of [1, 2, 3, 4]) {
          const { subscribers } = await read(url, { queries: { subscribers: text }, rowsAtOnce })
          expect([...subscribers.keys()].sort()).toEqual([...ids].sort())
        }
      }
    })

    test('are whole where the mark stands inside and joins lose rows', async () => {
      const url = await databaseOf([
        people(Array.from({ length: 20 }, (_, index) => index + 1)),
        tableOf('chosen', { id: 'int' }, ['id'], [{ id: 2 }, { id: 17 }, { id: 20 }]),
      ])
      const subscribers =
        'SELECT p.id AS id FROM (SELECT * FROM people WHERE {page:id}) p JOIN chosen c ON c.id = p.id'
      expect([...(await read(url, { queries: { subscribers } })).subscribers.keys()]).toEqual([
        '2',
        '17',
        '20',
      ])
    })

    test('are asked for while the one before is worked on', async () => {
      const url = await databaseOf([people([1, 2, 3, 4])])
      const subscribers = 'SELECT id AS id, UNIX_TIMESTAMP(SYSDATE(6)) AS comment FROM people WHERE {page:id}'
      const { logger, endedAt } = slowWork(500)
      const list = await read(url, { queries: { subscribers }, logger })
      // The last one of a page that is not full comes once more, behind it.
      expect(Number(list.subscribers.get('3')?.comment)).toBeLessThan(endedAt() - 0.1)
    })

    test('hold large numbers exactly', async () => {
      const ids = [1, 2, 3, 4].map((last) => `900719925474099${last}`)
      const url = await databaseOf([{ ...people(ids), columns: { id: 'int', name: 'text' } }])
      expect([...(await read(url, { rowsAtOnce: 1 })).subscribers.keys()]).toEqual(ids)
    })

    test('of a list that belongs to subscribers keep all rows of one together', async () => {
      const url = await databaseOf([
        people([1, 2, 3, 4]),
        tableOf(
          'addresses',
          { owner: 'int', ip: 'int' },
          ['owner' as never].slice(1),
          Array.from({ length: 40 }, (_, index) => ({ owner: 1 + (index % 3), ip: 167_772_161 + index })),
        ),
      ])
      const ips = 'SELECT owner AS subscriber, ip AS ip FROM addresses WHERE {page:owner}'
      for (const text of [ips, ips.replace(' WHERE {page:owner}', '')]) {
        const { subscribers } = await read(url, { queries: { subscribers: QUERY, ips: text } })
        expect([...subscribers.values()].map(({ ipMacs }) => ipMacs.length)).toEqual([14, 13, 13, 0])
      }
    })

    test.each([
      [
        'a mark that is not the id',
        'SELECT id + 1000 AS id FROM people WHERE {page:id}',
        '{page:id} does not name the column',
      ],
      [
        'an id that repeats',
        'SELECT p.id AS id FROM people p JOIN people q ON q.id IN (1, 2)',
        'two rows with the id "1"',
      ],
      [
        'a number in the mark that comes out as a text',
        'SELECT CAST(p.id AS CHAR) AS id FROM people p WHERE {page:p.id}',
        '{page:p.id} does not name the column',
      ],
      [
        'a text that has the name of the number in the mark',
        'SELECT CONCAT(id) AS id FROM people WHERE {page:id}',
        '{page:id} does not name the column',
      ],
      ['an id that is NULL', 'SELECT NULLIF(id, 4) AS id FROM people', 'rows without an id'],
    ])('with %s are no list at all', async (_, text, message) => {
      const url = await databaseOf([people([1, 2, 3, 4, 5, 6, 7, 8])])
      // Whether all of them fit on a page or not.
      for (const rowsAtOnce of [3, 5000]) {
        const { message: told, kind } = (await failure(
          read(url, { queries: { subscribers: text }, rowsAtOnce }),
        )) as BillingError
        expect(told).toContain(message)
        expect(['config', 'malformed']).toContain(kind)
      }
    })
  })

  describe('a list that fits on one page', () => {
    test.each([
      ['higher ids than the marked column', 'SELECT id + 1000 AS id FROM people WHERE {page:id}'],
      ['lower ids than the marked column', 'SELECT id - 1000 AS id FROM people WHERE {page:id}'],
      ['ids in another order', 'SELECT 10 - id AS id FROM people WHERE {page:id}'],
      ['numbers that come out as texts', 'SELECT CONCAT(id) AS id FROM people WHERE {page:id}'],
      ['a mark inside', 'SELECT p.id + 1000 AS id FROM (SELECT * FROM people WHERE {page:id}) p'],
    ])('is no list with %s: its last subscriber would be lost', async (_, subscribers) => {
      const url = await databaseOf([people([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])])
      expect(await failure(read(url, { queries: { subscribers }, rowsAtOnce: 5000 }))).toMatchObject({
        kind: 'config',
        message: expect.stringContaining('} does not name the column'),
      })
    })

    test.each([
      ['numbers', [1, 2, 9, 10, 11], QUERY],
      ['texts', ['a', 'B', 'ä', 'ß', 'я'], QUERY],
      ['one', [7], QUERY],
      ['nobody', [], QUERY],
    ])('is whole: %s', async (_, ids, subscribers) => {
      const url = await databaseOf([{ ...people(ids), keys: [] }])
      const list = await read(url, { queries: { subscribers }, rowsAtOnce: 5000 })
      expect([...list.subscribers.keys()].sort()).toEqual(ids.map(String).sort())
    })
  })

  describe('a query', () => {
    test('with an unknown column, or without a needed one, is an error of the configuration', async () => {
      const url = await databaseOf([people([1])])
      const of = async (text: string) => failure(read(url, { queries: { subscribers: text } }))
      const wrong = await of('SELECT id AS id, name AS nmae FROM people')
      expect(wrong).toBeInstanceOf(ConfigError)
      expect(wrong.message).toContain('unknown column "nmae"; did you mean "name"?')
      expect((await of('SELECT id AS login FROM people')).message).toContain('lacks the column "id"')
      expect((await of("SELECT id AS id, '' AS house, '' AS city FROM people")).message).toContain(
        'both "house" and an address',
      )
    })

    test('has room for joins over what has no index', async () => {
      const url = await databaseOf([people([1])])
      const subscribers =
        "SELECT id AS id, CONCAT_WS(' ', @@join_cache_level, @@join_buffer_size, @@join_buffer_space_limit) AS comment FROM people"
      const [person] = [...(await read(url, { queries: { subscribers } })).subscribers.values()]
      expect(person?.comment).toBe('8 8388608 33554432')
    })

    test('that fails stops the run where nothing goes without it, and else leaves its part alone', async () => {
      const url = await databaseOf([people([1, 2])])
      const needed = open(url, {
        queries: { subscribers: QUERY, tariffs: 'SELECT id AS id, nope AS name FROM people' },
      })
      await needed.billing.system()
      const error = (await failure(needed.billing.tariffs())) as BillingError
      expect(error.kind).toBe('config')
      expect(error.message).toContain(
        "the tariffs could not be read (tariffs). The database says: Unknown column 'nope'",
      )

      const optional = open(url, {
        queries: {
          subscribers: QUERY.replace('name AS name', "name AS name, '10.0.0.1' AS ip"),
          groups: 'SELECT id AS id, nope AS name FROM people',
          ips: 'SELECT nope AS subscriber, 1 AS ip FROM people',
        },
      })
      await optional.billing.system()
      expect((await optional.billing.groups()).state).toBe('unavailable')
      const { subscribers, exported } = await optional.billing.subscribers()
      expect(subscribers.size).toBe(2)
      expect([...exported.parts]).toEqual(['fullName'])
      expect(optional.problems().map(({ code, count, partial }) => [code, count, partial])).toEqual([
        ['billing-list-failed', 2, true],
      ])
    })

    test('of a table the account may not read says which right is missing', async () => {
      const url = await databaseOf([people([1])])
      await server.admin.unsafe('CREATE DATABASE IF NOT EXISTS secret').simple()
      const error = await failure(read(url, { queries: { subscribers: 'SELECT 1 AS id FROM secret.t' } }))
      expect(error.message).toContain('SELECT command denied')
      expect(error.hint).toContain('GRANT SELECT')
    })

    test('has its parameters quoted', async () => {
      const url = await databaseOf([people(["it's", 'other'])])
      const { billing } = (() => {
        const problems = new Problems()
        const text =
          'SELECT id AS id FROM people WHERE id = {parameter:wanted} OR {parameter:missing} IS NOT NULL'
        const database = { queries: { subscribers: text }, parameters: { wanted: "it's" } }
        return {
          billing: openTableBilling(
            { name: 'sql', url, database },
            { report: problems.report.bind(problems) },
          ),
        }
      })()
      await billing.system()
      expect([...(await billing.subscribers()).subscribers.keys()]).toEqual(["it's"])
    })
  })

  describe('what columns hold', () => {
    const NAME = 'Їжакевич Ґалаґан Єва'
    const BYTES: Readonly<Record<string, readonly [charset: string, bytes: Uint8Array]>> = {
      'windows-1251': ['latin1', bytesIn('windows-1251', NAME)],
      'koi8-u': ['koi8r', bytesIn('koi8-u', NAME)],
      'utf-8': ['latin1', Buffer.from(NAME)],
    }

    test.each(Object.entries(BYTES))(
      'is read as %s where columns lie about it',
      async (encoding, [charset, bytes]) => {
        const url = await databaseOf([people([1, 2, 3, 4, 5])], charset)
        const database = new URL(url).pathname.slice(1)
        await server.admin
          .unsafe(`UPDATE ${database}.people SET name = x'${Buffer.from(bytes).toString('hex')}'`)
          .simple()
        const names = async (as: string): Promise<Set<string>> =>
          new Set(
            [...(await read(url, { encoding: as })).subscribers.values()].map(({ fullName }) => fullName),
          )
        expect(await names(encoding)).toEqual(new Set([NAME]))
        expect(await names('auto')).not.toEqual(new Set([NAME]))
      },
    )

    test('is read as it is where it is a key too, page by page', async () => {
      const url = await databaseOf([people(['a', 'b', 'c', 'd', 'e', 'f', 'g'])], 'latin1')
      const database = new URL(url).pathname.slice(1)
      const ids = ['Ївга', 'Єва', 'Юрко', 'яна', 'Ґедзь', 'щука', "ґ'"]
      for (const [index, id] of ids.entries()) {
        const hex = Buffer.from(bytesIn('windows-1251', id)).toString('hex')
        await server.admin
          .unsafe(`UPDATE ${database}.people SET id = x'${hex}' WHERE id = '${'abcdefg'[index]}'`)
          .simple()
      }
      const { subscribers } = await read(url, { encoding: 'windows-1251' })
      expect([...subscribers.keys()].sort()).toEqual([...ids].sort())
    })

    test('is read page by page where a collation takes its letters for one', async () => {
      const url = await databaseOf([{ ...people(['a', 'b', 'c', 'd', 'e', 'f']), keys: [] }], 'latin1')
      const database = new URL(url).pathname.slice(1)
      // Bytes that latin1 has for "à", "á", "â", "ã", "ä", "å": all of them "a".
      const ids = ['а', 'б', 'в', 'г', 'д', 'е']
      for (const [index, id] of ids.entries()) {
        const hex = Buffer.from(bytesIn('windows-1251', id)).toString('hex')
        await server.admin
          .unsafe(`UPDATE ${database}.people SET id = x'${hex}' WHERE BINARY id = '${'abcdef'[index]}'`)
          .simple()
      }
      for (const rowsAtOnce of [1, 2, 3, 4]) {
        const { subscribers } = await read(url, { encoding: 'windows-1251', rowsAtOnce })
        expect([...subscribers.keys()].sort()).toEqual(ids)
      }
    })

    test('of dates is the day in the zone of the server, summer and winter', async () => {
      const table = tableOf(
        'people',
        { id: 'int', day: 'int', moment: 'int', zero: 'zeroDate' },
        ['id'],
        [
          // 2024-06-30 21:30 and 2024-01-31 22:30 in Greenwich: the next day in Kyiv.
          { id: 1, day: 1_719_783_000, moment: 1_719_783_000, zero: '0000-00-00' },
          { id: 2, day: 1_706_740_200, moment: 1_706_740_200, zero: '2024-02-29' },
          { id: 3, day: 0, moment: 0, zero: null },
        ],
      )
      const url = await databaseOf([table])
      const subscribers =
        'SELECT id AS id, day AS connected, moment AS active, zero AS agreement_date FROM people'
      const people = [...(await read(url, { queries: { subscribers } })).subscribers.values()]
      expect(
        people.map(({ connectedOn, activeAt, agreementDate }) => [connectedOn, activeAt, agreementDate]),
      ).toEqual([
        ['2024-07-01', '2024-07-01 00:30:00', ''],
        ['2024-02-01', '2024-02-01 00:30:00', '2024-02-29'],
        ['', '', ''],
      ])
    })

    test('of flags and of what no number holds is text', async () => {
      const url = await databaseOf([people([1])])
      const subscribers = `SELECT 9223372036854775807 AS id, 18446744073709551615 AS traffic_up, 0 AS traffic_down,
        b'1' AS corporate, 'no' AS former, 12345678901234567.89 AS balance, '00123' AS account FROM people`
      const [person] = [...(await read(url, { queries: { subscribers } })).subscribers.values()]
      expect(person).toMatchObject({
        id: '9223372036854775807',
        trafficUp: '18446744073709551615',
        isCorporate: true,
        isFormer: false,
        accountNumber: '00123',
      })
    })
  })

  describe('a connection', () => {
    const count = 20
    const broken = async (proxy: { port: number }, url: string, timeoutSec = 20): Promise<BillingError> => {
      const address = new URL(url)
      address.port = String(proxy.port)
      return (await failure(read(address.href, { timeoutSec }))) as BillingError
    }
    const manyOf = (): Promise<string> =>
      databaseOf([people(Array.from({ length: count }, (_, index) => index + 1))])

    test.each(['fin', 'reset'] as const)('that ends on page 3 (%s) is no list', async (fault) => {
      const url = await manyOf()
      await using proxy = await faultProxy(server.port, 'LIMIT 3', 3, fault)
      const error = await broken(proxy, url)
      expect(error.kind).toBe('temporary')
      expect(error.message).toContain('the subscribers could not be read (subscribers)')
      expect(proxy.seen()).toBe(3)
    })

    test('that is killed on page 3 is no list, and is not made anew', async () => {
      const url = await manyOf()
      await using proxy = await faultProxy(server.port, 'LIMIT 3', 3, async () => {
        const list = await server.admin.unsafe('SHOW PROCESSLIST').simple()
        const mine = (list as { Id: number; User: string }[]).filter(({ User }) => User === READER.name)
        for (const { Id } of mine) await server.admin.unsafe(`KILL ${Id}`).simple()
      })
      const error = await broken(proxy, url)
      expect(error.kind).toBe('temporary')
      expect(proxy.seen()).toBe(3)
    })

    test('that falls silent is given up', async () => {
      const url = await manyOf()
      await using proxy = await faultProxy(server.port, 'LIMIT 3', 3, 'silence')
      const error = await broken(proxy, url, 1)
      expect(error.kind).toBe('temporary')
      expect(error.message).toContain('said nothing for 1 s')
      expect(error.hint).toContain('billingDatabase.timeoutSec')
    })

    test('is not taken for silent while this program is busy', async () => {
      const session = sessionOf(await manyOf(), 1)
      await session.connect()
      expect(await sizesAfterWork(session, 1300)).toEqual([SIZE, SIZE, SIZE])
      await session.close()
    })

    test('that takes too long over a query is given up by the server', async () => {
      const url = await manyOf()
      const slow = 'SELECT id AS id, SLEEP(30) AS name FROM people'
      const error = (await failure(
        read(url, { queries: { subscribers: slow }, timeoutSec: 1 }),
      )) as BillingError
      expect(error.kind).toBe('temporary')
    })

    test('that cannot be had says why, and nothing that is secret', async () => {
      const url = await manyOf()
      const with_ = (change: (address: URL) => void): string => {
        const address = new URL(url)
        change(address)
        return address.href
      }
      const told = async (address: string, reading?: Reading) => {
        const { message, hint, kind } = (await failure(read(address, reading))) as BillingError
        expect(`${message} ${hint}`).not.toContain(READER.password)
        expect(`${message} ${hint}`).not.toContain(READER.name)
        return `${kind}: ${message}`
      }
      expect(await told(url, { password: 'wrong' })).toBe(
        'auth: The database refuses the account or its password.',
      )
      expect(await told(with_((address) => (address.pathname = '/nope')))).toStartWith(
        'config: There is no such database',
      )
      expect(await told(with_((address) => (address.port = '1')))).toContain(
        'temporary: The database is not reachable',
      )
      expect(await told(with_((address) => (address.hostname = 'no-such-host.invalid')))).toBe(
        'temporary: The name no-such-host.invalid of the database is unknown.',
      )
    })
  })

  describe('TLS', () => {
    const on = async (host: string, reading: Reading): Promise<string> => {
      const url = new URL(await databaseOf([people([1])]))
      url.hostname = host
      const outcome = await read(url.href, reading).then(
        () => 'read',
        (error: BillingError) => `${error.kind}: ${error.message}`,
      )
      return outcome
    }

    test('is proved by its authority and its name', async () => {
      const refused = 'config: The certificate of the database is not trusted'
      expect(await on('localhost', { tls: 'verify', caFile })).toBe('read')
      expect(await on('127.0.0.1', { tls: 'verify', caFile })).toBe('read')
      expect(await on('localhost', { tls: 'verify', caFile: otherCaFile })).toContain(refused)
      expect(await on('localhost', { tls: 'verify' })).toContain(refused)
      expect(await on('127.0.0.2', { tls: 'verify', caFile })).toContain(refused)
    })

    test('is only used, or not at all', async () => {
      expect(await on('127.0.0.1', { tls: 'require' })).toBe('read')
      expect(await on('127.0.0.1', { tls: 'off' })).toBe('read')
      expect(await on('127.0.0.1', {})).toBe('read')
    })
  })
})

/** The bytes of a text in an encoding of one byte a character. */
function bytesIn(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding as 'koi8-u')
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (character) => bytes.get(character) ?? 0)
}
