/** A difference as it is kept and shown. */
import type { FieldChange } from '../../model/journal.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta } from '../fields/field.ts'
import { secretDigest } from './acceptance.ts'

/** The journal's form of a difference; a secret's values are neither kept nor shown. */
export function fieldChange({ field, before, after }: Delta, context: SyncContext): FieldChange {
  if (field.isSecret) {
    const digest = secretDigest(before, after, context)
    return { field: field.name, before: null, after: null, from: '***', to: '***', digest }
  }
  return {
    field: field.name,
    before,
    after,
    from: field.show(before, context),
    to: field.show(after, context),
  }
}
