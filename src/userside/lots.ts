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

/** Records that may travel together, and how. */
export interface Load<Item> {
  readonly records: readonly Item[]
  /** Most records a lot. */
  readonly size: number
  readonly send: (lot: readonly Item[]) => Promise<WriteResult<unknown>>
  /** Told, once all of them have come back, of those that did not go through, in the order of the records. */
  readonly onEnd?: (failures: ReadonlyMap<Item, Failure>) => void
}

export interface SendOptions<Item> extends Pick<Load<Item>, 'size' | 'send'> {
  /** Lots on their way at a time; 1 when not said. */
  readonly concurrency?: number
}

/**
 * Sends records in lots. A refused lot is halved until the culprit is alone; a lost one is neither halved nor sent
 * again, because it may have been obeyed.
 * @returns the records that did not go through, in the order of the records
 * @throws what `send` throws, once the lots on their way have come back; no further lot begins then
 */
export async function sendInLots<Item>(
  records: readonly Item[],
  { concurrency = 1, ...how }: SendOptions<Item>,
): Promise<ReadonlyMap<Item, Failure>> {
  let failed: ReadonlyMap<Item, Failure> = new Map()
  const onEnd = (failures: typeof failed): void => {
    failed = failures
  }
  await sendLoads([{ ...how, records, onEnd }], concurrency)
  return failed
}

/**
 * Sends several loads, each as {@link sendInLots} does. The first lots of a load go out while the last ones of the load
 * before it are still on their way; a load is asked for when its turn comes.
 * @throws what a `send` throws, once the lots on their way have come back; no further lot begins then
 */
export async function sendLoads<Item>(loads: Iterable<Load<Item>>, concurrency: number): Promise<void> {
  const waiting = lotsOf(loads)
  let hasFailed = false

  async function settle(
    { send }: Pick<Load<Item>, 'send'>,
    lot: readonly Item[],
    failures: Map<Item, Failure>,
  ): Promise<void> {
    const result = await send(lot)
    if (result.kind === 'done') return
    if (result.kind === 'lost' || lot.length === 1) {
      for (const record of lot) failures.set(record, result)
      return
    }
    for (const half of cutIntoLots(lot, Math.ceil(lot.length / 2))) {
      if (hasFailed) return
      await settle({ send }, half, failures)
    }
  }

  async function work(): Promise<void> {
    for (const { journey, lot } of waiting) {
      if (hasFailed) return
      try {
        await settle(journey.load, lot, journey.failures)
      } catch (error) {
        hasFailed = true
        throw error
      }
      journey.lotsLeft -= 1
      if (journey.lotsLeft === 0) journey.load.onEnd?.(inOrderOf(journey.load.records, journey.failures))
    }
  }

  const workers = await Promise.allSettled(Array.from({ length: Math.max(1, concurrency) }, work))
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason
}

/** A load that is under way. */
interface Journey<Item> {
  readonly load: Load<Item>
  readonly failures: Map<Item, Failure>
  lotsLeft: number
}

function* lotsOf<Item>(
  loads: Iterable<Load<Item>>,
): Generator<{ readonly journey: Journey<Item>; readonly lot: readonly Item[] }, void> {
  for (const load of loads) {
    const lots = cutIntoLots(load.records, load.size)
    const journey = { load, failures: new Map<Item, Failure>(), lotsLeft: lots.length }
    for (const lot of lots) yield { journey, lot }
  }
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
