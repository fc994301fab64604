/** Phones and e-mails as they are compared and sent. */
import { decodeEntities, plainText } from './text.ts'

interface Contact {
  readonly text: string
  readonly main: boolean
}

/**
 * Phone numbers, digits only, the main one first, without repeats. One entry may hold several numbers and extensions
 * (`contracts/universal-billing-api.md` T23).
 * @param onUnreadable told of what has more digits than any number: it is left out
 */
export function phoneNumbers(
  entries: readonly Contact[],
  onUnreadable: (text: string) => void = () => {},
): string[] {
  return inOrder(entries, severalPhones, (token) => {
    const digits = phoneDigits(token)
    if (digits.length <= MOST_PHONE_DIGITS && !ROUNDED.test(token)) return digits
    onUnreadable(token)
    return ''
  })
}

/** The longest number there is (E.164). */
const MOST_PHONE_DIGITS = 15
/** What always parts numbers, and what does where there are whole numbers on both sides. */
const PHONE_SEPARATORS = /[,;\r\n]+/
const PHONE_ALTERNATIVES = /[/|]|(?<!\p{L})(?:або|или)(?!\p{L})/iu
const LEAST_BESIDE_ALTERNATIVE = 9
const LEAST_BESIDE_BLANK = 10
/** A short number behind one of these words is an extension; a long one is a further number. */
const EXTENSION =
  /(?<!\p{L})(?:вн|внутр(?:\p{L}+н\p{L}+)?|доб(?:ав\p{L}+)?|ext(?:ension)?)[.:№#\s]*\d{1,6}(?!\d)/iu
/** A number that looks whole: of Ukraine, of its neighbours, or as it is dialled within. */
const WHOLE_NUMBER = /^(?:380\d{9}|0\d{9}|[78]\d{10})$/

/** What a spreadsheet makes of a long number, `3,80501E+11`: most of its digits are gone. */
const ROUNDED = /^\s*\d(?:[.,]\d+)?E\+?\d+\s*$/i

/** One number as nearly all are typed: too short for two of them, and no word in it. */
const ONE_NUMBER = /^[-+() \d]{0,19}$/

function severalPhones(text: string): string[] {
  if (ONE_NUMBER.test(text) || ROUNDED.test(text)) return [text]
  return partsOf(text, PHONE_SEPARATORS).flatMap((part) => {
    const [phone = '', ...behind] = partsOf(part, EXTENSION)
    return [phone, ...behind.filter((rest) => digitsIn(rest) >= LEAST_BESIDE_ALTERNATIVE)].flatMap(
      alternativePhones,
    )
  })
}

function alternativePhones(text: string): string[] {
  if (digitsIn(text) < 2 * LEAST_BESIDE_ALTERNATIVE) return [text]
  const phones: string[] = []
  for (const part of partsOf(text, PHONE_ALTERNATIVES)) {
    const last = phones.at(-1)
    const isApart = Math.min(digitsIn(last ?? ''), digitsIn(part)) >= LEAST_BESIDE_ALTERNATIVE
    if (last === undefined || isApart) phones.push(part)
    else phones[phones.length - 1] = `${last} ${part}`
  }
  return phones.flatMap(phonesByBlanks)
}

/** Blanks stand inside of numbers too: of several that may part two, the one behind what looks whole does. */
function phonesByBlanks(text: string): string[] {
  if (digitsIn(text) < 2 * LEAST_BESIDE_BLANK) return [text]
  const places = Array.from(text.trim().matchAll(/\s+/g), ({ index }) => index)
  const splits = places
    .map((place): [string, string] => [text.trim().slice(0, place), text.trim().slice(place)])
    .filter((sides) => sides.every((side) => digitsIn(side) >= LEAST_BESIDE_BLANK))
  const [first, rest] = splits.find(([left]) => WHOLE_NUMBER.test(phoneDigits(left))) ?? splits[0] ?? []
  return first === undefined || rest === undefined ? [text] : [first, ...phonesByBlanks(rest)]
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length
}

function partsOf(text: string, separators: RegExp): string[] {
  return separators.test(text) ? text.split(separators) : [text]
}

/**
 * E-mail addresses, the main one first, without repeats; only tokens with `@` are addresses. A blank parts two of
 * them as well, save beside the `@`, where it is a slip of the hand.
 */
export function emailAddresses(entries: readonly Contact[]): string[] {
  return inOrder(
    entries.map(withoutSlips),
    (text) => partsOf(text, /[,;\s]+/),
    (token) => (token.includes('@') ? plainText(token) : ''),
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
  split: (text: string) => readonly string[],
  clean: (token: string) => string,
): string[] {
  const main: string[] = []
  const others: string[] = []
  for (const entry of entries) {
    const list = entry.main && main.length === 0 ? main : others
    // Decoded first: the `;` that ends an entity separates nothing.
    const text = decodeEntities(entry.text)
    for (const token of split(text)) {
      const value = clean(token)
      if (value !== '' && !list.includes(value)) list.push(value)
    }
  }
  return main.length === 0 ? others : [...main, ...others.filter((value) => !main.includes(value))]
}
