/** What the operator decided, in the words of a run. Commands make it from the configuration. */
import type { IpRange } from '../../model/ip-range.ts'
import type { Policies } from '../../model/policy.ts'

/** Ids or names; a subscriber with any of them is meant. */
export interface FilterRule {
  readonly groups: readonly string[]
  readonly tags: readonly string[]
  readonly tariffs: readonly string[]
  readonly states: readonly string[]
  /** `*` stands for any letters. */
  readonly logins: readonly string[]
}

export interface SyncOptions {
  readonly billingId: number
  /** 32 hex digits that name this configuration to the ERP, the same from run to run (§5). */
  readonly configurationHash: string
  readonly policies: Policies
  /** The ERP's field id by the billing's. */
  readonly additionalFields: ReadonlyMap<string, string>
  readonly protectedIps: readonly IpRange[]
  readonly isAddressCreationDisabled: boolean
  readonly isUnusedAddressSkipped: boolean
  readonly isStreetFullNameUsed: boolean
  readonly isMessageImported: boolean
  /** A billing group (id or name) every subscriber is put in; `""` none. */
  readonly alwaysGroup: string
  readonly isForeignGroupRemoved: boolean
  /** `undefined`: the ERP's hashed passwords cannot be written. */
  readonly passwordSalt: string | undefined
  /** Keys the digests of values that must not be stored; a secret itself. */
  readonly digestKey: string
  /** The core revision the operator says to have; 0 unknown. */
  readonly moduleRevision: number
  readonly include: FilterRule | undefined
  readonly exclude: FilterRule | undefined
  /** What happens to a sales lead that holds a billing id already. */
  readonly leads: 'report' | 'convert'
  readonly safety: {
    readonly maxAbsentPercent: number
    readonly maxAbsentCount: number
    readonly maxCreatePercent: number
    readonly maxCreateCount: number
    readonly maxChangePercent: number
    readonly maxChangeCount: number
  }
  /** Minutes between full comparisons; the runs between are light. 0 makes every run a full one. */
  readonly fullEveryMinutes: number
  /** `--accept-absent`: the absence guard is overridden once. */
  readonly isAbsenceAccepted: boolean
  /** `--accept-creates`, `--accept-changes`: the brakes on creating and on changing are overridden once. */
  readonly isCreateAccepted: boolean
  readonly isChangeAccepted: boolean
  /** `--full`: what is remembered is ignored. */
  readonly isFull: boolean
  /** `--id`: only these subscribers are in the run; left out, everybody is. */
  readonly only?: readonly string[] | undefined
  /** Requests at a time to UserSide. */
  readonly concurrency: number
}
