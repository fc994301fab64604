/**
 * Whose a file is. A run that root starts by hand must leave nothing behind that the account of cron cannot use, so what
 * root makes in somebody's folder is given to whom the folder belongs to.
 */
import {
  closeSync,
  fchownSync,
  lchownSync,
  linkSync,
  mkdirSync,
  openSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ROOT, thisAccount } from './account.ts'

export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** Whom a file made in this folder is to belong to; `undefined`: to the account that makes it. */
export function heirOf(folder: string): Owner | undefined {
  if (thisAccount() !== ROOT) return undefined
  const owner = ownerOf(folder)
  return owner?.uid === ROOT ? undefined : owner
}

/** True when what this account makes in the folder would be neither the owner's nor given to him. */
export function isOfSomebodyElse(folder: string): boolean {
  const owner = ownerOf(folder)
  return thisAccount() !== ROOT && owner !== undefined && owner.uid !== thisAccount()
}

/** `undefined` where there is no such folder, or nobody can tell. */
function ownerOf(folder: string): Owner | undefined {
  try {
    const { uid, gid } = statSync(folder)
    return { uid, gid }
  } catch {
    return undefined
  }
}

/** Creates a folder and those above it that are missing; one that exists is left as it is. @throws the system's error */
export function makeFolder(folder: string, mode: number): void {
  const first = mkdirSync(folder, { recursive: true, mode })
  if (first === undefined) return
  const heir = heirOf(dirname(first))
  if (heir === undefined) return
  for (let made = resolve(folder); ; made = dirname(made)) {
    giveBy(() => lchownSync(made, heir.uid, heir.gid))
    if (made === first || made === dirname(made)) return
  }
}

/** Opens a file that must not be there yet, for writing. @throws the system's error; `EEXIST` when it is there */
export function openNew(path: string, mode: number): number {
  const descriptor = openSync(path, 'wx', mode)
  const heir = heirOf(dirname(path))
  if (heir !== undefined) giveBy(() => fchownSync(descriptor, heir.uid, heir.gid))
  return descriptor
}

/**
 * Creates an empty file that must not be there yet. Where it has to be given away it appears as its owner's at once:
 * nobody meets it while it is still root's.
 * @throws the system's error; `EEXIST` when it is there
 */
export function createEmpty(path: string, mode: number): void {
  if (heirOf(dirname(path)) === undefined) {
    closeSync(openNew(path, mode))
    return
  }
  const fresh = `${path}.${process.pid}.new`
  removeLeftover(fresh)
  closeSync(openNew(fresh, mode))
  try {
    linkSync(fresh, path)
  } catch (error) {
    // A file system without a second name for a file.
    if (!isOneOf(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK')) throw error
    closeSync(openNew(path, mode))
  } finally {
    unlinkSync(fresh)
  }
}

/** What a process of the same number left when it was killed: in a container every run has the same one. */
export function removeLeftover(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (!isOneOf(error, 'ENOENT')) throw error
  }
}

/** Gives an open file to whom its predecessor belonged. Not being allowed to is no failure. */
export function give(descriptor: number, owner: Owner): void {
  if (thisAccount() === ROOT) giveBy(() => fchownSync(descriptor, owner.uid, owner.gid))
}

/** A container's root may lack the right; the file then stays root's, and is usable all the same. */
function giveBy(change: () => void): void {
  try {
    change()
  } catch (error) {
    if (!isOneOf(error, 'EPERM', 'ENOTSUP', 'EINVAL', 'ENOSYS')) throw error
  }
}

function isOneOf(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
