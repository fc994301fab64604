/** Texts of an answer, their words, numbers and addresses replaced, everything else byte for byte as it was. */

import { withoutThousands } from '../model/decimal.ts'
import { type Sign, signsOf, written } from './notation.ts'
import type { Replacement } from './replacement.ts'

/**
 * `text`: words and numbers. `person`: the same, and letters that stand alone. `phone`: the digits of one number together, however they are grouped. `ip`: a number or
 * four. `mac`. `amount`. `secret`: a password.
 */
export type Kind = 'text' | 'person' | 'phone' | 'ip' | 'mac' | 'amount' | 'secret'

const DATE =
  /^(?:\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?)?|\d\d\.\d\d\.\d{4}(?: \d\d:\d\d(?::\d\d)?)?)$/
/**
 * What stays comes first: the length of a network, a date, and the number of an entity that was encoded twice, where it is
 * a sign's and no letter's.
 */
const PIECE =
  /((?<=\.\d{1,3}\.\d{1,3})\/\d{1,2}(?!\d)|#(?:0{0,4}\d{1,2}|0{0,4}1[0-8]\d);|\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?(?!\d))|(?<![\d.])(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?![\d.])|(?<![\da-fA-F])([\da-fA-F]{2}(?:[:-][\da-fA-F]{2}){5}|[\da-fA-F]{4}(?:\.[\da-fA-F]{4}){2})(?![\da-fA-F])|(\p{L}+)|(\d+)/gu
const PHONE = /\d(?:[\d\s().-]*\d)?/g
const PHONE_DIGITS = { least: 9, most: 13 }
const MOST_BYTE = 255
const PAST_IPS = 2 ** 32
const MD5 = /^[\da-f]{32}$/i

export interface TextRules {
  readonly replacement: Replacement
  /** What stands for a hash of an original value. */
  readonly hashes: ReadonlyMap<string, string>
}

/** @param text as it stands in the answer, between the quotes */
export function replaced(text: string, kind: Kind, rules: TextRules): string {
  const signs = signsOf(text)
  const plain = signs.map(({ character }) => character).join('')
  const { replacement } = rules
  if (plain.trim() === '' || DATE.test(plain.trim())) return text
  const whole = (made: string): string => rewrite(signs, [{ start: 0, end: plain.length, made }])
  if (kind === 'secret') return whole(replacement.secret(plain))
  if (MD5.test(plain)) return whole(rules.hashes.get(plain.toLowerCase()) ?? replacement.hex(plain))
  const amount = kind === 'amount' || /^-?\d+\.\d{1,2}$/.test(plain) ? plainAmount(plain) : undefined
  if (amount !== undefined) return whole(overDigits(plain, replacement.amount(amount)))
  if (kind === 'ip' && /^-?\d+$/.test(plain)) return whole(replaceIpNumber(plain, replacement))
  if (kind === 'mac' && /^[\da-f]{12}$/i.test(plain)) return whole(replacement.hex(plain))
  if (kind === 'phone') return whole(replacePhones(plain, replacement))
  return rewrite(signs, editsOf(plain, replacement, kind === 'person'))
}

/** Words and numbers that {@link replaced} would replace. */
export function tokensOf(text: string): string[] {
  const plain = signsOf(text)
    .map(({ character }) => character)
    .join('')
  return Array.from(plain.matchAll(/\p{L}+|\d+/gu), ([token]) => token.toLowerCase().replace(/^0+(?=\d)/, ''))
}

function editsOf(plain: string, replacement: Replacement, isPerson: boolean): Edit[] {
  return Array.from(plain.matchAll(PIECE), (match) => {
    const [whole, , quad, mac, word] = match
    return { start: match.index, end: match.index + whole.length, made: made() }

    function made(): string {
      if (quad !== undefined) return replaceQuad(whole, replacement)
      if (mac !== undefined) return replaceMac(whole, replacement)
      if (word !== undefined)
        return isPerson && whole.length === 1 ? replacement.letter(whole) : replacement.word(whole)
      return /^\d+$/.test(whole) ? replacement.digits(whole) : whole
    }
  })
}

function replacePhones(plain: string, replacement: Replacement): string {
  const parts = plain.replace(PHONE, (phone) => {
    const digits = phone.replace(/\D/g, '')
    if (digits.length < PHONE_DIGITS.least || digits.length > PHONE_DIGITS.most)
      return phone.replace(/\d+/g, (run) => replacement.digits(run))
    const made = replacement.digits(digits)
    let place = 0
    return phone.replace(/\d/g, () => made[place++] ?? '0')
  })
  return parts.replace(/\p{L}+/gu, (word) => replacement.word(word))
}

function replaceQuad(quad: string, replacement: Replacement): string {
  const bytes = quad.split('.').map(Number)
  if (bytes.some((byte) => byte > MOST_BYTE))
    return quad.replace(/\d+/g, (run) => otherPart(run, replacement))
  const made = replacement.ip(bytes.reduce((sum, byte) => sum * 256 + byte, 0))
  return [24, 16, 8, 0].map((bits) => (made >>> bits) & 255).join('.')
}

/** An address as a number, of a 32-bit PHP below zero too. What is no address stays none. */
function replaceIpNumber(text: string, replacement: Replacement): string {
  const number = Number(text)
  if (number === 0 || number === -1) return text // No address.
  if (number > 0 && number < PAST_IPS) return String(replacement.ip(number))
  if (number < 0 && number >= -PAST_IPS / 2) return String(replacement.ip(number + PAST_IPS) - PAST_IPS)
  const made = text.replace(/\d+/, (run) => replacement.digits(run))
  if (Math.abs(Number(made)) >= PAST_IPS || (number < 0 && Number(made) < -PAST_IPS / 2)) return made
  return made.replace(/\d/, /^-?9/.test(text) ? '8' : '9')
}

/** Of four numbers that are no address: what is more than a byte stays more, so that none becomes one. */
function otherPart(run: string, replacement: Replacement): string {
  const made = replacement.digits(run)
  if (Number(run) <= MOST_BYTE || Number(made) > MOST_BYTE) return made
  const raised = Number(made) + MOST_BYTE + 1
  return String(raised === Number(run) ? raised + MOST_BYTE + 1 : raised)
}

const PLAIN_AMOUNT = /^([-+]?)(\d*)([.,]\d*)?(?:[eE][-+]?\d+)?$/

/** An amount without blanks, marks between thousands and exponent, `0` before a point; `undefined` for what is none. */
export function plainAmount(text: string): string | undefined {
  const [, sign, whole, fraction = ''] = PLAIN_AMOUNT.exec(withoutThousands(text.trim())) ?? []
  if (sign === undefined || !/\d/.test(whole + fraction)) return undefined
  return sign + (whole || '0') + fraction
}

/** Digits of `made` in the places of those of `text`; of one that begins at its point without the first. */
function overDigits(text: string, made: string): string {
  const digits = made.replace(/\D/g, '').slice(/^\s*[-+]?[.,]/.test(text) ? 1 : 0)
  let place = 0
  return text.replace(/\d/g, (digit) => digits[place++] ?? digit)
}

function replaceMac(mac: string, replacement: Replacement): string {
  const made = replacement.hex(mac.replace(/[^\da-f]/gi, ''))
  let place = 0
  return mac.replace(/[\da-f]/gi, () => made[place++] ?? '0')
}

/** A piece of a text, by its place, and what is to stand there. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly made: string
}

/** Where what is new is as long as what was there, each character comes in the notation of the former. */
function rewrite(signs: readonly Sign[], edits: readonly Edit[]): string {
  let place = 0
  let next = 0
  return signs
    .map((sign) => {
      const at = place
      place += sign.character.length
      while ((edits[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1
      const edit = edits[next]
      if (edit === undefined || at < edit.start) return sign.raw
      if (edit.made.length !== edit.end - edit.start) return at === edit.start ? edit.made : ''
      return written(edit.made.slice(at - edit.start, place - edit.start), sign)
    })
    .join('')
}
