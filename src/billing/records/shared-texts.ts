/**
 * Texts that thousands of subscribers have in common (days, houses, tariffs) are held once. Half of what a big
 * population would take in memory is such repetition.
 */
export class SharedTexts {
  readonly #texts = new Map<string, string>()
  readonly #lists = new Map<string, readonly string[]>()

  /** The text that was first seen with these characters. */
  text(text: string): string {
    if (text === '') return text
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    this.#texts.set(text, text)
    return text
  }

  /** The same for a list, as far as it has but one text. */
  list(texts: readonly string[]): readonly string[] {
    const [only] = texts
    if (texts.length !== 1 || only === undefined) return texts
    const known = this.#lists.get(only)
    if (known !== undefined) return known
    this.#lists.set(only, texts)
    return texts
  }
}
