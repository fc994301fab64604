/** Checks the keys of a configuration, before its values. */
import { didYouMean, nearest } from '../model/nearest.ts'
import { cutText, printable } from '../model/text.ts'
import type { Path } from './jsonc.ts'
import { everyKey, type KeyOutline, OUTLINE } from './outline.ts'

/** Something wrong, by the path of the key it is wrong with. */
export interface Flaw {
  readonly path: Path
  readonly message: string
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
  return { value: {}, flaws: [{ path: [], message: `an object { … } is expected, ${foundText(value)}` }] }
}

/** What stands where something else is expected: `found the number 5`. */
export function foundText(value: unknown, isSecret = false): string {
  if (value === undefined) return 'found nothing'
  if (value === null || typeof value === 'boolean') return `found ${value}`
  if (Array.isArray(value)) return 'found a list'
  if (typeof value === 'object') return 'found an object'
  const kind = typeof value === 'number' ? 'number' : 'text'
  if (isSecret) return `found a ${kind} that is not shown`
  if (kind === 'number') return `found the number ${value}`
  // An address that cannot be read may hold a user and a password all the same.
  const shown = printable(String(value)).replace(/(:\/\/).*@/, '$1***@')
  return `found the text "${cutText(shown, 60)}"`
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
      flaws.push({ path, message: `is unknown${suggestion(key, members)}` })
    } else if (member.kind === 'list' && member.members.length > 0 && Array.isArray(found)) {
      const items = found.map((item, index) => shapeItem(item, member.members, [...path, index]))
      value[key] = items.map((item) => item.value)
      flaws.push(...items.flatMap((item) => item.flaws))
    } else if (member.kind !== 'section' && member.kind !== 'map') {
      if (found !== '') value[key] = found
    } else if (!isObject(found)) {
      flaws.push({ path, message: `must be ${member.form}, ${foundText(found)}` })
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

/** A sibling of nearly that name, else the key of that name where it belongs. */
function suggestion(key: string, siblings: readonly KeyOutline[]): string {
  const sibling = didYouMean(
    key,
    siblings.map((member) => member.key),
  )
  if (sibling !== '') return sibling
  const all = everyKey()
  const name = nearest(
    key,
    all.map((known) => known.key),
  )
  const elsewhere = all.find((known) => known.key === name)
  return elsewhere === undefined ? '' : `; did you mean "${elsewhere.path.join('.')}"?`
}
