/** Scalars of the wire in the model's forms. */
import { fieldOf, isNothing, isRecord, textOf } from '../../json/shapes.ts'
import { readDecimal } from '../../model/decimal.ts'
import { flowingText, linedText, plainText } from '../../model/text.ts'
import { UNREADABLE, type Unreadable } from '../../model/unreadable.ts'

/** A text for people: entities decoded, line ends folded (T34). */
export function plain(value: unknown): string {
  return flowingText(textOf(value))
}

/** A text for people that may have several lines. */
export function lined(value: unknown): string {
  return linedText(textOf(value))
}

/** A name: the same with all white space folded to single blanks. */
export function nameOf(value: unknown): string {
  return plainText(textOf(value))
}

/** A whole number that is not below `least`; `undefined` when there is none. */
export function wholeNumber(value: unknown, least: number): number | undefined | Unreadable {
  const number = readDecimal(value, 0)
  return typeof number === 'number' && number < least ? UNREADABLE : number
}

/** A price in units of 10^-places; `undefined` when there is none. Nothing costs less than nothing. */
export function price(value: unknown, places: number): number | undefined | Unreadable {
  const units = readDecimal(value, places)
  return typeof units === 'number' && units < 0 ? UNREADABLE : units
}

/** How many there are of something, as text; `""` when that is not known, which is also said with 0. */
export function countOf(value: unknown): string | Unreadable {
  const count = wholeNumber(value, 0)
  return count === UNREADABLE || (count ?? 0) > MOST_COUNTED ? UNREADABLE : String(count || '')
}

/** No house has more storeys or entrances. */
const MOST_COUNTED = 999

/** A flag as 0/1, number or text; any other number is a yes (T22). `undefined` when there is none. */
export function flag(value: unknown): boolean | undefined | Unreadable {
  if (typeof value === 'boolean') return value
  const text = textOf(value).trim()
  if (text === '') return isContainer(value) ? UNREADABLE : undefined
  const number = Number(text)
  return Number.isNaN(number) ? UNREADABLE : number !== 0
}

/** A member of a map; `undefined` where there is no map. Anything else in its place cannot be read. */
export function memberOf(map: unknown, name: string): unknown {
  if (isNothing(map) || (Array.isArray(map) && map.length === 0)) return undefined
  return isRecord(map) ? fieldOf(map, name) : UNREADABLE
}

/** True for a list or a map, which is no text. */
export function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** A text in which `0` stands for "none": storeys, entrances, an apartment of a private house. */
export function unlessZero(value: unknown): string {
  const text = plain(value)
  return text === '0' ? '' : text
}
