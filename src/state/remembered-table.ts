/** What light runs remember of every subscriber. */
import type { Database } from 'bun:sqlite'
import type { Memory, MemoryBatch, RememberedSubscriber } from '../model/journal.ts'

interface RememberedRow {
  id: string
  erp_id: string
  hash: string
  hot: string
}

export class RememberedTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
    // A file of another make is found out when it is opened, not in the middle of a run.
    database.query('SELECT 1 FROM remembered, notes LIMIT 0').all()
  }

  load(): Memory | undefined {
    const fullRunAt = this.#note('fullRunAt')
    const hashVersion = this.#note('hashVersion')
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
        this.#setNote('fullRunAt', batch.fullRunAt)
        this.#setNote('hashVersion', batch.hashVersion)
      })
      .immediate()
  }

  clear(): void {
    this.#database.transaction(() => {
      this.#database.run('DELETE FROM remembered')
      this.#database.run("DELETE FROM notes WHERE name IN ('fullRunAt', 'hashVersion')")
    })()
  }

  #note(name: string): string | undefined {
    return this.#database
      .query<{ value: string }, [string]>('SELECT value FROM notes WHERE name = ?')
      .get(name)?.value
  }

  #setNote(name: string, value: string | undefined): void {
    if (value === undefined) return
    this.#database.run('INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)', [name, value])
  }
}
