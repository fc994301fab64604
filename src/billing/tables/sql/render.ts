/** A query as it is sent: marks replaced, values quoted. No other way leads from a value into SQL. */
import type { SqlText } from '../../../model/sql-text.ts'

/** A text as a literal of a server. */
export type Quote = (text: string) => string

/** In the place of {page:…} when a query is not read page by page. */
export const EVERYTHING = '1 = 1'

export interface Replacements {
  /** What stands for condition, order and limit. @param column as the operator wrote it */
  readonly page: (column: string) => string
  readonly parameters: Readonly<Record<string, string | number>>
  readonly quote: Quote
}

/** The text of a query. A parameter that is not set is NULL. */
export function renderSql({ parts }: SqlText, { page, parameters, quote }: Replacements): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      return part.kind === 'page' ? page(part.column) : literal(parameters[part.name], quote)
    })
    .join('')
}

/** The column of {page:…}; `undefined` when the query has no such mark. */
export function pageColumn({ parts }: SqlText): string | undefined {
  for (const part of parts) if (part.kind === 'page') return part.column
  return undefined
}

/** With backslashes for what means something, as MySQL has it while NO_BACKSLASH_ESCAPES is off. */
export function quoteMysql(text: string): string {
  return `'${text.replace(/['\\\0]/g, (character) => (character === '\0' ? '\\0' : `\\${character}`))}'`
}

/** With doubled quotes, as the standard has it. Neither PostgreSQL nor SQLite can hold a NUL in a text. */
export function quoteStandard(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('\0', '')}'`
}

function literal(value: string | number | undefined, quote: Quote): string {
  if (value === undefined) return 'NULL'
  return typeof value === 'number' ? String(value) : quote(value)
}
