/** How far the present step of a run has come. */

/** A step as far as it has come. */
export interface StepState {
  readonly title: string
  readonly done: number
  /** `undefined`: not known. */
  readonly total: number | undefined
  readonly elapsedMs: number
}

export class StepMeter {
  readonly #now: () => Date
  #step:
    | { readonly title: string; readonly total: number | undefined; readonly startedAt: number }
    | undefined
  #done = 0

  constructor(now: () => Date) {
    this.#now = now
  }

  begin(title: string, total: number | undefined): void {
    this.#step = { title, total, startedAt: this.#now().getTime() }
    this.#done = 0
  }

  advance(count: number): void {
    this.#done += count
  }

  /** `undefined` between steps. */
  state(): StepState | undefined {
    if (this.#step === undefined) return undefined
    const { title, total, startedAt } = this.#step
    return { title, total, done: this.#done, elapsedMs: this.#now().getTime() - startedAt }
  }

  /** Ends the step and gives what became of it. */
  finish(): StepState | undefined {
    const state = this.state()
    this.#step = undefined
    return state
  }
}
