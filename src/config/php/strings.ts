/** What stands inside PHP's double quotes and heredocs. */

const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  v: '\v',
  e: '\u001b',
  f: '\f',
  '\\': '\\',
  $: '$',
}
const ESCAPE = /\\(?:u\{([\da-fA-F]+)\}|x([\da-fA-F]{1,2})|([0-7]{1,3})|([\s\S]))/g

/**
 * Decodes backslash escapes. An unknown one stands for itself, backslash included.
 * @param quote the quote that a backslash may protect: `"`, or nothing in a heredoc
 */
export function decodeEscapes(body: string, quote: string): string {
  return body.replace(ESCAPE, (whole, unicode?: string, hex?: string, octal?: string, letter?: string) => {
    if (unicode !== undefined) return codePoint(Number.parseInt(unicode, 16)) ?? whole
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 255)
    if (letter === quote) return quote
    return SIMPLE[letter ?? ''] ?? whole
  })
}

/** True when PHP would put a variable's value into the text. */
export function isInterpolated(body: string): boolean {
  return body.replace(/\\[\s\S]/g, '').match(/\$[A-Za-z_{\x80-\u{10ffff}]|\{\$/u) !== null
}

/** One part of an interpolated text: letters, or the name of a variable. */
export type Part = { readonly text: string } | { readonly variable: string }

const NAME = '[A-Za-z_\\x80-\\u{10ffff}][\\w\\x80-\\u{10ffff}]*'
const LETTERS = '(?:\\\\[^]|[^\\\\${]|\\{(?!\\$)|\\$(?![\\w{\\x80-\\u{10ffff}]))+'
const PART = new RegExp(
  `(${LETTERS})|\\{\\$(${NAME})\\}|\\$\\{(${NAME})\\}|\\$(${NAME})(?![\\w\\x80-\\u{10ffff}]|->|\\[)`,
  'uy',
)

/** The parts of a text with plain variables in it (`$name`, `{$name}`, `${name}`); `undefined` when there is more. */
export function partsOf(body: string): Part[] | undefined {
  const parts: Part[] = []
  const pattern = new RegExp(PART)
  while (pattern.lastIndex < body.length) {
    const part = pattern.exec(body)
    if (part === null) return undefined
    const [, text, braced, dollar, plain] = part
    const variable = braced ?? dollar ?? plain
    parts.push(variable === undefined ? { text: text ?? '' } : { variable })
  }
  return parts
}

/** Takes the closing mark's indentation off every line. */
export function unindent(body: string, indentation: string): string {
  if (indentation === '') return body
  return body.replace(/^[ \t]+/gm, (blanks) => blanks.slice(Math.min(blanks.length, indentation.length)))
}

function codePoint(value: number): string | undefined {
  return value <= 0x10ffff ? String.fromCodePoint(value) : undefined
}
