/** Texts that were read in another encoding than they were written in, told by what they look like (databases.md §2.5). */
import { AUTO } from '../servers/encoding.ts'
import { meantEncoding } from './named-encoding.ts'

/** `encoding` is what to set; `undefined` where nothing helps, because the letters are lost. */
export interface Misreading {
  readonly what: string
  readonly example: string
  readonly encoding: string | undefined
}

interface Sign {
  readonly what: string
  readonly encoding: string | undefined
  /** True for a text that looks like it. */
  readonly isMet: (text: string) => boolean
}

/** Letters of Western Europe, which cp1251's Cyrillic becomes when it is taken for latin1. */
const WESTERN = /[\u00c0-\u00ff]/g
const SIGNS: readonly Sign[] = [
  {
    what: 'pairs of letters that are UTF-8 in columns which claim to be latin1',
    encoding: 'utf-8',
    // "Іван" is "Ð†Ð²Ð°Ð½" then: a lead byte, and what follows it is no letter.
    isMet: (text) => (text.match(/[\u00d0\u00d1][^A-Za-z\u00c0-\u00ff]/g)?.length ?? 0) >= 2,
  },
  {
    what: 'pairs of letters that are UTF-8 in columns which claim to be windows-1251',
    encoding: 'utf-8',
    // "Іван" is "Р†РІР°РЅ" then.
    isMet: (text) => meantEncoding([text], 'windows-1251') === 'utf-8',
  },
  {
    what: 'box-drawing signs among Cyrillic letters: KOI8-U in columns which claim to be koi8r',
    encoding: 'koi8-u',
    isMet: (text) => /[\u2500-\u259f]/.test(text),
  },
  {
    what: 'Western letters in the place of Cyrillic ones: windows-1251 in columns which claim to be latin1',
    encoding: 'windows-1251',
    isMet: (text) => {
      const western = text.match(WESTERN)?.length ?? 0
      return western >= 3 && western * 2 > (text.match(/[A-Za-z]/g)?.length ?? 0)
    },
  },
  {
    what: 'characters that are none of the encoding',
    encoding: 'auto',
    isMet: (text) => text.includes('\ufffd'),
  },
  {
    what: 'question marks in the place of letters: they are lost in the database',
    encoding: undefined,
    isMet: (text) => /\?{3,}/.test(text),
  },
]
/** A few odd texts are odd texts; a share of them is an encoding. */
const LEAST_SHARE = 0.02

/**
 * What texts with more than ASCII in them look like; `undefined` when they look right.
 * @param set the encoding as it is configured: it is not what helps
 */
export function misreadingOf(texts: readonly string[], set: string = AUTO): Misreading | undefined {
  const told = texts.filter((text) => /[^\0-\x7f]/.test(text) || /\?{3,}/.test(text))
  const meant = meantEncoding(told, set)
  if (meant !== undefined)
    return {
      what: 'letters that make no words in the encoding that is set',
      example: told[0] ?? '',
      encoding: meant,
    }
  for (const { what, encoding, isMet } of SIGNS) {
    if (encoding === set) continue
    const met = told.filter(isMet)
    const [example] = met
    if (example !== undefined && met.length >= told.length * LEAST_SHARE) return { what, encoding, example }
  }
  return undefined
}

/** Letters as subscribers' names and addresses have them. */
export function hasCyrillic(texts: readonly string[]): boolean {
  return texts.some((text) => /\p{Script=Cyrillic}/u.test(text))
}
