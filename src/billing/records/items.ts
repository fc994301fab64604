/** The items of directories, from the wire into the model. */
import { fieldOf, idOf, textOf, type WireRecord } from '../../json/shapes.ts'
import type {
  City,
  District,
  House,
  Message,
  Named,
  Service,
  State,
  StateFunction,
  Street,
  Tariff,
} from '../../model/catalogue.ts'
import { parseDateTime } from '../../model/date.ts'
import { parseDecimal } from '../../model/decimal.ts'
import { decodeEntities } from '../../model/text.ts'
import { houseNumberOf } from './house-number.ts'
import { nameOf, plain, unlessZero, wholeNumber } from './plain.ts'
import type { RecordTraits } from './traits.ts'

/** Members no tariff carries stay `undefined`, see {@link completeTariffs}. */
export function readTariff(item: WireRecord, id: string, traits: RecordTraits): Tariff {
  return {
    id,
    name: nameOf(item.name) || id,
    fee: parseDecimal(item.payment, 5),
    intervalDays: wholeNumber(item.payment_interval),
    speedDown: wholeNumber(fieldOf(item.speed, 'down')),
    speedUp: wholeNumber(fieldOf(item.speed, 'up')),
    includedTraffic: traits.isIncludedTrafficUnknown ? undefined : wholeNumber(item.traffic),
    serviceType: idOf(item.service_type) || undefined,
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
  const word = idOf(item.functional)
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
  return { id, name: nameOf(item.name), cost: parseDecimal(item.cost, 2) }
}

export function readCity(item: WireRecord, id: string): City {
  return { id, name: nameOf(item.name) }
}

export function readDistrict(item: WireRecord, id: string, traits: RecordTraits): District | undefined {
  if (traits.pseudoDistricts.includes(id)) return undefined
  return { id, cityId: referenceOf(item.city_id, traits), name: nameOf(item.name) }
}

export function readStreet(item: WireRecord, id: string, traits: RecordTraits): Street {
  const name = nameOf(item.name)
  return { id, cityId: referenceOf(item.city_id, traits), name, fullName: nameOf(item.full_name) || name }
}

export function readHouse(
  item: WireRecord,
  id: string,
  traits: RecordTraits,
  streets: ReadonlyMap<string, Street>,
): House {
  const streetId = referenceOf(item.street_id, traits)
  const sent = { number: nameOf(item.number), block: nameOf(item.block) }
  const street = streets.get(streetId)?.name
  const number = traits.isHouseNumberRebuilt ? (houseNumberOf(textOf(item.full_name), street) ?? sent) : sent
  const isRebuilt = number.number !== sent.number || number.block !== sent.block
  return {
    id,
    streetId,
    districtId: referenceOf(item.city_district_id, traits),
    number,
    sentNumber: isRebuilt ? sent : undefined,
    postcode: unlessZero(item.postcode),
    floors: unlessZero(item.floor),
    entrances: unlessZero(item.entrance),
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
