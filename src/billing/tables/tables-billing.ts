/** A billing that is read as tables: the same pass, the same lists and the same judgement as the universal API's. */
import type { WireRecord } from '../../json/shapes.ts'
import type { City, District, House, Message, Street } from '../../model/catalogue.ts'
import type { Directory, Unavailable } from '../../model/directory.ts'
import { BillingError } from '../../model/errors.ts'
import type { TextStore } from '../../model/journal.ts'
import type { SubscriberList } from '../../model/subscriber.ts'
import { type QueryName, TABLE_QUERIES } from '../../model/table-queries.ts'
import { UNREADABLE } from '../../model/unreadable.ts'
import type { BillingSystem, DescribedBilling } from '../billing.ts'
import { crossCheck, type SourceList, type SourceLists } from '../records/cross-check.ts'
import type { ReadItem } from '../records/directories.ts'
import {
  completeTariffs,
  readCity,
  readDistrict,
  readHouse,
  readMessage,
  readNamed,
  readService,
  readState,
  readStreet,
  readTariff,
} from '../records/items.ts'
import { ReadingMemory } from '../records/reading-memory.ts'
import { LIST_RULES } from './lists.ts'
import type { TablesOptions } from './options.ts'
import { CellReader } from './rows/cell-reader.ts'
import { checkColumns } from './rows/columns.ts'
import { LIST_ITEMS, type ListQuery } from './rows/items.ts'
import { TextAddresses } from './rows/text-addresses.ts'
import { unreadText } from './servers/failure.ts'
import type { SourceFacts, TableSource } from './source.ts'
import { readSubscribers } from './subscribers.ts'
import { TABLES } from './traits.ts'
import { wordStates } from './word-states.ts'

/** The lists that subscribers refer to, by the query each comes from. */
const LISTS: SourceLists = {
  tariffs: listOf('tariffs'),
  services: listOf('services'),
  states: listOf('states'),
  groups: listOf('groups'),
  tags: listOf('tags'),
  additionalFields: listOf('additional_fields'),
  cities: listOf('cities'),
  districts: listOf('districts'),
  streets: listOf('streets'),
  houses: listOf('houses'),
}

function listOf(name: ListQuery): SourceList {
  return { name, ...LIST_RULES[name] }
}

/** A column names a tariff by its id and a place by its city: nothing has to be found out by its name. */
const tariffIdOf = (id: string): string => id
const isCity = (): boolean => false

