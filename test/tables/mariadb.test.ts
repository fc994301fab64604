/** Tables of a real MariaDB (databases.md §2, §3, §5). */
import { describe, expect, test } from 'bun:test'
import { abillsTables } from '../../src/sandbox/tables/abills.ts'
import { mikbillTables } from '../../src/sandbox/tables/mikbill.ts'
import { nodenyTables } from '../../src/sandbox/tables/nodeny.ts'
import { ubillingTables } from '../../src/sandbox/tables/ubilling.ts'
import { utm5Tables } from '../../src/sandbox/tables/utm5.ts'
import { canStart, startServer, statementsIn } from './database-servers.ts'
import { STAND_INS, same, sayable, ubillingPopulation } from './stand-ins.ts'
import { openTableBilling } from './table-world.ts'

describe.skipIf(!canStart('mysql'))('MariaDB', async () => {
  const server = canStart('mysql') ? await startServer('mysql') : undefined
  if (server === undefined) return

  test.each(Object.keys(STAND_INS))('brings the same state by the tables of %s', async (name) => {
    const standIn = STAND_INS[name]
    if (standIn === undefined) throw new Error(name)
    const population = standIn.population()
    const database = `b_${name.replaceAll(/\W/g, '_')}`
    const url = await server.createDatabase(database)
    await server.load(database, standIn.tables(population), { engine: standIn.engine ?? 'InnoDB' })
    await same({ ...standIn, ...standIn.onServer }, population, url)
  })

  describe('deciphers passwords with their key, and reads none without it', () => {
    test.each([
      { name: 'abills', tables: abillsTables, column: 'password BLOB', cipher: 'ENCODE', key: 'secretkey' },
      {
        name: 'nodeny',
        tables: nodenyTables,
        column: 'passwd VARCHAR(64) CHARACTER SET latin1 COLLATE latin1_bin',
        cipher: 'AES_ENCRYPT',
        key: 'passwd_key',
      },
    ] as const)('of $name', async ({ name, tables, column, cipher, key }) => {
      const population = sayable(({ uid, password }) => ({
        password: uid % 2 === 0 ? 'пароль Ґ' : password,
      }))()
      const database = `b_${name}_key`
      const url = await server.createDatabase(database)
      await server.load(database, tables(population))
      const [password] = column.split(' ')
      await server.run(database, [
        'ALTER TABLE users ADD COLUMN plain VARBINARY(190)',
        `UPDATE users SET plain = CONVERT(${password} USING utf8mb4)`,
        `ALTER TABLE users DROP COLUMN ${password}, ADD COLUMN ${column}`,
        `UPDATE users SET ${password} = ${cipher}(plain, 'it''s the key')`,
      ])
      const passwords = async (parameters: Readonly<Record<string, string>>): Promise<string[]> => {
        const billing = openTableBilling({ name, url, database: { parameters } }, { withPasswords: true })
        await billing.system()
        const { subscribers } = await billing.subscribers()
        await billing.houses(new Map())
        return [...subscribers.values()].map(({ password: read }) => read)
      }
      expect((await passwords({ [key]: "it's the key" })).toSorted()).toEqual(
        population.subscribers.map(({ password: own }) => own).toSorted(),
      )
      expect(new Set(await passwords({}))).toEqual(new Set(['']))
    })
  })

  test('takes the last of several rows that uBilling has of a login, and none of a login in other letters', async () => {
    const population = ubillingPopulation()
    const url = await server.createDatabase('b_last_rows')
    await server.load('b_last_rows', ubillingTables(population), { engine: 'MyISAM' })
    const [someone, other] = population.subscribers.filter(
      (each) => each.address !== undefined && /^[a-z0-9]*[a-z][a-z0-9]*$/.test(each.login),
    )
    const login = someone?.login ?? ''
    const ip = `(SELECT IP FROM users WHERE login = '${login}')`
    const rows = (name: string): string[] => [
      `INSERT INTO realname (id, login, realname) VALUES (900001, '${login}', 'not yet'), (900002, '${login}', '${name}'), (900003, UPPER('${login}'), 'somebody else')`,
      `INSERT INTO phones (id, login, phone, mobile) VALUES (900001, '${login}', '', '0990000001'), (900002, '${login}', '', '0990000002')`,
      `INSERT INTO emails (id, login, email) VALUES (900001, '${login}', 'old@x.test'), (900002, '${login}', 'last@x.test')`,
      `INSERT INTO notes (id, login, note) VALUES (900001, '${login}', 'old'), (900002, '${login}', 'last')`,
      `INSERT INTO userreg (id, login, date) VALUES (900001, '${login}', '2001-01-01'), (900002, '${login}', '2002-02-02')`,
      `INSERT INTO address (id, login, aptid) VALUES (900001, '${login}', 0), (900002, '${login}', ${other?.uid})`,
      // A number belongs to whose row is its last one.
      `INSERT INTO contracts (id, login, contract) VALUES (900001, '${login}', 'K-1'), (900002, '${login}', 'K-2'), (900003, UPPER('${login}'), 'K-9'), (900004, '${other?.login}', 'K-2')`,
      `INSERT INTO contractdates (id, contract, date) VALUES (900001, 'K-1', '2001-01-01'), (900002, 'K-1', '2002-02-02'), (900003, 'k-1', '2003-03-03')`,
      `INSERT INTO cfitems (id, login, typeid, content) VALUES (900001, '${login}', 1, 'old'), (900002, '${login}', 1, 'last'), (900003, '${login}', 1, '0'), (900004, UPPER('${login}'), 1, 'else')`,
      "INSERT INTO speeds (id, tariff, speeddown, speedup) SELECT 900000 + MAX(id), UPPER(tariff), '77', '77' FROM speeds WHERE HEX(tariff) <> HEX(UPPER(tariff)) GROUP BY tariff",
      `INSERT INTO nethosts (id, netid, ip, mac) SELECT 900001, 1, ${ip}, '02:00:00:00:00:01' UNION ALL SELECT 900002, 1, ${ip}, '02:00:00:00:00:02'`,
    ]
    await server.run('b_last_rows', rows('The Last'))
    const billing = openTableBilling({ name: 'ubilling', url })
    await billing.system()
    const { subscribers } = await billing.subscribers()
    const tariffs = await billing.tariffs()
    await billing.houses(new Map())
    expect(login).not.toBe(login.toUpperCase())
    expect(subscribers.size).toBe(population.subscribers.length)
    const read = subscribers.get(login)
    expect(read?.fullName).toBe('The Last')
    expect(read?.phones).toEqual(['0990000002'])
    expect(read?.emails).toEqual(['last@x.test'])
    expect(read?.comment).toBe('last')
    expect(read?.connectedOn).toBe('2002-02-02')
    expect(read?.address?.houseId).toBe(`${other?.address?.houseId}`)
    expect(read?.ipMacs.map(({ mac }) => mac)).toEqual(['020000000002'])
    expect([read?.agreementNumber, read?.agreementDate]).toEqual(['K-1', '2002-02-02'])
    expect(subscribers.get(other?.login ?? '')?.agreementNumber).toBe('K-2')
    expect(read?.additionalData.get('1')).toBe('last')
    const speeds = tariffs.state === 'available' ? [...tariffs.items.values()] : []
    expect(speeds.filter(({ speedDown }) => speedDown === 77)).toEqual([])
    expect(speeds.some(({ name }) => name !== name.toUpperCase())).toBeTrue()
  })

  test('reads one provider of several in ABillS by its domain', async () => {
    const url = await server.createDatabase('b_abills_domain')
    await server.load('b_abills_domain', abillsTables(sayable()()))
    await server.admin.unsafe('UPDATE b_abills_domain.users SET domain_id = 3 WHERE uid % 2 = 0').simple()
    const idsOf = async (parameters: Readonly<Record<string, number>>): Promise<number[]> => {
      const billing = openTableBilling({ name: 'abills', url, database: { parameters } })
      await billing.system()
      const { subscribers } = await billing.subscribers()
      await billing.houses(new Map())
      return [...subscribers.keys()].map((id) => Number(id) % 2)
    }
    expect(new Set(await idsOf({ domain: 3 }))).toEqual(new Set([0]))
    expect(new Set(await idsOf({ domain: 0 }))).toEqual(new Set([1]))
    expect(await idsOf({})).toHaveLength(60)
  })

  describe('reads a table once a page, not once a subscriber, where no index tells whose its rows are', () => {
    test.each([
      {
        name: 'abills',
        tables: abillsTables,
        changes: [
          'DROP INDEX shedule_uid ON shedule',
          "INSERT INTO shedule (id, uid, type) SELECT 1000 + seq, seq, 'status' FROM seq_1_to_3000",
        ],
      },
      {
        name: 'utm5',
        tables: utm5Tables,
        changes: [
          'DROP INDEX users_accounts_uid ON users_accounts',
          'DROP INDEX account_tariff_link_account_id ON account_tariff_link',
          'INSERT INTO users_accounts (id, uid, account_id, is_deleted) SELECT 500000 + seq, 900000, 2, 0 FROM seq_1_to_3000',
          'INSERT INTO account_tariff_link (id, account_id, tariff_id, next_tariff_id, is_deleted) SELECT 500000 + seq, 2, 1, 2, 0 FROM seq_1_to_3000',
        ],
      },
    ] as const)('of $name', async ({ name, tables, changes }) => {
      const population = sayable()()
      const database = `b_${name}_plain`
      const url = await server.createDatabase(database)
      await server.load(database, tables(population))
      await server.run(database, changes)
      const rowsRead = async (): Promise<number> => {
        const status = await server.admin.unsafe("SHOW GLOBAL STATUS LIKE 'Handler_read%'").values()
        return status.reduce((sum: number, [, value]: [string, string]) => sum + Number(value), 0)
      }
      const before = await rowsRead()
      const billing = openTableBilling({ name, url })
      await billing.system()
      const { subscribers } = await billing.subscribers()
      await billing.houses(new Map())
      expect(subscribers.size).toBe(population.subscribers.length)
      expect((await rowsRead()) - before).toBeLessThan(3000 * 30)
    })
  })

  test('reads the KOI8-U that MikBill keeps in columns that claim KOI8-R', async () => {
    const names = ['Ґалаґан Єва', 'Їжакевич Гоїть', 'Мороз Ігор']
    const population = sayable((subscriber) => ({ fullName: names[subscriber.uid % names.length] ?? '' }))()
    const url = await server.createDatabase('b_koi8')
    await server.load('b_koi8', mikbillTables(population, { isOneTable: true }))
    const users = 'b_koi8.users'
    await server.admin.unsafe(`ALTER TABLE ${users} MODIFY fio VARCHAR(190) CHARACTER SET koi8u`).simple()
    await server.admin.unsafe(`ALTER TABLE ${users} MODIFY fio VARBINARY(190)`).simple()
    await server.admin.unsafe(`ALTER TABLE ${users} MODIFY fio VARCHAR(190) CHARACTER SET koi8r`).simple()
    const read = async (encoding: string): Promise<Set<string>> => {
      const billing = openTableBilling({ name: 'mikbill', url, database: { encoding } })
      await billing.system()
      const { subscribers } = await billing.subscribers()
      await billing.houses(new Map())
      return new Set([...subscribers.values()].map(({ fullName }) => fullName))
    }
    expect(await read('koi8-u')).toEqual(new Set(names))
    expect([...(await read('auto'))].join()).toContain('Го╖ть')
  })

  test('was asked nothing but what reads', () => {
    const statements = statementsIn(server)
    expect(statements.length).toBeGreaterThan(500)
    const reading = /^(?:SET |START TRANSACTION|SELECT |SHOW |COMMIT|ROLLBACK)/i
    expect(statements.filter((statement) => !reading.test(statement))).toEqual([])
  })
})
