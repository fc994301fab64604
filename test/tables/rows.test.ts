/** From rows to subscribers: what is exported, texts as addresses, parents, what is known again (databases.md §1). */
import { describe, expect, test } from 'bun:test'
import { RecalledSubscriber } from '../../src/billing/records/recalled-subscriber.ts'
import type { SubscriberList } from '../../src/model/subscriber.ts'
import { type Table, tableOf } from '../../src/sandbox/tables/table-set.ts'
import { MemoryInMemory } from '../sync/memory-in-memory.ts'
import { expectSettled } from '../sync/world.ts'
import { openTableBilling, SqliteFile, startTableWorld } from './table-world.ts'

const NOBODY: readonly Table[] = [tableOf('one', { x: 'int' }, ['x'], [{ x: 1 }])]

interface Reading {
  readonly texts?: MemoryInMemory
  readonly withPasswords?: boolean
  readonly userAgent?: string
}

async function read(
  file: SqliteFile,
  queries: Readonly<Record<string, string>>,
  { texts, ...options }: Reading = {},
): Promise<SubscriberList> {
  const billing = openTableBilling({ name: 'sql', url: file.url, database: { queries } }, options)
  await billing.system()
  const list = await billing.subscribers(texts)
  // The last list ends the reading, and lets the file be written again.
  await billing.houses(new Map())
  list.noteReading?.()
  return list
}

/** One subscriber, of constants. */
async function readOne(columns: string, more: Readonly<Record<string, string>> = {}) {
  using file = new SqliteFile(NOBODY)
  const { subscribers, exported } = await read(file, {
    subscribers: `SELECT 1 AS id, ${columns} FROM one`,
    ...more,
  })
  return { ...subscribers.get('1'), exported: [...exported.parts] }
}

describe('what is exported', () => {
  test.each([
    ["'a' AS login", ['login']],
    ["NULL AS login, '' AS name", ['fullName']],
    ["'5' AS tariff", ['tariff']],
    ["'5' AS tariff, '' AS next_tariff", ['tariff', 'nextTariff']],
    ["'5' AS tariff, NULL AS next_tariff, '' AS next_tariff_from", ['tariff']],
    ["'3' AS agreement", ['agreementNumber']],
    ["'3' AS agreement, '' AS agreement_date", ['agreementNumber', 'agreementDate']],
    ['7 AS house', ['address']],
    ["7 AS house, '' AS apartment", ['address', 'apartment']],
    ["NULL AS house, '5' AS apartment", []],
    ["'' AS city, '' AS street, '' AS house_number, 2 AS floor", ['address', 'floor']],
    ['NULL AS city, NULL AS street, NULL AS house_number', []],
    ["NULL AS ip, NULL AS mac, '' AS phone, NULL AS phone2", ['phones']],
    ['0 AS traffic_up, 0 AS traffic_down', ['traffic']],
    ['9 AS parent', ['parent']],
    ["'secret' AS password", []],
  ])('of %s', async (columns, parts) => {
    expect((await readOne(columns)).exported.toSorted()).toEqual([...parts].toSorted() as never)
  })

  test('of a side list is what some subscriber has in it', async () => {
    const tags = 'SELECT 1 AS subscriber, 3 AS tag FROM one'
    expect((await readOne('1 AS login', { subscriber_tags: tags })).exported).toEqual(['login', 'tags'])
    expect((await readOne('1 AS login', { subscriber_tags: `${tags} WHERE x = 2` })).exported).toEqual([
      'login',
    ])
  })

  test('of passwords is only what is imported', async () => {
    using file = new SqliteFile(NOBODY)
    const queries = { subscribers: "SELECT 1 AS id, 'secret' AS password FROM one" }
    expect((await read(file, queries)).subscribers.get('1')?.password).toBe('')
    const { subscribers, exported } = await read(file, queries, { withPasswords: true })
    expect([subscribers.get('1')?.password, ...exported.parts]).toEqual(['secret', 'password'])
  })
})

