/**
 * The text of an answer walked in place, without parsing it: what is broken in it stays broken in the same way. Names of
 * members and values are handed out with the place they stand in.
 */

export interface Found {
  readonly path: readonly string[]
  readonly what: 'name' | 'text' | 'number' | 'outside'
  /** Between the quotes. */
  readonly raw: string
}

interface Container {
  readonly isObject: boolean
  name: string | undefined
}

const TOKEN = /"((?:[^"\\]|\\[\s\S])*)("|\\?$)|-?\d[\d.eE+-]*|[{}[\],:]|\s+|[^\s"{}[\],:\d-]+|[\s\S]/g

/** Gives the text with everything `change` was asked about as it wants it. */
export function walkAnswer(text: string, change: (found: Found) => string): string {
  const around: Container[] = []
  const path = (): string[] => around.flatMap(({ name }) => (name === undefined ? [] : [name]))
  const isName = (end: number): boolean =>
    around.at(-1)?.isObject === true && /^\s*:/.test(text.slice(end, end + 20))
  const pieces: string[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [token, inside] = match
    const end = match.index + token.length
    if (inside !== undefined) {
      const what = isName(end) ? 'name' : 'text'
      const top = around.at(-1)
      if (what === 'name' && top !== undefined) top.name = undefined
      pieces.push(`"${change({ path: path(), what, raw: inside })}${match[2]}`)
      if (what === 'name' && top !== undefined) top.name = inside
    } else if (/^-?\d/.test(token) && around.length > 0) {
      pieces.push(change({ path: path(), what: 'number', raw: token }))
    } else if (around.length === 0 && !/^[{[]$/.test(token)) {
      pieces.push(change({ path: [], what: 'outside', raw: token }))
    } else {
      if (token === '{' || token === '[') around.push({ isObject: token === '{', name: undefined })
      else if (token === '}' || token === ']') around.pop()
      else if (token === ',' && around.at(-1)?.isObject) forgetName(around)
      pieces.push(token)
    }
  }
  return pieces.join('')
}

function forgetName(around: readonly Container[]): void {
  const top = around.at(-1)
  if (top !== undefined) top.name = undefined
}
