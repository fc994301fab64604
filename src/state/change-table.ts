/** The changes of the runs, in lots that share one fate. */
import type { Database, Statement } from 'bun:sqlite'
import type { EntityKind, PastChange, RecordChange, Settlement } from '../model/journal.ts'
import { decodeFields, decodeNames, decodePast, encodeValues, shapeOf } from './change-row.ts'
import type { ChangeFilter, PastRecordChange } from './run-journal.ts'

interface ChangeRow {
  id: number
  entity: EntityKind
  ref: string
  erp_id: string
  action: RecordChange['action']
  names: string
  fields: string
  settlement: Settlement | null
}

/** Rows read at a time when a run is walked through. */
const PAGE = 500

const SELECT = `
  SELECT changes.id, entity, ref, erp_id, action, shapes.fields AS names, changes.fields, settlement
  FROM changes JOIN lots ON lots.id = changes.lot JOIN shapes ON shapes.id = changes.shape`

/**
 * For each shape in which a record was ever changed (walked through in the index, a step a shape, however many changes
 * it has) its last two rows that were done: they hold the last two writes of each of the shape's fields.
 */
const PAST = `
  WITH RECURSIVE shapes_of(shape) AS (
    SELECT min(shape) FROM changes WHERE ref = ?1 AND entity = ?2
    UNION ALL
    SELECT (SELECT min(shape) FROM changes WHERE ref = ?1 AND entity = ?2 AND shape > shapes_of.shape)
    FROM shapes_of WHERE shapes_of.shape IS NOT NULL
  )
  SELECT changes.shape, changes.fields FROM shapes_of JOIN changes ON changes.id IN (
    SELECT one.id FROM changes AS one JOIN lots ON lots.id = one.lot
    WHERE one.ref = ?1 AND one.entity = ?2 AND one.shape = shapes_of.shape AND settlement = 'done'
    ORDER BY one.id DESC LIMIT 2
  )
  ORDER BY changes.id DESC`

/** Without it a record is searched among all changes there are. */
const BY_RECORD = 'changes_by_record'

export class ChangeTable {
  readonly #database: Database
  readonly #add: (lot: number, run: number, changes: readonly RecordChange[]) => void
  readonly #insertChange: Statement<
    undefined,
    [number, number, EntityKind, string, string, string, number, string]
  >
  readonly #settle: Statement<undefined, [Settlement, number]>
  readonly #past: Statement<{ shape: number; fields: string }, [string, EntityKind]>
  readonly #findShape: Statement<{ fields: string }, [number]>
  #shapes = new Map<string, number>()
  readonly #names = new Map<number, readonly string[]>()
  /** Of a first run nobody has to look for the past, record by record. */
  #isEmpty: boolean
  #isIndexed = false

  constructor(database: Database) {
    this.#database = database
    this.#insertChange = database.query(
      'INSERT INTO changes (id, lot, entity, ref, erp_id, action, shape, fields) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#settle = database.query('UPDATE lots SET settlement = ? WHERE id = ?')
    this.#past = database.query(PAST)
    this.#findShape = database.query('SELECT fields FROM shapes WHERE id = ?')
    this.#isEmpty = this.#lastIdOf('changes') === 0
    const add = database.transaction((lot: number, run: number, changes: readonly RecordChange[]) =>
      this.#insertLot(lot, run, changes),
    )
    this.#add = (lot, run, changes) => add.immediate(lot, run, changes)
  }

  lastLot(): number {
    return this.#lastIdOf('lots')
  }

