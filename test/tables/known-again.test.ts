/** What a run knows again by its rows is what it would have read anew, whatever stands in them and whatever changes. */
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { RecalledSubscriber } from '../../src/billing/records/recalled-subscriber.ts'
import { PASSING_COLUMNS } from '../../src/billing/tables/rows/subscriber-shape.ts'
import type { Subscriber, SubscriberList } from '../../src/model/subscriber.ts'
import { digestOf } from '../../src/model/subscriber-digest.ts'
import { SIDE_QUERIES, TABLE_QUERIES } from '../../src/model/table-queries.ts'
import { tableOf } from '../../src/sandbox/tables/table-set.ts'
import { MemoryInMemory } from '../sync/memory-in-memory.ts'
import { openTableBilling, SqliteFile } from './table-world.ts'

type ListName = 'subscribers' | (typeof SIDE_QUERIES)[number]
type Row = Readonly<Record<string, string | null>>
type Rows = Readonly<Record<ListName, readonly Row[]>>

const LISTS: readonly ListName[] = ['subscribers', ...SIDE_QUERIES]

/** All columns of a list. @param without those that tell the house in the other way */
function columnsOf(list: ListName, without: readonly string[]): readonly string[] {
  const isIdOfRow = (column: string): boolean => list !== 'subscribers' && column === 'id'
  return Object.keys(TABLE_QUERIES[list].columns).filter(
    (column) => !isIdOfRow(column) && !without.includes(column),
  )
}

const HOUSE_BY_TEXT = ['house']
const HOUSE_BY_ID = ['city', 'street', 'house_number', 'house_block']

/** Tables that are called as the queries are. Rows of such a file come in any order. */
class Tables implements Disposable {
  readonly #file: SqliteFile
  readonly #without: readonly string[]

  constructor(without: readonly string[]) {
    this.#without = without
    this.#file = new SqliteFile(
      LISTS.map((list) => {
        const columns = columnsOf(list, without).map((column) => [column, 'long'] as const)
        return tableOf(list, Object.fromEntries(columns), [], [])
      }),
    )
  }

  write(rows: Rows): void {
    const literal = (cell: string | null): string =>
      cell === null ? 'NULL' : `'${cell.replaceAll("'", "''")}'`
    const valuesOf = (list: ListName, row: Row): string =>
      columnsOf(list, this.#without)
        .map((column) => literal(row[column] ?? null))
        .join()
    this.#file.run(
      LISTS.flatMap((list) => [
        `DELETE FROM ${list}`,
        ...rows[list].map((row) => `INSERT INTO ${list} VALUES (${valuesOf(list, row)})`),
      ]),
    )
  }

  async read(texts?: MemoryInMemory): Promise<SubscriberList> {
    const queries = Object.fromEntries(LISTS.map((list) => [list, `SELECT * FROM ${list}`]))
    const billing = openTableBilling(
      { name: 'sql', url: this.#file.url, database: { queries } },
      { withPasswords: true },
    )
    await billing.system()
    const list = await billing.subscribers(texts)
    await billing.houses(new Map())
    list.noteReading?.()
    return list
  }

  [Symbol.dispose](): void {
    this.#file[Symbol.dispose]()
  }
}

/** All that is told of everybody, and the digest that is remembered instead. */
function told({ subscribers, exported }: SubscriberList) {
  return {
    subscribers: new Map(
      [...subscribers].map(([id, one]) => [id, [digestOf(one), ...MEMBERS.map((name) => one[name])]]),
    ),
    parts: [...exported.parts].toSorted(),
    fields: [...exported.additionalFields].toSorted(),
  }
}

const EVERY_MEMBER = {
  ...{ id: 1, parentId: 1, login: 1, fullName: 1, accountNumber: 1, comment: 1, balance: 1, credit: 1 },
  ...{ discount: 1, isCorporate: 1, isFormer: 1, connectedOn: 1, activeAt: 1, agreementNumber: 1 },
  ...{ agreementDate: 1, tariffs: 1, nextTariff: 1, trafficUp: 1, trafficDown: 1, phones: 1, emails: 1 },
  ...{ address: 1, ipMacs: 1, stateId: 1, additionalData: 1, groups: 1, tags: 1, services: 1, password: 1 },
  unreadable: 1,
} satisfies Record<Exclude<keyof Subscriber, 'digest'>, 1>
const MEMBERS = Object.keys(EVERY_MEMBER) as (keyof typeof EVERY_MEMBER)[]

