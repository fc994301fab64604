/** A subscriber's change as it goes out: references replaced by ids, hot fields apart, the source hash beside. */
import type { FieldChange, RecordChange } from '../../model/journal.ts'
import type { CustomerPatch, HOT_KEYS } from '../../userside/userside.ts'
import { secretDigest } from '../acceptance.ts'
import type { SyncContext } from '../context.ts'
import { IN_BILLING, type SubscriberChange } from '../diff.ts'
import type { Delta } from '../field.ts'
import { fingerprint, GONE, UNKNOWN } from '../fingerprint.ts'
import type { Creations } from '../reference.ts'

export type HotKey = (typeof HOT_KEYS)[number]

/** What a change comes to when it is sent. */
export interface Made {
  /** The differences, references replaced by ids. */
  readonly deltas: readonly Delta[]
  /** Everything but the hot fields; empty when only those change. */
  readonly full: CustomerPatch
  readonly hot: CustomerPatch
  /**
   * The hot differences, each under the member it is noted with: one that travels in two requests is one write, and
   * belongs to the first of them.
   */
  readonly hotDeltas: ReadonlyMap<string, Delta>
}

/**
 * A change on its way out. It is made ready when somebody asks: in a big run that is while other changes are on their
 * way, and what they refer to was created long before.
 */
export class OutgoingChange {
  readonly change: SubscriberChange
  readonly #context: SyncContext
  readonly #creations: Creations
  #made: Made | undefined

  constructor(change: SubscriberChange, context: SyncContext, creations: Creations) {
    this.change = change
    this.#context = context
    this.#creations = creations
  }

  get made(): Made {
    this.#made ??= make(this.change, this.#context, this.#creations)
    return this.#made
  }

  get deltas(): readonly Delta[] {
    return this.made.deltas
  }

  get full(): CustomerPatch {
    return this.made.full
  }

  /** True when there is more to send than what is hot, as far as can be told without making it ready. */
  get isFull(): boolean {
    const { action, deltas } = this.change
    return action !== 'update' || deltas.some(({ field }) => !field.isHot)
  }
}

const ADDRESS_PARTS: ReadonlySet<string> = new Set(['apartment', 'floor', 'entrance'])

/** Replaces references and makes the patches. What needs something that could not be created is left out. */
function make(change: SubscriberChange, context: SyncContext, creations: Creations): Made {
  const deltas = resolveDeltas(change.deltas, creations)
  const hot: CustomerPatch = {}
  const fields: CustomerPatch = {}
  const hotDeltas = new Map<string, Delta>()
  for (const delta of deltas) {
    const { field, before, after } = delta
    const patch = field.patch(after, before, context)
    Object.assign(field.isHot ? hot : fields, patch)
    const [first] = field.isHot ? Object.keys(patch) : []
    if (first !== undefined) hotDeltas.set(first, delta)
  }
  const marked: CustomerPatch =
    change.action === 'absent'
      ? { is_in_billing: 0 }
      : change.action === 'return'
        ? { ...fields, is_in_billing: 1 }
        : fields
  const isFull = Object.keys(marked).length > 0
  const full = isFull ? { ...marked, crc_billing: hashOf(change) } : {}
  return { deltas, full, hot, hotDeltas }
}

function hashOf({ action, subscriber }: SubscriberChange): string {
  if (action === 'absent') return GONE
  return subscriber === undefined ? UNKNOWN : fingerprint(subscriber)
}

/** The journal's entry of the part of a change that travels in one request. */
export function journalEntry(
  change: SubscriberChange,
  part: readonly Delta[],
  context: SyncContext,
  isHot: boolean,
): RecordChange {
  const fields: FieldChange[] = part.map((delta) => fieldChange(delta, context))
  const isMark = !isHot && (change.action === 'absent' || change.action === 'return')
  return {
    entity: 'subscriber',
    id: change.id,
    erpId: change.erpId,
    action: change.action,
    fields:
      isMark && fields.every(({ field }) => field !== IN_BILLING) ? [markChange(change), ...fields] : fields,
  }
}

/** A difference as it is kept and shown; a secret's values are neither. */
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

function markChange(change: SubscriberChange): FieldChange {
  const isAbsent = change.action === 'absent'
  return {
    field: IN_BILLING,
    before: isAbsent ? 1 : 0,
    after: isAbsent ? 0 : 1,
    from: isAbsent ? '1' : '0',
    to: isAbsent ? '0' : '1',
  }
}

function resolveDeltas(deltas: readonly Delta[], creations: Creations): Delta[] {
  let isHouseLost = false
  const resolved = deltas.flatMap((delta): Delta[] => {
    const after = delta.field.resolve(delta.after, creations)
    if (after === undefined) {
      isHouseLost ||= delta.field.name === 'house'
      return []
    }
    return delta.field.isEqual(after, delta.before) ? [] : [{ ...delta, after }]
  })
  // An apartment of a house that is not there says nothing.
  return isHouseLost ? resolved.filter(({ field }) => !ADDRESS_PARTS.has(field.name)) : resolved
}
