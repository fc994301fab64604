/** The ledger of creates without a file, of which others can be made. */
import { Database } from 'bun:sqlite'
import { openInMemory } from '../../src/state/database.ts'
import { LedgerTable } from '../../src/state/ledger-table.ts'

export class LedgerInMemory extends LedgerTable {
  readonly #database: Database

  constructor(database = openInMemory()) {
    super(database)
    this.#database = database
  }

  /** Another one that knows the same. */
  copy(): LedgerInMemory {
    return new LedgerInMemory(Database.deserialize(this.#database.serialize()))
  }
}
