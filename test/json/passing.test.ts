/** Entries that are known again though what is passing of them has changed: nothing else may have, and the new values are told. */
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { type Passing, readRecords } from '../../src/json/records.ts'
import { streamOf } from './streams.ts'

const PASSING: Passing = { values: ['balance', 'active', 'traffic'], counted: ['data'] }

/** An entry as it was read, with what a reader who knows nothing would see of it. */
interface Read {
  readonly hash: string
  readonly value: unknown
  /** What was told beside the hash. */
  readonly passing: readonly unknown[]
}

/** Reads all entries without knowing any. */
async function readAll(body: string, size?: number): Promise<Read[]> {
  const told: (readonly unknown[])[] = []
  const hashes: string[] = []
  const recall = {
    passing: PASSING,
    find: (hash: string, _: unknown, passing: readonly unknown[]) => {
      hashes.push(hash)
      told.push(passing)
      return undefined
    },
  }
  const all: Read[] = []
  for await (const lot of readRecords(streamOf(body, size), { recall }))
    for (const [, value, hash = ''] of lot)
      all.push({ hash, value, passing: told[hashes.indexOf(hash, all.length)] ?? [] })
  return all
}

async function hashOf(entry: string): Promise<string> {
  const [read] = await readAll(`[${entry}]`)
  return read?.hash ?? ''
}

describe('the same entry', () => {
  test.each([
    ['another balance', '{"id":1,"balance":"5.00"}', '{"id":1,"balance":"-15.5"}'],
    ['a number for a text', '{"id":1,"balance":5,"x":[]}', '{"id":1,"balance":"5","x":[]}'],
    ['nothing for a value', '{"balance":null,"id":1}', '{"balance":12,"id":1}'],
    [
      'another map',
      '{"id":1,"traffic":{"month":{"up":1}}}',
      '{"id":1,"traffic":{"month":{"up":"22","down":3}}}',
    ],
    ['all three', '{"balance":1,"active":"a","traffic":[]}', '{"balance":2,"active":"","traffic":{}}'],
    ['blanks around them', '{ "balance" :  1 , "id" : 2 }', '{ "balance" :55, "id" : 2 }'],
    ['brackets and commas in texts', '{"balance":"}],{","id":1}', '{"balance":"\\"balance\\":1","id":1}'],
    ['counters', '{"data":{"4":{"id":1},"5":{"id":2}}}', '{"data":{"9":{"id":1},"10":{"id":2}}}'],
  ])('with %s', async (_, one, other) => {
    expect(await hashOf(one)).not.toBe('')
    expect(await hashOf(other)).toBe(await hashOf(one))
  })
})

describe('another entry', () => {
  test.each([
    ['the same values of other members', '{"balance":1,"id":2}', '{"balance":2,"id":1}'],
    ['a member less', '{"id":1,"balance":1}', '{"id":1}'],
    ['a member in another place', '{"balance":1,"id":1}', '{"id":1,"balance":1}'],
    ['a value that passes, within another member', '{"x":{"balance":1}}', '{"x":{"balance":2}}'],
    ['a value that passes, in a list', '[{"balance":1}]', '[{"balance":2}]'],
    ['a name that ends like one', '{"old_balance":1}', '{"old_balance":2}'],
    ['a name with a quote before it', '{"x\\"balance":1}', '{"x\\"balance":2}'],
    ['other fields behind counters', '{"data":{"4":{"id":1}}}', '{"data":{"4":{"id":2}}}'],
    [
      'counters in another order',
      '{"data":{"4":{"id":1,"v":1},"5":{"id":1,"v":2}}}',
      '{"data":{"5":{"id":1,"v":1},"4":{"id":1,"v":2}}}',
    ],
    ['the same counter twice', '{"data":{"4":{"v":1},"4":{"v":2}}}', '{"data":{"4":{"v":1},"5":{"v":2}}}'],
    ['a counter for a name', '{"data":{"":{"id":1}}}', '{"data":{"4":{"id":1}}}'],
    [
      'a counter too long to be one',
      '{"data":{"a":{"v":1},"4":{"v":2}}}',
      '{"data":{"a":{"v":1},"5000000000":{"v":2}}}',
    ],
    ['a counter elsewhere', '{"x":{"4":{"id":1}}}', '{"x":{"5":{"id":1}}}'],
    ['a text like a counter', '{"data":[{"v":"{\\"4\\":"}]}', '{"data":[{"v":"{\\"5\\":"}]}'],
  ])('with %s', async (_, one, other) => {
    expect(await hashOf(one)).not.toBe(await hashOf(other))
  })
})

