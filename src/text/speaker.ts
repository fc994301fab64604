/** What is said to people, in three languages: phrases, numbers, dates. English stands in the code, where it is read. */
import { localDateTime } from '../model/date.ts'
import type { Language } from './language.ts'
import { measureTold } from './measure.ts'
import { formatBytes, formatCount, formatDuration, formatShare } from './quantity.ts'
import { type Recognise, recogniser } from './recognition.ts'
import { type Catalogue, fill, withoutRemark, wording } from './translation.ts'
import type { Phrase } from './uk.ts'

/** Somebody who speaks one of the languages. */
export interface Speaker {
  readonly language: Language
  /** A phrase with its values filled in, numbers as this language writes them. */
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
}

/** Speaks the language of the code. */
export const ENGLISH: Speaker = {
  language: 'en',
  say: (phrase, ...values) => fill(withoutRemark(phrase), values.map(shown(formatCount))),
  retell: (english) => english,
  count: (value, one, many) => fill(value === 1 ? one : many, [formatCount(value)]),
  number: formatCount,
  bytes: formatBytes,
  duration: formatDuration,
  share: formatShare,
  dateTime: localDateTime,
}

const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Catalogue>>> = {
  uk: async () => (await import('./uk.ts')).UK,
  ru: async () => (await import('./ru.ts')).RU,
}

/** Who speaks a language; its phrases are loaded only when it is asked for. */
export async function speakerOf(language: Language): Promise<Speaker> {
  return language === 'en' ? ENGLISH : new Translator(language, await CATALOGUES[language]())
}

/** Parts of one text that are looked at one by one: no text of the program has more, and an answer of a server may. */
const MOST_PARTS = 16

class Translator implements Speaker {
  readonly language: Language
  readonly #catalogue: Catalogue
  readonly #rules: Intl.PluralRules
  readonly #whole: Intl.NumberFormat
  readonly #dateTime: Intl.DateTimeFormat
  #recognise: Recognise | undefined

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
    const translation = this.#catalogue[phrase] ?? phrase
    return fill(wording(translation, shownValues, this.#rules), shownValues)
  }

  retell(english: string): string {
    if (english.includes('\n')) {
      return english
        .split('\n')
        .map((line) => this.retell(line))
        .join('\n')
    }
    const [, before = '', text = '', behind = ''] = /^(\s*)(.*?)(\s*)$/s.exec(english) ?? []
    return text === '' ? english : before + this.#told(text) + behind
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

  /** Whole, or else sentence by sentence, part by part. */
  #told(text: string, patience = MOST_PARTS): string {
    const whole = this.#sentence(text)
    if (whole !== undefined || patience === 0) return whole ?? text
    const stopped = text.endsWith('.') ? this.#sentence(text.slice(0, -1), '.') : undefined
    if (stopped !== undefined) return stopped
    // The longest beginning that is one of the program's; else the part before the first mark stays.
    const blanks = [...text.matchAll(/(?<=[.!?:;,·→]) (?=\S)| (?=\()/g)].slice(0, patience)
    for (const { index } of blanks.toReversed()) {
      const [mark = ''] = /[.!?:;,·→]$/.exec(text.slice(0, index)) ?? []
      const told = this.#part(text.slice(0, index - mark.length), mark)
      if (told !== undefined) return `${told} ${this.#told(text.slice(index + 1), patience - 1)}`
    }
    const [first] = blanks
    if (first === undefined) return text
    return text.slice(0, first.index + 1) + this.#told(text.slice(first.index + 1), patience - 1)
  }

  /** A beginning with the mark behind it, which is a part of the phrase or is none. */
  #part(text: string, mark: string): string | undefined {
    const told = this.#sentence(text + mark) ?? this.#sentence(text, mark)
    // A whole sentence that goes on behind a semicolon has lost its full stop.
    return told ?? (mark === ';' ? this.#sentence(`${text}.`)?.replace(/\.$/, mark) : undefined)
  }

  /** @param mark what stands behind it and is no part of it */
  #sentence(text: string, mark = ''): string | undefined {
    this.#recognise ??= recogniser(this.#catalogue)
    const found = this.#recognise(text)
    if (found === undefined) return this.#begun(text, mark)
    const phrase = wording(found.translation, found.values, this.#rules)
    const values = found.values.map((value, index) => {
      if (phrase.includes(`<${index + 1}>`)) return value
      return this.#value(value, found.words[index + 1]?.startsWith('.') === true)
    })
    return fill(phrase, values, (word) => this.#sentence(word) ?? word) + mark
  }

  /** Words that stand at the beginning of a sentence have a capital letter there. A single word is a name. */
  #begun(text: string, mark: string): string | undefined {
    const small = text.charAt(0).toLowerCase() + text.slice(1)
    const told = small === text || !text.includes(' ') ? undefined : this.#sentence(small, mark)
    return told && told.charAt(0).toUpperCase() + told.slice(1)
  }

  /**
   * What was filled in may be made of phrases again, or a measure. A single word is a name, and stays.
   * @param isEnded a full stop stands behind it: that of its last sentence, where it has several
   */
  #value(text: string, isEnded: boolean): string {
    const told = this.#measure(text)
    if (told !== text || !text.includes(' ')) return told
    return isEnded ? this.#told(`${text}.`).replace(/\.$/, '') : this.#told(text)
  }

  #measure(english: string): string {
    return measureTold(english, this)
  }
}

function shown(format: (value: number) => string): (value: string | number) => string {
  return (value) => (typeof value === 'number' ? format(value) : value)
}
