/** Parsing of small JSON texts that hold numbers JavaScript or JSON itself cannot. */
import { type BodyExcerpt, JsonError } from './json-error.ts'
import { isOpening, MOST_DEPTH, Scanner } from './scanner.ts'

const EXCERPT = 4096

/**
 * Parses a whole JSON text. Integers of 16 and more digits and numbers with leading zeros become texts, so that no
 * digit is lost (`contracts/universal-billing-api.md` §3, T4); a BOM and white space around are no part of it.
 * @throws JsonError for anything else, and for what is nested deeper than any answer
 */
export function parseJson(text: string): unknown {
  const body = text.replace(/^\uFEFF/, '').trim()
  const { depth, suspicious } = survey(body)
  if (depth > MOST_DEPTH) throw new JsonError('too-deep', 'the JSON is nested too deeply', excerptOf(body))
  try {
    return JSON.parse(suspicious.length > 0 ? quoteNumbers(body, suspicious) : body)
  } catch (cause) {
    throw notJson(body, cause)
  }
}

interface Survey {
  readonly depth: number
  /** Begin and end, in turn, of numbers that would lose digits or are not legal JSON. */
  readonly suspicious: readonly number[]
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Walks over strings, so that what stands inside them is taken neither for a number nor for a bracket. */
function survey(text: string): Survey {
  const suspicious: number[] = []
  let depth = 0
  let most = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      for (at++; at < text.length; at++) {
        const inside = text.charCodeAt(at)
        if (inside === QUOTE) break
        if (inside === BACKSLASH) at++
      }
    } else if (code === 0x5b || code === 0x7b) {
      depth++
      if (depth > most) most = depth
    } else if (code === 0x5d || code === 0x7d) {
      depth--
    } else if (isDigit(code)) {
      const end = numberEnd(text, at)
      if (losesDigits(text, at, end)) suspicious.push(text.charAt(at - 1) === '-' ? at - 1 : at, end)
      at = end - 1
    }
  }
  return { depth: most, suspicious }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

const IN_NUMBER: ReadonlySet<number> = new Set(Array.from('0123456789.eE+-', (sign) => sign.charCodeAt(0)))

function numberEnd(text: string, from: number): number {
  let end = from + 1
  while (end < text.length && IN_NUMBER.has(text.charCodeAt(end))) end++
  return end
}

/** A leading zero before another digit, or 16 and more digits and neither point nor exponent. */
function losesDigits(text: string, from: number, end: number): boolean {
  if (text.charCodeAt(from) === 0x30 && isDigit(text.charCodeAt(from + 1))) return true
  return end - from >= 16 && !/[.eE]/.test(text.slice(from, end))
}

/** Puts quotes around these numbers. */
function quoteNumbers(text: string, places: readonly number[]): string {
  let quoted = ''
  let done = 0
  for (let i = 0; i + 1 < places.length; i += 2) {
    const [from = 0, end = 0] = [places[i], places[i + 1]]
    quoted += `${text.slice(done, from)}"${text.slice(from, end)}"`
    done = end
  }
  return quoted + text.slice(done)
}

function notJson(body: string, cause: unknown): JsonError {
  const excerpt = excerptOf(body)
  if (body === '') return new JsonError('empty', 'the body is empty', excerpt)
  if (endsEarly(body)) return new JsonError('cut', 'the JSON ends too early', excerpt)
  return new JsonError('not-json', cause instanceof Error ? cause.message : 'the body is not JSON', excerpt)
}

function excerptOf(body: string): BodyExcerpt {
  return { head: body.slice(0, EXCERPT), tail: body.slice(-EXCERPT), size: Buffer.byteLength(body) }
}

/** True when nothing is wrong with it but that more should follow. */
function endsEarly(body: string): boolean {
  const bytes = new TextEncoder().encode(body)
  if (!isOpening(bytes[0])) return false
  const scanner = new Scanner(bytes, 0)
  scanner.scan(bytes, bytes.length)
  return scanner.fault === undefined && scanner.end < 0
}
