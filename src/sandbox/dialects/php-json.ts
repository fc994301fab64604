/** JSON as PHP's `json_encode` prints it, piece by piece: key order is kept and every key is data. */

/** A text: ASCII only, `\/` for a slash. */
export function phpText(text: string): string {
  const quoted = JSON.stringify(text)
  return PLAIN.test(quoted) ? quoted : quoted.replace(SPECIAL, escapeOne)
}

const PLAIN = /^[ -.0-~]*$/
const SPECIAL = /[/\u007f-\uffff]/g

/** Made once a character: a big list prints millions of them. */
const ESCAPES: string[] = []
ESCAPES['/'.charCodeAt(0)] = '\\/'

function escapeOne(character: string): string {
  const code = character.charCodeAt(0)
  const known = ESCAPES[code]
  if (known !== undefined) return known
  const made = `\\u${code.toString(16).padStart(4, '0')}`
  ESCAPES[code] = made
  return made
}

/** An id that PHP used as an array key: what looks like a canonical integer prints as a number. */
export function phpKey(id: string): string {
  return isInteger(id) ? id : phpText(id)
}

function isInteger(id: string): boolean {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(id)) return false
  return id.length < 19 || BigInt.asIntN(64, BigInt(id)) === BigInt(id)
}

/** An array with these keys: a list when they are 0…n-1 in order, else an object; empty is `[]`. */
export function phpArray(entries: readonly (readonly [key: string, printed: string])[]): string {
  const isList = entries.every(([key], index) => key === String(index))
  if (isList) return `[${entries.map(([, printed]) => printed).join(',')}]`
  return phpObject(entries)
}

/** An object with these keys, also when they would make a list. */
export function phpObject(entries: readonly (readonly [key: string, printed: string])[]): string {
  return `{${entries.map(([key, printed]) => `${phpText(key)}:${printed}`).join(',')}}`
}

/** The same, printed entry by entry; a big directory is never one string. */
export function* phpDirectory<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  print: (item: T) => string,
): Generator<string> {
  if (items.length === 0) return yield '[]'
  const isList = items.every((item, index) => keyOf(item) === String(index))
  let separator = isList ? '[' : '{'
  for (const item of items) {
    yield isList ? `${separator}${print(item)}` : `${separator}${phpText(keyOf(item))}:${print(item)}`
    separator = ','
  }
  yield isList ? ']' : '}'
}
