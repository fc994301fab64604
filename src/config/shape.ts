/** Checks the keys of a configuration, before its values. */
import { nearest, questionOf } from '../model/nearest.ts'
import { cutText, printable } from '../model/text.ts'
import type { Path } from './jsonc.ts'
import { everyKey, type KeyOutline, OUTLINE } from './outline.ts'

/** Something wrong, by the path of the key it is wrong with. */
export interface Flaw {
  readonly path: Path
  readonly message: string
  /** A key that has to be there is not. */
  readonly isMissing?: boolean
}

export interface Shaped {
  /** Known keys only, without the empty ones. */
  readonly value: Record<string, unknown>
  readonly flaws: readonly Flaw[]
}

/**
 * Keeps the known keys. An unknown one is a flaw with the nearest known name; an empty text means that the key is not
 * set, as an empty environment variable does.
 */
export function shapeOf(value: unknown): Shaped {
  const { $schema: _forEditors, ...keys } = isObject(value) ? value : {}
  const shaped = shapeSection(keys, OUTLINE, [])
  if (isObject(value)) return shaped
  const message = `an object { … } is expected, found ${named(value, false)}`
  return { value: {}, flaws: [{ path: [], message }] }
}

/** What is wrong with a value: `must be true or false, found the number 5`. @param form of a value that is right */
export function mustBe(form: string, value: unknown, isSecret = false): string {
  if (value === undefined) return `must be ${form}, found nothing`
  return `must be ${form}, found ${named(value, isSecret)}`
}

function named(value: unknown, isSecret: boolean): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  if (typeof value === 'number') return isSecret ? 'a number that is not shown' : `the number ${value}`
  if (typeof value !== 'string') return String(value)
  if (isSecret) return 'a text that is not shown'
  // An address that cannot be read may hold a user and a password all the same.
  const shown = printable(value).replace(/(:\/\/).*@/, '$1***@')
  return shown === '' ? 'the text ""' : `the text "${cutText(shown, 60)}"`
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shapeSection(section: Record<string, unknown>, members: readonly KeyOutline[], above: Path): Shaped {
  const value: Record<string, unknown> = {}
  const flaws: Flaw[] = []
  for (const [key, found] of Object.entries(section)) {
    const path = [...above, key]
    const member = members.find((known) => known.key === key)
    if (member === undefined) {
      flaws.push({ path, message: unknownKey(key, members) })
    } else if (member.kind === 'list' && member.members.length > 0 && Array.isArray(found)) {
      const items = found.map((item, index) => shapeItem(item, member.members, [...path, index]))
      value[key] = items.map((item) => item.value)
      flaws.push(...items.flatMap((item) => item.flaws))
    } else if (member.kind !== 'section' && member.kind !== 'map') {
      if (found !== '') value[key] = found
    } else if (!isObject(found)) {
      flaws.push({ path, message: mustBe(member.form, found) })
    } else if (member.kind === 'map') {
      value[key] = found
    } else {
      const inner = shapeSection(found, member.members, path)
      value[key] = inner.value
      flaws.push(...inner.flaws)
    }
  }
  return { value, flaws }
}

/** A section in a list; what is none is for the validation to refuse. */
function shapeItem(
  item: unknown,
  members: readonly KeyOutline[],
  path: Path,
): { readonly value: unknown; readonly flaws: readonly Flaw[] } {
  return isObject(item) ? shapeSection(item, members, path) : { value: item, flaws: [] }
}

/** With a sibling of nearly that name, else the key of that name where it belongs. */
function unknownKey(key: string, siblings: readonly KeyOutline[]): string {
  const sibling = nearestOf(key, siblings)?.key
  const meant = sibling ?? nearestOf(key, everyKey())?.path.join('.')
  const sentence = 'is unknown'
  return meant === undefined ? sentence : `${sentence}; ${questionOf(meant)}`
}

function nearestOf(key: string, known: readonly KeyOutline[]): KeyOutline | undefined {
  const name = nearest(
    key,
    known.map((one) => one.key),
  )
  return known.find((one) => one.key === name)
}
