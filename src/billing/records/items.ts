/** The items of directories, from the wire into the model. */
import { entries, idOf, isNothing, textOf, type WireRecord } from '../../json/shapes.ts'
import type {
  City,
  District,
  House,
  HouseField,
  Message,
  Named,
  Service,
  State,
  StateFunction,
  Street,
  Tariff,
  TariffField,
} from '../../model/catalogue.ts'
import { parseDateTime } from '../../model/date.ts'
import { readDecimal } from '../../model/decimal.ts'
import { decodeEntities } from '../../model/text.ts'
import { UNREADABLE, type Unreadable } from '../../model/unreadable.ts'
import { houseNumberOf } from './house-number.ts'
import { countOf, isContainer, memberOf, nameOf, plain, price, unlessZero, wholeNumber } from './plain.ts'
import type { RecordTraits } from './traits.ts'
import { UnreadableValues } from './unreadable-values.ts'

/** Unlimited included traffic. */
const UNLIMITED = -1

/** Members no tariff carries stay `undefined`, see {@link completeTariffs}. */
export function readTariff(item: WireRecord, id: string, traits: RecordTraits): Tariff {
  const values = new UnreadableValues<TariffField>()
  const speed = (field: 'speedDown' | 'speedUp', name: string): number | undefined => {
    const sent = memberOf(item.speed, name)
    return values.take(field, wholeNumber(sent, 0), sent === UNREADABLE ? item.speed : sent, undefined)
  }
  const fee = isNothing(item.payment) ? item.payment_full : item.payment
  const { payment_interval: interval, traffic } = item
  const includedTraffic = traits.isIncludedTrafficUnknown ? undefined : wholeNumber(traffic, UNLIMITED)
  return {
    id,
    name: nameOf(values.scalar('name', item.name)) || id,
    fee: values.take('fee', price(fee, 5), fee, undefined),
    // One is read by the other, so they are written together.
    intervalDays: values.take('fee', readDecimal(interval, 0), interval, undefined),
    speedDown: speed('speedDown', 'down'),
    speedUp: speed('speedUp', 'up'),
    includedTraffic: values.take('includedTraffic', includedTraffic, traffic, undefined),
    serviceType: nameOf(values.scalar('serviceType', item.service_type)) || undefined,
    unreadable: values.found(),
  }
}

/** What some tariff carries is zero where another lacks it; what none carries the billing does not export (§3). */
export function completeTariffs(tariffs: ReadonlyMap<string, Tariff>): Map<string, Tariff> {
  const all = [...tariffs.values()]
  const zeroOf = (name: 'fee' | 'intervalDays' | 'speedDown' | 'speedUp' | 'includedTraffic') =>
    all.some((tariff) => tariff[name] !== undefined) ? 0 : undefined
  const zeros = {
    fee: zeroOf('fee'),
    intervalDays: zeroOf('intervalDays'),
    speedDown: zeroOf('speedDown'),
    speedUp: zeroOf('speedUp'),
    includedTraffic: zeroOf('includedTraffic'),
    serviceType: all.some((tariff) => tariff.serviceType !== undefined) ? '0' : undefined,
  }
  return new Map(
    all.map((tariff) => [
      tariff.id,
      {
        id: tariff.id,
        name: tariff.name,
        fee: tariff.fee ?? zeros.fee,
        intervalDays: tariff.intervalDays ?? zeros.intervalDays,
        speedDown: tariff.speedDown ?? zeros.speedDown,
        speedUp: tariff.speedUp ?? zeros.speedUp,
        includedTraffic: tariff.includedTraffic ?? zeros.includedTraffic,
        serviceType: tariff.serviceType ?? zeros.serviceType,
        unreadable: tariff.unreadable,
      },
    ]),
  )
}

const FUNCTIONS: ReadonlySet<string> = new Set<StateFunction>([
  'work',
  'nomoney',
  'pause',
  'disable',
  'new',
  'stop',
])

export function readState(item: WireRecord, id: string): State {
  const word = idOf(item.functional).toLowerCase()
  return { id, name: nameOf(item.name), functional: isFunction(word) ? word : undefined }
}

