/** Checks of the billing: every method a run asks, by the same client (`contracts/universal-billing-api.md` §2). */
import type { BillingDirectories, BillingSystem, DescribedBilling } from '../../billing/billing.ts'
import { LISTS, type Method } from '../../billing/universal/methods.ts'
import { type Directory, itemsOf, type Unavailable } from '../../model/directory.ts'
import { BillingError } from '../../model/errors.ts'
import type { SubscriberList } from '../../model/subscriber.ts'
import type { Session } from '../frame/session.ts'
import {
  advice,
  descriptionCheck,
  doorChecks,
  listCheck,
  subscribersCheck,
  systemCheck,
} from './billing-answers.ts'
import { type Check, checksOf, problemCheck, type ToldClock } from './check.ts'
import { Probe } from './probe.ts'

/** What the comparison of both sides needs of this one. */
export interface BillingFindings {
  readonly checks: readonly Check[]
  readonly system?: BillingSystem | undefined
  readonly clock?: ToldClock | undefined
  readonly subscribers?: SubscriberList | undefined
  readonly additionalFields?: Directory<unknown>
}

const { fail, skip } = checksOf('billing')
const UNREAD: Unavailable = { state: 'unavailable', reason: 'failed', message: '' }
/** Problems that a check of its own tells. */
const TOLD: ReadonlySet<string> = new Set(['billing-list-failed', 'list-may-be-cut'])

/** Asks every method once, in the order of a run. @throws Interrupted */
export async function checkBilling(session: Session): Promise<BillingFindings> {
  const { billing, logger, options, problems } = session
  const probe = new Probe('billing')
  const describe = (method: Method, call: () => Promise<Directory<string>>): Promise<unknown> =>
    probe.ask(method, call, (description) => descriptionCheck(method, description))
  const list = async <T>(method: Method, call: () => Promise<Directory<T>>): Promise<Directory<T>> =>
    (await probe.ask(method, call, (directory) => listCheck(method, directory))) ?? UNREAD

  logger.step('Asking the billing')
  const system = await probe.ask('get_system_information', () => billing.system(), systemCheck)
  const clock = system && { ...system.clock, toldAt: session.now().getTime() }
  const door = doorChecks(probe.refusal)
  probe.advise(advice(probe.refusal, billing.advice()))
  await describe('get_api_information', () => billing.apiInformation())
  await describe('get_supported_method_list', () => billing.methodList())
  const tariffs = await list('get_tariff_list', () => billing.tariffs())
  const services = await list('get_services_list', () => billing.services())
  const states = await list('get_user_state_list', () => billing.states())
  const groups = await list('get_user_group_list', () => billing.groups())
  const tags = await list('get_user_tags', () => billing.tags())
  const additionalFields = await list('get_user_additional_data_type_list', () => billing.additionalFields())
  const subscribers = await probe.ask(
    'get_user_list',
    () => billing.subscribers(),
    (found) => subscribersCheck(found, billing.advice()),
  )
  const cities = await list('get_city_list', () => billing.cities())
  const districts = await list('get_city_district_list', () => billing.districts())
  const streets = await list('get_street_list', () => billing.streets())
  const houses = await list('get_house_list', () => billing.houses(itemsOf(streets)))
  if (options.isMessageImported) await list('get_user_messages', () => billing.messages())
  else probe.checks.push(skip('get_user_messages', 'Messages are not imported (confIsImportMessage).'))

  const short = { tariffs, services, states, groups, tags, additionalFields }
  const directories = { ...short, cities, districts, streets, houses }
  if (subscribers !== undefined) correctEmptyLists(billing, probe, directories, subscribers)
  const remarks = problems
    .list()
    .filter(({ code }) => !TOLD.has(code))
    .map((problem) => problemCheck('billing', problem))
  return { checks: [...door, ...probe.checks, ...remarks], system, clock, subscribers, additionalFields }
}

/** A list that says "nothing" although subscribers refer to it was not read. */
function correctEmptyLists(
  billing: DescribedBilling,
  probe: Probe,
  directories: BillingDirectories,
  { subscribers }: SubscriberList,
): void {
  try {
    const checked = billing.crossCheck(directories, subscribers.values())
    for (const name of Object.keys(LISTS) as (keyof BillingDirectories)[]) {
      const verdict = checked[name]
      if (verdict.state === 'unavailable' && directories[name].state === 'available')
        probe.correct(fail(LISTS[name].name, verdict.message, 'the database of the billing'))
    }
  } catch (error) {
    if (!(error instanceof BillingError)) throw error
    probe.correct(fail(error.method, error.message, error.hint))
  }
}
