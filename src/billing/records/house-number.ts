/** The true number of a house, where the billing's two members have lost part of it (§5.3, T17). */
import type { HouseNumber } from '../../model/catalogue.ts'
import { foldSpace, plainText } from '../../model/text.ts'

/**
 * Rebuilds number and block from `full_name`, which is the street's name, a blank and the number as typed.
 * @param street the street's name; `undefined` when the street is unknown
 * @returns `undefined` when the full name does not begin with the street: then the pair holds as sent
 */
export function houseNumberOf(fullName: string, street: string | undefined): HouseNumber | undefined {
  const typed = behindStreet(fullName, street ?? '')
  if (typed === undefined) return undefined
  if (typed === '-') return { number: '', block: '' }
  const [, number = '', rest = ''] = /^(\d*)(.*)$/s.exec(typed) ?? []
  if (number === '') return { number: typed, block: '' }
  return { number, block: rest.replace(/^[\s/-]+/, '') }
}

/** Without a street's name the full name begins with the blank. White space inside both is folded. */
function behindStreet(fullName: string, street: string): string | undefined {
  const name = foldSpace(street)
  if (name === '') return /^\s/.test(fullName) ? plainText(fullName) : undefined
  const full = plainText(fullName)
  if (full === name) return ''
  return full.startsWith(`${name} `) ? full.slice(name.length + 1) : undefined
}
