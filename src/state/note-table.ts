/** Single values, by name. */
import type { Database } from 'bun:sqlite'
import { isProven, proofOf } from './proof.ts'

export class NoteTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** `undefined` when there is none, or none that can be believed. */
  get(name: string): string | undefined {
    const row = this.#database
      .query<{ value: unknown; proof: unknown }, [string]>('SELECT value, proof FROM notes WHERE name = ?')
      .get(name)
    if (row === null || typeof row.value !== 'string') return undefined
    return isProven([name, row.value], row.proof) ? row.value : undefined
  }

  set(name: string, value: string): void {
    this.#database.run('INSERT OR REPLACE INTO notes (name, value, proof) VALUES (?, ?, ?)', [
      name,
      value,
      proofOf([name, value]),
    ])
  }

  remove(name: string): void {
    this.#database.run('DELETE FROM notes WHERE name = ?', [name])
  }
}
