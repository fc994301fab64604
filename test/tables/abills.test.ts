/** What releases of ABillS keep differently, by the columns their tables have (databases.md §3). */
import { describe, expect, test } from 'bun:test'
import type { Directory } from '../../src/model/directory.ts'
import type { Subscriber } from '../../src/model/subscriber.ts'
import { type AbillsOptions, abillsTables } from '../../src/sandbox/tables/abills.ts'
import { sayable } from './stand-ins.ts'
import { openTableBilling, SqliteFile } from './table-world.ts'

const PEOPLE = sayable()()
const DV: AbillsOptions = { module: 'dv' }

interface Read {
  readonly subscribers: ReadonlyMap<string, Subscriber>
  readonly tariffs: readonly string[]
  readonly cities: readonly string[]
  readonly districts: readonly string[]
  readonly postcodes: readonly string[]
}

/** What is read of the stand-in's tables after these statements. */
async function read(statements: readonly string[], options: AbillsOptions = {}): Promise<Read> {
  using file = new SqliteFile(abillsTables(PEOPLE, options))
  file.run(statements)
  const billing = openTableBilling({ name: 'abills', url: file.url })
  await billing.system()
  const tariffs = names(await billing.tariffs())
  const { subscribers } = await billing.subscribers()
  const cities = names(await billing.cities())
  const districts = names(await billing.districts())
  const streets = await billing.streets()
  const houses = await billing.houses(streets.state === 'available' ? streets.items : new Map())
  const postcodes =
    houses.state === 'available' ? [...houses.items.values()].map((each) => each.postcode) : []
  return { subscribers, tariffs, cities, districts, postcodes }
}

function names(list: Directory<{ readonly name: string }>): string[] {
  return list.state === 'available' ? [...list.items.values()].map(({ name }) => name) : []
}

/** Somebody who has something in the stand-in. */
function someone(has: (person: (typeof PEOPLE.subscribers)[number]) => boolean): string {
  const found = PEOPLE.subscribers.find(has)
  if (found === undefined) throw new Error('nobody')
  return String(found.uid)
}

describe('before the Internet module', () => {
  test('a service names its tariff by the number that people see', async () => {
    const { subscribers, tariffs } = await read([], DV)
    for (const { uid, tariffs: held } of PEOPLE.subscribers)
      expect(subscribers.get(String(uid))?.tariffs).toEqual(held.map(String))
    expect(tariffs.toSorted()).toEqual(PEOPLE.tariffs.map(({ name }) => name).toSorted())
  })

  test('an order names the next one by it; since then, by its id, also where it names no service', async () => {
    const ordered = PEOPLE.subscribers.filter(({ nextTariff }) => nextTariff !== undefined)
    expect(ordered.length).toBeGreaterThan(0)
    const bare = "UPDATE shedule SET action = substr(action, instr(action, ':') + 1)"
    for (const { subscribers } of [await read([], DV), await read([bare])])
      for (const { uid, nextTariff } of ordered)
        expect(subscribers.get(String(uid))?.nextTariff?.id).toBe(String(nextTariff?.tariffId))
  })

  test('or by its id, where no service names a number that is there', async () => {
    const { subscribers } = await read(
      [
        'UPDATE tarif_plans SET id = id + 50000',
        `UPDATE dv_main SET tp_id = CASE WHEN tp_id = 0 THEN 0 ELSE 1000 - tp_id END`,
        'UPDATE shedule SET action = 1000 - action',
      ],
      DV,
    )
    for (const { uid, tariffs: held, nextTariff } of PEOPLE.subscribers) {
      expect(subscribers.get(String(uid))?.tariffs).toEqual(held.map(String))
      expect(subscribers.get(String(uid))?.nextTariff?.id).toBe(nextTariff && String(nextTariff.tariffId))
    }
  })

  test('a number that is not there is no tariff, and not the id of another one', async () => {
    const id = someone((person) => person.tariffs.length === 1)
    const other = PEOPLE.tariffs[0]?.id
    const { subscribers } = await read([`UPDATE dv_main SET tp_id = ${other} WHERE uid = ${id}`], DV)
    expect(subscribers.get(id)?.tariffs).toEqual([`no. ${other}`])
  })

  test('the first releases know neither the parts of a name nor a storey', async () => {
    const dropped = ['fio2', 'fio3', 'floor', 'entrance'].map(
      (name) => `ALTER TABLE users_pi DROP COLUMN ${name}`,
    )
    const { subscribers } = await read(dropped, DV)
    const names = [...subscribers.values()].map(({ fullName }) => fullName)
    expect(names).toEqual(PEOPLE.subscribers.map(({ fullName }) => fullName))
  })

  test('a tariff of no module is one, too', async () => {
    const { subscribers, tariffs } = await read(
      ["UPDATE tarif_plans SET module = '' WHERE module = 'Dv'"],
      DV,
    )
    const id = someone((person) => person.tariffs.length === 1)
    expect(subscribers.get(id)?.tariffs).toHaveLength(1)
    expect(tariffs).toHaveLength(PEOPLE.tariffs.length)
  })

  test('a house has neither block nor postcode', async () => {
    const { postcodes } = await read(
      ['ALTER TABLE builds DROP COLUMN zip', 'ALTER TABLE builds DROP COLUMN block'],
      DV,
    )
    expect(postcodes).toHaveLength(PEOPLE.houses.length)
    expect(new Set(postcodes)).toEqual(new Set(['']))
  })
})

