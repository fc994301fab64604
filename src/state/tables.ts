/** The tables of one database; made anew with it. */
import type { Database } from 'bun:sqlite'
import { ChangeTable } from './change-table.ts'
import { LedgerTable } from './ledger-table.ts'
import { NoteTable } from './note-table.ts'
import { RefusalTable } from './refusal-table.ts'
import { RememberedTable } from './remembered-table.ts'
import { RunTable } from './run-table.ts'
import { SentTable } from './sent-table.ts'
import { TextTable } from './text-table.ts'

export class Tables {
  readonly runs: RunTable
  readonly changes: ChangeTable
  readonly notes: NoteTable
  readonly remembered: RememberedTable
  readonly texts: TextTable
  readonly sent: SentTable
  readonly ledger: LedgerTable
  readonly refusals: RefusalTable

  constructor(
    readonly database: Database,
    readonly isFile: boolean,
  ) {
    this.runs = new RunTable(database)
    this.changes = new ChangeTable(database)
    this.notes = new NoteTable(database)
    this.remembered = new RememberedTable(database, this.notes)
    this.texts = new TextTable(database, this.notes)
    this.sent = new SentTable(database)
    this.ledger = new LedgerTable(database)
    this.refusals = new RefusalTable(database)
  }
}
