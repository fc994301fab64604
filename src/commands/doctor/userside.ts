/** Checks of UserSide: everything a run reads. The only POST is `get_settings`, a read (`contracts/userside-api.md` §2). */
import type { BillingSystem } from '../../billing/billing.ts'
import type { Directory } from '../../model/directory.ts'
import { counted, formatCount } from '../../report/quantity.ts'
import { askSettings } from '../../sync/read/target.ts'
import { KEY_HINT } from '../../userside/meaning.ts'
import type { Settings, Userside, UsersideSystem } from '../../userside/userside.ts'
import type { Session } from '../frame/session.ts'
import { type Check, checksOf, type ToldClock } from './check.ts'
import { Probe } from './probe.ts'

/** UserSide's subscribers of this billing, counted. */
export interface CustomerCount {
  readonly records: number
  /** In billing, by the ERP. */
  readonly present: number
  /** Present and not former: what the licence counts. */
  readonly active: number
}

export interface UsersideFindings {
  readonly checks: readonly Check[]
  readonly system?: UsersideSystem | undefined
  readonly clock?: ToldClock | undefined
  readonly settings?: Settings | undefined
  readonly customers?: CustomerCount | undefined
}

const { ok, warn, fail, skip } = checksOf('userside')

/** @param billing its clock goes into `get_settings`; without it UserSide's own stands in. @throws Interrupted */
export async function checkUserside(
  session: Session,
  billing: BillingSystem | undefined,
): Promise<UsersideFindings> {
  const { userside, logger, options } = session
  const probe = new Probe('userside')
  const directory = (name: string, call: () => Promise<Directory<unknown>>): Promise<unknown> =>
    probe.ask(name, call, (list) => directoryCheck(name, list))
  const rows = (name: string, call: () => Promise<ReadonlyMap<string, unknown>>): Promise<unknown> =>
    probe.ask(name, call, ({ size }) => ok(name, counted(size, 'row')))

  logger.step('Asking UserSide')
  const system = await probe.ask(
    'get_system_information',
    () => userside.system(),
    ({ name, version }) =>
      ok('get_system_information', `${name} ${version}`.trim() || 'a UserSide without a name'),
  )
  const clock = system && { ...system.clock, toldAt: session.now().getTime() }
  const door = doorChecks(probe)
  const settings = await probe.ask(
    'get_settings',
    () => askSettingsOf(userside, system, billing),
    (told) =>
      settingsCheck(told, options.policies.password !== 'ignore' && options.passwordSalt === undefined),
  )
  await rows('get_tariff_list', () => userside.tariffs())
  await directory('get_services_list', () => userside.services())
  await probe.ask('get_user_crc_billing_list', () => userside.hashes(), hashesCheck)
  logger.step('Counting the subscribers of UserSide')
  const customers = await probe.ask(
    'get_user_list',
    () => countCustomers(session),
    ({ records, present }) =>
      ok(
        'get_user_list',
        `${counted(records, 'subscriber')}, ${formatCount(present)} of them in the billing`,
      ),
  )
  await directory('get_user_tags', () => userside.tags())
  await directory('get_user_group_list', () => userside.groups())
  await rows('get_city_list', () => userside.cities())
  await rows('get_street_list', () => userside.streets())
  await rows('get_house_list', () => userside.houses())
  const writing = skip(
    'writing',
    'Not tested, because nothing is written here. A key with sections needs module, usm_billing, tariff, customer, address and service.',
  )
  return { checks: [...door, ...probe.checks, writing], system, clock, settings, customers }
}

async function askSettingsOf(
  userside: Userside,
  system: UsersideSystem | undefined,
  billing: BillingSystem | undefined,
): Promise<Settings> {
  const clock = system?.clock ?? { local: '', offsetMinutes: 0 }
  const { name, version } = { name: '', version: '' }
  return askSettings(userside, { name, version, clock }, billing ?? { name, version, dialect: '', clock })
}

async function countCustomers({ userside, logger }: Session): Promise<CustomerCount> {
  let records = 0
  let present = 0
  let active = 0
  for await (const { isInBilling, isFormer } of userside.customers({ withPasswords: false })) {
    records += 1
    present += isInBilling ? 1 : 0
    active += isInBilling && !isFormer ? 1 : 0
    logger.advance(1)
  }
  return { records, present, active }
}

function doorChecks({ refusal }: Probe): Check[] {
  if (refusal === undefined) return [ok('key', 'accepted'), ok('API', 'answers')]
  const { kind, message, hint } = refusal
  const unknown = 'Not known, because get_system_information failed.'
  const isKey = kind === 'refused' && hint === KEY_HINT
  return [
    isKey ? fail('key', message, hint) : skip('key', unknown),
    isKey || kind === 'temporary' ? skip('API', unknown) : fail('API', message, hint),
  ]
}

function directoryCheck(name: string, list: Directory<unknown>): Check {
  if (list.state === 'available') return ok(name, counted(list.items.size, 'row'))
  return fail(name, list.message, list.hint)
}

function hashesCheck(hashes: ReadonlyMap<string, unknown> | undefined): Check {
  const name = 'get_user_crc_billing_list'
  if (hashes !== undefined) return ok(name, counted(hashes.size, 'row'))
  return warn(name, 'UserSide does not give its hashes: every run compares everything.', KEY_HINT)
}

function settingsCheck(settings: Settings, isSaltMissing: boolean): Check {
  const name = 'get_settings'
  if (settings.isPasswordEncoded && isSaltMissing) {
    const text = 'UserSide wants passwords hashed with a salt nobody told: passwords are skipped.'
    return warn(name, text, 'usersidePasswordSalt, or the encoding of cabinet passwords in UserSide')
  }
  const addresses = !settings.isUpdateAddress
    ? 'addresses are not imported'
    : settings.isCompareHouse
      ? 'houses are compared by UserSide'
      : 'houses are matched step by step'
  const traffic = settings.isUpdateTraffic
    ? `traffic every ${settings.trafficIntervalMinutes} min`
    : 'no traffic'
  return ok(name, `${addresses}, ${traffic}`)
}
