/**
 * The notations a text takes on its way through two systems and back: percent-encoded, as a form, in JSON, in HTML, and
 * one inside the other. A server that throws a key back decides for each character anew.
 */

// Every repetition has a bound: a hostile text must not keep anybody busy.

/** HTML entities with a name that encoders use. */
const NAMED: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
  '=': 'equals',
  '?': 'quest',
  '/': 'sol',
  '+': 'plus',
}
/** JSON's short escapes, beside `\uXXXX`. PHP escapes the slash too. */
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
}

/** The source of a regular expression that matches a text in every notation, for use with or without the flag `u`. */
export function anyNotationOf(text: string): string {
  return [...text].map(anyNotationOfCharacter).join('')
}

function anyNotationOfCharacter(character: string): string {
  const ways = [
    RegExp.escape(character),
    percentEncoded(character),
    ...unicodeEscaped(character),
    entity(character),
    ...(character === ' ' ? ['\\+'] : []),
  ]
  return `(?:${ways.join('|')})`
}

/** `%2F`, `%252f`: each byte, encoded as often as one likes. */
function percentEncoded(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `%(?:25){0,4}${anyCase(hex(byte, 2))}`)
    .join('')
}

/** `\u002f`, `\\\/`: each UTF-16 unit, with a backslash for each layer of JSON or more. */
function unicodeEscaped(character: string): string[] {
  const units = Array.from({ length: character.length }, (_, at) => hex(character.charCodeAt(at), 4))
  const escaped = units.map((unit) => `\\\\{1,8}u${anyCase(unit)}`).join('')
  const short = SHORT_ESCAPES[character]
  return short === undefined ? [escaped] : [escaped, `\\\\{1,8}${RegExp.escape(short)}`]
}

/** `&#47;`, `&#047;`, `&#x2F;`, `&sol;`, `&amp;#047;`. */
function entity(character: string): string {
  const point = character.codePointAt(0) ?? 0
  const name = NAMED[character]
  const ways = [
    `#0{0,7}${point}`,
    `#[xX]0{0,7}${anyCase(point.toString(16))}`,
    ...(name === undefined ? [] : [name]),
  ]
  return `&(?:amp;){0,4}(?:${ways.join('|')});`
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

function anyCase(digits: string): string {
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}
