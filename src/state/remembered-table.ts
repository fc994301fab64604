/** What light runs remember of every subscriber. */
import type { Database } from 'bun:sqlite'
import type { Memory, MemoryBatch, RememberedSubscriber } from '../model/journal.ts'
import type { NoteTable } from './note-table.ts'

interface RememberedRow {
  id: string
  erp_id: string
  hash: string
  hot: string
}

export class RememberedTable {
  readonly #database: Database
  readonly #notes: NoteTable

  constructor(database: Database, notes: NoteTable) {
    this.#database = database
    this.#notes = notes
    // A file of another make is found out when it is opened, not in the middle of a run.
    database.query('SELECT 1 FROM remembered, notes LIMIT 0').all()
  }

  load(): Memory | undefined {
    const fullRunAt = this.#notes.get('fullRunAt')
    const hashVersion = this.#notes.get('hashVersion')
    if (fullRunAt === undefined || hashVersion === undefined) return undefined
    const subscribers = new Map<string, RememberedSubscriber>()
    const rows = this.#database.query<RememberedRow, []>('SELECT id, erp_id, hash, hot FROM remembered')
    for (const row of rows.iterate()) {
      subscribers.set(row.id, { erpId: row.erp_id, hash: row.hash, hot: row.hot })
    }
    return { fullRunAt, hashVersion, subscribers }
  }

  save(batch: MemoryBatch): void {
    const remember = this.#database.query(
      'INSERT OR REPLACE INTO remembered (id, erp_id, hash, hot) VALUES (?, ?, ?, ?)',
    )
    const forget = this.#database.query('DELETE FROM remembered WHERE id = ?')
    this.#database
      .transaction(() => {
        for (const id of batch.forget ?? []) forget.run(id)
        for (const [id, { erpId, hash, hot }] of batch.remember ?? []) remember.run(id, erpId, hash, hot)
        if (batch.fullRunAt !== undefined) this.#notes.set('fullRunAt', batch.fullRunAt)
        if (batch.hashVersion !== undefined) this.#notes.set('hashVersion', batch.hashVersion)
      })
      .immediate()
  }

  clear(): void {
    this.#database.transaction(() => {
      this.#database.run('DELETE FROM remembered')
      this.#notes.remove('fullRunAt')
      this.#notes.remove('hashVersion')
    })()
  }
}
