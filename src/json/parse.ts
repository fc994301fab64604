/** Parsing of small JSON texts that hold numbers JavaScript or JSON itself cannot. */
import { JsonError } from './json-error.ts'

/** Walks strings and numbers in turn, so that digits inside a string are never taken for a number. */
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g
/** Begins where a value may stand, so that the hashes and ids in strings, which look alike, are not suspected. */
const SUSPICIOUS = /(?:^|[[,:])\s*-?(?:0\d|\d{16})/
const EXCERPT = 4096

/**
 * Parses a whole JSON text. Integers of 16 and more digits and numbers with leading zeros become texts, so that no
 * digit is lost (`contracts/universal-billing-api.md` §3, T4); a BOM and white space around are no part of it.
 * @throws JsonError for anything else
 */
export function parseJson(text: string): unknown {
  const body = text.replace(/^\uFEFF/, '').trim()
  try {
    return JSON.parse(SUSPICIOUS.test(body) ? quoteNumbers(body) : body)
  } catch (cause) {
    throw notJson(body, cause)
  }
}

/** Puts quotes around every number token that would lose digits or is not legal JSON. */
function quoteNumbers(text: string): string {
  return text.replace(STRING_OR_NUMBER, (token) => (needsQuotes(token) ? `"${token}"` : token))
}

function needsQuotes(token: string): boolean {
  if (token.startsWith('"')) return false
  const digits = token.startsWith('-') ? token.slice(1) : token
  return /^0\d/.test(digits) || (digits.length >= 16 && !/[.eE]/.test(digits))
}

function notJson(body: string, cause: unknown): JsonError {
  const excerpt = { head: body.slice(0, EXCERPT), tail: body.slice(-EXCERPT), size: body.length }
  if (body === '') return new JsonError('empty', 'the body is empty', excerpt)
  return new JsonError('not-json', cause instanceof Error ? cause.message : 'the body is not JSON', excerpt)
}
