/**
 * What is known of UserSide comes from its documentation and from watching it; where it behaves otherwise, a run must
 * come to no harm. Each of these is such a behaviour. None is there by default, and all may be changed between runs.
 */
export interface Oddities {
  /** A proxy in front takes no form of more bytes and answers 413. */
  mostFormBytes?: number | undefined
  /** PHP takes no form of more bytes: it drops it, and what is left is a request without a key, which answers 403. */
  mostPostBytes?: number | undefined
  /** These calls are refused as those of a section the key lacks: HTTP 400 with an error in JSON. */
  refusedCalls?: RegExp | undefined
  /** The list of subscribers is empty in one way or the other, lacks every second one, or has the ERP's own ids for keys. */
  userList?: 'empty' | 'null' | 'half' | 'by-erp-id' | undefined
  /** Creates are answered with 504 at once, and carried out all the same. */
  late?: LateCreates | undefined
  /** Names as they are shown, of what stands under them, and ids of subscribers; a name that is created is kept as it came. */
  rename?: Partial<Record<RenamedKind, (name: string) => string>> | undefined
  /** Members that no record of a subscriber shows. */
  hiddenMembers?: readonly string[] | undefined
  /** The ERP's own ids, as its list of subscribers shows them. */
  shownIds?: ((erpId: string) => string) | undefined
  /** The hash of a house is over another text than anybody knows of. */
  areHousesHashedOtherwise?: boolean | undefined
  /** `add_house` takes no block: `another` makes the house without it, `same` gives the one that has none, if there is one. */
  blockIgnored?: 'another' | 'same' | undefined
  /** `edit_house` says OK and keeps nothing. */
  isEditHouseIgnored?: boolean | undefined
  /** Leads are shown among the subscribers, whoever asks. */
  areLeadsListed?: boolean | undefined
  /** What creating a subscriber does whose id a lead holds. `refuse`, which is a violation too, when left out. */
  onLeadCreate?: 'refuse' | 'ignore' | 'second-card' | undefined
  /** Ids of subscribers, in the billing, whose activity is shown in microseconds. */
  microseconds?: readonly string[] | undefined
  /** Additional fields that are shown under `additional_customer_data`; `own`: and taken under no other name. */
  customerData?: { readonly ids: readonly string[] | 'all'; readonly isTakenOnlyThere?: boolean } | undefined
  /** Child accounts stand in their parents' records, under what is left of their ids without the parent's, or the whole. */
  nestedChildren?: 'short' | 'whole' | undefined
  /** What becomes of a share of everything that is created. */
  chance?: Chance | undefined
}

export type RenamedKind = 'group' | 'tag' | 'service' | 'tariff' | 'city' | 'street' | 'subscriber'

export interface LateCreates {
  /** Names of the calls; every create when left out. */
  readonly calls?: RegExp
  /** When they are carried out, milliseconds after the answer; left out: when the test says so. */
  readonly afterMs?: number
}

/** Shares from 0 to 1, together at most 1. The same seed does the same to the same things. */
export interface Chance {
  readonly seed: number
  /** Made, and not listed. */
  readonly hide?: number
  /** Made, and listed under another key or name. */
  readonly rename?: number
  /** Made twice. */
  readonly double?: number
  /** Not made. */
  readonly forget?: number
  /** Share of requests that are late, as {@link Oddities.late} says. */
  readonly delay?: number
}
