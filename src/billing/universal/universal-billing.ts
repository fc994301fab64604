/** The universal billing API as a source: one pass over a billing, reading only. */
import type { City, Tariff } from '../../model/catalogue.ts'
import { type Directory, itemsOf, type Unavailable } from '../../model/directory.ts'
import { BillingError } from '../../model/errors.ts'
import type { TextStore } from '../../model/journal.ts'
import type { SubscriberList } from '../../model/subscriber.ts'
import { hostZone } from '../../model/zone.ts'
import type { BillingSystem, DescribedBilling } from '../billing.ts'
import type { Collector } from '../records/collector.ts'
import { crossCheck } from '../records/cross-check.ts'
import { DirectoryCollector, type ReadItem } from '../records/directories.ts'
import {
  completeTariffs,
  readCity,
  readDistrict,
  readField,
  readHouse,
  readMessage,
  readNamed,
  readService,
  readState,
  readStreet,
  readTariff,
} from '../records/items.ts'
import { ReadingMemory } from '../records/reading-memory.ts'
import { SubscriberCollector } from '../records/subscribers.ts'
import { TariffNames } from '../records/tariff-names.ts'
import { createApiClient, type Lots, type OpenLots } from './api-client.ts'
import { readClock } from './clock.ts'
import { DIALECTS, dialectOfAddress, dialectOfName } from './dialects/dialects.ts'
import { LISTS, type Method, ruleOf } from './methods.ts'
import type { BillingOptions } from './options.ts'
import { readPages } from './pages.ts'
import { readSystem, readTexts } from './system.ts'

export type { BillingOptions } from './options.ts'

/** A list of this many subscribers, or of a multiple, looks like one that was cut (T30). */
const ROUND_ROWS = 10_000

/**
 * A client for the billing at the given address. Nothing is sent before a method is called.
 * @throws BillingError of the kind `config` when the address is none
 */
