/** A measure or a time in a sentence of the program, as another language writes it (`Intl`). */
import type { Language } from './language.ts'

/** By the units `quantity.ts` writes. */
const UNITS: Readonly<Record<string, string>> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  B: 'byte',
  kB: 'kilobyte',
  KB: 'kilobyte',
  MB: 'megabyte',
  GB: 'gigabyte',
  TB: 'terabyte',
  '%': 'percent',
}
const MEASURE = /^([<>] )?(-?\d[\d\u00a0]*(?:\.\d+)?)[ \u00a0](s|min|h|[kK]?B|[MGT]B|%)(?: (\d\d) (s|min))?$/
const NUMBER = /^-?\d{1,3}(?:\u00a0\d{3})+$/
const DATE_TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/

interface Target {
  readonly language: Language
  number(value: number): string
  dateTime(instant: Date): string
}

/** `3.2 s`, `4 min 05 s`, `12.4 MB`, `0.5 %`, `1 234`, `2026-11-22 17:32:03` in a language; any other text as it is. */
export function measureTold(english: string, target: Target): string {
  if (NUMBER.test(english)) return target.number(Number(english.replaceAll('\u00a0', '')))
  if (DATE_TIME.test(english)) return target.dateTime(new Date(english.replace(' ', 'T')))
  const [, than = '', number = '', unit = '', rest, lesser = ''] = MEASURE.exec(english) ?? []
  if (number === '') return english
  const digits = number.split('.')[1]?.length ?? 0
  const first = measured(Number(number.replaceAll('\u00a0', '')), unit, target.language, digits)
  return (
    than + (rest === undefined ? first : `${first} ${measured(Number(rest), lesser, target.language, 0, 2)}`)
  )
}

function measured(value: number, unit: string, language: Language, digits: number, least = 1): string {
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[unit] ?? '',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    minimumIntegerDigits: least,
  }).format(value)
}
