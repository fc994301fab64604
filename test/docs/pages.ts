/** The documentation as data: pages with their headings, links, code spans, tables and commands. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Glob } from 'bun'
import { languageOf } from '../../scripts/generate/translate.ts'
import { LANGUAGES, type Language } from '../../src/text/language.ts'

export const ROOT = join(import.meta.dir, '../..')

export interface Page {
  /** In the project: `docs/uk/install.md`. */
  readonly path: string
  /** The same for the page in every language: `install`. */
  readonly name: string
  readonly language: Language
  readonly text: string
}

/** The README and the pages that are there in every language. */
export const PAGES: readonly Page[] = ['README*.md', `docs/{${LANGUAGES.join(',')}}/*.md`]
  .flatMap((pattern) => [...new Glob(pattern).scanSync(ROOT)])
  .sort()
  .map((path) => ({
    path,
    name: path.replace(/^.*\//, '').replace(/\..*$/, ''),
    language: languageOf(path),
    text: read(path),
  }))

/** Every page, those in English only included. */
export const ALL_PAGES: readonly Pick<Page, 'path' | 'text'>[] = [
  ...PAGES,
  ...['docs/{*,billings/*}.md', '{CONTRIBUTING,SECURITY}.md']
    .flatMap((pattern) => [...new Glob(pattern).scanSync(ROOT)])
    .sort()
    .map((path) => ({ path, text: read(path) })),
]

/** The page of a name in each language. */
export function inEveryLanguage(name: string): Page[] {
  return PAGES.filter((page) => page.name === name)
}

export function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** Blocks between fences, with the word behind the opening one. */
export function codeBlocks(text: string): { kind: string; lines: string[] }[] {
  return [...text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].map(
    ([, indent = '', kind = '', body = '']) => ({
      kind,
      lines: body
        .split('\n')
        .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
        .filter((line) => line !== ''),
    }),
  )
}

/** A page without its code blocks. */
function prose(text: string): string {
  return text.replace(/^ *```[\s\S]*?^ *```$/gm, '')
}

/** Texts between single asterisks: what the program shows, or words that are stressed. */
export function italics(text: string): string[] {
  const bare = prose(text).replace(/`[^`\n]+`/g, '`…`')
  return [...bare.matchAll(/(?<![*\w])\*(?![*\s])([^*\n]+)\*(?!\*)/g)].map(([, words = '']) => words)
}

/** What the lines of code blocks are remarked with: `# …` in shells, `// …` in configurations. */
export function remarks(text: string): string[] {
  return codeBlocks(text)
    .filter(({ kind }) => kind !== '')
    .flatMap(({ lines }) => lines.flatMap((line) => /(?:^|\s)(?:#|\/\/) (.*)$/.exec(line)?.[1] ?? []))
}

/** What is said to a reader: no code, no addresses of links, no marks of what is generated. */
export function spokenText(text: string): string {
  return prose(text)
    .replace(/<!--.*?-->/g, '')
    .replace(/`[^`\n]+`/g, '…')
    .replace(/\]\([^)\s]+\)/g, ']')
}

/** Texts between backticks, those of tables included. */
export function codeSpans(text: string): string[] {
  return [...prose(text).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span.replaceAll('\\|', '|'))
}

/** The addresses of links. */
export function links(text: string): string[] {
  return [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
}

/** Headings with their level. */
export function headings(text: string): { level: number; title: string }[] {
  return [...prose(text).matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', title = '']) => ({
    level: marks.length,
    title,
  }))
}

/** What a heading is called in the address of a link, as GitHub makes it. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

/** First cells of the rows of all tables. */
export function firstCells(text: string): string[] {
  return [...prose(text).matchAll(/^ *\| (.*?) \|/gm)].map(([, cell = '']) => cell)
}

/** What stands under each heading of the second level, by its title. */
export function sections(text: string): Map<string, string> {
  const parts = text.split(/^(?=## )/m).slice(1)
  return new Map(parts.map((part) => [/^## (.*)$/m.exec(part)?.[1] ?? '', part]))
}

/** How a line that starts the program may begin. */
const BEFORE = String.raw`(?:\$ |runuser -u usm-billing -- |[A-Z_]+=\S+ |\*/10 \* \* \* \* (?:usm-billing (?=/))?)*`
const CALL = new RegExp(String.raw`^${BEFORE}(?:\./|/usr/(?:local/)?bin/)?usm-billing((?: .*)?)$`)

/** What stands behind the program's name in every line of a block and every code span that starts it. */
export function commandLines(text: string): string[] {
  const lines = codeBlocks(text).flatMap((block) => block.lines)
  return [...lines, ...codeSpans(text)].flatMap((line) => {
    const rest = CALL.exec(line)?.[1]
    return rest === undefined ? [] : [rest.replace(/\s+#.*$/, '').trim()]
  })
}
