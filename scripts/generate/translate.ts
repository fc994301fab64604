/** A text of the program in a language of the docs. */
import { TRANSLATED, TRANSLATIONS, type Translation } from './translations.ts'

export type Language = 'en' | keyof Translation

/** Gives the same text in another language. */
export type Translate = (text: string) => string

/** Which texts were asked for, and which of them nobody has translated. */
export interface Account {
  readonly used: Set<string>
  readonly missing: Set<string>
}

export const LANGUAGES: readonly Language[] = ['en', ...TRANSLATED]

/** The language of a page, by its path: `README.uk.md`, `docs/uk/install.md`; English unless named. */
export function languageOf(path: string): Language {
  return TRANSLATED.find((language) => path.split(/[/.]/).includes(language)) ?? 'en'
}

/** What has no translation stays English, and is noted. */
export function translator(
  language: Language,
  { used, missing }: Account = { used: new Set(), missing: new Set() },
): Translate {
  if (language === 'en') return (text) => text
  return (text) => {
    if (text === '') return ''
    const found = match(text)
    if (found === undefined) {
      missing.add(text)
      return text
    }
    used.add(found.key)
    return found.translation[language].replace(/\{(\d)\}/g, (_, number) => found.parts[number - 1] ?? '')
  }
}

interface Found {
  readonly key: string
  readonly translation: Translation
  /** What the program filled in. */
  readonly parts: readonly string[]
}

function match(text: string): Found | undefined {
  const exact = Object.hasOwn(TRANSLATIONS, text) ? TRANSLATIONS[text] : undefined
  if (exact !== undefined) return { key: text, translation: exact, parts: [] }
  for (const { key, pattern, translation } of PATTERNS) {
    const parts = pattern.exec(text)
    if (parts !== null) return { key, translation, parts: parts.slice(1) }
  }
  return undefined
}

const PATTERNS = Object.entries(TRANSLATIONS)
  .filter(([key]) => key.includes('{1}'))
  // What says more of a text is tried first.
  .sort(([one], [other]) => other.length - one.length)
  .map(([key, translation]) => ({
    key,
    translation,
    pattern: new RegExp(`^${RegExp.escape(key).replace(/\\\{\d\\\}/g, '(.+?)')}$`),
  }))
