/** Plain values are read as the engine's parser reads them, and what is not plain is left to it. */
import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { NOT_PLAIN, PlainValues } from '../../src/json/plain-value.ts'

/** Reads a value that stands between others. */
function read(text: string): unknown {
  const bytes = Buffer.from(`"x":${text},"y"`)
  return new PlainValues(bytes).read(4, bytes.length - 4)
}

describe('what most records have most of is plain', () => {
  test.each([
    '"214.71"',
    '""',
    '"2026-10-01 12:31:09"',
    '0',
    '-12',
    '0.5',
    '-0',
    '123456789012345',
    'null',
    '{"month":{"up":"46713454168","down":708296242161}}',
    '{"10":1,"9":2,"constructor":3}',
    '{"a":1,"a":2}',
  ])('%s', (text) => {
    expect(read(text)).toStrictEqual(JSON.parse(text))
  })
})

describe('whatever may be read in another way is not', () => {
  test.each([
    ['an escape', '"\\u0404"'],
    ['a letter of several bytes', '"Є"'],
    ['a number that may lose digits', '1234567890123456'],
    ['a fraction of many digits', '0.123456789012345'],
    ['a leading zero', '007'],
    ['an exponent', '1e3'],
    ['a list', '[1]'],
    ['a map without members', '{}'],
    ['what an object inherits', '{"__proto__":1}'],
    ['a deep map', '{"a":{"a":{"a":{"a":1}}}}'],
    ['a word', 'true'],
    ['blanks before it', ' 1'],
    ['blanks behind it', '1 '],
    ['blanks within it', '{"a": 1}'],
  ])('%s', (_, text) => {
    expect(read(text)).toBe(NOT_PLAIN)
  })

  test.each([
    '',
    '-',
    '.5',
    '5.',
    '+1',
    'nul',
    'nulls',
    '"a',
    '"a"b',
    '"a""b"',
    '{"a"}',
    '{"a":}',
    '{"a":1',
    '{a:1}',
  ])('what is no JSON: %s', (text) => {
    expect(read(text)).toBe(NOT_PLAIN)
  })

  test('a control character', () => {
    expect(read('"\u0001"')).toBe(NOT_PLAIN)
  })
})

test('whatever is read is what the parser gives', () => {
  const pieces = fc.constantFrom(
    ...'{}[]":,.-+0159eE nul\\'.split(''),
    '"a"',
    '":',
    'null',
    '12',
    '__proto__',
  )
  const garbled = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
  const legal = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value))
  fc.assert(
    fc.property(fc.oneof(garbled, legal), (text) => {
      const value = read(text)
      if (value !== NOT_PLAIN) expect(value).toStrictEqual(JSON.parse(text))
    }),
    { numRuns: 2000 },
  )
})
