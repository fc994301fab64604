/** The imports of the files below `src/`, types included. */
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { Glob } from 'bun'

export const SOURCE = join(import.meta.dir, '../../src')

export interface Import {
  /** Both below `src/`. */
  readonly from: string
  readonly to: string
  readonly isTypeOnly: boolean
}

export const FILES: readonly string[] = [...new Glob('**/*.ts').scanSync(SOURCE)].sort()

/** A file without its comments. */
export function codeOf(file: string): string {
  return withoutComments(readFileSync(join(SOURCE, file), 'utf8'))
}

/** Every relative import of the source. */
export function allImports(): Import[] {
  return FILES.flatMap((from) =>
    importsIn(codeOf(from)).flatMap(({ path, isTypeOnly }) =>
      path.startsWith('.') ? [{ from, to: normalize(join(dirname(from), path)), isTypeOnly }] : [],
    ),
  )
}

/** What a file imports: declared, given on, or loaded when it is needed. */
export function importsIn(text: string): { path: string; isTypeOnly: boolean }[] {
  const code = withoutComments(text)
  const declared = code.matchAll(/^(?:import|export)\s+(?:([\w*{}\s,]+?)\s+from\s+)?'([^']+)'/gm)
  const loaded = code.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)
  return [
    ...[...declared].map(([, names = '', path = '']) => ({ path, isTypeOnly: areTypes(names) })),
    ...[...loaded].map(([, path = '']) => ({ path, isTypeOnly: false })),
  ]
}

function areTypes(names: string): boolean {
  if (/^type\b/.test(names)) return true
  const [, inside = ''] = /^\{([\s\S]*)\}$/.exec(names) ?? []
  const single = inside.split(',').filter((name) => name.trim() !== '')
  return single.length > 0 && single.every((name) => /^\s*type\s/.test(name))
}

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*\*?[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '')
}

/** Files that import each other in a circle: one circle for each arrow that closes one. */
export function circlesOf(imports: readonly Import[]): string[][] {
  const next = Map.groupBy(imports, ({ from }) => from)
  const done = new Set<string>()
  const circles: string[][] = []
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file)
    if (start >= 0) circles.push([...path.slice(start), file])
    if (start >= 0 || done.has(file)) return
    for (const { to } of next.get(file) ?? []) visit(to, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return circles
}
