/** A subscriber's change as it goes out, and what becomes of the requests that carry it. */
import type { CustomerPatch, WriteResult } from '../../userside/userside.ts'
import type { Delta } from '../fields/field.ts'
import type { SubscriberChange } from './diff.ts'

/** A part of a change, ready to be sent: differences whose references are ids, and what they come to on the wire. */
export interface OutgoingPart {
  readonly deltas: readonly Delta[]
  readonly patch: CustomerPatch
  /** Nothing was left out because what it refers to could not be created. */
  readonly isAll: boolean
}

/** What of a change travels together. */
export interface Outgoing {
  readonly change: SubscriberChange
  /** Everything but what is hot, the source hash with it; an empty patch when nothing is left to send. */
  readonly full: OutgoingPart
}

/** A request that carried changes of subscribers, and what became of it. */
export type SentLot = SentFully | SentHot

export interface SentFully {
  readonly isHot: false
  readonly lot: ReadonlyMap<Outgoing, CustomerPatch>
  /** It carried all there was to send of its changes beside what is hot. */
  readonly isWhole: boolean
  readonly kind: WriteResult['kind']
}

/** One hot value of each record, by the record's id in UserSide. */
export interface SentHot {
  readonly isHot: true
  readonly lot: readonly SubscriberChange[]
  readonly patches: ReadonlyMap<string, CustomerPatch>
  readonly kind: WriteResult['kind']
}