describe('a subscriber', () => {
  test('has what its row and its side lists say, the own columns first', async () => {
    const person = await readOne(
      "'067 111' AS phone, 'a@x.net' AS email, '10.0.0.1' AS ip, '5' AS tariff, 'g' AS \"group\", ' WORK ' AS state",
      {
        phones: "SELECT 1 AS subscriber, '044 222' AS number, 'yes' AS main FROM one",
        emails: "SELECT 1 AS subscriber, 'b@x.net' AS address FROM one",
        ips: "SELECT 1 AS subscriber, '10.0.0.2' AS ip, NULL AS mac FROM one",
        subscriber_tariffs: 'SELECT 1 AS subscriber, 6 AS tariff FROM one',
        subscriber_groups: 'SELECT 1 AS subscriber, \'h\' AS "group" FROM one',
        subscriber_services: "SELECT 1 AS subscriber, 4 AS service, '1.5' AS cost, 'c' AS comment FROM one",
        additional_values: "SELECT 1 AS subscriber, 9 AS field, 'v' AS value FROM one",
        agreements: "SELECT 1 AS subscriber, 'A-1' AS number, '2024-05-01' AS date FROM one",
      },
    )
    expect(person).toMatchObject({
      phones: ['067111', '044222'],
      emails: ['a@x.net', 'b@x.net'],
      ipMacs: [
        { ip: 167_772_161, mac: '' },
        { ip: 167_772_162, mac: '' },
      ],
      tariffs: ['5', '6'],
      groups: ['g', 'h'],
      stateId: 'work',
      services: [{ id: '4', cost: 150, comment: 'c' }],
      agreementNumber: 'A-1',
      agreementDate: '2024-05-01',
    })
    expect([...(person.additionalData ?? [])]).toEqual([['9', 'v']])
  })

  test.each([
    "'192.168.0.1'",
    "'192.168.0.1/32'",
    "'3232235521'",
    '3232235521',
    "'-1062731775'",
    '-1062731775',
    "'-1062731775/32'",
  ])(
    'has its IP from a column of its own and from a list, in every form a database keeps: %s',
    async (ip) => {
      const own = await readOne(`${ip} AS ip, 'AA-BB-CC-DD-EE-01' AS mac`)
      const listed = await readOne("'x' AS login", {
        ips: `SELECT 1 AS subscriber, ${ip} AS ip, 'aabbccddee01' AS mac FROM one`,
      })
      const expected = [{ ip: 3_232_235_521, mac: 'aabbccddee01' }]
      expect([own.ipMacs, listed.ipMacs]).toEqual([expected, expected])
    },
  )

  test.each(["'0'", "''", "'0.0.0.0'", '-1', "'0.0.0.0/32'"])(
    'has none where the database says none: %s',
    async (ip) => {
      const { ipMacs, unreadable } = await readOne(`${ip} AS ip`)
      expect([ipMacs, unreadable]).toEqual([[], undefined])
    },
  )

  test.each(["'10.0.'", "'192.168.0.0/24'", "'fe80::1'", "'192.168.0.1, 192.168.0.2'"])(
    'has an IP that cannot be read left alone, and said: %s',
    async (ip) => {
      const { unreadable } = await readOne(`${ip} AS ip`)
      expect(unreadable).toEqual([{ field: 'ipMac', sent: expect.any(String) }])
    },
  )

  test.each([
    ['a tag', 'subscriber_tags', "NULL AS tag, '2024-05-01' AS added"],
    ['a service', 'subscriber_services', "NULL AS service, 5 AS cost, 'c' AS comment"],
    ['an additional field', 'additional_values', "NULL AS field, 'v' AS value"],
    ['a tariff', 'subscriber_tariffs', 'NULL AS tariff'],
    ['a group', 'subscriber_groups', 'NULL AS "group"'],
  ])('has nothing of a row that does not name %s, as an outer join makes them', async (_, query, columns) => {
    const person = await readOne("'x' AS login", { [query]: `SELECT 1 AS subscriber, ${columns} FROM one` })
    expect(person).toMatchObject({
      tags: [],
      services: [],
      additionalData: new Map(),
      tariffs: [],
      groups: [],
    })
    expect(person.exported).toEqual(['login'])
  })

  test('has no service whose name is empty', async () => {
    const services = "SELECT 1 AS subscriber, '' AS service FROM one UNION ALL SELECT 1, ' 7 ' FROM one"
    const person = await readOne("'x' AS login", { subscriber_services: services })
    expect(person.services?.map(({ id }) => id)).toEqual(['7'])
  })

  test.each(['constructor', '__proto__', 'maybe'])('has a flag left alone that is none: %s', async (word) => {
    const { isCorporate, unreadable } = await readOne(`'${word}' AS corporate`)
    expect(isCorporate).toBeUndefined()
    expect(unreadable).toEqual([{ field: 'corporate', sent: word }])
  })

  test('of a parent is brought after it, under its own id', async () => {
    using file = new SqliteFile([
      tableOf(
        'people',
        { id: 'int', parent: 'int', name: 'text' },
        ['id'],
        [
          { id: 1, parent: 2, name: 'Дитина' },
          { id: 2, parent: null, name: 'Батько' },
          { id: 3, parent: 77, name: 'Сирота' },
          { id: 4, parent: 4, name: 'Сам' },
        ],
      ),
    ])
    const world = await startTableWorld({
      name: 'sql',
      url: file.url,
      database: {
        queries: { subscribers: 'SELECT id AS id, id AS login, parent AS parent, name AS name FROM people' },
      },
    })
    try {
      await world.run()
      await expectSettled(world)
      const { subscribers } = world.userside.snapshot('id')
      expect(Object.entries(subscribers).map(([id, { parent }]) => [id, parent])).toEqual([
        ['1', '2'],
        ['2', ''],
        ['3', ''],
        ['4', ''],
      ])
    } finally {
      await world.stop()
    }
  })
})

