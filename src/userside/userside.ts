/**
 * The target side's interface: what a run reads from UserSide and the few ways it may write. Batching rules, entity
 * encoding and the envelope stay behind it (`contracts/userside-api.md`).
 */
import type { SystemClock } from '../model/clock.ts'
import type { Customer, HeldName, HeldTariff, Holder, ServiceOffer } from '../model/customer.ts'
import type { Directory } from '../model/directory.ts'

export interface UsersideSystem {
  readonly name: string
  readonly version: string
  readonly clock: SystemClock
}

/** What the ERP dictates (§3); a missing key is 0. */
export interface Settings {
  readonly isUpdateAddress: boolean
  /** True: `compare_house`; false: match and create step by step (§5). */
  readonly isCompareHouse: boolean
  readonly isShortAddressFormat: boolean
  readonly isUpdateTraffic: boolean
  /** Unix seconds by the ERP's clock; 0 never. */
  readonly trafficUpdatedAt: number
  readonly trafficIntervalMinutes: number
  readonly isUpdateMac: boolean
  readonly isActivityTimestamp: boolean
  readonly isPasswordEncoded: boolean
  /** Most active subscribers of the licence; 0 unlimited. */
  readonly rowLimit: number
  readonly lastPaidId: string
  readonly lastMessageId: string
}

/**
 * What became of a write. `refused`: the ERP said no, nothing of it happened. `lost`: nobody knows (connection cut,
 * 5xx, no readable answer): never repeat it blindly, read back first.
 */
export type WriteResult<T = undefined> =
  | { readonly kind: 'done'; readonly value: T }
  | {
      readonly kind: 'refused'
      readonly message: string
      /** The form was too big to be sent or taken, and nothing of it was carried out: into how many it should be cut. */
      readonly parts?: number
    }
  | { readonly kind: 'lost'; readonly message: string }

/** Changes of one tariff; fee and interval always go together. */
export interface TariffPatch {
  readonly name?: string
  /** Decimal text, hryvnias. */
  readonly payment?: string
  readonly payment_interval?: number
  readonly speed_rx?: number
  readonly speed_tx?: number
  readonly traffic?: number
  readonly service_type?: string
  readonly is_in_billing?: 0 | 1
}

/**
 * Changes of one subscriber in the ERP's own words (§6). Texts are plain here; the wire's encoding is applied when
 * the request is built. `add_ip`, `ip_change_mac`, `delete_ip` are lists here and numbered on the wire.
 */
export interface CustomerPatch {
  readonly name?: string
  readonly login?: string
  readonly account_number?: string
  readonly comment?: string
  readonly balance?: string
  readonly credit?: string
  readonly discount?: number
  readonly flag_corporate?: 0 | 1
  readonly is_disable?: 0 | 1
  readonly parent_id?: string
  readonly password?: string
  readonly date_connect?: string
  readonly agreement_number?: string
  readonly agreement_date?: string
  readonly add_tariff_id?: readonly string[]
  readonly delete_tariff_id?: readonly string[]
  readonly tariff_new_id?: string
  readonly traffic_up?: string
  readonly traffic_down?: string
  readonly date_activity_inet?: string
  readonly date_activity_inet_unix?: number
  readonly phone0?: string
  readonly phone1?: string
  readonly phone2?: string
  readonly phone3?: string
  readonly phone4?: string
  readonly email?: string
  readonly house_id?: string
  readonly apartment_number?: string
  readonly floor?: string
  readonly entrance?: number
  readonly add_ip?: readonly string[]
  readonly ip_change_mac?: readonly string[]
  readonly delete_ip?: readonly string[]
  readonly state_id?: string
  readonly additional_data?: Readonly<Record<string, string>>
  readonly tag?: Readonly<Record<string, string | number>>
  readonly add_group_id?: Readonly<Record<string, string>>
  readonly delete_group_id?: Readonly<Record<string, string>>
  readonly service?: Readonly<Record<string, 1 | -1>>
  readonly service_cost?: Readonly<Record<string, string>>
  readonly service_comment?: Readonly<Record<string, string>>
  readonly is_in_billing?: 0 | 1
  readonly crc_billing?: string
}

/** A patch's members that go alone, one a request, in large lots, with `src=billing`. */
export const HOT_KEYS = [
  'balance',
  'traffic_up',
  'traffic_down',
  'date_activity_inet',
  'date_activity_inet_unix',
] as const

