/** What a preview may know of earlier runs: it looks, and writes nothing. */
import { existsSync } from 'node:fs'
import { type Journal, NO_JOURNAL } from '../../model/journal.ts'
import type { Ledger } from '../../model/ledger.ts'
import { journalPath, openJournal } from '../../state/journal.ts'
import { ledgerInMemory } from '../../state/ledger-table.ts'
import type { RunJournal } from '../../state/run-journal.ts'
import type { Session } from './session.ts'

export interface PastWrites {
  /** Gives what earlier runs wrote, which tells the fields UserSide does not accept; keeps nothing. */
  readonly journal: Journal
  /** What earlier runs created. */
  readonly ledger: Ledger
  /** The journal itself; `undefined` when there was no run yet. */
  readonly kept: RunJournal | undefined
  close(): void
}

/** Begins no journal where there is none. */
export function openPreviewJournal({ config, logger }: Session): PastWrites {
  const { statePath: folder, billingId } = config
  if (!existsSync(journalPath(folder, billingId)))
    return { journal: NO_JOURNAL, ledger: ledgerInMemory(), kept: undefined, close() {} }
  const { journal: kept } = openJournal({ folder, billingId, logger })
  return {
    journal: {
      ...NO_JOURNAL,
      pastWrites: (entity, id) => kept.pastWrites(entity, id),
      pastWritesOf: (entity, ids) => kept.pastWritesOf(entity, ids),
      sentInVain: (field) => kept.sentInVain(field),
    },
    ledger: kept.ledger,
    kept,
    close: () => kept.close(),
  }
}
