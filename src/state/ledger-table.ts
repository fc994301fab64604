/** The ledger of creates in SQLite: a row for each thing that was created or, of subscribers, seen. */
import type { Database, Statement } from 'bun:sqlite'
import type {
  CreateFate,
  Ledger,
  LedgerEntry,
  LedgerItem,
  LedgerKind,
  ShownNews,
  ShownSubscriber,
} from '../model/ledger.ts'
import { openInMemory } from './database.ts'

/** A ledger that is gone with the process: where there is no journal, or none is to be begun. */
export function ledgerInMemory(): Ledger {
  return new LedgerTable(openInMemory())
}

interface Row {
  name: string
  erp_id: string
  creates: number
  sent_at: string
  fate: CreateFate
}

export class LedgerTable implements Ledger {
  readonly #database: Database
  readonly #find: Statement<Row, [string, string]>
  readonly #send: Statement<unknown, [string, string, string, string]>
  readonly #settle: Statement<unknown, [string, string, string, string]>
  readonly #withdraw: Statement<unknown, [string, string]>
  readonly #show: Statement<unknown, [string, string, number, number]>
  readonly #hide: Statement<unknown, [string]>
  readonly #forget: Statement<unknown, [string, string]>
  readonly #give: Statement<unknown, [string, string]>

  constructor(database: Database) {
    this.#database = database
    this.#find = database.query(
      'SELECT name, erp_id, creates, sent_at, fate FROM ledger WHERE kind = ? AND key = ?',
    )
    this.#send = database.query(`
      INSERT INTO ledger (kind, key, name, erp_id, creates, sent_at, fate, is_there, is_active, was_known)
      VALUES (?1, ?2, ?3, '', 1, ?4, 'open', 0, 1, 1)
      ON CONFLICT (kind, key) DO UPDATE SET name = ?3, creates = creates + 1, sent_at = ?4, fate = 'open'`)
    this.#settle = database.query(`
      UPDATE ledger SET fate = ?3, erp_id = CASE WHEN ?4 = '' THEN erp_id ELSE ?4 END,
        is_there = CASE WHEN ?3 = 'done' THEN 1 ELSE is_there END
      WHERE kind = ?1 AND key = ?2`)
    this.#withdraw = database.query(`
      UPDATE ledger SET fate = iif(creates > 1, 'lost', 'done'), creates = max(creates - 1, 0) WHERE kind = ? AND key = ?`)
    this.#show = database.query(`
      INSERT INTO ledger (kind, key, name, erp_id, creates, sent_at, fate, is_there, is_active, was_known)
      VALUES ('subscriber', ?1, '', ?2, 0, '', 'done', 1, ?3, ?4)
      ON CONFLICT (kind, key) DO UPDATE
        SET erp_id = ?2, fate = 'done', is_there = 1, is_active = ?3, was_known = max(was_known, ?4)`)
    this.#give = database.query('INSERT OR REPLACE INTO given (subscriber, ids) VALUES (?, ?)')
    this.#hide = database.query(`UPDATE ledger SET is_there = 0 WHERE kind = 'subscriber' AND key = ?`)
    this.#forget = database.query(
      'DELETE FROM ledger WHERE kind = ? AND key = ? AND creates = 0 AND is_there = 0',
    )
  }

  find(kind: LedgerKind, key: string): LedgerEntry | undefined {
    const row = this.#find.get(kind, key)
    if (row === null) return undefined
    const { name, erp_id: erpId, creates, sent_at: sentAt, fate } = row
    return { kind, key, name, erpId, creates, sentAt, fate }
  }

  count(kind: LedgerKind): number {
    const row = this.#database
      .query<{ count: number }, [string]>(
        'SELECT count(*) AS count FROM ledger WHERE kind = ? AND is_there = 1 AND is_active = 1',
      )
      .get(kind)
    return row?.count ?? 0
  }

  sending(items: readonly LedgerItem[], sentAt: Date): void {
    const time = sentAt.toISOString()
    this.#database.transaction(() => {
      for (const { kind, key, name } of items) this.#send.run(kind, key, name, time)
    })()
  }

  settle(
    items: readonly LedgerItem[],
    fate: 'done' | 'lost',
    erpIdOf: (item: LedgerItem) => string = () => '',
  ): void {
    this.#database.transaction(() => {
      for (const item of items) this.#settle.run(item.kind, item.key, fate, erpIdOf(item))
    })()
  }

  withdraw(items: readonly LedgerItem[]): void {
    this.#database.transaction(() => {
      for (const { kind, key } of items) {
        this.#withdraw.run(kind, key)
        this.#tidy(kind, key)
      }
    })()
  }

  *shownSubscribers(): IterableIterator<ShownSubscriber> {
    const rows = this.#database
      .query<{ key: string; erp_id: string; is_active: number; was_known: number }, []>(
        `SELECT key, erp_id, is_active, was_known FROM ledger WHERE kind = 'subscriber' AND is_there = 1`,
      )
      .iterate()
    for (const row of rows)
      yield {
        key: row.key,
        erpId: row.erp_id,
        isInBilling: row.is_active === 1,
        wasKnown: row.was_known === 1,
      }
  }

  saveShown({ shown, gone, moved = [] }: ShownNews): void {
    this.#database.transaction(() => {
      for (const { key, erpId, isInBilling, wasKnown } of shown)
        this.#show.run(key, erpId, Number(isInBilling), Number(wasKnown))
      for (const key of gone) {
        this.#hide.run(key)
        this.#tidy('subscriber', key)
      }
      for (const key of moved) this.#hide.run(key)
    })()
  }

  given(subscriberId: string): readonly string[] {
    const row = this.#database
      .query<{ ids: string }, [string]>('SELECT ids FROM given WHERE subscriber = ?')
      .get(subscriberId)
    return row === null ? [] : row.ids.split(',')
  }

  saveGiven(entries: Iterable<readonly [subscriberId: string, given: readonly string[]]>): void {
    this.#database.transaction(() => {
      for (const [id, given] of entries) {
        if (given.length > 0) this.#give.run(id, given.join())
        else this.#database.run('DELETE FROM given WHERE subscriber = ?', [id])
      }
    })()
  }

  /** Of what was neither created nor is there, nothing is to be known. Only this one is looked at: there are many others. */
  #tidy(kind: LedgerKind, key: string): void {
    this.#forget.run(kind, key)
  }
}
