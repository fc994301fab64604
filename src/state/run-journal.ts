/** The journal as commands use it: runs, their summaries and their changes, beside what a run itself writes. */
import type {
  EntityKind,
  Journal,
  MemoryStore,
  RecordChange,
  Refusal,
  Settlement,
  TextStore,
} from '../model/journal.ts'
import type { Ledger } from '../model/ledger.ts'
import type { Outcome, Summary } from '../model/summary.ts'

/** A run of the past, or one that is going on. */
export interface PastRun {
  readonly id: number
  readonly command: string
  /** ISO 8601. */
  readonly startedAt: string
  /** `undefined`, like the rest: the run is going on, or died before it could say how it ended. */
  readonly finishedAt: string | undefined
  readonly exitCode: number | undefined
  readonly outcome: Outcome | undefined
  readonly summary: Summary | undefined
}

/** A change of a run; `unsettled` when the run died before it knew what became of it. */
export interface PastRecordChange extends RecordChange {
  readonly settlement: Settlement | 'unsettled'
}

/** A change of a record, and the run that made it. */
export interface RecordHistory extends PastRecordChange {
  readonly run: number
}

/** What UserSide refused, and in which run. */
export interface PastRefusal extends Refusal {
  readonly run: number
}

export interface ChangeFilter {
  readonly entity?: EntityKind
  /** Id in the billing. */
  readonly id?: string
}

/** How much of the past is kept. */
export interface Pruning {
  /** Days since a run began. */
  readonly keepDays: number
  /** Room for the changes of all runs, in megabytes of 10^6 bytes. */
  readonly maxMegabytes: number
}

export interface RunJournal extends Journal, MemoryStore, TextStore {
  /** False when this run's changes are not written anywhere: the file could not be. */
  readonly isKept: boolean
  /** What was created before: asked before anything is created. */
  readonly ledger: Ledger
  /** Notes that a run begins; gives its number. What is opened from now on belongs to it. */
  beginRun(command: string): number
  /** Notes how the run ended. Its password-free summary is kept as it is given. */
  finishRun(summary: Summary): void
  /** Newest first. */
  listRuns(limit: number): PastRun[]
  findRun(id: number): PastRun | undefined
  /** In the order they were made; read in pieces, so that a run of any size can be walked through. */
  changesOf(run: number, filter?: ChangeFilter): IterableIterator<PastRecordChange>
  /** How many of a run's changes were done and are not kept, by field. */
  unkeptOf(run: number): ReadonlyMap<string, number>
  /** What UserSide refused in a run, or in all of them; of a run {@link moreRefusalsOf} are not kept. */
  refusals(run?: number): Iterable<PastRefusal>
  moreRefusalsOf(run: number): number
  /** Every change of one subscriber, of all runs, the oldest first. */
  changesOfSubscriber(id: string): IterableIterator<RecordHistory>
  /** Ids of subscribers to whom a run once gave this login, agreement or account number. */
  subscribersCalled(name: string): readonly string[]
  /** Keeps a text under a name, for a later command; the newest replaces the one before. Never a secret. */
  keepNote(name: string, text: string): void
  readNote(name: string): string | undefined
  /** Forgets the oldest runs, with their changes, as far as there is time for it. Never the present one. */
  prune(bounds: Pruning): void
  /** May be called twice. Whatever is written later is lost. */
  close(): void
}
