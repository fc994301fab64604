/** The run journal in SQLite. Whatever happens to its file, a run goes on: without the file it only remembers less. */
import { type Database, SQLiteError } from 'bun:sqlite'
import { join } from 'node:path'
import type {
  EntityKind,
  MemoryBatch,
  MemoryHeader,
  PastChange,
  RecordChange,
  RememberedRecord,
  RememberedText,
  Settlement,
  TextBatch,
} from '../model/journal.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Logger } from '../model/logger.ts'
import type { Summary } from '../model/summary.ts'
import { ChangeTable } from './change-table.ts'
import { isDamage, openDatabase, openInMemory, setAside } from './database.ts'
import { isCode, reasonOf } from './file.ts'
import { LedgerTable } from './ledger-table.ts'
import { NoteTable } from './note-table.ts'
import { RememberedTable } from './remembered-table.ts'
import type { ChangeFilter, PastRecordChange, PastRun, RunJournal } from './run-journal.ts'
import { RunTable } from './run-table.ts'
import { TextTable } from './text-table.ts'

export interface JournalOptions {
  /** `statePath`; created when missing. */
  readonly folder: string
  readonly billingId: number
  readonly logger: Logger
  readonly now?: () => Date
  /** Takes secrets out of what is kept of a summary. */
  readonly redact?: (text: string) => string
}

/** Keeps the notes of others apart from the journal's own. */
const NOTE = 'note:'

/** Where the journal of a billing is. */
export function journalPath(folder: string, billingId: number): string {
  return join(folder, `usm-billing-${billingId}.sqlite`)
}

/**
 * Opens the journal of a billing. Never throws: a file that is damaged, unreadable or of a newer program is set aside
 * and begun anew; when no file can be had, the journal lives in memory for this run. Both are said once.
 */
export function openJournal(options: JournalOptions): { journal: RunJournal } {
  return { journal: new SqliteJournal(options) }
}

/** The tables of one database; made anew with it. */
class Tables {
  readonly runs: RunTable
  readonly changes: ChangeTable
  readonly notes: NoteTable
  readonly remembered: RememberedTable
  readonly texts: TextTable
  readonly ledger: LedgerTable

  constructor(
    readonly database: Database,
    readonly isFile: boolean,
  ) {
    this.runs = new RunTable(database)
    this.changes = new ChangeTable(database)
    this.notes = new NoteTable(database)
    this.remembered = new RememberedTable(database, this.notes)
    this.texts = new TextTable(database, this.notes)
    this.ledger = new LedgerTable(database)
  }
}

class SqliteJournal implements RunJournal {
  readonly #options: JournalOptions
  readonly #path: string
  #tables: Tables
  #run: { readonly id: number; readonly command: string; readonly startedAt: string } | undefined
  #lastReceipt = 0

  constructor(options: JournalOptions) {
    this.#options = options
    this.#path = journalPath(options.folder, options.billingId)
    this.#tables = this.#openTables()
    // The first look into the tables: damage that opening did not meet is met here.
    this.#lastReceipt = this.#attempt((tables) => tables.changes.lastLot())
  }

  get isKept(): boolean {
    return this.#tables.isFile
  }

  beginRun(command: string): number {
    const startedAt = this.#now().toISOString()
    const id = this.#attempt((tables) => tables.runs.add(command, startedAt))
    this.#run = { id, command, startedAt }
    return id
  }

  finishRun(summary: Summary): void {
    const run = this.#run
    if (run === undefined) return
    const redact = this.#options.redact ?? ((part: string) => part)
    const text = JSON.stringify(summary, (_key, part: unknown) =>
      typeof part === 'string' ? redact(part) : part,
    )
    this.#attempt((tables) => tables.runs.finish(run.id, summary, text))
  }

  listRuns(limit: number): PastRun[] {
    return this.#attempt((tables) => tables.runs.newest(limit))
  }

  findRun(id: number): PastRun | undefined {
    return this.#attempt((tables) => tables.runs.find(id))
  }

