/** Query strings and forms, taken apart by a reader that notices bad encoding. */

export interface Form {
  readonly fields: ReadonlyMap<string, string>
  /** What was wrong with the encoding; sentences. */
  readonly wrong: readonly string[]
}

/** Takes apart `application/x-www-form-urlencoded` text. */
export function parseForm(text: string): Form {
  const fields = new Map<string, string>()
  const wrong: string[] = []
  if (/[^A-Za-z0-9\-._~*!'()%+&=]/.test(text))
    wrong.push('The form holds characters that are not percent-encoded.')
  for (const pair of text === '' ? [] : text.split('&')) {
    const equals = pair.indexOf('=')
    const name = decode(equals < 0 ? pair : pair.slice(0, equals))
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1))
    if (name === undefined || value === undefined) {
      wrong.push('The form holds a percent sign that encodes no UTF-8 character.')
      continue
    }
    if (fields.has(name)) wrong.push(`The form holds the parameter ${name} twice.`)
    fields.set(name, value)
  }
  return { fields, wrong }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
