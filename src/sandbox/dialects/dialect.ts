/** How one billing product looks on the wire: its address, its front door and its way to print a population. */
import type { Population, PopulationSubscriber, PopulationTariff } from '../population.ts'
import type { Reply } from '../reply.ts'

/** The query of a request, decoded; a name may occur twice. */
export class Query {
  constructor(readonly pairs: readonly (readonly [string, string])[]) {}

  /** The value of a parameter; `undefined` when it is not there. */
  get(name: string): string | undefined {
    return this.pairs.find(([key]) => key === name)?.[1]
  }

  has(name: string): boolean {
    return this.get(name) !== undefined
  }
}

/** A request got as far as naming a method, or was turned away. */
export type Door =
  | { readonly kind: 'method'; readonly method: string }
  | { readonly kind: 'refused'; readonly reply: Reply; readonly why: string }

/** Which rows of a list are asked for; only ABillS pages. */
export interface Window {
  readonly offset: number
  readonly rows: number
}

export interface SandboxDialect {
  readonly name: string
  /** The operator's `billingUrl`. */
  operatorUrl(origin: string, key: string): string
  /** Name of the parameter that carries the method. */
  readonly methodParameter: string
  door(query: Query, key: string): Door
  /** What the contract says ours must not or must send to this product; sentences. */
  complaints?(query: Query): string[]
  /** The body of a method in printed pieces; `undefined` when the product does not have it. */
  print(method: string, population: Population, window: Window): Iterable<string> | undefined
  readonly headers: Readonly<Record<string, string>>
  readonly framing: Reply['framing']
  /** What the product says to a method it does not have. */
  unknownMethod(method: string): Reply
  /** What it says when something is wrong. */
  refusal(text: string): Reply
  /** The subscriber's id in this product. */
  subscriberId(subscriber: PopulationSubscriber): string
  /** The tariff's id in this product. */
  tariffId(tariff: PopulationTariff): string
  /** True when the product counts rows and cuts its lists. */
  readonly isPaged?: boolean
}

/** Tariffs by their number in the population. */
export function tariffsById(population: Population): ReadonlyMap<number, PopulationTariff> {
  return new Map(population.tariffs.map((tariff) => [tariff.id, tariff]))
}
