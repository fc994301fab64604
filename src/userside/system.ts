/** The calls a run starts with: who the ERP is, the handshake and what the ERP dictates (§2, §3). */
import * as v from 'valibot'
import { fieldOf, isRecord, textOf } from '../json/shapes.ts'
import type { SystemClock } from '../model/clock.ts'
import { parseDateTime, toUnix } from '../model/date.ts'
import { integerText } from '../model/decimal.ts'
import { printable } from '../model/text.ts'
import type { Answer } from './caller.ts'
import type { Envelope } from './envelope.ts'
import type { Handshake, Settings, UsersideSystem } from './userside.ts'
import { flagOf, numberOf } from './values.ts'

const ZONE_STEP_MINUTES = 15

const SystemSchema = v.object({
  date: v.pipe(
    v.string(),
    v.transform((text) => parseDateTime(text)),
    v.nonEmpty(),
  ),
  erp: v.optional(v.unknown()),
})

/**
 * Reads the answer of `get_system_information`; `undefined` when it holds no date.
 * @param now milliseconds since 1970, for a server that sends no `Date` header
 */
export function readSystem({ body, date }: Answer, now: number): UsersideSystem | undefined {
  const parsed = v.safeParse(SystemSchema, body)
  if (!parsed.success) return undefined
  const { erp } = parsed.output
  return {
    name: printable(textOf(fieldOf(erp, 'name'))),
    version: printable(textOf(fieldOf(erp, 'version'))),
    clock: clockOf(parsed.output.date, date, now),
  }
}

function clockOf(local: string, dateHeader: string | null, now: number): SystemClock {
  const told = Date.parse(dateHeader ?? '')
  const unix = (Number.isNaN(told) ? now : told) / 1000
  const aheadMinutes = (toUnix(local, 0) - unix) / 60
  // Without the zero a clock a little behind UTC would be -0 minutes ahead of it.
  return { local, offsetMinutes: Math.round(aheadMinutes / ZONE_STEP_MINUTES) * ZONE_STEP_MINUTES + 0 }
}

/** Reads the answer of `set_start_info`. */
export function readHandshake({ members, data }: Envelope): Handshake {
  const asked = members.get('moduleminallowversion') ?? fieldOf(data, 'module_min_allow_version')
  return { minimumRevision: numberOf(asked) }
}

const flag = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => flagOf(value)),
  ),
  0,
)
const number = v.optional(v.pipe(v.unknown(), v.transform(numberOf)), 0)
const identifier = v.optional(v.pipe(v.unknown(), v.transform(integerText)), 0)

const SettingsSchema = v.object({
  is_update_address: flag,
  is_new_house_billing_compare: flag,
  address_compare_format: flag,
  is_update_traffic: flag,
  date_traffic_update: number,
  date_traffic_update_interval: v.optional(v.pipe(v.unknown(), v.transform(numberOf)), 1),
  is_update_mac: flag,
  is_customer_activity_timestamp: flag,
  is_encode_customer_password: flag,
  row_limit: number,
  last_paid_id: identifier,
  last_msg_id: identifier,
})

/** Reads the `data` of `get_settings`; what is missing is 0 (§3). */
export function readSettings(data: unknown): Settings {
  const told = v.parse(SettingsSchema, isRecord(data) ? data : {})
  return {
    isUpdateAddress: told.is_update_address,
    isCompareHouse: told.is_new_house_billing_compare,
    isShortAddressFormat: told.address_compare_format,
    isUpdateTraffic: told.is_update_traffic,
    trafficUpdatedAt: told.date_traffic_update,
    trafficIntervalMinutes: told.date_traffic_update_interval,
    isUpdateMac: told.is_update_mac,
    isActivityTimestamp: told.is_customer_activity_timestamp,
    isPasswordEncoded: told.is_encode_customer_password,
    rowLimit: told.row_limit,
    lastPaidId: told.last_paid_id,
    lastMessageId: told.last_msg_id,
  }
}
