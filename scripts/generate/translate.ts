/** A text of the program in a language of the docs. */
import { LANGUAGES, type Language } from '../../src/text/language.ts'
import { recogniser } from '../../src/text/recognition.ts'
import { RU } from '../../src/text/ru.ts'
import { type Catalogue, fill } from '../../src/text/translation.ts'
import { UK } from '../../src/text/uk.ts'

/** Gives the same text in another language. */
export type Translate = (text: string) => string

/** Which texts were asked for, and which of them nobody has translated. */
export interface Account {
  readonly used: Set<string>
  readonly missing: Set<string>
}

export const CATALOGUES: Readonly<Record<Exclude<Language, 'en'>, Catalogue>> = { uk: UK, ru: RU }

/** The language of a page, by its path: `README.uk.md`, `docs/uk/install.md`; English unless named. */
export function languageOf(path: string): Language {
  return LANGUAGES.find((language) => path.split(/[/.]/).includes(language)) ?? 'en'
}

/** What has no translation stays English, and is noted. */
export function translator(
  language: Language,
  { used, missing }: Account = { used: new Set(), missing: new Set() },
): Translate {
  if (language === 'en') return (text) => text
  const recognise = recogniser(CATALOGUES[language])
  return (text) => {
    if (text === '') return ''
    const found = recognise(text)
    if (found === undefined || typeof found.translation !== 'string') {
      missing.add(text)
      return text
    }
    used.add(found.phrase)
    return fill(found.translation, found.values)
  }
}
