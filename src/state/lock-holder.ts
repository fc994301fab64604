/** Who holds the lock: a file beside it, for the message of whoever comes second. The lock does not depend on it. */
import { closeSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { openNew, removeLeftover } from '../host/owner.ts'
import { isCode } from './file.ts'

export interface Holder {
  readonly pid: number
  readonly host: string
  /** `undefined`: what stands there is no time. */
  readonly since: Date | undefined
}

/** More than any name of a host makes of it. */
const MOST_BYTES = 4096
/** A name of a host, as it may stand in a message. */
const HOST = /^[\p{L}\p{N}._:-]{1,255}$/u
const MOST_PID = 2 ** 31 - 1

/** Written whole or not at all, and never in the way of a run: without it the message only says less. */
export function writeHolder(lockPath: string, now: Date): void {
  const path = holderPath(lockPath)
  const fresh = `${path}.${process.pid}`
  try {
    removeLeftover(fresh)
    const descriptor = openNew(fresh, 0o600)
    try {
      const text = { pid: process.pid, host: hostname(), since: now.toISOString() }
      writeFileSync(descriptor, JSON.stringify(text))
    } finally {
      closeSync(descriptor)
    }
    renameSync(fresh, path)
  } catch {
    // The disk may be full or the file somebody else's: the lock is held all the same.
    removeQuietly(fresh)
  }
}

export function removeHolder(lockPath: string): void {
  removeQuietly(holderPath(lockPath))
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // What is left names a process that is gone, and is not believed.
  }
}

/** `undefined`: nobody knows. Whatever stands in the file, the lock is held. */
export function readHolder(lockPath: string): Holder | undefined {
  try {
    const path = holderPath(lockPath)
    const stat = statSync(path)
    if (!stat.isFile() || stat.size > MOST_BYTES) return undefined
    const holder = holderOf(JSON.parse(readFileSync(path, 'utf8')))
    return holder !== undefined && isAlive(holder) ? holder : undefined
  } catch {
    return undefined
  }
}

function holderPath(lockPath: string): string {
  return `${lockPath}.json`
}

function holderOf(value: unknown): Holder | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { pid, host, since } = value as Partial<Record<keyof Holder, unknown>>
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid < 1 || pid > MOST_PID) return undefined
  if (typeof host !== 'string' || !HOST.test(host)) return undefined
  const time = typeof since === 'string' && since.length === 24 ? Date.parse(since) : Number.NaN
  return { pid, host, since: time > 0 ? new Date(time) : undefined }
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
