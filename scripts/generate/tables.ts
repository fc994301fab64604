/** The generated tables of the docs. */

import { MEANINGS } from '../../src/commands/frame/exit-codes.ts'
import { type KeyOutline, OUTLINE } from '../../src/config/outline.ts'
import { LANGUAGES } from '../../src/text/language.ts'
import { matrixRows } from './billing-matrix.ts'
import { commandOptionRows, commandRows, optionRows } from './commands.ts'
import { fieldRows } from './fields.ts'
import { roomRows } from './room-rows.ts'
import { type Account, type Translate, translator } from './translate.ts'

/** The tables by the name in their marks: `<!-- generated:keys -->`. */
export const TABLES: Readonly<Record<string, (say: Translate) => string>> = {
  keys: (say) => table(['key', 'value', 'default', 'environment', 'meaning'].map(say), keyRows(OUTLINE, say)),
  'exit-codes': (say) =>
    table(
      ['code', 'meaning'].map(say),
      Object.entries(MEANINGS).map(([code, meaning]) => [code, say(meaning)]),
    ),
  options: (say) => table(['option', 'meaning'].map(say), optionRows(say)),
  commands: (say) => table(['command', 'what it does'].map(say), commandRows(say)),
  'command-options': (say) => table(['command', 'option', 'meaning'].map(say), commandOptionRows(say)),
  // Of pages for those who read the source: not translated.
  rooms: () => table(['room', 'holds', 'its other files', 'may import'], roomRows()),
  // The names of products are the same in all languages.
  billings: (say) => {
    const { head, rows } = matrixRows(say)
    return table(head, rows)
  },
  fields: (say) =>
    table(['field', 'what it is', 'policy unless set', 'changed by', 'mind'].map(say), fieldRows(say)),
}

/** Which phrases the tables are made of, and which of their texts nobody has translated. */
export function translationsOfTables(): Account {
  const account: Account = { used: new Set(), missing: new Set() }
  for (const language of LANGUAGES) {
    const say = translator(language, account)
    for (const render of Object.values(TABLES)) render(say)
  }
  return account
}

function keyRows(outlines: readonly KeyOutline[], say: Translate): string[][] {
  return outlines.flatMap((outline) => [
    [
      code(outline.path.join('.')),
      outline.kind === 'section' ? say('section') : say(outline.form),
      outline.isRequired ? say('required') : defaultText(outline),
      outline.env === undefined ? '' : code(outline.env),
      say(outline.meaning),
    ],
    ...keyRows(outline.members, say),
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
