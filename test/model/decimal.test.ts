import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { formatDecimal, integerText, parseDecimal, shortDecimal } from '../../src/model/decimal.ts'

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
    ['.5', undefined],
    ['5.', undefined],
    ['1 000', undefined],
    ['0x10', undefined],
    ['1.2.3', undefined],
    [Number.NaN, undefined],
    [null, undefined],
    [true, undefined],
    [['5'], undefined],
  ])('%p is %p hundredths', (value, units) => {
    expect(parseDecimal(value, 2)).toBe(units)
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

  test('keeps every digit of any length', () => {
    fc.assert(fc.property(fc.bigInt(), (value) => expect(integerText(String(value))).toBe(String(value))))
  })
})
