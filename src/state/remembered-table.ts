/** What light runs remember of every record of UserSide. */
import type { Database, Statement } from 'bun:sqlite'
import {
  type Amendment,
  type MemoryBatch,
  MemoryDamaged,
  type MemoryHeader,
  type RememberedRecord,
  type RememberedText,
} from '../model/journal.ts'
import type { NoteTable } from './note-table.ts'
import { isProven, proofOf } from './proof.ts'

/** Without names: of hundreds of thousands of rows each would be an object more. */
type RememberedRow = [
  id: number,
  proof: unknown,
  key: string,
  erpId: string,
  isInBilling: number,
  isFormer: number,
  agreed: number,
  crc: string,
  digest: number,
]

/** Place in a row of the first value its proof is made of. */
const FIRST_PROVEN = 2

/** The values a row's proof is made of: who the record is, and what is known of it beside its texts. */
type Known = [
  key: string,
  erpId: string,
  isInBilling: number,
  isFormer: number,
  agreed: number,
  crc: string,
  digest: number,
]

/** The header's name among the notes: as long as it is there the memory may be trusted. */
const HEADER = 'memory'

/** Rows read at a time: cheaper than one by one, and little memory. */
const PAGE = 500

const REMEMBER = `
  INSERT INTO remembered
    (key, erp_id, is_in_billing, is_former, agreed, crc, digest, proof, record, written, text_proof)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET erp_id = excluded.erp_id, is_in_billing = excluded.is_in_billing,
    is_former = excluded.is_former, agreed = excluded.agreed, crc = excluded.crc, digest = excluded.digest,
    proof = excluded.proof, record = excluded.record, written = excluded.written, text_proof = excluded.text_proof`

/** What changes of a record without its being read again. */
const AMEND = `
  UPDATE remembered SET is_in_billing = ?, is_former = ?, agreed = ?, crc = ?, digest = 0, proof = ?, written = ?, text_proof = ?
  WHERE key = ?`

const AGREE = 'UPDATE remembered SET agreed = ?, digest = 0, proof = ? WHERE key = ?'

const COLUMNS = [
  'id',
  'proof',
  'key',
  'erp_id',
  'is_in_billing',
  'is_former',
  'agreed',
  'crc',
  'digest',
] as const

export class RememberedTable {
  readonly #database: Database
  readonly #notes: NoteTable
  readonly #page: Statement
  readonly #row: Statement
  readonly #text: Statement<RememberedText & { proof: unknown }, [string]>

  constructor(database: Database, notes: NoteTable) {
    this.#database = database
    this.#notes = notes
    // A file of another make is found out when it is opened, not in the middle of a run.
    database.query('SELECT agreed, notes.name FROM remembered, notes LIMIT 0').all()
    this.#text = database.query('SELECT record, written, text_proof AS proof FROM remembered WHERE key = ?')
    const columns = COLUMNS.join(', ')
    this.#page = database.query(`SELECT ${columns} FROM remembered WHERE id > ? ORDER BY id LIMIT ${PAGE}`)
    this.#row = database.query(`SELECT ${columns} FROM remembered WHERE key = ?`)
  }

  /** `undefined` when there is none, or none that can be believed. */
  load(): MemoryHeader | undefined {
    const header = this.#notes.get(HEADER)
    return header === undefined ? undefined : JSON.parse(header)
  }

  /** @throws MemoryDamaged; nothing is remembered then */
  *records(): IterableIterator<readonly [string, Omit<RememberedRecord, keyof RememberedText>]> {
    for (let after = 0; ; ) {
      const rows = this.#page.values(after) as RememberedRow[]
      for (const row of rows) {
        const [id, proof, key, erpId, isInBilling, isFormer, agreed, crc, digest] = row
        if (!(id > after) || !isWhole(row)) this.#throwAway()
        after = id
        yield [
          key,
          {
            erpId,
            isInBilling: isInBilling === 1,
            isFormer: isFormer === 1,
            agreed,
            crc,
            // A row without a proof gets one when everything is compared next.
            digest: proof === null ? 0 : digest,
          },
        ]
      }
      if (rows.length === 0) return
    }
  }

  /** @throws MemoryDamaged; nothing is remembered then */
  text(key: string): RememberedText | undefined {
    const text = this.#textOf(key)
    if (text === 'damaged') this.#throwAway()
    return text
  }

