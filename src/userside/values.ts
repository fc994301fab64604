/** Values of the ERP's records: numbers that may be texts, texts with entities, ids under two names (§1, §6). */
import { fieldOf, idOf, isNothing, isRecord, textOf } from '../json/shapes.ts'
import { parseDecimal } from '../model/decimal.ts'
import { decodeEntities } from '../model/text.ts'

/** A text with its entities decoded; missing is `""`. */
export function decoded(value: unknown): string {
  return decodeEntities(textOf(value))
}

/** A number; missing or unreadable is 0. */
export function numberOf(value: unknown): number {
  const number = Number(textOf(value).trim().replace(',', '.'))
  return Number.isFinite(number) ? number : 0
}

/** A decimal in units of 10^-places; missing or unreadable is 0. */
export function unitsOf(value: unknown, places: number): number {
  return parseDecimal(value, places) ?? 0
}

/** A flag: a number, or the word for one; `otherwise` when it is missing or anything else. */
export function flagOf(value: unknown, otherwise = false): boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  const text = textOf(value).trim().toLowerCase()
  if (text === 'true' || text === 'false') return text === 'true'
  const number = Number(text.replace(',', '.'))
  return text === '' || Number.isNaN(number) ? otherwise : number !== 0
}

const NO_ID = /^-?0*$/

/** An id that refers to something: `""` for none, which the ERP also writes as 0. */
export function referenceOf(value: unknown): string {
  const id = idOf(value)
  return NO_ID.test(id) ? '' : id
}

const ERP_ID = /^[1-9]\d{0,18}$/

/** An id the ERP gave itself: a positive integer, and nothing else is one (§12.8); `""` for none. */
export function erpReference(value: unknown): string {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? String(value) : ''
  const id = typeof value === 'string' ? value.trim() : ''
  return ERP_ID.test(id) ? id : ''
}

/** The ERP's own id of a record: newer releases call it `erp_id`, older ones `userside_id`; `""` when it has none. */
export function erpIdOf(record: unknown): string {
  return erpReference(fieldOf(record, 'erp_id')) || erpReference(fieldOf(record, 'userside_id'))
}

/** The same for records that may carry their id as plain `id`. */
export function ownIdOf(record: unknown): string {
  return erpIdOf(record) || erpReference(fieldOf(record, 'id'))
}

/** The members of a map, or of the list that PHP made of one, each under its key. */
export function membersOf(value: unknown): [key: string, item: unknown][] {
  const members: [string, unknown][] = []
  eachMember(value, (item, key) => members.push([key, item]))
  return members
}

/** Visits the same members, for the many small maps of a subscriber. */
export function eachMember(value: unknown, visit: (item: unknown, key: string) => void): void {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, String(index))
  else if (isRecord(value)) for (const key of Object.keys(value)) visit(value[key], key)
}

/**
 * The items of a list, or of the map that PHP made of one. A single bare item, told from a map by carrying one of
 * `marks`, counts as a list of one.
 */
export function itemsOf(value: unknown, marks: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isRecord(value)) return isNothing(value) ? [] : [value]
  return marks.some((mark) => Object.hasOwn(value, mark)) ? [value] : Object.values(value)
}
