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
  /** The same to the minute. */
  minute(instant: Date): string
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

/** Parts of one text that are looked at one by one: no text of the program has more, and an answer of a server may. */
const MOST_PARTS = 12
/** Marks ahead at which a sentence may end, and the letters it may have. */
const MOST_MARKS = 12
const LONGEST_SENTENCE = 1500

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
    const text = english.trim()
    if (text === '') return english
    const before = english.length - english.trimStart().length
    return english.slice(0, before) + this.#told(text) + english.slice(before + text.length)
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

  /** Whole, or else sentence by sentence, part by part. @param isValue it was filled into a sentence */
  #told(text: string, isValue = false): string {
    let told = ''
    let rest = text
    for (let part = 0; part < MOST_PARTS && rest !== ''; part++) {
      const beginning = this.#beginning(rest, isValue)
      told += beginning.told
      rest = rest.slice(beginning.length)
    }
    return told + rest
  }

  /** The longest beginning that is one of the program's; else what stands before the first mark, as it is. */
  #beginning(text: string, isValue: boolean): { readonly told: string; readonly length: number } {
    const whole = this.#part(text, isValue)
    if (whole !== undefined) return { told: whole, length: text.length }
    const bracketed = closingOf(text)
    if (bracketed > 0) return { told: `(${this.#told(text.slice(1, bracketed))})`, length: bracketed + 1 }
    const ends = endsIn(text.slice(0, LONGEST_SENTENCE))
    for (const end of ends) {
      const told = this.#part(text.slice(0, end), isValue)
      if (told !== undefined) return { told: `${told} `, length: end + 1 }
    }
    // What ends a value has lost its full stop; what holds odd brackets is somebody else's in part.
    const loose = this.#unstopped(text, '') ?? this.#sentence(text, true)
    if (loose !== undefined) return { told: loose, length: text.length }
    const first = ends.length === 0 ? undefined : Math.min(...ends)
    const length = first === undefined ? text.length : first + 1
    return { told: text.slice(0, length), length }
  }

  /** One of the program's sentences. Behind it may stand a mark that is not its own; its full stop may be another's. */
  #part(text: string, isValue: boolean): string | undefined {
    // A single word among what was filled in is a name: of a field, of a key, of a person.
    if (isValue && !text.includes(' ')) return undefined
    const whole = this.#sentence(text)
    if (whole !== undefined) return whole
    const [mark = ''] = /\s?[.!?:;,·→]$/.exec(text) ?? []
    const bare = text.slice(0, text.length - mark.length)
    const told = mark === '' ? undefined : this.#sentence(bare)
    if (told !== undefined) return told + mark
    // What goes on behind a semicolon has lost its full stop.
    return mark === ';' ? this.#unstopped(bare, mark) : undefined
  }

  #unstopped(text: string, mark: string): string | undefined {
    return this.#sentence(`${text}.`)?.replace(/\.$/, mark)
  }

  /** @param isLoose see {@link Recognise} */
  #sentence(text: string, isLoose = false): string | undefined {
    if (text.length > LONGEST_SENTENCE) return undefined
    this.#recognise ??= recogniser(this.#catalogue)
    const found = this.#recognise(text, isLoose)
    if (found === undefined) return this.#begun(text, isLoose)
    const phrase = wording(found.translation, found.values, this.#rules)
    const values = found.values.map((value, index) => {
      if (found.isQuoted[index] || phrase.includes(`<${index + 1}>`)) return value
      return this.#value(value, found.words[index + 1]?.startsWith('.') === true)
    })
    return fill(phrase, values, (word) => this.#sentence(word) ?? word)
  }

  /** Words that stand at the beginning of a sentence have a capital letter there. A single word is a name. */
  #begun(text: string, isLoose: boolean): string | undefined {
    const small = text.charAt(0).toLowerCase() + text.slice(1)
    const told = small === text || !text.includes(' ') ? undefined : this.#sentence(small, isLoose)
    return told && told.charAt(0).toUpperCase() + told.slice(1)
  }

  /**
   * What was filled in may be made of phrases again, or a measure. A single word is a name, and stays.
   * @param isEnded a full stop stands behind it: that of its last sentence, where it has several
   */
  #value(text: string, isEnded: boolean): string {
    const told = this.#measure(text)
    if (told !== text || !text.includes(' ')) return told
    const whole = this.#part(text, true)
    if (whole !== undefined) return whole
    return isEnded ? this.#told(`${text}.`, true).replace(/\.$/, '') : this.#told(text, true)
  }

  #measure(english: string): string {
    return measureTold(english, this)
  }
}

/** Where a sentence may end: whole ones before parts of them, of each the longest first. */
function endsIn(text: string): number[] {
  const found = (pattern: RegExp): number[] =>
    [...text.matchAll(pattern).take(MOST_MARKS)].map(({ index }) => index).reverse()
  return [...found(/(?<=[.!?]) (?=\S)/g), ...found(/(?<=[:;,·→]) (?=\S)| (?=\()/g)]
}

/** Where the bracket that a text begins with is closed; 0 when it begins with none, or never closes it. */
function closingOf(text: string): number {
  if (!text.startsWith('(')) return 0
  let open = 0
  for (const { 0: bracket, index } of text.matchAll(/[()]/g)) {
    open += bracket === '(' ? 1 : -1
    if (open === 0) return index
  }
  return 0
}

function withoutSeconds(dateTime: string): string {
  return dateTime.replace(/:\d\d$/, '')
}

function shown(format: (value: number) => string): (value: string | number) => string {
  return (value) => (typeof value === 'number' ? format(value) : value)
}
