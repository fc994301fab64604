/** The ERP's lists beside its subscribers: tariffs, services, groups, tags, addresses (§4, §5, §7). */
import { fieldOf, isRecord, textOf } from '../json/shapes.ts'
import type { HeldName, HeldTariff, ServiceOffer } from '../model/customer.ts'
import type { ReportProblem } from '../model/problem.ts'
import { foldSpace, printable } from '../model/text.ts'
import { decodeId } from './entity.ts'
import type { HeldHouse, HouseUnit, SourceHash } from './userside.ts'
import {
  decoded,
  eachMember,
  erpIdOf,
  erpReference,
  flagOf,
  membersOf,
  numberOf,
  ownIdOf,
  unitsOf,
} from './values.ts'

/**
 * Reads `get_tariff_list`: by the tariff's id in the billing. One whose own id cannot be, or is another one's, is
 * reported and comes with `""` for it: it is there, but cannot be edited, nor created.
 */
export function readTariffs(body: unknown, report: ReportProblem): ReadonlyMap<string, HeldTariff> {
  const tariffs = new Map<string, HeldTariff>()
  const told = new Set<string>()
  for (const [key, item] of membersOf(body)) {
    const billingId = decodeId(key)
    const erpId = usableId(erpIdOf(item), told)
    if (erpId === '') report(withoutErpId('tariff', billingId))
    tariffs.set(billingId, readTariff(billingId, erpId, item))
  }
  return tariffs
}

/** An id met for the first time; `""` otherwise. */
function usableId(erpId: string, told: Set<string>): string {
  if (told.has(erpId)) return ''
  told.add(erpId)
  return erpId
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

/** Reads `get_services_list` with `is_id_name=1`: by name, decoded and trimmed. Ids as those of tariffs. */
export function readServiceOffers(body: unknown, report: ReportProblem): ReadonlyMap<string, ServiceOffer> {
  const offers = new Map<string, ServiceOffer>()
  const told = new Set<string>()
  for (const [key, item] of membersOf(body)) {
    const name = foldSpace(decoded(fieldOf(item, 'name') ?? key))
    if (offers.has(name)) continue
    const erpId = usableId(isRecord(item) ? ownIdOf(item) : erpReference(item), told)
    if (erpId === '') report(withoutErpId('service', name))
    offers.set(name, { erpId, name, cost: unitsOf(fieldOf(item, 'cost'), 2) })
  }
  return offers
}

/**
 * Reads `get_user_group_list` and `get_user_tags`: by the ERP's id, names decoded and trimmed. Ids as those of
 * tariffs; what has none of its own stands under its key in the list.
 */
export function readNames(body: unknown, report: ReportProblem): ReadonlyMap<string, HeldName> {
  const names = new Map<string, HeldName>()
  const told = new Set<string>()
  for (const [key, item] of membersOf(body)) {
    const erpId = usableId(ownIdOf(item) || erpReference(key), told)
    const name = decoded(isRecord(item) ? fieldOf(item, 'name') : item).trim()
    if (erpId === '') report(withoutErpId('name', name))
    names.set(erpId || `no-id:${key}`, { erpId, name })
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
    const id = isRecord(item) ? ownIdOf(item) : erpReference(item)
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

/** Reads the `data` of `address/get_house`, keyed by unit: of several units of a building the first counts. */
export function readHouseUnits(
  data: unknown,
  buildingIds: ReadonlySet<string>,
): ReadonlyMap<string, HouseUnit> {
  const units = new Map<string, HouseUnit>()
  for (const [key, item] of membersOf(data)) {
    const buildingId = erpReference(fieldOf(item, 'building_id'))
    const unitId = ownIdOf(item) || erpReference(key)
    if (unitId === '' || !buildingIds.has(buildingId) || units.has(buildingId)) continue
    units.set(buildingId, {
      unitId,
      buildingId,
      name: decoded(fieldOf(item, 'name')),
      floor: decoded(fieldOf(item, 'floor')),
      entrance: decoded(fieldOf(item, 'entrance')),
    })
  }
  return units
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

const NAMED = { tariff: 'a tariff', service: 'a service', name: 'a group or tag' } as const

function withoutErpId(what: keyof typeof NAMED, name: string): Parameters<ReportProblem>[0] {
  return {
    code: `userside-${what}-without-id`,
    example: printable(name),
    text: `UserSide returned ${NAMED[what]} without its own id; it is left alone.`,
    partial: true,
  }
}
