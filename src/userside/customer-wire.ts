/** A subscriber's patch as `customer/group_edit` wants it (§6). */
import { CUSTOMER_FIELD_KINDS, encodeText, type FieldKind } from './entity.ts'
import { jsonOfTexts } from './map-json.ts'
import type { CustomerPatch, UsersideWays } from './userside.ts'

/**
 * The fields of one subscriber. What is keyed by ids stands apart: the engine writes an object with such keys slowly, and
 * so all that stands around it.
 */
interface WireRecord {
  readonly fields: Record<string, unknown>
  readonly byId: Record<string, Readonly<Record<string, unknown>>>
}

/** The name under which newer releases show some of the additional fields, and so take them (§6). */
const CUSTOMER_DATA = 'additional_customer_data'

/** The fields of one subscriber, encoded, lists numbered, the old form of group changes beside the new one. */
function customerRecord(patch: CustomerPatch, customerData: ReadonlySet<string>): WireRecord {
  const record: WireRecord = { fields: {}, byId: {} }
  for (const name of Object.keys(patch) as (keyof CustomerPatch)[]) {
    const value = patch[name]
    if (value !== undefined) WIRE_FORMS[CUSTOMER_FIELD_KINDS[name]](record, name, value)
  }
  const group = groupChanges(patch)
  if (group !== undefined) record.byId['group'] = group
  if (customerData.size > 0 && patch.additional_data !== undefined) parted(record.byId, customerData)
  return record
}

/** Puts each additional field under the name it is shown under. */
function parted(byId: WireRecord['byId'], customerData: ReadonlySet<string>): void {
  const values = Object.entries(byId['additional_data'] ?? {})
  const isShownApart = ([id]: readonly [string, unknown]): boolean => customerData.has(id)
  if (!values.some(isShownApart)) return
  byId[CUSTOMER_DATA] = Object.fromEntries(values.filter(isShownApart))
  if (values.every(isShownApart)) delete byId['additional_data']
  else byId['additional_data'] = Object.fromEntries(values.filter((value) => !isShownApart(value)))
}

/** Ways to put a member of a patch into a record. */
const WIRE_FORMS: Readonly<Record<FieldKind, (record: WireRecord, name: string, value: unknown) => void>> = {
  raw: ({ fields }, name, value) => {
    fields[name] = value
  },
  text: ({ fields }, name, value) => {
    fields[name] = encodeText('text', String(value))
  },
  comment: ({ fields }, name, value) => {
    fields[name] = encodeText('comment', String(value))
  },
  numbered: ({ fields }, name, value) => {
    for (const [index, item] of (value as readonly string[]).entries()) fields[`${name}${index + 1}`] = item
  },
  byId: ({ byId }, name, value) => {
    byId[name] = value as Readonly<Record<string, unknown>>
  },
  texts: ({ byId }, name, value) => {
    byId[name] = encodeValues('text', value)
  },
  comments: ({ byId }, name, value) => {
    byId[name] = encodeValues('comment', value)
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

/** A record as JSON, what is keyed by ids at its end. */
function recordJson({ fields, byId }: WireRecord): string {
  let json = JSON.stringify(fields).slice(0, -1)
  for (const name in byId) json += `${json === '{' ? '' : ','}"${name}":${JSON.stringify(byId[name])}`
  return `${json}}`
}

/** The patches of a lot as the `data` field: JSON by the ERP's subscriber id. */
export function customerLot(patches: ReadonlyMap<string, CustomerPatch>, ways: UsersideWays): string {
  const customerData = new Set(ways.additionalCustomerFields)
  return jsonOfTexts(patches, (patch) => recordJson(customerRecord(patch, customerData)))
}
