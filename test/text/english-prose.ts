/** English words in a row that a translated text still has; commands in `…` are no prose. */
export function englishProse(text: string, quoted: readonly string[] = []): string[] {
  const own = quoted.reduce((rest, answer) => rest.replaceAll(answer, '…'), text).replace(/`[^`]*`/g, '…')
  return own.match(/[A-Za-z]*[a-z]{2,} [a-z]{2,}[a-z ]*/g) ?? []
}