  open(changes: readonly RecordChange[]): number {
    const receipt = ++this.#lastReceipt
    if (changes.length === 0) return receipt
    this.#attempt((tables) => {
      // Without a file nobody will ever read them: they would only fill the memory.
      if (tables.isFile) tables.changes.add(receipt, this.#run?.id ?? 0, changes)
    })
    return receipt
  }

  settle(receipt: number, settlement: Settlement): void {
    this.#attempt((tables) => tables.changes.settle(receipt, settlement))
  }

  withdraw(receipt: number): void {
    this.#attempt((tables) => tables.changes.withdraw(receipt))
  }

  pastWrites(entity: EntityKind, id: string): PastChange[][] {
    return this.#attempt((tables) => tables.changes.pastWrites(entity, id))
  }

  *changesOf(run: number, filter: ChangeFilter = {}): IterableIterator<PastRecordChange> {
    let after = 0
    for (;;) {
      const page = this.#attempt((tables) => tables.changes.page(run, filter, after))
      yield* page.changes
      if (page.next === undefined) return
      after = page.next
    }
  }

  readonly ledger: Ledger = {
    find: (kind, key) => this.#attempt(({ ledger }) => ledger.find(kind, key)),
    count: (kind) => this.#attempt(({ ledger }) => ledger.count(kind)),
    sending: (items, sentAt) => this.#attempt(({ ledger }) => ledger.sending(items, sentAt)),
    settle: (items, fate, erpIdOf) => this.#attempt(({ ledger }) => ledger.settle(items, fate, erpIdOf)),
    withdraw: (items) => this.#attempt(({ ledger }) => ledger.withdraw(items)),
    shownSubscribers: () => this.#attempt(({ ledger }) => [...ledger.shownSubscribers()]),
    saveShown: ({ shown, gone }) => {
      const news = { shown: [...shown], gone: [...gone] }
      this.#attempt(({ ledger }) => ledger.saveShown(news))
    },
    given: (subscriberId) => this.#attempt(({ ledger }) => ledger.given(subscriberId)),
    saveGiven: (entries) => {
      const given = [...entries]
      this.#attempt(({ ledger }) => ledger.saveGiven(given))
    },
  }

  loadMemory(): MemoryHeader | undefined {
    return this.#attempt((tables) => tables.remembered.load())
  }

  rememberedText(key: string): RememberedText | undefined {
    return this.#attempt((tables) => tables.remembered.text(key))
  }

  *rememberedRecords(): IterableIterator<readonly [string, Omit<RememberedRecord, keyof RememberedText>]> {
    try {
      yield* this.#tables.remembered.records()
    } catch (error) {
      // What was given of a damaged list cannot be taken back: it ends early, and its reader misses the rest.
      if (!this.#isOfTheFile(error)) throw error
      this.#replaceTables(error)
    }
  }

  mistrustMemory(): void {
    this.#attempt((tables) => tables.remembered.mistrust())
  }

  saveMemory(batch: MemoryBatch): void {
    // An iterable can be walked through once only, and a second attempt may be needed.
    const list = <T>(items: Iterable<T> = []): T[] => [...items]
    const lot = {
      remember: list(batch.remember),
      amend: list(batch.amend),
      agree: list(batch.agree),
      forget: list(batch.forget),
    }
    this.#attempt((tables) => {
      if (tables.isFile) tables.remembered.save({ ...batch, ...lot })
    })
  }

  textHeader(): string | undefined {
    return this.#attempt((tables) => tables.texts.header())
  }

  *texts(): IterableIterator<readonly [number, string, string]> {
    try {
      yield* this.#tables.texts.all()
    } catch (error) {
      // What was given stays true; the rest is read anew.
      if (!this.#isOfTheFile(error)) throw error
      this.#replaceTables(error)
    }
  }

  saveTexts(batch: TextBatch): void {
    const lot = { ...batch, drop: [...batch.drop], add: [...batch.add] }
    this.#attempt((tables) => {
      if (tables.isFile) tables.texts.save(lot)
    })
  }

  keepNote(name: string, text: string): void {
    this.#attempt((tables) => tables.notes.set(NOTE + name, text))
  }

  readNote(name: string): string | undefined {
    return this.#attempt((tables) => tables.notes.get(NOTE + name))
  }

  prune(keepDays: number): void {
    const oldest = new Date(this.#now().getTime() - keepDays * 86_400_000).toISOString()
    this.#attempt((tables) => {
      const pruned = tables.runs.startedBefore(oldest, this.#run?.id ?? 0)
      for (const run of pruned) tables.changes.remove(run)
      tables.runs.remove(pruned)
      // A row for every page given back: only reading them all does the work.
      tables.database.query('PRAGMA incremental_vacuum').all()
    })
  }

  close(): void {
    this.#tables.database.close()
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date()
  }

  /** Does the work; when the database fails, once more on the one that takes its place. */
  #attempt<T>(work: (tables: Tables) => T): T {
    try {
      return work(this.#tables)
    } catch (error) {
      if (!this.#isOfTheFile(error)) throw error
      this.#replaceTables(error)
      return work(this.#tables)
    }
  }

  #isOfTheFile(error: unknown): error is SQLiteError | SyntaxError {
    return this.#tables.isFile && (error instanceof SQLiteError || error instanceof SyntaxError)
  }

  /** A text in it that is no longer JSON is damage like any other. */
  #replaceTables(error: SQLiteError | SyntaxError): void {
    this.#tables.database.close()
    const isDamaged = error instanceof SyntaxError || isCode(error, 'SQLITE_CORRUPT', 'SQLITE_NOTADB')
    this.#tables = isDamaged ? this.#rebuild(error) : this.#withoutFile(error)
    const run = this.#run
    if (run !== undefined) this.#tables.runs.addAgain(run)
  }

  #openTables(): Tables {
    try {
      return this.#fromFile()
    } catch (error) {
      return isDamage(error) ? this.#rebuild(error) : this.#withoutFile(error)
    }
  }

  #fromFile(): Tables {
    const database = openDatabase(this.#path)
    try {
      return new Tables(database, true)
    } catch (error) {
      database.close()
      throw error
    }
  }

  #rebuild(error: unknown): Tables {
    try {
      const aside = setAside(this.#path, this.#now())
      if (aside === undefined) return this.#withoutFile(error)
      const tables = this.#fromFile()
      this.#options.logger.warn(
        `The journal cannot be used (${reasonOf(error)}). It was set aside as ${aside}, and a new one is begun.`,
      )
      return tables
    } catch (secondError) {
      return this.#withoutFile(secondError)
    }
  }

  #withoutFile(error: unknown): Tables {
    this.#options.logger.warn(
      `The journal ${this.#path} cannot be kept (${reasonOf(error)}). The run goes on, but its changes are not remembered: history and undo will not know them.`,
    )
    return new Tables(openInMemory(), false)
  }
}
