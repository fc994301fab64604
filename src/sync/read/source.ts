/** What a run reads before it compares. Of the billing: everything, each list once, in the contract's order. */
import type { Billing, BillingDirectories, BillingSystem } from '../../billing/billing.ts'
import type { Message } from '../../model/catalogue.ts'
import { type Directory, itemsOf, type Unavailable } from '../../model/directory.ts'
import type { TextStore } from '../../model/journal.ts'
import type { Logger } from '../../model/logger.ts'
import type { SubscriberList } from '../../model/subscriber.ts'

export interface Source extends BillingDirectories {
  readonly system: BillingSystem
  readonly subscribers: SubscriberList
  readonly messages: Directory<Message>
}

const NOT_ASKED: Unavailable = { state: 'unavailable', reason: 'unsupported', message: 'not asked for' }

export interface ReadingOptions {
  readonly withMessages: boolean
  /** How many subscribers there were last time; it tells how much longer reading them takes. */
  readonly expected: number | undefined
  /** What earlier runs read the texts of records as; left out, all are read. */
  readonly texts?: TextStore | undefined
}

/**
 * Reads the whole billing, one request at a time (`contracts/universal-billing-api.md` §2).
 * @throws BillingError when a list that a run cannot do without could not be had
 */
export async function readSource(
  billing: Billing,
  logger: Logger,
  { withMessages, expected, texts }: ReadingOptions,
): Promise<Source> {
  logger.step('Reading the lists of the billing')
  const system = await billing.system()
  const tariffs = await billing.tariffs()
  const services = await billing.services()
  const states = await billing.states()
  const groups = await billing.groups()
  const tags = await billing.tags()
  const additionalFields = await billing.additionalFields()
  logger.step('Reading the subscribers of the billing', expected)
  const subscribers = await billing.subscribers(texts)
  logger.step('Reading the addresses of the billing')
  // After the subscribers, so that a house added in between still resolves.
  const cities = await billing.cities()
  const districts = await billing.districts()
  const streets = await billing.streets()
  const houses = await billing.houses(itemsOf(streets))
  const messages = withMessages ? await billing.messages() : NOT_ASKED
  const directories = billing.crossCheck(
    { tariffs, services, states, groups, tags, additionalFields, cities, districts, streets, houses },
    subscribers.subscribers.values(),
  )
  return { ...directories, system, subscribers, messages }
}
