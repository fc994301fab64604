/** The journal for looking back: it is read, and nothing else. */
import { type Database, SQLiteError } from 'bun:sqlite'
import { lstatSync } from 'node:fs'
import { dirname } from 'node:path'
import { filesBeginningWith, missingRight } from '../host/rights.ts'
import { ConfigError } from '../model/errors.ts'
import type { EntityKind, Past } from '../model/journal.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Logger } from '../model/logger.ts'
import { isDamage } from './database.ts'
import { isCode, reasonOf } from './file.ts'
import { DAMAGED_ROWS, journalPath, NOTE } from './journal.ts'
import { PAST_INDEX } from './past-writes.ts'
import { openForReading, type ReadingOptions } from './reading.ts'
import type {
  ChangeFilter,
  PastRecordChange,
  PastRefusal,
  PastRun,
  RecordHistory,
  RunJournal,
} from './run-journal.ts'
import { Tables } from './tables.ts'

/** What the commands that look back ask. Each throws ConfigError when the file turns out to be unreadable. */
export type PastJournal = Pick<
  RunJournal,
  | 'listRuns'
  | 'findRun'
  | 'changesOf'
  | 'unkeptOf'
  | 'refusals'
  | 'moreRefusalsOf'
  | 'changesOfSubscriber'
  | 'subscribersCalled'
  | 'pastWrites'
  | 'pastWritesOf'
  | 'sentInVain'
  | 'readNote'
  | 'close'
> & { readonly ledger: PastLedger }

/** The part of the ledger that is only read. */
export type PastLedger = Pick<Ledger, 'find' | 'count' | 'shownSubscribers' | 'given'>

export interface PastJournalOptions {
  /** `statePath` */
  readonly folder: string
  readonly billingId: number
  /** Told once when rows are damaged: they are left out. */
  readonly logger: Logger
  /** `pastWrites` will be asked of many records. */
  readonly isPastAsked?: boolean
  readonly temporaryFolder?: string
}

/**
 * Opens the journal of a billing to look back; `undefined` when there was no run yet.
 * @throws ConfigError when there is one that cannot be read: which right is missing, or what is wrong with the file
 */
export function openPastJournal(options: PastJournalOptions): PastJournal | undefined {
  const path = journalPath(options.folder, options.billingId)
  if (!isThere(path)) return undefined
  const { isPastAsked = false, temporaryFolder, logger } = options
  const reading: ReadingOptions = {
    ...(isPastAsked && { wanting: PAST_INDEX }),
    ...(temporaryFolder !== undefined && { temporaryFolder }),
  }
  return readable(path, () => new OpenedPast(path, openForReading(path, reading), logger))
}

class OpenedPast implements PastJournal {
  readonly #path: string
  readonly #tables: Tables
  readonly #logger: Logger
  #isDamageTold = false

  constructor(path: string, database: Database, logger: Logger) {
    this.#path = path
    this.#logger = logger
    try {
      this.#tables = new Tables(database, true)
    } catch (error) {
      database.close()
      throw error
    }
  }

  listRuns(limit: number): PastRun[] {
    const { runs, damaged } = this.#ask(({ runs }) => runs.newest(limit))
    this.#tellDamage(damaged)
    return runs
  }

  findRun(id: number): PastRun | undefined {
    return this.#ask(({ runs }) => runs.find(id))
  }

  *changesOf(run: number, filter: ChangeFilter = {}): IterableIterator<PastRecordChange> {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const from: number = after
      const page = this.#ask(({ changes }) => changes.page(run, filter, from))
      this.#tellDamage(page.damaged)
      yield* page.changes
      after = page.next
    }
  }

  unkeptOf(run: number): ReadonlyMap<string, number> {
    return this.#ask(({ changes }) => changes.unkept(run))
  }

  refusals(run?: number): Iterable<PastRefusal> {
    return this.#ask(({ refusals }) => [...refusals.refusals(run)])
  }

  moreRefusalsOf(run: number): number {
    return this.#ask(({ refusals }) => refusals.more(run))
  }

  *changesOfSubscriber(id: string): IterableIterator<RecordHistory> {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const from: number = after
      const page = this.#ask(({ changes }) => changes.pageOfRecord('subscriber', id, from))
      this.#tellDamage(page.damaged)
      yield* page.changes
      after = page.next
    }
  }

  subscribersCalled(name: string): readonly string[] {
    return this.#ask(({ changes }) => changes.subscribersCalled(name))
  }

  pastWrites(entity: EntityKind, id: string): Past {
    return this.pastWritesOf(entity, [id]).get(id) ?? []
  }

  pastWritesOf(entity: EntityKind, ids: readonly string[]): ReadonlyMap<string, Past> {
    return this.#ask(({ changes }) => changes.pastWritesOf(entity, ids))
  }

  sentInVain(field: string): ReadonlySet<number> {
    return this.#ask(({ sent }) => sent.load(field)).twice
  }

  readNote(name: string): string | undefined {
    return this.#ask(({ notes }) => notes.get(NOTE + name))
  }

  readonly ledger: PastLedger = {
    find: (kind, key) => this.#ask(({ ledger }) => ledger.find(kind, key)),
    count: (kind) => this.#ask(({ ledger }) => ledger.count(kind)),
    shownSubscribers: () => this.#ask(({ ledger }) => [...ledger.shownSubscribers()]),
    given: (subscriberId) => this.#ask(({ ledger }) => ledger.given(subscriberId)),
  }

  close(): void {
    this.#tables.database.close()
  }

  #ask<T>(question: (tables: Tables) => T): T {
    return readable(this.#path, () => question(this.#tables))
  }

  #tellDamage(rows: number): void {
    if (rows === 0 || this.#isDamageTold) return
    this.#isDamageTold = true
    this.#logger.warn(DAMAGED_ROWS)
  }
}

/** Unreadable is not empty: only a file that is not there says that there was no run. @throws ConfigError */
function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return false
    throw unreadable(path, error)
  }
}

/** @throws ConfigError in the place of what SQLite, the system or a text that is no longer JSON throws */
function readable<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw unreadable(path, error)
  }
}

function unreadable(path: string, cause: unknown): unknown {
  const files = filesBeginningWith(dirname(path), path)
  const missing = missingRight(path, ['read'], files) ?? missingBeside(path, files)
  if (missing !== undefined)
    return new ConfigError(`The journal cannot be read: ${missing.sentence}.`, [], {
      hint: missing.hint,
      cause,
    })
  if (isDamage(cause) || cause instanceof SyntaxError) {
    const hint = 'Nothing was changed in it. The next run sets it aside and begins a new one.'
    return new ConfigError(`The journal ${path} cannot be read: ${reasonOf(cause)}.`, [], { hint, cause })
  }
  if (!(cause instanceof SQLiteError) && !isCode(cause, 'EACCES', 'EIO', 'ENOSPC', 'EROFS', 'EMFILE'))
    return cause
  const hint = 'Nothing was changed in it. Try again in a moment.'
  return new ConfigError(`The journal ${path} cannot be read: ${reasonOf(cause)}.`, [], { hint, cause })
}

/** While a run is at work, what it wrote last is in a file of its own. */
function missingBeside(path: string, files: string): ReturnType<typeof missingRight> {
  return ['-wal', '-shm']
    .map((suffix) => missingRight(path + suffix, ['read'], files))
    .find((one) => one !== undefined)
}
