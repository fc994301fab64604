/** What of a text that was told in another language still reads like English. */

/** What is the same in every language: what stands in quotes, brackets of other shapes, commands, options, addresses, codes. */
const KEPT =
  /`[^`]*`|"[^"\n]*"|'[^'\n]*'|\{[^{}\n]*\}|\[[^\]\n]*\]|https?:\/\/\S+|--[a-z-]+|\([a-z-]+, [\d\s\u00a0\u202f]+\)/g
/** Words no sentence in English does without, where they are not part of an address, an option or a name. */
const WORD =
  /(?<![\p{L}\p{N}_./=&:$@-])(?:The|It|This|That|No|Not|For|the|of|is|are|was|were|not|and|or|to|with|by|for|it|its|this|that|from|cannot|has|have|no)(?![\p{L}\p{N}_./=&@-])/gu
/** Two words of small Latin letters side by side; with a comma between they may be names of fields. */
const PAIR = /(?<![\p{L}\p{N}_./=&:$@-])[a-z]{2,} [a-z]{2,}(?![\p{L}\p{N}_./=&@-])/gu

/** @param names what stays as it is: what the two systems have said, names, commands */
export function leftInEnglish(text: string, names: readonly (string | RegExp)[] = []): string[] {
  const own = names.reduce<string>((rest, name) => {
    if (name === '') return rest
    return rest.replaceAll(name instanceof RegExp ? new RegExp(name, 'g') : name, '«»')
  }, text)
  const told = own.replace(KEPT, '«»')
  return [...(told.match(WORD) ?? []), ...(told.match(PAIR) ?? [])]
}