describe('addresses that are texts', () => {
  const houses = async (rows: readonly Readonly<Record<string, string | null>>[], block = false) => {
    using file = new SqliteFile([
      tableOf(
        'people',
        { id: 'int', city: 'text', street: 'text', number: 'text', block: 'text' },
        ['id'],
        rows.map((row, index) => ({ id: index + 1, ...row })),
      ),
    ])
    const last = block ? ', block AS house_block' : ''
    const billing = openTableBilling({
      name: 'sql',
      url: file.url,
      database: {
        queries: {
          subscribers: `SELECT id AS id, city AS city, street AS street, number AS house_number${last} FROM people`,
        },
      },
    })
    await billing.system()
    const { subscribers } = await billing.subscribers()
    const streets = await billing.streets()
    const list = await billing.houses(streets.state === 'available' ? streets.items : new Map())
    return { list, streets, cities: await billing.cities(), people: [...subscribers.values()] }
  }

  test('make their cities, streets and houses, each once', async () => {
    const { list, streets, cities, people } = await houses([
      { city: 'Київ', street: 'Соборна', number: '12А' },
      { city: ' Київ ', street: 'Соборна', number: '12А' },
      { city: 'Київ', street: 'Соборна', number: '14' },
      { city: null, street: 'Миру', number: '7/2' },
      { city: 'Київ', street: '', number: '' },
    ])
    expect(people.map(({ address }) => address?.houseId)).toEqual([
      'Київ|Соборна|12А',
      'Київ|Соборна|12А',
      'Київ|Соборна|14',
      '|Миру|7/2',
      undefined,
    ])
    const itemsIn = (directory: typeof list | typeof streets | typeof cities) =>
      directory.state === 'available' ? [...directory.items.values()] : []
    expect(itemsIn(cities)).toEqual([{ id: 'Київ', name: 'Київ' }])
    expect(itemsIn(streets)).toHaveLength(2)
    expect(itemsIn(list)).toMatchObject([
      {
        streetId: 'Київ|Соборна',
        number: { number: '12', block: 'А' },
        sentNumber: { number: '12А', block: '' },
      },
      { number: { number: '14', block: '' } },
      { streetId: '|Миру', number: { number: '7', block: '2' } },
    ])
  })

  test('with a block of their own are taken as they are', async () => {
    const { list } = await houses([{ city: 'Київ', street: 'Соборна', number: '12-14', block: 'Б' }], true)
    expect(list.state === 'available' && [...list.items.values()]).toMatchObject([
      { number: { number: '12-14', block: 'Б' }, sentNumber: undefined },
    ])
  })
})

