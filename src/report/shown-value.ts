/** The text of a field's value, as `plan`, `history` and `verify` show it. */
import { printable } from '../model/text.ts'

/** An empty value gets a mark that is seen, and a debt a minus sign that is; a text such as "-5" stays as it is. */
export function shownValue(value: string): string {
  return value === '' ? '∅' : printable(value).replace(/^-(?=\d+\.\d\d$)/, '−')
}
