/**
 * A phrase in another language, by its English wording as it stands in the program. `{1}`, `{2}` stand for what is filled
 * in, in the order of the English phrase; the other language may have another order. `[1]` is the same where the value is
 * itself a word of the program, to be told in the other language too; `<1>` where it is somebody else's text, which stays
 * as it came even if it reads like the program's. ` ‹…›` behind a word tells it from the same word in
 * another meaning, and is not said; such a word is said, never recognised.
 */

/** Wordings by the plural category of a number (`Intl.PluralRules`). */
export interface Forms {
  /** Which of the values is the number; the first unless said otherwise. */
  readonly by?: number
  readonly one: string
  readonly few: string
  readonly many: string
  /** Of broken numbers; `few` unless said otherwise, as both languages have it. */
  readonly other?: string
}

export type Translation = string | Forms

export type Catalogue = Readonly<Record<string, Translation>>

/** A phrase as English says it. */
export function withoutRemark(phrase: string): string {
  return phrase.replace(/ ‹[^›]*›$/, '')
}

/** A phrase with its values filled in. @param retell tells a word of the program in the phrase's language */
export function fill(
  phrase: string,
  values: readonly string[],
  retell: (word: string) => string = (word) => word,
): string {
  return phrase.replace(/\{(\d)\}|<(\d)>|\[(\d)\]/g, (_, value?: string, quoted?: string, word?: string) =>
    word === undefined ? (values[Number(value ?? quoted) - 1] ?? '') : retell(values[Number(word) - 1] ?? ''),
  )
}

/** The wording of a translation for these values. */
export function wording(
  translation: Translation,
  values: readonly string[],
  rules: Intl.PluralRules,
): string {
  if (typeof translation === 'string') return translation
  const { by = 1, ...forms } = translation
  const category = rules.select(numberIn(values[by - 1] ?? ''))
  if (category === 'one' || category === 'few' || category === 'many') return forms[category]
  return forms.other ?? forms.few
}

/** True where what is counted is a number; other values fit any translation. */
export function fits(translation: Translation, values: readonly string[]): boolean {
  return typeof translation === 'string' || !Number.isNaN(numberIn(values[(translation.by ?? 1) - 1] ?? ''))
}

/** The number a value begins with, however its thousands are parted; else `NaN`. */
function numberIn(value: string): number {
  const digits = /^-?\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?/.exec(value)?.[0] ?? 'none'
  return Number(digits.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
}
