/** The run journal in SQLite. Whatever happens to its file, a run goes on: without the file it only remembers less. */
import { join } from 'node:path'
import type {
  EntityKind,
  MemoryBatch,
  MemoryHeader,
  Past,
  RecordChange,
  Refusal,
  RememberedRecord,
  RememberedText,
  SentValues,
  Settlement,
  TextBatch,
} from '../model/journal.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Logger } from '../model/logger.ts'
import type { Summary } from '../model/summary.ts'
import { keptOf } from './change-table.ts'
import { HotSent } from './hot-sent.ts'
import { JournalFile, type Loss } from './journal-file.ts'
import { prune } from './pruning.ts'
import type {
  ChangeFilter,
  PastRecordChange,
  PastRefusal,
  PastRun,
  Pruning,
  RecordHistory,
  RunJournal,
} from './run-journal.ts'
import type { Tables } from './tables.ts'

export interface JournalOptions {
  /** `statePath`; created when missing. */
  readonly folder: string
  readonly billingId: number
  readonly logger: Logger
  readonly now?: () => Date
  /** Takes secrets out of what is kept of a summary. */
  readonly redact?: (text: string) => string
  /** Fields of subscribers whose changes are counted only; none when left out. */
  readonly skipFields?: readonly string[]
  /** Told, beside the logger, of what is lost. */
  readonly onLoss?: (loss: Loss, sentence: string) => void
}

/** Keeps the notes of others apart from the journal's own. */
export const NOTE = 'note:'

export const DAMAGED_ROWS =
  'Rows of the journal are damaged. They are left out; check the disk and the memory of this host.'

const DAY_MS = 86_400_000
/** What has to be forgotten beyond waits for the next run. */
const PRUNING_MS = 1000

/** Where the journal of a billing is. */
export function journalPath(folder: string, billingId: number): string {
  return join(folder, `usm-billing-${billingId}.sqlite`)
}

/**
 * Opens the journal of a billing, for a run that holds its lock: nobody else may set a file aside. Whoever only looks
 * back takes `openPastJournal`.
 *
 * Never throws: a file that is damaged or of a newer program is set aside and begun anew; when no file can be had, or
 * this account may not use it, the journal lives in memory for this run. Both are said once.
 */
export function openJournal(options: JournalOptions): { journal: RunJournal } {
  return { journal: new SqliteJournal(options) }
}

class SqliteJournal implements RunJournal {
  readonly #options: JournalOptions
  readonly #file: JournalFile
  readonly #unkeptFields: ReadonlySet<string>
  readonly #sent = new HotSent((field) => this.#file.attempt((tables) => tables.sent.load(field)))
  /** Hot values whose fate is not known yet, by their receipts. */
  readonly #underWay = new Map<number, SentValues>()
  #run: { readonly id: number; readonly command: string; readonly startedAt: string } | undefined
  #lastReceipt = 0
  #isDamageTold = false