describe('rows that were read before', () => {
  const people = (): Table[] => [
    tableOf(
      'people',
      { id: 'int', name: 'text', city: 'text' },
      ['id'],
      Array.from({ length: 300 }, (_, index) => ({
        id: index + 1,
        name: `Людина ${index + 1}`,
        city: `Місто ${index % 7}`,
      })),
    ),
    tableOf(
      'tags',
      { owner: 'int', tag: 'int' },
      [],
      [
        { owner: 5, tag: 1 },
        { owner: 5, tag: 2 },
        { owner: 9, tag: 1 },
      ],
    ),
  ]
  const queries = {
    subscribers:
      "SELECT id AS id, name AS name, city AS city, 'Соборна' AS street, id AS house_number FROM people WHERE {page:id}",
    subscriber_tags: 'SELECT owner AS subscriber, tag AS tag FROM tags',
  }
  const unknown = ({ subscribers }: SubscriberList): string[] =>
    [...subscribers.values()].filter((one) => !(one instanceof RecalledSubscriber)).map(({ id }) => id)

  test('are known again, and read as the same when it is asked', async () => {
    using file = new SqliteFile(people())
    const texts = new MemoryInMemory()
    const first = await read(file, queries, { texts })
    expect(unknown(first)).toHaveLength(300)
    const second = await read(file, queries, { texts })
    expect(unknown(second)).toEqual([])
    for (const [id, subscriber] of first.subscribers) {
      const again = second.subscribers.get(id)
      expect([again?.fullName, again?.tags, again?.address]).toEqual([
        subscriber.fullName,
        subscriber.tags,
        subscriber.address,
      ])
    }
    expect(second.exported).toEqual(first.exported)
  })

  test('are read anew where the row or a side list says something else', async () => {
    using file = new SqliteFile(people())
    const texts = new MemoryInMemory()
    await read(file, queries, { texts })
    file.run([
      "UPDATE people SET name = 'Інша' WHERE id = 3",
      'DELETE FROM tags WHERE owner = 5 AND tag = 2',
      'DELETE FROM people WHERE id = 8',
    ])
    const second = await read(file, queries, { texts })
    expect(unknown(second)).toEqual(['3', '5'])
    expect(second.subscribers.size).toBe(299)
    expect(second.subscribers.get('5')?.tags).toEqual([{ id: '1', addedAt: '' }])
  })

  test.each([
    [
      'the query has another column',
      { ...queries, subscribers: queries.subscribers.replace(' AS name', ' AS login') },
    ],
    ['a side list is gone', { subscribers: queries.subscribers }],
    ['states come from a list', { ...queries, states: "SELECT 1 AS id, 'x' AS name FROM people LIMIT 1" }],
  ])('are read anew when %s', async (_, other) => {
    using file = new SqliteFile(people())
    const texts = new MemoryInMemory()
    await read(file, queries, { texts })
    expect(unknown(await read(file, other, { texts }))).toHaveLength(300)
  })

  test('still make the houses of their addresses', async () => {
    using file = new SqliteFile(people())
    const texts = new MemoryInMemory()
    await read(file, queries, { texts })
    const billing = openTableBilling({ name: 'sql', url: file.url, database: { queries } })
    await billing.system()
    await billing.subscribers(texts)
    const houses = await billing.houses(new Map())
    expect(houses.state === 'available' && houses.items.size).toBe(300)
  })
})

describe('a built-in billing', () => {
  test("has the operator's queries laid over its own, one by one", async () => {
    using file = new SqliteFile([
      tableOf('users', { id: 'int', name: 'text' }, ['id'], [{ id: 1, name: 'koval' }]),
    ])
    const database = {
      queries: {
        subscribers: 'SELECT id AS id, name AS login FROM users',
        ips: null,
        subscriber_tariffs: null,
        tariffs: null,
        groups: "SELECT 7 AS id, 'Моя' AS name",
      },
    }
    const billing = openTableBilling({ name: 'nodeny', url: file.url, database })
    await billing.system()
    expect((await billing.subscribers()).subscribers.get('1')?.login).toBe('koval')
    expect((await billing.tariffs()).state).toBe('unavailable')
    const groups = await billing.groups()
    expect(groups.state === 'available' && [...groups.items.values()]).toEqual([{ id: '7', name: 'Моя' }])
  })
})
