/** The changes of the runs, in lots that share one fate. */
import type { Database, Statement } from 'bun:sqlite'
import type { EntityKind, PastChange, RecordChange, Settlement } from '../model/journal.ts'
import { decodeFields, encodeValues, pastOf, shapeOf } from './change-row.ts'
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

export class ChangeTable {
  readonly #database: Database
  readonly #add: (lot: number, run: number, changes: readonly RecordChange[]) => void
  readonly #insertChange: Statement<
    undefined,
    [number, number, EntityKind, string, string, string, number, string]
  >
  readonly #settle: Statement<undefined, [Settlement, number]>
  readonly #nextShape: Statement<{ shape: number | null }, [string, EntityKind, number]>
  readonly #lastOfShape: Statement<ChangeRow, [string, EntityKind, number]>
  #shapes = new Map<string, number>()

  constructor(database: Database) {
    this.#database = database
    this.#insertChange = database.query(
      'INSERT INTO changes (id, lot, entity, ref, erp_id, action, shape, fields) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#settle = database.query('UPDATE lots SET settlement = ? WHERE id = ?')
    this.#nextShape = database.query(
      'SELECT min(shape) AS shape FROM changes WHERE ref = ? AND entity = ? AND shape > ?',
    )
    this.#lastOfShape = database.query(
      `${SELECT} WHERE ref = ? AND entity = ? AND shape = ? AND settlement = 'done' ORDER BY changes.id DESC LIMIT 2`,
    )
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

  /** See `Journal.pastWrites`. Two rows a shape are enough: they hold the last two writes of each of its fields. */
  pastWrites(entity: EntityKind, id: string): PastChange[][] {
    const rows: ChangeRow[] = []
    for (let shape = this.#shapeAfter(entity, id, 0); shape !== null; ) {
      rows.push(...this.#lastOfShape.all(id, entity, shape))
      shape = this.#shapeAfter(entity, id, shape)
    }
    const past = new Map<string, PastChange[]>()
    for (const row of rows.sort((one, other) => other.id - one.id)) {
      for (const change of decodeFields(row.names, row.fields)) {
        const writes = past.get(change.field) ?? []
        if (writes.length < 2) past.set(change.field, [...writes, pastOf(change)])
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

  #shapeAfter(entity: EntityKind, id: string, shape: number): number | null {
    return this.#nextShape.get(id, entity, shape)?.shape ?? null
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
    fields: decodeFields(row.names, row.fields),
    settlement: row.settlement ?? 'unsettled',
  }
}
