/**
 * What a provider's billing knows, in no product's own words. Every dialect prints the same population, so that the
 * state UserSide ends in can be compared across billings. Amounts are decimal texts, speeds kbit/s, included traffic
 * MB, month traffic bytes, dates local texts (`YYYY-MM-DD hh:mm:ss`) without a zone; `""` is empty.
 */

export interface PopulationCity {
  readonly id: number
  readonly name: string
}

/** A part of a city; its name may be empty. */
export interface PopulationDistrict {
  readonly id: number
  readonly cityId: number
  readonly name: string
}

export interface PopulationStreet {
  readonly id: number
  readonly cityId: number
  readonly districtId: number
  readonly type: string
  readonly name: string
}

export interface PopulationHouse {
  readonly id: number
  readonly streetId: number
  /** The number as an operator typed it: `12А/3`, `83 корп.3`. */
  readonly typed: string
  readonly postcode: string
  readonly floors: string
  readonly entrances: string
}

export interface PopulationTariff {
  readonly id: number
  /** Unique; uBilling's id of the tariff. */
  readonly name: string
  readonly fee: string
  /** Days: 30 or 1. */
  readonly intervalDays: number
  readonly speedDown: number
  readonly speedUp: number
  /** MB; -1 is unlimited. */
  readonly includedTraffic: number
}

export interface PopulationName {
  readonly id: number
  readonly name: string
}

export interface PopulationService extends PopulationName {
  readonly cost: string
}

export type PopulationState = 'work' | 'nomoney' | 'pause' | 'disable' | 'new'

export interface PopulationAddress {
  readonly houseId: number
  readonly apartment: string
  readonly floor: string
  readonly entrance: string
}

export interface PopulationDevice {
  /** Unsigned integer; 0 is a device without IP. */
  readonly ip: number
  /** 12 lower-case hex digits or `""`. */
  readonly mac: string
}

export interface PopulationSubscriber {
  readonly uid: number
  /** Unique; uBilling's id of the subscriber. */
  readonly login: string
  readonly fullName: string
  readonly isCorporate: boolean
  readonly isFormer: boolean
  readonly accountNumber: string
  readonly comment: string
  readonly balance: string
  readonly credit: string
  readonly discount: string
  readonly state: PopulationState
  readonly connectedAt: string
  readonly activeAt: string
  readonly agreementNumber: string
  /** `YYYY-MM-DD` or `""`. */
  readonly agreementDate: string
  /** Tariff ids; the same may occur twice where the population is rich. */
  readonly tariffs: readonly number[]
  readonly nextTariff: { readonly tariffId: number; readonly startDate: string } | undefined
  readonly trafficUp: string
  readonly trafficDown: string
  /** As typed; the last one is the main number. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly address: PopulationAddress | undefined
  readonly devices: readonly PopulationDevice[]
  readonly groups: readonly number[]
  readonly tags: readonly number[]
  readonly services: readonly { readonly id: number; readonly cost: string; readonly comment: string }[]
  readonly fields: readonly { readonly id: number; readonly value: string }[]
  readonly password: string
  /** Child accounts, shaped like subscribers; only in rich populations. */
  readonly children: readonly PopulationSubscriber[]
}

export interface PopulationMessage {
  readonly id: number
  readonly uid: number
  readonly date: string
  readonly subject: string
  readonly text: string
}

export interface Population {
  /** The billing's clock, local. */
  readonly now: string
  /** How far that clock is ahead of UTC. */
  readonly offsetMinutes: number
  readonly cities: readonly PopulationCity[]
  readonly districts: readonly PopulationDistrict[]
  readonly streets: readonly PopulationStreet[]
  readonly houses: readonly PopulationHouse[]
  readonly tariffs: readonly PopulationTariff[]
  readonly groups: readonly PopulationName[]
  readonly tags: readonly PopulationName[]
  readonly services: readonly PopulationService[]
  readonly fields: readonly PopulationName[]
  readonly subscribers: readonly PopulationSubscriber[]
  readonly messages: readonly PopulationMessage[]
}

/** The instant the population's clock shows. */
export function populationInstant(population: Population): Date {
  return new Date(Date.parse(`${population.now.replace(' ', 'T')}Z`) - population.offsetMinutes * 60_000)
}

/** The two parts of a house's number a careful reader makes of what was typed (universal-billing-api.md §5.3). */
export function houseParts(typed: string): { readonly number: string; readonly block: string } {
  const text = typed.replace(/\s+/g, ' ').trim()
  const parts = /^(\d+)[/\-\s]*(.*)$/.exec(text)
  if (parts === null) return { number: text === '-' ? '' : text, block: '' }
  return { number: parts[1] ?? '', block: parts[2] ?? '' }
}
