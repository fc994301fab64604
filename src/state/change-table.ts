/** The changes of the runs, in lots that share one fate. */
import type { Database, Statement } from 'bun:sqlite'
import type { EntityKind, FieldChange, PastChange, RecordChange, Settlement } from '../model/journal.ts'
import { decodeFields, decodeNames, encodeValues, shapeOf } from './change-row.ts'
import { PastWrites } from './past-writes.ts'
import { isProven, proofOf } from './proof.ts'
import type { ChangeFilter, PastRecordChange, RecordHistory } from './run-journal.ts'

interface ChangeRow {
  id: number
  run: number
  entity: EntityKind
  ref: string
  erp_id: string
  action: RecordChange['action']
  names: string
  fields: string
  proof: unknown
  settlement: Settlement | null
}

/** Changes about to be written. */
export interface NewLot {
  readonly id: number
  readonly run: number
  readonly changes: readonly RecordChange[]
  /** How many changes go with them that are not kept, by field. */
  readonly unkept: ReadonlyMap<string, number>
}

/** Rows read at a time when a run is walked through. */
const PAGE = 500

/** What a row takes beside its texts: its numbers, its head, and its place in the index. */
const BYTES_A_ROW = 50

/** Fields by which people name a subscriber. */
const NAMING: readonly string[] = ['login', 'agreementNumber', 'accountNumber']

const SELECT = `
  SELECT changes.id, run, entity, ref, erp_id, action, shapes.fields AS names, changes.fields, changes.proof, settlement
  FROM changes JOIN lots ON lots.id = changes.lot JOIN shapes ON shapes.id = changes.shape`

export class ChangeTable {
  readonly #database: Database
  readonly #add: (lot: NewLot) => void
  readonly #insertChange: Statement<
    undefined,
    [number, number, EntityKind, string, string, string, number, string, number]
  >
  readonly #settle: Statement<undefined, [Settlement, number]>
  readonly #past: PastWrites
  #shapes = new Map<string, number>()
  /** Of a first run nobody has to look for the past, record by record. */
  #isEmpty: boolean

