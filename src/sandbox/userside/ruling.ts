/** The judgement over a request: everything that is wrong with it, or everything it changes. Never half of both. */
export class Ruling {
  readonly wrong: string[] = []
  readonly #effects: (() => void)[] = []
  #refusal: string | undefined

  /** Something the contracts forbid; a sentence. */
  forbid(sentence: string): void {
    this.wrong.push(sentence)
  }

  /** A change that will be made when nothing is wrong with the whole request. */
  change(effect: () => void): void {
    this.#effects.push(effect)
  }

  /** The ERP says no though the client did nothing wrong; the whole request fails. */
  refuse(text: string): void {
    this.#refusal ??= text
  }

  get refusal(): string | undefined {
    return this.#refusal
  }

  carryOut(): void {
    for (const effect of this.#effects) effect()
  }
}
