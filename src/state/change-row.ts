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
  return JSON.stringify(fields.map((change) => change.field))
}

/** The values of the fields, in the same order. A password's are left out, whatever the caller put there. */
export function encodeValues(fields: readonly FieldChange[]): string {
  return JSON.stringify(fields.map((change) => valuesOf(isSecret(change) ? masked(change) : change)))
}

/** The reverse of {@link shapeOf} and {@link encodeValues}. */
export function decodeFields(shape: string, values: string): FieldChange[] {
  const names: readonly string[] = JSON.parse(shape)
  const rows: readonly Values[] = JSON.parse(values)
  return names.map((field, index) => {
    const [before, after, from, to, digest] = rows[index] ?? [null, null]
    return {
      field,
      before,
      after,
      from: from ?? plain(before),
      to: to ?? plain(after),
      ...(digest === undefined ? {} : { digest }),
    }
  })
}

/** What a later run compares a change with. */
export function pastOf({ field, before, after, digest }: FieldChange): PastChange {
  return { field, before, after, ...(digest === undefined ? {} : { digest }) }
}

function valuesOf({ before, after, from, to, digest }: FieldChange): Values {
  if (digest !== undefined) return [before, after, from, to, digest]
  const shownFrom = from === plain(before) ? null : from
  const shownTo = to === plain(after) ? null : to
  return shownFrom === null && shownTo === null ? [before, after] : [before, after, shownFrom, shownTo]
}

function plain(value: FieldValue): string {
  if (value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isSecret(change: FieldChange): boolean {
  return change.field === 'password'
}

function masked(change: FieldChange): FieldChange {
  return { ...change, before: null, after: null, from: MASK, to: MASK }
}
