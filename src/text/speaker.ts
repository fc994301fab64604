/** What is said to people, in three languages: phrases, numbers, dates. English stands in the code, where it is read. */
import { localDateTime } from '../model/date.ts'
import type { Language } from './language.ts'
import { measureTold } from './measure.ts'
import { formatBytes, formatCount, formatDuration, formatShare } from './quantity.ts'
import { Retelling } from './retelling.ts'
import { type Catalogue, fill, withoutRemark, wording } from './translation.ts'
import type { Phrase } from './uk.ts'

/** Somebody who speaks one of the languages. */
export interface Speaker {
  readonly language: Language
  /**
   * A phrase with its values filled in, numbers as this language writes them. What is none, a word of a damaged journal,
   * is said as it is.
   */
  say(phrase: Phrase, ...values: readonly (string | number)[]): string
  /**
   * What another room has said in English, in this language, line by line and sentence by sentence. What is no phrase
   * of the program stays as it is: names, values, what a server has answered.
   */
  retell(english: string): string
  /** `1 subscriber`, `1 234 subscribers`: the phrase for one, the phrase for several. */
  count(value: number, one: Phrase, many: Phrase): string
  /** A whole number with its thousands parted. */
  number(value: number): string
  /** `12.4 MB`, from bytes. */
  bytes(value: number): string
  /** `4 min 05 s`, from milliseconds. */
  duration(milliseconds: number): string
  /** `12.5 %`, from 0 to 1; never rounded to nothing or to all. */
  share(value: number): string
  /** By this machine's clock, to the second. */
  dateTime(instant: Date): string
  /** The same to the minute. */
  minute(instant: Date): string
}

/** Speaks the language of the code. */
export const ENGLISH: Speaker = {
  language: 'en',
  say: (phrase, ...values) => fill(withoutRemark(String(phrase)), values.map(shown(formatCount))),
  retell: (english) => english,
  count: (value, one, many) => fill(value === 1 ? one : many, [formatCount(value)]),
  number: formatCount,
  bytes: formatBytes,
  duration: formatDuration,
  share: formatShare,
  dateTime: localDateTime,
  minute: (instant) => withoutSeconds(localDateTime(instant)),
}

const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  uk: async () => (await import('./uk.ts')).UK,
  ru: async () => (await import('./ru.ts')).RU,
}

/** Who speaks a language; its phrases are loaded only when it is asked for. */
export async function speakerOf(language: Language): Promise<Speaker> {
  return language === 'en' ? ENGLISH : new Translator(language, await CATALOGUES[language]())
}

class Translator implements Speaker {
  readonly language: Language
  readonly #catalogue: Catalogue
  readonly #rules: Intl.PluralRules
  readonly #whole: Intl.NumberFormat
  readonly #dateTime: Intl.DateTimeFormat
  #retelling: Retelling | undefined

  constructor(language: Language, catalogue: Catalogue) {
    this.language = language
    this.#catalogue = catalogue
    this.#rules = new Intl.PluralRules(language)
    this.#whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0, useGrouping: true })
    this.#dateTime = new Intl.DateTimeFormat(language, {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  }

  say(phrase: string, ...values: readonly (string | number)[]): string {
    const shownValues = values.map(shown((value) => this.number(value)))
    const known = Object.hasOwn(this.#catalogue, phrase) ? this.#catalogue[phrase] : undefined
    const translation = known ?? withoutRemark(String(phrase))
    return fill(wording(translation, shownValues, this.#rules), shownValues)
  }

  retell(english: string): string {
    this.#retelling ??= new Retelling({
      catalogue: this.#catalogue,
      rules: this.#rules,
      measure: (measured) => this.#measure(measured),
    })
    return this.#retelling.tell(english)
  }

  count(value: number, one: Phrase, many: Phrase): string {
    const translation = this.#catalogue[many] ?? one
    const number = this.number(value)
    return fill(wording(translation, [number], this.#rules), [number])
  }

  number(value: number): string {
    return this.#whole.format(value)
  }

  bytes(value: number): string {
    return this.#measure(formatBytes(value))
  }

  duration(milliseconds: number): string {
    return this.#measure(formatDuration(milliseconds))
  }

  share(value: number): string {
    return this.#measure(formatShare(value))
  }

  dateTime(instant: Date): string {
    return this.#dateTime.format(instant).replace(', ', ' ')
  }

  minute(instant: Date): string {
    return withoutSeconds(this.dateTime(instant))
  }

  #measure(english: string): string {
    return measureTold(english, this)
  }
}

function withoutSeconds(dateTime: string): string {
  return dateTime.replace(/:\d\d$/, '')
}

function shown(format: (value: number) => string): (value: string | number) => string {
  return (value) => (typeof value === 'number' ? format(value) : value)
}
