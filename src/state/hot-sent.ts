/** Which hot values were sent in vain: twice the same way, by two runs one after the other (`contracts/userside-api.md` §10). */
import type { SentDigests } from './sent-table.ts'

interface Field {
  readonly before: SentDigests
  readonly sent: (readonly number[])[]
  readonly held: Set<number>
}

/** What a run learns of the fields it sends. */
export class HotSent {
  readonly #load: (field: string) => SentDigests
  readonly #fields = new Map<string, Field>()

  /** @param load gives what is known of a field from earlier runs */
  constructor(load: (field: string) => SentDigests) {
    this.#load = load
  }

  inVain(field: string): ReadonlySet<number> {
    return this.#of(field).before.twice
  }

  holdBack(field: string, digests: readonly number[]): void {
    const { held } = this.#of(field)
    for (const digest of digests) held.add(digest)
  }

  /** UserSide obeyed. */
  sent(field: string, digests: readonly number[]): void {
    this.#of(field).sent.push(digests)
  }

  /** What the next run has to know, by field; nothing of those of which nothing was sent. */
  *news(): Generator<readonly [field: string, digests: SentDigests]> {
    for (const [name, { before, sent, held }] of this.#fields) {
      if (sent.length === 0) continue
      const once = Float64Array.from(sent.flat()).sort()
      const twice = new Set(held)
      for (const digest of once) if (before.twice.has(digest) || holds(before.once, digest)) twice.add(digest)
      yield [name, { once, twice }]
    }
  }

  #of(name: string): Field {
    let field = this.#fields.get(name)
    if (field === undefined) {
      field = { before: this.#load(name), sent: [], held: new Set() }
      this.#fields.set(name, field)
    }
    return field
  }
}

/** Whether a number is among others in ascending order. */
function holds(numbers: Float64Array, wanted: number): boolean {
  let from = 0
  let to = numbers.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const number = numbers[middle] ?? wanted
    if (number === wanted) return true
    if (number < wanted) from = middle + 1
    else to = middle
  }
  return false
}
