/** Sending many records in lots, so that one refused record does not hold up the others (§6). */
import type { WriteResult } from './userside.ts'

/** Cuts a map into maps of at most `size` entries, order kept. */
export function cutIntoLots<Key, Value>(records: ReadonlyMap<Key, Value>, size: number): Map<Key, Value>[] {
  const entries = [...records]
  const lots: Map<Key, Value>[] = []
  for (let from = 0; from < entries.length; from += size) lots.push(new Map(entries.slice(from, from + size)))
  return lots
}

/** What became of one record. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused' | 'lost'; readonly message: string }

export interface SendOptions<Key, Value> {
  /** Most records a lot. */
  readonly size: number
  readonly send: (lot: ReadonlyMap<Key, Value>) => Promise<WriteResult<unknown>>
  /** Lots on their way at a time; 1 when not said. */
  readonly concurrency?: number
}

/**
 * Sends records in lots. A refused lot is halved until the culprit is alone; a lost one is neither halved nor sent
 * again, because it may have been obeyed.
 * @returns what became of each record, in the order of the records
 * @throws what `send` throws, once the lots on their way have come back; no further lot begins then
 */
export async function sendInLots<Key, Value>(
  records: ReadonlyMap<Key, Value>,
  { size, send, concurrency = 1 }: SendOptions<Key, Value>,
): Promise<ReadonlyMap<Key, Outcome>> {
  const outcomes = new Map<Key, Outcome>()
  const waiting = cutIntoLots(records, size).values()
  let hasFailed = false

  async function settle(lot: ReadonlyMap<Key, Value>): Promise<void> {
    const result = await send(lot)
    if (result.kind === 'refused' && lot.size > 1) {
      for (const half of cutIntoLots(lot, Math.ceil(lot.size / 2))) {
        if (hasFailed) return
        await settle(half)
      }
      return
    }
    const outcome: Outcome = result.kind === 'done' ? { kind: 'done' } : result
    for (const key of lot.keys()) outcomes.set(key, outcome)
  }

  async function work(): Promise<void> {
    for (const lot of waiting) {
      if (hasFailed) return
      try {
        await settle(lot)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }

  const workers = await Promise.allSettled(Array.from({ length: Math.max(1, concurrency) }, work))
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason
  return inOrderOf(records, outcomes)
}

function inOrderOf<Key>(
  records: ReadonlyMap<Key, unknown>,
  outcomes: ReadonlyMap<Key, Outcome>,
): ReadonlyMap<Key, Outcome> {
  const ordered = new Map<Key, Outcome>()
  for (const key of records.keys()) {
    const outcome = outcomes.get(key)
    if (outcome !== undefined) ordered.set(key, outcome)
  }
  return ordered
}
