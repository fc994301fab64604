import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import {
  firstOfNextMonth,
  fromUnix,
  localDateTime,
  parseDateTime,
  parseDay,
  readDateTime,
  readDay,
  toUnix,
} from '../../src/model/date.ts'
import { UNREADABLE } from '../../src/model/unreadable.ts'

describe('a date of either system', () => {
  test.each([
    ['2026-01-31 23:59:59', '2026-01-31 23:59:59'],
    ['2026-01-31T23:59', '2026-01-31 23:59:00'],
    ['2026-01-31', '2026-01-31 00:00:00'],
    ['31.01.2026', '2026-01-31 00:00:00'],
    ['1.2.2026 7:05:09', '2026-02-01 07:05:09'],
    ['2026-1-2', '2026-01-02 00:00:00'],
    ['2024-02-29', '2024-02-29 00:00:00'],
    ['2026-01-31T10:20:30.123Z', '2026-01-31 10:20:30'],
    [' 2026-01-31 ', '2026-01-31 00:00:00'],
  ])('%p reads %p', (text, date) => {
    expect(parseDateTime(text)).toBe(date)
  })

  test.each([
    '',
    '0000-00-00',
    '0000-00-00 00:00:00',
    ' 00:00:00',
    '1970-01-01',
    '1970-01-01 03:00:00',
    '01.01.1970',
    '2026-02-30',
    '2023-02-29',
    '2026-13-01',
    '2026-01-31 24:00:00',
    '2026-01-31 12:60:00',
    '2026-01-31 12:00:60',
    'tomorrow',
    '2026',
    '20260131',
  ])('%p is no date', (text) => {
    expect(parseDateTime(text)).toBe('')
    expect(parseDay(text)).toBe('')
  })

  test.each([null, undefined, 20_260_131, {}, [['2026-01-31']]])('%p is no date either', (value) => {
    expect(parseDateTime(value)).toBe('')
  })

  test.each([
    '',
    ' 00:00:00',
    '0',
    0,
    null,
    undefined,
    false,
    '0000-00-00',
    '0000-00-00 00:00:00',
    '0000-00-00T00:00:00Z',
    '00.00.0000',
    '-0001-11-30 00:00:00',
    '1970-01-01 03:00:00',
    '01.01.1970 00:00:00',
  ])('%p says that there is none', (value) => {
    expect([readDateTime(value), readDay(value)]).toEqual(['', ''])
  })

  test.each([
    'н/д',
    'tomorrow',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '31.02.2026',
    '2026-01-31 24:00:00',
    '2026-01-31 12:60',
    '2019/05/14',
    '14.05.19',
    '20260131',
    '1700000000',
    1_700_000_000,
    true,
    {},
    [['2026-01-31']],
  ])('%p is there and cannot be read', (value) => {
    expect([readDateTime(value), readDay(value)]).toEqual([UNREADABLE, UNREADABLE])
  })

  test('any real moment is read back from both forms', () => {
    const moments = fc.date({ min: new Date('1971-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (moment) => {
        const local = moment.toISOString().slice(0, 19).replace('T', ' ')
        const [day = '', time = ''] = local.split(' ')
        expect(parseDateTime(local)).toBe(local)
        expect(parseDateTime(`${day.split('-').reverse().join('.')} ${time}`)).toBe(local)
        expect(parseDay(local)).toBe(day)
      }),
    )
  })
})

describe('a moment', () => {
  test('is unix seconds by the zone of its clock, and back', () => {
    expect(toUnix('2026-11-23 12:00:00', 120)).toBe(Date.parse('2026-11-23T10:00:00Z') / 1000)
    expect(toUnix('2026-11-23', 0)).toBe(Date.parse('2026-11-23T00:00:00Z') / 1000)
    fc.assert(
      fc.property(fc.nat({ max: 4e9 }), fc.integer({ min: -720, max: 840 }), (unix, offset) => {
        expect(toUnix(fromUnix(unix, offset), offset)).toBe(unix)
      }),
    )
  })

  test('for people is by the clock of this machine', () => {
    const instant = new Date(2026, 10, 23, 7, 5, 9)
    expect(localDateTime(instant)).toBe('2026-11-23 07:05:09')
  })
})

test('the first of next month follows every day, over the year too', () => {
  expect(['2026-01-31', '2026-11-30', '2026-12-01', '2026-12-31'].map(firstOfNextMonth)).toEqual([
    '2026-02-01',
    '2026-12-01',
    '2027-01-01',
    '2027-01-01',
  ])
})
