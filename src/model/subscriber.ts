/**
 * The common language of the rooms, pure and without names of the wire. This is a subscriber as the billing describes
 * it. Absent, null and empty are the same: empty.
 */
import type { IpMac } from './network.ts'
import type { FieldName } from './policy.ts'
import type { UnreadableValue } from './unreadable.ts'

export interface Address {
  /** The billing's house id; never empty (a subscriber without a house has no address). */
  readonly houseId: string
  /** Apartment as typed; `""` for a private house. */
  readonly apartment: string
  readonly floor: string
  readonly entrance: string
}

export interface NextTariff {
  readonly id: string
  /** `YYYY-MM-DD`, December dates already mended (§5.6); `""` when the side names none. */
  readonly startDate: string
}

export interface TagMark {
  readonly id: string
  /** `YYYY-MM-DD hh:mm:ss` or `""`. */
  readonly addedAt: string
}

export interface SubscribedService {
  readonly id: string
  /** Minor units; `undefined` when the billing names none. */
  readonly cost: number | undefined
  readonly comment: string
}

export interface Subscriber {
  readonly id: string
  /** Billing id of the parent account; `""` for an account of its own. */
  readonly parentId: string
  readonly login: string
  readonly fullName: string
  readonly accountNumber: string
  readonly comment: string
  /** Minor units with their sign, debt is negative; `undefined` is empty. */
  readonly balance: number | undefined
  readonly credit: number | undefined
  /** Hundredths of a percent. */
  readonly discount: number | undefined
  readonly isCorporate: boolean | undefined
  readonly isFormer: boolean
  /** `YYYY-MM-DD` or `""`. */
  readonly connectedOn: string
  /** Last internet activity, local time of the billing, `YYYY-MM-DD hh:mm:ss` or `""`. */
  readonly activeAt: string
  readonly agreementNumber: string
  /** `YYYY-MM-DD` or `""`. */
  readonly agreementDate: string
  /** Ids of the current tariffs, a multiset; "no tariff" markers are left out. */
  readonly tariffs: readonly string[]
  readonly nextTariff: NextTariff | undefined
  /** Bytes of the month as decimal text, `"0"` when unknown. */
  readonly trafficUp: string
  readonly trafficDown: string
  /** Digits only, the main number first. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly address: Address | undefined
  readonly ipMacs: readonly IpMac[]
  /** The billing's state id; `""` none. */
  readonly stateId: string
  /** By the billing's field id. */
  readonly additionalData: ReadonlyMap<string, string>
  readonly groups: readonly string[]
  readonly tags: readonly TagMark[]
  readonly services: readonly SubscribedService[]
  /** `""` unless the configuration imports passwords; never logged, stored or shown. */
  readonly password: string
  /** Fields of which the billing says what cannot be read: they are left alone in UserSide. None when left out. */
  readonly unreadable?: readonly UnreadableValue<FieldName>[] | undefined
  /** Where it is known already what `digestOf` gives. */
  readonly digest?: number
}

/**
 * What a billing exports of its subscribers: a part is exported when some record carries it with anything but
 * null (§3). A part that is not is left alone in UserSide.
 */
export const EXPORTABLE = [
  'login',
  'fullName',
  'accountNumber',
  'comment',
  'balance',
  'credit',
  'discount',
  'corporate',
  'former',
  'connectedOn',
  'activeAt',
  'agreementNumber',
  'agreementDate',
  'tariff',
  'nextTariff',
  'traffic',
  'phones',
  'emails',
  'address',
  'floor',
  'entrance',
  'apartment',
  'ipMac',
  'state',
  'additionalData',
  'groups',
  'tags',
  'services',
  'password',
  'parent',
] as const

export type Exportable = (typeof EXPORTABLE)[number]

/** The parts and the additional fields (by id) that at least one record of the billing carries. */
export interface Exported {
  readonly parts: ReadonlySet<Exportable>
  readonly additionalFields: ReadonlySet<string>
}

/** All subscribers of the billing. */
export interface SubscriberList {
  /** By subscriber id, children under `<parent>_<child>` after their parents (§7). */
  readonly subscribers: ReadonlyMap<string, Subscriber>
  /** Ids of records that are there but could not be used: never marked absent, never edited. */
  readonly setAside: ReadonlySet<string>
  /** How many records could not be used: one of them may be known by two ids, or by none. */
  readonly unusable: number
  readonly exported: Exported
  /**
   * True when the list is of a suspiciously round length and there was no way to ask for more (T30): nobody who is
   * missing in it may be marked absent.
   */
  readonly isSuspectedCut?: boolean
  /**
   * Subscribers may be read only when something is asked of them. Where everything will be asked of all, reading them
   * now, one after another, is cheaper.
   */
  readonly readAll?: () => void
  /** Notes for the next run what was read in this one. */
  readonly noteReading?: () => void
}
