/** The configuration in force, secrets hidden, for the HTML page. */
import { dotted, everyKey, type KeyOutline } from '../../config/outline.ts'
import type { Config } from '../../config/schema.ts'
import type { Redact } from '../../model/redaction.ts'

/**
 * Every key that has a value, in the order of the schema, with its value as text. Of a secret one only what is no
 * secret: an address without its query and its user.
 */
export function shownConfiguration(config: Config, redact: Redact): [key: string, value: string][] {
  return everyKey()
    .filter(({ kind }) => kind !== 'section')
    .map((outline): [string, string | undefined] => [dotted(outline.path), shown(outline, config)])
    .flatMap(([key, value]) => (value === undefined ? [] : [[key, redact(value)]]))
}

function shown({ path, isSecret }: KeyOutline, config: Config): string | undefined {
  const value = path.reduce<unknown>((parent, part) => Object(parent)[part], config)
  if (value === undefined || value === '') return undefined
  if (isSecret && !isEmptyList(value)) return shownSecret(String(value))
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0
}

function shownSecret(value: string): string {
  if (!URL.canParse(value)) return '***'
  const { protocol, host, pathname, search } = new URL(value)
  return `${protocol}//${host}${pathname}${search === '' ? '' : '?***'}`
}
