/**
 * The texts for people in `src/`: every text and template that reads like prose, as the phrase a catalogue has it by. A
 * text that is written over several lines is one; what is filled in is `{1}`, `{2}`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { FILES, SOURCE } from '../architecture/source-imports.ts'

export interface FoundPhrase {
  readonly file: string
  readonly phrase: string
}

/** Files whose texts no operator reads in a language of his own, each with its reason. */
const NOT_TOLD: readonly (readonly [path: string, reason: string])[] = [
  ['sandbox/', 'plays the two systems, in the words they have'],
  ['text/', 'the catalogues themselves'],
  ['report/metrics.ts', 'read by Prometheus'],
  ['report/html/style.ts', 'a style sheet'],
  ['report/html/script.ts', 'a script'],
  ['commands/completion/', 'scripts for a shell'],
  ['bundle/kept-words.ts', 'words of the wire'],
  ['commands/bundle/readme.ts', 'goes into the archive, to whoever helps'],
  ['report/notify/letter.ts', 'headers of a letter'],
]

/** Two words of letters side by side. */
const PROSE = /[A-Za-z]{2,}[,:;]? [a-z]{2,}/
/** Words of the wire and of other languages that happen to have blanks; also a part of a query, and a list of columns. */
const SQL =
  /^[\s(,]*(?:\{parameter:|\w+(?:,\s+\w+){4,}$|CRC32|AES_DECRYPT|COALESCE|EXISTS|DECODE|GRANT|SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|BEGIN|COMMIT|ROLLBACK|WITH|REPLACE|SET|SHOW|ATTACH|START|EXPLAIN|FROM|WHERE|ORDER|VALUES|ON CONFLICT|AND|UNION|LEFT|LIMIT|VACUUM|REINDEX)\b/

/** A command is called so in every language. */
const COMMAND_NAMES: ReadonlySet<string> = new Set(['history show'])
/** A check of `doctor`, by its system and its word. */
const CHECK = /^(?:host|billing|userside) \w+$/

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

/** Every phrase with the file it stands in. */
export function phrasesInSource(): FoundPhrase[] {
  return FILES.filter((file) => !NOT_TOLD.some(([path]) => file.startsWith(path))).flatMap((file) =>
    phrasesIn(file, readFileSync(join(SOURCE, file), 'utf8')),
  )
}

/** The phrases of one file's text. */
export function phrasesIn(file: string, source: string): FoundPhrase[] {
  return textsIn(file, source).filter(
    ({ phrase }) =>
      PROSE.test(phrase) && !SQL.test(phrase) && !COMMAND_NAMES.has(phrase) && !CHECK.test(phrase),
  )
}

/** Every text of the source, single words too. */
export function textsInSource(): Set<string> {
  return new Set(
    FILES.filter((file) => !file.startsWith('text/')).flatMap((file) =>
      textsIn(file, readFileSync(join(SOURCE, file), 'utf8')).map(({ phrase }) => phrase),
    ),
  )
}

function textsIn(file: string, source: string): FoundPhrase[] {
  const { program } = parseSync(file, source)
  const found: FoundPhrase[] = []
  const note = (text: string): void => {
    found.push({ file, phrase: numbered(text.trim()) })
  }
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit)
      return
    }
    if (!isNode(value) || isForNobody(value)) return
    const told = textOf(value)
    if (told === undefined) {
      Object.values(value).forEach(visit)
      return
    }
    note(told.text)
    told.inner.forEach(visit)
  }
  visit(program)
  return found
}

interface Told {
  /** With `{}` for what is filled in. */
  readonly text: string
  /** What is filled in. */
  readonly inner: readonly unknown[]
}

/** A text, a template, or a sum of them. */
function textOf(node: Node): Told | undefined {
  if (node.type === 'Literal')
    return typeof node['value'] === 'string' ? { text: node['value'], inner: [] } : undefined
  if (node.type === 'TemplateLiteral') return templateOf(node)
  if (node.type === 'TaggedTemplateExpression' && isNode(node['quasi'])) {
    const { text, inner } = templateOf(node['quasi'])
    // Markup: what stands between its tags, and nothing else, is text.
    return { text: text.replace(/<[^>]*>|\{\}/g, '\n').trim(), inner }
  }
  if (node.type !== 'BinaryExpression' || node['operator'] !== '+') return undefined
  const parts = [node['left'], node['right']].map((side) =>
    isNode(side) ? (textOf(side) ?? { text: '{}', inner: [side] }) : undefined,
  )
  const [left, right] = parts
  const isText = [node['left'], node['right']].some((side) => isNode(side) && textOf(side) !== undefined)
  if (!isText || left === undefined || right === undefined) return undefined
  return { text: left.text + right.text, inner: [...left.inner, ...right.inner] }
}

function templateOf(node: Node): Told {
  const quasis = (node['quasis'] as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked)
  return { text: quasis.join('{}'), inner: node['expressions'] as readonly unknown[] }
}

/** Imports, types, faults of the program itself, and what `--verbose` says to whoever looks into it. */
function isForNobody(node: Node): boolean {
  if (
    node.type.startsWith('TS') &&
    !['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'].includes(node.type)
  )
    return true
  if (/^(?:Import|ExportAll)/.test(node.type)) return true
  if (node.type === 'NewExpression')
    return ['Error', 'TypeError', 'RangeError', 'DOMException'].includes(nameOf(node['callee']))
  return (
    node.type === 'CallExpression' &&
    ['Symbol', 'debug', 'prepare', 'query', 'run', 'exec'].includes(nameOf(node['callee']))
  )
}

/** The last word of what is called. */
function nameOf(callee: unknown): string {
  if (!isNode(callee)) return ''
  const { property, name } = callee
  return isNode(property) ? String(property['name'] ?? '') : String(name ?? '')
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** `{}` counted through. */
function numbered(text: string): string {
  let count = 0
  return text.replace(/\{\}/g, () => `{${++count}}`)
}
