/** What was written to a record before, found among all the changes of all runs. */
import type { Database, Statement } from 'bun:sqlite'
import type { EntityKind, PastChange } from '../model/journal.ts'
import { decodeNames, decodePast } from './change-row.ts'
import { isProven } from './proof.ts'

interface PastRow {
  ref: string
  run: number
  erp_id: string
  action: string
  shape: number
  fields: string
  proof: unknown
}

/** Without it a record is searched among all changes there are. */
const BY_RECORD = 'changes_by_record'

/** What is made where it is missing: for whoever may not write somebody else has to. */
export const PAST_INDEX = {
  index: BY_RECORD,
  statement: `CREATE INDEX IF NOT EXISTS ${BY_RECORD} ON changes (ref, entity, shape)`,
} as const

/** Records asked for in one go. */
const RECORDS_AT_ONCE = 500

/**
 * For each shape in which a record was ever changed (walked through in the index, a step a shape, however many changes
 * it has) its last two rows that were done: they hold the last two writes of each of the shape's fields.
 */
const PAST = `
  WITH RECURSIVE shapes_of(ref, shape) AS (
    SELECT wanted.value, (SELECT min(shape) FROM changes WHERE ref = wanted.value AND entity = ?2)
    FROM json_each(?1) AS wanted
    UNION ALL
    SELECT shapes_of.ref,
      (SELECT min(shape) FROM changes WHERE ref = shapes_of.ref AND entity = ?2 AND shape > shapes_of.shape)
    FROM shapes_of WHERE shapes_of.shape IS NOT NULL
  )
  SELECT changes.ref, run, erp_id, action, changes.shape, changes.fields, changes.proof
  FROM shapes_of JOIN changes ON changes.id IN (
    SELECT one.id FROM changes AS one JOIN lots ON lots.id = one.lot
    WHERE one.ref = shapes_of.ref AND one.entity = ?2 AND one.shape = shapes_of.shape AND settlement = 'done'
    ORDER BY one.id DESC LIMIT 2
  ) JOIN lots ON lots.id = changes.lot
  ORDER BY changes.id DESC`

export class PastWrites {
  readonly #database: Database
  readonly #past: Statement<PastRow, [string, EntityKind]>
  readonly #findShape: Statement<{ fields: string }, [number]>
  readonly #shapes = new Map<number, string>()
  #isIndexed = false

  constructor(database: Database) {
    this.#database = database
    this.#past = database.query(PAST)
    this.#findShape = database.query('SELECT fields FROM shapes WHERE id = ?')
  }

  /** See `Journal.pastWritesOf`. A row that was damaged is as if it were not there. */
  of(entity: EntityKind, ids: readonly string[]): Map<string, PastChange[][]> {
    const byRecord = new Map<string, Map<string, PastChange[]>>()
    if (ids.length > 0) this.#index()
    for (let from = 0; from < ids.length; from += RECORDS_AT_ONCE) {
      const wanted = JSON.stringify(ids.slice(from, from + RECORDS_AT_ONCE))
      for (const { ref, run, erp_id, action, shape, fields, proof } of this.#past.all(wanted, entity)) {
        const names = this.#namesOf(shape)
        if (!isProven([run, entity, ref, erp_id, action, names, fields], proof)) continue
        const past = byRecord.get(ref) ?? new Map<string, PastChange[]>()
        byRecord.set(ref, past)
        for (const change of decodePast(decodeNames(names), fields)) {
          const writes = past.get(change.field)
          if (writes === undefined) past.set(change.field, [change])
          else if (writes.length < 2) writes.push(change)
        }
      }
    }
    return new Map(Array.from(byRecord, ([ref, past]) => [ref, [...past.values()]]))
  }

  /**
   * A first import adds several changes for every subscriber there is, and nobody asks for any of them: keeping an index
   * of them would be most of the work. Whoever is the first to ask makes it.
   */
  dropIndex(): void {
    this.#database.run(`DROP INDEX IF EXISTS ${BY_RECORD}`)
  }

  #index(): void {
    if (this.#isIndexed) return
    this.#database.run(PAST_INDEX.statement)
    this.#isIndexed = true
  }

  #namesOf(shape: number): string {
    const known = this.#shapes.get(shape)
    if (known !== undefined) return known
    const names = this.#findShape.get(shape)?.fields ?? '[]'
    this.#shapes.set(shape, names)
    return names
  }
}
