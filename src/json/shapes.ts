/**
 * Tolerant reading of parsed JSON from servers that are not sure of their own types: lists that turn into maps,
 * ids that are numbers in one record and texts in the next (`contracts/universal-billing-api.md` §3, T5, T6).
 */

/** A JSON object. Its keys are data: `__proto__` and `constructor` may be among them. */
export type WireRecord = Readonly<Record<string, unknown>>

/** True for a JSON object; a list and `null` are none. */
export function isRecord(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member of an object, or `undefined`. Only what the text carried counts, never what JavaScript adds. */
export function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** A scalar as text, untrimmed. `null`, `false`, absent, lists and objects are the empty text, `true` is `"1"`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return value === true ? '1' : ''
}

/** An id: always text, trimmed, leading zeros kept. `""` when there is none; `"0"` is an id like any other. */
export function idOf(value: unknown): string {
  return textOf(value).trim()
}

/** The ways PHP and Perl say "nothing". */
export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === false
}

/**
 * Visits the items of a list or a map, whichever of the two came, with their indexes or keys. A single bare item
 * counts as a list of one, under the key `""`: it is told from a map by carrying one of `marks`, names of the
 * protocol, as a scalar. Nothing (`null`, `""`, `false`, absent) has no items, and items that are nothing are left out.
 */
export function eachItem(
  value: unknown,
  marks: readonly string[],
  visit: (item: unknown, key: string) => void,
): void {
  if (isNothing(value)) return
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isNothing(value[i])) visit(value[i], String(i))
  } else if (!isRecord(value) || isBareItem(value, marks)) {
    visit(value, '')
  } else {
    for (const key of Object.keys(value)) if (!isNothing(value[key])) visit(value[key], key)
  }
}

/**
 * The same items with their ids. An item's id is its own `id`, else its key; a scalar item is itself the id. An item
 * without any id comes with `""`: whether that is of use is for the caller to say.
 */
export function entries(value: unknown, marks: readonly string[] = ['id']): [id: string, item: unknown][] {
  const found: [string, unknown][] = []
  eachItem(value, marks, (item, key) => found.push([idOfItem(key, item), item]))
  return found
}

/** The same items without ids, where these mean nothing. */
export function items(value: unknown, marks: readonly string[]): unknown[] {
  const found: unknown[] = []
  eachItem(value, marks, (item) => found.push(item))
  return found
}

/** The id of an item found under a key: its own, also when that is the empty text, else the key. */
export function idOfItem(key: string, item: unknown): string {
  if (typeof item !== 'object') return idOf(item)
  return idOf(fieldOf(item, 'id') ?? key)
}

function isBareItem(value: WireRecord, marks: readonly string[]): boolean {
  for (const mark of marks) {
    const member = value[mark]
    if (member !== undefined && typeof member !== 'object') return true
  }
  return false
}
