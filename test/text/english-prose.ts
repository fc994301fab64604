/** What of a text that should be told in another language still reads like English. */

/** What stays as it is in every language: quoted words, options, codes in brackets, addresses, `Name: value` of headers. */
const KEPT = /"[^"\n]*"|https?:\/\/\S+|--[a-z-]+|\([a-z-]+, [\d\s\u00a0\u202f]+\)/g
/** Two words of small Latin letters side by side; with a comma between they may be names of fields. */
const PROSE = /(?<![\p{L}\p{N}_./-])[a-z]{2,} [a-z]{2,}(?![\p{L}_/-])/gu

/** Each pair of English words that is left. */
export function englishProse(text: string): string[] {
  return text.replace(KEPT, '…').match(PROSE) ?? []
}
