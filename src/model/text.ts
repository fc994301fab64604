/** Texts of both systems: hostile, encoded in several layers, with folded and unfolded white space. */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g

function decodeOnce(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole
    const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10)
    const legal = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
    return legal ? String.fromCodePoint(point) : whole
  })
}

/**
 * Decodes HTML entities until none is left. Both systems may have encoded a text a different number of times;
 * decoding to the end makes them comparable (`contracts/userside-api.md` §1).
 */
export function decodeEntities(text: string): string {
  let current = text
  while (current.includes('&')) {
    const next = decodeOnce(current)
    if (next === current) break
    current = next
  }
  return current
}

/** White space of every kind, line breaks included, folded to single blanks and trimmed. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Words of letters and signs without special meaning between single blanks. Nearly every text is plain already. */
const PLAIN = /^(?:[!-%'-~\u00a1-\u052f]+(?: [!-%'-~\u00a1-\u052f]+)*)?$/

/** A name, and any text where it is compared: decoded, control characters dropped, white space folded. */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return text
  return foldSpace(dropControls(decodeEntities(text)))
}

/** A text that is no name as it is sent: as {@link plainText}, but blanks inside stay; a line end is one of them (§6). */
export function flowingText(text: string): string {
  if (PLAIN.test(text)) return text
  return dropControls(decodeEntities(text).replace(/\r\n/g, '\n')).trim()
}

/** A text of several lines: as {@link flowingText}, but a line end stays one, written `\n` (T34). */
export function linedText(text: string): string {
  if (PLAIN.test(text)) return text
  const lines = decodeEntities(text).split(/\r\n?|\n/)
  return lines.map(dropControls).join('\n').trim()
}

/** True when two texts read the same, however they are encoded or spaced. */
export function isSameText(one: string, other: string): boolean {
  return one === other || plainText(one) === plainText(other)
}

/** A person's or company's name as the ERP accepts it: also without backslashes (§6). */
export function plainName(text: string): string {
  return plainText(decodeEntities(text).replaceAll('\\', ' '))
}

/** Control characters are data for nobody; those that mean white space, or part one thing from another, become blanks. */
function dropControls(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u001c-\u001f\u0085\u2028\u2029]/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
}

/** What may be shown on a terminal or in a log line: no control characters, no direction overrides. */
export function printable(text: string): string {
  return dropControls(text).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

/** A text with one mark at its end: its own, be it a question mark, else a full stop. */
export function asSentence(text: string): string {
  const [mark = ''] = /[.!?…]*$/.exec(text) ?? []
  if (mark === '') return `${text}.`
  return /[!?…]\.$/.test(mark) ? text.slice(0, -1) : text
}

/** Cuts a text to a number of UTF-16 units without cutting a surrogate pair in half. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most)
}
