/**
 * What a run remembers: who changed what, with the value before and after. `sync` writes to it through this
 * interface; `state` keeps it in SQLite. A journal that cannot be kept never stops a run.
 */

/** A canonical value of a field: plain JSON, so that it can be stored, compared and written back. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue }

export type EntityKind = 'tariff' | 'subscriber' | 'house' | 'group' | 'tag' | 'service' | 'message'

/** One field's change. */
export interface FieldChange {
  readonly field: string
  /** What the system held. For a password both are `null`: it is never stored. */
  readonly before: FieldValue
  readonly after: FieldValue
  /** The same for people; `***` for a password. */
  readonly from: string
  readonly to: string
  /**
   * What tells two writes of a value that is never stored apart: opaque, keyed, useless to whoever reads the journal.
   * Only for passwords, so that one which is not accepted can be noticed.
   */
  readonly digest?: string
}

/** Changes of one record that travel together. */
export interface RecordChange {
  readonly entity: EntityKind
  /** Id in the billing. */
  readonly id: string
  /** Id in the ERP; `""` while it is being created. */
  readonly erpId: string
  readonly action: 'create' | 'update' | 'absent' | 'return'
  readonly fields: readonly FieldChange[]
}

/** What became of a write that was journalled before it was sent. */
export type Settlement = 'done' | 'refused' | 'lost'

/** A past change of a subscriber's field, newest first. */
export interface PastChange {
  readonly field: string
  readonly before: FieldValue
  readonly after: FieldValue
  readonly digest?: string
}

/**
 * Values of one hot field about to be sent (`contracts/userside-api.md` §6): most subscribers have new ones in every
 * run, so that they are not noted one by one.
 */
export interface SentValues {
  readonly field: string
  /** Of how many records the field changes with them: of what travels in two requests only the first one counts. */
  readonly count: number
  /** By each of these a value is known when the same one is to be sent to the same record again, for the same reason. */
  readonly digests: readonly number[]
}

/** A record that UserSide refused, in its own words. */
export interface Refusal {
  readonly entity: EntityKind
  /** Id in the billing; the name, where there is no id. */
  readonly id: string
  readonly message: string
}

export interface Journal {
  /**
   * Notes changes about to be sent; gives a receipt to settle. Written before sending, so that no change is lost.
   * @param values hot values that go in the same request, whether or not each is among the changes too
   */
  open(changes: readonly RecordChange[], values?: SentValues): number
  settle(receipt: number, settlement: Settlement): void
  /** The changes were not sent after all: they never were. */
  withdraw(receipt: number): void
  /** Notes a record that was refused: of each once a run. */
  refused(refusal: Refusal): void
  /** False for a field whose changes are counted only: nobody need put them together for {@link open}. */
  keeps(field: string): boolean
  /**
   * The past of a record: for every field that was ever written, a list of its last two writes that are settled as
   * `done`, newest first, those of the present run included. A field written once has a list of one; what was refused,
   * lost or never settled does not count; what is older than the journal is kept, or not kept in it, is forgotten.
   */
  pastWrites(entity: EntityKind, id: string): readonly (readonly PastChange[])[]
  /** The same of many records at once, by their ids; those that have no past are not among them. */
  pastWritesOf(entity: EntityKind, ids: readonly string[]): ReadonlyMap<string, Past>
  /**
   * Digests of the hot values of a field that were sent twice the same way and settled as `done`, by the last run that
   * sent any of the field and once before: none, unless UserSide does not keep what it is given.
   */
  sentInVain(field: string): ReadonlySet<number>
  /** These of them are not sent again, and stay known; the others are forgotten when the field is sent next. */
  holdBack(field: string, digests: readonly number[]): void
}

/** Keeps nothing, and knows of nothing. */
export const NO_JOURNAL: Journal = {
  open: () => 0,
  settle() {},
  withdraw() {},
  refused() {},
  keeps: () => true,
  pastWrites: () => [],
  pastWritesOf: () => new Map(),
  sentInVain: () => new Set(),
  holdBack() {},
}

/** See {@link Journal.pastWrites}. */
export type Past = readonly (readonly PastChange[])[]

