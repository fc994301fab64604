/** Exact decimals. Amounts are whole numbers of the smallest unit, so no comparison meets a float's noise. */
import { readable, UNREADABLE, type Unreadable } from './unreadable.ts'

const DECIMAL = /^([-+])?(?=[.,]?\d)(\d*)(?:[.,](\d+))?(?:[eE]([-+]?\d+))?$/

/**
 * An amount of at most nine digits and two places, and zeros behind them as a database's DECIMAL has them: a float holds
 * it exactly enough to be scaled and rounded.
 */
const SHORT = /^-?\d{1,9}(?:\.\d{1,2}0*)?$/

/** Marks between thousands: blanks and apostrophes as they are typed; a comma or a point where the other one follows. */
const THOUSANDS =
  /^[-+]?[1-9]\d{0,2}(?:([ \u00a0\u2009\u202f'’])\d{3}(?:\1\d{3})*(?:[.,]\d+)?|(?:,\d{3})+\.\d+|(?:\.\d{3})+,\d+)$/

/**
 * Reads a decimal as text or number into whole units of 10^-places, rounded half away from zero: `"-12,5"` with two
 * places is -1250, `"1 234,50"` is 123450, `"1,234"` alone is 123. `undefined` is empty; what is no decimal or does not
 * fit 2^53 units is unreadable (`contracts/universal-billing-api.md` §4, T8).
 */
export function readDecimal(value: unknown, places: number): number | undefined | Unreadable {
  const text = textOf(value)
  if (typeof text !== 'string') return text
  if (places >= 2 && places <= 5 && SHORT.test(text)) return Math.round(Number(text) * 10 ** places) || 0
  const parts = partsOf(text)
  if (parts === undefined) return UNREADABLE
  const { isNegative, digits, point } = parts
  const behind = point + places
  // Beyond these a value is either nothing or no amount of money; padding it with zeros would only cost memory.
  if (behind - digits.length > 40) return /^0*$/.test(digits) ? 0 : UNREADABLE
  if (behind < 0) return 0
  const kept = behind >= digits.length ? digits.padEnd(behind, '0') : digits.slice(0, behind)
  const up = behind < digits.length && digits.charCodeAt(behind) >= 53
  const units = Number(kept === '' ? '0' : kept) + (up ? 1 : 0)
  if (!Number.isSafeInteger(units)) return UNREADABLE
  return isNegative && units !== 0 ? -units : units
}

/** The same for whoever takes what cannot be read for nothing. */
export function parseDecimal(value: unknown, places: number): number | undefined {
  return readable(readDecimal(value, places), undefined)
}

/**
 * Reads a counter of any length into its canonical decimal text; empty is `"0"`. A negative one is unreadable: it has
 * run over, and nobody knows how often (`contracts/universal-billing-api.md` §4).
 */
export function readCounter(value: unknown): string | Unreadable {
  const text = readInteger(value)
  return text !== UNREADABLE && text.startsWith('-') ? UNREADABLE : text
}

/** Reads an integer of any length into its canonical decimal text; what is none gives `"0"`. */
export function integerText(value: unknown): string {
  return readable(readInteger(value), '0')
}

const CANONICAL_INTEGER = /^(?:0|-?[1-9]\d*)$/
/** More digits than any counter has: padding a value with as many would only cost memory. */
const MOST_DIGITS = 60

function readInteger(value: unknown): string | Unreadable {
  const text = typeof value === 'number' ? plainNumber(value) : textOf(value)
  if (text === undefined) return '0'
  if (text === UNREADABLE || CANONICAL_INTEGER.test(text)) return text
  const parts = partsOf(text.replace(/[.,]$/, ''))
  if (parts === undefined) return UNREADABLE
  const { isNegative, digits, point } = parts
  if (point - digits.length > MOST_DIGITS) return /^0*$/.test(digits) ? '0' : UNREADABLE
  const kept = (point <= 0 ? '' : digits.slice(0, point).padEnd(point, '0')).replace(/^0+/, '')
  return kept === '' ? '0' : `${isNegative ? '-' : ''}${kept}`
}

/** A number's text, trimmed. `undefined` is empty, as PHP's `false` is. */
function textOf(value: unknown): string | undefined | Unreadable {
  if (value === undefined || value === null || value === false) return undefined
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return UNREADABLE
  const text = value.trim()
  return text === '' ? undefined : text
}

interface Parts {
  readonly isNegative: boolean
  readonly digits: string
  /** How many of the digits, and of zeros behind them, stand before the point; less than 0: zeros follow it first. */
  readonly point: number
}

function partsOf(text: string): Parts | undefined {
  const parts = DECIMAL.exec(withoutThousands(text))
  if (parts === null) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts
  return { isNegative: sign === '-', digits: whole + fraction, point: whole.length + Number(exponent) }
}

/** The same decimal without marks between thousands. The last mark, where it is another than the first, is that of the decimals. */
export function withoutThousands(text: string): string {
  if (!THOUSANDS.test(text)) return text
  const [first = '', ...others] = text.match(/[^-+\d]/g) ?? []
  const last = others.at(-1) ?? first
  const whole = (part: string): string => part.replaceAll(first, '')
  if (last === first) return whole(text)
  const place = text.lastIndexOf(last)
  return whole(text.slice(0, place)) + text.slice(place)
}

/** Writes whole units of 10^-places as a decimal text: `formatDecimal(-1250, 2)` is `"-12.50"`. */
export function formatDecimal(units: number, places: number): string {
  const digits = String(Math.abs(units)).padStart(places + 1, '0')
  const sign = units < 0 ? '-' : ''
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** The same without trailing zeros: `"220.5"`, `"150"`. */
export function shortDecimal(units: number, places: number): string {
  const text = formatDecimal(units, places)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function plainNumber(value: number): string {
  return Number.isFinite(value) ? BigInt(Math.trunc(value)).toString() : 'none'
}