function readAnew({ subscribers }: SubscriberList): string[] {
  return [...subscribers.values()].filter((one) => !(one instanceof RecalledSubscriber)).map(({ id }) => id)
}

describe.each([
  ['by texts', HOUSE_BY_TEXT],
  ['by an id', HOUSE_BY_ID],
])('one cell that changes, where houses are told %s,', (_, without) => {
  const cells = LISTS.flatMap((list) =>
    columnsOf(list, without)
      .filter((column) => column !== 'id' && column !== 'subscriber')
      .map((column) => [list, column] as const),
  )
  const cellOf = (column: string, day: number): string => (column === 'active' ? `2024-01-0${day}` : `${day}`)
  const rowOf = (list: ListName, owner: Row): Row => ({
    ...Object.fromEntries(columnsOf(list, without).map((column) => [column, cellOf(column, 5)])),
    ...owner,
  })

  test('is noticed, whichever it is; what changes from minute to minute is read of everybody', async () => {
    using tables = new Tables(without)
    const sides = SIDE_QUERIES.map((list) => [list, [rowOf(list, { subscriber: '1' })]] as const)
    const subscribers = ['1', '2'].map((id) => rowOf('subscribers', { id, parent: null }))
    const rows = { ...(Object.fromEntries(sides) as unknown as Rows), subscribers }
    for (const [list, column] of cells) {
      const texts = new MemoryInMemory()
      tables.write(rows)
      await tables.read(texts)
      for (const cell of [cellOf(column, 6), null, '']) {
        const [first = {}, ...others] = rows[list]
        tables.write({ ...rows, [list]: [{ ...first, [column]: cell }, ...others] })
        const again = await tables.read(texts)
        const isPassing = list === 'subscribers' && PASSING_COLUMNS.includes(column)
        expect([list, column, cell, readAnew(again)]).toEqual([list, column, cell, isPassing ? [] : ['1']])
        expect(told(again)).toEqual(told(await tables.read()))
      }
    }
  })
})

describe('rows of any kind', () => {
  const IDS = ['1', '7', '007', 'їжак', "o'neil", '2097152']
  const cell = fc.constantFrom(
    ...[null, '', '0', ' 1 ', '2', '-1', '12,5', '1e400', '192.168.0.1', '-1062731775', '00:11:22:aa:bb:cc'],
    ...[
      '067 111-22-33',
      'a@x.net',
      '2024-02-29',
      '31.02.2024',
      '1711846799',
      'work',
      'yes',
      'a\tb\r\nc',
      '😀\\"',
    ],
  )
  const rowsOf = (list: ListName, without: readonly string[], owner: Record<string, fc.Arbitrary<string>>) =>
    fc.record({
      ...Object.fromEntries(columnsOf(list, without).map((column) => [column, cell])),
      ...owner,
    }) as fc.Arbitrary<Row>
  const population = fc.constantFrom(HOUSE_BY_TEXT, HOUSE_BY_ID).chain((without) =>
    fc.record({
      without: fc.constant(without),
      rows: fc.record({
        ...(Object.fromEntries(
          SIDE_QUERIES.map((list) => {
            const owner = fc.constantFrom(...IDS, 'nobody', ' 7 ')
            return [list, fc.array(rowsOf(list, without, { subscriber: owner }), { maxLength: 6 })]
          }),
        ) as Record<(typeof SIDE_QUERIES)[number], fc.Arbitrary<Row[]>>),
        subscribers: fc.uniqueArray(rowsOf('subscribers', without, { id: fc.constantFrom(...IDS) }), {
          selector: ({ id }) => id,
          minLength: 1,
        }),
      }),
    }),
  )

  test('are read the same whether they are known again or not, and in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(population, population, async ({ without, rows }, other) => {
        using tables = new Tables(without)
        const texts = new MemoryInMemory()
        tables.write(rows)
        const before = told(await tables.read(texts))
        tables.write(
          Object.fromEntries(LISTS.map((list) => [list, rows[list].toReversed()])) as unknown as Rows,
        )
        const turned = told(await tables.read(texts))
        expect(turned).toEqual({ ...before, subscribers: expect.anything() })
        expect(Object.fromEntries(turned.subscribers)).toEqual(Object.fromEntries(before.subscribers))
        for (const list of LISTS) {
          tables.write({ ...rows, [list]: list === 'subscribers' ? rows[list].slice(1) : other.rows[list] })
          expect(told(await tables.read(texts))).toEqual(told(await tables.read()))
        }
      }),
      { numRuns: 25 },
    )
  })
})
