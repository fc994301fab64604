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

  /** Does the work when its turn comes. @throws what the work throws, or what earlier work threw */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    const leave = await this.enter()
    try {
      if (this.#failure !== undefined) throw this.#failure.error
      return await work()
    } catch (error) {
      this.#failure ??= { error }
      throw error
    } finally {
      leave()
    }
  }

  /** Waits for its turn, whoever has failed; gives what is to be called once when it is over. */
  async enter(): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1
    else await new Promise<void>((enter) => this.#waiting.push(enter))
    return () => {
      const next = this.#waiting.shift()
      if (next === undefined) this.#free += 1
      else next()
    }
  }
}
