/** Everything a field needs to know beside the two records it compares, made once a run. */
import type { State } from '../../model/catalogue.ts'
import type { Policies } from '../../model/policy.ts'
import type { Address, Exported } from '../../model/subscriber.ts'
import type { Zone } from '../../model/zone.ts'
import type { Settings } from '../../userside/userside.ts'
import type { NameMatch } from './name-match.ts'
import type { SyncOptions } from './options.ts'

/**
 * Where a subscriber's house stands in the ERP: an ERP id (or the reference of a house about to be created), or
 * `undefined` when nobody can tell, so that the ERP's address is left alone.
 */
export type ResolveHouse = (address: Address) => string | undefined

/** What UserSide's houses are called. */
export interface HouseNaming {
  /** By UserSide's id, or the reference of a house about to be created; `undefined` for a house of UserSide alone. */
  of(id: string): string | undefined
  /** Of a house that got its id just now. */
  learn(id: string, name: string): void
}

export interface SyncContext {
  readonly options: SyncOptions
  readonly policies: Policies
  readonly settings: Settings
  readonly exported: Exported
  /** The billing's tariffs by the canonical form of their ids; `undefined` when the list could not be had. */
  readonly tariffIds: ReadonlySet<string> | undefined
  /** Tariff ids as they travel, by their canonical form: the billing's, and UserSide's of tariffs that are gone. */
  readonly tariffWireIds: ReadonlyMap<string, string>
  readonly states: ReadonlyMap<string, State> | undefined
  readonly groups: NameMatch | undefined
  readonly tags: NameMatch | undefined
  readonly services: NameMatch | undefined
  /** What the billing calls the additional fields that are imported, by the ERP's field id; for people. */
  readonly additionalFieldNames: ReadonlyMap<string, string> | undefined
  /** ERP id of the group every subscriber is put in; `""` none. */
  readonly alwaysGroupErpId: string
  /** `undefined`: addresses are not imported at all in this run. */
  readonly resolveHouse: ResolveHouse | undefined
  /** For people. */
  readonly houseNames: HouseNaming
  /** True when the traffic interval of the ERP has passed (§3). */
  readonly isTrafficDue: boolean
  /** In which the billing's local times are. */
  readonly billingZone: Zone
  /** ERP ids of subscribers by their id in the billing, as far as they are known. */
  readonly erpIds: ReadonlyMap<string, string>
  /** Managed subscribers the ERP does not have: parents among them are about to be created. */
  readonly awaited: ReadonlySet<string>
  /** Whether this program gave a subscriber a group, tag or service, by the ERP's id of it (§7). */
  readonly isGiven: IsGiven
}

export type IsGiven = (kind: 'group' | 'tag' | 'service', subscriberId: string, erpId: string) => boolean
