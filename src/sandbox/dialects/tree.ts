/** What a dialect prints, before it is letters: a tree whose maps keep every key, `__proto__` included. */

export type Tree =
  | string
  | number
  | null
  | readonly Tree[]
  | ReadonlyMap<string, Tree>
  | { readonly [key: string]: Tree | undefined }

export function isMap(tree: Tree | undefined): tree is ReadonlyMap<string, Tree> {
  return tree instanceof Map
}

export function isList(tree: Tree | undefined): tree is readonly Tree[] {
  return Array.isArray(tree)
}

/** How one serializer prints the leaves and the brackets. */
export interface TreePrinter {
  text(text: string): string
  number(value: number): string
  key(key: string): string
  /** Printed members of an object. */
  object(members: readonly string[]): string
  list(items: readonly string[]): string
  /** True when a map with keys 0…n-1 prints as a list and an empty one as `[]`, as PHP does. */
  readonly areMapsFlipped: boolean
}

/** Prints a tree; members that are `undefined` are left out. */
export function printTree(tree: Tree, printer: TreePrinter): string {
  if (tree === null) return 'null'
  if (typeof tree === 'string') return printer.text(tree)
  if (typeof tree === 'number') return printer.number(tree)
  if (isList(tree)) return printer.list(tree.map((item) => printTree(item, printer)))
  if (isMap(tree)) return printMap([...tree], printer)
  const members = Object.entries(tree).flatMap(([key, value]) =>
    value === undefined ? [] : [printer.key(key) + printTree(value, printer)],
  )
  return printer.object(members)
}

function printMap(entries: readonly (readonly [string, Tree])[], printer: TreePrinter): string {
  const isFlipped = printer.areMapsFlipped && entries.every(([key], index) => key === String(index))
  if (isFlipped) return printer.list(entries.map(([, value]) => printTree(value, printer)))
  return printer.object(entries.map(([key, value]) => printer.key(key) + printTree(value, printer)))
}

/** Prints a directory entry by entry, so that a big one is never one string. */
export function* printDirectory(
  entries: Iterable<readonly [string, Tree]>,
  printer: TreePrinter,
): Generator<string> {
  let separator = ''
  for (const [key, value] of entries) {
    const printed = printTree(value, printer)
    yield separator === '' ? `{${printer.key(key)}${printed}` : `${separator}${printer.key(key)}${printed}`
    separator = ','
  }
  yield separator === '' ? (printer.areMapsFlipped ? '[]' : '{}') : '}'
}

/** JSON as most serializers print it: UTF-8, no blanks. */
export const PLAIN_JSON: TreePrinter = {
  text: (text) => JSON.stringify(text),
  number: String,
  key: (key) => `${JSON.stringify(key)}:`,
  object: (members) => `{${members.join(',')}}`,
  list: (items) => `[${items.join(',')}]`,
  areMapsFlipped: false,
}
