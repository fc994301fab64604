/**
 * The kinds of configuration keys. Each wraps a valibot schema and carries its own documentation, from which the
 * error messages, the environment names, the example, the JSON schema and the table in the docs are made.
 */
import * as v from 'valibot'

/** What is documented of a key besides its shape. */
export type KeyNote = {
  /** How a valid value looks, to follow "must be": `true or false`. */
  readonly form: string
  /** One sentence for the example and the docs, without a full stop. */
  readonly meaning: string
  /** The environment variable that fills the key when the file does not. */
  readonly env?: string | undefined
  /** The value may hold a key or a password: it is never shown. */
  readonly isSecret?: boolean | undefined
  /** A path, relative to the configuration's folder. */
  readonly isPath?: boolean | undefined
  /** What must stand in the file at the path, which is looked at when the configuration is loaded. */
  readonly holds?: Contents | undefined
  /** How one element of a list or map must look, to follow "must be". */
  readonly itemForm?: string | undefined
  /** What the example shows for a key without a default. */
  readonly example?: unknown
}

/** How a file's text is known to be what is wanted. */
export interface Contents {
  readonly pattern: RegExp
  /** To follow "holds no": `certificate`. */
  readonly what: string
}

type Extra = Partial<Omit<KeyNote, 'meaning'>>

/** Documents a schema. */
export function key<const S extends v.GenericSchema>(schema: S, note: KeyNote) {
  return v.pipe(schema, v.description(note.meaning), v.metadata(note))
}

/** A switch, off unless set. */
export function flag(meaning: string, env?: string) {
  return v.optional(key(v.boolean(), { form: 'true or false', meaning, env }), false)
}

/** One of a few words. */
export function choice<const W extends readonly [string, ...string[]]>(
  words: W,
  meaning: string,
  env?: string,
) {
  return key(v.picklist(words), { form: oneOf(words), meaning, env })
}

/** A text that is not empty. */
export function text(meaning: string, extra: Extra = {}) {
  return key(v.pipe(v.string(), v.nonEmpty()), { form: 'a text', meaning, ...extra })
}

/** A path to a file or folder, made absolute when the configuration is loaded. */
export function path(meaning: string, extra: Extra = {}) {
  return text(meaning, { form: 'a path', isPath: true, ...extra })
}

/** An address of a web server, with everything an operator may have put into it. */
export function url(meaning: string, extra: Extra = {}) {
  const schema = v.pipe(v.string(), v.trim(), v.check(isWebUrl))
  return key(schema, { form: 'an http:// or https:// URL', meaning, ...extra })
}

type Bounds =
  | { readonly least: number; readonly most?: number; readonly isFraction?: false }
  | { readonly least: number; readonly most: number; readonly isFraction: true }

/** A number between two bounds, whole unless said otherwise. */
export function number(bounds: Bounds, meaning: string, extra: Extra = {}) {
  const { least, most = Number.MAX_SAFE_INTEGER } = bounds
  const form = formOf(bounds)
  const schema: v.GenericSchema<number> = bounds.isFraction
    ? v.pipe(v.number(), v.minValue(least), v.maxValue(most))
    : v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
  return key(schema, { form, meaning, ...extra })
}

function formOf({ least, most, isFraction }: Bounds): string {
  if (most === undefined) return `a whole number, ${least} or more`
  return isFraction ? `a number between ${least} and ${most}` : `a whole number between ${least} and ${most}`
}

/** A group of keys. An unknown one inside is an error, as at the top. */
export function section<const E extends v.ObjectEntries>(entries: E, meaning: string, extra: Extra = {}) {
  return key(v.strictObject(entries), { form: 'an object { … }', meaning, ...extra })
}

/** A list of ids or names; ids may be written as numbers. */
export function names(meaning: string) {
  const item = v.pipe(
    v.union([v.pipe(v.string(), v.nonEmpty()), v.pipe(v.number(), v.integer())]),
    v.transform(String),
  )
  return v.optional(
    key(v.array(item), { form: 'a list of ids or names', itemForm: 'an id or a name', meaning }),
    [],
  )
}

/** Words as they are listed in a sentence: `"a", "b" or "c"`. */
export function oneOf(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`)
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`
}

function isWebUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:\/\/[^/]/i.test(value)
}
