import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { JsonError, type JsonFault } from '../../src/json/json-error.ts'
import { parseJson } from '../../src/json/parse.ts'
import { type Entry, type RecordOptions, readRecords } from '../../src/json/records.ts'
import { streamOf } from './streams.ts'

async function read(body: string | Uint8Array, options: RecordOptions = {}, size?: number): Promise<Entry[]> {
  const all: Entry[] = []
  for await (const lot of readRecords(streamOf(body, size), options)) all.push(...lot)
  return all
}

async function faultOf(body: string | Uint8Array, size?: number): Promise<JsonFault | 'none'> {
  try {
    await read(body, {}, size)
    return 'none'
  } catch (error) {
    if (error instanceof JsonError) return error.fault
    throw error
  }
}

describe('reading records from a stream', () => {
  test('gives the entries of a map in the order of the text, whatever their keys', async () => {
    const body = '{"b":1,"10":{"x":[1,{"y":"}"}]},"__proto__":{"a":1},"constructor":null,"":"\\"]","b":2}'
    expect(await read(body)).toEqual([
      ['b', 1],
      ['10', { x: [1, { y: '}' }] }],
      ['__proto__', { a: 1 }],
      ['constructor', null],
      ['', '"]'],
      ['b', 2],
    ])
  })

  test('gives the items of a list under their index', async () => {
    expect(await read(' [ {"id":1} , "x" , [] ] \n')).toEqual([
      ['0', { id: 1 }],
      ['1', 'x'],
      ['2', []],
    ])
  })

  test('an empty list and an empty map have no entries', async () => {
    expect(await read('[]')).toEqual([])
    expect(await read(' { } ')).toEqual([])
  })

  test('null is an empty list only where the caller says so', async () => {
    expect(await read('null', { isNullEmpty: true })).toEqual([])
    expect(await faultOf('null')).toBe('scalar')
  })

  test('keeps integers beyond 2^53 and numbers with leading zeros as texts, outside strings only', async () => {
    const body =
      '{"12345678901234567":{"id":12345678901234567,"a":007,"b":-0012,"c":"007 12345678901234567","d":0,"e":10.5,"f":1234567890123456,"g":123456789012345,"h":0.5,"i":001122334455}}'
    for (const size of [1, 3, 7, 1000]) {
      expect(await read(body, {}, size)).toEqual([
        [
          '12345678901234567',
          {
            id: '12345678901234567',
            a: '007',
            b: '-0012',
            c: '007 12345678901234567',
            d: 0,
            e: 10.5,
            f: '1234567890123456',
            g: 123456789012345,
            h: 0.5,
            i: '001122334455',
          },
        ],
      ])
    }
  })

  const faults: readonly [body: string, fault: JsonFault][] = [
    ['', 'empty'],
    [' \r\n', 'empty'],
    ['undefined', 'not-json'],
    ['<html>', 'not-json'],
    ['"text"', 'scalar'],
    ['12', 'scalar'],
    ['true', 'scalar'],
    ['{"a":1', 'cut'],
    ['{"a":{"b":1}', 'cut'],
    ['{"a":"x', 'cut'],
    ['{"a":12', 'cut'],
    ['[1,2,', 'cut'],
    ['{"a":1} x', 'trailing'],
    ['{"a":1}}', 'trailing'],
    ['[1][2]', 'trailing'],
    ['{"a":1,}', 'not-json'],
    ['{,}', 'not-json'],
    ['[,]', 'not-json'],
    ['[1,]', 'not-json'],
    ['[1 2]', 'not-json'],
    ['{"a"}', 'not-json'],
    ['{"a","b"}', 'not-json'],
    ['{"a":1:2}', 'not-json'],
    ['{"a":1,"b"}', 'not-json'],
    ['{1:2}', 'not-json'],
    ['{a:2}', 'not-json'],
    ['["a":1]', 'not-json'],
    ['{"a":1]', 'not-json'],
    ['[1}', 'not-json'],
    ['[{]}', 'not-json'],
    ['{  { "ERROR" : "Userside API function: M not defined" } }', 'not-json'],
    ['["a\nb"]', 'not-json'],
    ['[nul]', 'not-json'],
    ['[-]', 'not-json'],
  ]
  for (const [body, fault] of faults) {
    test(`${JSON.stringify(body)} is ${fault}, in one piece or byte by byte`, async () => {
      expect(await faultOf(body)).toBe(fault)
      expect(await faultOf(body, 1)).toBe(fault)
    })
  }

  test('a byte that is not UTF-8 spoils the answer instead of becoming a question mark in a name', async () => {
    expect(await faultOf(Uint8Array.from([...Buffer.from('{"a":"'), 0xcf, 0xf0, ...Buffer.from('"}')]))).toBe(
      'encoding',
    )
  })

  test('nesting beyond any sense is an error, not a crash', async () => {
    expect(await faultOf('['.repeat(300_000))).toBe('too-deep')
    expect(await faultOf('{"a":'.repeat(300_000))).toBe('too-deep')
  })

  test('a record of more than 8 MiB is nobody’s', async () => {
    const record = (size: number): string => `{"a":{"comment":"${'x'.repeat(size)}"},"b":1}`
    expect(await faultOf(record(7 * 1024 * 1024), 65_536)).toBe('none')
    expect(await faultOf(record(9 * 1024 * 1024), 65_536)).toBe('too-long')
  })

  test('a body of more bytes than it may have is given up, however small its records', async () => {
    const body = `[${'1,'.repeat(500_000)}1]`
    const given: number[] = []
    const reading = async (mostBytes: number): Promise<void> => {
      for await (const lot of readRecords(streamOf(body, 65_536), { mostBytes })) given.push(lot.length)
    }
    await reading(body.length)
    expect(given.reduce((sum, length) => sum + length, 0)).toBe(500_001)
    await expect(reading(body.length - 1)).rejects.toMatchObject({ fault: 'too-long' })
  })

  test('megabytes of almost JSON are given up in time', async () => {
    for (const line of ['[1\n', '["a\n', '[1,\n', '{"a":1,\n', '{\n', '[]\n', '[[[[[[\n'])
      expect(await faultOf(line.repeat(500_000), 65_536)).not.toBe('none')
  })

  test('an error tells how the body began and ended', async () => {
    const body = `{"a":1,"b":${' '.repeat(200_000)}wrong data input: SELECT`
    const error = await read(body).then(
      () => undefined,
      (thrown) => thrown,
    )
    expect(error).toBeInstanceOf(JsonError)
    expect(error.excerpt.head).toStartWith('{"a":1')
    expect(error.excerpt.tail).toEndWith('wrong data input: SELECT')
    expect(error.excerpt.size).toBe(body.length)
  })

  test('a failing stream fails with its own error', async () => {
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('reset'))
      },
    })
    expect(
      (async () => {
        for await (const _ of readRecords(stream));
      })(),
    ).rejects.toThrow('reset')
  })
})

