/** Tables for a terminal, aligned by what a terminal shows: Cyrillic and wide letters count as wide as they are. */
import { cutText, printable } from '../model/text.ts'
import { cellLines } from './wrapped-text.ts'

export interface Column {
  readonly title: string
  /** Numbers are aligned at their end. */
  readonly align?: 'left' | 'right'
  /** Most characters of a cell; what is longer ends in `…`. */
  readonly most?: number
}

const GAP = '  '
const MOST = 60
/** A column of words is made no narrower. */
const LEAST = 16

/**
 * Lines of a table: a heading, a rule, a line a row. Cells are shown as they are, save for what would steer a
 * terminal or break a line.
 * @param width of the terminal: the widest column that holds words is broken at them; where that is not enough, each row
 *   becomes a few lines `title: cell`
 */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width?: number,
): string {
  const cells = [columns.map((column) => column.title), ...rows].map((row) =>
    columns.map((column, index) => fit(row[index] ?? '', column.most ?? MOST)),
  )
  const widths = columns.map((_, index) =>
    cells.reduce((widest, row) => Math.max(widest, Bun.stringWidth(row[index] ?? '')), 0),
  )
  const room = width === undefined ? undefined : narrowed(columns, widths, width)
  if (room === 'none') return records(columns, cells.slice(1))
  const lines = cells.map((row) => rowLines(columns, row, room ?? widths))
  const rule = (room ?? widths)
    .map((one) => '─'.repeat(one))
    .join(GAP)
    .trimEnd()
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

/** Columns' widths for a terminal; `none` where no column of words can give enough. */
function narrowed(
  columns: readonly Column[],
  widths: readonly number[],
  most: number,
): readonly number[] | 'none' {
  const whole = widths.reduce((sum, one) => sum + one, 0) + GAP.length * (widths.length - 1)
  if (whole <= most) return widths
  const givers = columns.map(({ align }, index) => (align === 'right' ? 0 : (widths[index] ?? 0)))
  const widest = givers.indexOf(Math.max(...givers))
  const left = (widths[widest] ?? 0) - (whole - most)
  return left < LEAST ? 'none' : widths.map((one, index) => (index === widest ? left : one))
}

function rowLines(columns: readonly Column[], row: readonly string[], widths: readonly number[]): string {
  const broken = row.map((cell, index) => cellLines(cell, widths[index] ?? 0))
  const height = Math.max(...broken.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    broken
      .map((lines, index) => pad(lines[line] ?? '', widths[index] ?? 0, columns[index]?.align))
      .join(GAP)
      .trimEnd(),
  ).join('\n')
}

/** Each row by itself, an empty line between them. */
function records(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) =>
      row
        .flatMap((cell, index) =>
          cell === '' ? [] : [`${columns[index]?.title}: ${cell}`.replace(/^: /, '')],
        )
        .join('\n'),
    )
    .join('\n\n')
}

/** A text filled up with blanks to a width on the terminal. */
function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - Bun.stringWidth(text)))
  return align === 'left' ? text + blanks : blanks + text
}

/** A text no wider than that on the terminal, ending in `…` when something was left out. */
export function fit(text: string, most: number): string {
  // What is far too long is not measured letter by letter.
  const shown = printable(cutText(text, most * 16))
  if (Bun.stringWidth(shown) <= most && shown.length === printable(text).length) return shown
  return `${Bun.sliceAnsi(shown, 0, most - 1)}…`
}