  constructor(database: Database) {
    this.#database = database
    this.#past = new PastWrites(database)
    this.#insertChange = database.query(
      'INSERT INTO changes (id, lot, entity, ref, erp_id, action, shape, fields, proof) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#settle = database.query('UPDATE lots SET settlement = ? WHERE id = ?')
    this.#isEmpty = this.#lastIdOf('changes') === 0
    const add = database.transaction((lot: NewLot) => this.#insertLot(lot))
    this.#add = (lot) => add.immediate(lot)
  }

  lastLot(): number {
    return this.#lastIdOf('lots')
  }

  /** Writes a lot whole or not at all. */
  add(lot: NewLot): void {
    if (this.#isEmpty && lot.changes.length > 0) {
      this.#isEmpty = false
      this.#past.dropIndex()
    }
    try {
      this.#add(lot)
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

  /** See `Journal.pastWritesOf`. */
  pastWritesOf(entity: EntityKind, ids: readonly string[]): Map<string, PastChange[][]> {
    return this.#isEmpty ? new Map() : this.#past.of(entity, ids)
  }

  /** The changes of a run behind `after`, and where the next page begins. What was damaged is left out. */
  page(
    run: number,
    filter: ChangeFilter,
    after: number,
  ): { changes: PastRecordChange[]; damaged: number; next?: number } {
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
    const changes = rows.filter(isWhole).map(toChange)
    const read = { changes, damaged: rows.length - changes.length }
    return rows.length < PAGE || last === undefined ? read : { ...read, next: last.id }
  }

  /** The same of a record, of all runs. */
  pageOfRecord(
    entity: EntityKind,
    id: string,
    after: number,
  ): { changes: RecordHistory[]; damaged: number; next?: number } {
    const rows = this.#database
      .query<ChangeRow, [EntityKind, string, number]>(
        `${SELECT} WHERE entity = ?1 AND ref = ?2 AND changes.id > ?3 ORDER BY changes.id LIMIT ${PAGE}`,
      )
      .all(entity, id, after)
    const last = rows.at(-1)
    const changes = rows.filter(isWhole).map((row) => ({ ...toChange(row), run: row.run }))
    const read = { changes, damaged: rows.length - changes.length }
    return rows.length < PAGE || last === undefined ? read : { ...read, next: last.id }
  }

  /** Whoever was given this name in one of the fields that name a subscriber. */
  subscribersCalled(name: string): string[] {
    const rows = this.#database
      .query<ChangeRow, [string]>(
        `${SELECT} WHERE entity = 'subscriber' AND instr(changes.fields, ?1) > 0
         AND changes.shape IN (SELECT id FROM shapes WHERE ${NAMING.map((name) => `instr(fields, '"${name}"')`).join(' + ')} > 0)`,
      )
      .all(JSON.stringify(name))
    const isCalled = ({ fields }: RecordChange): boolean =>
      fields.some(({ field, after }) => NAMING.includes(field) && after === name)
    return [
      ...new Set(
        rows
          .filter(isWhole)
          .map(toChange)
          .filter(isCalled)
          .map(({ id }) => id),
      ),
    ]
  }

  /** How many changes of a run were done and not kept, by field. */
  unkept(run: number): Map<string, number> {
    const rows = this.#database
      .query<{ unkept: string }, [number]>(
        `SELECT unkept FROM lots WHERE run = ? AND unkept IS NOT NULL AND settlement = 'done'`,
      )
      .all(run)
    const sums = new Map<string, number>()
    for (const { unkept } of rows)
      for (const [field, count] of countsIn(unkept)) sums.set(field, (sums.get(field) ?? 0) + count)
    return sums
  }

  #insertLot({ id, run, changes, unkept }: NewLot): void {
    const first = this.#lastIdOf('changes') + 1
    let bytes = 0
    for (const [index, { entity, id: ref, erpId, action, fields }] of changes.entries()) {
      const names = shapeOf(fields)
      const values = encodeValues(fields)
      const proof = proofOf([run, entity, ref, erpId, action, names, values])
      const shape = this.#shapeId(names)
      this.#insertChange.run(first + index, id, entity, ref, erpId, action, shape, values, proof)
      bytes += BYTES_A_ROW + 2 * (Buffer.byteLength(ref) + entity.length) + Buffer.byteLength(values)
    }
    const counts = unkept.size === 0 ? null : JSON.stringify(Object.fromEntries(unkept))
    this.#database
      .query('INSERT INTO lots (id, run, first_change, last_change, bytes, unkept) VALUES (?, ?, ?, ?, ?, ?)')
      .run(id, run, first, first + changes.length - 1, bytes, counts)
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

  #lastIdOf(table: 'lots' | 'changes'): number {
    return (
      this.#database.query<{ id: number | null }, []>(`SELECT max(id) AS id FROM ${table}`).get()?.id ?? 0
    )
  }
}

/** What was damaged counts nothing. */
function countsIn(text: string): [field: string, count: number][] {
  try {
    const counts: Record<string, unknown> = JSON.parse(text)
    return Object.entries(counts).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  } catch {
    return []
  }
}

function isWhole({ run, entity, ref, erp_id, action, names, fields, proof }: ChangeRow): boolean {
  return isProven([run, entity, ref, erp_id, action, names, fields], proof)
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

/** The changes without the fields that are not kept, and how many of these there were; a creation stays one. */
export function keptOf(
  changes: readonly RecordChange[],
  keeps: (field: string) => boolean,
): { readonly changes: readonly RecordChange[]; readonly unkept: Map<string, number> } {
  const unkept = new Map<string, number>()
  const kept = ({ field }: FieldChange): boolean => {
    if (keeps(field)) return true
    unkept.set(field, (unkept.get(field) ?? 0) + 1)
    return false
  }
  const left = changes.map((change) => {
    const fields = change.entity === 'subscriber' ? change.fields.filter(kept) : change.fields
    return fields.length === change.fields.length ? change : { ...change, fields }
  })
  const isAnythingLeft = ({ action, fields }: RecordChange): boolean =>
    action !== 'update' || fields.length > 0
  return { changes: unkept.size === 0 ? changes : left.filter(isAnythingLeft), unkept }
}
