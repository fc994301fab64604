/**
 * The source side's interface: what a run may ask a billing for, and nothing else. There is no way to write to a
 * billing through it: the methods of the protocol that do so have no code path.
 */
import type {
  City,
  District,
  House,
  Message,
  Named,
  Service,
  State,
  Street,
  Tariff,
} from '../model/catalogue.ts'
import type { SystemClock } from '../model/clock.ts'
import type { Directory } from '../model/directory.ts'
import type { TextStore } from '../model/journal.ts'
import type { Subscriber, SubscriberList } from '../model/subscriber.ts'

export interface BillingSystem {
  /** Empty when the billing does not tell. */
  readonly name: string
  readonly version: string
  readonly dialect: string
  readonly clock: SystemClock
}

/** What the reading has cost so far. */
export interface BillingTally {
  readonly requests: number
  readonly bytes: number
  readonly retries: number
}

/** The lists subscribers refer to, directly or through their houses. */
export interface BillingDirectories {
  readonly tariffs: Directory<Tariff>
  readonly services: Directory<Service>
  readonly states: Directory<State>
  readonly groups: Directory<Named>
  readonly tags: Directory<Named>
  readonly additionalFields: Directory<Named>
  readonly cities: Directory<City>
  readonly districts: Directory<District>
  readonly streets: Directory<Street>
  readonly houses: Directory<House>
}

/**
 * One pass over a billing. A run calls each method once, one at a time, in the order written here
 * (`contracts/universal-billing-api.md` §2). A method that a run cannot do without throws a `BillingError`;
 * the others give an unavailable directory, and what depends on it is left alone.
 */
export interface Billing {
  /** @throws BillingError when the billing cannot be read at all */
  system(): Promise<BillingSystem>
  tariffs(): Promise<Directory<Tariff>>
  services(): Promise<Directory<Service>>
  states(): Promise<Directory<State>>
  groups(): Promise<Directory<Named>>
  tags(): Promise<Directory<Named>>
  additionalFields(): Promise<Directory<Named>>
  /**
   * The whole list or an error: a partial list never comes out of here.
   * @param texts what earlier runs read the texts of records as: those need not be read again
   * @throws BillingError
   */
  subscribers(texts?: TextStore): Promise<SubscriberList>
  cities(): Promise<Directory<City>>
  districts(): Promise<Directory<District>>
  streets(): Promise<Directory<Street>>
  /** `streets` because a house's true number is rebuilt with its street's name (§5.3). */
  houses(streets: ReadonlyMap<string, Street>): Promise<Directory<House>>
  messages(): Promise<Directory<Message>>
  /**
   * The last word on the lists, once all of them are read: one that answered "nothing" while subscribers refer to it
   * was not read, and becomes unavailable (§2).
   * @throws BillingError when a run cannot do without it
   */
  crossCheck<D extends BillingDirectories>(directories: D, subscribers: Iterable<Subscriber>): D
  readonly tally: BillingTally
}

/**
 * What a billing tells of its own API. Version numbers and method lists lie (T36), so a run has no way to ask: this is
 * for `doctor`, which shows it, between `system` and `tariffs`.
 */
export interface DescribedBilling extends Billing {
  /** Whatever the billing says under its own names, as a rule `version` and `date`. */
  apiInformation(): Promise<Directory<string>>
  /** The methods it claims to have; the values are its comments. */
  methodList(): Promise<Directory<string>>
  /** What to try with this product; it may be known better once `system` was read. */
  advice(): ProductAdvice
}

/** What an operator may try when a billing's answers are not what they should be. */
export interface ProductAdvice {
  /** Not even the first question was answered; empty where the product's ways to say no are known. */
  readonly onRefusal: string
  /** The list of subscribers looks cut. */
  readonly onCutList: string
  /** A list whose length is a multiple of this looks cut, even though the rest of it was asked for. */
  readonly roundRows?: number
}
