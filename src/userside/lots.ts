/** Sending many records in lots, so that one refused record does not hold up the others (§6). */
import type { WriteResult } from './userside.ts'

/** Cuts a list into lists of at most `size` items, order kept. */
export function cutIntoLots<Item>(items: readonly Item[], size: number): Item[][] {
  const lots: Item[][] = []
  for (let from = 0; from < items.length; from += size) lots.push(items.slice(from, from + size))
  return lots
}

/** What became of a record that did not go through. */
export interface Failure {
  readonly kind: 'refused' | 'lost'
  readonly message: string
}

export interface SendOptions<Item> {
  /** Most records a lot. */
  readonly size: number
  /** Lots on their way at a time; 1 when not said. */
  readonly concurrency?: number
  readonly send: (lot: readonly Item[]) => Promise<WriteResult<unknown>>
}

/**
 * Sends records in lots. A refused lot is halved until the culprit is alone, or cut into as many as its form was too
 * big for; a lost one is neither cut nor sent again, because it may have been obeyed.
 * @returns the records that did not go through, in the order of the records
 * @throws what `send` throws, once the lots on their way have come back; no further lot begins then
 */
export async function sendInLots<Item>(
  records: readonly Item[],
  { size, concurrency = 1, send }: SendOptions<Item>,
): Promise<ReadonlyMap<Item, Failure>> {
  const waiting = cutIntoLots(records, size).values()
  const failures = new Map<Item, Failure>()
  let hasFailed = false

  async function settle(lot: readonly Item[]): Promise<void> {
    const result = await send(lot)
    if (result.kind === 'done') return
    if (result.kind === 'lost' || lot.length === 1) {
      for (const record of lot) failures.set(record, { kind: result.kind, message: result.message })
      return
    }
    const parts = result.parts ?? 2
    for (const part of cutIntoLots(lot, Math.ceil(lot.length / parts))) {
      if (hasFailed) return
      await settle(part)
    }
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
  return inOrderOf(records, failures)
}

function inOrderOf<Item>(
  records: readonly Item[],
  failures: ReadonlyMap<Item, Failure>,
): ReadonlyMap<Item, Failure> {
  const ordered = new Map<Item, Failure>()
  if (failures.size === 0) return ordered
  for (const record of records) {
    const failure = failures.get(record)
    if (failure !== undefined) ordered.set(record, failure)
  }
  return ordered
}
