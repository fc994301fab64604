/** Texts on their way into the ERP: what must be encoded, what must not be there at all (userside-api.md §1). */

export type TextKind = 'text' | 'lines' | 'comment' | 'tariff name' | 'group name'

/** Characters that must not come raw, by kind of field. */
const RAW_FORBIDDEN: Readonly<Record<TextKind, string>> = {
  text: "'",
  lines: "'",
  comment: "'/\\",
  'tariff name': "'/",
  'group name': "'/+",
}

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp));/g
const KNOWN_ENTITIES = new Set(['&#039;', '&#047;', '&#092;', '&#43;'])

/** Decodes numeric entities once, as the ERP does when it stores a text. */
export function decodeOnce(text: string): string {
  if (!text.includes('&#')) return text
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string) => {
    if (decimal === undefined && hex === undefined) return whole
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return isCharacter(point) ? String.fromCodePoint(point) : whole
  })
}

/** What is wrong with a text as it came; sentences without a subject: `holds a raw "'"`. */
export function textFaults(text: string, kind: TextKind): string[] {
  const wrong: string[] = []
  for (const character of RAW_FORBIDDEN[kind])
    if (text.includes(character)) wrong.push(`holds a raw ${character} in a ${kind}`)
  const line = kind === 'lines' ? text.replaceAll('\n', '') : text
  if (/[\u0000-\u001f\u007f]/.test(line)) wrong.push('holds a raw control character')
  if (!text.isWellFormed()) wrong.push('holds half a surrogate pair')
  for (const [entity, decimal, hex] of text.matchAll(ENTITY)) {
    const isNumber = decimal !== undefined || hex !== undefined
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    if (!KNOWN_ENTITIES.has(entity) && (!isNumber || isCharacter(point)))
      wrong.push(`holds ${entity}, which is encoded where it must not be, or twice`)
  }
  if (hasEntity(decodeOnce(text))) wrong.push('is encoded twice')
  return wrong
}

/** True when a text still holds one of the entities the ERP returns. */
export function hasEntity(text: string): boolean {
  return /&#0?(?:39|47|92|43);/.test(text)
}

/** True when white space is folded: single blanks, none at the ends. */
export function isFolded(text: string): boolean {
  return text === text.replace(/\s+/g, ' ').trim()
}

/** Encodes a text the way the ERP returns it. */
export function encodeReturned(text: string): string {
  return /['/\\+]/.test(text) ? text.replace(/['/\\+]/g, (character) => RETURNED[character] ?? '') : text
}

const RETURNED: Readonly<Record<string, string>> = {
  "'": '&#039;',
  '/': '&#047;',
  '\\': '&#092;',
  '+': '&#43;',
}

function isCharacter(point: number): boolean {
  return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
}