/** A billing of the tables of a source. Nothing is asked before a method is called. */
export function billingOfTables(source: TableSource, options: TablesOptions): DescribedBilling {
  const { logger, report, withMessages, withPasswords } = options
  const addresses = new TextAddresses()
  let facts: SourceFacts | undefined
  /** The subscribers' addresses are texts, and make their own cities, streets and houses. */
  const hasTextAddresses = (): boolean => addresses.houses.size > 0

  /** A failure ends the reading, and the connection with it; who asks on all the same opens another. */
  async function orClosed<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read()
    } catch (error) {
      facts = undefined
      await source.close()
      throw error
    }
  }

  async function factsNow(): Promise<SourceFacts> {
    facts ??= await source.open()
    return facts
  }

  async function readItems<T>(
    query: ListQuery,
    read: ReadItem<T>,
    add?: AddMembers,
  ): Promise<Map<string, T>> {
    const { offsetAt } = await factsNow()
    const told = await source.columnsOf(query)
    checkColumns(query, told, source.isFolder)
    const columns = Object.keys(TABLE_QUERIES[query].columns).filter((column) => told.includes(column))
    const reader = new CellReader(columns, TABLE_QUERIES[query].columns, offsetAt, source.read)
    const items = new Map<string, T>()
    for await (const lot of source.rows(query, columns)) {
      for (const row of lot) {
        const get = reader.of(row)
        const id = (get('id') ?? '').trim()
        if (id === '') throw malformed(query, 'The query has rows without an id.')
        if (items.has(id)) throw malformed(query, `The query has two rows with the id ${JSON.stringify(id)}.`)
        const record = LIST_ITEMS[query](get)
        const item = read({ ...record, ...add?.(record, columns) }, id)
        if (item !== undefined && item !== UNREADABLE) items.set(id, item)
      }
      logger.advance(lot.length)
    }
    return items
  }

  function directory<T>(query: ListQuery, read: ReadItem<T>, add?: AddMembers): Promise<Directory<T>> {
    return orClosed(async () => {
      await factsNow()
      if (!source.queries.has(query)) return unsupported(query)
      try {
        return { state: 'available', items: await readItems(query, read, add) }
      } catch (error) {
        return excuse(query, error)
      }
    })
  }

  /** What a failure means for the run. @throws the failure when the run cannot go on */
  function excuse(query: QueryName, error: unknown): Unavailable {
    const isLost = error instanceof BillingError && error.kind === 'temporary'
    if (!(error instanceof BillingError) || isLost || LIST_RULES[query].failed === 'stop') throw error
    report({
      code: 'billing-list-failed',
      example: `${query}: ${error.message}`,
      text: 'Some lists of the billing could not be read. What depends on them was left alone.',
      partial: true,
    })
    return { state: 'unavailable', reason: 'failed', message: error.message, hint: error.hint }
  }

  function unsupported(query: QueryName): Unavailable {
    const { what, affects } = LIST_RULES[query]
    const message = `There is no query "${query}".`
    logger.info(`The billing does not offer ${what} (${query}); left alone: ${affects}.`)
    return { state: 'unavailable', reason: 'unsupported', message }
  }

  function subscribers(texts?: TextStore): Promise<SubscriberList> {
    return orClosed(async () => {
      const known = await factsNow()
      if (!source.queries.has('subscribers'))
        throw new BillingError('config', 'subscribers', 'There is no query "subscribers".', {
          hint: 'It is the one query that has to be there: billingDatabase.queries.subscribers, or subscribers.csv.',
        })
      const today = known.clock.local.slice(0, 10)
      return await readSubscribers({
        source,
        facts: known,
        rules: { traits: TABLES, withPasswords, today, report, tariffIdOf },
        isStateWord: !source.queries.has('states'),
        addresses,
        memoryOf: (shape) =>
          texts &&
          new ReadingMemory(texts, [
            options.userAgent ?? '',
            options.name,
            // The same bytes are another text in another encoding.
            options.database.encoding,
            shape,
            today,
            withPasswords,
          ]),
        onRows: (count) => logger.advance(count),
        onFailure: excuse,
      })
    })
  }

  /** Addresses that are texts have made the list; there is no other. */
  async function made<T>(
    own: ReadonlyMap<string, T>,
    otherwise: () => Promise<Directory<T>>,
  ): Promise<Directory<T>> {
    return hasTextAddresses() ? { state: 'available', items: own } : await otherwise()
  }

  /** The last list was read: whatever comes now is written to UserSide, and the snapshot must not wait for that. */
  async function closing<T>(isLast: boolean, list: Promise<T>): Promise<T> {
    const read = await list
    if (isLast) await source.close()
    return read
  }

  return {
    async system(): Promise<BillingSystem> {
      const { product, version, clock } = await orClosed(factsNow)
      return {
        name: NAMES[options.name],
        version: `${product} ${version}`.trim(),
        dialect: options.name,
        clock,
      }
    },
    apiInformation: () => described(async () => new Map([['server', (await factsNow()).product]])),
    methodList: () => described(async () => new Map([...source.queries].map((query) => [query, '']))),
    async tariffs() {
      const tariffs = await directory('tariffs', (item, id) => readTariff(item, id, TABLES))
      return tariffs.state === 'available' ? { ...tariffs, items: completeTariffs(tariffs.items) } : tariffs
    },
    services: () => directory('services', readService),
    async states() {
      await orClosed(factsNow)
      return source.queries.has('states') ? await directory('states', readState) : wordStates()
    },
    groups: () => directory('groups', readNamed),
    tags: () => directory('tags', readNamed),
    additionalFields: () => directory('additional_fields', readNamed),
    subscribers,
    cities: () => made<City>(addresses.cities, () => directory('cities', readCity)),
    districts: () =>
      made<District>(NO_DISTRICTS, () =>
        directory('districts', (item, id) => readDistrict(item, id, TABLES, isCity)),
      ),
    streets: () =>
      made<Street>(addresses.streets, () =>
        directory('streets', (item, id) => readStreet(item, id, TABLES, isCity)),
      ),
    houses: (streets) =>
      closing(
        !withMessages,
        made<House>(addresses.houses, () =>
          directory(
            'houses',
            (item, id) => readHouse(item, id, TABLES, streets),
            (record, columns) => typedNumber(record, columns, streets),
          ),
        ),
      ),
    messages() {
      if (withMessages) return closing<Directory<Message>>(true, directory('messages', readMessage))
      return Promise.resolve({
        state: 'unavailable',
        reason: 'unsupported',
        message: 'Messages are not imported.',
      })
    },
    crossCheck: (directories, list) => crossCheck(directories, list, LISTS, report),
    advice: () => ({ onRefusal: '', onCutList: '' }),
    tally: {
      ...NO_TALLY,
      get requests() {
        return source.tally.requests
      },
      get bytes() {
        return source.tally.bytes
      },
    },
  }
}

/** Members that are told by the whole list, not by a row. */
type AddMembers = (record: WireRecord, columns: readonly string[]) => WireRecord

const NO_DISTRICTS: ReadonlyMap<string, District> = new Map()
const NO_TALLY = { requests: 0, bytes: 0, retries: 0 }

/** What billings that are read as tables call themselves. */
const NAMES = {
  utm5: 'UTM5',
  abills: 'ABillS',
  ubilling: 'Ubilling',
  mikbill: 'MikBill',
  nodeny: 'NoDeny+',
  sql: '',
  files: '',
} as const

/** Without a column for the block, the number is what was typed, and is split. */
function typedNumber(
  record: WireRecord,
  columns: readonly string[],
  streets: ReadonlyMap<string, Street>,
): WireRecord {
  if (columns.includes('block') || typeof record.number !== 'string') return {}
  const street = streets.get(String(record.street_id ?? '').trim())?.name ?? ''
  return { full_name: `${street} ${record.number}` }
}

async function described(read: () => Promise<ReadonlyMap<string, string>>): Promise<Directory<string>> {
  return { state: 'available', items: await read() }
}

function malformed(query: QueryName, sentence: string): BillingError {
  return new BillingError('malformed', query, unreadText(LIST_RULES[query], query, sentence), {
    hint: 'Every row of it needs an id of its own.',
  })
}