export function createBilling(options: BillingOptions): DescribedBilling {
  const { logger, report, withMessages, withPasswords, now = () => new Date() } = options
  const hostOffsetMinutes = options.hostOffsetMinutes ?? hostZone
  const api = createApiClient(options)
  let dialectName = dialectOfAddress(options.url, options.protocol, options.dialect)
  let system: BillingSystem | undefined
  // What subscribers and streets may refer to in more than one way.
  let tariffs: Directory<Tariff> | undefined
  let cities: Directory<City> | undefined
  const isCity = (id: string): boolean => cities !== undefined && itemsOf(cities).has(id)

  function clockNow(local: string) {
    return readClock(local, api.serverTime() ?? now().getTime(), hostOffsetMinutes)
  }

  async function readSystemInformation(): Promise<BillingSystem> {
    const information = await api
      .ask(DIALECTS[dialectName], 'get_system_information', {}, (open) => readSystem(open()))
      .catch((error: unknown) => ({
        date: '',
        name: '',
        version: '',
        why: excuse(error, 'get_system_information'),
      }))
    const { date, name, version } = information
    dialectName = dialectOfName(name, dialectName, options.dialect)
    return { name, version, dialect: dialectName, clock: clockNow(date) }
  }

  /** Asks page by page, each page into a collector of its own, so that a failed attempt leaves nothing behind. */
  function readList<C extends Collector<C>>(method: Method, create: () => C): Promise<C> {
    const dialect = DIALECTS[dialectName]
    const paging = ruleOf(method).isCutHarmless ? undefined : dialect.paging
    return readPages<C>(paging, (parameters, accept) =>
      api.ask(dialect, method, parameters, async (open: OpenLots) => {
        const collector = create()
        await gather(open(collector.recall), collector)
        collector.finish()
        accept(collector)
        return collector
      }),
    )
  }

  /** What an attempt that fails has told of its progress is taken back: the next one begins anew. */
  async function gather<C extends Collector<C>>(lots: Lots, collector: C): Promise<void> {
    let rows = 0
    try {
      for await (const lot of lots) {
        for (const [key, value, hash] of lot) collector.add(key, value, hash)
        rows += lot.length
        logger.advance(lot.length)
      }
    } catch (error) {
      logger.advance(-rows)
      throw error
    }
  }

  async function readDirectory<T>(method: Method, read: ReadItem<T>): Promise<Directory<T>> {
    return await available(method, async () => {
      const { items } = await readList(method, () => new DirectoryCollector(method, read, report))
      return items
    })
  }

  function readDescription(method: Method): Promise<Directory<string>> {
    return available(method, () => api.ask(DIALECTS[dialectName], method, {}, (open) => readTexts(open())))
  }

  async function available<T>(
    method: Method,
    read: () => Promise<ReadonlyMap<string, T>>,
  ): Promise<Directory<T>> {
    if (DIALECTS[dialectName].isMissing(method)) return unsupported(method, 'This billing does not have it.')
    try {
      return { state: 'available', items: await read() }
    } catch (error) {
      return excuse(error, method)
    }
  }

  /** What a failure means for the run. @throws the failure when the run cannot go on */
  function excuse(error: unknown, method: Method): Unavailable {
    if (!(error instanceof BillingError)) throw error
    const rule = ruleOf(method)
    if (error.kind === 'unsupported') {
      if (rule.unsupported === 'stop') throw error
      return unsupported(method, error.message, error.hint)
    }
    if (rule.failed === 'stop') throw error
    report({
      code: 'billing-list-failed',
      example: `${method}: ${error.message}`,
      text: 'Some lists of the billing could not be read. What depends on them was left alone.',
      partial: true,
    })
    return { state: 'unavailable', reason: 'failed', message: error.message, hint: error.hint }
  }

  function unsupported(method: Method, message: string, hint?: string): Unavailable {
    const { what, affects } = ruleOf(method)
    logger.info(`The billing does not offer ${what} (${method}); left alone: ${affects}.`)
    return { state: 'unavailable', reason: 'unsupported', message, hint }
  }

  async function subscribers(texts?: TextStore): Promise<SubscriberList> {
    const dialect = DIALECTS[dialectName]
    const today = (system?.clock ?? clockNow('')).local.slice(0, 10)
    const names = new TariffNames(tariffs === undefined ? [] : itemsOf(tariffs).values())
    const memory =
      texts &&
      new ReadingMemory(texts, [options.userAgent ?? '', dialectName, today, withPasswords, names.digest])
    const rules = { traits: dialect, withPasswords, today, report, memory, tariffIdOf: names.idOf }
    const collector = await readList('get_user_list', () => new SubscriberCollector(rules))
    const { rows } = collector
    const list = collector.result()
    if (!dialect.isRoundListSuspect || rows === 0 || rows % ROUND_ROWS !== 0) return list
    report({
      code: 'list-may-be-cut',
      example: `get_user_list: ${rows} subscribers`,
      text: 'The number of subscribers is so round that the list may have been cut. Nobody was marked absent. Setting billingDialect to the product of the billing mends it.',
      partial: true,
    })
    return { ...list, isSuspectedCut: true }
  }

  return {
    async system() {
      system = await readSystemInformation()
      return system
    },
    apiInformation: () => readDescription('get_api_information'),
    methodList: () => readDescription('get_supported_method_list'),
    advice: () => DIALECTS[dialectName].advice,
    async tariffs() {
      const read = await readDirectory('get_tariff_list', (item, id) =>
        readTariff(item, id, DIALECTS[dialectName]),
      )
      tariffs = read.state === 'available' ? { ...read, items: completeTariffs(read.items) } : read
      return tariffs
    },
    services: () => readDirectory('get_services_list', readService),
    states: () => readDirectory('get_user_state_list', readState),
    groups: () => readDirectory('get_user_group_list', readNamed),
    tags: () => readDirectory('get_user_tags', readNamed),
    additionalFields: () =>
      readDirectory('get_user_additional_data_type_list', (item, id) =>
        readField(item, id, DIALECTS[dialectName]),
      ),
    subscribers,
    async cities() {
      cities = await readDirectory('get_city_list', readCity)
      return cities
    },
    districts: () =>
      readDirectory('get_city_district_list', (item, id) =>
        readDistrict(item, id, DIALECTS[dialectName], isCity),
      ),
    streets: () =>
      readDirectory('get_street_list', (item, id) => readStreet(item, id, DIALECTS[dialectName], isCity)),
    houses: (streets) =>
      readDirectory('get_house_list', (item, id) => readHouse(item, id, DIALECTS[dialectName], streets)),
    async messages() {
      if (withMessages) return await readDirectory('get_user_messages', readMessage)
      return { state: 'unavailable', reason: 'unsupported', message: 'Messages are not imported.' }
    },
    crossCheck: (directories, list) => crossCheck(directories, list, LISTS, report),
    tally: api.tally,
  }
}
