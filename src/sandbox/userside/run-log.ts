/** The runs of the module as the ERP sees them: which were begun, which were ended. */
export interface RunRecord {
  readonly version: string
  /** The settings this run was given; `undefined` until it asked. */
  settings: Readonly<Settings> | undefined
  operations: number
  isStopped: boolean
  /** Requests that change data. */
  writes: number
}

/** What the ERP dictates, under its own names (userside-api.md §3). */
export interface Settings {
  is_update_address: number
  is_new_house_billing_compare: number
  address_compare_format: number
  is_update_traffic: number
  date_traffic_update: number
  date_traffic_update_interval: number
  is_update_mac: number
  is_customer_activity_timestamp: number
  is_encode_customer_password: number
  row_limit: number
  last_paid_id: number
  last_msg_id: number
}

export const DEFAULT_SETTINGS: Settings = {
  is_update_address: 1,
  is_new_house_billing_compare: 1,
  address_compare_format: 0,
  is_update_traffic: 1,
  date_traffic_update: 0,
  date_traffic_update_interval: 1,
  is_update_mac: 1,
  is_customer_activity_timestamp: 0,
  is_encode_customer_password: 0,
  row_limit: 0,
  last_paid_id: 0,
  last_msg_id: 0,
}
