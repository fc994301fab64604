import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { findFault } from '../../src/json/fault-place.ts'
import { JsonError } from '../../src/json/json-error.ts'
import { readRecords } from '../../src/json/records.ts'
import { streamOf } from './streams.ts'

function faultOf(text: string | Uint8Array): number {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return findFault(bytes, 0, bytes.length, bytes[0] === 0x7b).at
}

describe('the place where bytes stop being JSON', () => {
  test.each([
    ['[1,NaN]', 'NaN'],
    ['["a\nb"]', '\n'],
    ['["it\\\'s"]', "\\'"],
    ['["\\u12g4"]', '\\u12g4'],
    ['[1,]', ']'],
    ['[,1]', ',1'],
    ['[1 2]', '2]'],
    ['{"a":1,}', '}'],
    ['{"a" 1}', '1}'],
    ['{a:1}', 'a:1'],
    ['{"a":1;"b":2}', ';'],
    ['[1.2.3]', '1.2.3'],
    ['[-]', '-]'],
    ['[TRUE]', 'TRUE'],
    ['[nul]', 'nul'],
    ['[undefined]', 'undefined'],
    ["['a']", "'a'"],
    ['[{"a":[1}]', '}]'],
    ['{"a":{"b":"c"}"d":1}', '"d"'],
  ])('%p breaks at %p', (text, rest) => {
    expect(text.slice(faultOf(text))).toStartWith(rest)
  })

  test.each([[[0x5b, 0x22, 0xcf, 0xf0, 0x22, 0x5d]], [[0x5b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x5d]]])(
    'a byte that is not UTF-8: %p',
    (bytes) => {
      expect(faultOf(Uint8Array.from(bytes))).toBe(2)
    },
  )

  test('of legal JSON is its closing bracket, numbers with leading zeros among it', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (list) => {
        const text = JSON.stringify(list)
        expect(faultOf(text)).toBe(new TextEncoder().encode(text).length - 1)
      }),
    )
    expect(faultOf('[007,-01]')).toBe(8)
  })

  test('is never before what the first wrong character is in', () => {
    const wrong = fc.constantFrom('\u0001', "\\'", 'NaN', '\\x')
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        wrong,
        (list, share, bad) => {
          const text = JSON.stringify(list)
          const place = 1 + Math.floor(share * (text.length - 2))
          const broken = text.slice(0, place) + bad + text.slice(place)
          try {
            JSON.parse(broken)
          } catch {
            // A number or an escape is wrong from its beginning on.
            const before = new TextEncoder().encode(text.slice(0, Math.max(0, place - 30))).length
            expect(faultOf(broken)).toBeGreaterThanOrEqual(before)
            expect(faultOf(broken)).toBeLessThan(new TextEncoder().encode(broken).length)
          }
        },
      ),
    )
  })
})

describe('an error of a broken list', () => {
  const records = Array.from({ length: 3000 }, (_, index) => ({ id: `s${index}`, text: `Коваль ${index}` }))
  const list = JSON.stringify(records)
  const map = JSON.stringify(Object.fromEntries(records.map((record) => [record.id, record])))

  async function errorOf(body: string, chunk: number): Promise<JsonError> {
    try {
      for await (const lot of readRecords(streamOf(new TextEncoder().encode(body), chunk)))
        expect(lot).toBeArray()
    } catch (error) {
      if (error instanceof JsonError) return error
      throw error
    }
    throw new Error('it was read')
  }

  for (const [what, body] of [
    ['a list', list],
    ['a map', map],
  ] as const) {
    for (const chunk of [1000, 65_536, 10_000_000]) {
      test.each([0, 1, 699, 700, 2998])(`${what} in chunks of ${chunk}: behind record %p`, async (count) => {
        const broken = body.replace(`"Коваль ${count}"`, '"Кова\u0002ль"')
        const { place } = await errorOf(broken, chunk)
        expect(place?.entries).toBe(count)
        expect(place?.lastId).toBe(count === 0 ? '' : `s${count - 1}`)
        expect(place?.offset).toBe(Buffer.from(broken.slice(0, broken.indexOf('\u0002'))).length)
        expect(place?.before).toEndWith('"text":"Кова')
        expect(place?.behind).toStartWith('\u0002ль"')
      })
    }
  }

  test('cut: the last whole record, and the end of the body', async () => {
    const cut = map.slice(0, map.indexOf('"s2000"') + 12)
    const { place, fault } = await errorOf(cut, 65_536)
    expect([fault, place?.entries, place?.lastId, place?.behind]).toEqual(['cut', 2000, 's1999', ''])
    expect(place?.offset).toBe(Buffer.from(cut).length)
  })

  test('that goes on behind its end', async () => {
    const { place, fault } = await errorOf(`${list} \n  x`, 1000)
    expect([fault, place?.entries, place?.lastId]).toEqual(['trailing', 3000, 's2999'])
    expect(place?.offset).toBe(Buffer.from(list).length + 4)
  })
})
