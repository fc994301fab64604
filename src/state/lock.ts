/**
 * One run at a time. The lock is an open exclusive transaction on an empty SQLite file: a lock of the kernel, which
 * drops it with the process, however that ends. No file has to be removed and none can be stale.
 */
import { Database } from 'bun:sqlite'
import { createHash } from 'node:crypto'
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { localDateTime } from '../model/date.ts'
import { ConfigError, LockHeld } from '../model/errors.ts'
import type { Logger } from '../model/logger.ts'
import { ensurePrivateFile, ensurePrivateFolder, isCode, reasonOf } from './file.ts'

export interface Lock {
  /** Lets the next run begin. May be called twice. */
  release(): void
}

export interface LockOptions {
  /** `statePath`; created when missing. */
  readonly folder: string
  readonly billingId: number
  readonly logger: Logger
  readonly now?: () => Date
  /** Where the lock goes when `folder` cannot be written. */
  readonly fallbackFolder?: string
}

/** Who holds the lock: beside it, for the message of whoever comes second. The lock itself does not depend on it. */
interface Holder {
  readonly pid: number
  readonly host: string
  readonly since: string
}

/**
 * Takes the lock of a billing, or throws at once.
 *
 * In a folder that cannot be written the run goes on, so the lock moves to the system's folder for temporary files,
 * with a warning: two runs at once could create subscribers twice.
 * @throws LockHeld naming the run that holds it
 * @throws ConfigError when there is nowhere to keep a lock
 */
export function acquireLock(options: LockOptions): Lock {
  const name = `usm-billing-${options.billingId}.lock`
  try {
    return lockFile(join(options.folder, name), options)
  } catch (error) {
    if (error instanceof LockHeld) throw error
    return lockElsewhere(name, error, options)
  }
}

function lockElsewhere(name: string, trouble: unknown, options: LockOptions): Lock {
  const user = process.getuid?.() ?? 0
  const place = createHash('sha256').update(resolve(options.folder)).digest('hex').slice(0, 16)
  const folder = join(options.fallbackFolder ?? tmpdir(), `usm-billing-${user}-${place}`)
  const complaint = `The folder ${options.folder} (statePath) cannot hold the lock: ${reasonOf(trouble)}.`
  try {
    ensurePrivateFolder(folder)
    if (!isOurs(folder, user)) throw new Error(`${folder} belongs to somebody else`)
    const lock = lockFile(join(folder, name), options)
    options.logger.warn(`${complaint} The lock is kept in ${folder} for this run.`)
    return lock
  } catch (error) {
    if (error instanceof LockHeld) throw error
    throw new ConfigError(complaint, [], {
      hint: 'Set statePath to a folder this account may write to.',
      cause: error,
    })
  }
}

/** Anybody may put a folder or a link of that name where temporary files go. */
function isOurs(folder: string, user: number): boolean {
  const stat = lstatSync(folder)
  return stat.isDirectory() && stat.uid === user && (stat.mode & 0o022) === 0
}

function lockFile(path: string, options: LockOptions): Lock {
  ensurePrivateFolder(join(path, '..'))
  ensurePrivateFile(path)
  const database = new Database(path, { create: true, readwrite: true })
  try {
    database.run('PRAGMA busy_timeout = 0')
    database.run('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (isCode(error, 'SQLITE_BUSY')) throw heldBy(readHolder(path))
    throw error
  }
  const holderFile = holderPath(path)
  writeHolder(holderFile, options.now?.() ?? new Date())
  let isHeld = true
  return {
    release() {
      if (!isHeld) return
      isHeld = false
      removeHolder(holderFile)
      database.close()
    },
  }
}

function holderPath(lockPath: string): string {
  return `${lockPath}.json`
}

/** Written whole or not at all, and never in the way of a run: without it the message only says less. */
function writeHolder(path: string, now: Date): void {
  const holder: Holder = { pid: process.pid, host: hostname(), since: now.toISOString() }
  const fresh = `${path}.${process.pid}`
  try {
    writeFileSync(fresh, JSON.stringify(holder), { mode: 0o600 })
    renameSync(fresh, path)
  } catch {
    // The disk may be full or the file somebody else's: the lock is held all the same.
  }
}

function removeHolder(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // What is left names a process that is gone, and is not believed.
  }
}

function readHolder(lockPath: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(holderPath(lockPath), 'utf8'))
    return isHolder(holder) && isAlive(holder) ? holder : undefined
  } catch {
    return undefined
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false
  const { pid, host, since } = value as Partial<Record<keyof Holder, unknown>>
  return Number.isInteger(pid) && typeof host === 'string' && typeof since === 'string'
}

/** A killed run leaves its name behind; for an instant it must not be taken for that of the run after it. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

function heldBy(holder: Holder | undefined): LockHeld {
  const who =
    holder === undefined
      ? ''
      : `: process ${holder.pid} on ${holder.host}, since ${localDateTime(new Date(holder.since))}`
  return new LockHeld(`Another run of this billing is at work${who}.`, {
    hint: 'Nothing was done. This run may be started again when the other one has ended.',
  })
}