describe('what stands before the JSON (T33)', () => {
  const right = '{"1":{"id":1}}'
  const expected: Entry[] = [['1', { id: 1 }]]
  const garbage: readonly [what: string, before: string][] = [
    ['a BOM', '\uFEFF'],
    ['a BOM between blanks', ' \n\uFEFF\n'],
    ['PHP notices', '<br />\n<b>Warning</b>:  x["y"] in {z} on line <b>1</b><br />\n'],
    ['a notice that begins with a bracket', '[26-Nov-2026 10:00:00 Europe/Kyiv] PHP Notice: {x}\n'],
    ['a notice that is JSON itself', '[1]\r\n'],
    ['an open bracket', '[stale\n'],
    ['source text', "<?\n$lang['x'] = 'y';\n{\n  return $a['b'];\n}\n?>\n"],
    ['a very long notice', `${'x'.repeat(500_000)}\n`],
    ['many lines that look like JSON', '[x\n'.repeat(20_000)],
  ]
  for (const [what, before] of garbage) {
    test(`skips ${what} and says so`, async () => {
      for (const size of [1, 5, 65_536]) {
        if (size < 65_536 && before.length > 1000) continue
        const heads: string[] = []
        expect(await read(before + right, { onGarbage: (head) => heads.push(head) }, size)).toEqual(expected)
        expect(heads).toHaveLength(1)
      }
    })
  }

  test('white space around is nothing to speak of', async () => {
    const heads: string[] = []
    expect(await read(` \n${right}\r\n `, { onGarbage: (head) => heads.push(head) })).toEqual(expected)
    expect(heads).toEqual([])
  })

  test('an empty list behind notices is refused where the caller says so, behind a BOM it is not', async () => {
    const options = { isEmptyBehindGarbageRefused: true }
    expect(read('notice\n{}', options)).rejects.toBeInstanceOf(JsonError)
    expect(read('{"a":{"b":x}\n[]', options)).rejects.toBeInstanceOf(JsonError)
    expect(await read('\uFEFF[]', options)).toEqual([])
    expect(await read('notice\n{}')).toEqual([])
    expect(await read(`notice\n${right}`, options)).toEqual(expected)
  })

  test('a body that is cut is not saved by a later line that happens to be JSON', async () => {
    expect(await faultOf('[\n{"id":1},\n{"id":2},\n{"id":3}')).toBe('cut')
  })

  test('text behind the JSON is not forgiven', async () => {
    expect(await faultOf(`${right}\n<b>Notice</b>`)).toBe('trailing')
  })
})

describe('properties', () => {
  const keys = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', '', '0', '007'))

  test('any map comes out as the parser of small texts would read it, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(keys, fc.jsonValue({ maxDepth: 3 }))),
        fc.integer({ min: 1, max: 40 }),
        async (pairs, size) => {
          const body = `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`
          const want = pairs.map(([key, value]): Entry => [key, parseJson(JSON.stringify(value))])
          expect(await read(body, {}, size)).toEqual(want)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a body cut anywhere is never whole', async () => {
    const body = JSON.stringify({ a: { b: ['x', 1, null] }, є: 'ї"\\', c: [] })
    const bytes = new TextEncoder().encode(body)
    for (let length = 0; length < bytes.length; length++)
      expect(await faultOf(bytes.slice(0, length), 3)).not.toBe('none')
  })

  test('lots do not change what is read', async () => {
    const items = Array.from({ length: 3000 }, (_, i) => ({ id: i, text: 'є'.repeat(i % 50) }))
    const list = await read(JSON.stringify(items), {}, 1000)
    expect(list.map(([, value]) => value)).toEqual(items)
    expect(list.map(([key]) => key)).toEqual(items.map((_, i) => String(i)))
  })
})
