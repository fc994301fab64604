/** Forms of values on the wire (userside-api.md §6). Every check gives what is wrong, or nothing. */

type Check = (value: string) => string | undefined

const matching =
  (pattern: RegExp, expected: string): Check =>
  (value) =>
    pattern.test(value) ? undefined : `is ${JSON.stringify(value)}, not ${expected}`

/** A scalar as text; `undefined` for lists, objects and null. */
export function scalar(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}

export const flagCheck: Check = matching(/^[01]$/, '0 or 1')
export const moneyCheck: Check = (value) =>
  value === '-0.00' ? 'is a negative zero' : matching(/^-?\d+\.\d{2}$/, 'a decimal with two places')(value)
export const costCheck: Check = matching(/^\d+(?:\.\d{1,5})?$/, 'a decimal')
export const discountCheck: Check = matching(/^-?\d+(?:\.\d+)?$/, 'a number')
export const counterCheck: Check = matching(/^(?:0|[1-9]\d*)$/, 'a whole number')
export const entranceCheck: Check = matching(/^(?:0|[1-9]\d{0,5})$/, 'an integer')
export const phoneCheck: Check = matching(/^\d*$/, 'digits only')
export const crcCheck: Check = matching(/^(?:[0-9a-f]{32}|n-a)$/, '32 hex digits or n-a')
export const hashCheck: Check = matching(/^[0-9a-f]{32}$/, '32 hex digits')
export const stateCheck: Check = matching(/^[^\s']{1,5}$/, 'a state of at most 5 characters')
export const macCheck: Check = matching(/^[0-9a-f]{12}$/, '12 lower-case hex digits')

/** `YYYY-MM-DD`. */
export const dayCheck: Check = (value) => dateFault(value, /^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD')
/** `YYYY-MM-DD hh:mm:ss`. */
export const momentCheck: Check = (value) =>
  dateFault(value, /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, 'YYYY-MM-DD hh:mm:ss')
/** Either. */
export const dateCheck: Check = (value) => (value.length === 10 ? dayCheck(value) : momentCheck(value))

export const emailCheck: Check = (value) =>
  value.split(', ').every((address) => /^[^\s,;]*@[^\s,;]*$/.test(address))
    ? undefined
    : `is ${JSON.stringify(value)}, not addresses with @ joined by ", "`

/** An address as the wire names it. */
export const ipCheck: Check = (value) =>
  /^[1-9]\d{0,9}$/.test(value) && Number(value) <= 0xffff_ffff
    ? undefined
    : `is ${JSON.stringify(value)}, not an unsigned 32-bit integer`

/** Unix seconds of a time that is not 1970. */
export const unixCheck: Check = (value) =>
  /^\d{1,11}$/.test(value) && Number(value) > 86_400 * 2
    ? undefined
    : `is ${JSON.stringify(value)}, not unix seconds of a real time`

function dateFault(value: string, form: RegExp, named: string): string | undefined {
  if (!form.test(value)) return `is ${JSON.stringify(value)}, not ${named}`
  const time = Date.parse(`${value.replace(' ', 'T')}${value.length === 10 ? 'T00:00:00' : ''}Z`)
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value.slice(0, 10))
  if (!isReal) return `is ${JSON.stringify(value)}, which is no date`
  return value.startsWith('1970-01-01') ? 'is 1970-01-01, which means no date' : undefined
}
