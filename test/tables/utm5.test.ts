/** What accounts and blocks of UTM5 say of their subscribers (databases.md §3). */
import { expect, test } from 'bun:test'
import type { Subscriber } from '../../src/model/subscriber.ts'
import { utm5Tables } from '../../src/sandbox/tables/utm5.ts'
import { sayable } from './stand-ins.ts'
import { openTableBilling, SqliteFile } from './table-world.ts'

const PEOPLE = sayable()()

async function read(statements: readonly string[]): Promise<ReadonlyMap<string, Subscriber>> {
  using file = new SqliteFile(utm5Tables(PEOPLE))
  file.run(statements)
  const billing = openTableBilling({ name: 'utm5', url: file.url })
  await billing.system()
  const { subscribers } = await billing.subscribers()
  await billing.houses(new Map())
  return subscribers
}

const statesOf = (subscribers: ReadonlyMap<string, Subscriber>): (string | undefined)[] =>
  PEOPLE.subscribers.map(({ uid }) => subscribers.get(String(uid))?.stateId)

test('a block without an end lasts', async () => {
  const states = statesOf(await read([]))
  expect(new Set(states).size).toBeGreaterThan(2)
  for (const none of ['NULL', '0'])
    expect(statesOf(await read([`UPDATE blocks_info SET expire_date = ${none}`]))).toEqual(states)
})

test('a block that has ended, has not begun or was taken away is none', async () => {
  for (const change of ['expire_date = 1600000000', 'start_date = 1999999999', 'is_deleted = 1'])
    expect(new Set(statesOf(await read([`UPDATE blocks_info SET ${change}`])))).toEqual(new Set(['work']))
})

test('somebody without an account that lives has neither balance nor state, but is there', async () => {
  const uid = PEOPLE.subscribers[0]?.uid
  const subscribers = await read([
    `UPDATE accounts SET is_deleted = 1 WHERE id IN (SELECT account_id FROM users_accounts WHERE uid = ${uid})`,
  ])
  expect(subscribers.size).toBe(PEOPLE.subscribers.length)
  expect(subscribers.get(String(uid))).toMatchObject({ tariffs: [] })
  expect(subscribers.get(String(uid))?.balance).toBeUndefined()
})

test('of several accounts the basic one counts, and the first that lives where it does not', async () => {
  const [one, other] = PEOPLE.subscribers
  const subscribers = await read([
    'INSERT INTO accounts (id, balance, credit, block_id, is_deleted) VALUES (3, 77, 0, 0, 0), (4, 88, 0, 0, 0)',
    ...[one, other].flatMap((each, at) => [
      `INSERT INTO users_accounts (id, uid, account_id, is_deleted) VALUES (${900001 + at * 2}, ${each?.uid}, 3, 0), (${900002 + at * 2}, ${each?.uid}, 4, 0)`,
    ]),
    `UPDATE users_accounts SET is_deleted = 1 WHERE uid = ${other?.uid} AND account_id > 50000`,
  ])
  expect(subscribers.get(String(one?.uid))?.balance).toBe(Math.round(Number(one?.balance) * 100))
  expect(subscribers.get(String(other?.uid))?.balance).toBe(7700)
})
