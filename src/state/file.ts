/** Files and folders that only the account running the program may read. */
import { chmodSync, statSync } from 'node:fs'
import { createEmpty, makeFolder } from '../host/owner.ts'

export const OWNER_ONLY_FOLDER = 0o700
export const OWNER_ONLY_FILE = 0o600

/** Creates a folder, and those above it, when it is missing; one that exists keeps its mode. */
export function ensurePrivateFolder(folder: string): void {
  makeFolder(folder, OWNER_ONLY_FOLDER)
}

/**
 * Sees to it that a file exists and that nobody but its owner, and whom he has let, may read it.
 *
 * A file that exists is not opened: closing any descriptor of a file drops every lock this process holds on it.
 */
export function ensurePrivateFile(path: string): void {
  try {
    createEmpty(path, OWNER_ONLY_FILE)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    makePrivate(path)
  }
}

/**
 * Nobody means a file for everybody: then its owner alone may read it. That its group may read it somebody has wanted.
 * Somebody else's file may be used where its owner lets us, and its mode is its owner's affair.
 */
function makePrivate(path: string): void {
  const mode = statSync(path).mode & 0o777
  const wanted = (mode & 0o007) === 0 ? mode & 0o740 : OWNER_ONLY_FILE
  if (mode === wanted) return
  try {
    chmodSync(path, wanted)
  } catch (error) {
    if (!isCode(error, 'EPERM')) throw error
  }
}

/** True for an error of the operating system or of SQLite with this code. */
export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** What an error says, for a sentence. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
