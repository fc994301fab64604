/** Rows of what the sandbox ERP holds. Texts are plain: entities were decoded once when they came in. */

export interface TariffRow {
  readonly erpId: string
  readonly billingId: string
  name: string
  /** Decimal text. */
  payment: string
  paymentInterval: number
  /** kbit/s the subscriber receives. */
  speedRx: number
  /** kbit/s the subscriber sends. */
  speedTx: number
  /** MB. */
  traffic: number
  serviceType: string
  isInBilling: boolean
  comment: string
}

export interface CityRow {
  readonly erpId: string
  readonly province: string
  readonly district: string
  readonly name: string
}

export interface StreetRow {
  readonly erpId: string
  readonly cityId: string
  readonly name: string
}

export interface HouseRow {
  /** The building's, which is what `house_id` holds. */
  readonly erpId: string
  /** The address unit's: another id of the same house where the ERP tells the two apart. */
  readonly unitId: string
  readonly cityId: string
  readonly streetId: string
  readonly area: string
  readonly number: string
  readonly block: string
  postcode: string
  floor: string
  entrance: string
}

export interface DeviceRow {
  /** Unsigned integer; -1 for a device without IP. */
  readonly ip: number
  mac: string
}

export interface ServiceRow {
  cost: string
  comment: string
}

export interface CustomerRow {
  readonly erpId: string
  /** The subscriber's id in the billing. */
  readonly billingId: string
  /** Place in the list. */
  readonly position: number
  name: string
  login: string
  accountNumber: string
  comment: string
  password: string
  balance: string
  credit: string
  discount: string
  isCorporate: boolean
  isDisabled: boolean
  /** `""` none. */
  parentId: string
  connectedOn: string
  agreementNumber: string
  agreementDate: string
  /** Billing tariff ids, a multiset. */
  tariffs: string[]
  nextTariff: { readonly id: string; readonly date: string } | undefined
  trafficUp: string
  trafficDown: string
  /** Local text or unix seconds, whichever was written. */
  activity: string
  phones: string[]
  email: string
  houseId: string
  apartment: string
  floor: string
  entrance: string
  devices: DeviceRow[]
  stateId: string
  additionalData: Map<string, string>
  groups: Set<string>
  tags: Map<string, string>
  services: Map<string, ServiceRow>
  isInBilling: boolean
  crc: string
  /** A sales lead: potential, not a subscriber yet. */
  isLead: boolean
}

export interface NameRow {
  readonly erpId: string
  name: string
}

export interface OfferRow extends NameRow {
  cost: string
}

export interface MessageRow {
  readonly erpId: string
  readonly billingMessageId: string
  readonly customerId: string
  readonly date: number
  readonly text: string
}

export type HouseFullName = readonly [
  province: string,
  district: string,
  city: string,
  area: string,
  street: string,
  number: string,
  block: string,
]
