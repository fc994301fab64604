/** Long work that lets others by. */
import { setImmediate } from 'node:timers/promises'

/**
 * Making a big lot ready takes as long as a request: an answer that came meanwhile is taken in between, so that the
 * next lot goes out without delay.
 */
export function letOthersBy(): Promise<void> {
  return setImmediate()
}

/** As many records take some milliseconds. */
const RECORDS_AT_A_STRETCH = 25

/** Pieces of work that go on in stretches, one piece after another: the first is ready first. */
export class Leisure {
  #last: Promise<unknown> = Promise.resolve()

  /** Does something with each of many records when all earlier pieces are done. @throws what is thrown there */
  async each<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
    const before = this.#last
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#last = promise
    await before
    try {
      let done = 0
      for (const item of items) {
        work(item)
        done += 1
        if (done % RECORDS_AT_A_STRETCH === 0) await letOthersBy()
      }
    } finally {
      resolve()
    }
  }
}