/** What UserSide tells of a subscriber beside its record: texts as they came, `""` for what is missing (§2, step 8). */
export interface SourceHash {
  readonly crc: string
  readonly activity: string
  readonly balance: string
  readonly trafficIn: string
  readonly trafficOut: string
}

/** A house as `compare_house` wants it. Empty parts are empty texts. */
export interface HouseName {
  readonly province: string
  readonly district: string
  readonly city: string
  readonly area: string
  readonly street: string
  readonly number: string
  readonly block: string
  readonly postcode: string
}

export interface HouseMatches {
  /** ERP house id by billing house id; `""` for a house the ERP could neither match nor create. */
  readonly houseIds: ReadonlyMap<string, string>
  /** What the ERP says it created. */
  readonly created: { readonly cities: number; readonly streets: number; readonly houses: number }
}

/** A sales lead that UserSide keeps among its customers (§6). */
export interface Lead {
  /** The subscriber's id in the billing that it holds: the key of its record, else its `billing_id`. Never `""` or `0`. */
  readonly billingId: string
  /** `""` when it has no usable one. */
  readonly erpId: string
  readonly name: string
}

/** What UserSide tells of a house by the id of its building: two ids for what may be one thing (§5, §10.1). */
export interface HouseUnit {
  readonly unitId: string
  readonly buildingId: string
  readonly name: string
  readonly floor: string
  readonly entrance: string
}

/**
 * What was learned of this UserSide and holds for the runs after this one too: where it differs from its documentation
 * is found out once. Plain JSON; the client reads and amends it, who runs keeps it.
 */
export interface UsersideWays {
  /** Additional fields that are shown, and so written, under `additional_customer_data` (§6). */
  additionalCustomerFields: string[]
  /** `add_house` ignores `block`: the folded number is sent as `number` (§5). */
  isBlockDropped: boolean
  /** Largest form, in bytes as encoded, that was not answered with 413; at most 512 KiB (§1). */
  formBytes: number
}

/** A house of the ERP in the step-by-step way, found by the hash of its full name. */
export interface HeldHouse {
  readonly erpId: string
  readonly postcode: string
  readonly floor: string
  readonly entrance: string
}

/** What a handshake told. */
export interface Handshake {
  /** Newest core revision the ERP asks for; 0 when it asks for none. */
  readonly minimumRevision: number
}

export interface UsersideTally {
  readonly reads: number
  /** Requests that change data, not the bookkeeping calls. */
  readonly writes: number
  readonly retries: number
  readonly bytes: number
}

export interface NewCustomer {
  readonly billingId: string
  readonly name: string
}

export interface NewMessage {
  readonly billingMessageId: string
  readonly customerErpId: string
  readonly unixTime: number
  readonly text: string
}

/** Largest lots known to be good (§1). */
export const LOT_SIZES = { creates: 100, edits: 200, hotEdits: 4000, houses: 10_000, tariffs: 200 } as const

/** Reads throw `UsersideError` when the answer cannot be had after retries; writes tell what became of them. */
export interface Userside {
  system(): Promise<UsersideSystem>
  start(info: { version: string; path: string; logPath: string }): Promise<Handshake>
  settings(clocks: { billingTime: number; erpTime: number }): Promise<Settings>
  /** Best effort, never throws: lets the ERP do its own post-processing. */
  finishOperation(): Promise<void>
  /** Best effort, never throws: end of the run. */
  stop(): Promise<void>

