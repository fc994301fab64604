/**
 * Fields UserSide takes and does not keep: written twice the same way and come back unchanged, they are not sent again
 * until the billing changes them (`contracts/userside-api.md` §10).
 */
import { createHmac } from 'node:crypto'
import type { FieldChange, FieldValue, Journal, PastChange } from '../../model/journal.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { CustomerPatch } from '../../userside/userside.ts'
import type { SyncContext } from '../fields/context.ts'
import { type Field, isSame } from '../fields/field.ts'
import type { SyncOptions } from '../fields/options.ts'
import type { IsUnaccepted } from './diff.ts'

/** What was written before, by field, newest first; of each field the last two writes. */
export type PastWrites = (subscriberId: string) => readonly (readonly PastChange[])[]

/** Whether a difference of a tariff, house or service was written twice already and came back unchanged (§10, §12.5). */
export type IsInVain = (id: string, change: FieldChange) => boolean

/** Tells the fields that were tried in vain, and reports them. */
export function createAcceptance(
  context: SyncContext,
  pastWrites: PastWrites,
  report: ReportProblem,
): IsUnaccepted {
  let lastId: string | undefined
  let past: ReadonlyMap<string, readonly PastChange[]> = new Map()
  return (subscriberId, field, before, after) => {
    if (context.options.isFull) return false
    if (subscriberId !== lastId) {
      lastId = subscriberId
      past = new Map(pastWrites(subscriberId).map((writes) => [writes[0]?.field ?? '', writes]))
    }
    const [newest, older] = past.get(field.name) ?? []
    if (newest === undefined || older === undefined) return false
    const isInVain = field.isSecret
      ? isSameSecret(newest, older, secretDigest(before, after, context))
      : isRepeated(newest, older, { field, before, after }, context)
    if (isInVain) {
      report({ ...NOT_ACCEPTED, example: `${subscriberId} ${field.name}` })
    }
    return isInVain
  }
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

/** The last write changed nothing, and the one before it sent the same: all of it, or with more that was kept. */
function isRepeated(
  newest: PastChange,
  older: PastChange,
  { field, before, after }: Attempt,
  context: SyncContext,
): boolean {
  const isUnchanged = isSame(newest.before, before) && isSame(newest.after, after)
  if (!isUnchanged || !isSame(older.after, after)) return false
  if (isSame(older.before, before)) return true
  const now = leavesOf(field.patch(after, before, context))
  const then = leavesOf(field.patch(after, older.before, context))
  return then.size > now.size && now.isSubsetOf(then)
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
