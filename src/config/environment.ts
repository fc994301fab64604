/** Configuration keys from environment variables: they fill what the file does not set. */
import { everyKey, type KeyOutline } from './outline.ts'

export interface EnvironmentValue {
  readonly outline: KeyOutline
  readonly variable: string
  /** In the kind of the key where the text can be one, else the text itself, for validation to refuse. */
  readonly value: unknown
}

/** The variables that are set, in the order of the schema. An empty one counts as not set. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): EnvironmentValue[] {
  return everyKey().flatMap((outline) => {
    const variable = outline.env
    const text = variable === undefined ? '' : (env[variable] ?? '').trim()
    return variable === undefined || text === ''
      ? []
      : [{ outline, variable, value: fromText(text, outline) }]
  })
}

const WORDS: Readonly<Record<string, boolean>> = {
  '1': true,
  true: true,
  yes: true,
  on: true,
  '0': false,
  false: false,
  no: false,
  off: false,
}

/** A text in the kind of a key, where it can be one. */
export function fromText(text: string, outline: KeyOutline): unknown {
  switch (outline.kind) {
    case 'boolean':
      return WORDS[text.toLowerCase()] ?? text
    case 'number':
      return /^\d{1,15}$/.test(text) ? Number(text) : text
    case 'list':
      return text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== '')
    default:
      return text
  }
}