test('the first releases with the Internet module know no floor', async () => {
  const dropped = ['floor', 'entrance'].map((column) => `ALTER TABLE users_pi DROP COLUMN ${column}`)
  const { subscribers } = await read([...dropped, "UPDATE users_pi SET fio = 'Ґудзь', fio3 = 'Юріївна'"])
  expect(subscribers.size).toBe(PEOPLE.subscribers.length)
  expect(new Set([...subscribers.values()].map(({ fullName }) => fullName))).toEqual(
    new Set(['Ґудзь Юріївна']),
  )
})

describe('where a setting decides between contacts and the column of the person', () => {
  const id = someone(({ phones, emails }) => phones.length > 0 && emails.length > 0)
  const ONCE = { phones: ['0001'], emails: ['once@was.example'] }

  test('the column counts when there are no contacts', async () => {
    const setting = 'ALTER TABLE users_contacts DROP COLUMN date'
    for (const { subscribers } of [
      await read(['DELETE FROM users_contacts'], DV),
      await read([setting, 'DELETE FROM users_contacts WHERE type_id IN (1, 2, 9)']),
    ])
      expect(subscribers.get(id)).toMatchObject(ONCE)
  })

  test('it does not when there are: it holds what once was', async () => {
    const { subscribers } = await read([`DELETE FROM users_contacts WHERE uid = ${id}`], DV)
    expect(subscribers.get(id)).toMatchObject({ phones: [], emails: [] })
  })

  test('nor where there is no such setting', async () => {
    const { subscribers } = await read(['DELETE FROM users_contacts'])
    expect(subscribers.get(id)).toMatchObject({ phones: [], emails: [] })
  })
})

test('a district that a later release has made beside a column for the city is the city itself', async () => {
  const first = PEOPLE.districts[0]?.id
  const { cities, districts } = await read([
    'ALTER TABLE districts ADD COLUMN city TEXT',
    `UPDATE districts SET city = CASE WHEN id = ${first} THEN 'Київ' ELSE '' END`,
    `UPDATE districts SET name = CASE WHEN id = ${first} THEN 'Поділ' ELSE 'Село' END`,
  ])
  expect(new Set(cities)).toEqual(new Set(['Київ', 'Село']))
  expect(districts).toEqual(['Поділ'])
})
