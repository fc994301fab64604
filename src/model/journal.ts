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

export interface Journal {
  /** Notes changes about to be sent; gives a receipt to settle. Written before sending, so that no change is lost. */
  open(changes: readonly RecordChange[]): number
  settle(receipt: number, settlement: Settlement): void
  /**
   * The past of a record: for every field that was ever written, a list of its last two writes that are settled as
   * `done`, newest first, those of the present run included. A field written once has a list of one; what was refused,
   * lost or never settled does not count; what is older than the journal is kept is forgotten.
   */
  pastWrites(entity: EntityKind, id: string): readonly (readonly PastChange[])[]
}

/** What a light run needs to know of a subscriber without asking UserSide for it. */
export interface RememberedSubscriber {
  readonly erpId: string
  /** Hash of what was sent last, the hot fields left out. */
  readonly hash: string
  /** The hot values as they were sent last, in the sender's own notation. */
  readonly hot: string
}

/** Everything that is remembered between runs. */
export interface Memory {
  /** When the last full comparison ended, ISO 8601. */
  readonly fullRunAt: string
  /** How the hashes were made; those of another version cannot be compared. */
  readonly hashVersion: string
  /** By the subscriber's id in the billing. */
  readonly subscribers: ReadonlyMap<string, RememberedSubscriber>
}

/** A lot of news for the memory; what is not named in it stays as it is. */
export interface MemoryBatch {
  readonly fullRunAt?: string
  readonly hashVersion?: string
  readonly remember?: Iterable<readonly [id: string, subscriber: RememberedSubscriber]>
  readonly forget?: Iterable<string>
}

/** Where light runs keep what they know. */
export interface MemoryStore {
  /** `undefined` when nothing is remembered, or not enough for a light run. */
  loadMemory(): Memory | undefined
  saveMemory(batch: MemoryBatch): void
  /** Forgets all of it: the next run is a full one. */
  forgetMemory(): void
}
