/** A subscriber's patch as `customer/group_edit` wants it (§6). */
import { CUSTOMER_FIELD_KINDS, encodeText, type FieldKind } from './entity.ts'
import { jsonOf } from './map-json.ts'
import type { CustomerPatch, UsersideWays } from './userside.ts'

type WireFields = Record<string, unknown>

/** The name under which newer releases show some of the additional fields, and so take them (§6). */
const CUSTOMER_DATA = 'additional_customer_data'

/** The fields of one subscriber, encoded, lists numbered, the old form of group changes beside the new one. */
function customerFields(patch: CustomerPatch, customerData: ReadonlySet<string>): WireFields {
  const fields: WireFields = {}
  for (const name of Object.keys(patch) as (keyof CustomerPatch)[]) {
    const value = patch[name]
    if (value !== undefined) WIRE_FORMS[CUSTOMER_FIELD_KINDS[name]](fields, name, value)
  }
  const group = groupChanges(patch)
  if (group !== undefined) fields['group'] = group
  if (customerData.size > 0 && patch.additional_data !== undefined) parted(fields, customerData)
  return fields
}

/** Puts each additional field under the name it is shown under. */
function parted(fields: WireFields, customerData: ReadonlySet<string>): void {
  const values = Object.entries(fields['additional_data'] as Record<string, string>)
  const isShownApart = ([id]: readonly [string, string]): boolean => customerData.has(id)
  if (!values.some(isShownApart)) return
  fields[CUSTOMER_DATA] = Object.fromEntries(values.filter(isShownApart))
  if (values.every(isShownApart)) delete fields['additional_data']
  else fields['additional_data'] = Object.fromEntries(values.filter((value) => !isShownApart(value)))
}

/** Ways to put a member of a patch among the fields. */
const WIRE_FORMS: Readonly<Record<FieldKind, (fields: WireFields, name: string, value: unknown) => void>> = {
  raw: (fields, name, value) => {
    fields[name] = value
  },
  text: (fields, name, value) => {
    fields[name] = encodeText('text', String(value))
  },
  comment: (fields, name, value) => {
    fields[name] = encodeText('comment', String(value))
  },
  texts: (fields, name, value) => {
    fields[name] = encodeValues('text', value)
  },
  comments: (fields, name, value) => {
    fields[name] = encodeValues('comment', value)
  },
  numbered: (fields, name, value) => {
    for (const [index, item] of (value as readonly string[]).entries()) fields[`${name}${index + 1}`] = item
  },
}

function encodeValues(kind: 'text' | 'comment', values: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values as Record<string, string>).map(([id, text]) => [id, encodeText(kind, text)]),
  )
}

/** Older releases know groups only as `{id: 1}` to add and `{id: -1}` to remove. */
function groupChanges({
  add_group_id: added,
  delete_group_id: deleted,
}: CustomerPatch): Record<string, 1 | -1> | undefined {
  if (added === undefined && deleted === undefined) return undefined
  const group: Record<string, 1 | -1> = {}
  for (const id of Object.keys(deleted ?? {})) group[id] = -1
  for (const id of Object.keys(added ?? {})) group[id] = 1
  return Object.keys(group).length === 0 ? undefined : group
}

/** The patches of a lot as the `data` field: JSON by the ERP's subscriber id. */
export function customerLot(patches: ReadonlyMap<string, CustomerPatch>, ways: UsersideWays): string {
  const customerData = new Set(ways.additionalCustomerFields)
  return jsonOf(patches, (patch) => customerFields(patch, customerData))
}
