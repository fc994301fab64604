/** Phones and e-mails as they are compared and sent. */
import { plainText } from './text.ts'

interface Contact {
  readonly text: string
  readonly main: boolean
}

/**
 * Phone numbers, digits only, the main one first, without repeats. One entry may hold several numbers separated
 * by `,` `;` or a line break (`contracts/universal-billing-api.md` T23).
 */
export function phoneNumbers(entries: readonly Contact[]): string[] {
  return inOrder(entries, phoneDigits)
}

/** E-mail addresses, the main one first, without repeats; only tokens with `@` are addresses. */
export function emailAddresses(entries: readonly Contact[]): string[] {
  return inOrder(entries, (token) => (token.includes('@') ? plainText(token).replaceAll(' ', '') : ''))
}

/** The digits of one phone number; `""` when there are none. */
export function phoneDigits(text: string): string {
  return text.replace(/\D/g, '')
}

function inOrder(entries: readonly Contact[], clean: (token: string) => string): string[] {
  const main = new Set<string>()
  const others = new Set<string>()
  let mainIsFound = false
  for (const entry of entries) {
    const values = entry.text
      .split(/[,;\r\n]+/)
      .map(clean)
      .filter((value) => value !== '')
    const isMain: boolean = entry.main && !mainIsFound && values.length > 0
    mainIsFound ||= isMain
    for (const value of values) (isMain ? main : others).add(value)
  }
  return [...main.union(others)]
}
