/** What a run asks UserSide, in the order of §2. */
import { isRecord } from '../json/shapes.ts'
import type { Customer, HeldName, Holder } from '../model/customer.ts'
import type { Directory } from '../model/directory.ts'
import { UsersideError } from '../model/errors.ts'
import type { Logger } from '../model/logger.ts'
import type { ReportProblem } from '../model/problem.ts'
import { mostBytesOfHashes } from './body.ts'
import type { Fields } from './call.ts'
import type { Caller } from './caller.ts'
import {
  readAddressIds,
  readHashes,
  readHouses,
  readHouseUnits,
  readNames,
  readServiceOffers,
  readTariffs,
} from './catalogue.ts'
import { CustomerList } from './customer-list.ts'
import { readEnvelope } from './envelope.ts'
import { readHolder } from './holders.ts'
import { cutIntoLots } from './lots.ts'
import { unexpectedError } from './meaning.ts'
import type { HouseUnit, Userside, UsersideWays } from './userside.ts'
import { erpIdOf, membersOf } from './values.ts'

type Reads = Pick<
  Userside,
  | 'tariffs'
  | 'services'
  | 'groups'
  | 'tags'
  | 'customers'
  | 'hashes'
  | 'cities'
  | 'streets'
  | 'houses'
  | 'houseUnits'
  | 'holders'
>

export interface ReadsOptions {
  readonly caller: Caller
  readonly billingId: number
  readonly ways: UsersideWays
  readonly logger: Logger
  readonly report: ReportProblem
}

/** Ids of buildings in one question: they stand in the address of a GET, and servers take some kilobytes of that. */
const BUILDINGS_A_QUESTION = 300

export function createReads({ caller, billingId, ways, logger, report }: ReadsOptions): Reads {
  const billing = { billing_id: billingId }

  /** The body of a list: a list, a map, or `null` for an empty one. It comes bare, but might come wrapped like others. */
  async function list(request: string, parameters: Fields = {}): Promise<unknown> {
    const { body } = await caller.read(request, parameters)
    const { result, data } = readEnvelope(body)
    if (result === 'ok' && typeof data === 'object') return data
    if (result === 'ok') throw unexpectedError(request, caller.shown(JSON.stringify(body)))
    if (typeof body !== 'object') throw unexpectedError(request, caller.shown(String(body)))
    return body
  }

  /**
   * The tariffs' list. Where none has an id and some are no records at all it is the answer to something else: taken for
   * a list, it would be one in which every tariff is missing, and would be created.
   */
  async function tariffList(): Promise<unknown> {
    const request = 'get_tariff_list'
    const body = await list(request, billing)
    const items = membersOf(body).map(([, item]) => item)
    if (items.some((item) => !isRecord(item)) && items.every((item) => erpIdOf(item) === ''))
      throw unexpectedError(request, caller.shown(JSON.stringify(body)))
    return body
  }

  /** A list that a run can do without: what depends on it is left alone, never created from it (§7). */
  async function optional<T>(
    request: string,
    parameters: Fields,
    readItems: (body: unknown) => ReadonlyMap<string, T>,
  ): Promise<Directory<T>> {
    try {
      return { state: 'available', items: readItems(await list(request, parameters)) }
    } catch (error) {
      if (!(error instanceof UsersideError)) throw error
      logger.warn(error.message)
      const reason = error.message.includes('unknown_method') ? 'unsupported' : 'failed'
      return { state: 'unavailable', reason, message: error.message, hint: error.hint }
    }
  }

  async function* customers(options: Parameters<Userside['customers']>[0]): AsyncGenerator<Customer, void> {
    const { withPasswords, withLeads, onUnusable, onDoubtful, onNameless, onLead } = options
    const parameters = {
      ...billing,
      is_id_billing_user_id: 1,
      is_parent_id: 1,
      timestamp_ready: 1,
      ...(withPasswords && { is_load_password: 1 }),
      ...(withLeads && { is_with_potential: 1 }),
    }
    const list = new CustomerList({ ways, report, onUnusable, onDoubtful, onNameless, onLead })
    for await (const lot of caller.readList('get_user_list', parameters)) {
      for (const customer of list.read(lot)) yield customer
    }
  }

  async function* holders(): AsyncGenerator<Holder, void> {
    const parameters = {
      ...billing,
      is_id_billing_user_id: 0,
      is_parent_id: 1,
      timestamp_ready: 1,
      is_with_potential: 1,
    }
    for await (const lot of caller.readList('get_user_list', parameters)) {
      for (const [key, record] of lot) {
        const holder = readHolder(key, record)
        if (holder !== undefined) yield holder
      }
    }
  }

  async function hashes(subscribers: number): ReturnType<Userside['hashes']> {
    try {
      const most = mostBytesOfHashes(subscribers)
      const { body } = await caller.read('get_user_crc_billing_list', billing, most)
      const { result, data } = readEnvelope(body)
      if (result === 'ok' || data !== undefined) return readHashes(data)
      logger.debug('UserSide answered get_user_crc_billing_list without a list.')
    } catch (error) {
      if (!(error instanceof UsersideError)) throw error
      logger.debug(error.message)
    }
    return undefined
  }

  async function houseUnits(ids: readonly string[]): ReturnType<Userside['houseUnits']> {
    const units = new Map<string, HouseUnit>()
    try {
      for (const asked of cutIntoLots([...new Set(ids)], BUILDINGS_A_QUESTION)) {
        const { data } = await caller.ask('address', 'get_house', { building_id: asked.join(',') })
        if (typeof data !== 'object') return undefined
        for (const [id, unit] of readHouseUnits(data, new Set(asked))) units.set(id, unit)
      }
      return units
    } catch (error) {
      if (!(error instanceof UsersideError)) throw error
      logger.debug(error.message)
      return undefined
    }
  }

  const named = (request: string): Promise<Directory<HeldName>> =>
    optional(request, {}, (body) => readNames(body, report))

  return {
    customers,
    hashes,
    houseUnits,
    holders,
    tariffs: async () => readTariffs(await tariffList(), report),
    services: () =>
      optional('get_services_list', { is_id_name: 1, ...billing }, (body) => readServiceOffers(body, report)),
    groups: () => named('get_user_group_list'),
    tags: () => named('get_user_tags'),
    cities: async () => readAddressIds(await list('get_city_list', { is_id_address: 1 })),
    streets: async () => readAddressIds(await list('get_street_list', { is_id_address: 2 })),
    houses: async () => readHouses(await list('get_house_list', { is_id_address: 3 })),
  }
}