  tariffs(): Promise<ReadonlyMap<string, HeldTariff>>
  /** Keyed by name. */
  services(): Promise<Directory<ServiceOffer>>
  groups(): Promise<Directory<HeldName>>
  tags(): Promise<Directory<HeldName>>
  /**
   * Record by record, so that memory holds one side only. The list is whole only when the loop ends by itself: an
   * answer that breaks off throws in its midst, and whoever iterates has to begin anew.
   * `onUnusable` is told the key of every record without an ERP id: it exists, but cannot be edited, nor created.
   * `onDoubtful` is told an ERP id that a second record comes with, under another key: one of the two has somebody
   * else's, so the first one, which was given before, is not to be edited either. The second is told as unusable.
   * Records under the key `""` are nobody's and left out; `onNameless` is told the ERP id of each. One under `0` is given, because a billing may well have a
   * subscriber of that name: where it has none, the record is nobody's too. Leads are never among the records, listed or
   * not; `onLead` is told of those that hold an id of the billing.
   * `withLeads` asks UserSide for those it leaves out of its list otherwise (§6).
   */
  customers(options: {
    withPasswords: boolean
    withLeads?: boolean
    onUnusable?: (key: string) => void
    onDoubtful?: (erpId: string) => void
    onNameless?: (erpId: string) => void
    onLead?: (lead: Lead) => void
  }): AsyncIterable<Customer>
  /** Everybody by UserSide's own ids, leads too: one more reading of the big list, for `verify`. */
  holders(): AsyncIterable<Holder>
  /**
   * Source hashes and hot fields by the keys of `customers`; `undefined` when the call failed.
   * @param subscribers about how many there are: the answer is as long as they are many
   */
  hashes(subscribers: number): Promise<ReadonlyMap<string, SourceHash> | undefined>

  /** ERP city ids by city name. */
  cities(): Promise<ReadonlyMap<string, string>>
  /** ERP street ids by `<city id>_<street name>`. */
  streets(): Promise<ReadonlyMap<string, string>>
  /** Houses by the md5 of their full name. */
  houses(): Promise<ReadonlyMap<string, HeldHouse>>

  addTariff(billingTariffId: string, name: string): Promise<WriteResult<string>>
  /**
   * By ERP id, any number; falls back to one by one when the ERP refuses a group. `onSettled` is told of each tariff;
   * the result is the worst of all.
   */
  editTariffs(
    patches: ReadonlyMap<string, TariffPatch>,
    onSettled?: (erpId: string, result: WriteResult) => void,
  ): Promise<WriteResult>
  editTariff(erpId: string, patch: TariffPatch): Promise<WriteResult>

  compareHouses(
    houses: ReadonlyMap<string, HouseName>,
    options: { create: boolean; short: boolean; configurationHash: string },
  ): Promise<WriteResult<HouseMatches>>
  addCity(name: string): Promise<WriteResult<string>>
  addStreet(cityId: string, name: string): Promise<WriteResult<string>>
  addHouse(house: {
    cityId: string
    streetId: string
    number: string
    block: string
    floor: string
    entrance: string
  }): Promise<WriteResult<string>>
  /**
   * By the ids `house_id` holds, in lots; of an id that is missing in the answer nothing can be told. `undefined`: UserSide
   * does not tell (a key without this section, another release).
   */
  houseUnits(ids: readonly string[]): Promise<ReadonlyMap<string, HouseUnit> | undefined>
  editHouse(
    house: { readonly unitId: string } | { readonly buildingId: string },
    patch: { postcode?: string; entrance?: string; floor?: string },
  ): Promise<WriteResult>

  /** One lot of at most 100. */
  addCustomers(lot: readonly NewCustomer[]): Promise<WriteResult>
  /** One lot; `hot` lots hold one and the same hot member each and at most 4000 subscribers, others at most 200. */
  editCustomers(lot: ReadonlyMap<string, CustomerPatch>, options: { hot: boolean }): Promise<WriteResult>

  /** Makes a lead a regular subscriber. */
  convertLead(erpId: string): Promise<WriteResult>

  addGroup(name: string): Promise<WriteResult<string>>
  addTag(name: string): Promise<WriteResult<string>>
  addService(name: string): Promise<WriteResult<string>>
  /** `cost` as decimal text, hryvnias. */
  editService(erpId: string, cost: string): Promise<WriteResult>
  addMessage(message: NewMessage): Promise<WriteResult>

  readonly tally: UsersideTally
  readonly ways: UsersideWays
}

/** What the ERP tells of itself. */
export interface ErpInformation {
  readonly version: string
  readonly phpVersion: string
  /** Unix seconds by the ERP's clock; 0 when it does not tell. */
  readonly unixTime: number
}

/** What only `doctor` asks besides (§13). A key may lack the sections: a refusal says nothing about a run. */
export interface DescribedUserside extends Userside {
  /** Names of the ERP's billings, by their ids. */
  billings(): Promise<ReadonlyMap<string, string>>
  erpInformation(): Promise<ErpInformation>
  /** Names of the additional fields a subscriber may have, by their ids. */
  additionalFields(): Promise<ReadonlyMap<string, string>>
}
