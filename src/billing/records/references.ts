/** To which of the billing's lists a subscriber refers. */
import type { Subscriber } from '../../model/subscriber.ts'
import type { BillingDirectories } from '../billing.ts'

/** Lists that subscribers name themselves; streets, cities and districts are named by their houses. */
export const REFERRED = [
  'tariffs',
  'services',
  'states',
  'groups',
  'tags',
  'additionalFields',
  'houses',
] as const satisfies readonly (keyof BillingDirectories)[]

export type Referred = (typeof REFERRED)[number]

/** A bit for each of {@link REFERRED}, in its order. */
export type References = number

const REFERS: Readonly<Record<Referred, (subscriber: Subscriber) => boolean>> = {
  tariffs: ({ tariffs, nextTariff }) => tariffs.length > 0 || nextTariff !== undefined,
  services: ({ services }) => services.length > 0,
  states: ({ stateId }) => stateId !== '',
  groups: ({ groups }) => groups.length > 0,
  tags: ({ tags }) => tags.length > 0,
  additionalFields: ({ additionalData }) => additionalData.size > 0,
  houses: ({ address }) => address !== undefined,
}

/** The lists a subscriber refers to. */
export function referencesOf(subscriber: Subscriber): References {
  return REFERRED.reduce((bits, list, place) => (REFERS[list](subscriber) ? bits | (1 << place) : bits), 0)
}

/** True when a subscriber refers to a list. @param references what is remembered of it, where it is */
export function refersTo(
  list: Referred,
  subscriber: Subscriber & { readonly references?: References },
): boolean {
  return subscriber.references === undefined
    ? REFERS[list](subscriber)
    : (subscriber.references & (1 << REFERRED.indexOf(list))) !== 0
}
