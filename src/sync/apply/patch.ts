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

/** A part of a change, ready to be sent: differences whose references are ids, and what they come to on the wire. */
export interface OutgoingPart {
  readonly deltas: readonly Delta[]
  readonly patch: CustomerPatch
  /** Nothing was left out because what it refers to could not be created. */
  readonly isAll: boolean
}

/** What is hot of a change. */
export interface HotPart extends OutgoingPart {
  /**
   * The differences by the member each is noted with: one that travels in two requests is one write, and belongs to the
   * first of them.
   */
  readonly byMember: ReadonlyMap<string, Delta>
}

/**
 * A change on its way out. Each part is made ready when somebody asks: in a big run that is while others are on their
 * way, and what it refers to was created long before.
 */
export class OutgoingChange {
  readonly change: SubscriberChange
  readonly #context: SyncContext
  readonly #creations: Creations
  #full: OutgoingPart | undefined
  #hot: HotPart | undefined

  constructor(change: SubscriberChange, context: SyncContext, creations: Creations) {
    this.change = change
    this.#context = context
    this.#creations = creations
  }

  /** True when there is more to send than what is hot, as far as can be told without making it ready. */
  get isFull(): boolean {
    const { action, isFull } = this.change
    return isFull ?? (action !== 'update' || this.change.deltas.some(isFullDelta))
  }

  /** Everything but what is hot, the source hash with it; an empty patch when nothing is left to send. */
  get full(): OutgoingPart {
    this.#full ??= makeFull(this.change, this.#context, this.#creations)
    return this.#full
  }

  get hot(): HotPart {
    this.#hot ??= makeHot(this.change, this.#context)
    return this.#hot
  }

  /** It was written: what was made ready for it is not held any longer. */
  letGo(): void {
    this.#full = undefined
  }
}

const ADDRESS_PARTS: ReadonlySet<string> = new Set(['apartment', 'floor', 'entrance'])

function isFullDelta({ field }: Delta): boolean {
  return !field.isHot
}

/** Replaces references and makes the patch. What needs something that could not be created is left out. */
function makeFull(change: SubscriberChange, context: SyncContext, creations: Creations): OutgoingPart {
  const wanted = change.deltas.filter(isFullDelta)
  const deltas = resolveDeltas(wanted, creations)
  const fields: CustomerPatch = Object.assign({}, ...deltas.map((delta) => patchOf(delta, context)))
  const marked: CustomerPatch =
    change.action === 'absent'
      ? { is_in_billing: 0 }
      : change.action === 'return'
        ? { ...fields, is_in_billing: 1 }
        : fields
  const isAnything = Object.keys(marked).length > 0
  const patch = isAnything ? { ...marked, crc_billing: hashOf(change) } : {}
  return { deltas, patch, isAll: deltas.length === wanted.length }
}

function makeHot(change: SubscriberChange, context: SyncContext): HotPart {
  const deltas = change.hotDeltas ?? change.deltas.filter(({ field }) => field.isHot)
  const patch: CustomerPatch = {}
  const byMember = new Map<string, Delta>()
  for (const delta of deltas) {
    const members = patchOf(delta, context)
    Object.assign(patch, members)
    const [first] = Object.keys(members)
    if (first !== undefined) byMember.set(first, delta)
  }
  return { deltas, patch, byMember, isAll: true }
}

function patchOf({ field, before, after }: Delta, context: SyncContext): CustomerPatch {
  return field.patch(after, before, context)
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
