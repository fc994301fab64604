/**
 * Garbage collection between the steps of a run. On a machine with much memory the engine collects late: the garbage
 * of several steps grows beyond everything a run holds, on a host that also runs a billing.
 */
import { type Logger, SILENT } from '../../model/logger.ts'

export interface ProcessMemory {
  /** Bytes of the process's memory that are resident now. */
  readonly resident: () => number
  /** Collects garbage. */
  readonly collect: () => void
}

/** Reading the resident size is a system call. */
const RECORDS_BETWEEN_LOOKS = 5000
/** A collection walks through all that is held; below this growth it costs more than it frees. */
const LEAST_GROWTH_BYTES = 48e6
/** It is the last time, and writing adds to it. */
const LEAST_GROWTH_BEFORE_WRITING = 24e6
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

/** A logger that collects between two steps, or two records, when the process has grown. */
export interface GarbageCollector extends Logger {
  /**
   * For writing: collects what comparing has left before the first step, and never again. What grows while a run writes
   * is still needed.
   */
  readonly writing: Logger
}

export function createGarbageCollector({ resident, collect }: ProcessMemory = ENGINE): GarbageCollector {
  let known = resident()
  let records = 0
  const look = (leastGrowth: number): void => {
    records = 0
    const now = resident()
    if (now - known >= leastGrowth) {
      collect()
      known = resident()
    } else {
      // Memory is given back a little later than it is collected.
      known = Math.min(known, now)
    }
  }
  let isWriting = false
  const beginWriting = (): void => {
    if (!isWriting) look(LEAST_GROWTH_BEFORE_WRITING)
    isWriting = true
  }
  return {
    ...SILENT,
    writing: { ...SILENT, step: beginWriting },
    step: () => look(LEAST_GROWTH_BYTES),
    advance(count) {
      records += count
      if (records >= RECORDS_BETWEEN_LOOKS) look(Math.max(LEAST_GROWTH_BYTES, known * LEAST_GROWTH_SHARE))
    },
  }
}
