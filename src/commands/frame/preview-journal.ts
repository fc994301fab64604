/** What a preview may know of earlier runs: it looks, and writes nothing. */
import { existsSync } from 'node:fs'
import { type Journal, NO_JOURNAL } from '../../model/journal.ts'
import { journalPath, openJournal } from '../../state/journal.ts'
import type { RunJournal } from '../../state/run-journal.ts'
import type { Session } from './session.ts'

export interface PastWrites {
  /** Gives what earlier runs wrote, which tells the fields UserSide does not accept; keeps nothing. */
  readonly journal: Journal
  /** The journal itself; `undefined` when there was no run yet. */
  readonly kept: RunJournal | undefined
  close(): void
}

/** Begins no journal where there is none. */
export function openPreviewJournal({ config, logger }: Session): PastWrites {
  const { statePath: folder, billingId } = config
  if (!existsSync(journalPath(folder, billingId))) return { journal: NO_JOURNAL, kept: undefined, close() {} }
  const { journal: kept } = openJournal({ folder, billingId, logger })
  return {
    journal: {
      ...NO_JOURNAL,
      pastWrites: (entity, id) => kept.pastWrites(entity, id),
      pastWritesOf: (entity, ids) => kept.pastWritesOf(entity, ids),
      sentInVain: (field) => kept.sentInVain(field),
    },
    kept,
    close: () => kept.close(),
  }
}
