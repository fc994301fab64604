/** Notes, while one record is read, which of its values are there and cannot be read (§3). */
import { asSent, UNREADABLE, type Unreadable, type UnreadableValue } from '../../model/unreadable.ts'

export class UnreadableValues<F extends string> {
  #found: UnreadableValue<F>[] | undefined

  /**
   * Gives a value that was read, or `otherwise` where that was not possible: then its field is noted.
   * @param sent the value as it came
   */
  take<T, O>(field: F, value: T | Unreadable, sent: unknown, otherwise: O): T | O {
    if (value !== UNREADABLE) return value
    this.note(field, sent)
    return otherwise
  }

  /** Gives a text or number as it came; a list or a map in its place cannot be read as one. */
  scalar(field: F, value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    this.note(field, value)
    return undefined
  }

  note(field: F, sent: unknown): void {
    this.#found ??= []
    this.#found.push({ field, sent: asSent(sent) })
  }

  /** What was noted, `undefined` when nothing was: with that the record is done, and the next one begins. */
  found(): readonly UnreadableValue<F>[] | undefined {
    const found = this.#found
    this.#found = undefined
    return found
  }
}
