/** How PostgreSQL is read: cursors, values, encodings, zones, connections that break, certificates (databases.md §2). */
import { afterAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { BillingError } from '../../src/model/errors.ts'
import { type Logger, SILENT } from '../../src/model/logger.ts'
import { Problems } from '../../src/model/problem.ts'
import { type Table, tableOf } from '../../src/sandbox/tables/table-set.ts'
import { CERTIFICATE, PRIVATE_KEY } from '../userside/tls-identity.ts'
import { SIZE, sessionOf, sizesAfterWork, slowWork } from './busy-reader.ts'
import { canStart, READER, startServer } from './database-servers.ts'
import { faultProxy } from './fault-proxy.ts'
import { OTHER_AUTHORITY } from './other-authority.ts'
import { openTableBilling } from './table-world.ts'

const QUERY = 'SELECT id AS id, name AS name FROM people WHERE {page:id}'

const people = (count: number): Table =>
  tableOf(
    'people',
    { id: 'int', name: 'text' },
    ['id'],
    Array.from({ length: count }, (_, index) => ({ id: index + 1, name: `Людина ${index + 1}` })),
  )

interface Reading {
  readonly queries?: Readonly<Record<string, string>>
  readonly logger?: Logger
  readonly encoding?: string
  readonly timeoutSec?: number
  readonly tls?: 'verify' | 'require' | 'off'
  readonly caFile?: string
}

function open(url: string, { queries = { subscribers: QUERY }, logger = SILENT, ...database }: Reading = {}) {
  const problems = new Problems()
  const billing = openTableBilling(
    { name: 'sql', url, database: { ...database, queries } },
    { rowsAtOnce: 3, logger, report: problems.report.bind(problems) },
  )
  return { billing, problems }
}

async function read(url: string, reading?: Reading) {
  const { billing } = open(url, reading)
  await billing.system()
  return await billing.subscribers()
}

async function failure(attempt: Promise<unknown>): Promise<BillingError> {
  const error: unknown = await attempt.then(
    () => new Error('nothing failed'),
    (reason: unknown) => reason,
  )
  if (error instanceof BillingError) return error
  throw error
}

describe.skipIf(!canStart('postgres'))('PostgreSQL', async () => {
  if (!canStart('postgres')) return
  const server = await startServer('postgres', {
    tls: { certificate: CERTIFICATE, key: PRIVATE_KEY },
    settings: ['-c', 'TimeZone=Europe/Kyiv'],
  })
  const plain = await startServer('postgres')
  let made = 0
  const databaseOf = async (tables: readonly Table[], on = server): Promise<string> => {
    const name = `t${++made}`
    const url = await on.createDatabase(name)
    await on.load(name, tables)
    return url
  }

  test.each([0, 1, 2, 3, 4, 6, 7])('is read whole by a cursor: %i people, three at a time', async (count) => {
    expect((await read(await databaseOf([people(count)]))).subscribers.size).toBe(count)
  })

  test('is asked for the next rows while those before are worked on', async () => {
    const url = await databaseOf([people(4)])
    const subscribers = 'SELECT id AS id, EXTRACT(EPOCH FROM clock_timestamp()) AS comment FROM people'
    const { logger, endedAt } = slowWork(500)
    const list = await read(url, { queries: { subscribers }, logger })
    expect(Number(list.subscribers.get('4')?.comment)).toBeLessThan(endedAt() - 0.1)
  })

  test('is not taken for silent while this program is busy', async () => {
    const session = sessionOf(await databaseOf([people(1)]), 1)
    await session.connect()
    expect(await sizesAfterWork(session, 1300)).toEqual([SIZE, SIZE, SIZE])
    await session.close()
  })

  test('reads on behind a list that was given up in its middle', async () => {
    const url = await databaseOf([people(9)])
    const { billing, problems } = open(url, {
      queries: {
        subscribers: QUERY,
        groups: 'SELECT id / 2 AS id, name AS name FROM people ORDER BY id',
        tags: 'SELECT id AS id, name AS name FROM people',
      },
    })
    await billing.system()
    expect((await billing.groups()).state).toBe('unavailable')
    expect((await billing.tags()).state).toBe('available')
    expect((await billing.subscribers()).subscribers.size).toBe(9)
    expect(problems.list().map(({ code, count }) => [code, count])).toEqual([['billing-list-failed', 1]])
  })

  test('gives values as its own text', async () => {
    const url = await databaseOf([people(1)])
    const subscribers = `SELECT id AS id, true AS corporate, false AS former, '-infinity'::timestamp AS connected,
      timestamptz '2024-06-30 21:30:00+00' AS active, 1719783000 AS agreement_date, '10.0.0.7'::inet AS ip,
      9223372036854775807 AS traffic_up, 0 AS traffic_down, 1.50::numeric AS balance, 'x' AS "group" FROM people`
    const [person] = [...(await read(url, { queries: { subscribers } })).subscribers.values()]
    expect(person).toMatchObject({
      isCorporate: true,
      isFormer: false,
      connectedOn: '',
      activeAt: '2024-07-01 00:30:00',
      agreementDate: '2024-07-01',
      trafficUp: '9223372036854775807',
      balance: 150,
      groups: ['x'],
      ipMacs: [{ ip: 167_772_167, mac: '' }],
    })
  })

  test('keeps one snapshot over all that is read', async () => {
    const url = await databaseOf([people(2)])
    const { billing } = open(url, {
      queries: { subscribers: QUERY, groups: 'SELECT id AS id, name AS name FROM people' },
    })
    await billing.system()
    const before = await billing.groups()
    await server.load(new URL(url).pathname.slice(1), [], {
      before: ["INSERT INTO people VALUES (3, 'later')", 'DELETE FROM people WHERE id = 1'],
    })
    expect([...(await billing.subscribers()).subscribers.keys()]).toEqual(['1', '2'])
    expect(before.state === 'available' && [...before.items.keys()]).toEqual(['1', '2'])
    expect([...(await read(url)).subscribers.keys()]).toEqual(['2', '3'])
  })

  test('goes on after a query that failed, which is a failed list', async () => {
    const url = await databaseOf([people(4)])
    const { billing, problems } = open(url, {
      queries: {
        subscribers: QUERY,
        groups: 'SELECT nope AS id, name AS name FROM people',
        tags: 'SELECT id AS id, (1 / (id - 3))::text AS name FROM people',
        subscriber_tags: 'SELECT id AS subscriber, 1 / (id - 4) AS tag FROM people',
      },
    })
    await billing.system()
    expect((await billing.groups()).state).toBe('unavailable')
    expect((await billing.tags()).state).toBe('unavailable')
    const { subscribers, exported } = await billing.subscribers()
    expect(subscribers.size).toBe(4)
    expect([...exported.parts]).toEqual(['fullName'])
    expect(problems.list().map(({ code, count }) => [code, count])).toEqual([['billing-list-failed', 3]])
  })

  test('has bytes read as they are where the database does not know what they are', async () => {
    await server.admin
      .unsafe("CREATE DATABASE bytes ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0")
      .simple()
    const name = 'Єва'
    const hex = Buffer.from(Uint8Array.from([0xaa, 0xe2, 0xe0])).toString('hex')
    await server.load('bytes', [people(1)], {})
    await server.load('bytes', [], {
      before: [`UPDATE people SET name = convert_from('\\x${hex}'::bytea, 'SQL_ASCII')`],
    })
    const url = `postgres://${READER.name}:${encodeURIComponent(READER.password)}@127.0.0.1:${server.port}/bytes`
    const [person] = [...(await read(url, { encoding: 'windows-1251' })).subscribers.values()]
    expect(person?.fullName).toBe(name)
  })

  const broken = async (proxy: { port: number }, url: string, timeoutSec = 20): Promise<BillingError> => {
    const address = new URL(url)
    address.port = String(proxy.port)
    return await failure(read(address.href, { timeoutSec, tls: 'off' }))
  }

  test.each(['fin', 'reset'] as const)(
    'is no list when the connection ends on page 3 (%s)',
    async (fault) => {
      const url = await databaseOf([people(20)])
      await using proxy = await faultProxy(server.port, 'FETCH 3', 3, fault)
      expect((await broken(proxy, url)).kind).toBe('temporary')
      expect(proxy.seen()).toBe(3)
    },
  )

  test('is no list when the connection is terminated on page 3, and is not asked anew', async () => {
    const url = await databaseOf([people(20)])
    await using proxy = await faultProxy(server.port, 'FETCH 3', 3, async () => {
      await server.admin
        .unsafe(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${READER.name}'`)
        .simple()
    })
    expect((await broken(proxy, url)).kind).toBe('temporary')
    expect(proxy.seen()).toBe(3)
  })

  test('is given up when it falls silent, and gives up itself what takes too long', async () => {
    const url = await databaseOf([people(20)])
    await using proxy = await faultProxy(server.port, 'FETCH 3', 3, 'silence')
    expect((await broken(proxy, url, 1)).message).toContain('said nothing for 1 s')
    const slow = 'SELECT id AS id, pg_sleep(30)::text AS name FROM people'
    expect((await failure(read(url, { queries: { subscribers: slow }, timeoutSec: 1 }))).kind).toBe(
      'temporary',
    )
  })

  test('says why a connection cannot be had, and nothing that is secret', async () => {
    const url = await databaseOf([people(1)])
    const told = async (change: (address: URL) => void): Promise<string> => {
      const address = new URL(url)
      change(address)
      const { kind, message, hint } = await failure(read(address.href))
      expect(`${message} ${hint}`).not.toContain(READER.password)
      expect(`${message} ${hint}`).not.toContain(READER.name)
      return `${kind}: ${message}`
    }
    expect(await told((address) => (address.password = 'wrong'))).toBe(
      'auth: The database refuses the account or its password.',
    )
    expect(await told((address) => (address.pathname = '/nope'))).toStartWith(
      'config: There is no such database',
    )
    expect(await told((address) => (address.port = '1'))).toContain(
      'temporary: The database is not reachable',
    )
  })

  test.each(['', '/.s.PGSQL.PORT'])('is had by its socket, and by the folder of it%s', async (name) => {
    const address = new URL(await databaseOf([people(2)]))
    const socket = dirname(server.logFile) + name.replace('PORT', String(server.port))
    address.searchParams.set('socket', socket)
    expect((await read(address.href)).subscribers.size).toBe(2)
  })

  describe('TLS', () => {
    const folder = mkdtempSync(join(tmpdir(), 'usm-billing-ca-'))
    afterAll(() => rmSync(folder, { recursive: true }))
    const caFile = join(folder, 'ca.pem')
    const otherCaFile = join(folder, 'other.pem')
    writeFileSync(caFile, CERTIFICATE)
    writeFileSync(otherCaFile, OTHER_AUTHORITY)

    const on = async (host: string, reading: Reading, where = server): Promise<string> => {
      const url = new URL(await databaseOf([people(1)], where))
      url.hostname = host
      return await read(url.href, reading).then(
        () => 'read',
        (error: BillingError) => `${error.kind}: ${error.message}`,
      )
    }

    test('is proved by its authority and its name', async () => {
      const refused = 'config: The certificate of the database is not trusted'
      expect(await on('localhost', { tls: 'verify', caFile })).toBe('read')
      expect(await on('localhost', { tls: 'verify', caFile: otherCaFile })).toContain(refused)
      expect(await on('127.0.0.1', { tls: 'verify' })).toContain(refused)
      expect(await on('127.0.0.2', { tls: 'verify', caFile })).toContain(refused)
    })

    test('is only used, or not at all', async () => {
      expect(await on('127.0.0.1', { tls: 'require' })).toBe('read')
      expect(await on('127.0.0.1', { tls: 'off' })).toBe('read')
      expect(await on('127.0.0.1', {})).toBe('read')
    })

    test('that is asked for and not offered is an error', async () => {
      expect(await on('127.0.0.1', { tls: 'verify' }, plain)).toContain('config: The database offers no TLS')
      expect(await on('127.0.0.1', { tls: 'require' }, plain)).toContain('config: The database offers no TLS')
      expect(await on('127.0.0.1', {}, plain)).toBe('read')
    })

    test('of another host is proved where it is offered, unless something else is asked for', async () => {
      // This host, by an address that does not say so.
      const other = '[::ffff:127.0.0.1]'
      expect(await on(other, {})).toContain('config: The certificate of the database is not trusted')
      expect(await on(other, { tls: 'require' })).toBe('read')
      expect(await on(other, {}, plain)).toBe('read')
      expect(await on(other, { tls: 'verify' }, plain)).toContain('config: The database offers no TLS')
    })
  })
})
