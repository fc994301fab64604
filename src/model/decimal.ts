/** Exact decimals. Amounts are whole numbers of the smallest unit, so no comparison meets a float's noise. */

const DECIMAL = /^([-+])?(\d+)(?:[.,](\d+))?(?:[eE]([-+]?\d+))?$/

/** An amount of at most nine digits and two places: a float holds it exactly enough to be scaled and rounded. */
const SHORT = /^-?\d{1,9}(?:\.\d{1,2})?$/

/**
 * Reads a decimal as text or number into whole units of 10^-places, rounded half away from zero.
 * `"-12,5"` with two places is -1250. Gives `undefined` for what is no decimal or does not fit 2^53 units.
 * (`contracts/universal-billing-api.md` T8)
 */
export function parseDecimal(value: unknown, places: number): number | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  if (places >= 2 && places <= 5 && SHORT.test(text)) return Math.round(Number(text) * 10 ** places) || 0
  const parts = DECIMAL.exec(text)
  if (parts === null) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts
  const shift = Number(exponent) + places
  // Beyond these a value is either nothing or no amount of money; padding it with zeros would only cost memory.
  if (shift > 40) return /^0*$/.test(whole + fraction) ? 0 : undefined
  const digits = whole + fraction
  const point = whole.length + shift
  if (point < 0) return 0
  const kept = point >= digits.length ? digits.padEnd(point, '0') : digits.slice(0, point)
  const up = point < digits.length && digits.charCodeAt(point) >= 53
  const units = Number(kept === '' ? '0' : kept) + (up ? 1 : 0)
  if (!Number.isSafeInteger(units)) return undefined
  return sign === '-' && units !== 0 ? -units : units
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

const CANONICAL_INTEGER = /^(?:0|-?[1-9]\d*)$/

/** Reads an integer of any length into its canonical decimal text; what is none gives `"0"`. */
export function integerText(value: unknown): string {
  const text = typeof value === 'number' ? plainNumber(value) : typeof value === 'string' ? value.trim() : ''
  if (CANONICAL_INTEGER.test(text)) return text
  const parts = /^([-+])?0*(\d+?)(?:[.,]\d*)?$/.exec(text)
  if (parts === null) return '0'
  const [, sign, digits = '0'] = parts
  return sign === '-' && digits !== '0' ? `-${digits}` : digits
}

function plainNumber(value: number): string {
  return Number.isFinite(value) ? BigInt(Math.trunc(value)).toString() : ''
}
