/** Where exactly bytes stop being JSON. Slow beside the scanner and the parser, and only asked when these have failed. */
import type { FaultPlace, JsonFault } from './json-error.ts'
import { type Entry, parseLot } from './lot.ts'
import type { Scanner } from './scanner.ts'
import { idOfItem } from './shapes.ts'

/** What a reader knows when it fails: bytes, and how far they are read. */
export interface Reading {
  readonly bytes: Uint8Array
  /** The bracket or comma before the first entry that was not taken. */
  readonly start: number
  readonly end: number
  /** Bytes that came before these. */
  readonly gone: number
  readonly scanner: Scanner
  /** Entries taken, and the id of the last one. */
  readonly taken: number
  readonly lastId: string
}

/** What is told of a place is found in as many bytes on either side. */
const AROUND_BYTES = 1024

/** Finds the place of a fault, and the last entry before it that is whole. */
export function placeOf(fault: JsonFault, reading: Reading): FaultPlace {
  const { bytes, start, end, gone, scanner, taken, lastId } = reading
  const isKnown = fault === 'trailing' || scanner.fault !== undefined
  const last = isKnown ? Math.min(scanner.position, end) : end
  const { at, commas } =
    fault === 'trailing' ? { at: last, commas: [] } : findFault(bytes, start, last, scanner.isMap)
  const entries = taken + commas.length
  const border = commas.at(-1)
  const lot =
    border === undefined ? [] : parseLot(bytes, commas.at(-2) ?? start, border, scanner, entries - 1)
  const [whole]: readonly (Entry | undefined)[] = typeof lot === 'string' ? [] : lot
  return {
    offset: gone + at,
    entries,
    lastId: whole === undefined ? lastId : idOfItem(whole[0], whole[1]),
    before: lenient.decode(bytes.subarray(Math.max(0, at - AROUND_BYTES), at)).replace(/^\uFFFD+/, ''),
    behind: lenient.decode(bytes.subarray(at, Math.min(end, at + AROUND_BYTES))).replace(/\uFFFD+$/, ''),
  }
}

const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** What was found between an opening bracket or comma and the fault. */
export interface FoundFault {
  /** The first byte that cannot stand where it stands; the end of the bytes when they are too few. */
  readonly at: number
  /** Commas behind entries that are whole. */
  readonly commas: readonly number[]
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_LIST = 0x5b
const OPEN_MAP = 0x7b
const ESCAPED = new Set('"\\/bfnrt')
const IN_SCALAR = /[-+.\w]/
const SCALAR = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)$/
const LONGEST_SCALAR = 1000

type Expected = 'key' | 'colon' | 'value' | 'delimiter'

/**
 * Walks the entries of a list or a map from the bracket or comma before the first of them. Numbers may begin with zeros,
 * as the parser lets them (`contracts/universal-billing-api.md` §3).
 */
export function findFault(bytes: Uint8Array, start: number, end: number, isMap: boolean): FoundFault {
  const containers = [isMap ? OPEN_MAP : OPEN_LIST]
  const commas: number[] = []
  let expected: Expected = isMap ? 'key' : 'value'
  let mayClose = bytes[start] !== COMMA
  let at = start + 1

  const next = (): Expected => (containers.at(-1) === OPEN_MAP ? 'key' : 'value')
  while (at < end) {
    const byte = bytes[at] ?? 0
    if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d && byte !== 0x0b && byte !== 0x0c)) {
      at++
      continue
    }
    const isClosing = byte === (containers.at(-1) ?? 0) + 2
    if (isClosing && (mayClose || expected === 'delimiter')) {
      containers.pop()
      if (containers.length === 0) return { at, commas }
      expected = 'delimiter'
      at++
    } else if (expected === 'colon' || expected === 'delimiter') {
      if (byte !== (expected === 'colon' ? COLON : COMMA)) return { at, commas }
      if (expected === 'delimiter' && containers.length === 1) commas.push(at)
      expected = expected === 'colon' ? 'value' : next()
      at++
    } else if (byte === QUOTE) {
      const { stop, isWhole } = walkString(bytes, at + 1, end)
      if (!isWhole) return { at: stop, commas }
      expected = expected === 'key' ? 'colon' : 'delimiter'
      at = stop
    } else if (expected === 'key') {
      return { at, commas }
    } else if (byte === OPEN_LIST || byte === OPEN_MAP) {
      containers.push(byte)
      expected = next()
      at++
      mayClose = true
      continue
    } else {
      const size = scalarSize(bytes, at, end)
      if (size === 0) return { at, commas }
      expected = 'delimiter'
      at += size
    }
    mayClose = false
  }
  return { at: end, commas }
}

/** The size of the number or word that stands here; 0 when none does. */
function scalarSize(bytes: Uint8Array, at: number, end: number): number {
  let size = 0
  while (at + size < end && IN_SCALAR.test(String.fromCharCode(bytes[at + size] ?? 0))) size++
  const text = String.fromCharCode(...bytes.subarray(at, at + Math.min(size, LONGEST_SCALAR)))
  return SCALAR.test(text) ? size : 0
}

/** Gives the place behind the closing quote, or the first byte that may not stand in a string. */
function walkString(bytes: Uint8Array, from: number, end: number): { stop: number; isWhole: boolean } {
  let at = from
  while (at < end) {
    const byte = bytes[at] ?? 0
    if (byte === QUOTE) return { stop: at + 1, isWhole: true }
    const size = byte === BACKSLASH ? escapeSize(bytes, at, end) : characterSize(bytes, at, end)
    if (size === 0) return { stop: at, isWhole: false }
    at += size
  }
  return { stop: end, isWhole: false }
}

function escapeSize(bytes: Uint8Array, at: number, end: number): number {
  const text = String.fromCharCode(...bytes.subarray(at + 1, Math.min(end, at + 6)))
  if (ESCAPED.has(text.charAt(0))) return 2
  return /^u[0-9a-fA-F]{4}/.test(text) ? 6 : 0
}

/** The size of a character in UTF-8; 0 for a control character and for what is no UTF-8. */
function characterSize(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return lead < 0x20 ? 0 : 1
  const size = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  if (at + size > end) return 0
  try {
    if (size > 0) strict.decode(bytes.subarray(at, at + size))
    return size
  } catch {
    return 0
  }
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
