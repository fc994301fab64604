/** Scalars of the wire in the model's forms. */
import { textOf } from '../../json/shapes.ts'
import { parseDecimal } from '../../model/decimal.ts'
import { flowingText, linedText, plainText } from '../../model/text.ts'

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

/** A whole number; `undefined` when there is none. */
export function wholeNumber(value: unknown): number | undefined {
  return parseDecimal(value, 0)
}

/** A flag as 0/1, number or text; any other number is a yes (T22). `undefined` when there is none. */
export function flag(value: unknown): boolean | undefined {
  const text = textOf(value).trim()
  return text === '' && value !== false ? undefined : Number(text) !== 0
}

/** A text in which `0` stands for "none": storeys, entrances, an apartment of a private house. */
export function unlessZero(value: unknown): string {
  const text = plain(value)
  return text === '0' ? '' : text
}
