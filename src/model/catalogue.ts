/** Directories a billing keeps beside its subscribers. Ids are opaque texts: never numbers, never trimmed of zeros. */
import type { UnreadableValue } from './unreadable.ts'

/** What UserSide is told of a tariff; fee and interval, of which one is read by the other, are one. */
export type TariffField = 'name' | 'fee' | 'speedDown' | 'speedUp' | 'includedTraffic' | 'serviceType'

/** A tariff of the billing. A member is `undefined` when no tariff of the billing carries it. */
export interface Tariff {
  readonly id: string
  readonly name: string
  /** Units of 10^-5 hryvnia per interval. */
  readonly fee: number | undefined
  /** Days: 30 monthly, 1 daily. */
  readonly intervalDays: number | undefined
  /** kbit/s the subscriber receives. */
  readonly speedDown: number | undefined
  /** kbit/s the subscriber sends. */
  readonly speedUp: number | undefined
  /** MB; -1 is unlimited. */
  readonly includedTraffic: number | undefined
  readonly serviceType: string | undefined
  /** Fields of which the billing says what cannot be read: they are left alone. */
  readonly unreadable?: readonly UnreadableValue<TariffField>[] | undefined
}

/** What the billing means by a state; `undefined` is a word outside the contract (§5.5): its id counts then. */
export type StateFunction = 'work' | 'nomoney' | 'pause' | 'disable' | 'new' | 'stop'

export interface State {
  readonly id: string
  readonly name: string
  readonly functional: StateFunction | undefined
}

/** A group, tag or additional-field type: an id and a name, the name possibly empty. */
export interface Named {
  readonly id: string
  readonly name: string
}

export interface Service extends Named {
  /** List price in minor units; `undefined` when the billing names none. */
  readonly cost: number | undefined
  /** Its price, where the billing says what cannot be read: it is left alone. */
  readonly unreadable?: readonly UnreadableValue<'cost'>[] | undefined
}

export interface City {
  readonly id: string
  /** Empty when the billing leaves it out. */
  readonly name: string
}

export interface District {
  readonly id: string
  readonly cityId: string
  readonly name: string
}

export interface Street {
  readonly id: string
  readonly cityId: string
  readonly name: string
  /** With the kind of street (`вул. Соборна`); the name when the billing gives none. */
  readonly fullName: string
}

/** A house whose number cannot be read is not looked for in UserSide. */
export type HouseField = 'number' | 'floors' | 'entrances'

/** The two parts of a house's number. */
export interface HouseNumber {
  readonly number: string
  readonly block: string
}

/** `12-14`, `12 А`, `12`: the number as the ERP writes it (§5). */
export function numberText({ number, block }: HouseNumber): string {
  const own = block !== '' && number === '0' ? '' : number
  if (block === '') return own
  return own === '' ? block : /^\d/.test(block) ? `${own}-${block}` : `${own} ${block}`
}

export interface House {
  readonly id: string
  readonly streetId: string
  readonly districtId: string
  readonly number: HouseNumber
  /** The pair as the billing sent it, when the true one had to be rebuilt (§5.3). */
  readonly sentNumber: HouseNumber | undefined
  readonly postcode: string
  /** Storeys; `""` unknown. */
  readonly floors: string
  /** Number of entrances; `""` unknown. */
  readonly entrances: string
  /** Of these the billing says what cannot be read: they are left alone. */
  readonly unreadable?: readonly UnreadableValue<HouseField>[] | undefined
}

/** A subscriber's message (a ticket) in the billing. */
export interface Message {
  readonly id: string
  readonly subscriberId: string
  /** Local date-time of the billing, `""` unknown. */
  readonly date: string
  readonly subject: string
  readonly text: string
}
