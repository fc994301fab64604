/** What of a text that was told in another language still reads like English. */

/** Words no sentence in English does without, where they are not part of an address, an option or a name. */
const WORD =
  /(?<![\p{L}\p{N}_./=&:$@-])(?:the|of|is|are|was|were|not|and|or|to|with|by|for|it|its|this|that|from|cannot|has|have|no)(?![\p{L}\p{N}_./=&@-])/giu
/** Two words of small Latin letters side by side. */
const PAIR = /(?<![\p{L}\p{N}_./=&:$@-])[a-z]{2,} [a-z]{2,}(?![\p{L}\p{N}_./=&@-])/gu

/** @param quoted what the two systems have said, which stays as it is */
export function leftInEnglish(text: string, quoted: readonly string[] = []): string[] {
  const own = quoted
    .filter((words) => words !== '')
    .reduce((rest, words) => rest.replaceAll(words, '«»'), text)
  return [...(own.match(WORD) ?? []), ...(own.match(PAIR) ?? [])]
}
