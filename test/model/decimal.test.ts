import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import {
  formatDecimal,
  integerText,
  parseDecimal,
  readCounter,
  readDecimal,
  shortDecimal,
} from '../../src/model/decimal.ts'
import { UNREADABLE } from '../../src/model/unreadable.ts'

describe('an amount', () => {
  test.each([
    ['-12.5', -1250],
    ['12,5', 1250],
    ['+7', 700],
    [' 3 ', 300],
    ['007.10', 710],
    ['-19.23766198458582', -1924],
    ['0.005', 1],
    ['-0.005', -1],
    ['0.0049999', 0],
    ['-0.0000001', 0],
    ['-0', 0],
    ['1e3', 100_000],
    ['1.5E-2', 2],
    ['12345e-3', 1235],
    [220.5, 22_050],
    [1e21, undefined],
    [-0.1, -10],
    ['1e400', undefined],
    ['0e999', 0],
    ['5e-999', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
    ['90071992547409.92', undefined],
    ['', undefined],
    ['.5', 50],
    ['-.5', -50],
    [',25', 25],
    ['5.', undefined],
    ['1 000', 100_000],
    ['0x10', undefined],
    ['1.2.3', undefined],
    [Number.NaN, undefined],
    [null, undefined],
    [true, undefined],
    [['5'], undefined],
  ])('%p is %p hundredths', (value, units) => {
    expect(parseDecimal(value, 2)).toBe(units)
  })

  test.each([
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1 234,50', 123_450],
    ['1\u00a0234.5', 123_450],
    ['1\u202f234\u202f567', 123_456_700],
    ["-1'234'567.89", -123_456_789],
    ['1’234', 123_400],
    ['12,345,678.9', 1_234_567_890],
    ['-32.980000', -3298],
    ['-32.980001', -3298],
    ['0.0050000', 1],
    ['1,234', 123],
    ['1.234', 123],
    ['+1 234', 123_400],
  ])('with marks between its thousands: %p is %p hundredths', (value, units) => {
    expect(readDecimal(value, 2)).toBe(units)
  })

  test.each([
    'NaN',
    'н/д',
    'INF',
    '12 грн',
    '1 23',
    '12 34,5',
    '0 234',
    '1,234,567',
    '1.234.567',
    '1,23.4',
    "1 234'567",
    '1 234.567,8',
    '5.',
    '.',
    '-',
    '--5',
    '−5',
    '1e400',
    '90071992547409.92',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    [[]],
    [['5']],
    {},
  ])('%p is there and cannot be read', (value) => {
    expect(readDecimal(value, 2)).toBe(UNREADABLE)
  })

  test.each(['', '  ', '\u00a0', null, undefined, false])('%p is empty', (value) => {
    expect(readDecimal(value, 2)).toBeUndefined()
  })

  test('is the same with zeros behind its places, as a DECIMAL column has them', () => {
    const zeros = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), zeros, (units, count) => {
        expect(readDecimal(formatDecimal(units, 2) + '0'.repeat(count), 2)).toBe(units)
      }),
    )
  })

  test('is the same with any marks', () => {
    const marks = fc.constantFrom(' ', '\u00a0', '\u202f', "'", ',')
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), marks, (units, mark) => {
        const [whole = '', fraction = ''] = formatDecimal(units, 2).split('.')
        const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, mark)
        expect(readDecimal(`${grouped}.${fraction}`, 2)).toBe(units)
        if (mark !== ',') expect(readDecimal(`${grouped},${fraction}`, 2)).toBe(units)
      }),
    )
  })

  test('is never a negative zero', () => {
    for (const text of ['-0', '-0.00', '-0.001', '-0e5'])
      expect(Object.is(parseDecimal(text, 2), -0)).toBe(false)
  })

  test('survives being written and read', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 5 }), (units, places) => {
        expect(parseDecimal(formatDecimal(units, places), places)).toBe(units + 0)
        expect(parseDecimal(shortDecimal(units, places), places)).toBe(units + 0)
      }),
    )
  })

  test('is rounded half away from zero, whatever digits follow', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1e9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.nat({ max: 1e9 }),
        fc.boolean(),
        (whole, third, more, isDebt) => {
          const sign = isDebt ? '-' : ''
          const units = whole * 100 + (third >= 5 ? 1 : 0)
          expect(parseDecimal(`${sign}${whole}.00${third}${more}`, 2)).toBe(
            isDebt && units !== 0 ? -units : units,
          )
        },
      ),
    )
  })

  test('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const units = parseDecimal(text, 2)
        expect(units === undefined || Number.isSafeInteger(units)).toBe(true)
      }),
    )
  })

  test('is shown with two places, or as short as it is', () => {
    expect([formatDecimal(-1250, 2), formatDecimal(5, 2), formatDecimal(-5, 2), formatDecimal(7, 0)]).toEqual(
      ['-12.50', '0.05', '-0.05', '7'],
    )
    expect([22_050_000, 15_000_000, 1, 0, 100].map((units) => shortDecimal(units, 5))).toEqual([
      '220.5',
      '150',
      '0.00001',
      '0',
      '0.001',
    ])
    expect(shortDecimal(1000, 0)).toBe('1000')
  })
})

describe('a counter', () => {
  test.each([
    ['0098765432109876543210', '98765432109876543210'],
    [98_765_432_109, '98765432109'],
    ['12.7', '12'],
    ['12,', '12'],
    ['-5', '-5'],
    ['-0', '0'],
    ['+7', '7'],
    [1e21, '1000000000000000000000'],
    ['', '0'],
    ['many', '0'],
    [Number.POSITIVE_INFINITY, '0'],
    [undefined, '0'],
  ])('%p is %p', (value, text) => {
    expect(integerText(value)).toBe(text)
  })

  test.each(['-5', '-0.5e1', 'many', '5x', true, {}, [[]], Number.NaN, Number.NEGATIVE_INFINITY, '1e999'])(
    '%p is there and is none',
    (value) => {
      expect(readCounter(value)).toBe(UNREADABLE)
    },
  )

  test.each([
    ['-0', '0'],
    ['', '0'],
    [null, '0'],
    [false, '0'],
    ['1.2345678901235E+15', '1234567890123500'],
    ['12 345 678', '12345678'],
    ['98765432109876543210', '98765432109876543210'],
  ])('of a billing %p is %p', (value, text) => {
    expect(readCounter(value)).toBe(text)
  })

  test('keeps every digit of any length', () => {
    fc.assert(fc.property(fc.bigInt(), (value) => expect(integerText(String(value))).toBe(String(value))))
  })
})
