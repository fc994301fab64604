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
}

export interface Journal {
  /** Notes changes about to be sent; gives a receipt to settle. Written before sending, so that no change is lost. */
  open(changes: readonly RecordChange[]): number
  settle(receipt: number, settlement: Settlement): void
  /** The last two settled writes of every field of a subscriber, newest first. */
  pastWrites(entity: EntityKind, id: string): readonly (readonly PastChange[])[]
}
