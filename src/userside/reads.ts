/** What a run asks UserSide, in the order of §2. */
import type { Customer, HeldName } from '../model/customer.ts'
import type { Directory } from '../model/directory.ts'
import { UsersideError } from '../model/errors.ts'
import type { Logger } from '../model/logger.ts'
import type { ReportProblem } from '../model/problem.ts'
import { printable } from '../model/text.ts'
import type { Fields } from './call.ts'
import type { Caller } from './caller.ts'
import {
  readAddressIds,
  readHashes,
  readHouses,
  readNames,
  readServiceOffers,
  readTariffs,
} from './catalogue.ts'
import { readCustomer } from './customer-record.ts'
import { readEnvelope } from './envelope.ts'
import { unexpectedError } from './meaning.ts'
import type { Userside } from './userside.ts'

type Reads = Pick<
  Userside,
  'tariffs' | 'services' | 'groups' | 'tags' | 'customers' | 'hashes' | 'cities' | 'streets' | 'houses'
>

export interface ReadsOptions {
  readonly caller: Caller
  readonly billingId: number
  readonly logger: Logger
  readonly report: ReportProblem
}

export function createReads({ caller, billingId, logger, report }: ReadsOptions): Reads {
  const billing = { billing_id: billingId }

  /** The body of a list: a list, a map, or `null` for an empty one. */
  async function list(request: string, parameters: Fields = {}): Promise<unknown> {
    const { body } = await caller.read(request, parameters)
    if (typeof body !== 'object') throw unexpectedError(request, caller.shown(String(body)))
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
    const parameters = {
      ...billing,
      is_id_billing_user_id: 1,
      is_parent_id: 1,
      timestamp_ready: 1,
      ...(options.withPasswords && { is_load_password: 1 }),
    }
    for await (const lot of caller.readList('get_user_list', parameters)) {
      for (const [key, record] of lot) {
        const customer = readCustomer(key, record)
        if (customer !== undefined) yield customer
        else setAside(key, options.onUnusable)
      }
    }
  }

  function setAside(key: string, onUnusable: ((key: string) => void) | undefined): void {
    onUnusable?.(key)
    report({
      code: 'userside-subscriber-without-id',
      example: printable(key),
      text: 'UserSide returned a subscriber without its own id; it is left alone.',
      partial: true,
    })
  }

  async function hashes(): ReturnType<Userside['hashes']> {
    try {
      const { body } = await caller.read('get_user_crc_billing_list', billing)
      const { result, data } = readEnvelope(body)
      if (result === 'ok' || data !== undefined) return readHashes(data)
      logger.debug('UserSide answered get_user_crc_billing_list without a list.')
    } catch (error) {
      if (!(error instanceof UsersideError)) throw error
      logger.debug(error.message)
    }
    return undefined
  }

  const named = (request: string): Promise<Directory<HeldName>> => optional(request, {}, readNames)

  return {
    customers,
    hashes,
    tariffs: async () => readTariffs(await list('get_tariff_list', billing), report),
    services: () =>
      optional('get_services_list', { is_id_name: 1, ...billing }, (body) => readServiceOffers(body, report)),
    groups: () => named('get_user_group_list'),
    tags: () => named('get_user_tags'),
    cities: async () => readAddressIds(await list('get_city_list', { is_id_address: 1 })),
    streets: async () => readAddressIds(await list('get_street_list', { is_id_address: 2 })),
    houses: async () => readHouses(await list('get_house_list', { is_id_address: 3 })),
  }
}
