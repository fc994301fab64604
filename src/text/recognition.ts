/**
 * Finds the phrase an English sentence was made of. The rooms below say what they have to say in English, and so it
 * stands in logs, in JSON and in the journal; only who shows it to people tells it in their language. A sentence of last
 * month's journal is told like one of this run.
 */
import { type Catalogue, fits, type Translation } from './translation.ts'

/** What a sentence was made of. */
export interface Recognised {
  readonly phrase: string
  readonly translation: Translation
  /** The words before, between and behind the values, which are numbered in their order. */
  readonly words: readonly string[]
  /** What the program had filled in. */
  readonly values: readonly string[]
}

export type Recognise = (english: string) => Recognised | undefined

type Pattern = Omit<Recognised, 'values'>

/** Makes a recogniser of the phrases of a catalogue; of those that fit, the one with the most words of its own is taken. */
export function recogniser(catalogue: Catalogue): Recognise {
  const patterns = Object.entries(catalogue)
    .filter(([phrase]) => phrase.includes('{1}'))
    .map(([phrase, translation]): Pattern => ({ phrase, translation, words: phrase.split(/\{\d\}/) }))
    .sort((one, other) => lengthOf(other) - lengthOf(one))
  return (english) => {
    const exact = Object.hasOwn(catalogue, english) ? catalogue[english] : undefined
    if (exact !== undefined) return { phrase: english, translation: exact, words: [english], values: [] }
    for (const pattern of patterns) {
      const values = valuesIn(english, pattern)
      if (values !== undefined && fits(pattern.translation, values)) return { ...pattern, values }
    }
    return undefined
  }
}

function lengthOf({ words }: Pattern): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}

/** What stands between the words of a phrase, if the text is made of it. */
function valuesIn(text: string, pattern: Pattern): string[] | undefined {
  const values = cut(text, pattern)
  return values?.every((value, index) => !isInBrackets(pattern, index) || isBalanced(value))
    ? values
    : undefined
}

/**
 * Takes each word where it comes first, the last one where the text ends. Time grows with the text alone, whatever
 * somebody has written into it.
 */
function cut(text: string, { words }: Pattern): string[] | undefined {
  const [first = '', ...others] = words
  const last = others.pop() ?? ''
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined
  const values: string[] = []
  let from = first.length
  for (const word of others) {
    // A value is never empty: what the program fills in is something.
    const at = text.indexOf(word, from + 1)
    if (at < 0) return undefined
    values.push(text.slice(from, at))
    from = at + word.length
  }
  const end = text.length - last.length
  return end > from ? [...values, text.slice(from, end)] : undefined
}

/** Such a value ends where its bracket is closed: what follows is another sentence with brackets of its own. */
function isInBrackets({ words }: Pattern, index: number): boolean {
  return !isBalanced(words.slice(0, index + 1).join(''))
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if (sign === '(') depth++
    else if (sign === ')') depth--
    if (depth < 0) return false
  }
  return depth === 0
}
