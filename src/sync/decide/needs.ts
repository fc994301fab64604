/** What of the billing's lists the subscribers of a run need, where it was asked for some subscribers only. Pure. */
import type { Subscriber } from '../../model/subscriber.ts'
import { canonicalTariffId } from '../fields/tariffs.ts'

/** Nothing else of these lists is created or changed. */
export interface Needs {
  isTariff(canonicalId: string): boolean
  isService(id: string): boolean
}

const EVERYTHING: Needs = { isTariff: () => true, isService: () => true }

/** @param chosen the only subscribers of the run; `undefined`: everybody is in it, and all lists are kept up whole */
export function needsOf(chosen: readonly Subscriber[] | undefined): Needs {
  if (chosen === undefined) return EVERYTHING
  const tariffs = new Set<string>()
  const services = new Set<string>()
  for (const subscriber of chosen) {
    for (const id of subscriber.tariffs) tariffs.add(canonicalTariffId(id))
    if (subscriber.nextTariff !== undefined) tariffs.add(canonicalTariffId(subscriber.nextTariff.id))
    for (const { id } of subscriber.services) services.add(id)
  }
  return { isTariff: (id) => tariffs.has(id), isService: (id) => services.has(id) }
}
