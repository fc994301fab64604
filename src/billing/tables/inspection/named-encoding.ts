/**
 * An encoding that was named, against the others it may have been: the texts are given their bytes back, and those are
 * read anew. What people have written makes words in one encoding only (databases.md §2.5).
 */
import { textDecoder } from '../servers/encoding.ts'

/** What names and addresses are written in here, UTF-8 first: nothing else is taken for it by accident. */
const CANDIDATES = ['utf-8', 'windows-1251', 'koi8-u', 'ibm866'] as const
/** Shares of the words that are words: of what was read wrongly, and of what is read rightly. */
const MOST_OF_WRONG = 0.5
const LEAST_OF_RIGHT = 0.8
/** What stands between two words. */
const APART = /[\s\d!-&(-,./:-@[-`{-~«»“”„№–—…]+/u
/** A word as it is written: a capital letter stands first, or all are. */
const WORD = /^(?:\p{Lu}?[\p{Ll}'’ʼ-]+|[\p{Lu}'’ʼ-]+)$/u
/** Letters of Ukrainian, Russian and Belarusian; others of the block are what bytes become by accident. */
const OTHER_LETTER = /[^\p{sc=Latin}'’ʼ\-А-Яа-яЁёЄєІіЇїҐґЎў]/u

/** The encoding that was meant; `undefined` when the texts look right as they are. @param texts with more than ASCII */
export function meantEncoding(texts: readonly string[], encoding: string): string | undefined {
  const bytesOf = encoderOf(encoding)
  const bytes = bytesOf && texts.map(bytesOf).filter((one) => one !== undefined)
  if (bytes === undefined || bytes.length === 0 || shareOfWords(texts) > MOST_OF_WRONG) return undefined
  return CANDIDATES.find((name) => {
    if (textDecoder(name).encoding === textDecoder(encoding).encoding) return false
    const read = bytes.map((one) => textDecoder(name).decode(one))
    return shareOfWords(read) >= LEAST_OF_RIGHT
  })
}

/** Of the words with more than ASCII in them, those that are written as words are. */
function shareOfWords(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.split(APART)).filter((word) => /[^\0-\x7f]/.test(word))
  const right = words.filter((word) => WORD.test(word) && !OTHER_LETTER.test(word))
  return words.length === 0 ? 1 : right.length / words.length
}

/** Gives a text its bytes back, where all of it has some; `undefined` for an encoding of more bytes than one. */
function encoderOf(encoding: string): ((text: string) => Uint8Array | undefined) | undefined {
  const decoder = textDecoder(encoding)
  if (decoder.encoding === 'utf-8') return undefined
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  )
  if (bytes.size < 250) return undefined
  return (text) => {
    const found = Array.from(text, (letter) => bytes.get(letter))
    return found.includes(undefined) ? undefined : Uint8Array.from(found as number[])
  }
}
