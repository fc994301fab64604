/** A subscriber's patch as `customer/group_edit` wants it (§6). */
import { CUSTOMER_FIELD_KINDS, encodeText, type FieldKind } from './entity.ts'
import { jsonOf } from './map-json.ts'
import type { CustomerPatch } from './userside.ts'

type WireFields = Record<string, unknown>

/** The fields of one subscriber, encoded, lists numbered, the old form of group changes beside the new one. */
function customerFields(patch: CustomerPatch): WireFields {
  const fields: WireFields = {}
  for (const [name, value] of Object.entries(patch)) {
    if (value !== undefined) Object.assign(fields, wireFields(name as keyof CustomerPatch, value))
  }
  const group = groupChanges(patch)
  return Object.keys(group).length > 0 ? { ...fields, group } : fields
}

function wireFields(
  name: keyof CustomerPatch,
  value: NonNullable<CustomerPatch[keyof CustomerPatch]>,
): WireFields {
  return WIRE_FORMS[CUSTOMER_FIELD_KINDS[name]](name, value)
}

const WIRE_FORMS: Readonly<Record<FieldKind, (name: string, value: unknown) => WireFields>> = {
  raw: (name, value) => ({ [name]: value }),
  text: (name, value) => ({ [name]: encodeText('text', String(value)) }),
  comment: (name, value) => ({ [name]: encodeText('comment', String(value)) }),
  texts: (name, value) => ({ [name]: encodeValues('text', value) }),
  comments: (name, value) => ({ [name]: encodeValues('comment', value) }),
  numbered: (name, value) =>
    Object.fromEntries((value as readonly string[]).map((item, index) => [`${name}${index + 1}`, item])),
}

function encodeValues(kind: 'text' | 'comment', values: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values as Record<string, string>).map(([id, text]) => [id, encodeText(kind, text)]),
  )
}

/** Older releases know groups only as `{id: 1}` to add and `{id: -1}` to remove. */
function groupChanges(patch: CustomerPatch): Record<string, 1 | -1> {
  const group: Record<string, 1 | -1> = {}
  for (const id of Object.keys(patch.delete_group_id ?? {})) group[id] = -1
  for (const id of Object.keys(patch.add_group_id ?? {})) group[id] = 1
  return group
}

/** The patches of a lot as the `data` field: JSON by the ERP's subscriber id. */
export function customerLot(patches: ReadonlyMap<string, CustomerPatch>): string {
  return jsonOf(patches, customerFields)
}
