import { describe, expect, test } from 'bun:test'
import { fit, renderTable } from '../../src/report/table.ts'

describe('a table', () => {
  test('is aligned by what a terminal shows, numbers at their end', () => {
    const text = renderTable(
      [{ title: 'subscriber' }, { title: 'name' }, { title: 'balance', align: 'right' }],
      [
        ['petrenko', 'Петренко Їжак', '12.50'],
        ['wide', '漢字', '-3.00'],
        ['e\u0301', 'x', '1234.56'],
      ],
    )
    expect(text).toBe(
      [
        'subscriber  name           balance',
        '──────────  ─────────────  ───────',
        'petrenko    Петренко Їжак    12.50',
        'wide        漢字             -3.00',
        'e\u0301           x              1234.56',
      ].join('\n'),
    )
  })

  test('keeps a hostile text in its cell', () => {
    const text = renderTable([{ title: 'a' }, { title: 'b' }], [['x\n\u001b[31my\u202e', 'end']])
    expect(text.split('\n')[2]).toBe('x [31my  end')
  })

  test('ends no line in blanks, whatever stays empty', () => {
    const text = renderTable([{ title: 'run' }, { title: '' }], [['1', '']])
    expect(text).toBe('run\n───\n1')
  })

  test('without rows is its heading', () => {
    expect(renderTable([{ title: 'run' }], [])).toBe('run\n───')
  })
})

describe('a cell', () => {
  test('that is too long ends where the column does', () => {
    expect(fit('Петренко Остап', 8)).toBe('Петренк…')
    expect(fit('漢字漢字漢字', 5)).toBe('漢字…')
    expect(fit('x'.repeat(100_000), 10)).toBe('xxxxxxxxx…')
    expect(fit('exactly', 7)).toBe('exactly')
  })
})
