/** The catalogues against the program: every text for people is in them, and nothing that nobody says. */
import { describe, expect, test } from 'bun:test'
import { translationsOfTables } from '../../scripts/generate/tables.ts'
import { CATALOGUES } from '../../scripts/generate/translate.ts'
import { speakerOf } from '../../src/text/speaker.ts'
import { fill, type Translation, withoutRemark, wording } from '../../src/text/translation.ts'
import { UK } from '../../src/text/uk.ts'
import { phrasesIn, phrasesInSource, textsInSource } from './phrases-in-source.ts'

const PHRASES = Object.keys(UK)
const found = phrasesInSource()

describe('the catalogues', () => {
  test('have every text for people that stands in the source', () => {
    const missing = found.filter(({ phrase }) => !Object.hasOwn(UK, phrase))
    expect(missing.map(({ file, phrase }) => `${file}: ${phrase}`)).toEqual([])
  })

  test('have no phrase that neither the source says nor the docs show', () => {
    const said = new Set([...textsInSource(), ...translationsOfTables().used])
    const unsaid = PHRASES.filter((phrase) => !said.has(phrase))
    expect(unsaid).toEqual([])
  })

  test.each(Object.entries(CATALOGUES))('fill in the same values in %s', (_language, catalogue) => {
    const different = Object.entries(catalogue).flatMap(([phrase, translation]) =>
      wordingsOf(translation)
        .filter((one) => placesIn(one) !== placesIn(phrase))
        .map((one) => `${phrase}: ${one}`),
    )
    expect(different).toEqual([])
  })

  test.each(Object.entries(CATALOGUES))(
    'leave no phrase of two words in English in %s',
    (_language, catalogue) => {
      const english = Object.entries(catalogue).filter(
        ([phrase, translation]) =>
          /[a-z]{3,} [a-z]{3,}/.test(phrase) && wordingsOf(translation).includes(phrase),
      )
      expect(english).toEqual([])
    },
  )

  test('part the values of a phrase by words, and number them through', () => {
    for (const phrase of PHRASES) {
      const numbers = [...phrase.matchAll(/\{(\d)\}/g)].map(([, number]) => Number(number))
      expect(numbers, phrase).toEqual(numbers.map((_, index) => index + 1))
      expect(phrase).not.toMatch(/\{\d\}\{\d\}/)
    }
  })

  test.each(Object.entries(CATALOGUES))(
    'are recognised again by every phrase of theirs in %s',
    async (language, catalogue) => {
      const speaker = await speakerOf(language === 'uk' ? 'uk' : 'ru')
      const rules = new Intl.PluralRules(language)
      const texts = ['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7', 'Q8', 'Q9']
      const wrong = Object.entries(catalogue).flatMap(([phrase, translation]) => {
        if (phrase !== withoutRemark(phrase)) return []
        const counted = typeof translation === 'string' ? 0 : (translation.by ?? 1)
        const values = texts.map((text, index) => (index + 1 === counted ? '5' : text))
        const told = speaker.retell(fill(phrase, values))
        const expected = fill(wording(translation, values, rules), values)
        return told === expected ? [] : [`${phrase}: ${told}`]
      })
      expect(wrong).toEqual([])
    },
  )
})

describe('the search for texts', () => {
  const phrasesOf = (source: string) => phrasesIn('any.ts', source).map(({ phrase }) => phrase)

  test('finds a text, a template, and a text over several lines', () => {
    expect(phrasesOf("say('nobody was told')")).toEqual(['nobody was told'])
    expect(phrasesOf('say(`nobody of ${all} was told in ${time}`)')).toEqual([
      'nobody of {1} was told in {2}',
    ])
    expect(phrasesOf("say('nobody ' +\n 'was told of ' + it)")).toEqual(['nobody was told of {1}'])
    expect(phrasesOf("say(`so ${isIt ? 'it is' : 'is it'}`)")).toEqual(['it is', 'is it'])
    expect(phrasesOf('html`<p class="big one">Nobody was told</p>`')).toEqual(['Nobody was told'])
  })

  test('finds none where nobody is told', () => {
    expect(phrasesOf("throw new Error('a fault of the program')")).toEqual([])
    expect(phrasesOf("logger.debug('for whoever looks')")).toEqual([])
    expect(phrasesOf("database.query('SELECT a FROM b')")).toEqual([])
    expect(phrasesOf("import type { It } from './not a text.ts'")).toEqual([])
  })
})

function wordingsOf(translation: Translation): string[] {
  if (typeof translation === 'string') return [translation]
  const { one, few, many, other } = translation
  return [one, few, many, ...(other === undefined ? [] : [other])]
}

/** Which values a wording has, each once. */
function placesIn(text: string): string {
  const places = [...text.matchAll(/\{(\d)\}|\[(\d)\]|<(\d)>/g)].map(
    ([, value, word, quoted]) => value ?? word ?? quoted,
  )
  return [...new Set(places)].sort().join()
}
