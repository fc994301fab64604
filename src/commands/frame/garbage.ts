/**
 * Keeps a run small. Where a machine has much memory the engine collects late: garbage of several steps would pile up
 * to more than everything a run holds, on a host that has a billing to run.
 */
import { type Logger, SILENT } from '../../model/logger.ts'

export interface ProcessMemory {
  /** Bytes of the process's memory that are resident now. */
  readonly resident: () => number
  /** Gives back what nobody holds any more. */
  readonly collect: () => void
}

/** Looking costs a call to the system. */
const RECORDS_BETWEEN_LOOKS = 5000
/** Collecting costs a walk through all that is held: it must have been worth it. */
const LEAST_GROWTH_BYTES = 48e6
/** Within a step, where most of what has grown is still needed. Between two of them, what the last one left is not. */
const LEAST_GROWTH_SHARE = 0.4

const ENGINE: ProcessMemory = {
  resident() {
    try {
      return process.memoryUsage.rss()
    } catch {
      // A system that does not tell: then the engine collects when it likes.
      return 0
    }
  },
  collect: () => Bun.gc(true),
}

/** Listens to a run, and collects between two steps, or two records, when the process has grown. */
export function createGarbageCollector({ resident, collect }: ProcessMemory = ENGINE): Logger {
  let known = resident()
  let records = 0
  const look = (leastShare: number): void => {
    records = 0
    const grown = resident() - known
    if (grown < Math.max(LEAST_GROWTH_BYTES, known * leastShare)) return
    collect()
    known = resident()
  }
  return {
    ...SILENT,
    step: () => look(0),
    advance(count) {
      records += count
      if (records >= RECORDS_BETWEEN_LOOKS) look(LEAST_GROWTH_SHARE)
    },
  }
}
