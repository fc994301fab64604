/** What the texts of the billing's records were read as. */
import type { Database, Statement } from 'bun:sqlite'
import type { TextBatch } from '../model/journal.ts'
import type { NoteTable } from './note-table.ts'
import { isProven, proofOf } from './proof.ts'

type TextRow = [place: number, hash: string, facts: string, proof: unknown]

/** The header's name among the notes. */
const HEADER = 'texts'

/** Rows read at a time. */
const PAGE = 500

export class TextTable {
  readonly #database: Database
  readonly #notes: NoteTable
  readonly #page: Statement

  constructor(database: Database, notes: NoteTable) {
    this.#database = database
    this.#notes = notes
    this.#page = database.query(
      `SELECT id, hash, facts, proof FROM texts WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
    )
  }

  header(): string | undefined {
    return this.#notes.get(HEADER)
  }

  /** All of them; what was damaged is that of no text. */
  *all(): IterableIterator<readonly [place: number, hash: string, facts: string]> {
    for (let after = 0; ; ) {
      const rows = this.#page.values(after) as TextRow[]
      for (const [place, hash, facts, proof] of rows)
        yield isText(hash, facts) && isProven([hash, facts], proof) ? [place, hash, facts] : [place, '', '']
      const last = rows.at(-1)
      if (last === undefined) return
      after = last[0]
    }
  }

  save({ drop, add, header }: TextBatch): void {
    const remove = this.#database.query('DELETE FROM texts WHERE id = ?')
    const insert = this.#database.query('INSERT INTO texts (hash, facts, proof) VALUES (?, ?, ?)')
    this.#database
      .transaction(() => {
        for (const place of drop) remove.run(place)
        for (const [hash, facts] of add) insert.run(hash, facts, proofOf([hash, facts]))
        this.#notes.set(HEADER, header)
      })
      .immediate()
  }

  clear(): void {
    this.#database
      .transaction(() => {
        this.#database.run('DELETE FROM texts')
        this.#notes.remove(HEADER)
      })
      .immediate()
  }
}

function isText(hash: unknown, facts: unknown): boolean {
  return typeof hash === 'string' && typeof facts === 'string'
}
