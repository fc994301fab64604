/** What UserSide's houses are called: an id says nothing to the people who read a plan or the journal. */
import type { HouseNaming } from '../fields/context.ts'
import { reference } from '../fields/reference.ts'
import { houseText, type WantedHouse } from './addresses.ts'
import type { HousePlan } from './houses.ts'

type Named = Pick<HousePlan, 'erpIds' | 'wanted'>

/** The names of the houses that the billing knows too, and of those a run creates. */
export class HouseNames implements HouseNaming {
  readonly #known: Named
  readonly #learned = new Map<string, string>()
  /** Made when the first name is asked for: few runs change a house. */
  #idsInBilling: ReadonlyMap<string, string> | undefined

  constructor({ erpIds, wanted }: Named = { erpIds: new Map(), wanted: new Map() }) {
    this.#known = { erpIds, wanted }
  }

  of(id: string): string | undefined {
    const house = this.#house(id)
    return this.#learned.get(id) ?? (house && houseText(house))
  }

  learn(id: string, name: string): void {
    this.#learned.set(id, name)
  }

  #house(id: string): WantedHouse | undefined {
    const { erpIds, wanted } = this.#known
    this.#idsInBilling ??= new Map([
      ...[...wanted.keys()].map((billingId) => [reference('house', billingId), billingId] as const),
      // Of several houses of one name the first tells.
      ...[...erpIds].reverse().map(([billingId, erpId]) => [erpId, billingId] as const),
    ])
    return wanted.get(this.#idsInBilling.get(id) ?? '')
  }
}
