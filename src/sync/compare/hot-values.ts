/** What a difference of a hot field comes to on the wire: one or two values, each in a request of its own (§6). */
import { Hash } from '../../model/hash.ts'
import { type CustomerPatch, HOT_KEYS } from '../../userside/userside.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta } from '../fields/field.ts'

export type HotKey = (typeof HOT_KEYS)[number]

export type HotValue = NonNullable<CustomerPatch[HotKey]>

/**
 * Gives the values of a difference one after another, each with a digest: of whose it is, what UserSide holds and what it
 * is to hold. So it is known again when it has to be sent a second time.
 */
export function eachHotValue(
  id: string,
  { field, before, after }: Delta,
  context: SyncContext,
  visit: (member: HotKey, value: HotValue, digest: number) => void,
): void {
  const wanted = field.patch(after, before, context)
  const held = field.patch(before, after, context)
  for (const member of HOT_KEYS) {
    const value = wanted[member]
    if (value === undefined) continue
    hash.add(id).add(member).add(held[member]).add(value)
    visit(member, value, hash.take())
  }
}

const hash = new Hash()
