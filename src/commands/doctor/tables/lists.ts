/** Reads every list of a table source as a run would, in its order; what comes of each is a check. */
import type { BillingDirectories } from '../../../billing/billing.ts'
import { type Directory, itemsOf, type Unavailable } from '../../../model/directory.ts'
import { BillingError } from '../../../model/errors.ts'
import type { SubscriberList } from '../../../model/subscriber.ts'
import { type QueryName, SIDE_QUERIES } from '../../../model/table-queries.ts'
import { ENGLISH } from '../../../text/speaker.ts'
import type { Session } from '../../frame/session.ts'
import type { BillingFindings } from '../billing.ts'
import { unusableText } from '../billing-answers.ts'
import { type Check, checksOf, rowsOf } from '../check.ts'
import { Probe } from '../probe.ts'

const { ok, warn, fail, skip } = checksOf('billing')

export interface ReadLists {
  readonly checks: readonly Check[]
  readonly directories: BillingDirectories
  readonly findings: Omit<BillingFindings, 'checks'>
}

/** What is told of a list that was not asked for: another check says why. */
const UNREAD: Unavailable = { state: 'unavailable', reason: 'failed', message: '' }

/**
 * @param queries those there are
 * @param unfit those that cannot be asked as they are
 * @throws Interrupted
 */
export async function readLists(
  session: Session,
  queries: ReadonlySet<QueryName>,
  unfit: ReadonlySet<QueryName>,
): Promise<ReadLists> {
  const { billing, options } = session
  const probe = new Probe('billing')
  const list = async <T>(query: QueryName, call: () => Promise<Directory<T>>): Promise<Directory<T>> => {
    if (unfit.has(query)) return UNREAD
    return (await probe.ask(query, call, (directory) => listCheck(query, directory))) ?? UNREAD
  }
  const system = await probe.ask(
    'billing',
    () => billing.system(),
    ({ name, dialect }) =>
      ok('billing', `${name === '' ? 'a billing of your own' : name}, read as ${dialect}`),
  )
  const clock = system && { ...system.clock, toldAt: session.now().getTime() }
  const tariffs = await list('tariffs', () => billing.tariffs())
  const services = await list('services', () => billing.services())
  const states = await list('states', () => billing.states())
  const groups = await list('groups', () => billing.groups())
  const tags = await list('tags', () => billing.tags())
  const additionalFields = await list('additional_fields', () => billing.additionalFields())
  const isWhole = !['subscribers' as const, ...SIDE_QUERIES].some((query) => unfit.has(query))
  const subscribers = isWhole
    ? await probe.ask('subscribers', () => billing.subscribers(), subscribersCheck)
    : undefined
  if (!isWhole) probe.checks.push(skip('subscribers', 'Not read, because of the query above.'))
  const cities = await list('cities', () => billing.cities())
  const districts = await list('districts', () => billing.districts())
  const streets = await list('streets', () => billing.streets())
  const houses = await list('houses', () => billing.houses(itemsOf(streets)))
  if (options.isMessageImported) await list('messages', () => billing.messages())
  else if (queries.has('messages'))
    probe.checks.push(skip('messages', 'Messages are not imported (confIsImportMessage).'))
  const short = { tariffs, services, states, groups, tags, additionalFields }
  const directories = { ...short, cities, districts, streets, houses }
  if (subscribers !== undefined) correctEmptyLists(session, probe, directories, subscribers)
  const told = probe.checks.filter(
    ({ name, ok: verdict }) => verdict !== 'skip' || queries.has(name as QueryName),
  )
  return { checks: told, directories, findings: { system, clock, subscribers, additionalFields } }
}

function listCheck(query: QueryName, directory: Directory<unknown>): Check {
  if (directory.state === 'available') return ok(query, rowsOf(directory.items.size))
  const { reason, message, hint } = directory
  return reason === 'failed' ? fail(query, message, hint) : skip(query, message)
}

/** Every id is there once, else this list would have been refused. */
function subscribersCheck({ subscribers, unusable, setAside }: SubscriberList): Check {
  const count = ENGLISH.count(subscribers.size, '{1} subscriber', '{1} subscribers')
  if (subscribers.size === 0)
    return warn(
      'subscribers',
      'The query gives no subscriber. Nobody is marked absent by an empty list, and nobody is imported.',
      'billingDatabase.queries.subscribers, and whether billingUrl names the right database',
    )
  if (unusable === 0) return ok('subscribers', `${count}, each id once`)
  const text = unusableText(count, rowsOf(unusable), [...setAside].slice(0, 5))
  return warn('subscribers', text, 'these rows in the billing')
}

/** A list that says "nothing" although subscribers refer to it was not read. */
function correctEmptyLists(
  { billing }: Session,
  probe: Probe,
  directories: BillingDirectories,
  { subscribers }: SubscriberList,
): void {
  try {
    const checked = billing.crossCheck(directories, subscribers.values())
    for (const [list, query] of Object.entries(QUERY_OF) as [keyof BillingDirectories, QueryName][]) {
      const verdict = checked[list]
      if (verdict.state === 'unavailable' && directories[list].state === 'available')
        probe.correct(fail(query, verdict.message, `billingDatabase.queries.${query}`))
    }
  } catch (error) {
    if (!(error instanceof BillingError)) throw error
    probe.correct(fail(error.method, error.message, error.hint))
  }
}

const QUERY_OF: Readonly<Record<keyof BillingDirectories, QueryName>> = {
  tariffs: 'tariffs',
  services: 'services',
  states: 'states',
  groups: 'groups',
  tags: 'tags',
  additionalFields: 'additional_fields',
  cities: 'cities',
  districts: 'districts',
  streets: 'streets',
  houses: 'houses',
}
