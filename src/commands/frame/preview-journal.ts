/** What a preview may know of earlier runs: it looks, and writes nothing. */
import { ConfigError } from '../../model/errors.ts'
import { type Journal, NO_JOURNAL } from '../../model/journal.ts'
import type { Ledger } from '../../model/ledger.ts'
import { ledgerInMemory } from '../../state/ledger-table.ts'
import { openPastJournal, type PastJournal } from '../../state/past-journal.ts'
import type { Session } from './session.ts'

export interface PreviewJournal {
  /** Gives what earlier runs wrote, which tells the fields UserSide does not accept; keeps nothing. */
  readonly journal: Journal
  /** What earlier runs created; keeps nothing. */
  readonly ledger: Ledger
  /** The journal itself; `undefined` when there was no run yet, or it cannot be read. */
  readonly kept: PastJournal | undefined
  close(): void
}

/** Begins no journal where there is none. A preview goes on without one that it may not read, and says so. */
export function openPreviewJournal({ config, logger }: Session): PreviewJournal {
  try {
    const { statePath: folder, billingId } = config
    const kept = openPastJournal({ folder, billingId, logger, isPastAsked: true })
    return kept === undefined ? withoutPast() : withPast(kept)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    logger.warn(`${error.message} ${error.hint ?? ''}`.trim())
    return withoutPast()
  }
}

function withPast(kept: PastJournal): PreviewJournal {
  return {
    journal: {
      ...NO_JOURNAL,
      pastWrites: (entity, id) => kept.pastWrites(entity, id),
      pastWritesOf: (entity, ids) => kept.pastWritesOf(entity, ids),
      sentInVain: (field) => kept.sentInVain(field),
    },
    ledger: { ...kept.ledger, sending() {}, settle() {}, withdraw() {}, saveShown() {}, saveGiven() {} },
    kept,
    close: () => kept.close(),
  }
}

function withoutPast(): PreviewJournal {
  return { journal: NO_JOURNAL, ledger: ledgerInMemory(), kept: undefined, close() {} }
}
