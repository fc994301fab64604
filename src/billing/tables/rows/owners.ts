/**
 * Subscribers by numbers of their own: each id is held once, however many lists have rows of it. Most ids are whole
 * numbers, and are told from their bytes: making a text of them, and looking it up, took longer than all else that is
 * done with a row.
 */
import type { RawCell, ReadRawCell } from '../source.ts'
import { NumberList } from './number-list.ts'

const ZERO = 0x30
/** Longer ones are texts: they would not be small numbers. */
const MOST_DIGITS = 9
const NO_NUMBER = -1
/** Ids below are places of a list, which takes 16 MB at most; beyond them it would be too large for what stands in it. */
const PLACES = 2 ** 21
/** A whole number as everybody writes it: the same number is the same text. */
const WHOLE = /^[1-9]\d{0,8}$/

export class Owners {
  readonly #read: ReadRawCell
  /** By ids that are small numbers: one more than the subscriber's number, for `0` is none. */
  readonly #places = new NumberList()
  readonly #others = new Map<string | number, number>()
  #count = 0

  constructor(read: ReadRawCell) {
    this.#read = read
  }

  /** The number of the subscriber with this id, a new one where it was not met before; `undefined`: there is no id. */
  numberOf(cell: RawCell): number | undefined {
    const id = wholeNumberIn(cell)
    if (id !== NO_NUMBER) return this.#numberBy(id)
    const text = this.#read(cell)?.trim()
    if (text === undefined || text === '') return undefined
    return this.#numberBy(WHOLE.test(text) ? Number(text) : text)
  }

  #numberBy(id: string | number): number {
    const isPlace = typeof id === 'number' && id < PLACES
    const known = isPlace ? this.#places.at(id) : this.#others.get(id)
    if (known !== undefined && known > 0) return known - 1
    this.#count += 1
    if (isPlace) this.#places.put(id, this.#count)
    else this.#others.set(id, this.#count)
    return this.#count - 1
  }
}

function wholeNumberIn(cell: RawCell): number {
  if (cell === null || typeof cell === 'string') return NO_NUMBER
  const { length } = cell
  if (length === 0 || length > MOST_DIGITS || cell[0] === ZERO) return NO_NUMBER
  let number = 0
  for (let at = 0; at < length; at++) {
    const digit = (cell[at] ?? 0) - ZERO
    if (digit < 0 || digit > 9) return NO_NUMBER
    number = number * 10 + digit
  }
  return number
}
