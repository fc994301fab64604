/** A subscriber as UserSide holds it: the fields to compare with. */
import type { FieldValue } from './journal.ts'
import type { IpMac } from './network.ts'
import type { NextTariff } from './subscriber.ts'

export interface CustomerAddress {
  /** The ERP's house id; `""` none. */
  readonly houseId: string
  readonly apartment: string
  readonly floor: string
  readonly entrance: string
}

export interface HeldService {
  readonly cost: number | undefined
  readonly comment: string
}

export interface Customer {
  /** Key of the record: the subscriber's id in the billing, as the ERP returns it. */
  readonly key: string
  /** Key of the record it stood in, where UserSide keeps child accounts in their parents: its key may be short for `<parent>_<key>`. */
  readonly parentKey?: string
  /** The ERP's own id. */
  readonly erpId: string
  readonly isInBilling: boolean
  readonly login: string
  readonly fullName: string
  readonly accountNumber: string
  readonly comment: string
  /** Minor units. */
  readonly balance: number
  readonly credit: number
  /** Hundredths of a percent. */
  readonly discount: number
  readonly isCorporate: boolean
  readonly isFormer: boolean
  /** ERP id of the parent account; `""` none. */
  readonly parentErpId: string
  readonly stateId: string
  /** `YYYY-MM-DD` or `""`. */
  readonly connectedOn: string
  /** `YYYY-MM-DD hh:mm:ss` or `""`. */
  readonly activeAt: string
  /** Unix seconds; 0 unknown. */
  readonly activeAtUnix: number
  readonly agreementNumber: string
  readonly agreementDate: string
  /** Billing tariff ids, a multiset, as the ERP returns them, entities decoded. */
  readonly tariffs: readonly string[]
  readonly nextTariff: NextTariff | undefined
  readonly trafficUp: string
  readonly trafficDown: string
  /** Digits by slot: the position in the list is the slot; `""` for an empty one. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly address: CustomerAddress
  readonly ipMacs: readonly IpMac[]
  /** By the ERP's field id. */
  readonly additionalData: ReadonlyMap<string, string>
  /** ERP ids. */
  readonly groupIds: readonly string[]
  readonly tagIds: readonly string[]
  readonly services: ReadonlyMap<string, HeldService>
  readonly password: string
  /**
   * Values of fields that were written since the record was read: they count in the place of its own. None where the
   * record was just read.
   */
  readonly written?: ReadonlyMap<string, FieldValue>
  /**
   * Digest of the subscriber with whom the record is known to agree in everything that is not hot. None where nothing
   * is known of it.
   */
  readonly agreed?: number | undefined
}

/** What is hot of a record: told anew to every run, and written apart from all else (`contracts/userside-api.md` §6). */
export type HotPart = Pick<Customer, 'balance' | 'trafficUp' | 'trafficDown' | 'activeAt' | 'activeAtUnix'>

/** A tariff as UserSide holds it, under its id in the billing. */
export interface HeldTariff {
  readonly billingId: string
  /** `""`: it is there, but without a usable id, so that it can be neither edited nor created. */
  readonly erpId: string
  readonly name: string
  /** Units of 10^-5 hryvnia. */
  readonly fee: number
  readonly intervalDays: number
  readonly speedDown: number
  readonly speedUp: number
  readonly includedTraffic: number
  readonly serviceType: string
  readonly isInBilling: boolean
}

/** A group or a tag of the ERP. */
export interface HeldName {
  /** `""` as in {@link HeldTariff}. */
  readonly erpId: string
  readonly name: string
}

/** A service of the ERP. */
export interface ServiceOffer extends HeldName {
  /** Minor units; 0 when the ERP names none. */
  readonly cost: number
}

/** A record of UserSide by what is meant to be its alone, leads among them (§6). */
export interface Holder {
  readonly erpId: string
  /** Its id in the billing; `""` none. */
  readonly billingId: string
  readonly agreements: readonly string[]
  readonly isLead: boolean
  readonly isInBilling: boolean
  /** It has a parent account, whose numbers it shares. */
  readonly isChild: boolean
}
