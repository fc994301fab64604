/**
 * The ledger of creates (`contracts/userside-api.md` §12): what UserSide was asked to create and what its list of
 * subscribers has shown. Before anything is created it is asked; so nothing is created a second time because the first
 * one cannot be found.
 */

export const LEDGER_KINDS = [
  'city',
  'street',
  'house',
  'tariff',
  'group',
  'tag',
  'service',
  'subscriber',
] as const

export type LedgerKind = (typeof LEDGER_KINDS)[number]

/** What the ledger knows a thing by: its id in the billing; of what is matched by name, its name. */
export interface LedgerItem {
  readonly kind: LedgerKind
  readonly key: string
  /** What it is called when it is created, as the ERP is told. */
  readonly name: string
}

/**
 * What became of the last create of a thing: `open` while nobody has answered (or the run was killed), `lost` when the
 * answer did not come, `done` when it did.
 */
export type CreateFate = 'open' | 'lost' | 'done'

export interface LedgerEntry extends LedgerItem {
  /** The ERP's id; `""` unknown: creating subscribers gives none, a lost answer neither. */
  readonly erpId: string
  /** How often it was created, as far as anybody knows; 0 for a subscriber that was only seen. */
  readonly creates: number
  /** When the last create went out, ISO 8601; `""` never. */
  readonly sentAt: string
  readonly fate: CreateFate
}

/** A subscriber as UserSide's list showed it last. */
export interface ShownSubscriber {
  /** Id in the billing. */
  readonly key: string
  readonly erpId: string
  readonly isInBilling: boolean
  /** The billing had it under this id, then or before. */
  readonly wasKnown: boolean
}

/** The news of a list that was read to its end and believed. */
export interface ShownNews {
  readonly shown: Iterable<ShownSubscriber>
  /** Ids of subscribers that the list does not show any more. */
  readonly gone: Iterable<string>
  /** The same, of whom it shows the record under an id that is nobody's: which record was theirs is not forgotten. */
  readonly moved?: Iterable<string>
}

export interface Ledger {
  find(kind: LedgerKind, key: string): LedgerEntry | undefined
  /** How many of a kind UserSide was last seen to hold, or has accepted since; of subscribers those in billing. */
  count(kind: LedgerKind): number
  /** Creates that are about to be sent. Noted before sending, so that a killed run leaves them behind as `open`. */
  sending(items: readonly LedgerItem[], sentAt: Date): void
  /** Their fate, with the ERP's id where the answer gave one. */
  settle(items: readonly LedgerItem[], fate: 'done' | 'lost', erpIdOf?: (item: LedgerItem) => string): void
  /** They were not created: refused, or never sent. */
  withdraw(items: readonly LedgerItem[]): void
  /** The subscribers UserSide's list showed when it was last believed. */
  shownSubscribers(): Iterable<ShownSubscriber>
  saveShown(news: ShownNews): void
  /** What this program gave a subscriber and did not take away again, as `kind erpId` (§7). */
  given(subscriberId: string): readonly string[]
  /** Replaces what was given to subscribers. */
  saveGiven(entries: Iterable<readonly [subscriberId: string, given: readonly string[]]>): void
}

/** What may be done about a thing that UserSide does not show. */
export type Standing =
  /** It may be created. */
  | 'new'
  /** A create of it may still be at work: a later run looks again. */
  | 'unanswered'
  /** It was accepted and is not shown: creating it once more would double it. */
  | 'not-shown'

export interface StandingRules {
  readonly now: Date
  /** `--full`: one more try. */
  readonly isFull: boolean
  /** `--accept-creates`: the operator has looked. */
  readonly isAccepted: boolean
}

/** A create whose answer did not come may be carried out for so long afterwards. */
const AT_WORK_MS = 600_000

/** Kinds of which a second create is tried by itself: a record the ERP has lost is missed by somebody. */
const TRIED_TWICE: ReadonlySet<LedgerKind> = new Set(['subscriber', 'tariff'])

const MOST_CREATES = 2

/**
 * Whether something that UserSide does not show may be created (§12.2, §12.7).
 * @param entry what the ledger knows of it
 * @param name what it would be called now
 */
export function standingOf(entry: LedgerEntry | undefined, name: string, rules: StandingRules): Standing {
  if (entry === undefined || entry.creates === 0) return 'new'
  if (entry.fate !== 'done' && isAtWork(entry, rules.now)) return 'unanswered'
  if (rules.isAccepted) return 'new'
  if (entry.creates >= MOST_CREATES) return 'not-shown'
  const isTriedAgain =
    TRIED_TWICE.has(entry.kind) || entry.fate !== 'done' || rules.isFull || entry.name !== name
  return isTriedAgain ? 'new' : 'not-shown'
}

function isAtWork({ sentAt }: LedgerEntry, now: Date): boolean {
  // A clock that was set back makes it younger than nothing: then nobody knows, and waits as long.
  return Math.abs(now.getTime() - Date.parse(sentAt)) < AT_WORK_MS
}
