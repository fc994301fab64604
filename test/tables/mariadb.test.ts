/** Tables of a real MariaDB (databases.md §2, §3, §5). */
import { describe, expect, test } from 'bun:test'
import { abillsTables } from '../../src/sandbox/tables/abills.ts'
import { mikbillTables } from '../../src/sandbox/tables/mikbill.ts'
import { canStart, startServer, statementsIn } from './database-servers.ts'
import { STAND_INS, same, sayable } from './stand-ins.ts'
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

  test('deciphers the passwords of ABillS with its key, and reads none without it', async () => {
    const population = sayable()()
    const url = await server.createDatabase('b_abills_key')
    await server.load('b_abills_key', abillsTables(population))
    await server.admin.unsafe('ALTER TABLE b_abills_key.users MODIFY password BLOB').simple()
    await server.admin
      .unsafe("UPDATE b_abills_key.users SET password = ENCODE(password, 'it''s the key')")
      .simple()
    const passwords = async (parameters: Readonly<Record<string, string>>): Promise<string[]> => {
      const billing = openTableBilling(
        { name: 'abills', url, database: { parameters } },
        { withPasswords: true },
      )
      await billing.system()
      const { subscribers } = await billing.subscribers()
      await billing.houses(new Map())
      return [...subscribers.values()].map(({ password }) => password)
    }
    expect((await passwords({ secretkey: "it's the key" })).toSorted()).toEqual(
      population.subscribers.map(({ password }) => password).toSorted(),
    )
    expect(new Set(await passwords({}))).toEqual(new Set(['']))
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
