/** Digests of hot values that were sent, by field: tens of thousands in every run, so they are kept as they are. */
import type { Database } from 'bun:sqlite'
import { hash } from 'bun'
import { proofOf } from './proof.ts'

/** What was sent of a field by the last run that sent any of it. */
export interface SentDigests {
  /** In ascending order. */
  readonly once: Float64Array
  /** Those that had been sent before. */
  readonly twice: ReadonlySet<number>
}

export const NOTHING_SENT: SentDigests = { once: new Float64Array(), twice: new Set() }

export class SentTable {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Nothing, too, when what is kept is damaged: then it is sent twice more. */
  load(field: string): SentDigests {
    const row = this.#database
      .query<{ once: unknown; twice: unknown; proof: unknown }, [string]>(
        'SELECT once, twice, proof FROM sent WHERE field = ?',
      )
      .get(field)
    if (row === null || !(row.once instanceof Uint8Array) || !(row.twice instanceof Uint8Array))
      return NOTHING_SENT
    if (row.proof !== proofOfBytes(field, row.once, row.twice)) return NOTHING_SENT
    return { once: numbersIn(row.once), twice: new Set(numbersIn(row.twice)) }
  }

  save(field: string, { once, twice }: SentDigests): void {
    const [onceBytes, twiceBytes] = [bytesOf(once), bytesOf(Float64Array.from(twice))]
    this.#database.run('INSERT OR REPLACE INTO sent (field, once, twice, proof) VALUES (?, ?, ?, ?)', [
      field,
      onceBytes,
      twiceBytes,
      proofOfBytes(field, onceBytes, twiceBytes),
    ])
  }
}

function proofOfBytes(field: string, once: Uint8Array, twice: Uint8Array): number {
  return proofOf([field, once.length, twice.length, hash.crc32(once), hash.crc32(twice)])
}

function bytesOf(numbers: Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** Copied, for what SQLite gives need not begin where a number may. */
function numbersIn(bytes: Uint8Array): Float64Array {
  return new Float64Array(bytes.slice().buffer)
}
