/**
 * Fields UserSide takes and does not keep: written twice the same way and come back unchanged, they are not sent again
 * until the billing changes them (`contracts/userside-api.md` §10).
 */
import { createHmac } from 'node:crypto'
import type { FieldChange, FieldValue, Journal, Past, PastChange } from '../../model/journal.ts'
import type { ReportProblem } from '../../model/problem.ts'
import { type CustomerPatch, HOT_KEYS } from '../../userside/userside.ts'
import type { SyncContext } from '../fields/context.ts'
import { type Delta, type Field, isSame } from '../fields/field.ts'
import type { SyncOptions } from '../fields/options.ts'
import { fieldsOf, IN_BILLING, isFullChange, type SubscriberChange } from './diff.ts'
import { HotChange } from './hot-change.ts'
import { hotDigest, hotPatches } from './hot-values.ts'

/** What the journal knows of what was sent before. */
export type Tried = Pick<Journal, 'pastWritesOf' | 'sentInVain' | 'holdBack'>

/** Whether a difference of a tariff, house or service was written twice already and came back unchanged (§10, §12.5). */
export type IsInVain = (id: string, change: FieldChange) => boolean

/**
 * Gives the changes without the fields that were tried in vain, and reports these. A record of which nothing is left
 * to write drops out.
 */
export type Accept = (changes: readonly SubscriberChange[]) => readonly SubscriberChange[]

/** Asks the journal once for all records that differ in more than what is hot; hot values are known by their digests. */
export function createAcceptance(context: SyncContext, tried: Tried, report: ReportProblem): Accept {
  return (changes) => {
    if (context.options.isFull) return changes
    const full = changes.filter(isFullChange)
    const past = tried.pastWritesOf(
      'subscriber',
      full.map(({ id }) => id),
    )
    const isAnyHotInVain = fieldsOf(context).hot.some(({ name }) => tried.sentInVain(name).size > 0)
    if (past.size === 0 && !isAnyHotInVain) return changes
    const isInVain = (id: string, delta: Delta): boolean =>
      delta.field.isHot
        ? isHotInVain(id, delta, context, tried)
        : isTriedInVain(delta, past.get(id) ?? [], context)
    const accepted: SubscriberChange[] = []
    for (const told of changes) {
      const change = isMarkInVain(told, past.get(told.id)) ? unmarked(told) : told
      if (change !== told) report({ ...NOT_ACCEPTED, example: `${told.id} ${IN_BILLING}` })
      if (change === undefined) continue
      // Most are hot, and their differences are worked out when they are asked for: whoever has no past is not asked.
      const isSuspect = isAnyHotInVain || past.has(change.id)
      const inVain = isSuspect ? change.deltas.filter((delta) => isInVain(change.id, delta)) : NONE
      for (const { field } of inVain) report({ ...NOT_ACCEPTED, example: `${change.id} ${field.name}` })
      const left = inVain.length === 0 ? change : without(change, inVain)
      if (left !== undefined) accepted.push(left)
    }
    return accepted
  }
}

const NONE: readonly Delta[] = []

/** The mark of who is gone, or its end, was written twice and is shown as it was before. */
function isMarkInVain({ action }: SubscriberChange, past: Past = []): boolean {
  if (action !== 'absent' && action !== 'return') return false
  const after = action === 'absent' ? 0 : 1
  const writes = past.find(([newest]) => newest?.field === IN_BILLING) ?? []
  return writes.length === 2 && writes.every((write) => write.after === after)
}

/** What is left of a change without its mark; `undefined`: nothing. */
function unmarked(change: SubscriberChange): SubscriberChange | undefined {
  return change.deltas.length === 0 ? undefined : { ...change, action: 'update' }
}