  constructor(options: JournalOptions) {
    this.#options = options
    this.#unkeptFields = new Set(options.skipFields)
    this.#file = new JournalFile({
      path: journalPath(options.folder, options.billingId),
      logger: options.logger,
      onLoss: options.onLoss,
      now: () => this.#now(),
      onReplaced: ({ runs }) => {
        if (this.#run !== undefined) runs.addAgain(this.#run)
      },
    })
    // The first look into the tables: damage that opening did not meet is met here.
    this.#lastReceipt = this.#file.attempt((tables) => tables.changes.lastLot())
  }

  get isKept(): boolean {
    return this.#file.isKept
  }

  beginRun(command: string): number {
    const startedAt = this.#now().toISOString()
    const id = this.#file.attempt((tables) => tables.runs.add(command, startedAt))
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
    const sent = [...this.#sent.news()]
    this.#file.attempt((tables) => {
      tables.refusals.flush(run.id)
      tables.runs.finish(run.id, summary, text)
      for (const [field, digests] of sent) tables.sent.save(field, digests)
    })
  }

  listRuns(limit: number): PastRun[] {
    const { runs, damaged } = this.#file.attempt((tables) => tables.runs.newest(limit))
    this.#tellDamage(damaged)
    return runs
  }

  findRun(id: number): PastRun | undefined {
    return this.#file.attempt((tables) => tables.runs.find(id))
  }

  open(changes: readonly RecordChange[], values?: SentValues): number {
    const receipt = ++this.#lastReceipt
    if (values !== undefined) this.#underWay.set(receipt, values)
    const kept = keptOf(changes, (field) => this.keeps(field))
    if (values !== undefined && !this.keeps(values.field) && values.count > 0)
      kept.unkept.set(values.field, values.count)
    if (kept.changes.length + kept.unkept.size === 0) return receipt
    const lot = { id: receipt, run: this.#run?.id ?? 0, ...kept }
    // Without a file nobody will ever read them: they would only fill the memory.
    this.#attemptInFile((tables) => tables.changes.add(lot))
    return receipt
  }

  settle(receipt: number, settlement: Settlement): void {
    const values = this.#underWay.get(receipt)
    this.#underWay.delete(receipt)
    if (values !== undefined && settlement === 'done') this.#sent.sent(values.field, values.digests)
    this.#file.attempt((tables) => tables.changes.settle(receipt, settlement))
  }

  withdraw(receipt: number): void {
    this.#underWay.delete(receipt)
    this.#file.attempt((tables) => tables.changes.withdraw(receipt))
  }

  refused(refusal: Refusal): void {
    const run = this.#run?.id ?? 0
    const redact = this.#options.redact ?? ((text: string) => text)
    this.#attemptInFile((tables) =>
      tables.refusals.add(run, { ...refusal, message: redact(refusal.message) }),
    )
  }

  refusals(run?: number): Iterable<PastRefusal> {
    return this.#file.attempt((tables) => [...tables.refusals.refusals(run)])
  }

  moreRefusalsOf(run: number): number {
    return this.#file.attempt((tables) => tables.refusals.more(run))
  }

  keeps(field: string): boolean {
    return !this.#unkeptFields.has(field)
  }

  pastWrites(entity: EntityKind, id: string): Past {
    return this.pastWritesOf(entity, [id]).get(id) ?? []
  }

  pastWritesOf(entity: EntityKind, ids: readonly string[]): ReadonlyMap<string, Past> {
    return this.#file.attempt((tables) => tables.changes.pastWritesOf(entity, ids))
  }

  sentInVain(field: string): ReadonlySet<number> {
    return this.#sent.inVain(field)
  }

  holdBack(field: string, digests: readonly number[]): void {
    this.#sent.holdBack(field, digests)
  }

  *changesOf(run: number, filter: ChangeFilter = {}): IterableIterator<PastRecordChange> {
    let after = 0
    for (;;) {
      const page = this.#file.attempt((tables) => tables.changes.page(run, filter, after))
      this.#tellDamage(page.damaged)
      yield* page.changes
      if (page.next === undefined) return
      after = page.next
    }
  }

  *changesOfSubscriber(id: string): IterableIterator<RecordHistory> {
    let after = 0
    for (;;) {
      const page = this.#file.attempt((tables) => tables.changes.pageOfRecord('subscriber', id, after))
      this.#tellDamage(page.damaged)
      yield* page.changes
      if (page.next === undefined) return
      after = page.next
    }
  }

  subscribersCalled(name: string): readonly string[] {
    return this.#file.attempt((tables) => tables.changes.subscribersCalled(name))
  }

  unkeptOf(run: number): ReadonlyMap<string, number> {
    return this.#file.attempt((tables) => tables.changes.unkept(run))
  }

  readonly ledger: Ledger = {
    find: (kind, key) => this.#file.attempt(({ ledger }) => ledger.find(kind, key)),
    count: (kind) => this.#file.attempt(({ ledger }) => ledger.count(kind)),
    sending: (items, sentAt) => this.#file.attempt(({ ledger }) => ledger.sending(items, sentAt)),
    settle: (items, fate, erpIdOf) => this.#file.attempt(({ ledger }) => ledger.settle(items, fate, erpIdOf)),
    withdraw: (items) => this.#file.attempt(({ ledger }) => ledger.withdraw(items)),
    shownSubscribers: () => this.#file.attempt(({ ledger }) => [...ledger.shownSubscribers()]),
    saveShown: ({ shown, gone }) => {
      const news = { shown: [...shown], gone: [...gone] }
      this.#file.attempt(({ ledger }) => ledger.saveShown(news))
    },
    given: (subscriberId) => this.#file.attempt(({ ledger }) => ledger.given(subscriberId)),
    saveGiven: (entries) => {
      const given = [...entries]
      this.#file.attempt(({ ledger }) => ledger.saveGiven(given))
    },
  }

  loadMemory(): MemoryHeader | undefined {
    return this.#file.attempt((tables) => tables.remembered.load())
  }

  rememberedText(key: string): RememberedText | undefined {
    return this.#file.attempt((tables) => tables.remembered.text(key))
  }

  rememberedRecords(): Iterable<readonly [string, Omit<RememberedRecord, keyof RememberedText>]> {
    return this.#file.walk((tables) => tables.remembered.records())
  }

  mistrustMemory(): void {
    this.#file.attempt((tables) => tables.remembered.mistrust())
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
    this.#attemptInFile((tables) => tables.remembered.save({ ...batch, ...lot }))
  }

  forgetMemory(): void {
    this.#file.attempt((tables) => tables.remembered.clear())
  }

  textHeader(): string | undefined {
    return this.#file.attempt((tables) => tables.texts.header())
  }

  texts(): Iterable<readonly [number, string, string]> {
    return this.#file.walk((tables) => tables.texts.all())
  }

  saveTexts(batch: TextBatch): void {
    const lot = { ...batch, drop: [...batch.drop], add: [...batch.add] }
    this.#attemptInFile((tables) => tables.texts.save(lot))
  }

  forgetTexts(): void {
    this.#file.attempt((tables) => tables.texts.clear())
  }

  keepNote(name: string, text: string): void {
    this.#file.attempt((tables) => tables.notes.set(NOTE + name, text))
  }

  readNote(name: string): string | undefined {
    return this.#file.attempt((tables) => tables.notes.get(NOTE + name))
  }

  prune({ keepDays, maxMegabytes }: Pruning): void {
    const begun = this.#now().getTime()
    this.#file.attempt((tables) =>
      prune(tables.database, {
        oldest: new Date(begun - keepDays * DAY_MS).toISOString(),
        mostBytes: maxMegabytes * 1e6,
        present: this.#run?.id ?? 0,
        isTimeLeft: () => this.#now().getTime() - begun < PRUNING_MS,
      }),
    )
  }

  close(): void {
    this.#file.close()
  }

  #now(): Date {
    return this.#options.now?.() ?? new Date()
  }

  #attemptInFile(work: (tables: Tables) => void): void {
    this.#file.attempt((tables) => {
      if (tables.isFile) work(tables)
    })
  }

  #tellDamage(rows: number): void {
    if (rows === 0 || this.#isDamageTold) return
    this.#isDamageTold = true
    this.#options.logger.warn(DAMAGED_ROWS)
  }
}
