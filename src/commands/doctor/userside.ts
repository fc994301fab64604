/** Checks of UserSide: everything a run reads. The only POST is `get_settings`, a read (`contracts/userside-api.md` §2). */
import type { BillingSystem } from '../../billing/billing.ts'
import type { Directory } from '../../model/directory.ts'
import { UsersideError } from '../../model/errors.ts'
import { askSettings } from '../../sync/read/target.ts'
import { ENGLISH } from '../../text/speaker.ts'
import { isAboutAccess, KEY_HINT } from '../../userside/meaning.ts'
import type { ErpInformation, Settings, Userside, UsersideSystem } from '../../userside/userside.ts'
import type { Session } from '../frame/session.ts'
import { type Check, checksOf, named, rowsOf, type ToldClock } from './check.ts'
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
  /** Names of the additional fields of subscribers by their ids; `undefined` when the key may not read them. */
  readonly additionalFields?: ReadonlyMap<string, string> | undefined
}

const { ok, warn, fail, skip } = checksOf('userside')
/** Billings that are named when ours is not among them. */
const MOST_NAMED = 10
/** More than a provider of this part of the world has: how many there are is counted later. */
const MOST_SUBSCRIBERS = 5_000_000

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
    probe.ask(name, call, ({ size }) => ok(name, rowsOf(size)))

  logger.step('Asking UserSide')
  const system = await probe.ask(
    'get_system_information',
    () => userside.system(),
    ({ name, version }) =>
      ok('get_system_information', `${name} ${version}`.trim() || 'a UserSide without a name'),
  )
  const systemToldAt = session.now().getTime()
  const door = doorChecks(probe)
  const settings = await probe.ask(
    'get_settings',
    () => askSettingsOf(userside, system, billing),
    (told) =>
      settingsCheck(told, options.policies.password !== 'ignore' && options.passwordSalt === undefined),
  )
  await probe.askAside(
    'billing/get',
    () => userside.billings(),
    (billings) => billingCheck(billings, options.billingId),
  )
  let informationToldAt = systemToldAt
  const information = await probe.askAside(
    'system/get_system_info',
    async () => {
      const answer = await userside.erpInformation()
      informationToldAt = session.now().getTime()
      return answer
    },
    informationCheck,
  )
  const additionalFields = await probe.askAside(
    'additional_data/get_list',
    () => userside.additionalFields(),
    (fields) => ok('additional_data/get_list', rowsOf(fields.size)),
  )
  await rows('get_tariff_list', () => userside.tariffs())
  await directory('get_services_list', () => userside.services())
  await probe.ask('get_user_crc_billing_list', () => userside.hashes(MOST_SUBSCRIBERS), hashesCheck)
  logger.step('Counting the subscribers of UserSide')
  const customers = await probe.ask(
    'get_user_list',
    () => countCustomers(session),
    ({ records, present }) => {
      const all = ENGLISH.count(records, '{1} subscriber', '{1} subscribers')
      return ok('get_user_list', `${all}, ${ENGLISH.number(present)} of them in the billing`)
    },
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
  const isExact = information !== undefined && information.unixTime > 0
  const clock = system && {
    ...system.clock,
    toldAt: isExact ? informationToldAt : systemToldAt,
    ...(isExact && { unixTime: information.unixTime }),
  }
  const checks = [...door, ...probe.checks, writing]
  return { checks, system, clock, settings, customers, additionalFields }
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
  const isKey = refusal instanceof UsersideError && isAboutAccess(refusal)
  return [
    isKey ? fail('key', message, hint) : skip('key', unknown),
    isKey || kind === 'temporary' ? skip('API', unknown) : fail('API', message, hint),
  ]
}

/** Whose subscribers a run would write: nothing else says it before it is too late. */
function billingCheck(billings: ReadonlyMap<string, string>, billingId: number): Check {
  const name = 'billing/get'
  const own = billings.get(String(billingId))
  if (own === '') return ok(name, `billing ${billingId} of UserSide is without a name`)
  if (own !== undefined) return ok(name, `billing ${billingId} of UserSide is ${own}`)
  if (billings.size === 0) return skip(name, 'Not known: UserSide lists no billing.')
  const others = [...billings].map(([id, other]) => (other === '' ? id : `${id} (${other})`))
  const text = `UserSide has no billing ${billingId}; it has ${named(others, MOST_NAMED)}.`
  return warn(name, text, 'billingId')
}

function informationCheck({ version, phpVersion }: ErpInformation): Check {
  const parts = [version, phpVersion === '' ? '' : `PHP ${phpVersion}`].filter((part) => part !== '')
  return ok('system/get_system_info', parts.join(', ') || 'told nothing')
}

function directoryCheck(name: string, list: Directory<unknown>): Check {
  if (list.state === 'available') return ok(name, rowsOf(list.items.size))
  return fail(name, list.message, list.hint)
}

function hashesCheck(hashes: ReadonlyMap<string, unknown> | undefined): Check {
  const name = 'get_user_crc_billing_list'
  if (hashes !== undefined) return ok(name, rowsOf(hashes.size))
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
