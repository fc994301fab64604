/**
 * Tells in another language what the rooms below have said in English: line by line, sentence by sentence, and what was
 * filled in where it is the program's again. What is none of its phrases stays as it is.
 */
import { type Recognise, recogniser } from './recognition.ts'
import { type Catalogue, fill, wording } from './translation.ts'

export interface RetellingOptions {
  readonly catalogue: Catalogue
  readonly rules: Intl.PluralRules
  /** A measure or a time as the language writes it; any other text as it is. */
  readonly measure: (english: string) => string
}

/** Parts of one text that are looked at one by one: no text of the program has more, and an answer of a server may. */
const MOST_PARTS = 12
/** Marks ahead at which a sentence may end, and the letters it may have. */
const MOST_MARKS = 12
const LONGEST_SENTENCE = 1500

export class Retelling {
  readonly #rules: Intl.PluralRules
  readonly #measure: (english: string) => string
  readonly #recognise: Recognise

  constructor({ catalogue, rules, measure }: RetellingOptions) {
    this.#rules = rules
    this.#measure = measure
    this.#recognise = recogniser(catalogue)
  }

  tell(english: string): string {
    if (english.includes('\n')) {
      return english
        .split('\n')
        .map((line) => this.tell(line))
        .join('\n')
    }
    const text = english.trim()
    if (text === '') return english
    const before = english.length - english.trimStart().length
    return english.slice(0, before) + this.#told(text) + english.slice(before + text.length)
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
