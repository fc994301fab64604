/** JSON with comments and trailing commas, read so that every value still knows where it stood. */
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { ConfigIssue } from '../model/errors.ts'
import { dotted } from './outline.ts'

export type Path = readonly (string | number)[]

/** A place in a file, both from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export interface JsoncDocument {
  /** What could be read; `undefined` when the text holds nothing. Objects have no prototype, so any key is data. */
  readonly value: unknown
  /** Syntax errors and keys given twice. */
  readonly issues: readonly ConfigIssue[]
  /** False when the text was broken, so that a missing key says nothing. */
  readonly isWhole: boolean
  /** Where a key stands, or the nearest thing around it. */
  placeOf(path: Path): Place
}

/** Reads a file's text. Never throws: what is wrong comes as issues. */
export function parseJsonc(source: string, file: string): JsoncDocument {
  const text = source.replace(/^\uFEFF/, '')
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  const place = placeFinder(text)
  const issue = (offset: number, key: string, message: string): ConfigIssue => ({
    file,
    ...place(offset),
    key,
    message,
  })
  const syntax = firstOfEachLine(errors, place).map((error) => issue(error.offset, '', wording(error, text)))
  const twice = repeatedKeys(root).map(({ offset, path }) =>
    issue(offset, dotted(path), 'is given twice; take one of them out'),
  )
  return {
    value: plainValue(root),
    issues: [...syntax, ...twice],
    isWhole: errors.length === 0,
    placeOf: (path) => place(nearestNode(root, path)?.offset ?? 0),
  }
}

/** One broken place throws the parser off for the rest of its line; only its first word there is worth reading. */
function firstOfEachLine(errors: readonly ParseError[], place: (offset: number) => Place): ParseError[] {
  const lines = new Set<number>()
  return errors.filter((error) => {
    const { line } = place(error.offset)
    return !lines.has(line) && lines.add(line)
  })
}

const WORDINGS: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is missing before this',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'nothing may follow the closing }',
  UnexpectedEndOfComment: 'this comment has no end',
  UnexpectedEndOfString: 'this text has no closing double quote on its line',
  UnexpectedEndOfNumber: 'this number is not finished',
  InvalidNumberFormat: 'this is not a number as JSON writes it',
  InvalidUnicode: 'a \\u needs four hex digits',
  InvalidEscapeCharacter: 'this backslash escape is unknown: write \\\\ for a backslash',
  InvalidCharacter: 'a control character must be written as \\uXXXX',
  InvalidSymbol: 'this is neither a text in double quotes, a number, true, false nor null',
}

function wording(error: ParseError, text: string): string {
  if (text.trim() === '') return 'the file is empty'
  return WORDINGS[printParseErrorCode(error.error)] ?? 'this is not JSON'
}

function plainValue(node: Node | undefined): unknown {
  if (node === undefined) return undefined
  if (node.type === 'array') return (node.children ?? []).map(plainValue)
  if (node.type !== 'object') return node.value
  const object: Record<string, unknown> = Object.create(null)
  for (const [key, value] of propertiesOf(node))
    if (value !== undefined) object[String(key.value)] = plainValue(value)
  return object
}

function repeatedKeys(node: Node | undefined, path: Path = []): { offset: number; path: Path }[] {
  if (node?.type === 'array') {
    return (node.children ?? []).flatMap((item, index) => repeatedKeys(item, [...path, index]))
  }
  if (node?.type !== 'object') return []
  const seen = new Set<string>()
  return propertiesOf(node).flatMap(([key, value]) => {
    const name = String(key.value)
    const inner = repeatedKeys(value, [...path, name])
    if (!seen.has(name)) {
      seen.add(name)
      return inner
    }
    return [{ offset: key.offset, path: [...path, name] }, ...inner]
  })
}

function propertiesOf(node: Node): [key: Node, value: Node | undefined][] {
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key === undefined ? [] : [[key, value] as [Node, Node | undefined]],
  )
}

/** The key of a member, the element of a list, or what is nearest above when there is none. */
function nearestNode(root: Node | undefined, path: Path): Node | undefined {
  if (root === undefined || path.length === 0) return root
  const node = findNodeAtLocation(root, [...path])
  if (node === undefined) return nearestNode(root, path.slice(0, -1))
  return node.parent?.type === 'property' ? node.parent.children?.[0] : node
}

function placeFinder(text: string): (offset: number) => Place {
  const starts = [0, ...text.matchAll(/\r\n|\r|\n/g).map((match) => match.index + match[0].length)]
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}
