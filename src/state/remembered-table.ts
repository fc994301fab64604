/** What light runs remember of every record of UserSide. */
import type { Database, Statement } from 'bun:sqlite'
import type { MemoryBatch, MemoryHeader, RememberedRecord, RememberedText } from '../model/journal.ts'
import type { NoteTable } from './note-table.ts'

/** Without names: of hundreds of thousands of rows each would be an object more. */
type RememberedRow = [
  id: number,
  key: string,
  erpId: string,
  isInBilling: number,
  isFormer: number,
  agreed: number,
  crc: string,
  digest: number,
]

/** The header's name among the notes: as long as it is there the memory may be trusted. */
const HEADER = 'memory'

/** Rows read at a time: cheaper than one by one, and little memory. */
const PAGE = 500

const REMEMBER = `
  INSERT INTO remembered (key, erp_id, is_in_billing, is_former, agreed, crc, record, digest, written)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET erp_id = excluded.erp_id, is_in_billing = excluded.is_in_billing,
    is_former = excluded.is_former, agreed = excluded.agreed, crc = excluded.crc, record = excluded.record,
    digest = excluded.digest, written = excluded.written`

const AMEND = `
  UPDATE remembered SET is_in_billing = ?, is_former = coalesce(?, is_former), agreed = ?, crc = ?, written = ?, digest = 0
  WHERE key = ?`

export class RememberedTable {
  readonly #database: Database
  readonly #notes: NoteTable
  readonly #page: Statement
  readonly #text: Statement<RememberedText, [string]>

  constructor(database: Database, notes: NoteTable) {
    this.#database = database
    this.#notes = notes
    // A file of another make is found out when it is opened, not in the middle of a run.
    database.query('SELECT agreed, notes.name FROM remembered, notes LIMIT 0').all()
    this.#text = database.query('SELECT record, written FROM remembered WHERE key = ?')
    this.#page = database.query(
      `SELECT id, key, erp_id, is_in_billing, is_former, agreed, crc, digest FROM remembered
       WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
    )
  }

  load(): MemoryHeader | undefined {
    const header = this.#notes.get(HEADER)
    return header === undefined ? undefined : JSON.parse(header)
  }

  *records(): IterableIterator<readonly [string, Omit<RememberedRecord, keyof RememberedText>]> {
    for (let after = 0; ; ) {
      const rows = this.#page.values(after) as RememberedRow[]
      for (const [, key, erpId, isInBilling, isFormer, agreed, crc, digest] of rows) {
        const row = {
          erpId,
          isInBilling: isInBilling === 1,
          isFormer: isFormer === 1,
          agreed,
          crc,
          digest,
        }
        yield [key, row]
      }
      const last = rows.at(-1)
      if (last === undefined) return
      after = last[0]
    }
  }

  text(key: string): RememberedText | undefined {
    return this.#text.get(key) ?? undefined
  }

  mistrust(): void {
    this.#notes.remove(HEADER)
  }

  save(batch: MemoryBatch): void {
    const remember = this.#database.query(REMEMBER)
    const amend = this.#database.query(AMEND)
    const agree = this.#database.query('UPDATE remembered SET agreed = ?, digest = 0 WHERE key = ?')
    this.#database
      .transaction(() => {
        for (const [key, row] of batch.remember ?? []) {
          const flags = [Number(row.isInBilling), Number(row.isFormer)] as const
          remember.run(
            key,
            row.erpId,
            ...flags,
            row.agreed,
            row.crc,
            row.record,
            row.digest,
            row.written ?? '',
          )
        }
        for (const [key, { isInBilling, isFormer, agreed, crc, written }] of batch.amend ?? [])
          amend.run(
            Number(isInBilling),
            isFormer === undefined ? null : Number(isFormer),
            agreed,
            crc,
            written,
            key,
          )
        for (const [key, agreed] of batch.agree ?? []) agree.run(agreed, key)
        for (const key of batch.forget ?? []) this.#forget(key)
        if (batch.retain !== undefined) this.#forgetOthers(batch.retain)
        if (batch.header !== undefined) this.#notes.set(HEADER, JSON.stringify(batch.header))
      })
      .immediate()
  }

  #forget(key: string): void {
    this.#database.query('DELETE FROM remembered WHERE key = ?').run(key)
  }

  #forgetOthers(keys: ReadonlySet<string>): void {
    const counted = this.#database
      .query<{ count: number }, []>('SELECT count(*) AS count FROM remembered')
      .get()
    // All of them are in the table: when it holds no more, it holds no other.
    if (counted?.count === keys.size) return
    const rows = this.#database.query<{ key: string }, []>('SELECT key FROM remembered')
    const others = rows.all().filter(({ key }) => !keys.has(key))
    for (const { key } of others) this.#forget(key)
  }
}
