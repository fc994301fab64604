/**
 * Finds the phrase an English sentence was made of. The rooms below say what they have to say in English, and so it
 * stands in logs, in JSON and in the journal; only who shows it to people tells it in their language. A sentence of last
 * month's journal is told like one of this run.
 */
import type { Catalogue, Translation } from './translation.ts'

/** What a sentence was made of. */
export interface Recognised {
  readonly phrase: string
  readonly translation: Translation
  /** What the program had filled in. */
  readonly values: readonly string[]
  /** The words before, between and behind the values, which are numbered in their order. */
  readonly words: readonly string[]
  /** By value: it stands in double quotes, so it is data, however it reads. */
  readonly isQuoted: readonly boolean[]
}

/**
 * @param isLoose also where a value closes a bracket it has not opened: that is mostly the end of one phrase and the
 *   beginning of the next, as in `a (1), b (2)`, but somebody else's text may hold anything
 */
export type Recognise = (english: string, isLoose?: boolean) => Recognised | undefined

type Pattern = Omit<Recognised, 'values'>

/** A word or quotes that tell a phrase from others. One that has none, as `{1} ({2})`, may be any text. */
const TELLING = /\p{L}{2}|"/u

/** Makes a recogniser of the phrases of a catalogue; of those that fit, the one with the most words of its own is taken. */
export function recogniser(catalogue: Catalogue): Recognise {
  const patterns = Object.entries(catalogue)
    .filter(([phrase]) => phrase.includes('{1}') && TELLING.test(phrase))
    .map(([phrase, translation]) => patternOf(phrase, translation))
    .sort((one, other) => lengthOf(other) - lengthOf(one))
  return (english, isLoose = false) => {
    const exact = Object.hasOwn(catalogue, english) ? catalogue[english] : undefined
    if (exact !== undefined)
      return { phrase: english, translation: exact, words: [english], values: [], isQuoted: [] }
    for (const pattern of patterns) {
      const values = valuesIn(english, pattern)
      if (values === undefined || !canBe(values, pattern)) continue
      if (isLoose || values.every(isClosed)) return { ...pattern, values }
    }
    return undefined
  }
}

function patternOf(phrase: string, translation: Translation): Pattern {
  const words = phrase.split(/\{\d\}/)
  const isQuoted = words
    .slice(1)
    .map((word, index) => word.startsWith('"') && words[index]?.endsWith('"') === true)
  return { phrase, translation, words, isQuoted }
}

function canBe(values: readonly string[], { translation, isQuoted }: Pattern): boolean {
  // Its quotes were closed, and another part of the sentence begins.
  if (values.some((value, index) => isQuoted[index] && value.includes('"; '))) return false
  if (typeof translation === 'string') return true
  // What has plural forms is a count: `Nobody could be read` is none of `{1} read`.
  return /^-?\d[\d\s]*(?:[.,]\d+)?$/.test(values[(translation.by ?? 1) - 1] ?? '')
}

/** Every bracket is closed after it was opened. */
function isClosed(value: string): boolean {
  let open = 0
  for (const letter of value) {
    if (letter === '(') open += 1
    else if (letter === ')') open -= 1
    if (open < 0) return false
  }
  return open === 0
}

function lengthOf({ words }: Pattern): number {
  return words.reduce((sum, word) => sum + word.length, 0)
}

/**
 * What stands between the words, each word taken where it comes first; the last one where the text ends. Time grows with
 * the text alone, whatever somebody has written into it.
 */
function valuesIn(text: string, { words }: Pattern): string[] | undefined {
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
