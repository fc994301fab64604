/** What stands in a place of an answer: which values are somebody's, and in which form. */
import type { Kind } from './text.ts'

export interface Place {
  readonly side: 'billing' | 'userside'
  /** `request` of a module call, else the action. */
  readonly call: string
  /** Names of the members around a value, from the outside in; of a list those of its member. */
  readonly path: readonly string[]
}

/** Lists whose entries stand under ids of subscribers. */
const OF_SUBSCRIBERS = /^get_user_(?:list|crc_billing_list)$/
/** Nobody's, where they are numbers, dates or one of the words the interfaces know: what they mean would be lost. */
const KEPT =
  /^(?:id|.*_id|date.*|.*_date|.*_unix|time|up|down|traffic|payment|payment_interval|cost|discount|flag_.*|is_.*|floor|entrance|service_type|functional|type|type_name|version|os|result|groups?|tags?|services?|count)$/i
const REFERENCES = /^(?:groups?|tags?|services?)$/i
const PLAIN = /^[-+\d.,:\sTZ]*$/
/** Ids of subscribers. */
const SUBSCRIBER_ID = /^(?:user_id|billing_uid|customer_code)$/
const KNOWN_ID =
  /^(?:state|house|building|city|street|city_district|tariff|type|userside|parent|billing|apartment)_id$/i
/** What is less is a place in a list. */
const LEAST_ADDRESS = 2 ** 24
const PERSONAL = /^(?:login|full_name|account_number|comment)$/
/** Members of the interfaces' records and envelopes. */
const MEMBER = /^[a-z]+(?:_[a-z]+)*$/i
const ENVELOPE = /^(?:result|data|error|errortext|error_text|count)$/i
const SYSTEM = /^(?:get_system_information|get_api_information|get_supported_method_list|get_settings)$/

/** `undefined`: the value stays as it is. @param value between its quotes, or a number */
export function kindOf({ side, call, path }: Place, value: string): Kind | undefined {
  if (SYSTEM.test(call)) return undefined
  const name = path.at(-1) ?? ''
  const isRecord = OF_SUBSCRIBERS.test(call) && withoutEnvelope(path).length <= 2
  if (name === 'ip') return 'ip'
  if (name === 'mac') return 'mac'
  if (path.includes('phone') && name === 'number') return 'phone'
  if (/^pass(?:word|wd)?$|^psw$/i.test(name)) return 'secret'
  if (name === 'balance' || name === 'credit') return 'amount'
  // Numbers of apartments are no ids that anything hangs on.
  const isOfSubscriber =
    SUBSCRIBER_ID.test(name) ||
    path.at(-2) === 'apartment' ||
    (isRecord && name === 'id' && side === 'billing') ||
    (name === 'parent_id' && side === 'billing')
  // Of a record's other ids nobody knows whether they are a passport's.
  const isUnknownId = OF_SUBSCRIBERS.test(call) && /_id$/i.test(name) && !KNOWN_ID.test(name)
  if (isOfSubscriber || isUnknownId || (isRecord && PERSONAL.test(name))) return 'person'
  // A list of references may be a map of them.
  if (REFERENCES.test(path.at(-2) ?? '') && PLAIN.test(value)) return undefined
  if (KEPT.test(name) && (PLAIN.test(value) || /^(?:type|type_name|functional|result|os)$/.test(name)))
    return undefined
  return 'text'
}

/** The same of the name of a member. @param path of the object */
export function kindOfName({ call, path }: Place, name: string): Kind | undefined {
  if (SYSTEM.test(call) || ENVELOPE.test(name)) return undefined
  const depth = withoutEnvelope(path).length
  if (depth === 0 && OF_SUBSCRIBERS.test(call)) return 'person'
  if (path.at(-1) === 'ip_mac' && Number(name) >= LEAST_ADDRESS) return 'ip'
  if (/^\d+$/.test(name)) return undefined
  return depth > 0 && MEMBER.test(name) ? undefined : 'text'
}

function withoutEnvelope(path: readonly string[]): readonly string[] {
  return /^data$/i.test(path[0] ?? '') ? path.slice(1) : path
}