/** What is remembered of one record of UserSide, in the notation of whoever remembers it. */
export interface RememberedRecord {
  readonly erpId: string
  readonly isInBilling: boolean
  readonly isFormer: boolean
  /**
   * Digest of the subscriber with whom the record agreed in everything that is not hot, under the header's `context`;
   * 0 when that is not known.
   */
  readonly agreed: number
  /** The source hash UserSide was seen or left with: by it the record is known to be the one remembered. */
  readonly crc: string
  /** The record as UserSide gave it at the last full comparison. */
  readonly record: string
  /** Of all this, so that what is remembered already is not written down again; 0 when something was changed since. */
  readonly digest: number
  /** What was written to it since; `""` nothing. */
  readonly written: string
}

/** What is big of a remembered record: read only when it is asked for. */
export type RememberedText = Pick<RememberedRecord, 'record' | 'written'>

/** What is remembered beside the records. */
export interface MemoryHeader {
  /** When the last full comparison began, ISO 8601. */
  readonly fullRunAt: string
  /** How the records were made; those of another version cannot be read. */
  readonly version: string
  /** How UserSide words the hot values beside its source hashes, or what shows it. */
  readonly hot: string
  /** Digest of everything else that comparing depends on. */
  readonly context: string
  /** Fields UserSide was seen to keep once they were written; left out by older programs. */
  readonly proven?: readonly string[]
  /**
   * By field, save hot ones, how many records hold a value, as the last run has left them; left out by older programs. A
   * light run measures against them what would change.
   */
  readonly holders?: Readonly<Record<string, number>>
}

/** What writing changed of a record. */
export interface Amendment extends Omit<RememberedRecord, 'erpId' | 'isFormer' | 'record' | 'digest'> {
  /** Left out when that was not written. */
  readonly isFormer?: boolean
}

/** A lot of news for the memory; what is not named in it stays as it is. */
export interface MemoryBatch {
  /** Records as they were just read, by their keys in UserSide's list, with what was written to them since, if anything. */
  readonly remember?: Iterable<
    readonly [key: string, record: Omit<RememberedRecord, 'written'> & { readonly written?: string }]
  >
  /** Records that were written to: who they are and what they are otherwise stays. */
  readonly amend?: Iterable<readonly [key: string, record: Amendment]>
  /** Records that were found to agree with their subscribers. */
  readonly agree?: Iterable<readonly [key: string, agreed: number]>
  readonly forget?: Iterable<string>
  /** All records there are: every other one is forgotten. */
  readonly retain?: ReadonlySet<string>
  /** The memory is whole again and may be trusted. */
  readonly header?: MemoryHeader
}

/** What is remembered is not what was written down: nothing of it can be believed. It was thrown away. */
export class MemoryDamaged extends Error {
  constructor() {
    super('what is remembered was damaged')
    this.name = 'MemoryDamaged'
  }
}

/**
 * Where light runs keep what they know. The memory is trusted as a whole or not at all: it loses its header before
 * anything is changed, and gets it back in the same transaction as the last of the changes. So a run that dies at any
 * point leaves a memory that nobody trusts.
 */
export interface MemoryStore {
  /** `undefined` when nothing is remembered, or nothing that may be trusted. */
  loadMemory(): MemoryHeader | undefined
  /** Its records without their texts, one after another: there may be hundreds of thousands. @throws MemoryDamaged */
  rememberedRecords(): Iterable<readonly [key: string, record: Omit<RememberedRecord, keyof RememberedText>]>
  /** What a record is, and what was written to it; `undefined` when it is not remembered. @throws MemoryDamaged */
  rememberedText(key: string): RememberedText | undefined
  /** Until a header is saved again there is nothing to load; the records stay, to be compared with new ones. */
  mistrustMemory(): void
  saveMemory(batch: MemoryBatch): void
  /** Throws everything away that is remembered of records. */
  forgetMemory(): void
}

/**
 * Where it is kept what texts of the billing were read as, in the notation of whoever reads them. Reading a text gives
 * the same every time, so what is kept needs no trust; it may be lost at any time.
 */
export interface TextStore {
  /** What was saved with the last batch. */
  textHeader(): string | undefined
  /** All texts: a number to drop it by, its hash, and what it was read as. */
  texts(): Iterable<readonly [place: number, hash: string, facts: string]>
  saveTexts(batch: TextBatch): void
  forgetTexts(): void
}

export interface TextBatch {
  readonly drop: Iterable<number>
  readonly add: Iterable<readonly [hash: string, facts: string]>
  readonly header: string
}
