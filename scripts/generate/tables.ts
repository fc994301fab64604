/** The generated tables of the docs. */

import { MEANINGS } from '../../src/commands/exit.ts'
import { type KeyOutline, OUTLINE } from '../../src/config/outline.ts'
import { commandRows, optionRows } from './commands.ts'

/** The tables by the name in their marks: `<!-- generated:keys -->`. */
export const TABLES: Readonly<Record<string, () => string>> = {
  keys: () => table(['key', 'value', 'default', 'environment', 'meaning'], keyRows(OUTLINE)),
  'exit-codes': () => table(['code', 'meaning'], Object.entries(MEANINGS)),
  options: () => table(['option', 'meaning'], optionRows()),
  commands: () => table(['command', 'what it does'], commandRows()),
}

function keyRows(outlines: readonly KeyOutline[]): string[][] {
  return outlines.flatMap((outline) => [
    [
      code(outline.path.join('.')),
      outline.kind === 'section' ? 'section' : outline.form,
      outline.isRequired ? 'required' : defaultText(outline),
      outline.env === undefined ? '' : code(outline.env),
      outline.meaning,
    ],
    ...keyRows(outline.members),
  ])
}

function defaultText(outline: KeyOutline): string {
  if (outline.default === undefined || outline.kind === 'section') return ''
  return code(JSON.stringify(outline.default))
}

function code(text: string): string {
  return `\`${text}\``
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}
