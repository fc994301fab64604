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
import type { SubscriberList } from '../model/subscriber.ts'

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
  /** The whole list or an error: a partial list never comes out of here. @throws BillingError */
  subscribers(): Promise<SubscriberList>
  cities(): Promise<Directory<City>>
  districts(): Promise<Directory<District>>
  streets(): Promise<Directory<Street>>
  /** `streets` because a house's true number is rebuilt with its street's name (§5.3). */
  houses(streets: ReadonlyMap<string, Street>): Promise<Directory<House>>
  messages(): Promise<Directory<Message>>
  readonly tally: BillingTally
}
