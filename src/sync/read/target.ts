/** Reads UserSide's clock, settings and short lists, before anything is compared. */
import type { BillingSystem } from '../../billing/billing.ts'
import type { HeldName, HeldTariff, ServiceOffer } from '../../model/customer.ts'
import { toUnix } from '../../model/date.ts'
import type { Directory } from '../../model/directory.ts'
import { UsersideError } from '../../model/errors.ts'
import type { Logger } from '../../model/logger.ts'
import type { ReportProblem } from '../../model/problem.ts'
import type { Handshake, Settings, Userside, UsersideSystem } from '../../userside/userside.ts'

export interface Target {
  readonly system: UsersideSystem
  readonly settings: Settings
  readonly tariffs: ReadonlyMap<string, HeldTariff>
  readonly services: Directory<ServiceOffer>
  readonly groups: Directory<HeldName>
  readonly tags: Directory<HeldName>
}

/** What the handshake tells the ERP of this program (§2 step 2). */
export interface RunIdentity {
  readonly version: string
  /** Of the program. */
  readonly path: string
  readonly logPath: string
}

/**
 * Heeds the core revision the ERP asks for. It is warned of when the operator vouches for it.
 * @param vouched the revision the operator says to have; 0 unknown
 * @throws UsersideError when the ERP asks for a newer one
 */
export function checkRevision({ minimumRevision }: Handshake, vouched: number, report: ReportProblem): void {
  if (minimumRevision <= 0) return
  const message = `UserSide asks for an import module of core revision ${minimumRevision} or newer.`
  if (vouched < minimumRevision) {
    throw new UsersideError('refused', 'usm_billing/set_start_info', message, {
      hint: `Set "usersideModuleRevision" to ${minimumRevision} or higher when you know that this version of UserSide works with usm-billing.`,
    })
  }
  report({ code: 'module-revision', example: String(minimumRevision), text: message })
}

/** Asks the ERP for its settings, telling it both clocks. @throws UsersideError */
export async function askSettings(
  userside: Userside,
  system: UsersideSystem,
  billing: BillingSystem,
): Promise<Settings> {
  // Both texts in one and the same zone, so that their difference is that of the clocks (§11.6).
  return userside.settings({
    billingTime: toUnix(billing.clock.local, hostOffset(billing.clock.local)),
    erpTime: toUnix(system.clock.local, hostOffset(system.clock.local)),
  })
}

/** Reads settings and short lists. @throws UsersideError */
export async function readTarget(
  userside: Userside,
  system: UsersideSystem,
  billing: BillingSystem,
  logger: Logger,
): Promise<Target> {
  logger.step('Reading UserSide')
  return {
    system,
    settings: await askSettings(userside, system, billing),
    tariffs: await userside.tariffs(),
    services: await userside.services(),
    groups: await userside.groups(),
    tags: await userside.tags(),
  }
}

/** Minutes the host's zone is ahead of UTC at a local time. */
function hostOffset(local: string): number {
  return -new Date(local.replace(' ', 'T')).getTimezoneOffset()
}
