/** Notes what groups, tags and services this program gives: it takes them away again when the billing does not (§7). */
import type { FieldValue } from '../../model/journal.ts'
import type { Ledger } from '../../model/ledger.ts'
import type { FieldName } from '../../model/policy.ts'
import type { Delta } from '../fields/field.ts'

const KINDS: Readonly<Partial<Record<FieldName, string>>> = {
  groups: 'group',
  tags: 'tag',
  services: 'service',
}

/** Differences of one subscriber that were written. */
export interface Written {
  readonly subscriberId: string
  readonly deltas: readonly Delta[]
}

/** Notes what was given and taken away by a request that went through. */
export function noteGiven(ledger: Pick<Ledger, 'given' | 'saveGiven'>, written: Iterable<Written>): void {
  const entries: (readonly [string, readonly string[]])[] = []
  for (const { subscriberId, deltas } of written) {
    const telling = deltas.filter(({ field }) => KINDS[field.name] !== undefined)
    if (telling.length === 0) continue
    const given = new Set(ledger.given(subscriberId))
    for (const { field, before, after } of telling) {
      const [held, wanted] = [idsIn(before), idsIn(after)]
      for (const id of wanted) if (!held.has(id)) given.add(`${KINDS[field.name]} ${id}`)
      for (const id of held) if (!wanted.has(id)) given.delete(`${KINDS[field.name]} ${id}`)
    }
    entries.push([subscriberId, [...given].sort()])
  }
  if (entries.length > 0) ledger.saveGiven(entries)
}

/** Memberships are a list of ids, or a map by id. */
function idsIn(value: FieldValue): ReadonlySet<string> {
  return new Set(Array.isArray(value) ? value.map(String) : Object.keys(Object(value)))
}
