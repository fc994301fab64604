/** What UserSide refused, record by record and in its own words: in bundles, so that thousands of them take little room. */
import type { Database } from 'bun:sqlite'
import type { EntityKind, Refusal } from '../model/journal.ts'
import { cutText } from '../model/text.ts'
import { isProven, proofOf } from './proof.ts'
import type { PastRefusal } from './run-journal.ts'

/** Kept of one run; more are counted. A UserSide that refuses everything would fill the journal. */
const MOST = 5000

/** Letters kept of a sentence: what stands in front of a page of HTML is the part that tells. */
const LONGEST = 300

/** Written down together. */
const BUNDLE = 200

/** Sentences once, and who was refused with which of them. */
interface Bundle {
  readonly texts: readonly string[]
  readonly records: readonly (readonly [EntityKind, string, number])[]
  /** Refusals that are not kept. */
  readonly more: number
}

interface Row {
  run: number
  refused: string
  proof: unknown
}

export class RefusalTable {
  readonly #database: Database
  #run = 0
  #waiting: Refusal[] = []
  #kept = 0
  #more = 0

  constructor(database: Database) {
    this.#database = database
  }

  add(run: number, refusal: Refusal): void {
    if (run !== this.#run) {
      this.flush(this.#run)
      this.#run = run
      this.#kept = 0
    }
    if (this.#kept >= MOST) {
      this.#more += 1
      return
    }
    this.#kept += 1
    this.#waiting.push({ ...refusal, message: cutText(refusal.message, LONGEST) })
    if (this.#waiting.length >= BUNDLE) this.flush(run)
  }

  /** Writes down what waits. */
  flush(run: number): void {
    if (this.#waiting.length + this.#more === 0) return
    const texts = [...new Set(this.#waiting.map(({ message }) => message))]
    const places = new Map(texts.map((text, place) => [text, place]))
    const records = this.#waiting.map(
      ({ entity, id, message }) => [entity, id, places.get(message) ?? 0] as const,
    )
    const refused = JSON.stringify({ texts, records, more: this.#more } satisfies Bundle)
    this.#waiting = []
    this.#more = 0
    this.#database.run('INSERT INTO refusals (run, bytes, refused, proof) VALUES (?, ?, ?, ?)', [
      run,
      Buffer.byteLength(refused),
      refused,
      proofOf([run, refused]),
    ])
  }

  /** Of a run, or of all of them; what was damaged is left out. */
  *refusals(run?: number): IterableIterator<PastRefusal> {
    for (const [id, { texts, records }] of this.#bundles(run)) {
      for (const [entity, record, place] of records)
        yield { run: id, entity, id: record, message: texts[place] ?? '' }
    }
  }

  /** How many of a run are not kept. */
  more(run: number): number {
    let sum = 0
    for (const [, { more }] of this.#bundles(run)) sum += more
    return sum
  }

  *#bundles(run?: number): IterableIterator<readonly [run: number, bundle: Bundle]> {
    const rows = this.#database
      .query<Row, [number | null]>(
        'SELECT run, refused, proof FROM refusals WHERE ?1 IS NULL OR run = ?1 ORDER BY id',
      )
      .all(run ?? null)
    for (const row of rows)
      if (isProven([row.run, row.refused], row.proof)) yield [row.run, JSON.parse(row.refused)]
  }
}