  /** Writes a lot whole or not at all. */
  add(lot: number, run: number, changes: readonly RecordChange[]): void {
    if (this.#isEmpty) this.#begin()
    try {
      this.#add(lot, run, changes)
    } catch (error) {
      // A shape that was added with the lot is gone with it.
      this.#shapes = new Map()
      throw error
    }
  }

  settle(lot: number, settlement: Settlement): void {
    this.#settle.run(settlement, lot)
  }

  /** Removes a lot with its changes. */
  withdraw(lot: number): void {
    this.#database.transaction(() => {
      this.#database
        .query(
          `DELETE FROM changes WHERE id IN (
             SELECT changes.id FROM lots CROSS JOIN changes
             WHERE lots.id = ? AND changes.id BETWEEN first_change AND last_change)`,
        )
        .run(lot)
      this.#database.query('DELETE FROM lots WHERE id = ?').run(lot)
    })()
  }

  /** See `Journal.pastWrites`. */
  pastWrites(entity: EntityKind, id: string): PastChange[][] {
    if (this.#isEmpty) return []
    this.#index()
    const past = new Map<string, PastChange[]>()
    for (const row of this.#past.all(id, entity)) {
      for (const change of decodePast(this.#namesOf(row.shape), row.fields)) {
        const writes = past.get(change.field)
        if (writes === undefined) past.set(change.field, [change])
        else if (writes.length < 2) writes.push(change)
      }
    }
    return [...past.values()]
  }

  /** The changes of a run behind `after`, and where the next page begins. */
  page(run: number, filter: ChangeFilter, after: number): { changes: PastRecordChange[]; next?: number } {
    const rows = this.#database
      .query<ChangeRow, [number, number, string | null, string | null]>(
        `${SELECT} WHERE changes.id IN (
           SELECT changes.id FROM lots CROSS JOIN changes
           WHERE run = ?1 AND last_change > ?2
             AND changes.id BETWEEN max(first_change, ?2 + 1) AND last_change
             AND (?3 IS NULL OR entity = ?3) AND (?4 IS NULL OR ref = ?4)
           ORDER BY lots.id, changes.id LIMIT ${PAGE}
         ) ORDER BY changes.id`,
      )
      .all(run, after, filter.entity ?? null, filter.id ?? null)
    const last = rows.at(-1)
    const changes = rows.map(toChange)
    return rows.length < PAGE || last === undefined ? { changes } : { changes, next: last.id }
  }

  /** Removes all changes of a run. */
  remove(run: number): void {
    this.#database.transaction(() => {
      this.#database
        .query(
          `DELETE FROM changes WHERE id IN (
             SELECT changes.id FROM lots CROSS JOIN changes
             WHERE run = ? AND changes.id BETWEEN first_change AND last_change)`,
        )
        .run(run)
      this.#database.query('DELETE FROM lots WHERE run = ?').run(run)
    })()
  }

  /**
   * A first import adds several changes for every subscriber there is, and nobody asks for any of them: keeping an index
   * of them would be most of the work. Whoever is the first to ask makes it.
   */
  #begin(): void {
    this.#isEmpty = false
    this.#database.run(`DROP INDEX IF EXISTS ${BY_RECORD}`)
  }

  #index(): void {
    if (this.#isIndexed) return
    this.#database.run(`CREATE INDEX IF NOT EXISTS ${BY_RECORD} ON changes (ref, entity, shape)`)
    this.#isIndexed = true
  }

  #insertLot(lot: number, run: number, changes: readonly RecordChange[]): void {
    const first = this.#lastIdOf('changes') + 1
    this.#database
      .query('INSERT INTO lots (id, run, first_change, last_change) VALUES (?, ?, ?, ?)')
      .run(lot, run, first, first + changes.length - 1)
    for (const [index, change] of changes.entries()) {
      this.#insertChange.run(
        first + index,
        lot,
        change.entity,
        change.id,
        change.erpId,
        change.action,
        this.#shapeId(shapeOf(change.fields)),
        encodeValues(change.fields),
      )
    }
  }

  #shapeId(fields: string): number {
    const known = this.#shapes.get(fields)
    if (known !== undefined) return known
    this.#database.query('INSERT OR IGNORE INTO shapes (fields) VALUES (?)').run(fields)
    const row = this.#database
      .query<{ id: number }, [string]>('SELECT id FROM shapes WHERE fields = ?')
      .get(fields)
    const id = row?.id ?? 0
    this.#shapes.set(fields, id)
    return id
  }

  #namesOf(shape: number): readonly string[] {
    const known = this.#names.get(shape)
    if (known !== undefined) return known
    const names = decodeNames(this.#findShape.get(shape)?.fields ?? '[]')
    this.#names.set(shape, names)
    return names
  }

  #lastIdOf(table: 'lots' | 'changes'): number {
    return (
      this.#database.query<{ id: number | null }, []>(`SELECT max(id) AS id FROM ${table}`).get()?.id ?? 0
    )
  }
}

function toChange(row: ChangeRow): PastRecordChange {
  return {
    entity: row.entity,
    id: row.ref,
    erpId: row.erp_id,
    action: row.action,
    fields: decodeFields(decodeNames(row.names), row.fields),
    settlement: row.settlement ?? 'unsettled',
  }
}
