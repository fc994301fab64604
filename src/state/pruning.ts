/** Forgetting the oldest runs, in steps that hold nobody up: what is left to forget the next run forgets. */
import type { Database } from 'bun:sqlite'

/** Lots forgotten in one go. */
const LOTS_A_STEP = 20

/** Pages of 4 KiB given back to the system at most: whatever is free beyond is written to again. */
const PAGES_A_TIME = 8192

export interface Bounds {
  /** Runs that began before are forgotten, ISO 8601. */
  readonly oldest: string
  /** Room the changes may take, about. */
  readonly mostBytes: number
  /** The run that is going on; it stays whatever it takes. */
  readonly present: number
  /** False when the next run has to go on with it. */
  readonly isTimeLeft: () => boolean
}

/** Forgets whole runs, the oldest first, until both bounds are kept. */
export function prune(database: Database, bounds: Bounds): void {
  for (let run = nextToForget(database, bounds); run !== undefined; run = nextToForget(database, bounds)) {
    if (!bounds.isTimeLeft()) break
    forgetSome(database, run)
  }
  // A row for every page given back: only reading them all does the work.
  database.query(`PRAGMA incremental_vacuum(${PAGES_A_TIME})`).all()
}

function nextToForget(database: Database, { oldest, mostBytes, present }: Bounds): number | undefined {
  const past = database
    .query<{ id: number; started_at: unknown }, [number]>(
      'SELECT id, started_at FROM runs WHERE id <> ? ORDER BY id LIMIT 1',
    )
    .get(present)
  if (past === null) return undefined
  // What is no time was damaged, and of no use to anybody.
  if (typeof past.started_at !== 'string' || past.started_at < oldest) return past.id
  const { bytes } =
    database
      .query<{ bytes: number | null }, []>(
        'SELECT (SELECT ifnull(sum(bytes), 0) FROM lots) + (SELECT ifnull(sum(bytes), 0) FROM refusals) AS bytes',
      )
      .get() ?? {}
  return (bytes ?? 0) > mostBytes ? past.id : undefined
}

/** A few of the run's lots; once there is none left, the run. */
function forgetSome(database: Database, run: number): void {
  database
    .transaction(() => {
      const lots = database
        .query<{ id: number; first_change: number; last_change: number }, [number]>(
          `SELECT id, first_change, last_change FROM lots WHERE run = ? ORDER BY id LIMIT ${LOTS_A_STEP}`,
        )
        .all(run)
      for (const { id, first_change, last_change } of lots) {
        database
          .query('DELETE FROM changes WHERE id BETWEEN ? AND ? AND lot = ?')
          .run(first_change, last_change, id)
        database.query('DELETE FROM lots WHERE id = ?').run(id)
      }
      if (lots.length >= LOTS_A_STEP) return
      database.query('DELETE FROM refusals WHERE run = ?').run(run)
      database.query('DELETE FROM runs WHERE id = ?').run(run)
    })
    .immediate()
}
