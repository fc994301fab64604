import { describe, expect, test } from 'bun:test'
import { measureTold } from '../../src/text/measure.ts'
import { formatBytes, formatCount, formatDuration, formatShare } from '../../src/text/quantity.ts'
import { speakerOf } from '../../src/text/speaker.ts'

const uk = await speakerOf('uk')
const ru = await speakerOf('ru')
/** The blanks that do not break are blanks to whoever reads. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('a measure', () => {
  test.each([
    [formatDuration(3200), '3,2 с', '3,2 с'],
    [formatDuration(42_000), '42 с', '42 с'],
    [formatDuration(245_000), '4 хв 05 с', '4 мин 05 с'],
    [formatDuration(7_380_000), '2 год 03 хв', '2 ч 03 мин'],
    [formatBytes(999), '999 Б', '999 Б'],
    [formatBytes(345_000), '345 кБ', '345 кБ'],
    [formatBytes(1_240_000), '1,2 МБ', '1,2 МБ'],
    [formatShare(0.125), '12,5%', '12,5 %'],
    [formatShare(0.0001), '< 0,1%', '< 0,1 %'],
    [formatShare(0.9999), '> 99,9%', '> 99,9 %'],
    [formatShare(1), '100%', '100 %'],
    [formatCount(1_234_567), '1 234 567', '1 234 567'],
    ['2026-11-22 17:32:03', '22.11.2026 17:32:03', '22.11.2026 17:32:03'],
  ])('%s is written as its reader writes it', (english, ukrainian, russian) => {
    expect(plain(measureTold(english, uk))).toBe(ukrainian)
    expect(plain(measureTold(english, ru))).toBe(russian)
  })

  test.each([
    '',
    '5',
    '12',
    'abc',
    '5 apples',
    '2026-11-22',
    '10.0.0.1',
    '1.5',
    '12 min 5 s',
    '5 s later',
    'mysql:',
  ])('is not "%s", or it reads the same', (text) => {
    expect(plain(measureTold(text, uk))).toBe(text)
  })
})
