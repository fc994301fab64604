/** A JSON text as its characters, each with the notation it is written in, so that another can be written in its place. */

export interface Sign {
  readonly character: string
  /** As it stands. */
  readonly raw: string
  readonly notation: 'plain' | 'json' | 'entity' | 'hex-entity' | 'kept'
}

const ESCAPED: Readonly<Record<string, string>> = {
  '\\/': '/',
  '\\n': '\n',
  '\\r': '\r',
  '\\t': '\t',
  '\\"': '"',
}
const SIGN =
  /(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4})|&#(\d{1,7});|&#[xX]([0-9a-fA-F]{1,6});|(&[a-z]{2,6};)|(\\[\s\S])|([\s\S])/gu

/** Signs of the inside of a JSON string, or of a bare text. */
export function signsOf(text: string): Sign[] {
  return Array.from(text.matchAll(SIGN), ([raw, json, entity, hex, named, escaped]): Sign => {
    if (json !== undefined) return { character: JSON.parse(`"${json}"`), raw, notation: 'json' }
    if (entity !== undefined) return numbered(raw, Number(entity), 'entity')
    if (hex !== undefined) return numbered(raw, Number.parseInt(hex, 16), 'hex-entity')
    if (escaped !== undefined) return { character: ESCAPED[escaped] ?? ' ', raw, notation: 'kept' }
    if (named !== undefined) return { character: ' ', raw, notation: 'kept' }
    return { character: raw, raw, notation: 'plain' }
  })
}

/** The other character in the same notation. */
export function written(character: string, { notation, raw, character: former }: Sign): string {
  if (notation === 'kept' || character === former) return raw
  if (notation === 'plain') return character
  const code = character.codePointAt(0) ?? 0
  if (notation === 'entity') return `&#${code};`
  const isLower = raw === raw.toLowerCase()
  const hex = isLower ? code.toString(16) : code.toString(16).toUpperCase()
  return notation === 'json' ? `\\u${hex.padStart(4, '0')}` : `${raw.slice(0, 3)}${hex};`
}

function numbered(raw: string, code: number, notation: 'entity' | 'hex-entity'): Sign {
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : ' '
  return character.length === 1 ? { character, raw, notation } : { character: ' ', raw, notation: 'kept' }
}