function isFunction(word: string): word is StateFunction {
  return FUNCTIONS.has(word)
}

export function readNamed(item: WireRecord, id: string): Named {
  return { id, name: nameOf(item.name) }
}

export function readField(item: WireRecord, id: string, { isFieldNameWithChoices }: RecordTraits): Named {
  const name = nameOf(item.name)
  return { id, name: isFieldNameWithChoices ? name.replace(/\|.*$/s, '').trim() : name }
}

export function readService(item: WireRecord, id: string): Service {
  const values = new UnreadableValues<'cost'>()
  const cost = values.take('cost', price(item.cost, 2), item.cost, undefined)
  return { id, name: nameOf(item.name), cost, unreadable: values.found() }
}

/** One without a readable name is left out: who lives there keeps the address UserSide has. */
export function readCity(item: WireRecord, id: string): City | Unreadable {
  if (isContainer(item.name)) return UNREADABLE
  return { id, name: nameOf(item.name) }
}

/** Which ids a list holds that was read before. */
export type IsListed = (id: string) => boolean

export function readDistrict(
  item: WireRecord,
  id: string,
  traits: RecordTraits,
  isCity: IsListed,
): District | undefined {
  if (traits.pseudoDistricts.includes(id)) return undefined
  return { id, cityId: ownerOf(item, 'city_id', traits, isCity), name: nameOf(item.name) }
}

/** As with a city. */
export function readStreet(
  item: WireRecord,
  id: string,
  traits: RecordTraits,
  isCity: IsListed,
): Street | Unreadable {
  if (isContainer(item.name)) return UNREADABLE
  const name = nameOf(item.name)
  const cityId = ownerOf(item, 'city_id', traits, isCity)
  return { id, cityId, name, fullName: nameOf(item.full_name) || name }
}

export function readHouse(
  item: WireRecord,
  id: string,
  traits: RecordTraits,
  streets: ReadonlyMap<string, Street>,
): House {
  const streetId = ownerOf(item, 'street_id', traits, (parent) => streets.has(parent))
  const sent = { number: nameOf(item.number), block: nameOf(item.block) }
  const street = streets.get(streetId)?.name
  const number = traits.isHouseNumberRebuilt ? (houseNumberOf(textOf(item.full_name), street) ?? sent) : sent
  const isRebuilt = number.number !== sent.number || number.block !== sent.block
  const values = new UnreadableValues<HouseField>()
  for (const part of [item.number, item.block]) values.scalar('number', part)
  return {
    id,
    streetId,
    districtId: referenceOf(item.city_district_id, traits),
    number,
    sentNumber: isRebuilt ? sent : undefined,
    postcode: unlessZero(item.postcode),
    floors: values.take('floors', countOf(item.floor), item.floor, ''),
    entrances: values.take('entrances', countOf(item.entrance), item.entrance, ''),
    unreadable: values.found(),
  }
}

/** Line breaks are part of a message; other oddities of the text are not. */
export function readMessage(item: WireRecord, id: string): Message {
  return {
    id,
    subscriberId: idOf(item.user_id),
    date: parseDateTime(item.msg_date),
    subject: plain(item.subject),
    text: decodeEntities(textOf(item.text)).replace(/\r\n?/g, '\n').trim(),
  }
}

function referenceOf(value: unknown, { isZeroNone }: RecordTraits): string {
  const id = idOf(value)
  return isZeroNone && id === '0' ? '' : id
}

/**
 * What a part of an address belongs to. Where the billing has no word of its own for that, its parents tell, one or all
 * of them (T40): of several the one that is listed.
 */
function ownerOf(
  item: WireRecord,
  member: 'city_id' | 'street_id',
  traits: RecordTraits,
  isListed: IsListed,
): string {
  if (!isNothing(item[member])) return referenceOf(item[member], traits)
  const { parent_id: parent, parent_ids: all } = item
  const parents = [idOf(parent), ...entries(all).flatMap(([id]) => id.split(/[,;\s]+/))]
  const named = parents.filter((id) => id !== '' && id !== '0')
  return named.find(isListed) ?? named[0] ?? ''
}
