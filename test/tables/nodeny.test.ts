/** What is a tariff in NoDeny+, and whose MAC addresses are where (databases.md §3). */
import { describe, expect, test } from 'bun:test'
import type { Subscriber } from '../../src/model/subscriber.ts'
import { nodenyTables } from '../../src/sandbox/tables/nodeny.ts'
import { sayable } from './stand-ins.ts'
import { openTableBilling, SqliteFile } from './table-world.ts'

const PEOPLE = sayable()()

interface Read {
  readonly subscribers: ReadonlyMap<string, Subscriber>
  readonly tariffs: readonly string[]
}

async function read(statements: readonly string[]): Promise<Read> {
  using file = new SqliteFile(nodenyTables(PEOPLE))
  file.run(statements)
  const billing = openTableBilling({ name: 'nodeny', url: file.url }, { withPasswords: true })
  await billing.system()
  const list = await billing.tariffs()
  const { subscribers } = await billing.subscribers()
  await billing.houses(new Map())
  return { subscribers, tariffs: list.state === 'available' ? [...list.items.keys()] : [] }
}

const TARIFFS = PEOPLE.tariffs.map(({ id }) => String(id)).toSorted()

describe('a service that gives access is a tariff', () => {
  test.each([
    ['by the module that NoDeny brings for it', ["UPDATE users_services SET tags = ''"]],
    [
      "by its mark, where the module is the operator's own",
      ["UPDATE services SET module = 'own' WHERE service_id < 900"],
    ],
    ['by its module alone, where there are no marks', ['ALTER TABLE users_services DROP COLUMN tags']],
  ])('%s', async (_, statements) => {
    const { subscribers, tariffs } = await read(statements)
    for (const { uid, tariffs: held, nextTariff } of PEOPLE.subscribers) {
      expect(subscribers.get(String(uid))?.tariffs).toEqual(held.map(String))
      expect(subscribers.get(String(uid))?.nextTariff?.id).toBe(nextTariff && String(nextTariff.tariffId))
    }
    expect(TARIFFS).toEqual(expect.arrayContaining([...tariffs]))
    expect(tariffs.length).toBeGreaterThan(1)
  })
})

test('a password is told, and a cipher is not', async () => {
  const [first, second] = PEOPLE.subscribers
  const { subscribers } = await read([
    "UPDATE users SET passwd = 'парольҐ'",
    `UPDATE users SET passwd = x'${'81'.repeat(32)}' WHERE id = ${first?.uid}`,
    `UPDATE users SET passwd = '' WHERE id = ${second?.uid}`,
  ])
  expect([...subscribers.values()].slice(0, 3).map(({ password }) => password)).toEqual(['', '', 'парольҐ'])
})

describe('MAC addresses', () => {
  const own = PEOPLE.subscribers.find(({ devices }) => devices.some(({ mac }) => mac !== ''))
  const macOf = async (statements: readonly string[]): Promise<(string | undefined)[]> => {
    const { subscribers } = await read(statements)
    return subscribers.get(String(own?.uid))?.ipMacs.map(({ mac }) => mac) ?? []
  }

  test('are kept by their owners in later releases', async () => {
    const moved = [
      'CREATE TABLE mac_uid (id INTEGER PRIMARY KEY, mac TEXT, ip INTEGER, uid INTEGER)',
      'INSERT INTO mac_uid (mac, ip, uid) SELECT m.mac, m.ip, p.uid FROM ip_mac m JOIN ip_pool p ON p.ip = m.ip',
      // An owner of before.
      "INSERT INTO mac_uid (mac, ip, uid) SELECT '020000000009', ip, uid + 1 FROM ip_pool",
      'DROP TABLE ip_mac',
    ]
    expect(await macOf(moved)).toEqual(own?.devices.map(({ mac }) => mac) ?? [])
  })

  test('need not be kept', async () => {
    const none = await macOf(['DROP TABLE ip_mac'])
    expect(none).toEqual(own?.devices.map(() => '') ?? [])
    expect(none.length).toBeGreaterThan(0)
  })
})
