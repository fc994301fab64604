/** What light runs remember of every record of UserSide. */
import type { Database } from 'bun:sqlite'
import type { MemoryBatch, MemoryHeader, RememberedRecord } from '../model/journal.ts'
import type { NoteTable } from './note-table.ts'

interface RememberedRow extends RememberedRecord {
  readonly key: string
}

/** The header's name among the notes: as long as it is there the memory may be trusted. */
const HEADER = 'memory'

/** A record that is remembered like this already is not written again: nearly all are, and a page once dirty is slow. */
const REMEMBER = `
  INSERT INTO remembered (key, crc, record, written) VALUES (?, ?, ?, '')
  ON CONFLICT (key) DO UPDATE SET crc = excluded.crc, record = excluded.record, written = ''
  WHERE record <> excluded.record OR crc <> excluded.crc OR written <> ''`

export class RememberedTable {
  readonly #database: Database
  readonly #notes: NoteTable

  constructor(database: Database, notes: NoteTable) {
    this.#database = database
    this.#notes = notes
    // A file of another make is found out when it is opened, not in the middle of a run.
    database.query('SELECT record FROM remembered, notes LIMIT 0').all()
  }

  load(): MemoryHeader | undefined {
    const header = this.#notes.get(HEADER)
    return header === undefined ? undefined : JSON.parse(header)
  }

  *records(): IterableIterator<readonly [string, RememberedRecord]> {
    const rows = this.#database.query<RememberedRow, []>('SELECT key, crc, record, written FROM remembered')
    for (const row of rows.iterate()) yield [row.key, row]
  }

  mistrust(): void {
    this.#notes.remove(HEADER)
  }

  save(batch: MemoryBatch): void {
    const remember = this.#database.query(REMEMBER)
    const amend = this.#database.query('UPDATE remembered SET crc = ?, written = ? WHERE key = ?')
    this.#database
      .transaction(() => {
        for (const [key, { crc, record }] of batch.remember ?? []) remember.run(key, crc, record)
        for (const [key, { crc, written }] of batch.amend ?? []) amend.run(crc, written, key)
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
