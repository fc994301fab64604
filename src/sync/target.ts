/** What UserSide says before anything is compared: its clock, its settings and its short lists. */
import type { BillingSystem } from '../billing/billing.ts'
import type { HeldName, HeldTariff, ServiceOffer } from '../model/customer.ts'
import { toUnix } from '../model/date.ts'
import type { Directory } from '../model/directory.ts'
import { UsersideError } from '../model/errors.ts'
import type { Narrator } from '../model/narrator.ts'
import type { ReportProblem } from '../model/problem.ts'
import type { Settings, Userside, UsersideSystem } from '../userside/userside.ts'

export interface Target {
  readonly system: UsersideSystem
  readonly settings: Settings
  readonly tariffs: ReadonlyMap<string, HeldTariff>
  readonly services: Directory<ServiceOffer>
  readonly groups: Directory<HeldName>
  readonly tags: Directory<HeldName>
}

/** How the handshake is made; a preview makes none. */
export interface HandshakeInfo {
  readonly version: string
  readonly path: string
  readonly logPath: string
  /** The core revision the operator says to have; 0 unknown. */
  readonly moduleRevision: number
}

/**
 * Announces the run to the ERP (§2 step 2).
 * @throws UsersideError when it refuses, or asks for a newer core than the operator vouches for
 */
export async function shakeHands(
  userside: Userside,
  info: HandshakeInfo,
  report: ReportProblem,
): Promise<void> {
  const { minimumRevision } = await userside.start({
    version: info.version,
    path: info.path,
    logPath: info.logPath,
  })
  if (minimumRevision <= 0) return
  const message = `UserSide asks for an import module of core revision ${minimumRevision} or newer.`
  if (info.moduleRevision < minimumRevision) {
    throw new UsersideError('refused', 'usm_billing/set_start_info', message, {
      hint: `set "usersideModuleRevision" to ${minimumRevision} or higher when you know that this version of UserSide works with usm-billing`,
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
  narrator: Narrator,
): Promise<Target> {
  narrator.step('Reading UserSide')
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
