import { describe, expect, test } from 'bun:test'
import fc from 'fast-check'
import { doctorText } from '../../src/report/doctor-text.ts'
import { runTable } from '../../src/report/history-text.ts'
import { renderTable } from '../../src/report/table.ts'
import { wrapText } from '../../src/report/wrapped-text.ts'
import { anyReport } from './any-report.ts'

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => Bun.stringWidth(line)))
const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

describe('a line', () => {
  test('is broken at words, what follows set in under it', () => {
    expect(wrapText('  Left undone (refused, 3): UserSide refused subscribers.', 30)).toBe(
      ['  Left undone (refused, 3):', '    UserSide refused', '    subscribers.'].join('\n'),
    )
  })

  test('of a pipe or file stays as it is', () => {
    expect(wrapText('x '.repeat(300), undefined)).toBe('x '.repeat(300))
  })

  test('in any letters fits any width, no word of it lost, none broken that fits', () => {
    const letters = fc.string({
      unit: fc.constantFrom('а', 'ї', 'x', '界', '😀', '-', '.'),
      minLength: 1,
      maxLength: 10,
    })
    const line = fc.tuple(
      fc.constantFrom('', '  ', '    → '),
      fc.array(letters, { minLength: 1, maxLength: 40 }),
    )
    fc.assert(
      fc.property(line, fc.integer({ min: 44, max: 120 }), ([indent, parts], width) => {
        const text = indent + parts.join(' ')
        const wrapped = wrapText(text, width)
        expect(widest(wrapped)).toBeLessThanOrEqual(width)
        expect(words(wrapped)).toEqual(words(text))
      }),
    )
  })

  test('has a word that is too long for every line broken rather than the screen', () => {
    const wrapped = wrapText(`see ${'x'.repeat(100)}`, 40)
    expect(widest(wrapped)).toBeLessThanOrEqual(40)
    expect(wrapped.replace(/\s/g, '')).toBe(`see${'x'.repeat(100)}`)
  })
})

describe('a table', () => {
  const check = {
    system: 'userside',
    name: 'API key',
    ok: 'fail',
    text: 'UserSide refuses the key: it is not known, or the address of this host is not among those it may be used from.',
    hint: 'Settings - API: look at the key and at its list of addresses, then run "usm-billing doctor" again.',
  } as const

  test.each([120, 100, 80, 60, 40, 24])('of doctor and of history fits %d characters', (width) => {
    const { runs } = anyReport()
    for (const text of [doctorText([check, check], width), runTable(runs, width)])
      expect(widest(wrapText(text, width))).toBeLessThanOrEqual(width)
  })

  test('breaks the widest column at words, and leaves numbers whole', () => {
    const columns = [{ title: 'What' }, { title: 'n', align: 'right' }] as const
    expect(renderTable(columns, [['one two three four five', '12 345']], 28)).toBe(
      [
        'What                       n',
        '────────────────────  ──────',
        'one two three four    12 345',
        'five',
      ].join('\n'),
    )
  })

  test('too wide for that becomes a few lines a row', () => {
    const columns = [{ title: 'What' }, { title: 'n', align: 'right' }] as const
    expect(
      renderTable(
        columns,
        [
          ['one', '1'],
          ['', '2'],
        ].map((row) => [row[0] ?? '', `${row[1]}`.repeat(20)]),
        20,
      ),
    ).toBe(`What: one\nn: ${'1'.repeat(20)}\n\nn: ${'2'.repeat(20)}`)
  })

  test('of a pipe is as wide as it is', () => {
    expect(doctorText([check])).toBe(doctorText([check], 1000))
  })
})
