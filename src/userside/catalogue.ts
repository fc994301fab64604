/** The ERP's lists beside its subscribers: tariffs, services, groups, tags, addresses (§4, §5, §7). */
import { fieldOf, isRecord, textOf } from '../json/shapes.ts'
import type { HeldName, HeldTariff, ServiceOffer } from '../model/customer.ts'
import type { ReportProblem } from '../model/problem.ts'
import { foldSpace, printable } from '../model/text.ts'
import { decodeId } from './entity.ts'
import type { HeldHouse, SourceHash } from './userside.ts'
import {
  decoded,
  eachMember,
  erpIdOf,
  flagOf,
  membersOf,
  numberOf,
  ownIdOf,
  referenceOf,
  unitsOf,
} from './values.ts'

/** Reads `get_tariff_list`: by the tariff's id in the billing. */
export function readTariffs(body: unknown, report: ReportProblem): ReadonlyMap<string, HeldTariff> {
  const tariffs = new Map<string, HeldTariff>()
  for (const [key, item] of membersOf(body)) {
    const billingId = decodeId(key)
    const erpId = erpIdOf(item)
    if (erpId === '') report(withoutErpId('tariff', billingId))
    else tariffs.set(billingId, readTariff(billingId, erpId, item))
  }
  return tariffs
}

function readTariff(billingId: string, erpId: string, item: unknown): HeldTariff {
  const speed = fieldOf(item, 'speed')
  return {
    billingId,
    erpId,
    name: decoded(fieldOf(item, 'name')),
    fee: unitsOf(fieldOf(item, 'payment'), 5),
    intervalDays: numberOf(fieldOf(item, 'payment_interval')),
    speedDown: numberOf(fieldOf(speed, 'down')),
    speedUp: numberOf(fieldOf(speed, 'up')),
    includedTraffic: numberOf(fieldOf(item, 'traffic')),
    serviceType: textOf(fieldOf(item, 'service_type')),
    isInBilling: flagOf(fieldOf(item, 'is_in_billing'), true),
  }
}

/** Reads `get_services_list` with `is_id_name=1`: by name, decoded and trimmed. */
export function readServiceOffers(body: unknown, report: ReportProblem): ReadonlyMap<string, ServiceOffer> {
  const offers = new Map<string, ServiceOffer>()
  for (const [key, item] of membersOf(body)) {
    const name = foldSpace(decoded(fieldOf(item, 'name') ?? key))
    const erpId = isRecord(item) ? ownIdOf(item) : referenceOf(item)
    if (erpId === '') report(withoutErpId('service', name))
    else if (!offers.has(name)) offers.set(name, { erpId, name, cost: unitsOf(fieldOf(item, 'cost'), 2) })
  }
  return offers
}

/** Reads `get_user_group_list` and `get_user_tags`: by the ERP's id, names decoded and trimmed. */
export function readNames(body: unknown): ReadonlyMap<string, HeldName> {
  const names = new Map<string, HeldName>()
  for (const [key, item] of membersOf(body)) {
    const erpId = ownIdOf(item) || referenceOf(key)
    const name = decoded(isRecord(item) ? fieldOf(item, 'name') : item).trim()
    if (erpId !== '') names.set(erpId, { erpId, name })
  }
  return names
}

/**
 * Reads a list of address units keyed by name (cities) or by `<city id>_<name>` (streets): ERP ids by decoded key.
 * Of two units with the same key the first counts.
 */
export function readAddressIds(body: unknown): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const [key, item] of membersOf(body)) {
    const name = decoded(key)
    const id = isRecord(item) ? ownIdOf(item) : referenceOf(item)
    if (id !== '' && !ids.has(name)) ids.set(name, id)
  }
  return ids
}

/** Reads `get_house_list` with `is_id_address=3`: by the md5 of the house's full name. */
export function readHouses(body: unknown): ReadonlyMap<string, HeldHouse> {
  const houses = new Map<string, HeldHouse>()
  for (const [hash, item] of membersOf(body)) {
    const erpId = ownIdOf(item)
    if (erpId === '') continue
    houses.set(hash.toLowerCase(), {
      erpId,
      postcode: decoded(fieldOf(item, 'postcode')),
      floor: decoded(fieldOf(item, 'floor')),
      entrance: decoded(fieldOf(item, 'entrance')),
    })
  }
  return houses
}

/** Reads the `data` of `get_user_crc_billing_list`: what the ERP remembers of each subscriber. */
export function readHashes(data: unknown): ReadonlyMap<string, SourceHash> {
  const hashes = new Map<string, SourceHash>()
  eachMember(data, (item, key) => {
    const [crc, activity, balance, trafficIn, trafficOut] = Array.isArray(item) ? item : [item]
    hashes.set(key, {
      crc: textOf(crc),
      activity: textOf(activity),
      balance: textOf(balance),
      trafficIn: textOf(trafficIn),
      trafficOut: textOf(trafficOut),
    })
  })
  return hashes
}

function withoutErpId(what: 'tariff' | 'service', name: string): Parameters<ReportProblem>[0] {
  return {
    code: `userside-${what}-without-id`,
    example: printable(name),
    text: `UserSide returned a ${what} without its own id; it is left alone.`,
    partial: true,
  }
}
