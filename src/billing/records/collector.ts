/** Tolerant readers of records, from the wire into the model: a collector gathers the entries of one list. */
import type { Recall } from '../../json/records.ts'

export interface Collector<C> {
  /** Entries seen, repeated ones too: a list is cut by rows, not by ids. */
  readonly rows: number
  /** @param hash of the entry's text, where it is told */
  add(key: string, value: unknown, hash?: string): void
  /** What is known of entries by their texts; such an entry comes with that as its value. */
  readonly recall?: Recall | undefined
  /** The answer is over. @throws WrongContent when it was not the list it should be */
  finish(): void
  /** True when another page holds something this one does not. */
  isExtendedBy(page: C): boolean
  absorb(page: C): void
}
