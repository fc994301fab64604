import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { JsonError } from '../../src/json/json-error.ts'
import { parseJson } from '../../src/json/parse.ts'

test('keeps numbers that would lose digits as texts, outside strings only', () => {
  expect(
    parseJson(
      '\uFEFF {"a":007,"b":12345678901234567,"c":-0012,"d":"007 12345678901234567","e":0.5,"f":1e20,"g":10}\n',
    ),
  ).toEqual({
    a: '007',
    b: '12345678901234567',
    c: '-0012',
    d: '007 12345678901234567',
    e: 0.5,
    f: 1e20,
    g: 10,
  })
})

test('reads what JSON.stringify writes, save for integers of 16 and more digits', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      fc.pre(!/\d{16}/.test(text))
      expect(parseJson(text)).toEqual(JSON.parse(text))
    }),
  )
})

test('any integer and any text of digits comes out digit by digit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?\d{1,40}$/), (digits) => {
      expect(String(parseJson(`[${digits}]`))).toBe(digits === '-0' ? '0' : digits)
    }),
  )
})

test('is not led astray by brackets and digits inside strings', () => {
  const strings = ['['.repeat(5000), '{"a":007', '\\', '\\"[[[', '12345678901234567', '"', '\u0000']
  expect(parseJson(JSON.stringify(strings))).toEqual(strings)
  expect(parseJson(JSON.stringify(Object.fromEntries(strings.map((text) => [text, text]))))).toEqual(
    Object.fromEntries(strings.map((text) => [text, text])),
  )
})

test('reads 100 levels, however many brackets there are side by side', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
  expect(() => parseJson(nested(100))).not.toThrow()
  expect(() => parseJson(`[${`${nested(98)},`.repeat(1000)}1]`)).not.toThrow()
  for (const body of [nested(101), nested(1_000_000), '{"a":'.repeat(101), `[${'[],['.repeat(200)}`])
    expect(() => parseJson(body)).toThrow(expect.objectContaining({ fault: 'too-deep' }))
})

for (const [body, fault] of [
  ['', 'empty'],
  ['<html>', 'not-json'],
  ['{"a":1', 'cut'],
  ['{"a":"x', 'cut'],
  ['[1,', 'cut'],
  ['{"a":1}]', 'not-json'],
  ['{"a":oops', 'not-json'],
] as const)
  test(`${JSON.stringify(body)} is ${fault}`, () => {
    expect(() => parseJson(body)).toThrow(JsonError)
    try {
      parseJson(body)
    } catch (error) {
      expect(error).toMatchObject({ fault })
    }
  })
