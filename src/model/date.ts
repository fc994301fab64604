/**
 * Dates of both systems: local texts without a zone, passed on as they are. The canonical form is
 * `YYYY-MM-DD hh:mm:ss`, or `YYYY-MM-DD` where only a day counts; the empty text is "no date".
 */
import { readable, UNREADABLE, type Unreadable } from './unreadable.ts'

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/
/** In canonical form, and a real one without asking the calendar: nearly all of the hundreds of thousands in a run. */
const SURE_DAY =
  /^(?!1970-01-01)\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)$/
const SURE = new RegExp(`${SURE_DAY.source.slice(0, -1)} (?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d$`)
/** How a billing says "never": of any hour no date, and as frequent as all others together. */
const NEVER = '1970-01-01'
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/**
 * The ways a system says that there is no date: zeros between any marks, and what PHP makes of them when it counts the
 * zeros for a month and a day before the first.
 */
const NO_DATE = /^(?:[-0.:TZ\s]*|-0001-11-30.*)$/

/**
 * Reads the three forms a billing prints (`YYYY-MM-DD hh:mm:ss`, a bare date, `DD.MM.YYYY`) into
 * `YYYY-MM-DD hh:mm:ss`. Zero dates and 1970-01-01 of any hour give `""`; what is there and is no date of the calendar
 * is unreadable (`contracts/universal-billing-api.md` §4, T9, T10).
 */
export function readDateTime(value: unknown): string | Unreadable {
  if (value === undefined || value === null || value === false || value === 0) return ''
  if (typeof value !== 'string') return UNREADABLE
  if (value === '' || value.startsWith(NEVER)) return ''
  if (SURE.test(value)) return value
  const text = value.trim()
  if (NO_DATE.test(text)) return ''
  const iso = ISO.exec(text)
  const parts = iso ?? DOTTED.exec(text)
  if (parts === null) return UNREADABLE
  const [year, month, day] = iso ? [parts[1], parts[2], parts[3]] : [parts[3], parts[2], parts[1]]
  const date = `${year}-${pad(month)}-${pad(day)}`
  const time = `${pad(parts[4])}:${pad(parts[5])}:${pad(parts[6])}`
  if (date === NEVER) return ''
  return isRealDay(date) && isRealTime(time) ? `${date} ${time}` : UNREADABLE
}

/** The same, only the day: `YYYY-MM-DD` or `""`. */
export function readDay(value: unknown): string | Unreadable {
  if (typeof value === 'string' && SURE_DAY.test(value)) return value
  const moment = readDateTime(value)
  return moment === UNREADABLE ? moment : moment.slice(0, 10)
}

/** As {@link readDateTime}, for whoever takes what cannot be read for no date. */
export function parseDateTime(value: unknown): string {
  return readable(readDateTime(value), '')
}

/** The same, only the day: `YYYY-MM-DD` or `""`. */
export function parseDay(value: unknown): string {
  return readable(readDay(value), '')
}

/**
 * Seconds since 1970 of a local date-time.
 * @param offsetMinutes how far the local clock is ahead of UTC
 */
export function toUnix(local: string, offsetMinutes: number): number {
  const text = local.length === 10 ? `${local} 00:00:00` : local
  return Math.round(Date.parse(`${text.replace(' ', 'T')}Z`) / 1000) - offsetMinutes * 60
}

/** First and last second of what is written with four digits of a year: no date of either system lies beyond. */
const FIRST_UNIX = -62_167_219_200
const LAST_UNIX = 253_402_300_799

/** Seconds since 1970 that a calendar may show; 0, which is none, for all others: milliseconds, and what is before. */
export function realUnix(unixSeconds: number): number {
  return unixSeconds >= 0 && unixSeconds <= LAST_UNIX ? unixSeconds : 0
}

/** The local date-time of an instant: the reverse of {@link toUnix}. `""` beyond the years 0 to 9999. */
export function fromUnix(unixSeconds: number, offsetMinutes: number): string {
  const local = unixSeconds + offsetMinutes * 60
  if (!(local >= FIRST_UNIX && local <= LAST_UNIX)) return ''
  return new Date(local * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

/** An instant by this machine's clock, for people. */
export function localDateTime(instant: Date): string {
  return fromUnix(Math.floor(instant.getTime() / 1000), -instant.getTimezoneOffset())
}

/** The first day of the month after the given day, `YYYY-MM-DD`. */
export function firstOfNextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return month >= 12 ? `${year + 1}-01-01` : `${year}-${pad(String(month + 1))}-01`
}

function pad(part: string | undefined): string {
  return (part ?? '0').padStart(2, '0')
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isRealDay(date: string): boolean {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8))
  const isLeapDay = month === 2 && day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return isLeapDay || (day > 0 && day <= (DAYS_OF_MONTH[month - 1] ?? 0))
}

function isRealTime(time: string): boolean {
  return time <= '23:59:59' && time.slice(3, 5) <= '59' && time.slice(6) <= '59'
}
