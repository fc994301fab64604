/** Single values, by name. */
import type { Database } from 'bun:sqlite'

export class NoteTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  get(name: string): string | undefined {
    return this.#database
      .query<{ value: string }, [string]>('SELECT value FROM notes WHERE name = ?')
      .get(name)?.value
  }

  set(name: string, value: string): void {
    this.#database.run('INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)', [name, value])
  }

  remove(name: string): void {
    this.#database.run('DELETE FROM notes WHERE name = ?', [name])
  }
}
