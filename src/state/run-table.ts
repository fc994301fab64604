/** The runs. */
import type { Database, Statement } from 'bun:sqlite'
import type { Outcome, Summary } from '../model/summary.ts'
import { isProven, proofOf } from './proof.ts'
import type { PastRun } from './run-journal.ts'

interface RunRow {
  id: number
  command: string
  started_at: string
  finished_at: string | null
  exit_code: number | null
  outcome: Outcome | null
  summary: string | null
  proof: unknown
}

export class RunTable {
  readonly #database: Database
  readonly #newest: Statement<RunRow, [number]>
  readonly #find: Statement<RunRow, [number]>

  constructor(database: Database) {
    this.#database = database
    this.#newest = database.query('SELECT * FROM runs ORDER BY id DESC LIMIT ?')
    this.#find = database.query('SELECT * FROM runs WHERE id = ?')
  }

  add(command: string, startedAt: string): number {
    return this.#database.transaction(() => {
      const added = this.#database
        .query<{ id: number }, [string, string]>(
          'INSERT INTO runs (command, started_at) VALUES (?, ?) RETURNING id',
        )
        .get(command, startedAt)
      const id = added?.id ?? 0
      this.#prove(id)
      return id
    })()
  }

  /** The run that is going on, into a database that took the place of another. */
  addAgain(run: { id: number; command: string; startedAt: string }): void {
    this.#database.run('INSERT INTO runs (id, command, started_at) VALUES (?, ?, ?)', [
      run.id,
      run.command,
      run.startedAt,
    ])
    this.#prove(run.id)
  }

  finish(id: number, summary: Summary, text: string): void {
    this.#database.transaction(() => {
      this.#database.run(
        'UPDATE runs SET finished_at = ?, exit_code = ?, outcome = ?, summary = ? WHERE id = ?',
        [summary.finishedAt, summary.exitCode, summary.outcome, text, id],
      )
      this.#prove(id)
    })()
  }

  /** Newest first, without those that were damaged, and how many of these there were. */
  newest(limit: number): { runs: PastRun[]; damaged: number } {
    const rows = this.#newest.all(limit)
    const runs = rows.filter(isWhole).map(toRun)
    return { runs, damaged: rows.length - runs.length }
  }

  /** `undefined` also when it was damaged. */
  find(id: number): PastRun | undefined {
    const row = this.#find.get(id)
    return row === null || !isWhole(row) ? undefined : toRun(row)
  }

  #prove(id: number): void {
    const row = this.#find.get(id)
    if (row !== null)
      this.#database.run('UPDATE runs SET proof = ? WHERE id = ?', [proofOf(cellsOf(row)), id])
  }
}

function cellsOf({ id, command, started_at, finished_at, exit_code, outcome, summary }: RunRow): unknown[] {
  return [id, command, started_at, finished_at, exit_code, outcome, summary]
}

function isWhole(row: RunRow): boolean {
  return isProven(cellsOf(row), row.proof) && isReadable(row.summary)
}

function isReadable(summary: string | null): boolean {
  try {
    return summary === null || typeof JSON.parse(summary) === 'object'
  } catch {
    return false
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
