/**
 * A built-in billing: queries in exactly the form an operator writes them (`contracts/databases.md` §1), and the ways in
 * which its databases differ from one installation to the next.
 */
import type { TableServer } from '../../../model/table-address.ts'
import type { Queries } from '../../../model/table-queries.ts'

/** What is known of an installation before its queries are asked. */
export interface Installation {
  readonly server: TableServer
  /** True for a table, or a `table.column`, that is there; of probed tables only. */
  readonly has: (name: string) => boolean
  /** True for a parameter that is set. */
  readonly isSet: (parameter: string) => boolean
}

/** Queries over others; `null` takes one away. */
export type Overlay = Readonly<Partial<Record<keyof Queries, string | null>>>

/** Queries of an installation that has, or lacks, something. */
export interface Variant {
  /** For people, to follow "for": `releases before the Internet module`. */
  readonly title: string
  readonly isMet: (installation: Installation) => boolean
  readonly queries: Overlay
}

export interface BuiltInBilling {
  /** Tables whose presence and columns decide between variants. */
  readonly probed: readonly string[]
  /** Those of the newest release known. */
  readonly queries: Queries
  /** In this order; each that is met lies over those before it. */
  readonly variants: readonly Variant[]
  /** Names of {parameter:NAME} that an operator may set, with what they are for. */
  readonly parameters: Readonly<Record<string, string>>
}

/** The queries of a built-in billing for one installation. */
export function queriesOf({ queries, variants }: BuiltInBilling, installation: Installation): Queries {
  return variants
    .filter(({ isMet }) => isMet(installation))
    .reduce<Queries>((below, { queries: over }) => layOver(below, over), queries)
}

/** Queries over others, one by one. */
export function layOver(below: Queries, over: Readonly<Record<string, string | null | undefined>>): Queries {
  const entries = Object.entries({ ...below, ...over }).filter(([, query]) => typeof query === 'string')
  return Object.fromEntries(entries)
}
