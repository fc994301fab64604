/** A subscriber's change as it goes out: references replaced by ids, hot fields apart, the source hash beside. */
import type { FieldChange, RecordChange } from '../../model/journal.ts'
import type { CustomerPatch } from '../../userside/userside.ts'
import { IN_BILLING, type SubscriberChange } from '../compare/diff.ts'
import { fieldChange } from '../compare/field-change.ts'
import type { Outgoing, OutgoingPart } from '../compare/outgoing.ts'
import type { SyncContext } from '../fields/context.ts'
import type { Delta } from '../fields/field.ts'
import type { Creations } from '../fields/reference.ts'
import { fingerprint, GONE, UNKNOWN } from './fingerprint.ts'

/**
 * What of a change goes out together: all but what is hot. It is made ready when somebody asks: in a big run that is
 * while others are on their way, and what it refers to was created long before.
 */
export class OutgoingChange implements Outgoing {
  readonly change: SubscriberChange
  readonly #context: SyncContext
  readonly #creations: Creations
  #full: OutgoingPart | undefined

  constructor(change: SubscriberChange, context: SyncContext, creations: Creations) {
    this.change = change
    this.#context = context
    this.#creations = creations
  }

  /** Everything but what is hot, the source hash with it; an empty patch when nothing is left to send. */
  get full(): OutgoingPart {
    this.#full ??= makeFull(this.change, this.#context, this.#creations)
    return this.#full
  }

  /** It was written: what was made ready for it is not held any longer. */
  letGo(): void {
    this.#full = undefined
  }
}

const ADDRESS_PARTS: ReadonlySet<string> = new Set(['apartment', 'floor', 'entrance'])

/** Replaces references and makes the patch. What needs something that could not be created is left out. */
function makeFull(change: SubscriberChange, context: SyncContext, creations: Creations): OutgoingPart {
  const wanted = change.fullDeltas ?? change.deltas.filter(({ field }) => !field.isHot)
  const deltas = resolveDeltas(wanted, creations)
  const patch: PatchInMaking = {}
  for (const delta of change.action === 'absent' ? [] : deltas) addTo(patch, patchOf(delta, context))
  const mark = MARKS[change.action]
  if (mark !== undefined) patch.is_in_billing = mark
  if (Object.keys(patch).length > 0) patch.crc_billing = hashOf(change)
  return { deltas, patch, isAll: deltas.length === wanted.length }
}

type PatchInMaking = { -readonly [Key in keyof CustomerPatch]: CustomerPatch[Key] }

/** Member by member: the patch of a field has one or two, and for so few `Object.assign` takes half as long again. */
function addTo(patch: Record<string, unknown>, part: CustomerPatch): void {
  for (const name in part) patch[name] = part[name as keyof CustomerPatch]
}

/** What UserSide is told of whoever is gone, or back. */
const MARKS: Readonly<Partial<Record<SubscriberChange['action'], 0 | 1>>> = { absent: 0, return: 1 }

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
  const resolved: Delta[] = []
  for (const delta of deltas) {
    const { field, before } = delta
    const after = field.resolve(delta.after, creations)
    if (after === delta.after) resolved.push(delta)
    else if (after === undefined) isHouseLost ||= field.name === 'house'
    else if (!field.isEqual(after, before)) resolved.push({ field, before, after })
  }
  // An apartment of a house that is not there says nothing.
  return isHouseLost ? resolved.filter(({ field }) => !ADDRESS_PARTS.has(field.name)) : resolved
}
