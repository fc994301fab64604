/** Work that goes on side by side is told one after the other: a step shown is a step that can be followed. */
import type { Logger } from '../../model/logger.ts'

/** A logger of its own for a piece of work. Its steps are told when the pieces before it are over, all else at once. */
export interface Turn extends Logger {
  /** The piece of work is over. */
  end(): void
}

interface HeldStep {
  readonly title: string
  readonly total: number | undefined
  done: number
}

interface Entry {
  readonly held: HeldStep[]
  isOver: boolean
}

export class Turns {
  readonly #logger: Logger
  /** The first of them is told at once. */
  readonly #open: Entry[] = []

  constructor(logger: Logger) {
    this.#logger = logger
  }

  begin(): Turn {
    const logger = this.#logger
    const entry: Entry = { held: [], isOver: false }
    this.#open.push(entry)
    const isFirst = (): boolean => this.#open[0] === entry
    return {
      step: (title, total) => {
        if (isFirst()) logger.step(title, total)
        else entry.held.push({ title, total, done: 0 })
      },
      advance: (count) => {
        const step = entry.held.at(-1)
        if (isFirst()) logger.advance(count)
        else if (step !== undefined) step.done += count
      },
      info: (text) => logger.info(text),
      warn: (text) => logger.warn(text),
      error: (text) => logger.error(text),
      debug: (text) => logger.debug(text),
      end: () => {
        entry.isOver = true
        this.#goOn()
      },
    }
  }

  #goOn(): void {
    while (this.#open[0]?.isOver) {
      this.#open.shift()
      for (const { title, total, done } of this.#open[0]?.held ?? []) {
        this.#logger.step(title, total)
        if (done > 0) this.#logger.advance(done)
      }
    }
  }
}
