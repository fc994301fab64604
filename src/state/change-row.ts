/** A change as a row of the journal: the names of its fields apart, so that a row holds only values. */
import type { FieldChange, FieldValue, PastChange } from '../model/journal.ts'

/** Before, after; then, only when they say more, the same two for people; then a digest. */
type Values = readonly [
  before: FieldValue,
  after: FieldValue,
  from?: string | null,
  to?: string | null,
  digest?: string,
]

const MASK = '***'

/** The names of the fields, in their order, as one text: what two changes must share to have the same shape. */
export function shapeOf(fields: readonly FieldChange[]): string {
  let branch = shapes
  for (const { field } of fields) {
    let next = branch.next.get(field)
    if (next === undefined) {
      next = { next: new Map() }
      branch.next.set(field, next)
    }
    branch = next
  }
  branch.shape ??= JSON.stringify(fields.map(({ field }) => field))
  return branch.shape
}

/** Shapes by their fields, one after another: there are some dozens, and a change of each of many thousands of records. */
interface Branch {
  readonly next: Map<string, Branch>
  shape?: string
}

const shapes: Branch = { next: new Map() }

/** The values of the fields, in the same order. A password's are left out, whatever the caller put there. */
export function encodeValues(fields: readonly FieldChange[]): string {
  return JSON.stringify(fields.map((change) => valuesOf(isSecret(change) ? masked(change) : change)))
}

/** The reverse of {@link shapeOf}. */
export function decodeNames(shape: string): readonly string[] {
  return JSON.parse(shape)
}

/** The reverse of {@link encodeValues}. */
export function decodeFields(names: readonly string[], values: string): FieldChange[] {
  return decodeValues(values).map(([before, after, from, to, digest], index) => ({
    field: names[index] ?? '',
    before,
    after,
    from: from ?? plain(before),
    to: to ?? plain(after),
    ...(digest === undefined ? {} : { digest }),
  }))
}

/** The same, as a later run compares it. */
export function decodePast(names: readonly string[], values: string): PastChange[] {
  return decodeValues(values).map(([before, after, , , digest], index) => {
    const past = { field: names[index] ?? '', before, after }
    return digest === undefined ? past : { ...past, digest }
  })
}

function decodeValues(values: string): readonly Values[] {
  return JSON.parse(values)
}

function valuesOf({ before, after, from, to, digest }: FieldChange): Values {
  if (digest !== undefined) return [before, after, from, to, digest]
  const shownFrom = isToldBy(before, from) ? null : from
  const shownTo = isToldBy(after, to) ? null : to
  return shownFrom === null && shownTo === null ? [before, after] : [before, after, shownFrom, shownTo]
}

/** Whether a value is shown as what {@link plain} makes of it. Nobody is shown a list in brackets. */
function isToldBy(value: FieldValue, shown: string): boolean {
  return (typeof value !== 'object' || value === null) && shown === plain(value)
}

function plain(value: FieldValue): string {
  if (typeof value === 'string') return value
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isSecret(change: FieldChange): boolean {
  return change.field === 'password'
}

function masked(change: FieldChange): FieldChange {
  return { ...change, before: null, after: null, from: MASK, to: MASK }
}
