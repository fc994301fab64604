/** Tables for a terminal, aligned by what a terminal shows: Cyrillic and wide letters count as wide as they are. */
import { cutText, printable } from '../model/text.ts'

export interface Column {
  readonly title: string
  /** Numbers are aligned at their end. */
  readonly align?: 'left' | 'right'
  /** Most characters of a cell; what is longer ends in `…`. */
  readonly most?: number
}

const GAP = '  '
const MOST = 60

/**
 * Lines of a table: a heading, a rule, a line a row. Cells are shown as they are, save for what would steer a
 * terminal or break a line.
 */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = [columns.map((column) => column.title), ...rows].map((row) =>
    columns.map((column, index) => fit(row[index] ?? '', column.most ?? MOST)),
  )
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => Bun.stringWidth(row[index] ?? ''))))
  const lines = cells.map((row) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align))
      .join(GAP)
      .trimEnd(),
  )
  const rule = widths
    .map((width) => '─'.repeat(width))
    .join(GAP)
    .trimEnd()
  return [lines[0], rule, ...lines.slice(1)].join('\n')
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
