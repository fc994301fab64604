/** Steps whose ends overlap, told one after the other. */
import type { Narrator } from '../../model/narrator.ts'

/** A step that has begun. */
export interface Step {
  /** More of it is done. */
  advance(count: number): void
  end(): void
}

interface Progress {
  readonly title: string
  readonly total: number
  done: number
  isOver: boolean
}

/** Tells of the earliest step that is not over; what is done of later ones is told when their turn comes. */
export class Steps {
  readonly #narrator: Narrator
  readonly #open: Progress[] = []

  constructor(narrator: Narrator) {
    this.#narrator = narrator
  }

  begin(title: string, total: number): Step {
    const step: Progress = { title, total, done: 0, isOver: false }
    this.#open.push(step)
    if (this.#open.length === 1) this.#tell(step)
    return {
      advance: (count) => {
        if (step === this.#open[0]) this.#narrator.advance(count)
        else step.done += count
      },
      end: () => {
        step.isOver = true
        this.#goOn()
      },
    }
  }

  #goOn(): void {
    while (this.#open[0]?.isOver) {
      this.#open.shift()
      const [next] = this.#open
      if (next !== undefined) this.#tell(next)
    }
  }

  #tell({ title, total, done }: Progress): void {
    this.#narrator.step(title, total)
    if (done > 0) this.#narrator.advance(done)
  }
}
