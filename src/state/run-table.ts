/** The runs. */
import type { Database, Statement } from 'bun:sqlite'
import type { Outcome, Summary } from '../model/summary.ts'
import type { PastRun } from './run-journal.ts'

interface RunRow {
  id: number
  command: string
  started_at: string
  finished_at: string | null
  exit_code: number | null
  outcome: Outcome | null
  summary: string | null
}

export class RunTable {
  readonly #database: Database
  readonly #insert: Statement<{ id: number }, [string, string]>
  readonly #newest: Statement<RunRow, [number]>
  readonly #find: Statement<RunRow, [number]>

  constructor(database: Database) {
    this.#database = database
    this.#insert = database.query('INSERT INTO runs (command, started_at) VALUES (?, ?) RETURNING id')
    this.#newest = database.query('SELECT * FROM runs ORDER BY id DESC LIMIT ?')
    this.#find = database.query('SELECT * FROM runs WHERE id = ?')
  }

  add(command: string, startedAt: string): number {
    return this.#insert.get(command, startedAt)?.id ?? 0
  }

  /** The run that is going on, into a database that took the place of another. */
  addAgain(run: { id: number; command: string; startedAt: string }): void {
    this.#database.run('INSERT INTO runs (id, command, started_at) VALUES (?, ?, ?)', [
      run.id,
      run.command,
      run.startedAt,
    ])
  }

  finish(id: number, summary: Summary, text: string): void {
    this.#database.run(
      'UPDATE runs SET finished_at = ?, exit_code = ?, outcome = ?, summary = ? WHERE id = ?',
      [summary.finishedAt, summary.exitCode, summary.outcome, text, id],
    )
  }

  newest(limit: number): PastRun[] {
    return this.#newest.all(limit).map(toRun)
  }

  find(id: number): PastRun | undefined {
    const row = this.#find.get(id)
    return row === null ? undefined : toRun(row)
  }

  startedBefore(time: string, except: number): number[] {
    return this.#database
      .query<{ id: number }, [string, number]>('SELECT id FROM runs WHERE started_at < ? AND id <> ?')
      .all(time, except)
      .map((row) => row.id)
  }

  remove(ids: readonly number[]): void {
    const statement = this.#database.query('DELETE FROM runs WHERE id = ?')
    this.#database.transaction(() => {
      for (const id of ids) statement.run(id)
    })()
  }
}

function toRun(row: RunRow): PastRun {
  return {
    id: row.id,
    command: row.command,
    startedAt: row.started_at,
    finishedAt: row.finished_at ?? undefined,
    exitCode: row.exit_code ?? undefined,
    outcome: row.outcome ?? undefined,
    summary: row.summary === null ? undefined : JSON.parse(row.summary),
  }
}