  mistrust(): void {
    this.#notes.remove(HEADER)
  }

  clear(): void {
    this.#database
      .transaction(() => {
        this.mistrust()
        this.#database.run('DELETE FROM remembered')
      })
      .immediate()
  }

  save(batch: MemoryBatch): void {
    this.#database
      .transaction(() => {
        this.#remember(batch.remember ?? [])
        this.#amend(batch.amend ?? [])
        this.#agree(batch.agree ?? [])
        for (const key of batch.forget ?? []) this.#forget(key)
        if (batch.retain !== undefined) this.#forgetOthers(batch.retain)
        if (batch.header !== undefined) this.#notes.set(HEADER, JSON.stringify(batch.header))
      })
      .immediate()
  }

  #throwAway(): never {
    this.clear()
    throw new MemoryDamaged()
  }

  #remember(records: NonNullable<MemoryBatch['remember']>): void {
    const insert = this.#database.query(REMEMBER)
    for (const [key, row] of records) {
      const { erpId, isInBilling, isFormer, agreed, crc, digest, record, written = '' } = row
      const known: Known = [key, erpId, Number(isInBilling), Number(isFormer), agreed, crc, digest]
      insert.run(...known, proofOf(known), record, written, proofOf([key, record, written]))
    }
  }

  #amend(records: Iterable<readonly [key: string, record: Amendment]>): void {
    const update = this.#database.query(AMEND)
    for (const [key, { isInBilling, isFormer, agreed, crc, written }] of records) {
      const row = this.#rowOf(key)
      const text = this.#textOf(key)
      // What cannot be believed is left as it is, and found out by who reads it.
      if (row === undefined || text === undefined || text === 'damaged') continue
      const { record } = text
      const [, , , erpId, , wasFormer] = row
      const [here, former] = [Number(isInBilling), isFormer === undefined ? wasFormer : Number(isFormer)]
      const proof = proofOf([key, erpId, here, former, agreed, crc, 0] satisfies Known)
      update.run(here, former, agreed, crc, proof, written, proofOf([key, record, written]), key)
    }
  }

  #agree(records: Iterable<readonly [key: string, agreed: number]>): void {
    const update = this.#database.query(AGREE)
    for (const [key, agreed] of records) {
      const row = this.#rowOf(key)
      if (row === undefined) continue
      const [, , , erpId, isInBilling, isFormer, , crc] = row
      update.run(agreed, proofOf([key, erpId, isInBilling, isFormer, agreed, crc, 0] satisfies Known), key)
    }
  }

  #textOf(key: string): RememberedText | 'damaged' | undefined {
    const row = this.#text.get(key)
    if (row === null) return undefined
    const { record, written, proof } = row
    const isText = typeof record === 'string' && typeof written === 'string'
    return isText && isProven([key, record, written], proof) ? { record, written } : 'damaged'
  }

  #rowOf(key: string): RememberedRow | undefined {
    const [row] = this.#row.values(key) as RememberedRow[]
    return row !== undefined && isWhole(row) ? row : undefined
  }

  #forget(key: string): void {
    this.#database.query('DELETE FROM remembered WHERE key = ?').run(key)
  }

  #forgetOthers(keys: ReadonlySet<string>): void {
    const counted = this.#database
      .query<{ count: number }, []>('SELECT count(*) AS count FROM remembered')
      .get()
    // All of them are in the table: when it holds no more, it holds no other.
    if (counted?.count === keys.size) return
    const rows = this.#database.query<{ key: string }, []>('SELECT key FROM remembered')
    const others = rows.all().filter(({ key }) => !keys.has(key))
    for (const { key } of others) this.#forget(key)
  }
}

/**
 * Everything in it is what a program of ours wrote there. Looked at place by place: to take so many rows apart into lists
 * was compiled anew seven times a run.
 */
function isWhole(row: RememberedRow): boolean {
  return (
    typeof row[2] === 'string' &&
    typeof row[3] === 'string' &&
    typeof row[4] === 'number' &&
    typeof row[5] === 'number' &&
    typeof row[6] === 'number' &&
    typeof row[7] === 'string' &&
    typeof row[8] === 'number' &&
    isProven(row, row[1], FIRST_PROVEN)
  )
}