test.each([
  ['twice', '{"balance":1,"id":1,"balance":2}'],
  ['in two spellings', '{"balance":1,"id":1,"\\u0062alance":2}'],
  ['in another spelling only', '{"\\u0062alance":1,"id":1}'],
  ['beside a member that stands there twice', '{"balance":1,"id":1,"id":2}'],
])('an entry is never known again that has a value %s', async (_, entry) => {
  expect(await hashOf(entry)).toBe('')
})

test('the values come as they would be read, digit by digit', async () => {
  const body =
    '[{"balance":12345678901234567,"traffic":{"up":007}},{"id":1},{"traffic":"\\u0404","active":null,"balance":-0.5}]'
  const passing = (await readAll(body)).map((read) => read.passing)
  expect(passing).toEqual([
    ['12345678901234567', undefined, { up: '007' }],
    [undefined, undefined, undefined],
    [-0.5, null, '\u0404'],
  ])
})

test('whoever has the same hash differs in what is told beside it and in nothing else', async () => {
  const scalar = fc.oneof(
    fc.integer(),
    fc.constantFrom('', 'balance', '","balance":1', '}'),
    fc.constant(null),
  )
  const counters = fc.uniqueArray(fc.nat(12), { maxLength: 3 })
  const record = fc.record(
    {
      id: fc.nat(1),
      balance: fc.oneof(scalar, fc.jsonValue({ maxDepth: 1 })),
      active: scalar,
      traffic: fc.oneof(scalar, fc.record({ up: scalar })),
      data: counters.map((numbers) => Object.fromEntries(numbers.map((number) => [number, { id: 1 }]))),
      x: fc.constantFrom(1, '1', { balance: 1 }, [2]),
    },
    { requiredKeys: ['id'] },
  )
  const space = fc.constantFrom('', '\n')
  const body = fc
    .tuple(fc.array(record, { minLength: 2, maxLength: 30 }), space)
    .map(([records, blank]) => JSON.stringify(records, null, blank))
  const lasting = (value: unknown): string => {
    const { balance, active, traffic, data, ...others } = value as Record<string, unknown>
    const names = Object.keys(value as object)
    return JSON.stringify([names, others, typeof data === 'object' && data !== null && Object.values(data)])
  }
  await fc.assert(
    fc.asyncProperty(body, fc.constantFrom(1, 13, 4096), async (text, size) => {
      const entries = await readAll(text, size)
      const byHash = new Map<string, string>()
      for (const { hash, value, passing } of entries) {
        const { balance, active, traffic } = value as Record<string, unknown>
        expect(passing).toEqual([balance, active, traffic])
        expect(lasting(value)).toBe(byHash.get(hash) ?? lasting(value))
        byHash.set(hash, lasting(value))
      }
      // And the other way round, but for blanks: who does not differ has the same.
      if (!text.includes('\n')) expect(byHash.size).toBe(new Set(byHash.values()).size)
    }),
  )
})

test('what is broken is refused, whoever is known', async () => {
  const [known] = await readAll('[{"id":1,"balance":1}]')
  const find = (hash: string): unknown => (hash === known?.hash ? 'known' : undefined)
  for (const value of ['', '1 2', 'tru', '[1}', '{"a":1]', '1,', '"\u0001"', '.5']) {
    const body = `[{"id":1,"balance":${value}}]`
    const reading = Array.fromAsync(readRecords(streamOf(body), { recall: { passing: PASSING, find } }))
    await expect(reading).rejects.toBeInstanceOf(Error)
  }
  const body = `[{"id":1,"balance":1]]`
  await expect(
    Array.fromAsync(readRecords(streamOf(body), { recall: { passing: PASSING, find } })),
  ).rejects.toBeInstanceOf(Error)
})
