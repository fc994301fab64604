/** Parses a run of neighbouring entries in one go: the parser is fastest on texts of some tens of kilobytes. */
import type { JsonFault } from './json-error.ts'
import type { Scanner } from './scanner.ts'

/** An entry of the top-level map, or an item of the top-level list under its index; the hash of its text where that is asked for. */
export type Entry = readonly [key: string, value: unknown, hash?: string | undefined]

const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const COMMA = 0x2c
const COLON = 0x3a

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Parses the entries between two delimiters, numbers that would lose digits as texts.
 *
 * A map's entries are read as a list `["key",value,"key",value]`, by a comma in the place of each top-level colon:
 * so keys keep their order, repeat when they do in the text, and `__proto__` is a key like any other.
 * @param from the bracket or comma before the first entry
 * @param to the comma or bracket behind the last
 * @param index number of entries before these: the keys of a list's items
 */
export function parseLot(
  bytes: Uint8Array,
  from: number,
  to: number,
  scanner: Scanner,
  index: number,
): Entry[] | JsonFault {
  const before = bytes[from] ?? 0
  const behind = bytes[to] ?? 0
  const colons = scanner.colons.between(from, to)
  bytes[from] = OPEN_LIST
  bytes[to] = CLOSE_LIST
  for (const colon of colons) bytes[colon] = COMMA
  const values = parseList(bytes, from, to + 1, scanner.suspicious.all)
  for (const colon of colons) bytes[colon] = COLON
  bytes[from] = before
  bytes[to] = behind
  if (typeof values === 'string') return values
  if (!scanner.isMap) return values.map((value, place) => [String(index + place), value])
  return values.length === 2 * colons.length ? inPairs(values) : 'not-json'
}

function parseList(
  bytes: Uint8Array,
  from: number,
  to: number,
  suspicious: Int32Array,
): unknown[] | JsonFault {
  let text: string
  try {
    text = decode(bytes, from, to, suspicious)
  } catch {
    return 'encoding'
  }
  try {
    return JSON.parse(text)
  } catch {
    return 'not-json'
  }
}

/** The text of the bytes, with quotes around the suspicious numbers among them. */
function decode(bytes: Uint8Array, from: number, to: number, suspicious: Int32Array): string {
  let text = ''
  let done = from
  for (let i = 0; i + 1 < suspicious.length; i += 2) {
    const begin = suspicious[i] ?? 0
    const end = suspicious[i + 1] ?? 0
    if (end > to) break
    if (begin < from) continue
    text += `${utf8.decode(bytes.subarray(done, begin))}"${utf8.decode(bytes.subarray(begin, end))}"`
    done = end
  }
  return text + utf8.decode(bytes.subarray(done, to))
}

function inPairs(values: readonly unknown[]): Entry[] | JsonFault {
  const pairs: Entry[] = []
  for (let i = 0; i < values.length; i += 2) {
    const key = values[i]
    if (typeof key !== 'string') return 'not-json'
    pairs.push([key, values[i + 1]])
  }
  return pairs
}
