/**
 * A lock of the kernel on a file: an open transaction on an empty SQLite file. The kernel drops it with the process,
 * however that ends. No file has to be removed and none can be stale.
 */
import { Database } from 'bun:sqlite'
import { accessSync, constants } from 'node:fs'
import { localDateTime } from '../model/date.ts'
import { LockHeld } from '../model/errors.ts'
import { isCode } from './file.ts'
import { type Holder, readHolder, removeHolder, writeHolder } from './lock-holder.ts'

export interface Lock {
  /** Lets the next run begin. May be called twice. */
  release(): void
}

/**
 * Holds a file that exists.
 * @throws LockHeld naming who holds it; the error of SQLite or of the system when the file cannot be used
 */
export function holdLockFile(path: string, now: Date): Lock {
  let database: Database
  try {
    database = begin(path)
  } catch (error) {
    throw isCode(error, 'SQLITE_BUSY') ? heldBy(holderSoon(path)) : error
  }
  writeHolder(path, now)
  let isHeld = true
  return {
    release() {
      if (!isHeld) return
      isHeld = false
      removeHolder(path)
      database.close()
    },
  }
}

/** True when another process holds the file. Takes nothing and leaves nothing; `false` of what cannot be used. */
export function isLockFileHeld(path: string): boolean {
  try {
    begin(path).close()
    return false
  } catch (error) {
    return isCode(error, 'SQLITE_BUSY')
  }
}

/** @throws the error of SQLite or of the system */
function begin(path: string): Database {
  // What may only be read SQLite opens all the same, and then holds nothing.
  accessSync(path, constants.R_OK | constants.W_OK)
  const database = new Database(path, { readwrite: true, create: false })
  try {
    database.run('PRAGMA busy_timeout = 0')
    // No second file beside it, which would be its maker's.
    database.run('PRAGMA journal_mode = MEMORY')
    // One byte that one process can have. An exclusive transaction takes several, one after another: of two that begin
    // together each may find what the other has, and neither would work.
    database.run('BEGIN IMMEDIATE')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

const NAMING = { attempts: 10, pauseMs: 20 }

/** Of two that begin together the second may look before the first has put its name down. */
function holderSoon(path: string): Holder | undefined {
  for (let attempt = 1; attempt < NAMING.attempts; attempt++) {
    const holder = readHolder(path)
    if (holder !== undefined) return holder
    Bun.sleepSync(NAMING.pauseMs)
  }
  return readHolder(path)
}

function heldBy(holder: Holder | undefined): LockHeld {
  return new LockHeld(sayHeld(holder), {
    since: holder?.since,
    hint: 'Nothing was done. This run may be started again when the other one has ended.',
  })
}

function sayHeld(holder: Holder | undefined): string {
  if (holder === undefined) return 'Another run of this billing is at work.'
  const { pid, host, since } = holder
  if (since === undefined) return `Another run of this billing is at work: process ${pid} on ${host}.`
  return `Another run of this billing is at work: process ${pid} on ${host}, since ${localDateTime(since)}.`
}
