/** What of a text that should be told in another language still reads like English. */

/** What stays as it is in every language: commands, quoted words, options, codes in brackets, addresses. */
const KEPT = /`[^`]*`|"[^"\n]*"|https?:\/\/\S+|--[a-z-]+|\([a-z-]+, [\d\s\u00a0\u202f]+\)/g
/** Two words of small Latin letters side by side; with a comma between they may be names of fields. */
const PROSE = /(?<![\p{L}\p{N}_./-])[a-z]{2,} [a-z]{2,}(?![\p{L}_/-])/gu

/** Each pair of English words that is left. @param quoted what a system has answered, in its own words */
export function englishProse(text: string, quoted: readonly string[] = []): string[] {
  const own = quoted.reduce((rest, answer) => rest.replaceAll(answer, '…'), text)
  return own.replace(KEPT, '…').match(PROSE) ?? []
}

/**
 * What is left in English of a text in another language: two words of small Latin letters side by side. Names stand in
 * quotes, and what is typed (commands, paths, chmod) is taken out by whoever knows it is there.
 */
export function englishIn(text: string, ...names: readonly (string | RegExp)[]): string[] {
  const bare = names.reduce<string>(
    (rest, name) => rest.replaceAll(name instanceof RegExp ? new RegExp(name, 'g') : name, '·'),
    text,
  )
  const unquoted = bare.replace(/"[^"\n]*"|'[^'\n]*'|\{[^{}\n]*\}|\[[^\]\n]*\]/g, '·')
  return [...unquoted.matchAll(/(?<![\w/.$-])[a-z]{2,}[,:;]? [a-z]{2,}\b/g)].map(([words]) => words)
}
