/** One run at a time: where the lock of a billing is, and when a run must not begin. */
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { accountName, thisAccount } from '../host/account.ts'
import { createEmpty, makeFolder } from '../host/owner.ts'
import { filesBeginningWith, missingRight, shellWord } from '../host/rights.ts'
import { ConfigError, LockHeld } from '../model/errors.ts'
import type { Logger } from '../model/logger.ts'
import { isCode, OWNER_ONLY_FILE, OWNER_ONLY_FOLDER, reasonOf } from './file.ts'
import { holdLockFile, isLockFileHeld, type Lock } from './lock-file.ts'

export type { Lock } from './lock-file.ts'

export interface LockOptions {
  /** `statePath`; created when missing. */
  readonly folder: string
  readonly billingId: number
  readonly logger: Logger
  readonly now?: () => Date
  /** Where the lock goes when none can be created in `folder`. */
  readonly fallbackFolder?: string
}

/**
 * Takes the lock of a billing, or throws at once.
 *
 * A lock file that exists is used, or the run does not begin: somebody else may hold it. Only where none can be created
 * the lock moves to the system's folder for temporary files, with a warning.
 * @throws LockHeld naming the run that holds it
 * @throws ConfigError when the lock file cannot be used, with what mends it; when there is nowhere to keep a lock
 */
export function acquireLock(options: LockOptions): Lock {
  const path = join(options.folder, nameOf(options))
  const trouble = createLockFile(path)
  if (trouble !== undefined) return lockElsewhere(path, trouble, options)
  const lock = use(path, options)
  // While the folder could not be written a run may have begun elsewhere.
  const other = placesElsewhere(options).find(isLockFileHeld)
  if (other === undefined) return lock
  lock.release()
  throw new LockHeld(`Another run of this billing is at work: it holds ${other}.`, {
    hint: 'Nothing was done. This run may be started again when the other one has ended.',
  })
}

function nameOf({ billingId }: LockOptions): string {
  return `usm-billing-${billingId}.lock`
}

/**
 * Sees to it that the lock file is there; gives what is in the way when it is not there and cannot be made.
 * @throws ConfigError when nobody can tell whether it is there
 */
function createLockFile(path: string): { readonly error: unknown } | undefined {
  if (isThere(path)) return undefined
  try {
    makeFolder(dirname(path), OWNER_ONLY_FOLDER)
    createEmpty(path, OWNER_ONLY_FILE)
    return undefined
  } catch (error) {
    // Somebody else may have made it in the meantime.
    return isThere(path) ? undefined : { error }
  }
}

/** A link that leads nowhere is there too: whoever put it there did not mean that there be no lock. */
function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return false
    throw unusable(path, error)
  }
}

class NotALock extends Error {}

function use(path: string, { now }: LockOptions): Lock {
  try {
    if (!statSync(path).isFile()) throw new NotALock('it is no file')
    return holdLockFile(path, now?.() ?? new Date())
  } catch (error) {
    throw error instanceof LockHeld ? error : unusable(path, error)
  }
}

function unusable(path: string, cause: unknown): ConfigError {
  const folder = dirname(path)
  const missing = missingRight(path, ['read', 'write'], filesBeginningWith(folder, path.replace(/lock$/, '')))
  const reason = missing?.sentence ?? reasonOf(cause)
  const hint =
    missing?.hint ??
    (isOther(cause) ? `When no run of this billing is at work: rm ${shellWord(path)}` : ELSEWHERE)
  return new ConfigError(`The lock ${path} cannot be used: ${reason}. Nothing was done.`, [], { hint, cause })
}

const ELSEWHERE = 'Set statePath to a folder that can be written.'

/** True when something else stands in the lock's place. */
function isOther(cause: unknown): boolean {
  return (
    cause instanceof NotALock || isCode(cause, 'SQLITE_NOTADB', 'SQLITE_CORRUPT', 'ENOENT', 'ELOOP', 'EISDIR')
  )
}

function lockElsewhere(
  path: string,
  { error: trouble }: { readonly error: unknown },
  options: LockOptions,
): Lock {
  const folder = elsewhere(options, thisAccount())
  const complaint = `The folder ${options.folder} (statePath) cannot hold the lock: ${reasonOf(trouble)}.`
  let lock: Lock
  try {
    makeFolder(folder, OWNER_ONLY_FOLDER)
    if (!isOurs(folder)) throw new Error(`${folder} belongs to somebody else`)
    const other = join(folder, nameOf(options))
    const otherTrouble = createLockFile(other)
    if (otherTrouble !== undefined) throw otherTrouble.error
    lock = use(other, options)
  } catch (error) {
    if (error instanceof LockHeld) throw error
    const hint = `Set statePath to a folder this account (${accountName(thisAccount())}) may write to.`
    throw new ConfigError(complaint, [], { hint, cause: error })
  }
  if (isThere(path)) {
    // An account that may write there came in between; which of the two goes on has to be certain.
    lock.release()
    throw unusable(path, trouble)
  }
  options.logger.warn([complaint, `The lock is kept in ${folder} for this run.`].join(' '))
  return lock
}

/** The folder of an account's locks for this `statePath`. */
function elsewhere(options: LockOptions, account: number): string {
  return join(temporary(options), `usm-billing-${account}-${placeOf(options)}`)
}

/** The lock files of this billing that runs of any account may have put elsewhere. */
function placesElsewhere(options: LockOptions): string[] {
  const pattern = new RegExp(`^usm-billing-\\d+-${placeOf(options)}$`)
  try {
    return readdirSync(temporary(options))
      .filter((name) => pattern.test(name))
      .map((name) => join(temporary(options), name, nameOf(options)))
      .filter(existsSync)
  } catch {
    return []
  }
}

function temporary({ fallbackFolder }: LockOptions): string {
  return fallbackFolder ?? tmpdir()
}

function placeOf({ folder }: LockOptions): string {
  return createHash('sha256').update(realPath(folder)).digest('hex').slice(0, 16)
}

function realPath(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return resolve(folder)
  }
}

/** Anybody may put a folder or a link of that name where temporary files go. */
function isOurs(folder: string): boolean {
  const stat = lstatSync(folder)
  return stat.isDirectory() && stat.uid === thisAccount() && (stat.mode & 0o022) === 0
}
