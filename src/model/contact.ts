/** Phones and e-mails as they are compared and sent. */
import { decodeEntities, plainText } from './text.ts'

interface Contact {
  readonly text: string
  readonly main: boolean
}

/**
 * Phone numbers, digits only, the main one first, without repeats. One entry may hold several numbers separated
 * by `,` `;` or a line break (`contracts/universal-billing-api.md` T23).
 */
export function phoneNumbers(entries: readonly Contact[]): string[] {
  return inOrder(entries, /[,;\r\n]+/, phoneDigits)
}

/**
 * E-mail addresses, the main one first, without repeats; only tokens with `@` are addresses. A blank parts two of
 * them as well, save beside the `@`, where it is a slip of the hand.
 */
export function emailAddresses(entries: readonly Contact[]): string[] {
  return inOrder(entries.map(withoutSlips), /[,;\s]+/, (token) =>
    token.includes('@') ? plainText(token) : '',
  )
}

function withoutSlips(entry: Contact): Contact {
  return / @|@ /.test(entry.text) ? { ...entry, text: entry.text.replace(/ *@ */g, '@') } : entry
}

const ONLY_DIGITS = /^\d*$/

/** The digits of one phone number; `""` when there are none. An entity is a character, not digits: `&#43;` is `+`. */
export function phoneDigits(text: string): string {
  return ONLY_DIGITS.test(text) ? text : decodeEntities(text).replace(/\D/g, '')
}

function inOrder(
  entries: readonly Contact[],
  separators: RegExp,
  clean: (token: string) => string,
): string[] {
  const main: string[] = []
  const others: string[] = []
  for (const entry of entries) {
    const list = entry.main && main.length === 0 ? main : others
    // Decoded first: the `;` that ends an entity separates nothing.
    const text = decodeEntities(entry.text)
    for (const token of separators.test(text) ? text.split(separators) : [text]) {
      const value = clean(token)
      if (value !== '' && !list.includes(value)) list.push(value)
    }
  }
  return main.length === 0 ? others : [...main, ...others.filter((value) => !main.includes(value))]
}
