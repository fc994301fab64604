/** Entries that are known by their texts: not parsed, told from all others, and still to be read. */
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { JsonError } from '../../src/json/json-error.ts'
import {
  type Entry,
  type Passing,
  type Recall,
  type RecordText,
  readRecords,
} from '../../src/json/records.ts'
import { streamOf } from './streams.ts'

async function read(body: string, find?: Recall['find'], size?: number, passing?: Passing): Promise<Entry[]> {
  const all: Entry[] = []
  const recall = find && { find, ...(passing && { passing }) }
  for await (const lot of readRecords(streamOf(body, size), { recall })) all.push(...lot)
  return all
}

/** The hashes of a body's entries, in their order. */
async function hashesOf(body: string): Promise<string[]> {
  return (await read(body, () => undefined)).map(([, , hash = '']) => hash)
}

class Known {
  constructor(readonly text: RecordText) {}
}

describe('reading with recall', () => {
  test('entries come as without it, known ones as what is known of them', async () => {
    const value = fc.jsonValue({ maxDepth: 3 })
    const lists = fc.array(value, { maxLength: 40 })
    const maps = fc.array(fc.tuple(fc.string(), value), { maxLength: 40 })
    const bodies = fc.oneof(
      lists.map((items) => JSON.stringify(items)),
      maps.map((entries) => {
        const members = entries.map(([key, item]) => `${JSON.stringify(key)} : ${JSON.stringify(item)}`)
        return `{${members.join(' ,\n')}}`
      }),
    )
    await fc.assert(
      fc.asyncProperty(bodies, fc.nat(3), fc.constantFrom(1, 7, 1000), async (body, modulus, size) => {
        const plain = await read(body)
        const known = new Set((await hashesOf(body)).filter((_, place) => place % 4 === modulus))
        const entries = await read(
          body,
          (hash, text) => (known.has(hash) ? new Known(text) : undefined),
          size,
        )
        expect(entries).toHaveLength(plain.length)
        for (const [place, [key, item, hash]] of entries.entries()) {
          const [plainKey, plainItem] = plain[place] ?? []
          if (item instanceof Known) {
            expect(item.text.read()).toEqual(plainItem)
            expect(known).toContain(item.text.hash())
          } else {
            expect([key, item]).toEqual([plainKey ?? '', plainItem])
            expect(hash).toBeString()
          }
        }
      }),
    )
  })

  test('numbers that would lose digits are read from a known text as from any other', async () => {
    const body = '{"a":{"id":12345678901234567,"n":007}}'
    const [entry] = await read(body, (_, text) => new Known(text))
    const value = entry?.[1]
    expect(value instanceof Known && value.text.read()).toEqual({ id: '12345678901234567', n: '007' })
  })

  test('two texts have the same hash only when they are the same', async () => {
    const [one, same, key, other] = await hashesOf('{"a":{"n":1},"a":{"n":1},"b":{"n":1},"a":{"n":10}}')
    expect(same).toBe(one ?? '')
    expect(new Set([one, key, other]).size).toBe(3)
  })

  test('lots of any length keep their texts apart', async () => {
    const records = Array.from({ length: 3000 }, (_, id) => ({ id, text: `${id}`.repeat(40) }))
    const entries = await read(JSON.stringify(records), (_, text) => new Known(text), 4096)
    // Backwards, so that no two that follow each other are of one lot for long.
    for (const [place, [, value]] of [...entries.entries()].toReversed())
      expect(value instanceof Known && value.text.read()).toEqual(records[place] ?? {})
  })

  test.each([
    '[{"id":1},]',
    '[,{"id":1}]',
    '[{"id":1},,{"id":1}]',
    '[{"id":1},{"id":1},]',
    '{"a":{"id":1},}',
    '{,"a":{"id":1}}',
    '{"a":{"id":1},,"a":{"id":1}}',
  ])('%s is refused though every entry in it is known', async (body) => {
    const known = new Set([...(await hashesOf('[{"id":1}]')), ...(await hashesOf('{"a":{"id":1}}'))])
    const reading = read(body, (hash) => (known.has(hash) ? 'known' : undefined))
    await expect(reading).rejects.toBeInstanceOf(JsonError)
  })

  test('an empty list and an empty map have no entries', async () => {
    for (const body of ['[]', '{}', ' [ ] ', ' { } ']) expect(await read(body, () => undefined)).toEqual([])
  })

  test.each([
    ['[{"id":1},,{"id":2}]', 'an entry that is none'],
    ['[{"id":1},{"id":2},]', 'a comma at the end'],
    ['[{"id":1},{"id":2]', 'an entry that is cut'],
    ['[{"id":1},{"id":tru}]', 'a word that is none'],
  ])('%s is refused though its first entry is known: %s', async (body) => {
    const [known] = await hashesOf('[{"id":1}]')
    const reading = read(body, (hash) => (hash === known ? 'known' : undefined))
    await expect(reading).rejects.toBeInstanceOf(JsonError)
  })
})
