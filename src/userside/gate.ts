/**
 * Lets so many through at a time; the others wait, first come, first served. Once somebody has failed nobody else is
 * let through to write: whoever waited fails in the same way.
 */
export class Gate {
  readonly #waiting: (() => void)[] = []
  #free: number
  #failure: { readonly error: unknown } | undefined

  constructor(width: number) {
    this.#free = width
  }

  /**
   * Does the work when its turn comes: at once where there is room, so that a request is on its way before whoever made it
   * ready makes the next one ready. @throws what the work throws, or what earlier work threw
   */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#take()
    if (turn !== undefined) await turn
    try {
      if (this.#failure !== undefined) throw this.#failure.error
      return await work()
    } catch (error) {
      this.#failure ??= { error }
      throw error
    } finally {
      this.#leave()
    }
  }

  /** Waits for its turn, whoever has failed; gives what is to be called once when it is over. */
  async enter(): Promise<() => void> {
    await this.#take()
    return () => this.#leave()
  }

  /** Takes a place; a promise where one has to be waited for. */
  #take(): Promise<void> | undefined {
    if (this.#free === 0) return new Promise<void>((enter) => this.#waiting.push(enter))
    this.#free -= 1
    return undefined
  }

  #leave(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#free += 1
    else next()
  }
}
