/** Texts on their way to the ERP, encoded as its known-good writer does (§1). Reads are decoded by `model/text.ts`. */
import type { CustomerPatch } from './userside.ts'

const APOSTROPHE = ["'", '&#039;'] as const
const SLASH = ['/', '&#047;'] as const
const BACKSLASH = ['\\', '&#092;'] as const
const PLUS = ['+', '&#43;'] as const

const ENCODED = {
  text: [APOSTROPHE],
  comment: [APOSTROPHE, SLASH, BACKSLASH],
  tariffName: [APOSTROPHE, SLASH],
  groupName: [APOSTROPHE, SLASH, PLUS],
} as const

export type TextKind = keyof typeof ENCODED

/** A plain text as the ERP wants it. */
export function encodeText(kind: TextKind, text: string): string {
  // Half a surrogate pair makes the whole JSON of a lot unreadable for PHP.
  let encoded = text.toWellFormed()
  for (const [character, entity] of ENCODED[kind]) encoded = encoded.replaceAll(character, entity)
  return encoded
}

/**
 * An id of the billing as the ERP returns it. Ids are sent as they are, so only what the ERP encodes by itself is
 * decoded: an `&amp;` belongs to the id (§1, §11.4).
 */
export function decodeId(id: string): string {
  if (!id.includes('&#')) return id
  let decoded = id
  for (const [character, entity] of [APOSTROPHE, SLASH, BACKSLASH, PLUS])
    decoded = decoded.replaceAll(entity, character)
  return decoded
}

/**
 * How a member of a patch travels: `raw` as it is (ids, numbers, dates), `text` and `comment` encoded, `numbered` as
 * `key1`, `key2` … instead of a list; a map `byId` as it is, or as `texts` and `comments`, its values encoded.
 */
export type FieldKind = 'raw' | 'text' | 'comment' | 'numbered' | 'byId' | 'texts' | 'comments'

type KindFor<Value> = Value extends readonly unknown[]
  ? 'raw' | 'numbered'
  : Value extends string
    ? 'raw' | 'text' | 'comment'
    : Value extends number
      ? 'raw'
      : 'byId' | 'texts' | 'comments'

/** Every member of a subscriber's patch says how it travels: one that does not is a type error. */
export const CUSTOMER_FIELD_KINDS: {
  readonly [Key in keyof CustomerPatch]-?: KindFor<NonNullable<CustomerPatch[Key]>>
} = {
  name: 'text',
  login: 'text',
  account_number: 'text',
  comment: 'comment',
  balance: 'raw',
  credit: 'raw',
  discount: 'raw',
  flag_corporate: 'raw',
  is_disable: 'raw',
  parent_id: 'raw',
  password: 'raw',
  date_connect: 'raw',
  agreement_number: 'text',
  agreement_date: 'raw',
  add_tariff_id: 'raw',
  delete_tariff_id: 'raw',
  tariff_new_id: 'raw',
  traffic_up: 'raw',
  traffic_down: 'raw',
  date_activity_inet: 'raw',
  date_activity_inet_unix: 'raw',
  phone0: 'text',
  phone1: 'text',
  phone2: 'text',
  phone3: 'text',
  phone4: 'text',
  email: 'text',
  house_id: 'raw',
  apartment_number: 'text',
  floor: 'text',
  entrance: 'raw',
  add_ip: 'numbered',
  ip_change_mac: 'numbered',
  delete_ip: 'numbered',
  state_id: 'raw',
  additional_data: 'texts',
  tag: 'byId',
  add_group_id: 'byId',
  delete_group_id: 'byId',
  service: 'byId',
  service_cost: 'byId',
  service_comment: 'comments',
  is_in_billing: 'raw',
  crc_billing: 'raw',
}
