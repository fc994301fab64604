/** The schema as a tree of keys: what every reader of the schema but valibot itself needs to know. */
import * as v from 'valibot'
import type { KeyNote } from './kinds.ts'
import { ConfigSchema } from './schema.ts'

export type KeyKind = 'boolean' | 'number' | 'text' | 'choice' | 'list' | 'map' | 'section'

export interface KeyOutline extends KeyNote {
  /** The last part of {@link path}. */
  readonly key: string
  /** From the top of the file: `['safety', 'maxAbsentCount']`. */
  readonly path: readonly string[]
  readonly kind: KeyKind
  readonly isRequired: boolean
  /** What holds when the key is not set; `undefined` when nothing does. */
  readonly default: unknown
  /** The words of a choice. */
  readonly choices: readonly string[]
  /** The keys of a section, or of each section in a list. */
  readonly members: readonly KeyOutline[]
}

const KINDS: Readonly<Record<string, KeyKind>> = {
  boolean: 'boolean',
  number: 'number',
  string: 'text',
  picklist: 'choice',
  array: 'list',
  record: 'map',
  strict_object: 'section',
}

/** All keys of the configuration, in the order of the schema. */
export const OUTLINE: readonly KeyOutline[] = membersOf(ConfigSchema, [])

/** The key at a path, or the nearest one above it (an element of a list has none of its own). */
export function keyAt(path: readonly (string | number)[]): KeyOutline | undefined {
  let found: KeyOutline | undefined
  for (const part of path) {
    // Which of a list of sections is meant does not matter: all have the same keys.
    if (typeof part === 'number' && found !== undefined && found.members.length > 0) continue
    const next = (found?.members ?? OUTLINE).find((member) => member.key === part)
    if (next === undefined) break
    found = next
  }
  return found
}

/** True when a path is that of a key itself, and not of an element or a member of its value. */
export function isAt({ path: own }: KeyOutline, path: readonly (string | number)[]): boolean {
  const names = path.filter((part) => typeof part === 'string')
  return typeof path.at(-1) !== 'number' && names.length === own.length
}

/** All keys with those inside sections, a section before its members. */
export function everyKey(members: readonly KeyOutline[] = OUTLINE): KeyOutline[] {
  return members.flatMap((member) => [member, ...everyKey(member.members)])
}

/** A path as operators write it: `safety.maxAbsentCount`, `confSkipDeleteIp[2]`. */
export function dotted(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  )
}

interface Introspected {
  readonly type: string
  readonly wrapped?: v.GenericSchema
  readonly default?: unknown
  readonly entries?: Readonly<Record<string, v.GenericSchema>>
  readonly options?: readonly string[]
  readonly item?: v.GenericSchema
  readonly pipe?: readonly Introspected[]
}

/** The words of a choice; `undefined` where any text will do. */
export function wordsOf({ type, options, pipe = [] }: Introspected): readonly string[] | undefined {
  if (type === 'picklist') return options ?? []
  for (const step of pipe) {
    const words = wordsOf(step)
    if (words !== undefined) return words
  }
  return undefined
}

function membersOf(schema: Introspected, above: readonly string[]): KeyOutline[] {
  return Object.entries(schema.entries ?? {}).map(([key, member]) => outlineOf(key, [...above, key], member))
}

function outlineOf(key: string, path: readonly string[], schema: v.GenericSchema): KeyOutline {
  const outer: Introspected = schema
  const bare = outer.wrapped ?? schema
  const inner: Introspected = bare
  // Words that are taken in any letter case are a text first.
  const words = wordsOf(inner)
  const kind = words === undefined ? KINDS[inner.type] : 'choice'
  if (kind === undefined)
    throw new Error(`The schema of ${dotted(path)} is of a kind the outline does not know.`)
  return {
    ...(v.getMetadata(bare) as KeyNote),
    key,
    path,
    kind,
    isRequired: outer.wrapped === undefined,
    default: outer.default,
    choices: words ?? [],
    members: membersOf(kind === 'list' ? (inner.item ?? inner) : inner, path),
  }
}