/** What is left of a change; `undefined`: nothing. */
function without(change: SubscriberChange, inVain: readonly Delta[]): SubscriberChange | undefined {
  if (change.action === 'update' && inVain.length === change.deltas.length) return undefined
  const names: ReadonlySet<string> = new Set(inVain.map(({ field }) => field.name))
  if (change instanceof HotChange) return change.without(names)
  const deltas = change.deltas.filter(({ field }) => !names.has(field.name))
  return { ...change, deltas, isWhole: inVain.every(({ field }) => field.isHot) }
}

function isHotInVain(id: string, delta: Delta, context: SyncContext, tried: Tried): boolean {
  const { name } = delta.field
  const known = tried.sentInVain(name)
  if (known.size === 0) return false
  const patches = hotPatches(delta, context)
  const members = HOT_KEYS.filter((member) => patches.wanted[member] !== undefined)
  const digests = members.map((member) => hotDigest(id, member, patches))
  if (!digests.every((digest) => known.has(digest))) return false
  tried.holdBack(name, digests)
  return true
}

function isTriedInVain({ field, before, after }: Delta, past: Past, context: SyncContext): boolean {
  const [newest, older] = past.find(([write]) => write?.field === field.name) ?? []
  if (newest === undefined || older === undefined) return false
  return field.isSecret
    ? isSameSecret(newest, older, secretDigest(before, after, context))
    : isRepeated(newest, older, { field, before, after }, context)
}

/** The same for tariffs, houses or services, whose values are few and never secret. */
export function createRecordAcceptance(
  entity: 'tariff' | 'house' | 'service',
  { isFull }: Pick<SyncOptions, 'isFull'>,
  pastWrites: Journal['pastWrites'],
  report: ReportProblem,
): IsInVain {
  return (id, { field, before, after }) => {
    if (isFull) return false
    const writes = pastWrites(entity, id).find(([newest]) => newest?.field === field) ?? []
    const isInVain =
      writes.length === 2 &&
      writes.every((write) => isSame(write.before, before) && isSame(write.after, after))
    if (isInVain) report({ ...NOT_ACCEPTED, example: `${entity} ${id} ${field}` })
    return isInVain
  }
}

const NOT_ACCEPTED = {
  code: 'not-accepted',
  text: 'UserSide returns fields unchanged after two identical writes; they are not sent again until the billing changes them (--full sends them).',
} as const

/** Tells two writes of a value that is never stored apart; without the key nobody can guess the value from it. */
export function secretDigest(before: FieldValue, after: FieldValue, { options }: SyncContext): string {
  return createHmac('sha256', options.digestKey)
    .update(JSON.stringify([before, after]))
    .digest('hex')
}

function isSameSecret(newest: PastChange, older: PastChange, digest: string): boolean {
  return newest.digest === digest && older.digest === digest
}

interface Attempt {
  readonly field: Field
  readonly before: FieldValue
  readonly after: FieldValue
}

/**
 * The last two writes left the same to be done: UserSide shows what it showed before them, or before the first of them
 * (what it carries out twice comes and goes); or all that is to be sent now was sent by both (what it shows under another
 * id than it was given it is given again, and shows one more of it).
 */
function isRepeated(
  newest: PastChange,
  older: PastChange,
  { field, before, after }: Attempt,
  context: SyncContext,
): boolean {
  if (!isSame(newest.after, after) || !isSame(older.after, after)) return false
  if (isSame(older.before, before)) return true
  if (typeof after !== 'object' || after === null) return false
  const leavesFrom = (held: FieldValue): Set<string> => leavesOf(field.patch(after, held, context))
  const now = leavesFrom(before)
  return [newest, older].every((write) => now.isSubsetOf(leavesFrom(write.before)))
}

/** The single values of a patch, each with its place. */
function leavesOf(patch: CustomerPatch): Set<string> {
  const leaves = new Set<string>()
  const visit = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) leaves.add(`${place}=${String(value)}`)
    else if (Array.isArray(value)) for (const item of value) visit(item, place)
    else for (const [key, item] of Object.entries(value)) visit(item, `${place}/${key}`)
  }
  visit(patch, '')
  return leaves
}
