/** The configuration in the words of a run. */
import { createHash } from 'node:crypto'
import { resolvePolicies } from '../../config/policies.ts'
import type { Config } from '../../config/schema.ts'
import type { SyncOptions } from '../../sync/fields/options.ts'

export interface RunSwitches {
  /** `--accept-absent`. */
  readonly isAbsenceAccepted: boolean
  /** `--accept-creates`, `--accept-changes`. */
  readonly isCreateAccepted: boolean
  readonly isChangeAccepted: boolean
  /** `--full`. */
  readonly isFull: boolean
  /** `--id`. */
  readonly only?: readonly string[] | undefined
}

/** What a run has to know of the configuration and the command line. */
export function syncOptionsOf(config: Config, switches: RunSwitches): SyncOptions {
  return {
    billingId: config.billingId,
    configurationHash: configurationHash(config),
    policies: resolvePolicies(config),
    additionalFields: new Map(Object.entries(config.additionalDataMerge)),
    protectedIps: config.confSkipDeleteIp,
    isAddressCreationDisabled: config.confIsDisableCreateAddress,
    isUnusedAddressSkipped: config.confIsSkipUnusedAddress,
    isStreetFullNameUsed: config.confIsUseStreetFullName,
    isMessageImported: config.confIsImportMessage,
    alwaysGroup: config.confAlwaysSetCustomerGroupId,
    isForeignGroupRemoved: config.confIsRemoveForeignGroups,
    passwordSalt: config.usersidePasswordSalt,
    digestKey: config.usersideApiKey,
    moduleRevision: config.usersideModuleRevision,
    include: config.filter.include,
    exclude: config.filter.exclude,
    leads: config.leads,
    safety: config.safety,
    fullEveryMinutes: config.safety.fullEvery,
    ...switches,
    concurrency: config.usersideHttp.concurrency,
  }
}

/** Names the pair of systems, not the secrets they are reached with, so that a new key is no new configuration. */
function configurationHash({ billingId, billingUrl, usersideUrl }: Config): string {
  const { origin, pathname } = new URL(billingUrl)
  return createHash('md5').update(`${billingId}\n${origin}${pathname}\n${usersideUrl}`).digest('hex')
}
