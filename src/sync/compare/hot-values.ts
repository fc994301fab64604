/** What a difference of a hot field comes to on the wire: one or two values, each in a request of its own (§6). */
import { Hash } from '../../model/hash.ts'
import type { CustomerPatch, HOT_KEYS } from '../../userside/userside.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta } from '../fields/field.ts'

export type HotKey = (typeof HOT_KEYS)[number]

export type HotValue = NonNullable<CustomerPatch[HotKey]>

/** A difference as it is written, and as writing it back would be: there stands what UserSide holds. */
export interface HotPatches {
  readonly wanted: CustomerPatch
  readonly held: CustomerPatch
}

export function hotPatches({ field, before, after }: Delta, context: SyncContext): HotPatches {
  return { wanted: field.patch(after, before, context), held: field.patch(before, after, context) }
}

/**
 * The digest of one of the values: of whose it is, what UserSide holds and what it is to hold. So it is known again when it
 * has to be sent a second time.
 */
export function hotDigest(id: string, member: HotKey, { wanted, held }: HotPatches): number {
  return hash.add(id).add(member).add(held[member]).add(wanted[member]).take()
}

const hash = new Hash()
